"""Whom "we" and "I" stand for: the speaker of a turn, whoever is quoted, whoever signs or introduces themselves."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace

from avow.cues import Reading
from avow.cues.accounts.people import doer
from avow.cues.grammar import NO_SPAN, Grammar, Span, Speaker, Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.speaking import with_body
from avow.mentions.antecedents import introduced, own_voice
from avow.mentions.phrases import mentions
from avow.mentions.places import Place, clause_places, party_type
from avow.mentions.runs import Mention
from avow.mentions.wording import mention_of
from avow.mentions.written import shouted
from avow.records import Sentence

_SAYING = W.REPORT | W.AVOW | W.CONFESS | W.THINK | W.DENY
_LABEL, _TURN, _QUOTATION = 7, 8, 6
"""Tokens of a label with its brackets; sentences of a turn, and of a quotation."""
_NAME = 4
"""Tokens of a speaker's name with the colon behind it."""
_NO_LABEL = word_set(
    "clandestine text begin end words word recording continued passage indistinct excerpts excerpt summary applause laughter as received "
    "heard question sic video station announcer reporter unidentified changes thought"
)
_MESSAGES = word_set(
    "communique communiqué statement bulletin message letter note leaflet declaration manifesto email e-mail report "
    "spokesman spokeswoman commander leader post"
)
_TEXTS = _MESSAGES | word_set(
    "text entry page line paragraph sentence voice notice banner sheet tape recording video document diary inscription "
    "placard poster will item caption words thread story memo banners pages leaflets posters lines tapes videos notices"
)
"""What says something in the words of somebody else."""
_ADDRESSING = word_set("told tells telling informed informs assured assures")
_LINKS = frozenset({"of", "from", "by"})
_SIGNED = word_set("signed signs sign signature called calling named")
_TELLERS = frozenset({Speaker.NAME, Speaker.GROUP, Speaker.PERSON, Speaker.PRONOUN, Speaker.OFFICIAL})
_VOICES = word_set("spokesman spokeswoman voice radio station organ wing bureau office department")
_COMMITTEES = frozenset({("press", "committee"), ("information", "committee"), ("media", "committee")})
_AGAINST = word_set("against on at from to in near inside outside over between")
_SIGNING = word_set("signed for the : , ' \"")
_AFTER_SIGNATURE = word_set(", . ( [ ; : — – - ' \"")
_SIGNATURE = 10
"""Tokens of a signature with its place and date."""
_ON_AIR = frozenset({("this", "is"), ("you", "are"), ("here", "is")})
_INFORMING = word_set("informs communicates addresses greets inform communicate")
OPENING, HEARD = 20, 200
"""Sentences of a text's beginning, and before one that says "we", in which it may be told who speaks; a text has no end."""
_OPENS = 3
"""In how many sentences a text says at its beginning whose it is."""


def first_person(
    sentences: Sequence[Sentence], position: int, item: Mention, read: Callable[[Sentence], Reading]
) -> Place | None:
    """The phrase that a first person stands for.

    Args:
        sentences: All sentences of the document.
        position: Where it stands.
        item: The pronoun or possessive.
        read: Gives a sentence's reading.

    Returns:
        The phrase, possibly another pronoun; ``None`` where the text does not tell.
    """
    readings = [read(sentence) for sentence in sentences[max(0, position - _TURN) : position + 1]]
    first = position - len(readings) + 1
    reading = readings[-1]
    if _inside(reading, item.start):
        begin = len(readings) - 1
        while begin > 0 and readings[begin].open_quote and len(readings) - begin <= _QUOTATION:
            begin -= 1
        for at in (len(readings) - 1, begin, *(_before(readings) if begin == len(readings) - 1 else ())):
            said = _sayer(readings[at])
            if said is not None:
                return _place(first + at, readings[at], said)
    for at in range(len(readings) - 1, -1, -1):
        if readings[at].forms[:1] == ("[",):
            label = _label(readings[at])
            return _place(first + at, readings[at], label) if label is not None else None
        colon = _colon(readings[at])
        if colon and (at < len(readings) - 1 or colon < item.start):
            label = _named(readings[at], colon)
            if label is not None and _turns(sentences, readings[at].text[: label.last]) > 1:
                return _place(first + at, readings[at], label)
            answers = readings[at].forms[0] == "a" and not _inside(reading, item.start)
            asked = _interviewed(sentences, read) if answers else None
            if asked is not None:
                return asked
            break
    if _inside(reading, item.start):
        return None
    return next(_introductions(sentences, position, read), None)


