"""Whether two records of a document speak of one act, and of one party."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from avow.claims.acts import act_span
from avow.claims.attack_types import VAGUE
from avow.cues import read
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import classes, word_set
from avow.mentions import same_party
from avow.records import ActKind, Claim, Document, Party, Sentence, Span, Status
from avow.sentences import split

ACCUSING = frozenset({Status.BLAMED, Status.SUSPECTED})
REACH = 8
"""How many sentences later an act may be spoken of without its name."""
_BEFORE = 600
"""Characters before a record in which the sentence before it stands."""
_POINTER = re.compile(r"(?:it|they|he|she|we|i|us|them|him|her|its|their|his|our|my|who)", re.IGNORECASE)
_POINTING = word_set("the this that these those it its their both")
_ARTICLES = word_set("a an some one two three four five six seven eight nine ten several many")
_OTHER = word_set(
    "another second third fourth further separate similar different other subsequent later new previous smaller larger"
)
_PAST = word_set("earlier prior past")
"""Say that it is another one, but behind "the", where they may say no more than that it was told of."""
_TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday january february march april may june "
    "july august september october november december"
)
_AIMED, _PLACED = word_set("of on against"), word_set("in at near into")
_NO_TARGETS = (
    _POINTING | _ARTICLES | _AIMED | word_set("people person persons man men woman women civilians others members")
)
_ENDS = word_set("that which who whom when while after before because and but or to from by with for as")
_RIVAL = re.compile(
    r"\b(?:rivals?|competing|conflicting|counter-?claims?"
    r"|(?:second|another|other|different) (?:\w+ )?(?:group|organi[sz]ation|faction|movement|cell|caller|crew)"
    r"|(?:second|another|other|different) (?:hacker|man|woman))\b",
    re.IGNORECASE,
)
_NAMED = re.compile(r"[A-Z\d]|[a-z]{2,3}-[A-Z]")
"""How a name begins, and not a description: "al-Shabaab", "23 March Movement"."""
_FURTHER = re.compile(r"\b(?:also|too|as well|likewise)\b", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:also|separately|additionally)\s+(?:(?:have|has|had)\s+)?(\w+)", re.IGNORECASE)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)\b"
    r"(?!,? \d{1,2}(?:st|nd|rd|th)?\b)"
)
_YEAR = r"(?:19|20)\d\d\b"
_OPENING_TIME = re.compile(rf"(?:(?:[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir)\s+)?(?:(?:early|mid|late)[ -])?({_MONTH}|{_YEAR})")
_TIME = re.compile(
    rf"\b(?:in|of|last|during)\s+(?:(?:early|mid|late)[ -])?({_MONTH}|{_YEAR})"
    r"|\b((?:last|the previous) (?:month|year))\b"
)
"""A month or a year in which an act was; a day is mostly that of the act that a text is about."""
_CLAUSE = re.compile(r"[^.,;:!?\"“”()]{0,60}")
"""What is told right behind an act."""
_MANNERS = word_set(
    "suicide car truck lorry roadside bomb gun rocket mortar drone missile grenade knife arson terror terrorist "
    "deadly fatal armed double twin triple coordinated horrific devastating blessed attempted alleged suspected "
    "failed recent initial latest whole same cyber ransomware mass bloody major large small big air ground night "
    "dawn early late separate first"
)
"""Words before an act's noun that say how it was done; others say what was attacked: "the hotel attack"."""
_WEAPONS = word_set(
    "missile missiles rocket rockets mortar mortars shell shells bomb bombs grenade grenades drone drones projectile "
    "projectiles shot shots bullet bullets device devices charge charges mine mines"
)
"""What is fired at a target or laid there."""
_WORD = re.compile(r"[^\W_](?:[\w'’-]*\w)?")


class _Features(NamedTuple):
    """What the words of an act tell of it beside its kind.

    Attributes:
        names: Names and numbers in them, in lower case.
        times: Days and months.
        targets: Words for what was attacked.
        pointing: Whether they point back: "the attack".
        other: Whether they say that it is another one: "a second bombing".
        fresh: Whether they bring up an act for the first time: "a bombing".
        vague: Whether they name but an attack, which may be of any kind.
        single: Whether they are a noun for one act: "the bombing".
        several: Whether they are one for acts that are not told apart: "attacks in the area".
    """

    names: frozenset[str]
    times: frozenset[str]
    targets: frozenset[str]
    pointing: bool
    other: bool
    fresh: bool
    vague: bool
    single: bool
    several: bool


