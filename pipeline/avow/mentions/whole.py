"""The whole phrase that a name stands in, as the sentence has it: "a hacker known as Wren" for "Wren"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from avow.cues import Reading
from avow.cues.accounts.people import PERSONS, can_act
from avow.cues.grammar import NO_SPAN, Grammar, Span, Speaker, Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.mentions.phrases import Mention, is_country, mentions

ARMS = word_set(
    "wing arm outlet office bureau secretary secretariat directorate branch delegate chairman vice-chairman desk"
)
"""What speaks for the body that it belongs to."""
BODIES = word_set(
    "group movement militia organisation organization party network gang cell faction collective crew cartel alliance "
    "syndicate outfit brigade coalition"
)
"""Nouns for a body that its name may follow: "the militant group Black Sand"."""
_STEPS = 3
_SAID = 12
"""Within how many tokens of the verb the clause begins that tells what is said."""
_OF = frozenset({"of", "for", "from"})
NAMING = word_set("called named nicknamed dubbed styled")
"""Participles that give a name to what stands before them."""
_KNOWN = word_set("known identified")
_STYLING = word_set(
    "calling styling naming identifying describing introducing presenting calls called styles styled describes described "
    "introduces introduced presents presented identifies identified"
)
_SELF = word_set("itself himself herself themselves")
_TELLING = word_set("said says claimed claims claiming stated")
_SPEAKING = frozenset({("spoke", "for"), ("speaks", "for"), ("speak", "for"), ("belonged", "to"), ("belongs", "to")})
_MEMBERS = word_set(
    "member leader commander chief head founder representative representatives soldier fighter follower part"
)
_REPRESENTING = word_set("represented represents represent")
_GIVING = word_set("gave gives giving used uses using")
NAMES = word_set("name names handle nickname alias pseudonym nom")
_GOING = word_set("goes went going")
NOT_PEOPLE = W.CHANNEL | W.RECORDING | W.ACT_NOUN | W.TIME | W.RESPONSIBILITY
"""Classes of words for what is said or done, and when, and for nobody."""
_MESSAGE = W.CHANNEL | W.RECORDING
_SENDING = word_set("sent mailed emailed e-mailed faxed addressed")
_SENT = 2
"""Within how many tokens before "to" the message is named."""
_WITHIN = word_set("of the for de del la al - & '")
_AROUND = frozenset({'"', "'", "(", "["})
_PLACING = word_set("in at near from on off outside to")
OF_SOMEBODY = word_set(
    "trial arrest capture conviction extradition release appeal case death killing sentencing manhunt support"
)
"""Of whom these are, a person is: "the trial of Ana Ruiz, a dock clerk"."""
_NOBODY = OF_SOMEBODY | word_set(
    "new other latter more than seen guilty illegal sane able unable such first second third fourth fifth large alleged "
    "basis grounds reason reasons result part charge charges evidence existence expiration profile face day scene riot riots "
    "scandal contest election injection infringement conspiracy nationality citizenship genocide terror terrorism extremism "
    "havoc activity shots materials memorial accusation accusations"
)
"""What names no party where it heads a phrase in lower case: qualities, numbers, proceedings, crimes and reasons."""
_ROLES = word_set("suspect suspects mastermind killer gunman attacker bomber perpetrator author accused defendant")
_PARTICLES = word_set("al el de del la van von bin ibn da dos di der - jr")
_INSERTED = frozenset({",", "—", "–", "-"})


def may_be_party(reading: Reading, item: Mention) -> bool:
    """Whether a phrase can name somebody: no mere adjective or participle, no proceeding, reason or crime.

    Args:
        reading: The sentence.
        item: The phrase.

    Returns:
        False for "a new" before "suspect", "guilty", "each other", "reasonable grounds", "more than".
    """
    return item.kind != "description" or not names_nobody(grammar_of(reading), item.head)


def names_nobody(grammar: Grammar, head: int) -> bool:
    """Whether a word names nobody where it heads a phrase: an adjective, a participle, a proceeding, a reason.

    Args:
        grammar: The sentence.
        head: The word.

    Returns:
        False for what has a capital, and for everything in a text in capitals.
    """
    form = grammar.forms[head]
    if grammar.shouting or grammar.capital[head] or form in PERSONS:
        return False
    return form in _NOBODY or (grammar.tags[head] in "VG" and form.endswith(("ed", "ing")))


def whole_phrase(reading: Reading, item: Mention) -> Mention:
    """The words of the sentence that a name is cut from.

    Args:
        reading: The sentence.
        item: The words that name somebody.

    Returns:
        The phrase from its description to the name, or from the name to who speaks for it; the same where it stands
        for itself.
    """
    if item.kind == "pronoun":
        return item
    grammar = grammar_of(reading)
    if item.kind == "possessive":
        # "Our combatants" for "our".
        start, end = grammar.phrase_after(item.start)
        if start != item.start or end <= item.end:
            return item
        return replace(item, end=end, last=grammar.word_span((start, end))[1])
    start = item.start
    for _ in range(_STEPS):
        before = _described(grammar, start, item.end, item.start)
        if before >= start or before < 0:
            break
        start = before
    end = _speaking_for(grammar, item.end)
    if start == item.start and end == item.end:
        return item
    last = item.last if end == item.end else grammar.word_span((start, end))[1]
    return replace(item, start=start, end=end, kind="description", first=reading.tokens[start].start, last=last)


def named_before(reading: Reading, item: Mention) -> Mention | None:
    """The name that a description between commas explains: "Night Ledger, an extortion gang, says".

    Args:
        reading: The sentence.
        item: The description.

    Returns:
        The name, ``None`` where none stands before it.
    """
    grammar = grammar_of(reading)
    at = item.start - (item.start > 0 and grammar.tags[item.start - 1] == Tag.DETERMINER)
    article = grammar.forms[at : at + 1] in {("a",), ("an",)}
    if grammar.shouting or at < 2 or grammar.forms[at - 1] != "," or not _explains(grammar, item, indefinite=article):
        return None
    start, end = _bare(grammar, grammar.phrase_before(at - 2))
    if not 0 <= start < end or not grammar.capital[end - 1]:
        return None
    first = next((place + 1 for place in range(end - 1, start - 1, -1) if not _in_a_name(grammar, place)), start)
    before = grammar.forms[first - 1] if first else ""
    if before in _PLACING or (before == "of" and first >= 2 and grammar.forms[first - 2] not in OF_SOMEBODY):
        return None
    return _name(grammar, first, end) if first == start or before == "of" else None


def _explains(grammar: Grammar, item: Mention, *, indefinite: bool) -> bool:
    """Whether a phrase behind a comma says who the one before it is: "a dock clerk", "the main suspect"."""
    if indefinite:
        return item.kind == "description" or not grammar.capital[item.start - 1]
    return item.kind == "description" and grammar.forms[item.end - 1] in _ROLES


def _in_a_name(grammar: Grammar, at: int) -> bool:
    return grammar.capital[at] or grammar.forms[at] in _PARTICLES


def named_after(reading: Reading, item: Mention) -> Mention | None:
    """The name behind a description: "a hacker group called Null Parade", "a co-accused, Ivo Marek,".

    Args:
        reading: The sentence.
        item: The description.

    Returns:
        The name, ``None`` where none stands behind it.
    """
    grammar = grammar_of(reading)
    if grammar.shouting or item.end >= grammar.count - 1:
        return None
    at = item.end
    if not _describes(grammar, item):
        # "The Mexican cartel known as Los Nueve".
        small = item.kind == "name" and not grammar.capital[item.end - 1] and grammar.forms[at] in _KNOWN
        return name_from(grammar, _named_at(grammar, at)) if small else None
    inserted = grammar.forms[at] in _INSERTED
    at += inserted
    at += grammar.forms[at : at + 1] in {("who",), ("which",), ("that",)}
    found = name_from(grammar, _named_at(grammar, at))
    if found is not None:
        return found
    # An apposition: a comma on both sides.
    found = name_from(grammar, at) if grammar.forms[item.end] == "," else None
    if found is None or found.start > at + 1 or grammar.forms[found.end : found.end + 1] != (",",):
        return None
    listed = grammar.forms[found.end + 1 : found.end + 2] in {("and",), ("or",)}
    return None if listed or grammar.masks[found.head] & NOT_PEOPLE or not _is_who(grammar, item) else found


def _describes(grammar: Grammar, item: Mention) -> bool:
    """Whether a phrase describes somebody: "a Karshan citizen" as well as "a citizen"."""
    indefinite = item.start > 0 and grammar.forms[item.start - 1] in {"a", "an"}
    return item.kind == "description" or (indefinite and not grammar.capital[item.end - 1])


def _is_who(grammar: Grammar, item: Mention) -> bool:
    """Whether a description stands for somebody: not a place before the country that it lies in."""
    return _may_be_who(grammar, (item.start, item.end)) and (
        item.start == 0 or grammar.forms[item.start - 1] not in {"in", "at", "near", "from", "on"}
    )


def _named_at(grammar: Grammar, at: int) -> int:
    """Where a name begins behind "called", "known as", "goes by", "using the handle"; past the end where none does."""
    forms, none = grammar.forms, grammar.count
    if at >= none:
        return none
    if forms[at] in NAMING:
        return at + 1
    if forms[at] in _STYLING and forms[at + 1 : at + 2] and forms[at + 1] in _SELF:
        return at + 2 + (forms[at + 2 : at + 3] == ("as",))
    if forms[at] in _KNOWN:
        return next((place + 1 for place in range(at + 1, min(at + 3, none)) if forms[place] == "as"), none)
    if forms[at] in _GOING and forms[at + 1 : at + 2] == ("by",):
        return at + 2
    if forms[at] in _GIVING:
        name = next((place for place in range(at + 1, min(at + 4, none)) if forms[place] in NAMES), none)
        return name + 1 + (forms[name + 1 : name + 2] == ("as",))
    return none


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
    if at + 2 >= grammar.count or grammar.forms[at] not in _INSERTED:
        return None
    at += 1
    if grammar.forms[at : at + 3] in {("who", "speaks", "for"), ("who", "spoke", "for"), ("speaking", "for", "the")}:
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
    of = next((place for place in range(at + 3, stop) if forms[place] in _OF), stop)
    if of == stop or not (grammar.masks[of - 1] & (W.MEMBER | W.SPOKES) or forms[of - 1] in _MEMBERS):
        return None
    found = name_from(grammar, of + 1)
    # "Of the Karsh police" names no Karsh.
    goes_on = found is not None and any(tag in "OJ" for tag in grammar.tags[found.end : found.end + 1])
    return None if goes_on else found


def _styles_itself(forms: Sequence[str], at: int) -> bool:
    """Whether somebody tells who they are: "identifying himself as"."""
    told = forms[at : at + 3]
    return len(told) == 3 and told[0] in _STYLING and told[1] in _SELF and told[2] == "as"


def _spokesman_of(grammar: Grammar, at: int) -> Mention | None:
    """Whose spokesman or member a phrase calls somebody: "a Front spokesman", "a member of the Front"."""
    stop = min(grammar.count - 1, at + 6)
    while at < stop and not _represents(grammar.forms[at]) and grammar.tags[at] in "DOJ":
        at += 1
    if at >= grammar.count or not _represents(grammar.forms[at]):
        return None
    if grammar.forms[at + 1 : at + 2] and grammar.forms[at + 1] in _OF:
        return name_from(grammar, at + 2)
    return next((item for item in mentions(grammar.reading) if item.kind == "name" and item.end == at), None)


def _represents(form: str) -> bool:
    return form.startswith("spokes") or form in _MEMBERS


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
    start, end = _bare(grammar, grammar.phrase_after(that + 1))
    if not 0 <= start < end or end >= grammar.count or grammar.speaker((start, end)) is not Speaker.GROUP:
        return None
    deed = any(
        grammar.masks[verb] & (W.ACT_VERB | W.WEAK_ACT | W.INVOLVEMENT | W.RESPONSIBILITY)
        for verb in range(end, min(grammar.count, end + 5))
    )
    if not deed or grammar.shouting or not grammar.capital[start] or reading.quoted[start]:
        return None
    return _name(grammar, start, end)


def _bare(grammar: Grammar, span: Span) -> Span:
    """A phrase without its determiners; empty or ``NO_SPAN`` where nothing is left."""
    start, end = span
    while 0 <= start < end and grammar.tags[start] == Tag.DETERMINER:
        start += 1
    return start, end


def name_from(grammar: Grammar, at: int) -> Mention | None:
    """The name that a phrase holds.

    Args:
        grammar: The sentence.
        at: Where the phrase begins.

    Returns:
        The name, ``None`` where it holds none.
    """
    start, end = _bare(grammar, grammar.phrase_after(at))
    if not 0 <= start < end:
        return None
    if not grammar.capital[start]:
        marked = start > 0 and grammar.forms[start - 1] == '"' and grammar.forms[end : end + 1] == ('"',)
        return _name(grammar, start, end) if marked else None
    stop = start
    while stop < end and (grammar.capital[stop] or grammar.forms[stop] in _WITHIN):
        stop += 1
    while not grammar.capital[stop - 1]:
        stop -= 1
    return _name(grammar, start, stop)


def _name(grammar: Grammar, start: int, end: int) -> Mention:
    first, last = grammar.word_span((start, end))
    return Mention(start, end, grammar.head((start, end)), "name", grammar.forms[end - 1], first, last)


def _described(grammar: Grammar, start: int, end: int, name: int) -> int:
    """Where the description before a phrase begins; the phrase's own beginning where there is none."""
    beside = _said_before(grammar, start)
    if beside < start:
        return beside
    at = start - 1
    while at > 0 and (grammar.tags[at] == Tag.DETERMINER or grammar.forms[at] in _AROUND):
        at -= 1
    if at < 1:
        return start
    form = grammar.forms[at]
    left = NO_SPAN
    if form in _OF:
        left = grammar.phrase_before(at - 1)
        if left[0] >= 0 and addressed(grammar.reading, left[0]):
            return start
    elif form == "," and end < grammar.count and grammar.forms[end] in {",", '"', "—", "–"}:
        left = grammar.phrase_before(at - 1)
        listed = grammar.forms[end + 1 : end + 2] in {("and",), ("or",)}
        named = start < name and left[0] >= 0 and grammar.capital[left[1] - 1]
        if left[0] < 0 or listed or (grammar.tags[left[0]] != Tag.DETERMINER and not named):
            return start
    else:
        verb = _naming(grammar, at)
        if verb >= 1:
            verb -= grammar.forms[verb - 1] == ","
            left = grammar.phrase_before(verb - 1)
            # "A trucker named Dale Voss": whoever bears a name is somebody.
            return left[0] if _may_be_who(grammar, left, named=True) else start
    return left[0] if _may_be_who(grammar, left) else start


