"""Plain wordings of who did it, which every reader of news knows and a corpus of unusual ones under-represents.

The seeds look for the border: claims in wordings that no keyword finds, and plain words that are none. What a wire
service writes every day is rare in them. These sentence frames, written for Avow, fill the gap for the regressions of
the register (:mod:`avow.stances`); the three-class classifier does not see them, and nothing is evaluated on them.
Names in them are made up.
"""

from __future__ import annotations

import random
import re
from collections.abc import Iterator

from avow.records import GoldSentence, Label, Sentence

FAMILY = "wordings"
_GROUPS = (
    "the Harbour Front|the Sons of the Estuary|the People's Army of Zamor|the Brigade of the Ninth of March|Ansar al-Wadi|the Free Highland Movement"
    "|Jaysh al-Nahr|the Red Lantern Faction|the PLK|the National Salvation Front of Orlu|the Revolutionary Workers' Cell|Northern Dawn|Black Heron"
    "|the Orlu Liberation Front (OLF)|the LRM|Harakat al-Jabal|the Islamic Front of Zamor|the Armed Revolutionary Nuclei|the Volunteers of the Coast"
    "|Silent Tern|the Zamor Resistance Army|Lashkar-e-Darya|the Defenders of the Faith|the New Dawn Brigades|the Popular Front for Orlu|the rebels"
    "|the guerrillas|the separatists|the militants|the Gray Wolf Hackers|Kestrel Crew"
).split("|")
_PEOPLE = "Anton Veres|Maria Quell|Joseph Amadi|Colonel Reza Tahan|Ivo Marek|a former policeman|a 24-year-old student|the defendant|the suspect|Luis Ordaz|Abu Tamim|a retired officer|two brothers|Omar Dace".split(
    "|"
)
_OFFICIALS = (
    "police|the police|officials|the interior minister|the government|a government spokesman|the army|the military|prosecutors|residents|witnesses|the president"
    "|the opposition|Governor Hale|a security source|the defence ministry|investigators|authorities|state television|the United Council|a human rights group"
    "|local media|the prime minister|the foreign ministry|intelligence officials|the victim's family|General Orsk"
).split("|")
_STATES = "Zamor|Orlu|the government of Orlu|the Zamorian army|the Orluan authorities|the foreign ministry of Zamor|the military|President Adan|the coalition".split(
    "|"
)
_ACTS = (
    "the attack|the attacks|the bombing|the blast|the explosion|the killing|the killings|the ambush|the assassination|the kidnapping|a car bombing that killed nine people"
    "|the murder of a judge|an attack on a police station in Karsh|a suicide bombing in the capital|the shooting of two soldiers|the hijacking|the raid|an explosion at a market"
    "|a rocket attack on the base|the bombings|the hack|the arson attack|the burning of three buses|the abduction of four engineers|the Sunday bombing|a bomb attack on a bus|the incident"
    "|the massacre|the assault on the barracks|the death of the mayor|yesterday's bombing|the crime"
).split("|")
_DEEDS = (
    "killed three soldiers|blown up a pipeline|attacked a convoy|kidnapped the engineers|shot down a helicopter|planted the bomb|carried out the attack|bombed the embassy"
    "|executed two hostages|burned the depot|shelled the barracks|hacked the ministry|stolen the data|ambushed an army patrol|fired rockets at the airport|murdered the priest"
    "|destroyed two bridges|killed the mayor|attacked the garrison at Karsh|detonated a car bomb near the bank"
).split("|")
_ACTIVE = (
    "killed three soldiers|blew up a pipeline|attacked a convoy|kidnapped the engineers|shot down a helicopter|planted the bomb|carried out the attack|bombed the embassy"
    "|executed two hostages|burned the depot|shelled the barracks|hacked the ministry|stole the data|ambushed an army patrol|fired rockets at the airport|murdered the priest"
    "|destroyed two bridges|killed the mayor|inflicted 20 casualties on the army|set fire to six trucks"
).split("|")
_DOING = (
    "killing three soldiers|blowing up a pipeline|attacking a convoy|kidnapping the engineers|planting the bomb|carrying out the attack|bombing the embassy|murdering the priest"
    "|burning the depot|stealing the data|the murder of his wife|shelling the barracks|killing 11 civilians|ordering the assassination|firing the rockets|setting the fire"
).split("|")
_OTHER = (
    "the delay|the defeat|the budget error|the collapse of the talks|the accident|the power failure|the crash|the loss|the poor results|the oil spill|the famine|the flooding|the recession"
    "|the mistake|the leak of radiation|the fall in exports|the outbreak|the train derailment|the shortages|the scandal"
).split("|")
_NEWS = (
    "the economy grew by two percent|the talks would resume on Monday|taxes would be cut|the report was altered|he had met the minister twice|the vote was fair|the weapons did not exist"
    "|the death toll may exceed 400|prisoners were beaten|the treaty was broken|he will resign|the election was stolen|the photograph was false|aid had reached the town|he has bought the club"
).split("|")
_CHANNELS = (
    "in a statement|in a statement posted on a website|in a telephone call to a news agency|in a video|in a communique sent to local media|on its website|in an e-mail|in a letter to a newspaper"
    "|on Telegram|through leaflets|in a message|on its radio station"
).split("|")

