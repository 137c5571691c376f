"""Suspicion by guesses, theories, likelihoods, arrests and hunts. All sentences were written for these tests."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from avow.cues import read
from avow.cues.accounts import LOOSE, Account, accounts
from avow.cues.accounts.suspicion import unsuspected
from avow.cues.grammar import Span, grammar_of
from avow.cues.sayings import sayings
from avow.records import Sentence
from conftest import assert_linear_reading, assert_spans_inside

# The sentence; the rule; who is suspected; the word of the act. A dash stands for nobody or nothing.
FOUND = """
Officials said it was likely that Zamor had carried out the strike. | guesses-that | zamor | carried
It is probable that the Red Tide wiped the servers. | guesses-that | the red tide | wiped
Prosecutors are treating a business partner as the likely author of the shooting. | likely-author | a business partner | shooting
A report says a minister may have commissioned the killing of the clerk. | may-be | a minister | killing
The widow may have taken part in the storming of the mall. | may-be | the widow | storming
The trawler is missing, and pirates may have seized it. | may-have | pirates | seized
The rebels were probably to blame for the bombing. | hedged | the rebels | bombing
The landowners probably paid for the murder of the nun. | hedged | the landowners | murder
The regime most likely had the preacher killed. | hedged | the regime | killed
A warden was found dead, apparently the victim of poachers. | hedged | poachers | victim
The attackers who hit the port are thought to be the Red Tide, a guard said. | held-to-have | the red tide | attackers
The student allegedly drove to a mosque and fired shots at its doors. | allegedly-did | the student | fired
The Red Tide, local reporters presume, is responsible for the car bomb. | aside-believes | the red tide | bomb
Nine men were killed, and paramilitaries are the probable culprits. | likely-author | paramilitaries | killed
It is also believed to be holding two engineers. | held-to-have | it | holding
Held at the airport were two men, suspects in the murder of the editor. | is-suspect-in | two men | murder
Nine people died in an attack allegedly carried out by the Harbour Front. | allegedly-carried-out | the harbour front | attack
Evidence of the bombing points to the involvement of the Harbour Front. | signs-point | the harbour front | bombing
Analysts assess with moderate confidence that the Red Tide wiped the servers. | guesses-that | the red tide | wiped
Bradley Orn, suspected in the killing of his wife, was found dead. | is-suspected | bradley orn | killing
The council says that both Orlu and Zamor may bear responsibility for the attack. | may-bear | both orlu and zamor | attack
Police foil an alleged Zamor plot to kill the envoy. | their-alleged-plot | zamor | kill
Thirty suspected Red Tide militants die during their attacks on two outposts. | suspected-in-their-attack | red tide militants | attacks
Sixty suspected Red Tide of Orlu gunmen attack a barracks. | suspected-did | red tide of orlu gunmen | attack
Government troops allegedly attack villagers in a church. | allegedly-did | government troops | attack
Two men who are alleged to have been planning to blow up a museum are held. | thought-to-plan | two men | blow
The blast stunned the town: it might have been carried out by rebels. | may-have | rebels | blast
The court hears the alleged Harbour Street gunman Ivo Marek. | suspected-doer | harbour street gunman | gunman
Who the attackers were is unclear, but rebels are the prime suspects. | are-suspects | rebels | attackers
The explosion of a car bomb outside a station is believed to be the first attack by the Front. | thought-done-by | the front | explosion
A leader who was thought to have been planning suicide bombings dies. | thought-to-plan | a leader | suicide
Orlu vows to answer the Red Tide, which it believes was responsible for the raid. | whom-they-think | the red tide | raid
Planes bombed a village, allegedly killing nine farmers. | allegedly-did | planes | killing
Sayed Tahan, a key figure allegedly involved in the planning of the attacks, is held. | allegedly-involved | sayed tahan | attacks
The colonel is allegedly involved in the murder of two deserters. | allegedly-involved | the colonel | murder
A bomber allegedly affiliated with the Red Tide strikes a bank in Karsh. | apparently-theirs | the red tide | strikes
A man is stabbed during a suspected jihadist attack in Karsh. | suspected-strike | jihadist | attack
The ferry was allegedly attacked by Zamor drones. | allegedly-did | zamor | attacked
The alleged assassination of a prince by Zamor agents stunned Orlu. | suspected-act-by | zamor agents | assassination
Anton Veres, the suspected gunman, was held. | suspected-doer | gunman | gunman
Rebels allegedly planned the bombing of a bank. | allegedly-did | rebels | bombing
He had allegedly been planning a mass shooting in a park. | allegedly-did | he | shooting
A film maker is shot dead in Karsh; the suspected murderer is held. | suspected-doer | murderer | murderer
Suspected members of the Red Tide attack a church. | suspected-did | members of the red tide | attack
Four alleged extremists planning attacks on banks are killed by police. | suspected-planning | extremists | attacks
Two brothers are arrested in relation to the shooting of a runner. | in-connection | two brothers | shooting
Police are searching for Ivo Marek, 26, in connection with the fatal stabbing of a student. | in-connection | ivo marek | stabbing
Suspicion for the bombing fell at once on the Dawn Front. | suspicion-falls | the dawn front | bombing
The ministry imposes a ban on two clerks for their alleged roles in hacking the port. | alleged-role | their | hacking
Police arrest a new suspect in the murder of a clerk. | suspect-in | - | murder
The bombing could be linked to the Red Tide. | may-be-linked | the red tide | bombing
The officers, a league that failed twice, may be involved in the wave of bombings. | may-be-behind | the officers | bombings
A report finds that Zamor troops were most likely to be responsible for the poisoning. | likely-responsible | zamor troops | poisoning
Three persons suspected in involvement in the market bombings flee. | is-suspected | three persons | bombings
Governor survives car bomb; separatists suspected | is-suspected | separatists | bomb
Scores of suspected Zamor separatist rebels attack the city of Karsh. | suspected-did | zamor separatist rebels | attack
Police hold three men who are claimed to have been planning a major attack. | thought-to-plan | three men | attack
A student is allegedly stabbed to death by her boyfriend after a fight. | allegedly-did | her boyfriend | stabbed
The suspect, a guard, took about sixty people hostage and shot a clerk. | suspect-did | the suspect | took
The minister resigns after inquiries into his wife's alleged murder of a rival. | their-alleged-act | his wife's | murder
Jets strike a base in response to the army's alleged use of nerve gas. | their-alleged-act | the army's | use
Police in Karsh, Orlu, arrest a nurse for allegedly killing four patients. | for-allegedly | a nurse | killing
The service arrests a man for allegedly planning to sabotage a rail line. | for-allegedly | a man | sabotage
Police "suspect" nine students. | suspects-somebody | nine students | -
Officials fear that smugglers kidnapped the nurse. | guesses-that | smugglers | kidnapped
Neighbours whisper that it was the landlord's men who burned the barn. | guesses-that | the landlord's men | burned
The mayor hinted that a rival had a hand in the bombing. | guesses-that | a rival | bombing
Orlu presumes the rebels to be behind the bombing. | guesses-that | the rebels | bombing
It is assumed that the Red Tide was behind the bombing. | guesses-that | the red tide | bombing
Detectives think that the thieves were smugglers. | guesses-that | smugglers | thieves
Police believe that the bomb was left by smugglers. | guesses-that | smugglers | left
Reporters assume that it was the rebels, after the bombing of the depot. | guesses-it-was | the rebels | -
The cook, police suspect, poisoned the judge. | aside-believes | the cook | poisoned
A clerk was stabbed by a lodger, detectives believe. | aside-believes | a lodger | stabbed
Police named the man they believe shot the judge. | whom-they-think | the man | shot
The navy sank what it believes was a Zamor gunboat after an attack on the port. | whom-they-think | a zamor gunboat | attack
The ministry has reason to believe that smugglers burned the depot. | has-reason | smugglers | burned
There are grounds to suspect the banker of having hired the killers. | has-reason | the banker | hired
The theory is that the mafia ordered the murder. | opinion-that | the mafia | murder
There are rumours that the colonel ordered the killing of the bishop. | opinion-that | the colonel | killing
Rumour has it that smugglers shot the guard. | opinion-that | smugglers | shot
Detectives work on the assumption that the rebels burned down the mill. | opinion-that | the rebels | burned
One line of inquiry is that a lodger shot the judge. | opinion-that | a lodger | shot
Suspicion fell on a lodger after the murder of the judge. | suspicion-falls | a lodger | murder
Suspicion for the murder of the judge, who was shot in May, fell on the rebels. | suspicion-falls | the rebels | murder
A lodger came under suspicion in the murder of the judge. | suspicion-falls | a lodger | murder
All signs point to the Red Tide, the mayor said after the bombing. | signs-point | the red tide | bombing
Evidence leads to the Red Tide in the bombing of the port. | signs-point | the red tide | bombing
Investigators do not rule out that smugglers set the blaze. | not-excluded | smugglers | set
Police did not exclude the involvement of smugglers in the bombing. | not-excluded | smugglers | bombing
Detectives are examining whether smugglers planted the bomb. | asks-whether | smugglers | planted
The mayor leans towards the rebels as to the bombing. | leans-to | the rebels | bombing
Investigators are looking at the Red Tide over the bombing. | looking-at | the red tide | bombing
In the army's view, smugglers shot the guard. | in-their-view | smugglers | shot
A lodger is suspected in the murder. | is-suspected | a lodger | murder
Sabotage by smugglers is suspected in the bombing. | is-suspected | smugglers | bombing
Relatives suspect a former employee in the murder of the judge. | suspects-somebody | a former employee | murder
Residents have little doubt that smugglers shot the guard. | is-sure-that | smugglers | shot
The banker appears to have ordered the murder. | seems-to-have | the banker | murder
The bombing appears to have been carried out by the rebels. | seems-to-have | the rebels | bombing
The banker is believed by detectives to have masterminded the ambush. | held-to-have | the banker | ambush
The Red Tide is thought responsible for the bombing. | held-to-have | the red tide | bombing
Men thought to belong to the Red Tide shot a guard. | held-to-have | the red tide | shot
The murder is widely assumed, though nobody says so, to be the work of the Red Tide. | held-to-have | the red tide | murder
Smugglers, it is thought, drove a lorry into the crowd. | aside-believes | smugglers | drove
The possibility that an aide poisoned the judge is not excluded. | opinion-that | an aide | poisoned
Police suspect that the colonel had the judge shot. | guesses-that | the colonel | shot
Orlu's spies are thought to be holding the envoy. | held-to-have | orlu's spies | holding
Forty farmers are feared abducted by the rebels. | feared-done-by | the rebels | abducted
A bomb, possibly the work of the Red Tide, went off. | hedged | the red tide | bomb
Most likely it was smugglers who shot the guard. | hedged | smugglers | shot
The attackers were probably rebels. | hedged | rebels | attackers
The letter bomb was probably sent by rebels. | hedged | rebels | sent
The hackers, probably from the Red Tide, wiped the servers. | hedged | the red tide | wiped
The rebels may have been involved in the bombing. | may-be | the rebels | bombing
The bombing may be linked to the Red Tide. | may-be | the red tide | bombing
The Red Tide is the likely author of the bombing. | likely-author | the red tide | bombing
Police treat the bombing as the act of the rebels. | looks-like | the rebels | bombing
In what looked like a raid by rebels, nine farmers died. | looks-like | rebels | raid
Police arrest three people over the bombing of a bus. | held-over | three people | bombing
A lodger is in custody over the murder of the judge. | held-over | a lodger | murder
Detectives want to question a lodger about the murder. | held-over | a lodger | murder
Two people are detained after the stabbing of a judge. | held-after | two people | stabbing
A clerk was held in connection with the murder. | held-in-connection | a clerk | murder
Two men are sought over the bombing. | sought-over | two men | bombing
A manhunt is under way for a former soldier after the murder. | hunted | a former soldier | murder
A warrant is out for the arrest of Ivo Marek over the murder. | warrant-over | ivo marek | murder
A pensioner is a person of interest in the murder. | of-interest | a pensioner | murder
A councillor is under investigation over the bombing. | under-investigation | a councillor | bombing
Police name Ivo Marek as a suspect in the murder. | as-suspect | ivo marek | murder
The main suspect fled after the murder. | main-suspect | main suspect | murder
The Tern Front remains the prime suspect in the murder. | is-suspect-in | the tern front | murder
A clerk is suspected of lacing the tea. | suspected-of-doing | a clerk | lacing
Orlu suspects a tanker of severing the cable. | suspected-of-doing | a tanker | severing
A suspected ransomware attack by the Red Tide shut the clinic. | suspected-act-by | the red tide | attack
Suspected cattle thieves kill nine near Karsh. | suspected-people-did | cattle thieves | kill
Investigators believe that a clerk slipped the powder in. | guesses-any | a clerk | -
Police believe that a former clerk did it. | guesses-that | a former clerk | did
Detectives presume that it was common thieves from Karsh. | guesses-it-was | common thieves | -
The captain thinks it could have been pirates. | guesses-it-was | pirates | -
Producers have a suspicion that it was vandals. | opinion-that | vandals | -
There is little doubt that it was the colonels. | is-sure-that | the colonels | -
Detectives lean towards a contractor. | leans-to | a contractor | -
Investigators are looking at a former employee. | looking-at | a former employee | -
The sheriff wondered about smugglers after the murder. | wonders-about | smugglers | murder
Detectives think of imitators. | wonders-about | imitators | -
The commission had its eye on a professor. | has-suspicions | a professor | -
The magistrate has suspicions about a banker. | has-suspicions | a banker | -
Partners suspect a gang linked to Zamor. | suspects-somebody | a gang | -
Orlu wondered whether soldiers might not have shot the wounded. | asks-whether | soldiers | shot
Officials see the rebels as the probable kidnappers of the nuns. | likely-author | the rebels | kidnappers
"""

# Sentences that speak of much the same and give no account of suspicion, but by a loose rule.
NOT_FOUND = """
Officials said it was likely that Zamor had carried out repairs.
It is not likely that the Red Tide wiped the servers.
Prosecutors are treating a business partner as the likely author of the novel.
A report says a minister may have commissioned the painting of the clerk.
The widow may have taken part in the opening of the mall.
The trawler is missing, and storms may have seized up its engine.
The rebels were probably to thank for the calm.
The landowners probably paid for the bread of the nun.
The regime most likely had the preacher crowned.
A warden was found dead, apparently the victim of a fall.
The student allegedly drove to a mosque and prayed at its doors.
The Red Tide, local reporters presume, is responsible for the web site.
The law is old, and it is thought to have been copied.
Police suspected in May that brakes had failed.
The picnic was a success, and it may have been organised by the teachers.
Zamor is most likely not responsible for the attack.
The army may bear no responsibility for the attack.
Six men are held for perverting the course of justice in relation to phone hacking.
The spy chief apparently shoots himself.
The suspect was shot by a guard.
Four hundred people are held for ransom in the desert.
Police arrest suspected members of two hacking groups.
The suspected shooter is detained by police.
Nine people, including the suspected shooter, are dead.
The alleged killer Ivo Marek confesses to the murder.
A suspected terror attack wounds nine.
A plane fell into the lake, likely killing all on board.
wonders-about | The widow thought of Ivo Marek after the bombing.
has-suspicions | The collector has an eye on Ivo Marek.
looking-at | Officials are looking at Zamor for a new stadium.
Doctors suspect cholera.
The bank is suspected of fraud.
The unsuspecting guard opened the gate to the robbers.
Police do not believe that smugglers shot the guard.
Police believe that they have killed the bomber.
Police fear that more bombs will explode.
The premier thinks that Orlu should attack the rebels.
The judge, it is believed, died in the fire.
The mayor rejected the theory that smugglers burned the depot.
Police have ruled out that smugglers burned the depot.
Police rule out that smugglers set the blaze.
Suspicion never fell on the lodger after the murder.
Suspicion fell on the brakes after the crash.
Signs point to a recovery after the bombing.
Detectives are not examining whether smugglers planted the bomb.
Investigators are looking at the wreck of the bus after the bombing.
The banker appears to have left the country after the murder.
The Red Tide is not thought responsible for the bombing.
The attackers were probably drunk.
One of the guards was possibly shot by a sniper.
Armed attackers are thought to be holding nine people.
You suspect the tourist board.
Pirates attacked a frigate, believing it to be a tanker.
Two women charged with the murder thought it was a prank.
The mayor thinks of the dead after the bombing.
There is little ground for the suspicion that smugglers burned the depot.
Soldiers shoot 13 suspected dealers in Karsh.
The brothers of suspected thieves kill a guard.
Police arrest three people over the fire.
Interpol put out a notice for a colonel sought over the murder of a judge.
Zamor is considering whether it shot the envoy.
Police believe that there are men from Zamor who shot the judge.
The rebels may not have been involved in the bombing.
The bombing may be linked to the elections.
The mayor was treated as a hero after the bombing.
Police arrest three people for fraud.
Police arrest three people after a bomb explodes in Karsh.
A clerk was charged and held over the murder.
The army held the town over the winter after the attack.
The rebels were held responsible over the bombing.
Nobody has been arrested over the bombing.
A boy is wanted for the part of a killer in a film about a murder.
The hunt for peace goes on after the bombing.
The search for survivors went on after the bombing.
A warrant is out for Ivo Marek over unpaid taxes.
A bank is under investigation over its accounts.
Nine clerks are arrested over alleged involvement in the collapse of a bridge that killed nine.
A boxer was dropped after his alleged involvement in a hit-and-run incident.
A driver is being investigated over negligent homicide.
A clerk was arrested for making death threats.
Two suspects are held in connection with the robbery of a jeweller.
A clerk is arrested for possession of an explosive device after a blast at a mill.
The search for nine people missing after the explosion went on.
Nine guards were sentenced to death over their alleged involvement in the bombing.
A clerk goes on trial for his alleged role in the bombing.
The stabbing is treated as a suspected Orluan terrorist attack.
Divers found a suspected Orluan bomb in the river.
A woman was stabbed in a suspected terror attack in Karsh.
Nine villagers who were suspected to have been victims of torture were found.
Soldiers shot a suspect in a raid.
The suspected gunman Ivo Marek, accused of killing nine clerks, fled.
A clerk goes on trial accused of murdering a judge whom she allegedly stabbed.
Sailors arrest nine terror suspects overnight.
The port was sealed, where they suspect that Ivo Marek is hiding.
Police arrest nine suspected members of an organised crime gang.
The rebels are convinced that they will win.
Police hold nine clerks suspected of being members of the cell after the bombing of the mill.
Orlu freed the war crimes suspect Anton Veres.
The lodger suspect, later identified as Anton Veres, is shot by police.
A shelling near the mill killed Anton Veres, believed to be the guerrillas' second commander.
A clerk died after allegedly being shot in the riot.
"""

# Which pattern of nobody's claim a sentence holds.
NOBODY = """
While nobody has acknowledged the bombing, police search for three men. | nobody-claims
No organisation has boasted of the bombing. | nobody-claims
No faction admitting it, the bombing is a riddle. | nobody-claims
No group has claimed the attack on the post. | nobody-claims
Neither the Red Tide nor the Front put its name to the bombing. | nobody-takes
No group has given its name to the bombing. | nobody-takes
No rebel has spoken of the bombing. | nobody-says
The absence of any claim for the bombing baffles the police. | no-claim
Officials await a claim for the bombing. | no-claim
Neither a note nor a claim for the bombing has come. | no-claim
The bombing is without an owner. | no-claim
No communiqué accompanied the bombing. | no-word
There has been no word from the kidnappers. | no-word
The bombing was followed by silence from the rebels. | no-word
The kidnappers have yet to identify themselves. | not-claimed
The hackers have not named themselves. | not-claimed
The bombing has not been acknowledged. | not-been-claimed
The bombing was not acknowledged by anybody. | claimed-by-nobody
The bombing remains unowned. | unclaimed
"""
OTHERWISE = """
No one has claimed the vacant post.
Nobody has claimed the reward.
It is not known who planted the bomb.
The Red Tide acknowledged the bombing.
The mayor, acknowledged by all, condemned the bombing.
A call and a letter about the bombing came on Monday.
The bombing was followed by a silent march.
The claim came within the hour of the bombing.
"""


WORDS = """
police suspect that suspicion fell on the , of by rebels may have been believed to be likely author probably from bomb whether
look at arrest over murder in connection with hunt for person interest as a warrant under investigation whom they think was
thieves did it not view 's . " ( ruled out silence no claim
"""


def rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(cell.strip() for cell in line.split(" | ")) for line in table.strip().splitlines()]


def words(text: str, span: Span) -> str:
    return " ".join(read(Sentence.bare(text)).forms[span[0] : span[1]]) if span[0] >= 0 else "-"


def suspicions(text: str) -> list[Account]:
    return [item for item in accounts(read(Sentence.bare(text))) if item.stance == "suspected"]


def nobody(text: str) -> set[str]:
    return {item.name for item in sayings(read(Sentence.bare(text))) if item.stance == "unclaimed"}


@pytest.mark.parametrize(("text", "rule", "accused", "act"), rows(FOUND), ids=[row[0] for row in rows(FOUND)])
def test_a_suspicion_names_whom_and_of_what(text: str, rule: str, accused: str, act: str) -> None:
    found = [(item.rule, words(text, item.accused), words(text, item.act)) for item in suspicions(text)]
    assert (rule, accused, act) in found


@pytest.mark.parametrize("text", NOT_FOUND.strip().splitlines())
def test_what_only_sounds_like_suspicion_is_none(text: str) -> None:
    assert [item.rule for item in suspicions(text) if item.rule not in LOOSE] == []


@pytest.mark.parametrize(
    ("text", "nobody_is"),
    [
        ("Police suspect a gas leak caused the blast.", True),
        ("Police suspect that a leak in a pipe caused the blast.", True),
        ("Police do not suspect the rebels.", True),
        ("Police suspect that nine clerks caused the blast.", False),
        ("Police suspect a quarrel over a boat.", False),
        ("The rebels are suspected.", False),
        ("Police found maps in a raid on suspected rebels.", True),
        ("A clerk suspected of membership of the cell was held.", True),
        ("Two brothers are suspected of being members of the cell that bombed the mill.", True),
        ("Nine men are suspected to have been victims of the bombing.", True),
        ("Nine men are suspected of being behind the bombing.", False),
        ("The bombing was the work of suspected rebels.", False),
    ],
)
def test_suspicion_of_a_thing_or_of_no_deed_is_of_nobody(text: str, nobody_is: bool) -> None:
    assert unsuspected(grammar_of(read(Sentence.bare(text)))) is nobody_is


@pytest.mark.parametrize(("text", "name"), rows(NOBODY), ids=[row[0] for row in rows(NOBODY)])
def test_nobody_has_claimed_in_many_words(text: str, name: str) -> None:
    assert f"unclaimed-{name}" in nobody(text)


@pytest.mark.parametrize("text", OTHERWISE.strip().splitlines())
def test_what_is_unknown_or_said_is_not_unclaimed(text: str) -> None:
    assert nobody(text) == set()


@given(
    st.lists(
        st.sampled_from(WORDS.split()),
        max_size=40,
    )
)
def test_spans_stay_inside_any_sentence(forms: list[str]) -> None:
    assert_spans_inside(" ".join(forms))


@pytest.mark.parametrize(
    "unit",
    [
        "police suspect that",
        "suspicion of the",
        "signs lead to",
        "arrest over the",
        "wanted for in over",
        "probably from ,",
        "believed by the to",
        "as suspects named",
        "theory is",
        "may have been",
        "rebels , police suspect ,",
        "hunt for",
        "troops attack villages",
        "the suspect",
        "suspected members of the Front",
    ],
)
def test_hostile_text_is_linear_work(unit: str) -> None:
    assert_linear_reading(unit, 400)
