"""The channel of a claim, in the codes of GTD's ``claimmode``.

A sentence may name several things that can be channels; which one the claim came by is told by how seldom a word means
anything else, by what governs it ("in a letter", "over its radio") and by the distance from the word of claiming. What
was attacked, stolen or leaked is no channel. Where the sentence names none, the sentences before it may, or the same
claimant's claim shortly before, and last the kind of text that it stands in: an interview, a trial, a broadcast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from avow.claims.channels import (
    CALL,
    CALL_BEFORE,
    CUES,
    HERE,
    LETTER,
    MAIL,
    NOTE,
    OTHER,
    PERSON,
    POST,
    PRESS,
    SURE,
    TITLES,
    UNKNOWN,
    VAGUE,
    VIDEO,
)

_BY = re.compile(r"(?<!\S)(?:in|on|by|via|through|over|from|with|using) (?:[\w'’.-]+ ){0,4}$")
_ATTACKED = re.compile(
    r"(?<!\S)(?:(?:hack|defac|crash|bomb|attack|burn|leak|storm|raid|target|shell|block|disrupt|breach|hijack|damag|dump|encrypt|knock"
    r"|destroy|delet)(?:e?s|ed|ing)|copied|stole|stolen|steal|stealing|seized|cut|took down|taken down|shut down|blew up|blown up"
    r"|(?:brought|bring|brings|bringing|took|take|takes|taking|taken|knock(?:s|ed|ing)?|forc(?:es|ed|ing)) down"
    r"|broke into|hit|struck|outside|near|against|opposite|gigabytes of|gb of|hours of|thousands of"
    r"|(?:kidnapp|murder|kill|shoot|bomb|attack|hack|raid)ing) (?:(?:[\w'’.-]+|\d[\d,.]*) ){0,4}$"
    r"|(?<!\S)(?:capital|red|block) $"
)
_OFFLINE = re.compile(r" (?:(?!on |in )[\w'’.-]+ ){0,4}(?:offline|off line)(?!\S)")
"""What is taken offline is attacked: "took the bank's website offline"."""
_OBJECT = re.compile(
    r"(?<!\S)(?:attacks?|bombings?|murders?|killings?|kidnappings?|shootings?|raids?|assaults?|hacking) (?:on|of|at|against) "
    r"(?!(?:its|their|his|her|our) )(?:(?!(?:in|by|via|through|over|with) )[\w'’.-]+ ){0,3}$"
)
"""What an act was done to, though "on" governs it."""
_NO_CHANNEL = re.compile(
    r" (?:booths?|box|boxes|lines?|cables?|exchanges?|compan(?:y|ies)|masts?|poles?|networks?|towers?|buildings?|offices?|transmitters?"
    r"|bombs?|antennas?|relays?|set|sets|operators?|systems?|cameras?|house|martial|servers?|links?|recorders?"
    r"|directors?|crews?|makers?|carriers?|presenters?|leaks?)(?!\S)"
)
_WARNING = re.compile(
    r" (?:[\w'’.-]+ ){0,5}(?:warn(?:ed|ing|s)?|minutes before|hours? before|ahead of|before the (?:blast|bomb|explosion))(?!\S)"
)
_WARNED = re.compile(r"(?<!\S)(?:warn(?:ed|ing|s)?) (?:\S+ ){0,3}$")
_BONUS = 80
_AROUND = 80
"""How many characters before a word may say what governs it."""
_TO_PRESS = re.compile(
    rf"(?<!\S)(?:told|tells|telling|said to|confirm(?:s|ed) to|inform(?:s|ed)|contact(?:s|ed|ing)|assured) "
    rf"(?:(?:\S+ ){{0,4}}(?:{PRESS}|{TITLES})|{HERE}|(?:el|la|le|les|il|al|der|die|das) \S+)(?!\S)"
    rf"|(?<!\S)(?:confirm\w*|said|say|says|spoke|speaking|admit\w*|declar\w*|let slip) (?:\S+ ){{0,2}}to (?:\S+ ){{0,3}}{PRESS}(?!\S)"
    rf"|^to an? (?:\S+ ){{0,2}}{PRESS} ,"
)
_US = re.compile(rf"(?<!\S){HERE}(?!\S)")
_ONE = re.compile(  # words of one person who is known
    r"(?<!\S)(?:i|he|she|me|my|his|himself|herself|him|leads|led|leader|commander|captain|colonel|lieutenant|sergeant|corporal|deserter|emir|chief|secretary|adviser|aide|dr|mr|mrs|former|ex-\S+)(?!\S)"
)
_ANYBODY = re.compile(
    r"(?<!\S)(?:an?|unidentified|unknown|anonymous) (?:\S+ ){0,2}(?:man|woman|voice|person|youth|spokesman|spokeswoman|spokesperson|member)(?!\S)"
    r"|(?<!\S)(?:spokes\w+|(?:man|woman|person) (?:who|claiming|describing|identifying|calling|speaking|saying|introduc\w+))(?!\S)"
)
_TURN = re.compile(
    r"^(?:a (?:\( [^)]{1,40}\) )?:|\[ (?!text|excerpt|passage|begin|sentence|words|as)[^\]]{1,40} \])",
)
"""The mark of who answers at the start of a turn in a printed interview; editors' notes stand in brackets too."""
_LABEL = re.compile(r"^[a-z]\S* (?:\S+ )?: ")
"""Who speaks, at the start of a turn; a heading may look the same."""
_SAME = re.compile(
    r"(?<!\S)(?:the|this|that|same|its|their|second|another|it|in) (?:\S+ )?(?:message|statement|letter|note|text|calls?|callers?|tape|video"
    r"|recording|communiqu[eé]|e-?mail|cassette|sender|author|writer|voice|document|posting|post|clip|leaflets?|manner)(?!\S)"
    r"|^(?:in it|it (?:goes|went|adds|added|also|further|says|said|states|stated))(?!\S)"
)
_CONFESSION = re.compile(
    r"(?<!\S)(?:admit(?:s|ted|ting)?|confess\w*|acknowledg\w*|own(?:s|ed) (?:up|to)|conced\w*|describ\w+|recall\w*|relat\w+)(?!\S)"
)
_I = re.compile(r"(?<!\S)i(?!\S)")
_HE = re.compile(r"(?<!\S)(?:he|she|i|himself|herself)(?!\S)")
_STATION = re.compile(
    r"(?<!\S)(?:this is (?:the )?(?:radio|voice)|voice of|you are hearing|microphone|radio|transmi\w+|broadcast\w*|listening to|\( ?clandestine ?\))(?!\S)"
)
_ON_AIR = re.compile(
    r"(?<!\S)(?:this is (?:the )?(?:radio|voice)|listening to|you are hearing|this (?:transmitter|microphone|station|frequency)|\( ?clandestine ?\)|war (?:communiqu\S|bulletin))(?!\S)"
)
_TRIAL = re.compile(
    r"(?<!\S)(?:trial|court|assizes|tribunal|defendant|pleaded|sentenced|jailed|gaoled|magistrates?|coroner|inquest|jury|amnesty|hearing"
    r"|arraign\w*|indict\w*)(?!\S)"
)
_TALK = re.compile(r"(?<!\S)(?:interview\w*|\[ ?question ?\]|q|answered (?:our )?questions|correspondent)(?!\S)")
_ONLINE = re.compile(r"(?<!\S)(?:blogs?|websites?|download\w*|torrent|subscri\w+|hashtags?|admins?|repost\w*)(?!\S)")
_DEAR = re.compile(r"^(?:dear|sirs?|comrades|brothers|to the editors?)(?!\S)")
_HEADERS = re.compile(r"^(?:from|to|subject) : (?:\S+ ){0,12}(?:to|subject|date) : ")