def _said_before(grammar: Grammar, start: int) -> int:
    """Where what a body is, or its country, begins right before its name: "the militant group Black Sand"."""
    at = start - 1
    if at < 0 or grammar.shouting or not grammar.capital[start]:
        return start
    form = grammar.forms[at]
    if form in BODIES and not grammar.capital[at]:
        found = grammar.phrase_before(at)[0]
        return found if found >= 0 else start
    return at if form.endswith("'s") and is_country(form.removesuffix("'s")) else start


def addressed(reading: Reading, start: int) -> bool:
    """Whether a message is sent to whom a phrase names: "a letter to reporters", "mail sent to reporters".

    Args:
        reading: The sentence.
        start: Where the phrase begins.

    Returns:
        True where it is.
    """
    tags = grammar_of(reading).tags
    to = start - 1
    while to > 0 and tags[to] in "DJ":
        to -= 1
    if to < 1 or reading.forms[to] != "to":
        return False
    return reading.forms[to - 1] in _SENDING or reading.has(_MESSAGE, to - _SENT, to)


def _naming(grammar: Grammar, at: int) -> int:
    """Where the words begin that give a name behind them: "called", "known as", "who gave his name as"; -1 for none."""
    forms = grammar.forms
    if forms[at] in NAMING:
        return at
    if forms[at] == "as" and at >= 2:
        if forms[at - 1] in _KNOWN:
            return at - 1
        if forms[at - 1] in _SELF and forms[at - 2] in _STYLING:
            return _relative(grammar, at - 2)
        if forms[at - 1] in NAMES:
            return _giving(grammar, at - 1)
    if forms[at] in _SELF and at >= 1 and forms[at - 1] in _STYLING:
        return _relative(grammar, at - 1)
    if forms[at] in NAMES:
        return _giving(grammar, at)
    if forms[at] == "by" and at >= 2 and forms[at - 1] in _GOING:
        return _relative(grammar, at - 1)
    return -1


