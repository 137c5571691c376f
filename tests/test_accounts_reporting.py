"""Who did it, as somebody reports it: sources, deeds, doers. All sentences were written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avow.cues import read
from avow.cues.accounts import LOOSE, Account, accounts
from avow.cues.grammar import Span
from avow.records import Sentence
from conftest import assert_linear_reading, assert_spans_inside

# The sentence; the rule; who says it; who is accused; the word of the act.
FOUND = """
The finding by a commission that soldiers shot the nuns came late. | reports-before | a commission | soldiers | shot
The court's conclusion that soldiers shot the boy was welcomed. | reports-before | the court's | soldiers | shot
A report by Rights Watch documents nine cases in which soldiers burned homes. | reports-before | rights watch | soldiers | burned
Ivo Marek, who is in prison, said the order to kill the judge had come from Colonel Dahl. | reports-before | ivo marek | colonel dahl | kill
Barns were burned and a mill set alight by gunmen from the Lou clan, residents said. | reports-behind | residents | gunmen from the lou clan | set
Militants backed by Orlu attacked the base, officials said. | reports-behind | officials | militants | attacked
Loyalist gunmen shot the solicitor, her sister said. | reports-behind | her sister | loyalist gunmen | shot
A 26-year-old hurled a grenade at the door, the prosecution service said. | reports-behind | the prosecution service | a 00-year-old | hurled
Survivors of a raid on the village of Dibbe said that the Coast Brigade burned it. | reports-before | survivors of a raid on the village of dibbe | the coast brigade | burned
The mayor said that the Coast Militia shelled the market. | reports-before | the mayor | the coast militia | shelled
Residents told a radio station that soldiers dragged nine men from their homes. | reports-before | residents | soldiers | dragged
Residents who fled to the harbour said that soldiers burned the mill. | reports-before | residents | soldiers | burned
A tribunal rules that Zamor ordered the attack. | reports-before | a tribunal | zamor | attack
A judge ruled on Tuesday that Zamor ordered the attack. | reports-before | a judge | zamor | attack
Witnesses said that the Coast Militia rebels carried it out. | reports-before | witnesses | the coast militia rebels | carried
The mayor says the rocket that hit the school was launched by the Harbour Front. | reports-before | the mayor | the harbour front | rocket
The widow said that two officers gave the order to shoot. | reports-before | the widow | two officers | shoot
Monitors say that soldiers cut the throats of nine monks. | reports-before | monitors | soldiers | cut
The governor said that the Harbour Front has begun shelling the port. | reports-before | the governor | the harbour front | shelling
Villagers say that they were robbed by rebels who torched the barns. | reports-before | villagers | rebels | torched
The bishop says that it was soldiers who shot the nuns. | reports-before | the bishop | soldiers | shot
The governor said the fire was the work of the Black Heron gang. | reports-before | the governor | the black heron gang | fire
The mayor said the attackers were members of the Harbour Front. | reports-before | the mayor | members of the harbour front | attackers
A monitor said nine monks died at the hands of the Coast Militia. | reports-before | a monitor | the coast militia | died
The student said government warplanes bombed a clinic. | reports-before | the student | government | bombed
Soldiers beat a fisherman to death, residents told a radio station. | reports-behind | residents | soldiers | beat
The depot was burned by the Harbour Front, the governor said on Friday. | reports-behind | the governor | the harbour front | burned
A cyberattack that shut nine clinics was carried out by the Red Tide ransomware gang, police said. | reports-behind | police | the red tide ransomware gang | cyberattack
The ambush was ordered by the Red Tide, a statement read out on television alleges. | reports-behind | a statement | the red tide | ambush
The soldiers shot my brother, Anton Veres, 34, told reporters. | reports-behind | anton veres | the soldiers | shot
"There is proof that rebels planted the bomb," the mayor told reporters. | reports-behind | the mayor | rebels | planted
The Harbour Front rebels, officials said, shot nine clerks. | reports-between | officials | the harbour front rebels | shot
Rebels burned the depot, said the mayor of Karsh. | reports-inverted | the mayor of karsh | rebels | burned
It was the army that burned our houses, said Tomas Quell, a farmer. | reports-inverted | tomas quell | the army | burned
Nine monks were killed by soldiers, according to the bishop. | reports-according | the bishop | soldiers | killed
According to the bishop, rebels opened fire on a bus. | reports-according | the bishop | rebels | opened
Nine monks died at the hands of the Red Tide, in the words of the governor. | reports-according | the governor | the red tide | died
Members of the Red Tide were the ones who torched the mill, according to the governor. | reports-according | the governor | members of the red tide | torched
Soldiers murdered nine monks, by the count of a church inquiry. | reports-according | a church inquiry | soldiers | murdered
Monks say that soldiers in Karsh, Upper Orlu, Zamor, killed nine. | says-did | monks | soldiers in karsh | killed
Monitors say that the Harbour Front seized nine villagers. | reports-before | monitors | the harbour front | seized
Monitors say that Zamor soldiers executed nine farmers. | reports-before | monitors | zamor soldiers | executed
The mayor says that Zamor raids killed nine. | says-their-attack | the mayor | zamor | raids
The mayor says that a Zamor raid on a school in Karsh has killed nine. | says-their-attack | the mayor | zamor | raid
The mayor says that Zamori raids on Karsh kill at least nine people. | says-their-attack | the mayor | zamori | raids
The mayor said that nine clerks were killed in a Zamori air raid. | says-died-in | the mayor | zamori | raid
Monitors say that nine people died after NATO airstrikes on the port. | says-died-in | monitors | nato | airstrikes
Orlu says that Zamor used a ballistic missile in the attack. | says-used-arms | orlu | zamor | used
Orlu closed its border to all flights, saying the Zamor army had launched ballistic missiles at the port. | reports-before | orlu | the zamor army | launched
Orlu condemns the strike, saying the Zamor army bombed two villages. | reports-before | orlu | the zamor army | bombed
Orlu closes its border to all flights saying Zamori troops shelled the port. | reports-before | orlu | zamori troops | shelled
Monitors say that nine soldiers were executed by IS militants. | reports-before | monitors | is militants | executed
The mayor says that Zamor's spy agency co-ordinated the attacks. | reports-before | the mayor | zamor's spy agency | attacks
The mayor says that the Red Tide executed nine clerks. | says-did | the mayor | the red tide | executed
The mayor says that the rocket was fired from the Harbour Front. | says-came-from | the mayor | the harbour front | rocket
Zamori forces shell a market, according to the mayor. | according-did | the mayor | zamori forces | shell
Orlu protests at what it calls an attack by the Coast Militia. | calls-it-theirs | it | the coast militia | attack
Orlu answered what the ministry describes as Zamor's bombing of a port. | calls-it-theirs | the ministry | zamor's | bombing
Police look for the rebels who residents say burned the mill. | whom-they-say | residents | the rebels | burned
Orlu expels two Zamor agents it says tried to poison an exile. | whom-they-say | it | two zamor agents | poison
Relatives mourn nine monks in a killing which they say was carried out by soldiers. | whom-they-say | they | soldiers | killing
Orlu reports a Zamor drone strike on a clinic. | reports-theirs | orlu | zamor drone | strike
Rights groups documented nine killings by the army. | reports-act-by | rights groups | the army | killings
The ministry says that the Front burned the grain lorries. | reports-before | the ministry | the front | burned
The party's committee alleged that terrorists had committed the carnage. | reports-before | the party's committee | terrorists | carnage
The minister said that the fires were lit by Zamori exiles. | reports-before | the minister | zamori exiles | fires
The governor says that the rebels hired the killers. | reports-before | the governor | the rebels | hired
Families say that soldiers took the nine from their beds. | reports-before | families | soldiers | took
Zamor says that Orlu engineers mined the turbine hall. | reports-before | zamor | orlu engineers | mined
Prosecutors say that a drug gang tossed the grenades into a crowd. | reports-before | prosecutors | a drug gang | tossed
The indictment says that he poured petrol through a window. | reports-before | the indictment | he | poured
Prosecutors said that a 26-year-old man shot the guard. | reports-before | prosecutors | a 00-year-old man | shot
The enemy alleges that we fired on a school bus. | reports-before | the enemy | we | fired
The minister says that you attacked the bus. | reports-before | the minister | you | attacked
The governor insists that the party's wing supplied the explosives. | reports-before | the governor | the party's wing | supplied
Priests say that the captain gave the order. | reports-before | priests | the captain | order
The port workers, the families say, did it. | reports-between | the families | the port workers | did
The ministry said that the missile had been fired from Zamori positions in the hills. | reports-before | the ministry | zamori | missile
The mayor said that the shells came from positions of the Harbour Front. | reports-before | the mayor | the harbour front | shells
Two clerks are seized in Karsh by the Heron gang, according to the mayor. | reports-according | the mayor | the heron gang | seized
"""

# The sentence and why it is no blame, or no certain one.
NOT_FOUND = """
Three men said to be rebels are killed in a Zamori air raid. | no source is named
Officials say that nine people died in the Saint-Perle raid. | a place, no side
The army says that an ambush on a convoy in Karsh has killed nine troops. | whom the ambush was on
The mayor seeks compensation for those killed in the Zamori raid, the clerk says. | in passing
Monitors confirm that a clerk was among those killed in the Zamori raid. | in passing
The president says that Zamor executed nine convicts. | by law
The army says that it fired a ballistic missile in a test at sea. | a test
A note to the mayor shows that he assured him he can count on us before they invaded. | no charges
The Orlu army says that its guns destroyed nine of ten missiles launched by Zamor. | what was fired was brought down
The mayor confirms that nine men were shot in the legs after being placed under guard by the Harbour Front. | done by others
The army said that its troops shelled the market. | its own troops
Troops killed nine rebels, the army said. | its own operation
Government troops killed 21 separatists, the interior ministry said. | a state's combat
Gunmen shot nine clerks, officials said. | nobody is named
Rebels may have shot the clerks, officials said. | only possible
Suspected rebels shot the clerks, officials said. | suspected
Rebels apparently shot the clerks, officials said. | hedged
The mayor denied that rebels burned the depot. | denied
The mayor rejected claims that rebels burned the depot. | refused
The mayor said that rebels did not burn the depot. | negated
The mayor said that rebels will burn the depot. | not yet done
The mayor asked whether rebels burned the depot. | asked
The Harbour Front said that the group shelled the depot. | its own deed
A caller said that the Harbour Front shelled the depot. | a caller of the group's
A letter to the bishop said that the Harbour Front shot the judge. | a letter of the group's
The coach said that Karsh beat its rivals. | a game
A flood destroyed nine houses, residents said. | no party
The mayor said that the law is a "bomb" dropped by the Harbour Party. | a figure of speech
The governor ruled out that rebels shot the judge. | ruled out
According to the governor, no bomb was planted by rebels. | none was
Zamor fired two ballistic missiles in a test, the ministry said. | a test
A judge ruled that Zamor is not responsible for a death at the hands of soldiers. | not held
The shells came from the heights of Karsh, a report said. | a place
He described what he called a good day for the rebels. | no act
The coach described a long Karsh attack. | no act of war
The port is calm, the mayor said, but rebels shot two clerks in May. | the author's own words
The ministry said that Zamor fired nine rounds in a test. | a test of arms
The nine monks were shot by Karshi marines, the Karshi ministry said. | its own forces
The Zamor troops killed nine rebels, the Karshi ministry said. | combat of states and rebels
The army retracts claims that rebels burned the depot. | taken back
The mayor thanked the men who he said had come. | no deed
Doctors say that an epidemic in Orlu, Zamor, and Karsh has killed nine. | where it did
The mayor said that the clerk was poisoned by a nerve agent. | a substance
Nine sailors are found dead as rebels launch raids. | the author's own words
Monitors say that the Harbour Front seized nine tanks in Karsh. | weapons, in a battle
Monitors say that the Harbour Front captured a port. | a place, in a battle
The mayor says it was captured by the Harbour Front. | a place, in a battle
The minister announces that the Zamor army has killed nine rebels. | its own forces
The president announces that Zamor airstrikes killed a bomber. | its own forces
Monitors say that Zamor executed nine convicts in May. | a state's sentence
A newspaper reports that Karsh police raided the offices of a bank. | a search
A Karsh newspaper says that prosecutors raided a bank. | a search
Karshi state media says that the Karshi Air Force downed nine drones. | its own forces
The minister says the third July attack was not a success. | no name, no harm
The embassy confirms that two Orlu hostages came home. | those who were taken
The navy says an Orlu Star crash at the base killed a pilot. | an accident
The ministry says that a Zamor missile was shot down. | what was done to it
The army says that a rocket fired from Karsh hit a barn. | a place
The army says that a rocket was fired from southern Orlu. | a place
Traders urge action from Anton Veres, the mayor. | no attack
The envoy says that Zamor breached the accord. | a deal
The Front said in a call that we shelled the depot. | its own deed
"We burned the depot," the minister said that day. | what a speaker owns
The mayor says that his rivals burned nine flags. | no attack
The ministry says that Orlu firms mined copper in the hills. | work
The mayor said that it was his aides who took the call. | no deed
It was not the marines who shot the nuns. | not they
Monitors say no soldiers shot the nuns. | not they
Monitors say no nuns were shot by the soldiers. | not they
The army says that it was its soldiers who shot the nuns. | its own
The jury finds the widow not guilty of helping her husband in the May attack that killed nine. | not guilty
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in table.strip().splitlines()]


