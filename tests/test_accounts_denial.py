"""Who disputes what is said of them, and what they say their own did not do. All sentences were written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avow.cues import read
from avow.cues.accounts import ANSWERS, Account, accounts
from avow.cues.grammar import Span
from avow.cues.lexicon import word_set
from avow.records import Sentence
from conftest import assert_linear_reading, assert_spans_inside

# The rule; the sentence; who denies; the word of the act. A dash stands for nobody or nothing.
FOUND = """
nothing-to-do | "We had nothing to do with it," the mayor said when asked about the massacre. | we | massacre
denies-act | The movement, which has disclaimed the 1992 truck bombing, is banned. | the movement | bombing
pleads-not-guilty | "Not guilty," replied each of the five officers when the clerk read out the charge. | each of the five officers | -
rules-out-part | Any role in the abduction was ruled out by the ministry. | the ministry | abduction
denies-doing | Police deny firing the rubber bullet that blinded the student. | police | firing
washes-hands | The rebels hurried to wash their hands of the assassination of the governor. | the rebels | assassination
keeps-away | The group was at pains on Tuesday to distance itself from the blast. | the group | blast
issues-denial | A denial of any part in the bombing was issued late on Friday by the Harbour Front. | the harbour front | bombing
not-by-ours | The Front said the killing of the priest was not the work of its fighters. | the front | killing
not-by-ours | The general said it could not have been his men who shot the nuns. | the general | shot
not-us | The bomb killed nine, and it could not have been us, the rebels said. | the rebels | bomb
did-not | The gang said that neither it nor any of its affiliates had encrypted the hospital. | the gang | encrypted
did-not | The general was adamant that his men had not shot the farmers. | the general | shot
alibi-of-accused | His counsel told the court that Marek had been on leave that night and had seen no bomb. | marek | bomb
says-harmed-nobody | The soldier said he had killed no one. | the soldier | killed
named-did-not | A caller said the Harbour Front had not bombed the train. | a caller | bombed
denies-doing | The regime denies using poison gas on the suburb. | the regime | using
denies-doing | The regime continues to deny using poison gas on the suburb. | the regime | using
denies-doing | The army was quick to deny shelling the school. | the army | shelling
denies-doing | Three men deny conspiring to murder a witness. | three men | murder
denies-doing | The company denies having hired gunmen to shoot miners. | the company | shoot
denies-doing | The mayor denied through an aide that he had paid a hitman to kill his rival. | the mayor | kill
denies-doing | He denies helping to plan the attack. | he | attack
denies-doing | Ivo Marek's family denies he was the bomber. | ivo marek's family | bomber
denies-doing | Ivo Marek denied being the man who hired the bombers. | ivo marek | bombers
denies-doing | A naval officer denied that his ship had fired on the boat. | a naval officer | fired
says-not-responsible | The gang said it was not behind the outage at the clinic. | the gang | outage
says-not-guilty | Ivo Marek said not guilty to each of nine counts of attempting to poison a clerk. | ivo marek | poison
denies-part | Both sides have denied responsibility for the shell that hit the ward. | both sides | shell
rejects-charge-of-act | The minister rebuffed suggestions that police had tortured a student. | the minister | tortured
rejects-part | The Front rejects blame for derailing the train. | the front | derailing
disputes-that | The governor scoffs at the idea that his men burned the mill. | the governor | burned
disputes-that | The general laughs off the suggestion that the army shelled the school. | the general | shelled
disputes-that | Orlu contests the finding that it sank the ferry. | orlu | sank
disputes-that | Orlu pours scorn on the claim that its hackers breached the ministry. | orlu | breached
disputes-that | Karsh derides the notion that it had the envoy strangled. | karsh | strangled
disputes-of-own | The rebels bristle at the suggestion of their involvement in the murders. | the rebels | murders
disputes-of-act | The rebels scorn the talk of murder. | the rebels | murder
disputes-act-report | The militia rubbishes the massacre reports. | the militia | massacre
disputes-charge | The army trashed the accusation. | the army | -
disputes-this | The rebels reject this. | the rebels | -
denies-having-part | The cell denies having any involvement in the bombing. | the cell | bombing
denies-using | The police deny having used live rounds at the mine. | the police | used
denies-all-charges | Zamor denies all charges and wants an inquiry. | zamor | -
does-not-accept | The ministry does not accept that its troops killed the farmers. | the ministry | killed
does-not-accept | He refused to accept that his guards shot the boy. | he | shot
accepts-no-blame | The union accepts no blame for the arson. | the union | arson
accepts-no-blame | The minister never accepted responsibility for the massacre. | the minister | massacre
rules-out-part | Zamor ruled out any involvement of its commandos in the ambush. | zamor | ambush
rules-out-part | Zamor rules out that its commandos shot the monks. | zamor | shot
takes-back-confession | Anton Veres retracted his confession to the murder. | anton veres | murder
takes-back-confession | The trial heard that Veres went back on his admission of the murder. | veres | murder
takes-back-confession | The confession to the murder was withdrawn. | - | murder
confession-forced | Anton Veres said that his confession to the murder had been beaten out of him. | anton veres | murder
says-case-false | The dissident says the evidence of arson against him was planted. | the dissident | arson
says-framed | Ivo Marek says he was framed for the bombing. | ivo marek | bombing
denial-by | Despite denials by the Harbour Front, police searched its offices after the bombing. | the harbour front | bombing
own-denial | His denial that he shot the judge convinced nobody. | his | shot
own-denial | The army's denial of the massacre came late. | the army's | massacre
issues-a-denial | The Harbour Front issued a disclaimer after the bombing. | the harbour front | bombing
plea-of-innocence | Maria Quell entered a plea of innocent to the kidnapping. | maria quell | kidnapping
plea-of-innocence | Maria Quell entered a not guilty plea to the kidnapping. | maria quell | kidnapping
protests-innocence | Both brothers protest their innocence, nine years after the bombing. | both brothers | bombing
calls-charge-false | The front calls the story of the kidnapping a fairy tale. | the front | kidnapping
calls-charge-false | The accusation that its agents poisoned the envoy is without foundation, the embassy said. | the embassy | poisoned
calls-charge-false | The rebels reject unfounded accusations of arson. | the rebels | arson
calls-charge-false | The report that it paid smugglers to kill him is rubbish, says Orlu. | orlu | kill
calls-act-false | Orlu calls the alleged attack on its envoy a hoax. | orlu | attack
untrue-that | The embassy says it is untrue that its agents killed the envoy. | the embassy | killed
untrue-that | It is false that we burned the mill. | - | burned
did-not | Tasmer swears he never laid a finger on the clerk. | tasmer | laid
did-not | The major sent word that he kidnapped no one. | the major | kidnapped
did-not | The league says no affiliate of its own encrypted the clinic. | the league | encrypted
did-not | The army says it has never used gas. | the army | used
did-not | The directorate stated that no unit of the Movement took part in the burning of the buses. | the directorate | burning
did-not | The alliance says that it struck no such targets. | the alliance | struck
did-not | The gang tells reporters that none of its men were behind the ambush. | the gang | ambush
had-no-part | "I'd no part in the ambush," the mayor said. | the mayor | ambush
knew-nothing | The party says it was unaware of the ambush. | the party | ambush
knew-nothing | The party says it had no knowledge of the ambush. | the party | ambush
none-there | The corps says none of its gunners was within range when the farmers were shot. | the corps | shot
culprits-not-ours | The monk's killers were not soldiers, the minister repeats. | the minister | killers
calls-this-false | "This is a smear," the general said of the massacre report. | the general | massacre
gave-no-order | The premier says he gave no order to shoot at the crowd. | the premier | shoot
had-left | The militia says its men had left the village before the massacre. | the militia | massacre
not-by-ours | Zamor said the clinic was bombed by rebels, not by its air force. | zamor | bombed
nothing-to-do-with-us | The spokesman said the bombing had nothing to do with his movement. | the spokesman | bombing
confession-forced | Her lawyers say she was coerced into confessing to the murder. | her lawyers | murder
calls-charge-false | The minister said there was no truth in the report that police shot the clerk. | the minister | shot
calls-charge-false | The army rejects as absurd the claim that it bombed the clinic. | the army | bombed
did-not | The general said that not a single bullet had been fired by his soldiers. | the general | fired
did-not | The cartel hung a banner saying it was not to blame for the murders. | a banner | murders
did-not | Orlu says its planes did not cross the border. | orlu | cross
did-not-behind | No aircraft of ours took part in the raid, Orlu says. | orlu | raid
did-not-behind | The navy, said a spokesman, does not fire on trawlers. | a spokesman | fire
did-not-behind | The captains never laid a hand on the farmer, their lawyer said. | their lawyer | laid
named-did-not | The premier's spokesman says Zamor did not bomb the clinic. | the premier's spokesman | bomb
named-did-not-behind | The Red Tide was not behind the bombing, the group's radio says. | the group's radio | bombing
not-by-own | A spokesman for the rebels said no prisoner was shot on its orders. | a spokesman for the rebels | shot
ours-did-not | Our patrols did not kill the monks. | our patrols | kill
had-no-part | The mayor had no hand, act or part in the ambush, he said. | he | ambush
had-no-part | The tribe says it had no connection with the raid. | the tribe | raid
had-no-share | Orlu says of the raid that it had no hand in it. | orlu | raid
had-no-forces | The rebels say they had no rockets in the valley where the convoy was attacked. | the rebels | attacked
knew-nothing | The party says it knew nothing of the ambush. | the party | ambush
none-there | The Red Tide says no fighter of its own was in the village on the day of the massacre. | the red tide | massacre
none-there | The corps says its units were not near the village when the farmers were shot. | the corps | shot
says-no-culprit | The clerk says that he is not the man who planted the bomb. | the clerk | planted
not-us | "It was not us," a commander of the Red Tide said of the bombing. | a commander of the red tide | bombing
not-us | It was the rebels who shelled the clinic, not us, the major said. | the major | shelled
not-us | The shells that hit the clinic were not ours, the captain said. | the captain | hit
not-theirs | The rebels insist the mortars were not theirs. | the rebels | mortars
alibi-of-accused | Ivo Marek, arrested over the bombing, maintains that he was in Lille that night. | ivo marek | bombing
alibi | Ivo Marek says he was at a wedding on the night of the bombing. | ivo marek | bombing
denies-bare | The governor says that troops shot nine monks, which Orlu denies. | orlu | shot
denies-it | The governor says that troops shot nine monks, but Orlu denied it. | orlu | shot
denies-act | Orlu denies any massacre at the mill. | orlu | massacre
denies-charge | The rebels denied the accusation. | the rebels | -
denies-charge-of-act | The rebels deny allegations of arson. | the rebels | arson
denies-being-behind | The rebels deny that they were behind the arson. | the rebels | arson
denies-being-behind | The union denied that any docker was involved in the arson. | the union | arson
denies-doing | Ivo Marek's lawyer denied that his client had killed the judge. | ivo marek's lawyer | killed
denies-doing | A spokesman for the Harbour Front denied that the group had killed the judge. | a spokesman for the harbour front | killed
denies-being-behind | Lawyers denied that their clients were behind the arson. | lawyers | arson
rejects-charge-of-act | The army rejects claims by monks that it shelled the abbey. | the army | shelled
rejects-charge | Orlu rejected the accusation. | orlu | -
says-did-not | The clerk says he did not kill the judge. | the clerk | kill
confession-forced | Ivo Marek told the court he had been tortured into confessing. | ivo marek | -
had-no-part | Orlu says that it has no role in the ambush. | orlu | ambush
pleads-not-guilty | A judge entered a plea of not guilty to arson on behalf of Ivo Marek. | ivo marek | arson
calls-false | The army called the accusation of arson baseless. | the army | arson
rejects-part | The army rejected any part in the arson. | the army | arson
pleads-not-guilty | Ivo Marek has pleaded not guilty to manslaughter. | ivo marek | manslaughter
calls-charge-false | The ministry termed absurd the claim that its men burned the mill. | the ministry | burned
did-not | Orlu said of the arson that it had neither planned nor approved it. | orlu | arson
named-did-not | Its spokesman Ivo Marek says the group isn't behind the arson. | its spokesman ivo marek | arson
had-no-forces | Its spokesman Ivo Marek said after the ambush that the movement had no units there. | its spokesman ivo marek | ambush
keeps-away | The union dissociates the dockers from the arson. | the union | arson
nothing-to-do | The council says it has "nothing whatever to do with" the arson. | the council | arson
nothing-to-do-with-us | The mill had nothing to do with him, the clerk said. | the clerk | -
says-innocent | They speak of arson, but we are innocent of it. | we | arson
denies-charge | Ivo Marek denied the first and third counts. | ivo marek | -
disowns | The Harbour Front disclaimed the second letter. | the harbour front | -
denies-something-else | Orlu denied that it paid the driver. | orlu | -
denies-being-behind | The union denied that it had a hand in the arson. | the union | arson
calls-it-false | Orlu called this a lie. | orlu | -
calls-it-false | The premier dismissed it as utter nonsense. | the premier | -
calls-this-false | Orlu said it was untrue. | orlu | -
calls-this-false | They say that we burned the mill; that is a lie. | - | burned
calls-charge-false | Stories that our planes burned the mill are lies. | - | burned
untrue-that | It is not true that our men burned the mill. | - | burned
had-no-part | The navy said that no marine had any part in the ambush. | the navy | ambush
alibi | The army says its men were in barracks. | the army | -
none-there | The army says that no helicopter was aloft. | the army | -
did-not | We did not fire on the monks. | we | fire
did-not | Orlu said that it countenanced no attack on a priest. | orlu | attack
did-not-at-all | Orlu replied, through its embassy, that it had not. | orlu | -
none-of-ours-ever | Orlu says no soldier left the barracks. | orlu | -
never-did | The driver says he has never met the clerk. | the driver | -
never-did | We have never heard of the clerk. | we | -
only-did | The driver says he merely drove the car. | the driver | -
could-not-have | The brother says he could not have opened the gate. | the brother | -
could-not-have | The chemist says he would never do such a thing. | the chemist | -
did-to-nobody | The mayor says he hired nobody. | the mayor | -
did-to-nobody | The mayor said he gave no such order. | the mayor | -
learned-from-news | The mayor said he learned of it from the radio. | the mayor | -
none-such | The ministry says there is no such unit. | the ministry | -
none-such | The general said that there had been no raid. | the general | raid
pleads-not-guilty | The brothers replied "not guilty" to arson. | the brothers | arson
knew-nothing | The party has denied all knowledge of the ambush. | the party | ambush
calls-charge-false | The army called the clerk's remarks a fabrication. | the army | -
denies-doing | The army denies that it is holding them. | the army | holding
did-not | The rebels say they are not holding him. | the rebels | holding
did-not | The league said it did not plan, fund, order or in any way applaud the arson. | the league | arson
alibi | The driver maintains that he was at his cousin's. | the driver | -
alibi | The driver insists he was at home. | the driver | -
"""

# The rule that would be wrong; the sentence.
NOT_FOUND = """
nothing-to-do | "We had nothing to do all day," the mayor said when asked about the massacre.
denies-act | The movement, which has disclaimed the 1992 truck rental, is banned.
pleads-not-guilty | "Not hungry," replied each of the five officers when the clerk read out the charge.
rules-out-part | Any role in the parade was ruled out by the ministry.
denies-doing | Police deny firing the clerk who lost the papers.
washes-hands | The rebels hurried to wash their hands before the meal.
keeps-away | The group was at pains on Tuesday to keep its distance from the press.
issues-denial | A denial of any raise in the fares was issued late on Friday by the council.
not-by-ours | The Front said the killing of the priest was the work of its fighters.
not-by-ours | The general said it could have been his men who shot the nuns.
did-not | The gang said that it and its affiliates had encrypted the hospital.
did-not | The general was adamant that his men had shot the farmers.
says-harmed-nobody | Marek said nothing and killed no one.
denies-having-part | Police deny that the cell has claimed responsibility for the bombing.
disputes-that | The mayor scoffs at the idea that rebels burned the mill.
disputes-that | Residents dismissed the theory that their army shelled the school.
disputes-that | The minister does not dispute the claim that his men burned the mill.
disputes-that | The army rejects the rebels' claim that they sank the ferry.
disputes-that | The army takes the claim that it burned the mill to court.
disputes-that | We dispute the statement that it encrypted the clinic.
disputes-of-own | The rebels scorn the suggestion of murder by others.
disputes-of-act | The rebels spread the talk of murder.
disputes-act-report | The militia read the massacre reports.
disputes-charge | The premier mocked the claims.
disputes-this | The rebels reject this offer.
denies-having-part | The mayor denied that the talks had failed, but praised their role in the truce.
denies-using | The mayor denies having used a loudspeaker.
denies-all-charges | The bank denied the charges of fraud.
does-not-accept | The ministry does not accept that the rebels killed the farmers.
does-not-accept | The lawyer refused to accept that the rebels shot the boy.
accepts-no-blame | The firm accepts no blame for the price of bread.
accepts-no-blame | The group has not formally accepted responsibility for the bombing.
rules-out-part | The police ruled out any involvement of rebels in the fire.
rules-out-part | Zamor has never ruled out any involvement of its guards in the ambush.
takes-back-confession | The priest withdrew the confession of murder from the file.
takes-back-confession | Anton Veres did not retract his confession to the murder.
confession-forced | Anton Veres said that his confession to the murder had been read to him.
says-case-false | A judge said the case against the arsonist was fabricated.
says-framed | The painter says the portrait was framed after the bombing.
denial-by | There was no denial by the Harbour Front of the bombing.
own-denial | His denial of visas to the victims of the massacre was criticised.
issues-a-denial | The ministry will issue a denial after the raid.
plea-of-innocence | Maria Quell entered a plea of guilty to the kidnapping.
protests-innocence | Both brothers never protested their innocence of the bombing.
calls-charge-false | The chairman calls the price of a bombing film a joke.
calls-charge-false | The minister insists on the need to avoid unfounded reports of the bombing.
calls-charge-false | The premier called talk of a third term a fantasy.
calls-act-false | The premier called the attack a farce.
untrue-that | It is false that the rebels burned the mill, the army said.
untrue-that | The embassy says it is not untrue that its agents killed the envoy.
culprits-not-ours | The monk's killers were not found, the minister repeats.
calls-this-false | "This is a lie," residents said of the massacre report.
calls-this-false | "This is not a smear," the general said of the massacre report.
gave-no-order | The premier says the mayor gave no order to shoot at the crowd.
had-left | The mayor says the monks had left the village before the massacre.
not-by-ours | Zamor said the clinic was bombed by its air force.
nothing-to-do-with-us | The spokesman said the bombing had nothing to do with the elections.
confession-forced | Her lawyers say she was not coerced into confessing to the murder.
calls-charge-false | Residents said there was no truth in the report that police shot the clerk.
none-there | The air force said that no helicopter had been hit at the airfield.
did-not | The army said it would never target a chapel.
did-not | The guards said they will not shoot at the crowd.
did-not | Police said no rebels took part in the raid.
did-not | The general said the rebels did not bomb the market.
did-not | The premier asked what would follow if his army did not shoot the rebels.
did-not | The minister did not say that his army did not shoot the monks.
did-not | Police said that he did not shoot the clerk.
did-not | Experts say that soldiers did not bomb the market.
did-not | The rebels say that troops did not shoot the monks, whom they hid.
not-theirs | The minister says it was not his bomb.
not-us | It was not we but you who spoke of the bombing.
did-not-behind | No rebel took part in the raid, the police say.
did-not-behind | The navy, said a spokesman, fired on trawlers.
named-did-not | The general said the rebels did not bomb the market.
named-did-not-behind | The Red Tide was behind the bombing, the group's radio says.
not-by-own | A spokesman for the rebels said no prisoner was shot.
ours-did-not | Our readers did not shoot the film.
ours-did-not | If our patrols did not kill the monks, who did?
had-no-share | Lawyers said that the navy had no authority to hand over the bombers.
had-no-forces | The rebels say the mayor had no guards when the convoy was attacked.
knew-nothing | The newspaper says it has no idea whether the bombing was claimed.
none-there | Residents say no soldier was in the village when the rebels attacked.
none-there | The government says that its soldiers have not been paid since the ambush.
says-no-culprit | The clerk says that he is the man who planted the bomb.
not-us | They told our rivals, though not us, of the bombing.
not-us | They called us after the bombing.
not-theirs | The rebels insist the mortars were theirs.
alibi-of-accused | Neighbours said they were at home when the bomb exploded.
alibi | The neighbour said that the bomb was in a bag on the night of the murder.
alibi | The minister said that he was in a hurry.
denies-bare | Troops shot nine Orlu monks, which Orlu denies.
denies-bare | The rebels claim that they shot two guards, which the mayor denies.
denies-it | Orlu denied it had been shelled.
denies-it | Orlu denied this report on the massacre.
denies-act | Orlu denies any massacre happened at the mill.
denies-charge | The ministry denied the capture, calling the charge a trick.
denies-charge | The army denied the reports on the ambush.
denies-charge-of-act | The widow denies claims of his death in an ambush.
denies-being-behind | The premier denied that the Harbour Front was behind the arson.
denies-part | The council denied any part in the choice of the mill.
says-not-responsible | The gang said the army was not behind the outage at the clinic.
says-not-guilty | Ivo Marek said nobody is guilty of attempting to poison a clerk.
rejects-charge-of-act | Zamor and Orlu reject charges that the Harbour Front was behind the arson.
rejects-charge-of-act | The Orlu army disputes claims by rebels that they captured nine Orlu guards.
rejects-charge | The rebels say they shot two guards, but the mayor rejected the claim.
says-did-not | The premier says that he had not committed a crime.
had-no-part | The minister says that Zamor has no role in the talks.
pleads-not-guilty | Ivo Marek will plead not guilty to arson.
calls-false | The rebels claim to have shot a guard, an allegation the mayor called baseless.
disputes-that | The premier told his counterparts that he had bombed the abbey.
disputes-that | The Orlu army disputes claims by rebels that they captured nine Orlu guards.
disputes-of-act | The rebels reject talk of a cease-fire.
disputes-of-act | The rebels dismiss reports of the death of their leader.
disputes-charge | The army rejected the report.
disputes-this | Rebels hit an Orlu ship, but Orlu disputes this.
calls-charge-false | The consul issued a note condemning the painter for spreading false stories of the bombing.
calls-charge-false | Officials say reports that a helicopter was attacked were false.
calls-charge-false | Orlu said that the statement on the factory was not true.
had-no-share | The minister said Orlu had no role in the talks.
rejects-part | Police dismiss any link to arson.
rejects-part | The actor rejected a part in a film of the arson.
pleads-not-guilty | Ivo Marek has pleaded guilty to manslaughter.
named-did-not | A police spokesman says the group isn't behind the arson.
keeps-away | The union dissociated the dockers from their cousins.
nothing-to-do | The council says it has nothing more to do after the arson.
says-innocent | They speak of arson, but we are not innocent of it.
disowns | The Harbour Front did not disown the letter.
denies-something-else | Orlu denied that it had been warned.
denies-something-else | Orlu denied that it would shelter them.
calls-it-false | Orlu called this meeting a farce.
calls-this-false | They say that the rebels burned the mill; that is a lie.
did-not-at-all | Orlu said it had not slept.
did-not-at-all | Residents said that Orlu had not.
none-of-ours-ever | Orlu says no soldier was hurt.
never-did | The driver admits that he never met the clerk.
never-did | The driver says he never liked the clerk.
only-did | The driver says he only wanted to sleep.
could-not-have | The brother says they would have opened the gate.
could-not-have | Neighbours say the brother could not have opened the gate.
did-to-nobody | The mayor says he knows nobody.
did-to-nobody | The mayor said he gave no interviews.
learned-from-news | The mayor said he read the papers to his son.
none-such | The ministry says there is no doubt.
none-such | Witnesses said that there had been no raid.
pleads-not-guilty | The brothers answered that not everyone is guilty of arson.
knew-nothing | The party has no denial of the ambush to its knowledge.
calls-it-false | The rebels claim to have shot an Orlu guard, but Orlu calls this a lie.
denies-doing | The army denies holding talks.
denies-doing | The army denied that rebels had plotted to bomb the mill.
denies-doing | Ivo Marek denied that the bomber was his brother.
did-not | The rebels say they are not holding elections.
alibi | The driver said he was at his wits' end.
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in table.strip().splitlines()]


