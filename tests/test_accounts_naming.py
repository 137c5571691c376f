"""Blame by naming, by law and by what states do to others for an act. All sentences were written for these tests."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avow.cues import read
from avow.cues.accounts import LOOSE, Account, accounts
from avow.cues.accounts.dispatch import beginning, rules_by_form
from avow.cues.grammar import Grammar, Span
from avow.records import Sentence
from conftest import assert_linear_reading, assert_spans_inside

# The sentence; the rule; who says it; who is accused; the word of the act. A dash stands for nobody or nothing.
FOUND = """
The blast bears the fingerprints of the Red Tide, officials said. | bears-signs | officials | the red tide | blast
Investigators see the hand of the Red Tide in the ambush. | sees-hand | investigators | the red tide | ambush
Orlu cites evidence of the involvement of Zamor in the bombing. | part-of | orlu | zamor | bombing
The report speaks of Zamor's complicity in the massacre. | part-of | the report | zamor's | massacre
The minister repeats his accusation that Zamor planned the bombing. | accusation-that | the minister | zamor | bombing
The army rejects Orlu's allegation that it shelled a school. | accusation-that | orlu's | the army | shelled
Orlu and Zamor trade blame over the shelling of a village. | trades-blame | orlu and zamor | orlu and zamor | shelling
Prosecutors portray Ivo Marek as the mastermind of the bombing. | portrays-as | prosecutors | ivo marek | bombing
A witness identified Ivo Marek as the one who threw the grenade. | as-the-one | a witness | ivo marek | threw
A survivor identified the attackers as soldiers. | attackers-as | a survivor | soldiers | attackers
It was soldiers, the nuns say. | reports-it-was | the nuns | soldiers | -
The nuns say it was soldiers. | says-it-was | the nuns | soldiers | -
It was the marines who shot them, because they had seen the graves. | it-was-who | - | the marines | shot
The bombing was put down by the paper to Zamor. | puts-down-to | the paper | zamor | bombing
The station credits the break-in to Zamor. | lays-to | the station | zamor | break-in
The deputy sees Zamor behind the poisoning. | sees-behind | the deputy | zamor | poisoning
The governor laid the killings on the Red Tide. | lays-to | the governor | the red tide | killings
The burning of the mill was laid to the Red Tide. | lays-to | - | the red tide | burning
The station credits the hijacking to Zamor. | lays-to | the station | zamor | hijacking
Zamor named the Red Tide for the massacre of the monks. | named-for | zamor | the red tide | massacre
The panel named two officers as the gunmen. | named-as | the panel | two officers | gunmen
A report names the general as the man who gave the order to shoot. | as-the-one | a report | the general | shoot
She found all three guilty of attempted murder. | found-guilty | she | all three | murder
Ivo Marek was jailed for nine years for throwing acid at a clerk. | court-jail | - | ivo marek | throwing
The army named two students as the bombers. | named-as | the army | two students | bombers
The mayor said a wiretap pointed to the Red Tide as being responsible for the ambush. | named-as | the mayor | the red tide | ambush
Exiles said the government itself had destroyed the bridge. | reports-before | exiles | the government | destroyed
The rebels accuse the army of using cluster bombs. | accuses | the rebels | the army | using
Officials said a rival faction, the Red Tide, was to blame. | says-did-it | officials | a rival faction | -
The culprit in the shooting was a former sergeant, police said. | culprit-was | police | a former sergeant | shooting
The mayor puts the bombing down to smugglers. | puts-down-to | the mayor | smugglers | bombing
Orlu vows revenge for what it calls Zamor's assassination of a general. | what-is-called | orlu | zamor's | assassination
The inquiry laid the massacre at the feet of the generals. | laid-at-door | the inquiry | the generals | massacre
The poisoning was an operation of the Zamor state, the judge said. | agency-of | the judge | the zamor state | poisoning
Accused harbour killer Ivo Marek is found dead in his cell. | called-by-act | - | ivo marek | killer
Anton Veres, the convicted assassin of a minister, is freed on parole. | called-by-act | - | anton veres | assassin
The convicted murderers of two nuns are moved to Karsh. | called-by-act | - | murderers | murderers
The prime accused in the murder of a temple clerk is freed on bail. | accused-in | - | accused | murder
Ivo Marek, the accused suspect of the school shooting, is due in court. | accused-in | - | ivo marek | shooting
Nobody is hurt, and the shooter is arrested and charged. | doer-charged | - | the shooter | shooter
Ivo Marek, the suspect in the shooting of nine people, is indicted on dozens of counts. | suspect-charged | - | ivo marek | shooting
The market bombing suspect is indicted on ten counts. | suspect-charged | - | suspect | bombing
The appeal court reinstates Maria Quell's murder conviction. | their-conviction | - | maria quell's | murder
Zamor issues final convictions for eight people for the murder of an editor. | conviction-for | - | eight people | murder
The report concluded that Major Orsk was the mastermind of the massacre. | was-the-culprit | - | major orsk | massacre
Witnesses say that a sergeant was the killer. | was-the-culprit | - | a sergeant | killer
The trial of suspected perpetrators of the shooting begins in Karsh. | trial-of-doers | - | suspected perpetrators | shooting
Luis Ordaz, a settler who killed a couple, is sentenced to life imprisonment. | court-who-did | - | luis ordaz | killed
The generals are to be brought to trial for the assassination of six priests. | brought-to-trial | - | the generals | assassination
Zamor hangs two members of the Red Tide on charges of carrying out attacks. | on-charges | zamor | two members of the red tide | carrying
The crowd mourns three students found guilty of taking part in an attack. | found-guilty | - | three students | taking
Prosecutors indict Ivo Marek, in absentia, in connection with the bombing. | court-indi | prosecutors | ivo marek | bombing
The panel names two officers responsible for the massacre. | names-responsible | the panel | two officers | massacre
Rights groups accuse loyalist troops of using cluster bombs in Karsh. | accuses | rights groups | loyalist troops | using
Zamor is accused of allowing its forces to commit hundreds of killings. | accuses | - | zamor | killings
Authorities blame rogue police officers for the massacre. | blames-for | authorities | rogue police officers | massacre
Officials claim Zamor gunboats shelled a camp near Karsh. | says-did | officials | zamor gunboats | shelled
The court orders a retrial for three men on charges related to the murder. | charges-related | - | three men | murder
The general is found to be criminally responsible for the massacre. | names-responsible | - | the general | massacre
Ivo Marek was sentenced for instigating a twelve-year-old boy to commit a market bombing. | court-sent | - | ivo marek | bombing
The gunman in the temple shooting is found guilty on nine counts. | doer-charged | - | the gunman | shooting
Orlu extradites Ivo Marek to Zamor to face conspiracy, kidnapping and drug charges. | on-charges | - | ivo marek | kidnapping
Two cousins are convicted of conspiracy to murder a judge. | court-conv | - | two cousins | murder
Anton Veres, a participant in the Karsh massacre, is sentenced to sixty years. | suspect-charged | - | anton veres | massacre
The opposition says that the army used nerve gas in Karsh. | says-used-arms | the opposition | the army | used
Orlu accuses Zamor of using nerve agents to kill an exile. | accuses | orlu | zamor | using
Orlu television claimed the attacks were by soldiers. | says-were-by | orlu television | soldiers | attacks
The trial of Ivo Marek, the accused mastermind of the September attacks, starts. | called-by-act | - | ivo marek | attacks
The trial of Ana Ruiz, wife of a former minister, for the murder of a banker begins. | on-trial | - | ana ruiz | murder
Zamor says that the suicide bomber responsible for the attack was Omar Dace. | culprit-was | zamor | omar dace | attack
Prosecutors charge Ivo Marek with twelve counts, including terrorism and complicity in murder. | court-char | prosecutors | ivo marek | murder
The court upholds the sentence for Shin Aba, the perpetrator of the arson attack. | named-perpetrator | - | shin aba | arson
Cerezo said that those responsible for killing Barillas are rightist groups. | those-are | - | rightist groups | killing
Officials point to the Red Tide after the bombing. | points-to | officials | the red tide | bombing
The council blacklists two officers for their part in the massacre. | punished-over | the council | two officers | massacre
Orlu expels three Zamor diplomats over the poisoning of a priest. | punished-over | orlu | zamor | poisoning
Orlu imposes sanctions on the army over the massacre. | sanctions-over | orlu | the army | massacre
Orlu severs relations with Zamor over the hijacking. | breaks-over | orlu | zamor | hijacking
Orlu protests to Zamor over the shooting of two herders by its soldiers. | protests-at | orlu | its soldiers | shooting
Orlu lodged a protest with Zamor over the shelling of a village. | protests-at | orlu | zamor | shelling
Orlu demanded Ivo Marek, whom it charges with the hijacking. | whom-charged | orlu | ivo marek | hijacking
Orlu expels two agents it says tried to bomb the port. | who-it-says | orlu | two agents | bomb
The prosecutor unseals an indictment of the president for the massacre. | indictment-of | the prosecutor | the president | massacre
Spain issues an arrest warrant for Anton Veres, accused of the bombing. | indictment-of | spain | anton veres | bombing
Prosecutors bring seven counts of murder against a captain. | counts-against | prosecutors | a captain | murder
Evidence grows against the army in the burning of a mosque. | case-against | - | the army | burning
A court hands 20 years to Ivo Marek for the ambush. | given-term | a court | ivo marek | ambush
Ivo Marek gets life for the bombing. | given-term | - | ivo marek | bombing
The driver was given 20 years for killing two guards. | given-term | - | the driver | killing
Life imprisonment is imposed on a butcher who shot a priest. | given-term | - | a butcher | shot
A tribunal condemns six men to death for a plot to kill the king. | condemned-to | a tribunal | six men | plot
Two sailors will be prosecuted for the murder of a judge. | will-be-tried | - | two sailors | murder
Three guards face trial over the torture of a prisoner. | faces-trial | - | three guards | torture
A captain shot three prisoners, the tribunal heard on Monday. | court-hears | the tribunal | a captain | shot
The jury hears that Ivo Marek shot three prisoners. | court-hears | the jury | ivo marek | shot
Two sailors were found guilty by a jury in Karsh on all counts arising from the bombing. | found-guilty | - | two sailors | bombing
The panel indicts two officers accused of various crimes, among them a murder. | court-indi | the panel | two officers | murder
A court sentenced Ivo Marek to ten years in prison for deceiving and killing a clerk. | court-sent | a court | ivo marek | killing
Prosecutors lay out new charges for two sailors over a plot to kidnap a mayor. | charges-against | - | two sailors | plot
The council lifted the immunity of deputy Ivo Marek, who was sentenced to two years over the bombing. | court-sent | - | deputy ivo marek | bombing
Two officers in Karsh, Orlu were found guilty of torturing a boy. | found-guilty | - | two officers in karsh | torturing
In the north of Orlu, Ivo Marek was charged with the murder of a judge. | court-char | - | ivo marek | murder
Two sailors are charged with the murder of a judge, involuntary manslaughter and fraud. | court-char | - | two sailors | murder
A court sentences to death three sailors over the bombing. | court-sent | a court | three sailors | bombing
A court jailed four sailors who shot a judge. | court-who-did | a court | four sailors | shot
Ivo Marek was sentenced to life without parole for the murder of a judge. | court-sent | - | ivo marek | murder
Two women charged with the assassination of a general plead not guilty. | court-char | - | two women | assassination
The bombing, for which the Red Tide has been blamed, killed nine. | for-which | - | the red tide | bombing
Orlu holds Zamor guilty of the massacre. | holds-guilty | orlu | zamor | massacre
The governor holds the Red Tide responsible. | holds-bare | the governor | the red tide | -
The general was held liable for the massacre. | holds-accountable | - | the general | massacre
Dissidents hold the regime accountable for the poisoning of their leader. | holds-accountable | dissidents | the regime | poisoning
The court upheld the death sentence of Ivo Marek for the bombing. | sentence-of | - | ivo marek | bombing
The court confirms the life sentence given to Ivo Marek for murder. | sentence-of | - | ivo marek | murder
Maria Quell's conviction for organising the massacre was confirmed. | their-conviction | - | maria quell's | organising
A corporal was court-martialled for throwing a grenade. | court-cour | - | a corporal | throwing
Ivo Marek goes on trial on nine counts of murder. | on-trial | - | ivo marek | murder
Orlu bears full responsibility for the strike, the envoy said. | bears-responsibility | - | orlu | strike
The mayor put the blame on students. | lays-blame-bare | the mayor | students | -
The ministry blamed it on smugglers. | blames-it-on | the ministry | smugglers | -
Nine states condemned Zamor in a letter for dropping barrels on a village. | condemns-for | nine states | zamor | dropping
Orlu accuses the K.R. minister Anton Veres of ordering the raid. | accuses | orlu | the k.r . minister anton veres | ordering
The rebels accuse the army of performing the bombing. | accuses | the rebels | the army | bombing
Orlu accuses Zamor of arming the rebels and of attacking a port. | accuses | orlu | zamor | attacking
Orlu blames Zamor for a failed attempt to kill a general. | blames-for | orlu | zamor | kill
After the raid the mayor blamed soldiers for it. | blames-for | the mayor | soldiers | raid
Claims by Orlu of Zamor's involvement in the bombing were dismissed. | part-of | orlu | zamor's | bombing
The widow accused the general of having given the order to shoot. | accuses | the widow | the general | shoot
"""

# Sentences that only sound like it; the rule that must not find them. A dash stands for all rules of blame.
NOT_FOUND = """
lays-to | The minister credited the end of the bombings to the Harbour Front.
sees-behind | The driver saw Ivo Marek behind both cars.
puts-down-to | The manager put this down to Marek Dahl.
The blast does not bear the fingerprints of the Red Tide, officials said. | bears-signs
The letter bears the signature of the mayor. | bears-signs
Investigators do not see the hand of the Red Tide in the ambush. | sees-hand
Doctors found the hand of the driver in the wreck. | sees-hand
There is no evidence of the involvement of Zamor in the bombing. | part-of
Police cite the suspected complicity of the army in the bombing. | part-of
The minister repeats his accusation that Zamor planned the tariff. | accusation-that
The army rejects the allegation that it shelled a school. | accusation-that
The mayor plays down a claim by the Red Tide that it shelled a school. | accusation-that
Orlu and Zamor trade accusations over the budget. | -
Prosecutors portray Ivo Marek as the mastermind of the fraud. | -
A witness identified Ivo Marek as the one who sold the car. | -
The Red Tide claimed responsibility, naming the bomber as Abu Marek. | attackers-as
Zamor said it was behind the attack and named the bomber as Abu Marek. | attackers-as
The rebels said the bomber was a clerk from Karsh. | culprit-was
A reader asks whether the attacker was a state, the editor said. | culprit-was
The committee puts the crash down to fog. | -
The mayor praised what she calls the city's answer to crime. | what-is-called
The inquiry laid the wreath at the feet of the generals. | -
The opening was an operation of the Zamor state, the judge said. | -
Officials point to the map after the bombing. | points-to
The league bans two players over a brawl. | -
Orlu expels two Zamor diplomats for spying. | -
Students were expelled after a dispute over the use of violence. | punished-over
Orlu lifts sanctions on the army over the massacre. | sanctions-over
Orlu severs relations with Zamor over a tariff. | -
Orlu protested at the killing of a driver. | -
The council condemned the bombing. | -
A man whom they had accused of stealing data moved away. | whom-charged
Orlu praises two agents it says tried to save the port. | -
The prosecutor dropped the indictment of the general for the massacre. | -
The judge counts seven charges of murder against a captain. | counts-against
Evidence grows against the bank in the collapse of a fund. | -
The minister gets ten years for corruption. | -
The clerk was given 20 minutes for killing the lights. | given-term
The court did not give the driver life for the bombing. | given-term
A tribunal condemns six men to death for treason. | -
Two sailors could be prosecuted for the murder of a judge. | will-be-tried
A banker faces trial over fraud. | -
The tribunal heard that the captain sold three boats. | -
Two sailors were found guilty of being members of a club which was bombed. | found-guilty
A court jailed four sailors who sold a boat. | -
A court sentences to death three sailors over treason. | -
A court sentenced a warden to two years for sexually assaulting a guard. | -
A court sentenced a builder to two years for negligent homicide. | -
Two guards were found guilty of negligence in a fire at a mill, which killed nine. | -
The driver was charged with causing a death in a hit-and-run crash. | -
The mayor was found guilty of a hate crime. | -
The shooter is charged with tax fraud. | doer-charged
An elder accused of being a member was executed in Karsh. | accuses
The council files charges against a deputy for the unrest that followed the assassination. | case-against
The mayor appears in court on charges of corruption and attacks his prosecutors. | -
Police charge nine people in connection with a nightclub fire which killed forty. | -
Ivo Marek is imprisoned for allegedly shooting a minister. | punished-for
The envoy says that if Zamor is behind the attacks, Orlu will act. | says-responsible
The rebels say their operation was ordered by the general. | -
Two students alleged to be rebels are killed by soldiers. | alleges-done-by
A convicted killer is elected to the council. | called-by-act
The court found the mayor guilty under the Crimes Act. | -
The suspect in the fraud is charged. | -
The jury acquitted the accused of the murder. | -
Her murder conviction was quashed. | -
The mayor accused gunmen of loitering. | -
The accused gunman was acquitted. | -
The prime accused in the murder of a clerk was acquitted. | -
The wife of the gunman was charged. | -
The gunman was killed and a clerk was charged. | -
The shooter was charged on Monday with tax fraud. | -
Ivo Marek, the author of a book about the massacre, appeals to readers. | -
Officials say that Zamor uses gas for heating. | -
The minister says it is false that the army has used nerve gas. | -
The court found the driver not responsible for the killing. | -
If those responsible for the bombing are rebels, Orlu will act. | those-are
Ivo Marek, the lawyer of a man who shot a judge, is convicted of fraud. | -
The clerk was charged over two plots of land. | -
The accused was the tallest man in the room. | -
Zamor is accused of allowing foreign nurses to work. | -
Villagers accuse the mayor of using drones to film the fair. | -
A court sentenced a colonel to death for atrocities in the north. | -
Two men were convicted of treason, bribery and other crimes. | -
The teacher was charged with the crime of blasphemy. | -
The teacher was charged with denial and genocide denial. | -
Orlu hanged a smuggler convicted of fraud, bringing the number of executions to nine. | -
The general was sentenced to ten years in prison for failing to prevent the massacre. | court-sent
The singer gets a year for praising the bombing. | given-term
A ruling could free 90 prisoners serving life terms for murder. | sentence-for
Orlu frees 250 people serving life sentences over attacks in the north. | given-term
Orlu opens a case against Ivo Marek if Zamor sends it papers about the murder. | case-against
Jailed writer Ivo Marek was moved after the bombing. | court-jail
Prosecutors lay out new charges for two sailors over a plot to kidnap a mayor. | court-char
Orlu imposes sanctions on nine officers over abuses in the north. | -
Two sailors charged with the bombing were not convicted. | court-char
Ivo Marek was sentenced to a year without bail and freed of the murder charge. | court-sent
The sale, for which the Red Tide has been blamed, failed. | -
The bombing, for which the Red Tide could be blamed, killed nine. | for-which
Orlu holds talks about responsible mining. | -
The mayor put the blame on the weather. | -
The mayor would put the blame on students. | lays-blame-bare
The coach blamed it on the rain. | -
The general was not held liable for the massacre. | holds-accountable
The court overturned the death sentence of Ivo Marek for the bombing. | sentence-of
The bill sets a penalty of nine years for murder. | sentence-of
Orlu bears no responsibility for the strike, the envoy said. | bears-responsibility
Rebels fired nine missiles at the port, their spokesman said. | reports-behind
Nine states condemned Zamor in a letter for dropping the treaty. | -
The widow accused the general of having received an order to shoot. | accuses
The horse charged over the hill. | -
A report accuses former K.R. President Anton W. Veres and his administration of lying about the Harbourers attempting to kill a judge. | -
Orlu accuses Zamor of lying about the rebels attacking a bus. | -
Orlu accuses Zamor of "fabricating lies" after the bombing of a bus. | -
Orlu accuses Zamor of breaching the truce. | -
Orlu accuses Zamor of breaking the terms of the cease-fire. | -
The report accuses the army of waste and lack of care, citing nine farmers killed. | -
Orlu expels nine men accused of any crime. | -
Orlu accuses Zamor of arming its police in the past, and speaks in a new report of attacks. | -
Orlu dismisses claims of Zamor's involvement in the bombing. | part-of
Troops hunt gunmen linked to the Karsh bombing. | linked-to-act
Nine officers, linked to the deaths in Karsh, resigned. | linked-to-act
Three men charged with colluding with Zamor were shot by the Coast Militia. | court-char
Three men charged with colluding with Zamor were shot by the Coast Militia. | alleges-done-by
The gunman is later identified as a Karsh-born man who studied in Zamor. | attackers-as
The ministry files charges in relation to the Karsh Mill disaster, which killed nine farmers. | alleges-did
Police arrest six men accused of killing 90 horses in Karsh. | accuses
A man is charged with cruelty for shooting 90 horses. | court-char
The painting, sold for nine crowns, was attributed to Anton Veres. | -
The mayor orders an inquiry after a video showing officers beating a man is posted. | -
Orlu regrets the deaths in a raid, blaming rebels for hiding among monks. | -
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in table.strip().splitlines()]