def blamed(text: str) -> list[Account]:
    return [item for item in accounts(read(Sentence.bare(text))) if item.stance == "blamed"]


def words(text: str, span: Span) -> str:
    return " ".join(read(Sentence.bare(text)).forms[span[0] : span[1]])


@pytest.mark.parametrize(
    ("text", "rule", "speaker", "accused", "act"), rows(FOUND), ids=[row[0] for row in rows(FOUND)]
)
def test_a_source_blames_who_did_it(text: str, rule: str, speaker: str, accused: str, act: str) -> None:
    found = [
        (item.rule, *(words(text, span) for span in (item.speaker, item.accused, item.act))) for item in blamed(text)
    ]
    assert (rule, speaker, accused, act) in found


@pytest.mark.parametrize(("text", "reason"), rows(NOT_FOUND), ids=[row[0] for row in rows(NOT_FOUND)])
def test_what_is_told_of_no_party_or_ones_own_blames_nobody(text: str, reason: str) -> None:
    assert [item.rule for item in blamed(text) if item.rule not in LOOSE] == [], reason


@pytest.mark.parametrize(
    "text",
    [
        "Monks say that a blast in Karsh, Upper Orlu, Zamor, killed nine.",
        "A survivor of a fire in Karsh, Orlu, that killed nine has died, according to the mayor.",
        "The mayor says that cold waters around Cape Zamor have killed nine.",
        "The mayor says that raids against the Harbour Front have killed nine.",
        "The museum announces a search for the lost ship Karsh Star, which sank in May.",
        "The Orlu army shells the Red Tide, according to Orlu officials.",
        "Karsh police raid a bank, according to a newspaper.",
        "The mayor blames the minister for the chaos in Karsh.",
    ],
)
def test_places_mishaps_and_ones_own_are_not_accused_at_all(text: str) -> None:
    assert blamed(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "State media say that rebels burned the depot.",
        "Zamor jets bombed a depot, an official said.",
        "He said that rebels burned the depot.",
        "The cyberattack came from Zamor, an official said.",
    ],
)
def test_hearsay_only_informs(text: str) -> None:
    assert "reports-maybe" in {item.rule for item in blamed(text)}