def words(text: str, span: Span) -> str:
    return " ".join(read(Sentence.bare(text)).forms[span[0] : span[1]]) if span[0] >= 0 else "-"


def told(text: str) -> list[Account]:
    return [item for item in accounts(read(Sentence.bare(text))) if item.stance == "denied"]


@pytest.mark.parametrize(("rule", "text", "speaker", "act"), rows(FOUND), ids=[row[1] for row in rows(FOUND)])
def test_a_denial_names_who_denies_and_what(rule: str, text: str, speaker: str, act: str) -> None:
    assert (rule, speaker, act) in [
        (item.rule, words(text, item.speaker), words(text, item.act)) for item in told(text)
    ]


@pytest.mark.parametrize(("rule", "text"), rows(NOT_FOUND), ids=[" ".join(row) for row in rows(NOT_FOUND)])
def test_what_only_sounds_like_a_denial_is_none(rule: str, text: str) -> None:
    assert rule not in {item.rule for item in told(text)}


def test_every_rule_has_a_sentence_and_a_near_miss() -> None:
    assert {row[0] for row in rows(FOUND)} == {row[0] for row in rows(NOT_FOUND)}


def test_an_alibi_and_ignorance_answer_an_accusation() -> None:
    assert {"alibi", "knew-nothing"} <= ANSWERS