def words(text: str, span: Span) -> str:
    return " ".join(read(Sentence.bare(text)).forms[span[0] : span[1]]) if span[0] >= 0 else "-"


def blamed(text: str) -> list[Account]:
    return [item for item in accounts(read(Sentence.bare(text))) if item.stance == "blamed"]


@pytest.mark.parametrize(
    ("text", "rule", "speaker", "accused", "act"), rows(FOUND), ids=[row[0] for row in rows(FOUND)]
)
def test_a_rule_names_its_parties_and_its_act(text: str, rule: str, speaker: str, accused: str, act: str) -> None:
    found = [
        (item.rule, *(words(text, span) for span in (item.speaker, item.accused, item.act))) for item in blamed(text)
    ]
    assert (rule, speaker, accused, act) in found


@pytest.mark.parametrize(("text", "rule"), rows(NOT_FOUND), ids=[row[0] for row in rows(NOT_FOUND)])
def test_what_only_sounds_like_blame_is_none(text: str, rule: str) -> None:
    found = [item.rule for item in blamed(text)]
    assert rule not in found if rule != "-" else [name for name in found if name not in LOOSE] == []


@pytest.mark.parametrize(
    ("text", "rule", "stance"),
    [
        ("Spain issued a warrant for Anton Veres over the bombing.", "indictment-of", "suspected"),
        ("An officer, linked to the Karsh bombing, was deported.", "linked-to-act", "suspected"),
        ("An officer has been linked by police to the Karsh bombing.", "linked-to-act", "blamed"),
        ("A bus burns in Karsh after a bombing linked to the Red Tide.", "act-linked", "suspected"),
        ("A nurse is held over suspicions that he poisoned nine monks.", "charges-that", "suspected"),
        ("A nurse faces allegations that he poisoned nine monks.", "charges-that", "blamed"),
        ("Spain seeks the extradition of Anton Veres over the bombing.", "indictment-of", "suspected"),
        ("Spain seeks the extradition of Anton Veres on charges of murder.", "indictment-of", "blamed"),
        ("Spain published an indictment of Anton Veres over the bombing.", "indictment-of", "blamed"),
        ("Anton Veres was held on a warrant for an assault.", "on-charges", "suspected"),
        ("Anton Veres was held on charges of murder.", "on-charges", "blamed"),
        ("Two brothers are arrested for their part in an alleged plot to kill a judge.", "for-their-part", "suspected"),
        ("Two brothers are arrested for their part in a plot to kill a judge.", "for-their-part", "blamed"),
    ],
)
def test_who_is_only_sought_or_alleged_is_suspected(text: str, rule: str, stance: str) -> None:
    found = accounts(read(Sentence.bare(text)))
    assert [item.stance for item in found if item.rule == rule] == [stance]