def test_a_deed_that_is_hedged_is_heard_less_than_one_that_is_told() -> None:
    assert {item.rule for item in blamed("The mayor said that rebels shot a clerk.")} == {"says-did", "reports-before"}
    assert {item.rule for item in blamed("The mayor said that their Harbour men shot a clerk.")} <= LOOSE


@given(
    st.lists(
        st.sampled_from(
            [
                "police",
                "rebels",
                ",",
                "of",
                "by",
                "the",
                "what",
                "call",
                "it",
                "says",
                "said",
                "according",
                "to",
                "in",
                "words",
                "killed",
                "who",
                "that",
                "was",
                "whom",
                "ordered",
                "attack",
                "came",
                "from",
                "work",
                "were",
                "at",
                "hands",
                '"',
                "34",
                "soldiers",
                "drove",
                "into",
                "crowd",
                ",",
                ":",
                ";",
                "documented",
                "killings",
                "no",
                "doubt",
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
        "police said that rebels killed and",
        "soldiers shot them , said the mayor ,",
        "in the words of rebels killed by",
        "who it said killed",
        "what they call a strike by",
    ],
)
def test_hostile_text_is_linear_work(unit: str) -> None:
    assert_linear_reading(unit, 400)


@pytest.mark.parametrize(
    "raid",
    [
        "Indian Ocean raid",
        "Zamori theatre attack",
        "Zamori village raid",
        "RPG attack",
        "VBIED blast",
        "Zamor-led raid",
    ],
)
def test_where_and_with_what_an_attack_was_is_nobody_s_side(raid: str) -> None:
    found = accounts(read(Sentence.bare(f"The mayor said that nine clerks were killed in the {raid} on Monday.")))
    assert not any(account.rule == "says-died-in" for account in found)
