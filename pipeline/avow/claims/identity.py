"""Whether two records of a document speak of one act, as their words, kinds and times tell."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache

from avow.claims.act_features import ActFeatures, features_of
from avow.claims.act_nouns import kinds_left
from avow.claims.acts import act_span
from avow.claims.parties import WORD, agree
from avow.cues import read
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import classes
from avow.records import ActKind, Claim, Document, Sentence, Span, Status
from avow.sentences import split

ACCUSING = frozenset({Status.BLAMED, Status.SUSPECTED})
REACH = 8
"""How many sentences later an act may be spoken of without its name."""
_BEFORE = 600
"""Characters before a record in which the sentence before it stands."""
_RIVAL = re.compile(
    r"\b(?:rivals?|competing|conflicting|counter-?claims?"
    r"|(?:second|another|other|different) (?:\w+ )?(?:group|organi[sz]ation|faction|movement|cell|caller|crew)"
    r"|(?:second|another|other|different) (?:hacker|man|woman))\b",
    re.IGNORECASE,
)
_FURTHER = re.compile(r"\b(?:also|too|as well|likewise)\b", re.IGNORECASE)
_ALSO = re.compile(r"\b(?:also|separately|additionally)\s+(?:(?:have|has|had)\s+)?(\w+)", re.IGNORECASE)
_THEFTS = frozenset({ActKind.INTRUSION, ActKind.RANSOMWARE, ActKind.LEAK})
"""Who breaks in, asks for a ransom and publishes what was taken does one thing, whichever of it is told."""
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


class Support:
    """The sentences that say what records tell.

    Attributes:
        sentences: Their numbers.
        words: Their words in lower case.

    Args:
        record: A record.
    """

    def __init__(self, record: Claim) -> None:
        self.sentences: set[int] = set()
        self.words: set[str] = set()
        self.add(record)

    def add(self, record: Claim) -> None:
        """Take in the sentences of another record.

        Args:
            record: The record.
        """
        for item in record.evidence:
            self.sentences.add(item.sentence)
            self.words.update(_words(item.span.text))

    def is_near(self, sentences: Set[int]) -> bool:
        """Whether other sentences of the document are near.

        Args:
            sentences: Their numbers.

        Returns:
            True where no more than ``REACH`` sentences lie between any two of both.
        """
        few, many = sorted((self.sentences, sentences), key=len)
        return any(not many.isdisjoint(range(number - REACH, number + REACH + 1)) for number in few)


class Wordings:
    """The words that records have for an act, of which what is told of it is known.

    Args:
        record: A record.
    """

    def __init__(self, record: Claim) -> None:
        self._records: dict[tuple[str, ActKind], Claim] = {}
        self.add(record)

    def add(self, record: Claim) -> None:
        """Take in those of another record.

        Args:
            record: The record.
        """
        if record.act is not None:
            self._records.setdefault((record.act.text, record.kind), record)

    def contradict(self, record: Claim) -> bool:
        """Whether any of them names an act that is told apart from a later record's.

        Args:
            record: The later record.

        Returns:
            True where one does, as :func:`contradict` has it.
        """
        return any(contradict(other, record) for other in self._records.values())


def same_act(first: Claim, second: Claim, support: Support | None = None) -> bool:
    """Whether two records of a document speak of one act.

    Args:
        first: A record.
        second: A later one.
        support: The sentences of the first one, where they are at hand.

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
    support = support or Support(first)
    if _owns_and_disowns(first, second) or _told_as_another(first, second) or _has_own_deed(first, second, support):
        return False
    if first.act is None or second.act is None:
        return support.is_near(_sentences(second)) and not _further(first, second, support)
    earlier, later = features_of(first.act.text), features_of(second.act.text)
    if _apart(earlier, later):
        return False
    if _share(earlier, later):
        return True
    if (_contrasted(first, second) and (later.names or later.targets)) or _further(first, second, support):
        return False
    if first.act.text.lower() == second.act.text.lower():
        return not later.fresh or support.is_near(_sentences(second))
    return not later.fresh


def spoken_of(before: Sequence[Claim], number: int) -> Claim | None:
    """The record of the act that the text has spoken of last, which one without words for an act is of.

    Args:
        before: Records of a sentence each, in order.
        number: The sentence of a later one.

    Returns:
        The last one with words for an act; ``None`` where it is not near.
    """
    for record in reversed(before):
        if number - record.sentence > REACH:
            break
        if record.act is not None:
            return record
    return None


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
    if first.act is None or second.act is None or not features_of(second.act.text).targets:
        return False
    earlier = features_of(first.act.text)
    evidence = min((item.span for item in first.evidence), key=lambda span: span.start)
    if not earlier.pointing or earlier.targets or earlier.names or evidence.end > second.act.start:
        return False
    before = _last_sentence(text[max(0, evidence.start - _BEFORE) : evidence.start])
    told = _words(f"{before} {evidence.text}")
    return told.isdisjoint(features_of(second.act.text).targets) and _is_aimed(before)