def _before(readings: Sequence[Reading]) -> range:
    """The sentences before one that is nothing but a quotation: whoever was last said to speak goes on."""
    forms = readings[-1].forms
    alone = forms[0] == '"' and '"' in forms[-2:] and forms.count('"') == 2
    return range(len(readings) - 2, max(-1, len(readings) - 2 - _QUOTATION), -1) if alone else range(0)


def _inside(reading: Reading, at: int) -> bool:
    return reading.open_quote or (bool(reading.quoted) and reading.quoted[at])


def _place(sentence: int, reading: Reading, item: Mention) -> Place:
    return Place(sentence, reading, item, reading.text[item.first : item.last])


def _label(reading: Reading) -> Mention | None:
    """The speaker's name that begins a turn, as monitoring services print it: "[RAUL] We took him"."""
    forms = reading.forms[:_LABEL]
    close = next((at for at, form in enumerate(forms) if form in {"]", ","}), -1)
    if close < 2 or close + 1 >= len(reading.forms) or _NO_LABEL & set(forms[1:close]):
        return None
    for found in mentions(reading):
        if found.start == 1 and found.end == close and found.kind in {"name", "description"}:
            named = reading.text[found.first].isupper()
            return found if named and not reading.masks[found.head] & (W.CHANNEL | W.TIME | W.ACT_NOUN) else None
    return None


def _colon(reading: Reading) -> int:
    """Where a label ends that begins a turn of an interview or an item of a list: "Zarwu: I was in it"; 0 for none."""
    colon = next((at for at, form in enumerate(reading.forms[:_NAME]) if form == ":"), 0)
    return colon if all(mask & W.CAPITAL for mask in reading.classes[:colon]) else 0


def _named(reading: Reading, colon: int) -> Mention | None:
    """The name that a label is; ``None`` for the letter of a question or an answer."""
    whole = (item for item in mentions(reading) if (item.start, item.end, item.kind) == (0, colon, "name"))
    return next(whole, None) if len(reading.forms[0]) > 1 else None


def _interviewed(sentences: Sequence[Sentence], read: Callable[[Sentence], Reading]) -> Place | None:
    """Who answers questions: the person with whom the words before the first one begin, "Ivo Marek, 58, mends nets"."""
    for number in range(min(_OPENS, len(sentences))):
        reading = read(sentences[number])
        if reading.forms[1:2] == (":",):
            return None
        for place in clause_places(reading, number):
            somebody = place.speaker in {Speaker.NAME, Speaker.PERSON} or party_type(place) == "person"
            begins = place.mention.start == 0 or place.role == "main"
            if place.mention.kind == "name" and begins and somebody:
                return place
    return None


def _turns(sentences: Sequence[Sentence], name: str) -> int:
    """How many turns begin with a name: who speaks in an interview speaks more than once."""
    return sum(sentence.text.startswith(f"{name}:") for sentence in sentences)


def _sayer(reading: Reading) -> Mention | None:
    """Who is said to say what is quoted: the subject of a verb of saying outside the quotation, or a signature."""
    grammar = grammar_of(reading)
    outside = [not flag and form != '"' for flag, form in zip(reading.quoted, reading.forms, strict=True)]
    for verb in range(grammar.count):
        if not outside[verb] or not reading.masks[verb] & _SAYING or grammar.tags[verb] not in "VO":
            continue
        # Behind "said" stands who says it, behind "told" who hears it.
        behind = NO_SPAN if grammar.forms[verb] in _ADDRESSING else with_body(grammar, grammar.phrase_after(verb + 1))
        for span in (grammar.subject(verb), behind):
            if span[0] >= 0 and all(outside[span[0] : span[1]]):
                found = _speaking(grammar, span)
                if found is not None:
                    return found
    found = _teller(grammar, outside) or _behind(grammar)
    if found is not None:
        return found
    for at in range(grammar.count - 1):
        signed = grammar.forms[at] in _SIGNED
        sent = grammar.forms[at] in _LINKS and bool(_MESSAGES & set(grammar.forms[max(0, at - 5) : at]))
        if outside[at] and (signed or sent):
            found = mention_of(grammar, grammar.phrase_after(at + 1))
            if found is not None and found.kind == "name":
                return found
    return None


