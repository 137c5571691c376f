"""What tells who speaks and who is accused: the place of a phrase against the word that says it, and its own kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from avow.cues import Reading
from avow.cues.grammar import grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.sayings import Saying
from avow.mentions.clauses import clauses_of
from avow.mentions.given import given_features
from avow.mentions.places import clause_places, party_type
from avow.mentions.runs import Mention
from avow.mentions.stated import Found
from avow.mentions.written import shouted
from avow.records import Status

_CLASSES = {
    W.GROUP: "group",
    W.MEMBER: "member",
    W.OFFICIAL: "official",
    W.CALLER: "caller",
    W.ACT_NOUN: "act",
    W.CHANNEL: "channel",
    W.RECORDING: "recording",
    W.TIME: "time",
    W.LOOT: "loot",
    W.RESPONSIBILITY: "responsibility",
    W.INVOLVEMENT: "involvement",
    W.UNIT: "unit",
}
_VERBS = {
    W.AVOW: "avow",
    W.ASSUME: "assume",
    W.CONFESS: "confess",
    W.DENY: "deny",
    W.BLAME: "blame",
    W.SUSPECT: "suspect",
    W.REPORT: "report",
    W.POST: "post",
    W.SHOW: "show",
    W.ACT_VERB: "deed",
    W.WEAK_ACT: "weak",
    W.COPULA: "copula",
}
_CLOSE = frozenset(
    "by to from of for in at with on against behind that and , \" ' ( [ - — : ; . who which has had have was were is "
    "are also not never no called named calling known as said after name when while spokesman".split()
)
_AVOWING = W.AVOW | W.CONFESS | W.ASSUME
_LIVES = frozenset({"life", "lives"})
_OBJECT = 7
"""Tokens from a verb to the head of its object."""
_DEEDS = W.ACT_VERB | W.CYBER | W.WEAK_ACT


def trigger(reading: Reading, status: Status, found: Sequence[Saying]) -> int:
    """The word that says it, for example the verb of claiming.

    Args:
        reading: The sentence.
        status: What is said.
        found: The patterns of the sentence.

    Returns:
        A token's position; 0 where no word stands out.
    """
    if status is Status.CLAIMED:
        for noun in reading.positions(W.RESPONSIBILITY):
            for verb in (reading.find(_AVOWING, noun - 6, noun), reading.find(_AVOWING, noun + 1, noun + 5)):
                if verb >= 0:
                    return verb
        for kind in (W.AVOW | W.CONFESS, W.REPORT | W.POST | W.SHOW, W.FIRST_PLURAL | W.FIRST_SINGULAR, _DEEDS):
            places = [at for at in reading.positions(kind) if not takes_lives(reading, at)]
            if places:
                return places[0]
        return 0
    own = [item.start for item in found if item.stance == str(status)]
    if own:
        return own[0]
    places = reading.positions(W.REPORT)
    return places[0] if places else 0


def takes_lives(reading: Reading, at: int) -> bool:
    """Whether what a verb of claiming has as its object is lives: "clashes that claimed 40 lives".

    Args:
        reading: The sentence.
        at: The verb.

    Returns:
        True where it is, with no more than a number or words of quality before them.
    """
    if not reading.forms[at].startswith("claim"):
        return False
    stop = min(len(reading.forms), at + _OBJECT)
    lives = next((place for place in range(at + 1, stop) if reading.forms[place] in _LIVES), -1)
    return lives > 0 and all(tag in "DJOB" for tag in grammar_of(reading).tags[at + 1 : lives])


_HARMED = ("kill", "wound", "injur", "maim", "slay", "slain", "slew", "murder", "massacr", "kidnap", "abduct")
_HARM = word_set("death deaths killing killings murder murders kidnapping abduction assassination wounding")
_COUNTED = 6
"""Tokens between a verb and the head of its object."""


def is_victim(reading: Reading, item: Mention) -> bool:
    """Whether a phrase is of those who were harmed: "killed four people", "four people were killed", "the death of Ann".

    Whom the police killed by name may be a suspect.

    Args:
        reading: The sentence.
        item: The phrase.

    Returns:
        True where it is, by what stands right before it or the verb whose subject it is.
    """
    grammar = grammar_of(reading)
    if item.start > 1 and grammar.forms[item.start - 1] == "of" and grammar.forms[item.start - 2] in _HARM:
        return True
    if item.kind == "name":
        return False
    at = item.start
    while at > max(0, item.start - _COUNTED) and grammar.tags[at - 1] in "DJO" and not grammar.capital[at - 1]:
        at -= 1
    if at and grammar.tags[at - 1] in "VG" and grammar.forms[at - 1].startswith(_HARMED):
        return not grammar.undergone(at - 1)
    if at > 1 and grammar.forms[at - 1] == "of" and grammar.forms[at - 2] in _HARM:
        return True
    verb = next((place for place in range(item.end, grammar.count) if grammar.tags[place] in "VG"), -1)
    harmed = verb >= 0 and grammar.forms[verb].startswith(_HARMED) and grammar.undergone(verb)
    return harmed and grammar.head(grammar.subject(verb)) == item.head


_RANKS = 3


def role_features(
    reading: Reading, every: Sequence[Mention], role: str, status: Status, at: int, given: Found
) -> Iterator[list[str]]:
    """The features of each phrase as a candidate for a role.

    Args:
        reading: The sentence.
        every: Its phrases.
        role: ``speaker`` or ``accused``.
        status: What is said.
        at: The word that says it.
        given: What the grammar finds.

    Yields:
        Names of features, a list a phrase.
    """
    left_over = sum(item.end <= at for item in every)
    passed = 0
    capitals = shouted(reading)
    clauses = _clauses(reading)
    doing = _doing(reading)
    verbs = clauses_of(reading)
    whole = bool(reading.quoted) and reading.quoted[len(reading.quoted) // 2] and '"' in reading.forms[:1]
    for order, item in enumerate(every):
        names = list(_own(reading, item))
        if item.end <= at:
            left_over -= 1
            side, rank = "before", left_over
        elif item.start > at:
            side, rank = "after", passed
            passed += 1
        else:
            side, rank = "around", 0
        distance = max(at - item.end, item.start - at - 1, 0)
        names += [
            f"side={side}",
            f"rank={side},{min(rank, 3)}",
            f"distance={side},{min(distance, 9) if distance < 5 else 5 + min(distance // 5, 3)}",
            f"order={min(order, 3)}",
            f"kind={item.kind},{side}",
            f"rank-of-kind={item.kind},{side},{_rank_of_kind(every, order, at)}",
        ]
        left, right = _left(reading, item), _right(reading, item)
        names += [f"left={left}", f"right={right}", f"left-side={left},{side}", f"right-kind={right},{item.kind}"]
        names += _around(reading, item, side)
        ahead = next((name for kind, name in _VERBS.items() if reading.has(kind, item.end, item.end + 3)), "none")
        names.append(f"verb-ahead={ahead}")
        for name in (*clauses.get(item, ()), *(doing[at] for at in range(item.start, item.end) if at in doing)):
            names += [name, f"{name},{side}"]
        if reading.quoted[item.head]:
            names.append("quoted")
        if whole:
            names.append(f"all-quoted,{item.kind},{item.form if item.kind == 'pronoun' else side}")
        if capitals:
            names.append(f"capitals,{side}")
        names += verbs.features(item, at)
        names += given_features(item, role, given)
        yield [f"{role}|{name}" for name in names] + [f"{role}|{status}|{name}" for name in names]


@lru_cache(maxsize=8)
def _clauses(reading: Reading) -> dict[Mention, tuple[str, ...]]:
    """What names and descriptions are in their clauses, and what they can be."""
    found: dict[Mention, tuple[str, ...]] = {}
    for place in clause_places(reading, 0):
        kind = party_type(place)
        found[place.mention] = (
            f"role={place.role}",
            f"type={kind}",
            f"type={kind},{place.role}",
            f"speaker={place.speaker},{place.role}",
        )
    return found


@lru_cache(maxsize=8)
def _doing(reading: Reading) -> dict[int, str]:
    """What the subjects of verbs do, by their head words: the first verb of each that is of a known class."""
    grammar = grammar_of(reading)
    found: dict[int, str] = {}
    for verb, head in clauses_of(reading).subjects:
        kind = next((name for kind, name in _VERBS.items() if grammar.masks[verb] & kind), "")
        if kind:
            undergone = ",undergone" if grammar.undergone(verb) else ""
            found.setdefault(head, f"does={kind}{undergone}")
    return found


def _own(reading: Reading, item: Mention) -> Iterator[str]:
    yield f"is={item.kind}"
    if item.kind in {"pronoun", "possessive"}:
        yield f"is={item.kind},{item.form}"
        return
    mask = reading.masks[item.head]
    classes = [name for kind, name in _CLASSES.items() if mask & kind]
    for name in classes or ["other"]:
        yield f"head={name}"
        yield f"head={name},{item.kind}"
    if any(reading.masks[at] & W.GROUP for at in range(item.start, item.end)):
        yield "holds-group"
    if any(reading.masks[at] & W.ACT_NOUN for at in range(item.start, item.end)):
        yield "holds-act"
    raw = reading.tokens[item.head].raw
    if raw.isupper() and 2 <= len(raw) <= 6:
        yield "acronym"
    yield f"length={min(item.end - item.start, 4)}"
    if reading.forms[item.start] in {"a", "an", "the", "no", "any"}:
        yield f"article={reading.forms[item.start]}"
    elif item.start and reading.forms[item.start - 1] in {"a", "an", "the"}:
        yield f"article={reading.forms[item.start - 1]}"


def _around(reading: Reading, item: Mention, side: str) -> Iterator[str]:
    """The words themselves next to the phrase, and the kinds of two words before and behind it."""
    at = item.start - 1
    at -= at >= 0 and reading.forms[at] in {"the", "a", "an"}
    before = "start" if at < 0 else reading.forms[at]
    behind = reading.forms[item.end] if item.end < len(reading.forms) else "end"
    yield f"before={before}"
    yield f"behind={behind}"
    if at >= 1 and before in {"of", "by", "as", "for", "itself", "from", "to", "name"}:
        yield f"before={reading.forms[at - 1]} {before}"
    if before == "start" or behind == "end":
        yield f"edge={before == 'start'},{behind == 'end'},{side}"
    if item.end < len(reading.forms):
        yield f"behind-kind={_kind(reading, item.end)}+{_kind(reading, item.end + 1)}"
    yield f"before-kind={_kind(reading, at - 1)}+{_kind(reading, at)},{side}"


def _kind(reading: Reading, at: int) -> str:
    if not 0 <= at < len(reading.forms):
        return "edge"
    form = reading.forms[at]
    if form in _CLOSE:
        return form
    kinds = (*_VERBS.items(), *_CLASSES.items())
    return next((name for kind, name in kinds if reading.masks[at] & kind), "other")


def _left(reading: Reading, item: Mention) -> str:
    at = item.start - 1
    if at >= 0 and reading.forms[at] in {"the", "a", "an"}:
        at -= 1
    if at < 0:
        return "start"
    form = reading.forms[at]
    if form in _CLOSE:
        return form
    return next((name for kind, name in _VERBS.items() if reading.masks[at] & kind), "other")


def _right(reading: Reading, item: Mention) -> str:
    if reading.forms[item.end - 1].endswith("'s"):
        return "'s"
    if item.end >= len(reading.forms):
        return "end"
    form = reading.forms[item.end]
    name = next((name for kind, name in _VERBS.items() if reading.masks[item.end] & kind), "")
    return name or (form if form in _CLOSE else "other")


def _rank_of_kind(every: Sequence[Mention], order: int, at: int) -> int:
    """How many phrases of the same kind, up to three, stand between one and the word that says it."""
    item = every[order]
    low, high = sorted((item.start, at))
    found = 0
    # Phrases come in the order of their first tokens; two may begin together.
    for step in (1, -1):
        place = order + step
        while 0 <= place < len(every) and found < _RANKS:
            start = every[place].start
            if start < low if step < 0 else start >= high:
                break
            found += low <= start < high and every[place].kind == item.kind
            place += step
    return found
