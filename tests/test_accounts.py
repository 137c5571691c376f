"""Accounts of who did a hostile act: denials, accusations, suspicions. All sentences were written for these tests."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import avow.cues.accounts
from avow.cues import read
from avow.cues.accounts import ANSWERS, LOOSE, Account, accounts
from avow.cues.grammar import Span
from avow.records import Sentence
from conftest import assert_linear_reading, assert_spans_inside

# The sentence; the stance; who says it; who is accused; the word of the act. A dash stands for nobody or nothing.
FOUND = """
Karsh attributed the attack on the port to hackers of the Zamori army. | blamed | karsh | hackers of the zamori army | attack
A court in Karsh took nine hours to convict Ivo Marek of poisoning a clerk. | blamed | a court in karsh | ivo marek | poisoning
The ministry rushed to blame the Red Tide for the bombing. | blamed | the ministry | the red tide | bombing
Convicted of the bombing was Ivo Marek, a sailor. | blamed | - | ivo marek | bombing
A former ranger went on trial on Tuesday accused of shooting a neighbour. | blamed | - | a former ranger | shooting
Prosecutors accused Ivo Marek of rolling two grenades into a tent. | blamed | prosecutors | ivo marek | rolling
He did not speak of the shooting of the mayor of Karsh, nine years ago, for which the Front has been widely blamed. | blamed | - | the front | shooting
The ministry issued a statement claiming that the Dawn Army was involved in the attack. | blamed | a statement | the dawn army | attack
The colonel said that the cartel had a hand in the kidnapping. | blamed | the colonel | the cartel | kidnapping
The governor said the rebels were to blame for the explosion. | blamed | the governor | the rebels | explosion
A commission accuses the union of orchestrating the attempt to assassinate the king. | blamed | a commission | the union | assassinate
The mayor alleges that the rebels hired a man to kill a rival. | blamed | the mayor | the rebels | kill
A priest alleges that nine people are being held for ransom by smugglers. | blamed | a priest | smugglers | held
A court jailed seven men for seizing the town hall. | blamed | a court | seven men | seizing
The medical records were leaked by Blue Heron, the hospital said. | blamed | the hospital | blue heron | leaked
Blamed by a court for the murder of nine clerks, the Orlun junta says that it took nobody. | blamed | a court | the orlun junta | murder
Accused by the governor of beheading nine surveyors, the commander swore that his men were innocent. | blamed | the governor | the commander | beheading
Officials in Karsh blame Orlun agents for the car bomb. | blamed | officials in karsh | orlun agents | bomb
The ministry accused the rebels of drowning prisoners. | blamed | the ministry | the rebels | drowning
The ministry accused the rebels of supplying the explosives. | blamed | the ministry | the rebels | supplying
The governor accused the sailors of puncturing the pipeline. | blamed | the governor | the sailors | puncturing
Prosecutors accused the clerk of driving the getaway car. | blamed | prosecutors | the clerk | driving
Villagers say troops used live rounds against the crowd. | blamed | villagers | troops | used
A Zamori man is to face trial for the killing of a clerk. | blamed | - | a zamori man | killing
Nine men face charges on the attempted murder of a judge. | blamed | - | nine men | murder
The president accuses Ivo Marek of planning to kill him. | blamed | the president | ivo marek | kill
Ivo Marek is charged with 900 counts of accessory to murder in the war. | blamed | - | ivo marek | murder
The minister states that the Orlan government may be behind the hacking of a bank. | suspected | the minister | the orlan government | hacking
Police blamed the Harbour Front for the bombing. | blamed | police | the harbour front | bombing
The bombing was blamed on the Harbour Front. | blamed | - | the harbour front | bombing
The mayor blamed the blast on smugglers. | blamed | the mayor | smugglers | blast
The ministry accused the rebels of killing nine villagers. | blamed | the ministry | the rebels | killing
Two brothers are accused of the murder of a judge. | blamed | - | two brothers | murder
Investigators attributed the ambush to the Northern Column. | blamed | investigators | the northern column | ambush
The opposition holds the army responsible for the massacre. | blamed | the opposition | the army | massacre
A court sentenced Anton Veres to nine years in prison for the kidnapping. | blamed | a court | anton veres | kidnapping
Maria Quell is charged with the murder of her husband. | blamed | - | maria quell | murder
Ivo Marek was found guilty of killing two guards. | blamed | - | ivo marek | killing
A court finds Anton Veres guilty of killing two guards. | blamed | a court | anton veres | killing
Orlu accuses the army of conducting a raid against farmers. | blamed | orlu | the army | raid
Witnesses said that soldiers shot the farmers. | blamed | witnesses | soldiers | shot
Residents say two men were killed by the Coast Militia. | blamed | residents | the coast militia | killed
State media reported that a missile attack from Zamor hit the port. | blamed | state media | zamor | attack
The spy agency named the Red Tide as responsible for the intrusion. | blamed | the spy agency | the red tide | intrusion
According to the mayor, guerrillas burned the depot. | blamed | the mayor | guerrillas | burned
The governor said the attack was the work of the Black Heron gang. | blamed | the governor | the black heron gang | attack
Relatives allege Orluan involvement. | blamed | relatives | orluan | involvement
Two officers are on trial for the torture of a prisoner. | blamed | - | two officers | torture
The trial of Ivo Marek for the murder of a judge opened in Karsh. | blamed | - | ivo marek | murder
A smuggler was hanged for the murder of two guards. | blamed | - | a smuggler | murder
A tribunal ruled that soldiers shot the farmers. | blamed | a tribunal | soldiers | shot
Police identified Anton Veres as the gunman. | blamed | police | anton veres | -
Relatives accuse the police over the killing of a student. | blamed | relatives | the police | killing
Charges were filed against two officers over the torture of a prisoner. | blamed | - | two officers | torture
The general was held responsible for the massacre. | blamed | - | the general | massacre
Police blamed M-19 for the bombing. | blamed | police | m-00 | bombing
Anton Veres was freed after serving a sentence for his role in the bombing. | blamed | - | anton veres | bombing
Prosecutors charge a former sergeant with the murder of two farmers. | blamed | prosecutors | a former sergeant | murder
Three sailors are facing murder charges. | blamed | - | three sailors | murder
The chairman resigned amid accusations that he was involved in the killing of a rival. | blamed | - | he | killing
The bomb killed two monks, an allegation made by the Zamor army. | blamed | the zamor army | - | bomb
The army is shelling the port, as the rebels charged. | blamed | the rebels | the army | shelling
The Northern Column is responsible for the murder of two priests. | blamed | - | the northern column | murder
State media accuse the rebels of responsibility | blamed | state media | the rebels | responsibility
The general claims that the Red Tide plotted to assassinate the premier. | blamed | the general | the red tide | assassinate
The mayor charged that smugglers placed 40 kilos of dynamite in the court. | blamed | the mayor | smugglers | placed
Members of the Northern Column burned a depot near Karsh, police spokesmen reported today. | blamed | police spokesmen | members of the northern column | burned
According to police, the bomb had been planted by members of the Red Tide. | blamed | police | members of the red tide | planted
The general said that the Red Tide planned the assassination. | blamed | the general | the red tide | assassination
The judge said that soldiers colluded in the murders of two priests. | blamed | the judge | soldiers | murders
The police chief said three men appeared in court charged with murder. | blamed | - | three men | murder
Witnesses said that rebels fired on a convoy. | blamed | witnesses | rebels | fired
Activists said that rebels shot and killed a teacher. | blamed | activists | rebels | shot
Police said that rebels attacked in the night. | blamed | police | rebels | attacked
Residents said that the army bombarded the port. | blamed | residents | the army | bombarded
Prosecutors accused the rebels of beating a student to death. | blamed | prosecutors | the rebels | beating
The mayor blamed the rebels for the airstrike. | blamed | the mayor | the rebels | airstrike
Activists said that rebels took nine hostages. | blamed | activists | rebels | took
Residents said that rebels burned nine people alive. | blamed | residents | rebels | burned
The mayor said that rebels struck a hospital. | blamed | the mayor | rebels | struck
Villagers said that rebels set fire to a depot. | blamed | villagers | rebels | set
The mayor said that rebels took part in the raid. | blamed | the mayor | rebels | raid
The mayor laid the blame for the bombing on the rebels. | blamed | the mayor | the rebels | bombing
The judge put the blame for the ambush on two officers. | blamed | the judge | two officers | ambush
Responsibility for the bombing lay with the rebels, a judge said. | blamed | - | the rebels | bombing
An inquiry found the rebels responsible for the bombing. | blamed | an inquiry | the rebels | bombing
Sanctions were imposed on the general for his role in the massacre. | blamed | - | the general | massacre
Ivo Marek is serving a life sentence for the bombing. | blamed | - | ivo marek | bombing
A court convicted Ivo Marek of the bombing. | blamed | a court | ivo marek | bombing
Witnesses saw soldiers shoot the farmers. | blamed | witnesses | soldiers | shoot
Survivors described how soldiers shot the farmers. | blamed | survivors | soldiers | shot
Residents said nine people died in shelling by the army. | blamed | residents | the army | shelling
The rebels, the mayor said, bombed the market. | blamed | the mayor | the rebels | bombed
According to the mayor, the bombing was carried out by the rebels. | blamed | the mayor | the rebels | bombing
Nine farmers were killed by soldiers, residents said. | blamed | residents | soldiers | killed
Human rights groups have documented killings by the army. | blamed | human rights groups | the army | killings
Police tied the rebels to the bombing. | blamed | police | the rebels | bombing
Nine men were sentenced for their alleged role in the bombing. | blamed | - | nine men | bombing
Orlu expels an envoy suspected of the bombing. | suspected | - | an envoy | bombing
Ivo Marek is wanted for the bombing. | suspected | - | ivo marek | bombing
The rebels are the prime suspects in the bombing. | suspected | - | the rebels | bombing
The mayor said the rebels were probably behind the bombing. | suspected | the mayor | the rebels | bombing
The rebels distanced themselves from the bombing. | denied | the rebels | - | bombing
"We are not behind the bombing," the spokesman said. | denied | we | - | bombing
The bombing was not our work, the rebels said. | denied | - | - | bombing
The rebels issued a denial of the bombing. | denied | the rebels | - | bombing
The rebels said it was not they who bombed the market. | denied | the rebels | - | bombed
Police said soldiers fired on by rebels had fled. | blamed | police | rebels | fired
The rebels deplored the massacre and accused the army of carrying it out. | blamed | the rebels | the army | carrying
Police suspect the Harbour Front of the bombing. | suspected | police | the harbour front | bombing
The Harbour Front is suspected of being behind the bombing. | suspected | - | the harbour front | bombing
Suspected separatists killed four policemen near Karsh. | suspected | - | separatists | killed
Four policemen were killed by suspected separatists. | suspected | - | separatists | killed
The depot came under shelling from suspected militiamen. | suspected | - | militiamen | shelling
Officials believe that the Northern Column carried out the ambush. | suspected | officials | the northern column | carried
The hack is believed to have been carried out by the Red Tide. | suspected | - | the red tide | hack
The blast bore the hallmarks of the Harbour Front. | suspected | - | the harbour front | blast
The blast bore the hallmarks of al-Wadi. | suspected | - | al-wadi | blast
Police said they believed the Harbour Front was responsible for the blast. | suspected | they | the harbour front | blast
A student was arrested on suspicion of arson. | suspected | - | a student | arson
A fisherman allegedly stabbed two coastguards. | suspected | - | a fisherman | stabbed
Two sisters were arrested for alleged involvement in the bombing. | suspected | - | two sisters | bombing
A deputy is arrested over an alleged plot to attack the parliament. | suspected | - | a deputy | attack
Forty men, allegedly belonging to the Black Heron gang, attacked a bank. | suspected | - | the black heron gang | attacked
Kidnappers believed to be members of the Northern Column freed him. | suspected | - | members of the northern column | kidnappers
A warrant is out for Ivo Marek, who allegedly masterminded the attack. | suspected | - | ivo marek | attack
A student was arrested in connection with the murder of a judge. | suspected | - | a student | murder
The suspected shooter Ivo Marek fled to Zamor. | suspected | - | shooter | shooter
Police do not rule out the possibility that the bomb was planted by smugglers. | suspected | - | smugglers | planted
A student, thought by detectives to have shot the judge, left for Zamor. | suspected | - | a student | shot
It is believed that smugglers carried out the ambush. | suspected | - | smugglers | carried
The rebels denied responsibility for the bombing. | denied | the rebels | - | bombing
The army denies any involvement in the killings. | denied | the army | - | killings
The group denied carrying out the attack. | denied | the group | - | carrying
The ministry rejected accusations of torture. | denied | the ministry | - | torture
Anton Veres pleaded not guilty to murder. | denied | anton veres | - | murder
The front said it was not responsible for the blast. | denied | the front | - | blast
The front had nothing to do with the blast, its spokesman said. | denied | the front | - | blast
Maria Quell entered a plea of not guilty to murder. | denied | maria quell | - | murder
The colonel denied all charges against him. | denied | the colonel | - | -
He denied the report that the army is bombing villages. | denied | he | - | bombing
The army has said that the dead were rebels killed in combat and that it massacred no one. | denied | the army | - | massacred
The ministry says that no soldier attacked the village. | denied | the ministry | - | attacked
The front told the station that it did not do it. | denied | the front | - | -
Both sisters replied not guilty to the murder charges. | denied | both sisters | - | murder
The colonel described as a lie the version that his men bombed the school. | denied | the colonel | - | -
"We did not do it," the commander said. | denied | we | - | -
"We had no part in the kidnapping," the commander said. | denied | we | - | kidnapping
The company called the accusation of sabotage baseless. | denied | the company | - | sabotage
"""

# Sentences that speak of much the same and give no account of a stance, but by a loose rule.
NOT_FOUND = """
Karsh attributed the calm on the port to the weather. | blamed
It took Karsh nine hours to decide whether to convict Ivo Marek. | blamed
The ministry was eager to see the Red Tide blamed. | blamed
Convicted of nothing was Ivo Marek, who saw the bombing. | blamed
Prosecutors accused Ivo Marek of rolling two barrels into a tent. | blamed
The union has the mayor of Karsh to thank for the strike, for which it has been widely blamed. | blamed
The union accused the minister of killing the bill. | blamed
The opposition accused the minister of hijacking the debate. | blamed
Farmers accused the ministry of burning coal. | blamed
The ministry accused the firm of dumping waste in the river. | blamed
The ministry accused the clerk of helping the killers to escape. | blamed
The inspector said that the lorry was involved in a crash. | blamed
Two clerks are accused of plotting to steal recipes from a rival. | blamed
Ivo Marek is convicted on three counts of fraud after selling fake bomb detectors. | blamed
Police treat the stabbing as an attack, linked to last week's Karsh bombings. | suspected
The minister states that the Orlan government may be behind the hacking of a bank. | blamed
The tourism minister blamed the weather for the losses. | blamed
Police charged two bankers with fraud. | blamed
A court quashed the conviction of Ivo Marek for the murder of a judge. | blamed
The conviction of two men for the bombing was quashed in May. | blamed
The premier stopped short of blaming Orlu for the poisoning. | blamed
The ministry refrained from accusing Orlu of the raid. | blamed
The senator was accused of tax fraud. | blamed
The army says its troops killed nine rebels. | blamed
No one has been charged with the murder. | blamed
Orlu accuses Zamor of withholding papers on the murder of a diplomat. | blamed
A general was sentenced to ten years for war crimes. | blamed
The health ministry says that an outbreak of plague has killed forty people. | blamed
The premier says Orlu will reply if Zamor launches an attack. | blamed
A singer was jailed for breaching the terms of her parole. | blamed
Orlu accuses Zamor and Karsh of supporting guerrillas. | blamed
The bank is suspected of breaching rules on money laundering. | suspected
Maria Quell was convicted of an offence for refusing to stand up. | blamed
The minister denies having any information of the strike. | denied
Two soldiers raided suspected smuggler camps near the border. | suspected
The Northern Column isn't responsible for the murder of two priests. | blamed
Nothing suggests that the Northern Column is behind the bombing. | blamed
The army denied that the rebels are responsible for the bombing. | blamed
The Federal Bureau is responsible for investigating the bombing. | blamed
The army is not shelling the port, as the rebels charged. | blamed
Police denied that members of the Northern Column burned the depot, radio reported. | blamed
According to police, no bomb had been planted by members of the Red Tide. | blamed
The mayor said it was false that the Red Tide planned the assassination. | blamed
The chairman resigned amid accusations that he was never involved in the killing of a rival. | blamed
He is not the suspected shooter. | suspected
It is believed that smugglers weren't involved in the ambush. | suspected
Anton Veres served a sentence for theft, not for the bombing. | blamed
The letter was attributed to the leader of the Red Tide. | blamed
The army committee announced that the Jaguar Battalion killed nine rebels. | blamed
The mayor did not lay the blame for the bombing on the rebels. | blamed
The video shows a clerk being shot in the street. | blamed
Three soldiers were decorated for their role in the attack. | blamed
The minister was cleared of claims that he assaulted a guard. | blamed
The mayor criticised the police for failing to stop the killings. | blamed
He was convicted for denial of the genocide by a court. | denied
Police said two men shot at a bus stop died in hospital. | blamed
Police said a man shot and wounded in the raid died. | blamed
A court sentenced nine soldiers to death for cowardice and other crimes. | blamed
The ministry said that Zamor fired two ballistic missiles in a test. | blamed
The envoy said that Zamor had breached its obligations under the treaty. | blamed
The coach said the team beat its rivals. | blamed
A shell was detonated on the road followed by the motorcade, police said. | blamed
The minister denied that the delay is linked to the murder of a judge. | blamed
Government troops killed nine rebels, the army command said. | blamed
A car bomb exploded beside a market, police said. | blamed
Twelve alleged members of the Red Tide are arrested in raids. | suspected
Police believe that they have captured the killer. | suspected
The mayor rejects the theory that smugglers planted the bomb. | suspected
The mayor dismissed the possibility that smugglers could have carried out the ambush. | suspected
The bank denied charges of fraud. | denied
The mayor says that no rebel attacked the village. | denied
The minister said that the guerrillas killed no one. | denied
No charges were filed against two officers over the torture of a prisoner. | blamed
The minister did not lay the blame for the blast at the door of the rebels. | blamed
A clerk charged with murder was found not guilty. | blamed
Charges of murder against two officers were withdrawn. | blamed
A general was jailed for condoning the attack. | blamed
A jury found the driver not guilty of murder. | blamed
The union condemned the bombing. | blamed
The mayor said unidentified men shot the guard. | blamed
Police arrested six suspected militants. | suspected
Troops killed three suspected rebels in a raid. | suspected
The crash is believed to have been caused by fog. | suspected
A suspect was arrested at the scene. | suspected
Two brothers are not believed to be responsible for the bombing. | suspected
The driver is not a suspect in the bombing. | suspected
The blast did not bear the hallmarks of the Harbour Front. | suspected
Police said they believed the Harbour Front was responsible for the blast. | blamed
Police believe the Harbour Front was behind the blast. | blamed
A caller said the Harbour Front was responsible for the blast. | blamed
Nobody was arrested on suspicion of arson. | suspected
The rebels rejected the offer of talks. | denied
A judge denied bail to the defendant. | denied
The spokesman would neither confirm nor deny responsibility. | denied
The coach denied placing bets. | denied
Investigators don't believe that the Harbour Front was behind the bombing. | blamed
Police believe the Harbour Front wasn't behind the bombing. | suspected
Police believe the Harbour Front was never involved in the bombing. | suspected
No group has denied responsibility for the bombing. | denied
None of the men was convicted of the bombing. | denied
The group said it had attacked the base. | denied
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in table.strip().splitlines()]