def _teller(grammar: Grammar, outside: Sequence[bool]) -> Mention | None:
    """Who is quoted behind a colon: the subject of the sentence, "Ana sent the widow a letter", or who put it out."""
    quote = next(
        (at for at in range(1, grammar.count) if grammar.forms[at] == '"' and grammar.forms[at - 1] == ":"), -1
    )
    if quote < 0:
        return None
    for verb in range(quote - 1):
        if grammar.tags[verb] == Tag.VERB and outside[verb] and not grammar.reduced(verb):
            span = doer(grammar, verb)
            found = mention_of(grammar, span) if span[0] >= 0 else None
            if found is not None and found.form not in {"we", "i"} and grammar.speaker(span) in _TELLERS:
                return found
    return None


def _behind(grammar: Grammar) -> Mention | None:
    """Who stands with a verb right behind a quotation, whatever the verb: ", he shouted"."""
    quoted, forms = grammar.reading.quoted, grammar.forms
    for at in range(1, grammar.count - 2):
        if forms[at] == '"' and quoted[at - 1] and not quoted[at + 1]:
            start = at + 1 + (forms[at + 1] == ",")
            span = grammar.phrase_after(start)
            if span[0] < start or span[0] > start + 1 or span[1] >= grammar.count:
                continue
            if grammar.tags[span[1]] == Tag.VERB or forms[span[1]].endswith("ed"):
                found = _speaking(grammar, span)
                if found is not None:
                    return found
    return None


def _speaking(grammar: Grammar, span: Span) -> Mention | None:
    """What a phrase refers to, where it can be somebody who speaks: neither a text nor an act nor a time, and no "we"."""
    found = mention_of(grammar, span)
    if found is None or found.form in {"we", "i"}:
        return None
    if found.kind == "possessive":
        # "Its statement" is a text, but leads to whose it is.
        return found
    if _TEXTS & set(grammar.forms[found.start : found.end]):
        return None
    person = found.kind in {"pronoun", "name"} or not grammar.masks[found.head] & (W.ACT_NOUN | W.TIME)
    return found if person else None


def _introductions(
    sentences: Sequence[Sentence], position: int, read: Callable[[Sentence], Reading]
) -> Iterator[Place]:
    """Where a text says whose it is: "we, the Brigade", a signature, "communique of the Front" at its beginning."""
    last = max(1, len(sentences) - 2)
    opening = range(min(OPENING, max(0, position - HEARD)))
    back = range(position, max(-1, position - HEARD - 1), -1)
    numbers = [*back, *reversed(opening), *range(max(position + 1, len(sentences) - 2), len(sentences))]
    behind: list[Place] = []
    for number in numbers:
        reading = read(sentences[number])
        for item in mentions(reading):
            named = item.kind in {"name", "description"} and not _NO_LABEL & set(reading.forms[item.start : item.end])
            place = _place(number, reading, item)
            if named and (introduced(place) or (number >= last and _signs(reading, item))):
                yield speaks_for(place)
            elif named and own_voice(place):
                # Behind a dash may stand anything.
                behind.append(speaks_for(place))
    yield from behind
    yield from _senders(sentences, read)


def _signs(reading: Reading, item: Mention) -> bool:
    """Whether a name with a place or a date is all that a sentence says: "For the Harbour Front, Karsh"."""
    grammar = grammar_of(reading)
    outside = (*grammar.tags[: item.start], *grammar.tags[item.end :])
    signed = item.start > 0 and reading.forms[0] in _SIGNED
    if grammar.count > _SIGNATURE or any(tag in "VAMG" for tag in outside[signed:]):
        return False
    if not signed and item.end < grammar.count and reading.forms[item.end] not in _AFTER_SIGNATURE:
        # "War on the rich."
        return False
    body = signed or item.kind == "name" or reading.masks[item.head] & (W.GROUP | W.INSURGENT)
    return bool(body) and all(form in _SIGNING for form in reading.forms[: item.start])


def _senders(sentences: Sequence[Sentence], read: Callable[[Sentence], Reading]) -> Iterator[Place]:
    """Whose message a text says at its beginning that it is."""
    for number in range(min(_OPENS, len(sentences))):
        reading = read(sentences[number])
        informing = _informing(reading)
        if informing is not None:
            yield _place(number, reading, informing)
        for item in mentions(reading):
            sender = _whose(reading, _sender(reading, item))
            if sender is not None and (sender.kind == "name" or reading.masks[sender.head] & (W.GROUP | W.INSURGENT)):
                yield _place(number, reading, sender)