def _relative(grammar: Grammar, verb: int) -> int:
    """Where a relative clause begins: at its verb or at "who" before it."""
    return verb - 1 if verb > 1 and grammar.forms[verb - 1] in {"who", "which", "that"} else verb


def _giving(grammar: Grammar, name: int) -> int:
    """The beginning of "who gave his name" and "using the handle"."""
    for at in range(name - 1, max(0, name - 4), -1):
        if grammar.forms[at] in _GIVING:
            return _relative(grammar, at)
    return -1


def _may_be_who(grammar: Grammar, span: Span, *, named: bool = False) -> bool:
    """Whether a description is that of somebody, not of a message or an act; or of anything but these, with a name."""
    if span[0] < 0:
        return False
    head = grammar.head(span)
    mask = grammar.masks[head]
    if mask & NOT_PEOPLE and not mask & (W.GROUP | W.MEMBER):
        return False
    return named or bool(mask & (W.GROUP | W.MEMBER | W.SPOKES | W.OFFICIAL)) or can_act(grammar, span)


def _speaking_for(grammar: Grammar, end: int) -> int:
    """The end of what speaks for a name before it: "the Front's media wing", "Front spokesman Ivo Marek"."""
    at = end
    while at < grammar.count and at - end < _STEPS:
        mask = grammar.masks[at]
        if speaks(grammar, at) and not mask & NOT_PEOPLE:
            at += 1
            while at < grammar.count and grammar.capital[at] and grammar.tags[at] in "OJ" and not grammar.shouting:
                at += 1
            return at
        if grammar.tags[at] not in "OJ":
            break
        at += 1
    return end


def speaks(grammar: Grammar, at: int) -> bool:
    """Whether a noun behind a name is who speaks for it.

    Args:
        grammar: The sentence.
        at: The noun.

    Returns:
        True for a spokesman, a media wing, an office.
    """
    return grammar.forms[at].startswith("spokes") or grammar.forms[at] in ARMS