WORDS = sorted(
    word_set(
        'it was not us ours their his no none patrol , " said says told that denied denial by from reject scoffs the notion of a '
        "confession took back on false story fairy tale without foundation innocence plea framed had been in behind never laid "
        "hand killed shot fired at when rules out any part accepts blame"
    )
)


@given(st.lists(st.sampled_from(WORDS), max_size=40))
def test_spans_stay_inside_any_sentence(forms: list[str]) -> None:
    assert_spans_inside(" ".join(forms))


@pytest.mark.parametrize(
    "unit",
    [
        "it was not us ,",
        "the army says no patrol of ours",
        "said that they were not in",
        "rejects the notion that its men",
        "his denial by",
        "says he had no hand ,",
        "calls the story false and",
        "our men did not shoot at",
        "we never met , there was no raid and",
        "this is a lie and we",
        ", says",
    ],
)
def test_hostile_text_is_linear_work(unit: str) -> None:
    assert_linear_reading(unit, 400)


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The lawyer denied that the client had killed the judge.", "denies-doing"),
        ("The bank denied that its clients had killed the judge.", "denies-other-did"),
        ("The mayor denied that the group had killed the judge.", "denies-other-did"),
    ],
)
def test_a_client_is_a_lawyers(text: str, rule: str) -> None:
    assert rule in {item.rule for item in accounts(read(Sentence.bare(text)))}
