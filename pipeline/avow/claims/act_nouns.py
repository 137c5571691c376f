"""The kinds that the noun for an act leaves open: "the arson" is of one kind, "the attack" of any.

What the rest of the sentence and the document say weighs among those kinds alone. The words were written for Avow from
GTD's codebook (section "Attack Type") and name no actor, place or event.
"""

from __future__ import annotations

from functools import lru_cache

from avow.claims.attack_types import VAGUE
from avow.cues.lexicon import word_set
from avow.records import ActKind

_CYBER = frozenset({ActKind.INTRUSION, ActKind.RANSOMWARE, ActKind.DENIAL_OF_SERVICE, ActKind.LEAK})
_SHOT = frozenset({ActKind.ARMED_ASSAULT, ActKind.ASSASSINATION})
_NOUNS: dict[frozenset[ActKind], str] = {
    frozenset({ActKind.BOMBING}): "bombing bombings explosion explosions blast blasts airstrike airstrikes shelling",
    frozenset({ActKind.FACILITY_ATTACK}): "arson arsons",
    frozenset({ActKind.HOSTAGE_TAKING}): "kidnapping kidnappings kidnap abduction abductions hostage-taking",
    frozenset({ActKind.HIJACKING}): "hijacking hijackings hijack skyjacking skyjackings",
    frozenset({ActKind.ASSASSINATION}): "assassination assassinations",
    frozenset({ActKind.RANSOMWARE}): "ransomware",
    frozenset({ActKind.DENIAL_OF_SERVICE}): "ddos denial-of-service",
    _SHOT: "shooting shootings stabbing stabbings",
    _CYBER: "hack hacks hacking hackings cyberattack cyberattacks cyber-attack cyber-attacks",
}
_MEANS: dict[frozenset[ActKind], str] = {
    frozenset({ActKind.BOMBING}): "bomb rocket mortar grenade missile",
    _SHOT: "knife",
    _CYBER: "cyber",
}
"""Before a noun that may be of any kind: "the grenade attack"."""
_BY_NOUN = {word: kinds for kinds, words in _NOUNS.items() for word in word_set(words)}
_BY_MEANS = _BY_NOUN | {word: kinds for kinds, words in _MEANS.items() for word in word_set(words)}
_GERUNDS = word_set("bombing kidnapping abducting hijacking assassinating shooting stabbing")
_BY_GERUND = _BY_NOUN | {
    "abducting": frozenset({ActKind.HOSTAGE_TAKING}),
    "assassinating": frozenset({ActKind.ASSASSINATION}),
}
_HACKED = word_set("hack hacks hacking hackings")
_UNSURE = word_set("petrol fire molotov incendiary smoke paint")
"""Of bombs of these kinds, some are thrown at people and some set fire to a place."""
_ENDS = word_set(
    "of on in at near into against from to for by with that which who when where while after before because as and or "
    "but"
)
_ANY: frozenset[ActKind] = frozenset()
_AROUND = "\"'“”‘.,;:()"


@lru_cache(maxsize=4096)
def kinds_left(act: str) -> frozenset[ActKind]:
    """The kinds that the words of an act leave open.

    Args:
        act: The words, in any case.

    Returns:
        The kinds of which the noun tells, with what stands before it where it may be of any kind, or of which a gerund
        with an object does; empty where all kinds are open.
    """
    words = [word.strip(_AROUND).removesuffix("'s") for word in act.lower().replace("’", "'").split()]
    end = next((at for at, word in enumerate(words) if word in _ENDS), len(words))
    phrase = words[:end]
    if not phrase or not _UNSURE.isdisjoint(phrase):
        return _ANY
    if phrase[0] in _GERUNDS:
        return _BY_GERUND[phrase[0]]
    head = phrase[-1]
    if head in _HACKED and len(phrase) == 1:
        # "Hack nine people to death".
        return _ANY
    if head in VAGUE:
        return next((_BY_MEANS[word] for word in reversed(phrase) if word in _BY_MEANS), _ANY)
    return _BY_NOUN.get(head, _ANY)
