"""Whom somebody speaks for, as the words around their name say: "Ivo Marek, spokesman of the Front,"."""

from __future__ import annotations

from collections.abc import Sequence

from avow.cues import Reading
from avow.cues.accounts.people import LAWYERS
from avow.cues.grammar import Grammar, Span, Speaker, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.speaking import is_spokesman
from avow.mentions.antecedents import needs_antecedent
from avow.mentions.naming import INSERTED, SELVES, STYLING, name_from, name_of, undetermined
from avow.mentions.phrases import mentions
from avow.mentions.runs import Mention
from avow.mentions.written import is_named, shouted

ARMS = word_set(
    "wing arm outlet office bureau secretary secretariat directorate branch delegate chairman vice-chairman desk"
)
"""What speaks for the body that it belongs to."""
_SAID = 12
"""Within how many tokens of the verb the clause begins that tells what is said."""
JOINING = frozenset({"of", "for", "from"})
_TELLING = word_set("said says claimed claims claiming stated")
_SPEAKING = frozenset({("spoke", "for"), ("speaks", "for"), ("speak", "for"), ("belonged", "to"), ("belongs", "to")})
_MEMBERS = word_set(
    "member leader commander chief head founder representative representatives soldier fighter follower part"
)
_OUTLETS = word_set("station voice radio organ mouthpiece newspaper agency")
_REPRESENTING = word_set("represented represents represent")
_SPEAKS_FOR = W.SPOKES | W.MEMBER | W.CALLER | W.CHANNEL | W.RECORDING
BY_WHOM = frozenset({"of", "for", "from", "by"})
BELONGINGS = word_set(
    "confession confessions claim claims admission denial pad letterhead notepaper stamp seal signature name leaflet leaflets "
    "pamphlet pamphlets speaking behalf leadership delegate delegates envoy envoys"
)
"""What belongs to who speaks, and is no speaker: "the confession of a prisoner", "a letter on the pad of the Front",
"speaking for the Front"."""
PAGES = word_set("website site page blog channel")
_VOICES = (
    word_set(
        "side report reports statement communique bulletin broadcast radio station command letter leader commander representative "
        "inquiry"
    )
    | PAGES
)
"""What a body has that speaks for it: "the Front's statement", "the coalition's inquiry"."""
_APPOSED = 6
"""Tokens behind a name within which it is said for whom somebody speaks."""
_LAWYERS = LAWYERS - {"defence", "defense"}
"""Without those that ministries have."""


def spoken_for(reading: Reading, item: Mention) -> Mention | None:
    """For whom somebody speaks, as the words behind the name say: "Ivo Marek, spokesman of the Front,".

    Args:
        reading: The sentence.
        item: Who speaks.

    Returns:
        The name of the body, ``None`` where the words name none.
    """
    grammar = grammar_of(reading)
    at = item.end
    claimed = _claimed_membership(grammar, at)
    if claimed is not None:
        return claimed
    if at + 2 >= grammar.count or grammar.forms[at] not in INSERTED:
        return None
    at += 1
    if grammar.forms[at : at + 2] == ("run", "by"):
        return name_from(grammar, at + 2)
    if grammar.forms[at : at + 3] in {
        ("which", "broadcasts", "for"),
        ("who", "speaks", "for"),
        ("who", "spoke", "for"),
        ("speaking", "for", "the"),
    }:
        at += 2 if grammar.forms[at] == "speaking" else 3
        return name_from(grammar, at)
    return _spokesman_of(grammar, at)


def _claimed_membership(grammar: Grammar, at: int) -> Mention | None:
    """Of which body somebody is by their own words: "a man who said he was a member of the Front"."""
    forms = grammar.forms
    styled = at + (forms[at : at + 1] == ("who",))
    if _styles_itself(forms, styled):
        return _spokesman_of(grammar, styled + 3)
    if forms[at : at + 1] != ("who",) or not forms[at + 1 : at + 2] or forms[at + 1] not in _TELLING:
        return None
    at += 2 + (forms[at + 2 : at + 3] == ("that",))
    if not forms[at : at + 1] or forms[at] not in {"he", "she", "they", "to"}:
        return None
    pair = forms[at + 1 : at + 3]
    if pair in _SPEAKING:
        return name_from(grammar, at + 3)
    if pair and pair[0] in _REPRESENTING:
        return name_from(grammar, at + 2)
    if not pair or pair[0] not in {"was", "is", "were", "be"}:
        return None
    stop = min(grammar.count - 1, at + 6)
    of = next((place for place in range(at + 3, stop) if forms[place] in JOINING), stop)
    if of == stop or not (grammar.masks[of - 1] & (W.MEMBER | W.SPOKES) or forms[of - 1] in _MEMBERS):
        return None
    found = name_from(grammar, of + 1)
    # "Of the Karsh police" names no Karsh.
    goes_on = found is not None and any(tag in "OJ" for tag in grammar.tags[found.end : found.end + 1])
    return None if goes_on else found


