"""Who speaks for whom: the body of a spokesman, and whether "the group" is the one that somebody speaks for."""

from __future__ import annotations

from avow.cues.grammar import NO_SPAN, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

_GENERIC = frozenset(
    (word,)
    for word in word_set("group movement organisation organization front cell gang faction militia brigade crew")
)

_MILITARY = word_set("army brigade brigades battalion battalions regiment corps command legion")
"""Names of armed groups as well as of a state's forces."""
_ORDINALS = word_set("first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth")
_CRIMES = ("kidnap", "abduct", "hijack", "assassinat", "murder", "behead", "plant")
"""How the verbs begin that tell what armed groups own, and no army of a state."""
CLIENTS = word_set("client clients")
"""For whom a lawyer speaks."""


def is_spokesman(form: str) -> bool:
    """Whether a word is one for who speaks for others.

    Args:
        form: The word, normalised.

    Returns:
        True for "spokesman", "spokeswoman" and the like.
    """
    return form.startswith("spokes")


def is_their_spokesman(grammar: Grammar, source: Span) -> bool:
    """Whether who speaks is the spokesman of somebody named before: "their military spokesman".

    Args:
        grammar: The sentence.
        source: Noun phrase of who speaks.

    Returns:
        True where it is.
    """
    return grammar.forms[source[0]] in {"its", "their"} and is_spokesman(grammar.forms[grammar.head(source)])


def with_body(grammar: Grammar, span: Span) -> Span:
    """A spokesman together with the body that stands behind "for": "said a spokesman for the Front".

    Args:
        grammar: The sentence.
        span: Noun phrase of who speaks, as it begins there.

    Returns:
        Tokens from and to; the phrase itself where it is no spokesman's, or no body is named so.
    """
    if span[0] < 0 or grammar.forms[span[1] : span[1] + 1] != ("for",) or not is_spokesman(grammar.forms[span[1] - 1]):
        return span
    body = grammar.phrase_after(span[1] + 1)
    return (span[0], body[1]) if body[0] == span[1] + 1 else span


def is_the_group(grammar: Grammar, speaker: Span, subject: Span) -> bool:
    """Whether "the group", or people "of the group", are those whom a speaker for a group speaks for.

    Args:
        grammar: The sentence.
        speaker: Noun phrase of the speaker.
        subject: Noun phrase of the subject.

    Returns:
        True where they are.
    """
    if speaker[0] < 0 or not _points_to_group(grammar, subject):
        return False
    kinds = _kinds_beside(grammar, speaker)
    spoken = _spokesman(grammar, speaker) >= 0 and grammar.speaker(speaker) is Speaker.GROUP
    return (
        spoken
        or (bool(kinds & W.GROUP) and not kinds & W.OFFICIAL)
        or _speaks_for_group(grammar, grammar.beside(speaker))
    )


def _points_to_group(grammar: Grammar, subject: Span) -> bool:
    """Whether a phrase is "the group", or people "of the group"."""
    last = grammar.forms[max(0, subject[1] - 2) : subject[1]]
    if last[:1] != ("the",) or last[1:] not in _GENERIC:
        return False
    inner = grammar.forms[subject[0] : subject[1] - 2]
    return not inner or inner[-1] in {"of", "from"}


def _kinds_beside(grammar: Grammar, span: Span) -> int:
    """The classes of a phrase's words but those for who speaks: a spokesman is an official by himself, not of a group."""
    kinds = 0
    for at in range(*span):
        kinds |= 0 if grammar.masks[at] & W.SPOKES else grammar.masks[at]
    return kinds