@lru_cache(maxsize=256)
def _last_sentence(text: str) -> str:
    return next((sentence.text for sentence in reversed(list(split(Document("", text))))), "")


@lru_cache(maxsize=256)
def _is_aimed(sentence: str) -> bool:
    """Whether a sentence tells of an act and what was attacked."""
    act = act_span(read(Sentence.bare(sentence)), -1)
    return act is not None and bool(features_of(sentence[act.start : act.end]).targets)


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
    return not _kinds_agree(first, second) or _apart(features_of(first.act.text), features_of(second.act.text))


def _contrasted(first: Claim, second: Claim) -> bool:
    """Whether nobody has claimed one of two acts and somebody the other one."""
    return {first.status, second.status} == {Status.CLAIMED, Status.UNCLAIMED}


def _told_as_another(first: Claim, second: Claim) -> bool:
    """Whether the words of one act say that it is not the other one: "previous attacks", "an earlier blast"."""
    earlier = None if first.act is None else features_of(first.act.text)
    later = None if second.act is None else features_of(second.act.text)
    contrasted = _contrasted(first, second)
    if later is not None and (later.other or (later.several and (contrasted if earlier is None else earlier.single))):
        return True
    return earlier is not None and earlier.other and contrasted


def _has_own_deed(first: Claim, second: Claim, support: Support) -> bool:
    """Whether a later record tells of a deed with an object of its own that need be no part of the act before.

    Its kind is not told, or its verb may be of any deed and is another party's: "one of them confessed to cutting the
    fence" behind "the Front claimed the bombing".
    """
    if first.act is None or second.act is None:
        return False
    verb = classes().get(second.act.text.split()[0].lower(), 0)
    weak = bool(verb & W.WEAK_ACT) and not verb & (W.ACT_VERB | W.ACT_NOUN)
    if not weak or (second.kind is not ActKind.UNKNOWN and agree(first.claimant, second.claimant)):
        return False
    targets = features_of(second.act.text).targets
    return bool(targets) and support.words.isdisjoint(targets)


def _further(first: Claim, second: Claim, support: Support) -> bool:
    """Whether a later record is of an act beside the first one, whose sentences do not tell it.

    It has two of these: a target, a month or year, and "also", where the parties are those of the first one.
    """
    if second.act is None or (first.act is not None and features_of(first.act.text).targets):
        return False
    targets = [word for word in features_of(second.act.text).targets if not classes().get(word, 0) & W.CHANNEL]
    before, behind = _around(second, second.act)
    time = _time_of(second.act.text, behind).lower().split()
    signs = (
        bool(targets) and support.words.isdisjoint(targets),
        bool(time) and not support.words.issuperset(time),
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
    """Whether two parties claim one act, where one claim is told near the other.

    Args:
        first: A record.
        second: A later one, of another party.

    Returns:
        True where nothing that is told of the two acts tells them apart, and the later one says that it is a further
        claim ("a rival group"; "also", where it names no act or points back at one), or has the words for the act, a
        name, a number or a target in common with the earlier one.
    """
    if not _kinds_agree(first, second):
        return False
    said = " ".join(item.span.text for item in second.evidence)
    rival, further = _RIVAL.search(said) is not None, _FURTHER.search(said) is not None
    if first.act is None or second.act is None:
        return rival or further
    earlier, later = features_of(first.act.text), features_of(second.act.text)
    if later.other or _apart(earlier, later):
        return False
    if (rival and not later.fresh) or (further and later.pointing):
        return True
    return _share(earlier, later) or first.act.text.lower() == second.act.text.lower()


def _sentences(record: Claim) -> set[int]:
    return {item.sentence for item in record.evidence}


def _words(text: str) -> set[str]:
    return {word.lower() for word in WORD.findall(text)}


def _apart(first: ActFeatures, second: ActFeatures) -> bool:
    """Whether something told of both tells them apart: names, times, or targets, compared each with its like."""
    pairs = ((first.times, second.times), (first.names, second.names), (first.targets, second.targets))
    return any(left and right and not left & right for left, right in pairs)


def _share(first: ActFeatures, second: ActFeatures) -> bool:
    """Whether two acts have a name, a number or a target in common."""
    return bool(first.names & second.names or first.targets & second.targets)


def _kinds_agree(first: Claim, second: Claim) -> bool:
    """Whether two acts may be of one kind, where both are named: "the attack" may be of any kind."""
    left = [_kinds_of(record) for record in (first, second)]
    return not all(left) or not left[0].isdisjoint(left[1])


def _kinds_of(record: Claim) -> frozenset[ActKind]:
    """The kinds of which an act may be: those that its noun leaves open, else the one that was told; empty for all."""
    if record.act is None:
        return frozenset()
    left = kinds_left(record.act.text)
    if record.kind in _THEFTS:
        left |= _THEFTS
    vague = record.kind is ActKind.ARMED_ASSAULT and features_of(record.act.text).vague
    return left or (frozenset() if vague or record.kind is ActKind.UNKNOWN else frozenset({record.kind}))