def _styles_itself(forms: Sequence[str], at: int) -> bool:
    """Whether somebody tells who they are: "identifying himself as"."""
    told = forms[at : at + 3]
    return len(told) == 3 and told[0] in STYLING and told[1] in SELVES and told[2] == "as"


def _spokesman_of(grammar: Grammar, at: int) -> Mention | None:
    """Whose spokesman or member a phrase calls somebody: "a Front spokesman", "a member of the Front"."""
    at = _representing(grammar, at)
    if at < 0:
        return None
    if grammar.forms[at + 1 : at + 2] and grammar.forms[at + 1] in JOINING:
        return name_from(grammar, at + 2)
    return next((item for item in mentions(grammar.reading) if item.kind == "name" and item.end == at), None)


def _representing(grammar: Grammar, at: int) -> int:
    """The word of a phrase that calls somebody a spokesman or a member, -1 where none does."""
    for place in range(at, min(grammar.count, at + _APPOSED + 1)):
        if is_spokesman(grammar.forms[place]) or grammar.forms[place] in _MEMBERS | _OUTLETS:
            return place
        if grammar.tags[place] not in "DOJ":
            break
    return -1


def acting(reading: Reading, at: int) -> Mention | None:
    """The group whose deed it is that somebody else owns for it: "a caller said that the Front had planted the bomb".

    Args:
        reading: The sentence.
        at: The verb of saying.

    Returns:
        The group, ``None`` where what is said has another subject.
    """
    grammar = grammar_of(reading)
    that = next(
        (place for place in range(at + 1, min(grammar.count, at + _SAID)) if grammar.forms[place] == "that"), at
    )
    start, end = undetermined(grammar, grammar.phrase_after(that + 1))
    if not 0 <= start < end or end >= grammar.count or grammar.speaker((start, end)) is not Speaker.GROUP:
        return None
    deed = any(
        grammar.masks[verb] & (W.ACT_VERB | W.WEAK_ACT | W.INVOLVEMENT | W.RESPONSIBILITY)
        for verb in range(end, min(grammar.count, end + 5))
    )
    if not deed or grammar.shouting or not grammar.capital[start] or reading.quoted[start]:
        return None
    return name_of(grammar, start, end)


def speaks(grammar: Grammar, at: int) -> bool:
    """Whether a noun behind a name is who speaks for it.

    Args:
        grammar: The sentence.
        at: The noun.

    Returns:
        True for a spokesman, a media wing, an office.
    """
    return is_spokesman(grammar.forms[at]) or grammar.forms[at] in ARMS


def past_speaker(grammar: Grammar, start: int, end: int) -> Span:
    """Whom a spokesman, a member, a caller or a statement speaks for.

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        Tokens from and to.
    """
    for at in range(start + 1, min(end, grammar.count)):
        if grammar.forms[at] in BY_WHOM:
            # "A spokesman in Karsh of the Front".
            placed = at - 3 > start - 1 and grammar.forms[at - 2] == "in" and grammar.capital[at - 1]
            said = at - 3 if placed else at - 1
            speaking = grammar.masks[said] & _SPEAKS_FOR or grammar.forms[said] in BELONGINGS
            if speaking and at + 1 < end:
                return past_speaker(grammar, at + 1, end)
            break
    return start, end