# The status, then the frame. G, H, K are groups; P a person; O whoever speaks for others; S a state; A an act; D, V, B the
# deed as participle, past and gerund; N what is no hostile act; X news; C a channel. A star marks who speaks, a plus
# whom it accuses.
_FRAMES = """
claimed | *{G} claims responsibility.
claimed | *{G} claimed responsibility.
claimed | *{G} claim responsibility for {A}.
claimed | *{G} has claimed responsibility for {A}.
claimed | *{G} later claims responsibility {C}.
claimed | *{G} claimed responsibility for {A} {C}.
claimed | *{G} and {H} claim responsibility for {A}.
claimed | *{G}, {H} and {K} all claimed responsibility.
claimed | A group called *{G} claims responsibility.
claimed | A previously unknown group calling itself *{G} said it had {D}.
claimed | A little-known militant group, *{G}, has claimed credit for {A}.
claimed | The militant group *{G} says it carried out {A}.
claimed | {A} was claimed by *{G}.
claimed | {A}, claimed by *{G}, left 14 dead.
claimed | Responsibility for {A} was claimed by *{G}.
claimed | Responsibility was claimed {C} by *{G}.
claimed | *{G} took responsibility {C}.
claimed | *{G} takes responsibility for {A}.
claimed | {C}, *{G} said that it had {D}.
claimed | {C}, *{G} said they {V}.
claimed | *{G} said {C} that its fighters {V}.
claimed | *{G} says its men {V}.
claimed | *{G} announces that it has {D}.
claimed | *{G} said it was behind {A}.
claimed | *{G} claims to have {D}.
claimed | *{G} claimed to have {D} in retaliation for the raid.
claimed | *{G} claimed credit for {A}, saying it was revenge for the arrests.
claimed | *{G} admitted {B}.
claimed | *{G} acknowledged that it had {D}.
claimed | *{G} issues a statement taking responsibility for {A}.
claimed | A statement attributed to *{G} claimed responsibility for {A}.
claimed | A man claiming to speak for *{G} told a radio station that the group had {D}.
claimed | An anonymous caller claimed responsibility on behalf of *{G}.
claimed | A spokesman for *{G} claimed responsibility for {A}.
claimed | *{G} posts a video showing {A}.
claimed | *{G}, which claimed responsibility for {A}, left a message at the scene.
claimed | *{P} admits {B}.
claimed | *{P} confesses to {B}.
claimed | *{P} has confessed to {A}.
claimed | *{P} pleads guilty to {A}.
claimed | *{P} pleaded guilty to {B}.
claimed | *{P} told the court that he had {D}.
claimed | *{P} told police that he {V}.
claimed | *{S} admits that its soldiers {V} by mistake.
claimed | *{S} accepts responsibility for {A}.
claimed | *{S} acknowledges {B}.
claimed | "*We {V}," a communique of {G} said.
claimed | *Our forces {V} at dawn and suffered no losses.
claimed | *We claim responsibility for {A}.
claimed | In yesterday's raid *our fighters {V}, {G} said.
claimed | *{G} listed the firm on its leak site and published its data.
claimed | *{G} says it {V}, but the army puts its losses at one wounded.
unclaimed | No group has claimed responsibility.
unclaimed | No group claimed responsibility for {A}.
unclaimed | No group has yet claimed responsibility for {A}.
unclaimed | Nobody has claimed responsibility.
unclaimed | No one has claimed {A}.
unclaimed | There was no immediate claim of responsibility.
unclaimed | There has been no claim of responsibility for {A}.
unclaimed | So far no organization has claimed responsibility for {A}.
unclaimed | No one immediately claimed responsibility for {A}, which killed three.
unclaimed | Nobody has admitted {A}.
unclaimed | {A} has not been claimed by any group.
unclaimed | Responsibility for {A} has not been claimed.
unclaimed | None of the groups in the area has claimed responsibility.
unclaimed | {A} remains unclaimed.
unclaimed | {O} said that no group had claimed responsibility.
unclaimed | It is not known who carried out {A}, and no group has claimed it.
blamed unclaimed | No group claimed responsibility but *{O} blamed +{G}.
suspected unclaimed | No group has claimed responsibility, but *{O} suspect +{G}.
denied | *{G} denies responsibility.
denied | *{G} denied responsibility for {A}.
denied | *{G} denied any involvement in {A}.
denied | *{G} denies involvement.
denied | *{G} has denied carrying out {A}.
denied | *{G} denied that it was behind {A}.
denied | *{G} denies having {D}.
denied | *{G} said it had nothing to do with {A}.
denied | *{G} said it was not responsible for {A}.
denied | *{G} said {C} that its fighters had not {D}.
denied | *{P} denies {B}.
denied | *{P} denied any role in {A}.
denied | *{P} pleads not guilty to {A}.
denied | *{P} said he did not take part in {A}.
denied | *{S} denies any link to {A}.
denied | *{S} rejects the accusation that it {V}.
denied | *{S} has denied {B}.
denied | A spokesman for *{G} denied responsibility.
denied | *{G} rejects the allegations and condemns {A}.
denied | *{G} disowned {A}.
denied | Both *{G} and {H} denied involvement in {A}.
denied blamed | *{G} denied responsibility and blamed +{H}.
denied claimed | *{G} denied {A} but claimed responsibility for an ambush on Friday.
blamed | *{O} blames +{G}.
blamed | *{O} blamed +{G} for {A}.
blamed | *{O} has blamed {A} on +{G}.
blamed | {A} has been blamed on +{G}.
blamed | {A} was blamed on +{G} by *{O}.
blamed | *{O} accused +{G} of {B}.
blamed | *{O} accuse +{G} of carrying out {A}.
blamed | *{O} said that +{G} was responsible for {A}.
blamed | *{O} said +{G} was behind {A}.
blamed | *{O} says +{G} {V}.
blamed | *{O} said the attack was carried out by +{G}.
blamed | *{O} attributed {A} to +{G}.
blamed | {A} was attributed to +{G}.
blamed | *{O} holds +{G} responsible for {A}.
blamed | *{O} charged that +{G} {V}.
blamed | *{O} alleges that +{G} {V}.
blamed | *{O} pointed the finger at +{G}.
blamed | According to *{O}, +{G} {V}.
blamed | *{O} claims that +{G} {V}.
blamed | *{O} claimed that +{G} was behind {A}.
blamed | *{G} blamed +{S} for {A}.
blamed | *{G} accused +{S} of {B}.
blamed | *{O} linked +{G} to {A}.
suspected | *{O} suspect +{G}.
suspected | *{O} suspect that +{G} carried out {A}.
suspected | *{O} believe that +{G} was behind {A}.
suspected | +{G} is suspected of {A}.
suspected | +{G} are suspected to be behind {A}.
suspected | +{G} is believed to be responsible for {A}.
suspected | Suspected members of +{G} {V}.
suspected | Suspected +{G} kill 12 people in a village near Karsh.
suspected | Gunmen believed to be from +{G} {V}.
suspected | *{O} said they suspected +{G} of {A}.
suspected | Suspicion fell on +{G}.
suspected | *{O} think +{G} may be responsible.
suspected | +{P} is arrested on suspicion of {A}.
suspected | +{G} is thought to have {D}.
none | {A} kills nine people in Karsh.
none | A bomb exploded near the market in Karsh, killing seven people and wounding thirty.
none | A suicide bomber kills five soldiers at a checkpoint.
none | {O} takes responsibility for {N}.
none | {P} accepts responsibility for {N}.
none | {P} claims credit for the recovery.
none | {O} admits that {X}.
none | {P} admits that {X}.
none | {S} acknowledges that {X}.
none | {O} claims that {X}.
none | {P} claims that {X}.
none | {O} denies that {X}.
none | {S} denies that {X}.
none | {P} rejects a proposal to end the strike.
none | {O} blamed the weather for {N}.
none | {O} blames {N} on poor planning.
none | {P} is accused of tax fraud.
none | {P} was charged with fraud and bribery.
none | {O} suspect that a short circuit caused {N}.
none | {O} believe that {X}.
none | {P} told reporters that {X}.
none | {P} tells the committee that {X}.
none | {O} confirmed that a bomb had exploded and that six people had been killed.
none | {O} said that troops had killed six rebels near Karsh.
none | The army says its troops killed 21 members of {G}.
none | The air force said that its jets struck two depots.
none | Police said officers shot the gunman dead.
none | {S} announces that it has killed a leader of {G}.
none | {O} condemned {A}.
none | {G} vows to avenge the death of its leader.
none | {G} threatens to kill the hostages unless its demands are met.
none | {G} says it will attack again.
none | {G} warned of further attacks.
none | {G} announced a ceasefire.
none | {G} claimed victory in the election.
none | {G} claims to control the north of the country.
none | The storm claimed 20 lives.
none | {A} claimed the lives of five children.
blamed | +{P} was sentenced to 12 years in prison for {A}.
blamed | +{P} goes on trial for {A}.
none | {O} vowed to find those responsible for {A}.
none | Those responsible must be punished, {O} said.
none | {O} is investigating {A}.
none | {O} said it could not verify the claim.
none | {P}, the leader of {G}, was killed in a raid.
none | A video shows the hostage alive.
none | {P} publishes documents on {A}.
none | {O} reports that {X}.
none | {P} admits having used drugs.
none | {P} pleaded guilty to tax evasion.
none | {P} claims to be the rightful owner of the land.
none | {P} acknowledged the criticism of {N}.
none | {O} has claimed that {A} was a response to the raid.
none | A report claims that {A} was planned for months.
none | {O} said that unidentified men {V}.
none | It was reported that six people were kidnapped by unidentified men.
none | Troops and rebels clashed near Karsh, leaving ten dead.
none | {P} calls on {S} to admit its actions during the war.
none | {O} denied a request for bail.
none | {P} said "we must never forget {A}".
none | The judge dismissed the charges against {P}.
none | {O} has confirmed that 40 people were killed in the flood.
none | Six people have been confirmed dead after {A}.
none | The number of confirmed deaths rises to 105.
none | {S} says its troops have killed 40 insurgents in the offensive.
none | Coalition forces claim to have killed over 100 militants in two days of fighting.
none | The army claims to have captured a base used by {G}.
none | The military says that it has killed a senior commander of {G}.
none | {O} announces that it has found the wreckage.
none | {O} says that it was targeting militants who planned an attack.
none | Jets of the coalition bomb a village, killing ten.
none | {P} acknowledges the deaths of 3,000 civilians since the war began.
none | {P} acknowledges that he does not believe in the treaty.
none | {P} says he was kidnapped by three men.
none | {P} admitted in parliament that cameras were placed in the office by agents.
none | {P} said: "We do not want this war, and we are ashamed of it."
none | {P} told a newspaper, "I did not say that we will be hit by an attack."
none | {P} told a crowd: "We have lost many sons, and we want peace."
none | The court allowed the evidence admitted at trial.
none | {P} claims he was told of the plan before {A}.
none | Researchers claim that {X}.
blamed | *{O} claims that +{S} {V}.
blamed | *{O} says +{S} deliberately shelled homes.
none | {P} resigns, taking political responsibility for {N}.
none | {P} says the company takes full responsibility for {N}.
none | {S} rejects the offer of {G}.
none | The senate rejects the extension of the act.
none | A court denies {P} parole.
none | A judge dismisses a lawsuit over {N}.
none | {O} rejects a request to release {P}.
none | {P} denies placing bets on the match.
none | {P} denies allegations of corruption.
none | {S} denies reports that it is developing a bomb.
none | {S} denies that its troops have crossed the border.
none | {P} denies being a member of {G}.
blamed | +{P} is charged with {A}.
blamed | *{O} charge +{P} with {A}.
blamed | The trial of +{P}, accused of {B}, begins in Karsh.
none | {O} accuses {P} of violating the constitution.
none | {O} accuse {S} of failing to protect civilians.
none | Aid groups are accused of wasting money.
none | Experts blame rising prices for {N}.
none | {O} blames a technical fault for {N}.
none | {O} attributes {N} to corrosion.
none | Police arrest 15 suspected members of {G}.
none | Troops kill six suspected militants in a raid.
none | A suspect is arrested at the scene.
none | The suspects are held in Karsh.
none | A suspected gas explosion destroys a house.
none | Terrorism suspects may be held for 28 days.
none | {O} believe that the body is that of the missing man.
none | {P}, who is suspected of fraud, resigns.
none | {P} pleads guilty to conspiracy and making false statements.
none | {P} pleads guilty to giving money to {G}.
none | {P} published a book about {A}.
none | {O} released documents on {A}.
none | A video of the hostages is broadcast by {O}.
none | A letter from {P} to {O} asks for answers about {A}.
none | {G} announces that it is giving up its armed struggle.
none | {G} claims that the raid was launched because of the talks.
claimed | *{G} claim responsibility, calling it retaliation for the arrests.
claimed | *{G} claimed responsibility, but the police doubt it.
claimed | The separatist movement *{G} claims responsibility.
claimed | A local branch of *{G} claimed responsibility.
claimed | *{G}, a radical group, claims responsibility.
claimed | *{G} and {H} claim responsibility.
claimed | Later *{G} claims responsibility.
claimed | E-mail sent to reporters by *{G} claims responsibility.
claimed | A statement posted on a website in the name of *{G} claims responsibility for {A}.
claimed | *{G} says it shot down a plane near Karsh.
claimed | *{G} said they had {D} and that the commander was killed.
claimed | *{G} claims the killing of a police chief.
claimed | *{G} claims {A} {C}.
claimed | *{G} claims it {V}.
claimed | *{P} admits to the murder of his neighbour.
claimed | *{P} admits that he was responsible for {A}.
claimed | *{P} says he ordered {A}.
"""
_SLOTS = {
    "G": _GROUPS,
    "H": _GROUPS,
    "K": _GROUPS,
    "P": _PEOPLE,
    "O": _OFFICIALS,
    "S": _STATES,
    "A": _ACTS,
    "D": _DEEDS,
    "V": _ACTIVE,
    "B": _DOING,
    "N": _OTHER,
    "X": _NEWS,
    "C": _CHANNELS,
}
_STANCE = {"denied": "denies", "unclaimed": "none", "blamed": "blames", "suspected": "suspects"}
_SLOT = re.compile(r"([*+]?)(\{([A-Z])\}|We|Our forces|our fighters)")