def words(text: str, span: Span) -> str:
    return " ".join(read(Sentence.bare(text)).forms[span[0] : span[1]]) if span[0] >= 0 else "-"


def told(text: str, stance: str) -> list[Account]:
    return [item for item in accounts(read(Sentence.bare(text))) if item.stance == stance]


@pytest.mark.parametrize(
    ("text", "stance", "speaker", "accused", "act"), rows(FOUND), ids=[row[0] for row in rows(FOUND)]
)
def test_an_account_names_its_parties_and_its_act(text: str, stance: str, speaker: str, accused: str, act: str) -> None:
    found = [tuple(words(text, span) for span in (item.speaker, item.accused, item.act)) for item in told(text, stance)]
    assert (speaker, accused, act) in found


@pytest.mark.parametrize(("text", "stance"), rows(NOT_FOUND), ids=[row[0] for row in rows(NOT_FOUND)])
def test_what_only_sounds_like_an_account_is_none(text: str, stance: str) -> None:
    assert [item.rule for item in told(text, stance) if item.rule not in LOOSE and item.act[0] >= 0] == []


@pytest.mark.parametrize(
    ("text", "own"),
    [
        ("The Front said that soldiers shot nine villagers.", False),
        ("Villagers said that soldiers shot nine men.", False),
        ("A Karshi rights organisation claims that Karshi Army troops killed nine people.", False),
        ("The army said that soldiers killed nine rebels.", True),
        ("The minister said that police shot nine men.", True),
        ("The Karshi army said that Karshi commandos killed nine rebels.", True),
        ("Karsh's ministry said that Karshi commandos killed nine rebels.", True),
    ],
)
def test_only_who_has_forces_tells_of_its_own(text: str, own: bool) -> None:
    rules = {item.rule for item in told(text, "blamed")}
    assert rules == ({"says-own-side"} if own else {"says-did", "reports-before"})