def same_act(first: Claim, second: Claim) -> bool:
    """Whether two records of a document speak of one act.

    Args:
        first: A record.
        second: A later one.

    Returns:
        True where the kinds agree, nothing that is told of the two acts tells them apart, and the later one points back
        at the act, does not name it, or has a name, a number or a target in common with the earlier one. What somebody
        has claimed is not what nobody has claimed where the later one says more of it than the earlier one, nor what
        the same party denies in one sentence with it.
    """
    if not _kinds_agree(first, second):
        return False
    if first.act == second.act and first.act is not None:
        return True
    if _owns_and_disowns(first, second) or _told_as_another(first, second):
        return False
    if first.act is None or second.act is None:
        return are_near(first, second) and not _further(first, second)
    earlier, later = _features(first.act.text), _features(second.act.text)
    if _apart(earlier, later):
        return False
    if _share(earlier, later):
        return True
    if (_contrasted(first, second) and (later.names or later.targets)) or _further(first, second):
        return False
    if first.act.text.lower() == second.act.text.lower():
        return not later.fresh or are_near(first, second)
    return not later.fresh


def aims_elsewhere(text: str, first: Claim, second: Claim) -> bool:
    """Whether "the attack" of an earlier record was, by what is told before it, on something else than a later one's.

    Args:
        text: The document's text.
        first: A record.
        second: A later one.

    Returns:
        True where the sentence before the earlier record tells of an act with a target, and neither that sentence nor
        the record's own names the target of the later one: "Gunmen attacked the depot. The Front claimed the attack.
        It also owned the attack on the hotel."
    """
    if first.act is None or second.act is None or not _features(second.act.text).targets:
        return False
    earlier = _features(first.act.text)
    evidence = min((item.span for item in first.evidence), key=lambda span: span.start)
    if not earlier.pointing or earlier.targets or earlier.names or evidence.end > second.act.start:
        return False
    before = _last_sentence(text[max(0, evidence.start - _BEFORE) : evidence.start])
    told = {word.lower() for word in _WORD.findall(f"{before} {evidence.text}")}
    return told.isdisjoint(_features(second.act.text).targets) and _is_aimed(before)


@lru_cache(maxsize=256)
def _last_sentence(text: str) -> str:
    return next((sentence.text for sentence in reversed(list(split(Document("", text))))), "")


@lru_cache(maxsize=256)
def _is_aimed(sentence: str) -> bool:
    """Whether a sentence tells of an act and what was attacked."""
    act = act_span(read(Sentence.bare(sentence)), -1)
    return act is not None and bool(_features(sentence[act.start : act.end]).targets)


def contradict(first: Claim, second: Claim) -> bool:
    """Whether two records name acts that are told apart.

    Args:
        first: A record.
        second: A later one.

    Returns:
        True where the kinds of the two, or names, times or targets, differ; what names no act contradicts none.
    """
    if first.act is None or second.act is None or first.act == second.act:
        return False
    return not _kinds_agree(first, second) or _apart(_features(first.act.text), _features(second.act.text))


def _contrasted(first: Claim, second: Claim) -> bool:
    """Whether nobody has claimed one of two acts and somebody the other one."""
    return {first.status, second.status} == {Status.CLAIMED, Status.UNCLAIMED}


def _told_as_another(first: Claim, second: Claim) -> bool:
    """Whether the words of one act say that it is not the other one: "previous attacks", "an earlier blast"."""
    earlier = None if first.act is None else _features(first.act.text)
    later = None if second.act is None else _features(second.act.text)
    contrasted = _contrasted(first, second)
    if later is not None and (later.other or (later.several and (contrasted if earlier is None else earlier.single))):
        return True
    return earlier is not None and earlier.other and contrasted


def _further(first: Claim, second: Claim) -> bool:
    """Whether a later record is of an act beside the first one, whose sentences do not tell it.

    It has two of these: a target, a month or year, and "also", where the parties are those of the first one.
    """
    if second.act is None or (first.act is not None and _features(first.act.text).targets):
        return False
    told = {word.lower() for item in first.evidence for word in _WORD.findall(item.span.text)}
    targets = [word for word in _features(second.act.text).targets if not classes().get(word, 0) & W.CHANNEL]
    before, behind = _around(second, second.act)
    time = _time_of(second.act.text, behind).lower().split()
    signs = (
        bool(targets) and told.isdisjoint(targets),
        bool(time) and not told.issuperset(time),
        _again(first, second) and _adds(before),
    )
    return sum(signs) > 1


def _around(record: Claim, act: Span) -> tuple[str, str]:
    """What the sentence of an act has before and behind it."""
    for item in record.evidence:
        if item.span.start <= act.start and act.end <= item.span.end:
            return item.span.text[: act.start - item.span.start], item.span.text[act.end - item.span.start :]
    return "", ""


def _time_of(act: str, behind: str) -> str:
    """The month or the year that an act's words, or those right behind it, give; empty where they give none."""
    told = _CLAUSE.match(behind)
    found = _OPENING_TIME.match(act) or _TIME.search(act + (told.group() if told else ""))
    return "" if found is None else next(filter(None, found.groups()))