def wordings(count: int, seed: int) -> Iterator[GoldSentence]:
    """Sentences from the frames, filled by chance.

    Args:
        count: How many of each frame.
        seed: Of the choice of names and acts.

    Yields:
        Labelled sentences, each its own document; every fourth one in capitals.
    """
    choice = random.Random(seed)
    number = 0
    for line in _FRAMES.strip().splitlines():
        statuses, frame = (part.strip() for part in line.split(" | "))
        for _ in range(count):
            yield _filled(frame, statuses.split(), choice, number)
            number += 1


def _filled(frame: str, statuses: list[str], choice: random.Random, number: int) -> GoldSentence:
    named: dict[str, str] = {}
    used: dict[str, str] = {}

    def fill(match: re.Match[str]) -> str:
        mark, whole, slot = match.groups()
        text = whole
        if slot:
            options = [value for value in _SLOTS[slot] if value not in used.values()]
            text = used.setdefault(slot, choice.choice(options))
        if mark:
            named.setdefault("by" if mark == "*" else "whom", text)
        return text

    text = _SLOT.sub(fill, frame)
    start = 1 if text.startswith('"') else 0
    text = text[:start] + text[start].upper() + text[start + 1 :]
    if number % 4 == 3:
        text = text.upper()
        named = {name: value.upper() for name, value in named.items()}
    stance = "+".join(_STANCE[status] for status in statuses if status in _STANCE)
    attributes = tuple(named.items()) + ((("stance", stance),) if stance else ())
    label = Label.CLAIM if "claimed" in statuses else Label.FACT
    sentence = Sentence.bare(text, document=f"wording-{number}")
    return GoldSentence(sentence, label, f"wording-{number}", family=FAMILY, attributes=attributes)