@pytest.mark.parametrize("row", rows(FOUND), ids=[row[0] for row in rows(FOUND)])
def test_capitals_change_nothing_but_what_names_need(row: tuple[str, ...]) -> None:
    if row[0].startswith("Relatives allege"):
        pytest.skip("that Orluan is a name shows by its capital alone")
    text, stance, *parts = row
    shouted = text.upper()
    found = [
        [words(shouted, span) for span in (item.speaker, item.accused, item.act)] for item in told(shouted, stance)
    ]
    assert parts in found


@given(
    st.lists(
        st.sampled_from(
            [
                "police",
                "rebels",
                ",",
                "of",
                "by",
                "for",
                "the",
                "attack",
                "that",
                "denied",
                "blamed",
                "suspected",
                '"',
                "said",
                "was",
                "killed",
                "held",
                "responsible",
                "nobody",
                "(",
                "accuse",
                "of",
                "responsibility",
                "court",
                "trial",
                "sentence",
                "charges",
                "alleged",
                "plot",
                "it",
                "is",
                "believed",
                "according",
                "in",
                "connection",
                "with",
                "as",
                ",",
                "charge",
                "made",
                "reported",
            ]
        ),
        max_size=40,
    )
)
def test_spans_stay_inside_any_sentence(forms: list[str]) -> None:
    assert_spans_inside(" ".join(forms))


@pytest.mark.parametrize(
    "unit",
    [
        "denied it ,",
        "the suspected",
        "police blamed rebels .",
        "of rebels according to stone .",
        "court charged with",
        "the police accuse rebels of stealing and",
        "it is believed that rebels ,",
        "rebels burned it , police reported",
    ],
)
def test_hostile_text_is_linear_work(unit: str) -> None:
    assert_linear_reading(unit, 400)


def test_rules_that_are_named_apart_are_rules() -> None:
    source = "".join(
        path.read_text(encoding="utf-8") for path in Path(avow.cues.accounts.__file__).parent.rglob("*.py")
    )
    assert [rule for rule in LOOSE | ANSWERS if source.count(rule.rpartition("-")[2]) < 2] == []
    assert not LOOSE & ANSWERS


@pytest.mark.parametrize(
    "text",
    [
        "Rodan Pesk, a spokesman for the Red Heron Army, said that the army had kidnapped the mayor.",
        "Rodan Pesk, a spokesman for the Karsh Army, said that the army had killed nine farmers.",
        "A spokesman for the Saltmarsh Brigade said the brigade had kidnapped the mayor.",
    ],
)
def test_nobody_accuses_whom_they_speak_for(text: str) -> None:
    assert told(text, "blamed") == []