def _again(first: Claim, second: Claim) -> bool:
    """Whether two records say one thing of the same parties."""
    if first.status is not second.status or first.claimant is None or second.claimant is None:
        return False
    return agree(first.claimant, second.claimant) and agree(first.accused, second.accused)


def _adds(before: str) -> bool:
    """Whether somebody is said to claim, or to have done, something else: "also claimed", not "also said that"."""
    found = _ALSO.search(before)
    mask = 0 if found is None else classes().get(found[1].lower(), 0)
    return found is not None and (not mask & W.REPORT or bool(mask & (W.AVOW | W.ASSUME)))


def _owns_and_disowns(first: Claim, second: Claim) -> bool:
    """Whether a party claims one act and denies another one in a sentence."""
    return (
        {first.status, second.status} == {Status.CLAIMED, Status.DENIED}
        and first.sentence == second.sentence
        and first.act is not None
        and second.act is not None
        and agree(first.claimant, second.claimant)
    )


def same_rival_act(first: Claim, second: Claim) -> bool:
    """Whether two parties claim one act.

    Args:
        first: A record.
        second: A later one, of another party.

    Returns:
        True where they are not far from each other, nothing that is told of the two acts tells them apart, and the
        later one says that it is a further claim ("a rival group"; "also", where it names no act or points back at
        one), or has the words for the act, a name, a number or a target in common with the earlier one.
    """
    if not are_near(first, second) or not _kinds_agree(first, second):
        return False
    said = " ".join(item.span.text for item in second.evidence)
    rival, further = _RIVAL.search(said) is not None, _FURTHER.search(said) is not None
    if first.act is None or second.act is None:
        return rival or further
    earlier, later = _features(first.act.text), _features(second.act.text)
    if later.other or _apart(earlier, later):
        return False
    if (rival and not later.fresh) or (further and later.pointing):
        return True
    return _share(earlier, later) or first.act.text.lower() == second.act.text.lower()


def agree(first: Party | None, second: Party | None) -> bool:
    """Whether two parties of one document may be one.

    Args:
        first: A party, or nobody.
        second: Another one.

    Returns:
        True where they are the same, or one of them is not told or but a pronoun.
    """
    if first is None or second is None:
        return True
    if is_pointer(first.name.text) or is_pointer(second.name.text):
        return True
    return same_party(first.name.text, second.name.text)


def are_near(first: Claim, second: Claim) -> bool:
    """Whether two records of a document are told near each other.

    Args:
        first: A record.
        second: Another one.

    Returns:
        True where no more than ``REACH`` sentences lie between any of their evidence.
    """
    return _distance(first, second) <= REACH


def rival_parties(first: Claim, second: Claim) -> bool:
    """Whether two claims are by two parties with names, not by a name and "a spokesman", who may speak for it.

    Args:
        first: A record.
        second: Another one.

    Returns:
        True where they are.
    """
    if not first.status is second.status is Status.CLAIMED or first.claimant is None or second.claimant is None:
        return False
    named = all(_NAMED.match(party.name.text) for party in (first.claimant, second.claimant))
    return named and not agree(first.claimant, second.claimant)


def is_pointer(name: str) -> bool:
    """Whether a name is only a pronoun, for which no name was found.

    Args:
        name: The name.

    Returns:
        True where it is.
    """
    return _POINTER.fullmatch(name) is not None


def is_named(name: str, *, opening: bool = False) -> bool:
    """Whether the words for a party hold a name, and do not only describe it: "Black Sand militants", not "15 gunmen".

    Args:
        name: The words.
        opening: Whether they open a sentence.

    Returns:
        True where one of them is written as a name. A word that opens a sentence, or is in capitals like all of them,
        is written so because of where it stands, and counts unless it is one that describes.
    """
    if is_pointer(name):
        return False
    words = _WORD.findall(name)
    shouted = name.isupper() and len(words) > 1
    return name.isdecimal() or any(
        _NAMED.match(word)
        and not word[0].isdecimal()
        and word.lower() not in _POINTING | _ARTICLES
        and not ((shouted or (opening and at == 0)) and classes().get(word.lower(), 0))
        for at, word in enumerate(words)
    )


def describes(name: str) -> bool:
    """Whether words say what somebody is, but for a capital that they may have at the head of a sentence.

    Args:
        name: The words for a party.

    Returns:
        True for "Gunmen" and "Masked attackers"; not for one body, "Front", which is the name that it goes by.
    """
    words = _WORD.findall(name)
    mask = classes().get(words[-1].lower(), 0) if words else 0
    several = mask & (W.MEMBER | W.INSURGENT | W.OFFICIAL | W.CALLER) and (not mask & W.GROUP or name.endswith("s"))
    return bool(several) and not any(_NAMED.match(word) for word in words[1:])