def _informing(reading: Reading) -> Mention | None:
    """The group that says that it addresses somebody: "The Staff of the Harbour Front informs the people"."""
    grammar = grammar_of(reading)
    for verb in range(1, grammar.count):
        known = grammar.forms[verb] in {"makes", "make"} and grammar.forms[verb + 1 : verb + 2] == ("known",)
        if grammar.forms[verb] in _INFORMING or known:
            span = grammar.phrase_before(verb - 1)
            return mention_of(grammar, span) if grammar.speaker(span) is Speaker.GROUP else None
    return None


def speaks_for(place: Place) -> Place:
    """Whose voice a name is: the Front of "Radio of the Front".

    Args:
        place: A phrase.

    Returns:
        The phrase that names whom it speaks for; itself where it speaks for nobody else.
    """
    owner = _whose(place.reading, place.mention)
    return place if owner is None or owner is place.mention else _place(place.sentence, place.reading, owner)


def _whose(reading: Reading, item: Mention | None) -> Mention | None:
    """Whose spokesman or radio sends: "the Emirate" for "the Spokesman of the Emirate"."""
    if item is None:
        return None
    for at in range(item.end - 2, item.start, -1):
        if reading.forms[at] in _LINKS and (
            reading.forms[at - 1] in _VOICES or reading.forms[at - 2 : at] in _COMMITTEES
        ):
            start = at + 1 + (reading.forms[at + 1] == "the")
            if reading.forms[item.end : item.end + 1] != ("of",):
                return _from(reading, item, start)
            return mention_of(grammar_of(reading), grammar_of(reading).phrase_after(start)) or item
    return item


def _from(reading: Reading, item: Mention, start: int) -> Mention:
    """The end of a phrase, as a phrase of its own."""
    head = item.end - 1
    return replace(item, start=start, head=head, form=reading.forms[head], first=reading.tokens[start].start)


def sender(sentences: Sequence[Sentence], position: int, read: Callable[[Sentence], Reading]) -> Place | None:
    """Whose bulletin a document is, where it says so at its beginning and nobody else speaks in the sentence.

    Args:
        sentences: All sentences of the document.
        position: The sentence that owns a deed in the third person.
        read: Gives a sentence's reading.

    Returns:
        The sender, ``None`` for a report about others.
    """
    reading = read(sentences[position])
    if reading.has(_SAYING, 0, len(reading.forms)) or reading.open_quote or any(reading.quoted):
        return None
    return next(_senders(sentences[: min(position, _OPENS)], read), None)


def _sender(reading: Reading, item: Mention) -> Mention | None:
    """Whose message a phrase names, or stands behind: "Communique of the Northern Column", "a letter from the Front"."""
    forms = reading.forms
    inside = next((at for at in range(item.start, item.end) if forms[at] in _LINKS), -1)
    if inside > item.start and _MESSAGES & set(forms[item.start : inside]):
        start = inside + 1 + (forms[inside + 1 : inside + 2] == ("the",))
        return _from(reading, item, start) if start < item.end else None
    link = item.start - 1
    link -= link > 0 and forms[link] == "the"
    told = link > 0 and forms[link] in _LINKS and bool(_MESSAGES & set(forms[max(0, link - 3) : link]))
    told = told or (link > 0 and forms[link] in _LINKS and forms[link - 1] in _VOICES and forms[:2] in _ON_AIR)
    return item if told else None


def may_be_ours(place: Place) -> bool:
    """Whether a name may be that of those who speak of themselves as "we": a group's, that nothing was done to.

    Args:
        place: A name or description of the document.

    Returns:
        False for states and their forces, for places, and for what stands behind "against" or "on".
    """
    reading, item = place.reading, place.mention
    mask = 0
    for at in range(item.start, item.end):
        mask |= reading.masks[at]
    army = place.speaker == Speaker.GROUP
    if mask & (W.STATE | W.OFFICIAL | W.TIME | W.ACT_NOUN) and not (mask & W.INSURGENT or army):
        return False
    if _MESSAGES & set(reading.forms[item.start : item.end]):
        return False
    left = item.start - 1
    left -= left > 0 and reading.forms[left] in {"the", "a", "an"}
    if left >= 0 and reading.forms[left] in _AGAINST:
        return False
    if item.kind != "name":
        # In capitals a name is not told from a description: one that the text gives in brackets is one.
        return shouted(reading) and bool(mask & W.INSURGENT)
    return bool(mask & (W.GROUP | W.INSURGENT)) or army