WORDS = [
    "police",
    "rebels",
    ",",
    "of",
    "by",
    "for",
    "the",
    "attack",
    "that",
    "it",
    "its",
    "Zamor's",
    "whom",
    "which",
    "what",
    "calls",
    "as",
    "door",
    "life",
    "years",
    "given",
    "gets",
    "trial",
    "court",
    "told",
    "hears",
    "against",
    "counts",
    "indictment",
    "sanctions",
    "on",
    "over",
    "expels",
    "protests",
    "to",
    "evidence",
    "involvement",
    "in",
    "hand",
    "signature",
    "named",
    "culprit",
    "was",
    "guilty",
    "points",
    "down",
    "puts",
    "trade",
    "blame",
    "who",
    "says",
    ".",
    "'",
    '"',
    ";",
    "20",
    "condemned",
    "death",
    "warrant",
]


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_spans_stay_inside_any_sentence(forms: list[str]) -> None:
    assert_spans_inside(" ".join(forms))


@pytest.mark.parametrize(
    "unit",
    [
        "evidence of the part of rebels in",
        "rebels whom it charges with",
        "what it calls Zamor's",
        "counts of murder against",
        "gets life for",
        "the hand of",
        "sanctions on rebels over",
        "protests to Zamor over",
        "the culprit was",
        "allegation that it planned",
        "to the court hears that",
        "held responsible , for which",
        "gave the order to",
        "blamed it on",
        "Accused Killer",
        "Quell's Murder Conviction",
        ", Marek, the gunman in the raid",
        "to face charges of murder",
    ],
)
def test_hostile_text_is_linear_work(unit: str) -> None:
    assert_linear_reading(unit, 400)


def test_rules_are_found_by_whole_words_and_by_beginnings() -> None:
    def whole(grammar: Grammar, at: int) -> Iterator[Account]:
        yield from ()

    def part(grammar: Grammar, at: int) -> Iterator[Account]:
        yield from ()

    find = rules_by_form(((("as",), "", whole), (beginning("condemn"), "VO", part), (("condemned",), "", whole)))
    assert find("as") == (("", whole),)
    assert find("ask") == ()
    assert find("condemned") == (("VO", part), ("", whole))


def test_a_sentence_may_break_off_behind_as() -> None:
    assert blamed("The attackers were identified as") == []