def _speaks_for_group(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase calls somebody the spokesman of an armed group: "a spokesman for the Northern Front"."""
    if _spokesman(grammar, span) < 0:
        return False
    kinds = _kinds_beside(grammar, span)
    return grammar.speaker(span) is Speaker.GROUP or (bool(kinds & W.GROUP) and not kinds & (W.OFFICIAL | W.STATE))


def _spokesman(grammar: Grammar, span: Span) -> int:
    return next((at for at in range(*span) if is_spokesman(grammar.forms[at])), -1)


def may_be_its_group(grammar: Grammar, speaker: Span, subject: Span) -> bool:
    """Whether "the group" may be the body that a spokesman speaks for, whose name does not tell what it is.

    Args:
        grammar: The sentence.
        speaker: Noun phrase of the speaker.
        subject: Noun phrase of the subject.

    Returns:
        True for "Zamor spokesman Ivo Marek said the group"; False for a ministry's, and where no body is named.
    """
    return _points_to_group(grammar, subject) and body_of(grammar, speaker) != NO_SPAN


def is_its_body(grammar: Grammar, speaker: Span, subject: Span) -> bool:
    """Whether "the army" is the body that somebody is said to speak for: "Ivo Marek, a spokesman for the Karsh Army,".

    Args:
        grammar: The sentence.
        speaker: Noun phrase of the speaker.
        subject: Noun phrase of the subject.

    Returns:
        True where a word of the body's name is all that "the" precedes.
    """
    body = grammar.forms[subject[0] + 1 : subject[1]] if subject[0] >= 0 else ()
    if len(body) != 1 or grammar.forms[subject[0]] != "the":
        return False
    span = grammar.beside(speaker)
    spokesman = _spokesman(grammar, span)
    return spokesman >= 0 and body[0] in grammar.forms[span[0] : span[1]] and body[0] != grammar.forms[spokesman]


def voice_of(grammar: Grammar, speaker: Span, subject: Span, deed: int) -> Speaker:
    """What kind of body a spokesman speaks for, as its name, or what it is said to have done, tells.

    Args:
        grammar: The sentence.
        speaker: Noun phrase of the speaker.
        subject: Noun phrase of who did it, as the speaker says.
        deed: The verb of the deed.

    Returns:
        ``GROUP`` for a group's, also for a brigade's or an army's with a name and no number that is called "the group" or
        owns a kidnapping, which no state's forces do; ``OFFICIAL`` for a state's; ``NONE`` where nothing tells, or no spokesman speaks.
    """
    for span in (speaker, grammar.beside(speaker)):
        if _spokesman(grammar, span) < 0:
            continue
        kind = grammar.speaker(span)
        military = any(_is_named_force(grammar, at) for at in range(span[0] + 1, span[1]))
        crime = grammar.forms[deed].startswith(_CRIMES) and grammar.tags[deed] == Tag.VERB
        if military and not grammar.shouting and (crime or _points_to_group(grammar, subject)):
            return Speaker.GROUP
        return kind if kind in {Speaker.GROUP, Speaker.OFFICIAL} else Speaker.NONE
    return Speaker.NONE


def _is_named_force(grammar: Grammar, at: int) -> bool:
    """Whether a word is that of a brigade or an army with a name; a number is that of a state's: "the Second Brigade"."""
    before = grammar.forms[at - 1]
    numbered = before in _ORDINALS or before[:1].isdigit()
    return grammar.forms[at] in _MILITARY and grammar.capital[at] and grammar.capital[at - 1] and not numbered


def body_of(grammar: Grammar, speaker: Span) -> Span:
    """The body that a spokesman speaks for, by the words of the phrase or those between commas behind it.

    Args:
        grammar: The sentence.
        speaker: Noun phrase of the speaker.

    Returns:
        The words of the name: "Zamor" of "a Zamor spokesman" and of "Ivo Marek, a spokesman for Zamor,"; ``NO_SPAN``
        where none is named, and for a ministry's.
    """
    for span in (speaker, grammar.beside(speaker)):
        spokesman = _spokesman(grammar, span)
        if spokesman < 0 or _kinds_beside(grammar, span) & (W.OFFICIAL | W.STATE | W.CIVIL):
            continue
        behind = spokesman + 1 < span[1] and grammar.forms[spokesman + 1] in {"for", "of"}
        body = range(spokesman + 2, span[1]) if behind else range(span[0], spokesman)
        named = [at for at in body if grammar.capital[at] and grammar.tags[at] in "OJ"]
        if named and not grammar.shouting:
            return named[0], named[-1] + 1
    return NO_SPAN