def end_of_owner(grammar: Grammar, start: int, end: int) -> int:
    """The end of the name whose spokesman or media wing a phrase is: "the Front's publicity wing", "Front spokesman".

    Args:
        grammar: The sentence.
        start: The phrase's first token.
        end: The token after its last one.

    Returns:
        The token after its last one.
    """
    if start >= end:
        return end
    body = grammar.capital[start] or bool(grammar.masks[grammar.head((start, start + 1))] & (W.GROUP | W.STATE))
    for at in range(start + 1, end):
        if not body or not (speaks(grammar, at) or grammar.forms[at] in _VOICES):
            continue
        own = [
            place for place in range(start, at) if grammar.forms[place].endswith("'s") or grammar.forms[place] == "'"
        ]
        if own:
            return own[0] + (grammar.forms[own[0]] != "'")
        return at if is_spokesman(grammar.forms[at]) and grammar.capital[at - 1] else end
    return end


def spoken_for_before(reading: Reading, item: Mention) -> Mention | None:
    """The phrase behind a name that points back to whom somebody speaks for: "Ivo Marek, the group's spokesman".

    Args:
        reading: The sentence.
        item: The phrase of who speaks.

    Returns:
        The phrase, ``None`` where there is none.
    """
    grammar = grammar_of(reading)
    first = item.end + 1
    if item.kind != "name" or reading.forms[item.end : first] != (",",):
        return None
    spokes = _representing(grammar, first)
    if spokes < 0:
        return None
    joined = reading.forms[spokes + 1 : spokes + 2] in {("for",), ("of",)}
    for other in mentions(reading):
        near = first <= other.start < spokes or (joined and spokes + 1 < other.start <= spokes + 3)
        if near and other.form not in {"we", "i"} and needs_antecedent(reading, other):
            return other
    return None


def owner_of(reading: Reading, item: Mention) -> Mention | None:
    """The possessive that tells for whom somebody speaks: "its" of "its spokesman".

    Args:
        reading: The sentence.
        item: The phrase of who speaks.

    Returns:
        The possessive, ``None`` where there is none.
    """
    if not reading.masks[item.head] & W.SPOKES or not is_spokesman(reading.forms[item.head]):
        return None
    first = max(0, item.start - 1)
    owners = (own for own in mentions(reading) if own.kind == "possessive" and first <= own.start < item.head)
    return next((own for own in owners if own.form in {"it", "they"}), None)


def named_by(reading: Reading, item: Mention) -> Mention | None:
    """The group that members or a spokesman stand for: "guerrillas of the Front", "a spokesman for the Front".

    Args:
        reading: The sentence.
        item: The phrase of who speaks.

    Returns:
        The name, ``None`` where there is none.
    """
    if item.kind != "description" or not reading.masks[item.head] & (W.MEMBER | W.GROUP | W.CALLER):
        if not is_spokesman(reading.forms[item.head]):
            return None
    return _name_behind(reading, item.end)


def _name_behind(reading: Reading, end: int) -> Mention | None:
    """The name that "of", "for" or "from" joins to a phrase that ends there."""
    if reading.forms[end : end + 1] not in {("of",), ("for",), ("from",)}:
        return None
    capitals = shouted(reading)
    for other in mentions(reading):
        if end < other.start <= end + 2 and (other.kind == "name" or (capitals and other.kind == "description")):
            return other
    return None


def client_of(reading: Reading, item: Mention) -> Mention | None:
    """For whom a lawyer denies: "Ruiz" of "Ruiz's lawyer" and "the lawyer for Ruiz", "his" of "his lawyer".

    Args:
        reading: The sentence.
        item: The phrase of who speaks.

    Returns:
        The phrase, ``None`` where no lawyer speaks.
    """
    at = next((place for place in range(item.start, item.end) if reading.forms[place] in _LAWYERS), -1)
    if at < 0:
        return None
    if reading.forms[at + 1 : at + 2] in {("for",), ("of",)}:
        return _name_behind(reading, at + 1) or name_from(grammar_of(reading), at + 2)
    owner = at - 1
    ending = "'s" if at and reading.forms[owner].endswith("'s") else ""
    if not ending:
        own = (other for other in mentions(reading) if other.kind == "possessive" and other.start == owner)
        return next(own, None)
    if not reading.raws[owner][:1].isupper():
        return None
    start = owner
    while start > 0 and is_named(reading, start - 1):
        start -= 1
    first, last = reading.tokens[start].start, reading.end_of(owner) - len(ending)
    return Mention(start, at, owner, "name", reading.forms[owner].removesuffix(ending), first, last)