def _distance(first: Claim, second: Claim) -> int:
    """How many sentences the nearest pieces of evidence are apart."""
    return min(abs(one.sentence - other.sentence) for one in first.evidence for other in second.evidence)


def _apart(first: _Features, second: _Features) -> bool:
    """Whether something told of both tells them apart: names, times, or targets, compared each with its like."""
    pairs = ((first.times, second.times), (first.names, second.names), (first.targets, second.targets))
    return any(left and right and not left & right for left, right in pairs)


def _share(first: _Features, second: _Features) -> bool:
    """Whether two acts have a name, a number or a target in common."""
    return bool(first.names & second.names or first.targets & second.targets)


@lru_cache(maxsize=4096)
def _features(text: str) -> _Features:
    raws = _WORD.findall(text)
    words = [raw.lower().replace("’", "'").removesuffix("'s") for raw in raws]
    names = frozenset(
        word
        for raw, word in zip(raws, words, strict=True)
        if (raw[:1].isupper() or raw[:1].isdigit()) and word not in _TIMES | _POINTING | _ARTICLES
    )
    opening = words[0] if words else ""
    single, several = _number(words)
    return _Features(
        names,
        frozenset(words) & _TIMES,
        _targets(words, names | _TIMES),
        opening in _POINTING,
        any(word in _OTHER or (word in _PAST and opening not in _POINTING) for word in words[:3]),
        opening in _ARTICLES or _brings_up(words),
        not VAGUE.isdisjoint(raw.lower() for raw in raws),
        single,
        several and not names,
    )


def _number(words: list[str]) -> tuple[bool, bool]:
    """Whether words are a noun for one act, with a determiner, and whether they are one for acts without it."""
    end = next((at for at, word in enumerate(words) if word in _AIMED | _PLACED | _ENDS), len(words))
    if not end or words[end - 1] in _WEAPONS or not classes().get(words[end - 1], 0) & W.ACT_NOUN:
        return False, False
    plural = words[end - 1].endswith("s")
    if words[0] in _POINTING | _ARTICLES:
        return not plural, False
    bare = all(word in _MANNERS | _OTHER | _PAST or classes().get(word, 0) & W.ACT_NOUN for word in words[: end - 1])
    return False, plural and bare


def _brings_up(words: list[str]) -> bool:
    """Whether what was attacked is spoken of for the first time: "the sabotage of a pylon", "killing a judge"."""
    at = next((at for at, word in enumerate(words) if word in _AIMED or word.endswith("ing")), -1)
    return at >= 0 and words[at + 1 : at + 2] in (["a"], ["an"])


def _kinds_agree(first: Claim, second: Claim) -> bool:
    """Whether the kinds of two acts are one, where both acts are named: "the attack" may be of any kind."""
    told = [
        record.kind
        for record in (first, second)
        if record.kind is not ActKind.UNKNOWN
        and record.act is not None
        and not (record.kind is ActKind.ARMED_ASSAULT and _features(record.act.text).vague)
    ]
    return len(set(told)) < 2


def _targets(words: list[str], told: frozenset[str]) -> frozenset[str]:
    """What was attacked, not where, and not people in general.

    The words behind "of" or "on", as in "the bombing of the port"; the object of a verb, as in "kidnapping a nurse"; or
    those before the noun, names and times left out, as in "the hotel attack".
    """
    determined = bool(words) and words[0] in _POINTING | _ARTICLES
    aimed = next((at for at, word in enumerate(words) if word in _AIMED), None)
    object_at = next((at for at, word in enumerate(words[1:4], 1) if word in _POINTING | _ARTICLES), None)
    if aimed is None and (determined or object_at is None):
        end = next((at for at, word in enumerate(words) if word in _PLACED | _ENDS), len(words))
        found = words[1 : end - 1] if determined else []
        judging = (word for word in found if classes().get(word, 0) & (W.BAD | W.GOOD | W.EXTREME))
        return frozenset(found) - _NO_TARGETS - _MANNERS - told - frozenset(judging)
    begin = (object_at if aimed is None else aimed) or 0
    aim, rest = _until(words[begin + 1 :])
    if aim & _WEAPONS and rest[:1] in (["at"], ["into"]):
        aim, _ = _until(rest[1:])
    return aim - _WEAPONS


def _until(words: list[str]) -> tuple[frozenset[str], list[str]]:
    """The words up to a place or the end of a phrase, those that tell nothing left out, and the words behind them."""
    end = next((at for at, word in enumerate(words) if word in _PLACED | _ENDS), len(words))
    return frozenset(words[:end]) - _NO_TARGETS, words[end:]