class Channel(NamedTuple):
    """A word of a channel.

    Attributes:
        cost: How badly it fits.
        code: A code of ``MODES``.
        vague: Whether it only says that there is a text, such as "statement".
    """

    cost: int
    code: int
    vague: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a claim beside its sentence; texts are normalised.

    Attributes:
        before: The sentences before it, the nearest first.
        near: Its neighbours in the paragraph: the sentence before, or empty, and the one behind, or empty.
        behind: The sentence behind it in whatever paragraph, or empty.
        opening: The first sentences of the document, then its genre and title.
        earlier: The channel of the same claimant's claim shortly before; 10 where there is none.
        own: Whether the claimant speaks in the first person.
        single: Whether the claimant is one person.
    """

    before: tuple[str, ...] = ()
    near: tuple[str, str] = ("", "")
    behind: str = ""
    opening: str = ""
    earlier: int = UNKNOWN
    own: bool = False
    single: bool = False


_ALONE = Context()


def claim_mode(text: str, at: int = 0, context: Context = _ALONE) -> int:
    """The channel by which a claim was made.

    Args:
        text: The sentence, normalised.
        at: Offset of the word of claiming.
        context: What is known beside the sentence.

    Returns:
        A code of ``MODES``; 10 where no channel is told.
    """
    if context.own and (_TURN.match(text) or _answers(text, context)):
        return PERSON
    named = _named(text, at)
    press = _TO_PRESS.search(text)
    anybody = press is not None and _ANYBODY.search(text, 0, press.start()) is not None
    known = press is not None and _US.search(press.group()) is not None
    # Who tells a radio station something does not claim it over the radio, nor is a voice that tells us so interviewed.
    mere = press and (named is None or named.code == OTHER or (named.code == PERSON and known and anybody))
    if named is not None and not named.vague and not mere:
        return named.code
    if press:
        known = known or context.own or _ONE.search(text) is not None
        return PERSON if known and not anybody else CALL
    if _TURN.match(text) or _replies(text, context) or _answers(text, context):
        return PERSON
    told = _told_before(text, context)
    if told == UNKNOWN:
        told = _told_by_own_voice(text, context) if context.own else _told_by_setting(text, context)
    if told == UNKNOWN and (not context.own or text.startswith('"')) and named is None and _alone(text, context):
        told = PERSON
    if told != UNKNOWN:
        return told
    # A statement or a broadcast named here or just before; and what a group says in its own voice is a communique.
    near = named or _named(context.near[0])
    return OTHER if context.own or (near is not None and near.code == OTHER) else UNKNOWN


def named_around(text: str, context: Context) -> frozenset[int]:
    """The channels that a sentence, those around it and the opening of its document name.

    Args:
        text: The sentence, normalised.
        context: What is known beside it.

    Returns:
        Codes of ``MODES``.
    """
    texts = [text, *context.before, *context.near, context.opening]
    return frozenset().union(*map(_codes, texts))


@lru_cache(maxsize=1024)
def _codes(text: str) -> frozenset[int]:
    """The channels that a text names; neighbours and openings are asked for by many claims."""
    return frozenset(channel.code for channel in _channels(text, 0))


def _named(text: str, at: int = 0) -> Channel | None:
    """The channel that the words of a text fit best."""
    return min(_channels(text, at), default=None)


def _channels(text: str, at: int) -> Iterator[Channel]:
    for code, base, pattern in CUES:
        for match in pattern.finditer(text):
            start, end = match.span()
            first = max(0, start - _AROUND)
            governed = _BY.search(text, first, start)
            last = text.rfind(" ", 0, end) + 1
            if code == POST and _OFFLINE.match(text, end):
                continue
            if _NO_CHANNEL.match(text, end) or _OBJECT.search(text, max(0, last - _AROUND), last):
                continue
            if base > SURE and not governed and _ATTACKED.search(text, first, start):
                continue
            warning = code == CALL and (_WARNING.match(text, end) or _WARNED.search(text, first, start))
            cost = base + abs(start - at) - (_BONUS if governed else 0)
            yield Channel(cost, CALL_BEFORE if warning else code, base == VAGUE)


def _replies(text: str, context: Context) -> bool:
    """Whether the sentence is a quotation behind a question."""
    return text.startswith('"') and any(map(_asks, context.before[:1]))


def _answers(text: str, context: Context) -> bool:
    """Whether the sentence is of a turn, marked with who speaks, behind one that asks."""
    return bool(_LABEL.match(text)) and any(_LABEL.match(item) and _asks(item) for item in context.before)


def _asks(text: str) -> bool:
    return text.rstrip('" ').endswith("?")


def _told_before(text: str, context: Context) -> int:
    """The channel that sentences before tell, or the one behind where it says "the message" and the like."""
    if _SAME.search(text):
        told = _first(context.before)
        if told != UNKNOWN:
            return told
    if context.earlier not in {OTHER, UNKNOWN}:
        return context.earlier
    before, behind = context.near
    told = _first([before, behind] if _SAME.search(behind) else [before])
    # A note or a video that is spoken of nearby is one of many things that a claim is not made in.
    return UNKNOWN if told in {NOTE, VIDEO} and not _SAME.search(behind) else told


def _first(texts: Iterable[str]) -> int:
    for text in texts:
        named = _named(text)
        if named is not None and named.code != OTHER:
            return named.code
    return UNKNOWN


def _told_by_own_voice(text: str, context: Context) -> int:
    """The channel of a text in the first person, by what kind of text it is."""
    if _TALK.search(context.opening) or (text.startswith('"') and _TRIAL.search(context.opening)):
        return PERSON
    if _HEADERS.search(context.opening):
        return MAIL
    if _STATION.search(context.opening):
        return OTHER
    if _ONLINE.search(context.opening):
        return POST
    return LETTER if _DEAR.search(text) or _DEAR.search(context.opening) else UNKNOWN


def _told_by_setting(text: str, context: Context) -> int:
    """The channel of what is reported: of a trial, of one person's confession, of a station."""
    person = context.single or bool(_HE.search(text))
    confession = _CONFESSION.search(text)
    if _TRIAL.search(context.opening) and (person or confession):
        return PERSON
    if confession and any(map(_TRIAL.search, context.before)):
        return PERSON
    if confession and (person or _ONE.search(text)):
        return PERSON
    return OTHER if _ON_AIR.search(context.opening) else UNKNOWN


def _alone(text: str, context: Context) -> bool:
    """Whether one person speaks who is known, and who did not ring or write as anybody."""
    return (context.single or bool(_I.search(text))) and not any(map(_ANYBODY.search, [text, *context.before]))
