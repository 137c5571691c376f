"""All statements of a sentence."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.grammar import MAY_BE_NOBODY, Grammar
from avow.cues.lexicon import WordClass as W
from avow.cues.reading import Reading
from avow.cues.statements.acts import ACT, ANY_DEED, denies, may_be_hostile
from avow.cues.statements.avowing import CRIMES, PLAIN, avowed, blame, confession, denial, may_regret, regrets
from avow.cues.statements.records import Kind, Statement
from avow.cues.statements.showing import DEADLY, OURS, SITES, own_voice, showing
from avow.cues.statements.signing import SCENE, SIGNED, signing
from avow.cues.statements.taking import CLAIM, HOLD, OWN_WORK, SAYING, behind, responsibility
from avow.cues.statements.telling import CLAIM_NOUNS, NOT_SAYING, noun_claims, sourced, told
from avow.cues.statements.trailing import BACK, OWN, trailing

ALWAYS = W.RESPONSIBILITY | W.DENY
ACCUSING = W.AVOW | W.BLAME | W.SUSPECT | W.CONFESS
_HOSTILE = ACT | ANY_DEED
_TURNS = ACCUSING | SAYING | _HOSTILE
_OWNING = frozenset(["own", "owns", "owned", "owning"])
REACH = 19
"""Tokens from a verb to the act that it can be about, the most that any rule allows."""


def statements(grammar: Grammar) -> list[Statement]:
    """What a sentence states about hostile acts, in the order of its kinds.

    Args:
        grammar: The sentence with its parts of speech.

    Returns:
        Statements; a sentence may make several, of different speakers.
    """
    found: list[Statement] = []
    used: set[int] = set()
    possible = grammar.reading.possible
    if possible & W.RESPONSIBILITY:
        found.extend(responsibility(grammar, used))
    found.extend(_verbs(grammar, used))
    for look, words in _LOOKS:
        if possible & words:
            found.extend(look(grammar))
    return found


def may_find(reading: Reading) -> bool:
    """Whether the words of a statement stand in an order in which a rule can take them for one.

    It is exact, and spares most sentences that have such words at all the search for parts of speech, which takes
    longer than all else that is done with a sentence: in "the raid killed two, police said" nothing follows the saying.

    Args:
        reading: The sentence.

    Returns:
        False where :func:`statements` finds nothing.
    """
    possible, forms = reading.possible, reading.forms
    if possible & ALWAYS:
        return True
    acts = possible & ACT
    if acts:
        if possible & W.OWNING and not OWN_WORK.isdisjoint(forms):
            return True
        if possible & W.BEHIND or (possible & W.AVOW and not PLAIN.isdisjoint(forms)) or may_regret(reading.text):
            return True
    if possible & ANY_DEED:
        if possible & W.ACCORDING or not OURS.isdisjoint(forms) or not CLAIM_NOUNS.isdisjoint(forms):
            return True
    if possible & W.RECORDING and (possible & _HOSTILE or not DEADLY.isdisjoint(forms)):
        return True
    if possible & W.POST and (possible & W.LOOT or not SITES.isdisjoint(forms)):
        return True
    if possible & W.AVOW and not (CLAIM.isdisjoint(forms) or MAY_BE_NOBODY.isdisjoint(forms)):
        # What is claimed and is no act.
        return True
    if possible & W.CHANNEL and not SIGNED.isdisjoint(forms) and not SCENE.isdisjoint(forms):
        return True
    if possible & W.CONFESS and not CRIMES.isdisjoint(forms):
        return True
    return bool(possible & _HOSTILE) and _in_order(reading)


def _in_order(reading: Reading) -> bool:
    """Whether a hostile word follows a verb of saying, an act one of avowal, blame, suspicion or confession.

    Before a verb of saying it must be somebody's own: "its men attacked the post, the Front said".
    """
    forms = reading.forms
    told = accused = own = -1
    owned = not OWN.isdisjoint(forms)
    for at, mask in enumerate(reading.classes):
        if not mask & _TURNS:
            continue
        if mask & SAYING and at <= own and forms[at] not in NOT_SAYING:
            return True
        if at <= accused and mask & ACT:
            return True
        if (at <= told or at <= accused) and mask & ANY_DEED and may_be_hostile(reading, at):
            return True
        if owned and mask & ANY_DEED and may_be_hostile(reading, at):
            own = at + BACK
        if mask & ACCUSING:
            accused = at + REACH
        if mask & SAYING and forms[at] not in NOT_SAYING:
            told = at + REACH
    return False


def _verbs(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """Verbs of avowal, denial, blame, confession and saying."""
    for verb in range(grammar.count):
        if grammar.tags[verb] not in "VG" or verb in used:
            continue
        mask = grammar.masks[verb]
        if grammar.forms[verb] in _OWNING and grammar.forms[verb + 1 : verb + 2] not in {("up",), ("to",)}:
            # To own a house is no avowal, to own up is.
            continue
        if mask & W.AVOW:
            yield from avowed(grammar, verb, used)
        if denies(grammar, verb):
            yield denial(grammar, verb)
        if mask & W.BLAME and grammar.forms[verb] not in HOLD:
            yield from blame(grammar, verb)
        elif mask & W.SUSPECT and grammar.forms[verb].startswith("suspect"):
            yield from blame(grammar, verb, Kind.SUSPECTS)
        if mask & W.CONFESS and verb not in used:
            yield from confession(grammar, verb, used)
        if mask & SAYING and verb not in used and grammar.forms[verb] not in NOT_SAYING:
            yield from told(grammar, verb)
            yield from trailing(grammar, verb)


_LOOKS = (
    (noun_claims, ANY_DEED),
    (regrets, ACT),
    (sourced, W.ACCORDING),
    (own_voice, ANY_DEED),
    (behind, W.BEHIND | W.OWNING),
    (showing, W.POST | W.SHOW | W.RECORDING),
    (signing, W.OWNING),
)
"""Each search that asks nothing of others, with the classes of words without any of which it finds nothing."""
