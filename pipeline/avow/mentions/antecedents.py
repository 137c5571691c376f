"""What tells which name a pronoun or a description stands for: recency, number and type."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from avow.cues import Reading
from avow.cues.accounts.people import PERSONS
from avow.cues.grammar import Grammar, Speaker, Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import classes, word_set
from avow.cues.states import is_state
from avow.mentions.phrases import PLURALS, Mention, head_word, is_named, mentions, says_whence, shouted

_GENERIC = frozenset(
    "group groups organization organisation movement front gang cell crew faction militia outfit caller callers spokesman "
    "spokeswoman speaker sender author authors claimant name statement communique collective others brigade command "
    "guerrillas rebels hackers militants insurgents attackers kidnappers hijackers extortionists account persona clique "
    "clan transmitter sheet tract pamphlet".split()
)
_QUALITIES = word_set(
    "militant rebel guerrilla insurgent separatist terrorist terror extremist jihadist jihadi islamist armed outlawed banned "
    "clandestine hacker hacking hacktivist ransomware extortion paramilitary"
)
_PLACED = frozenset({"in", "at", "near", "on"})
_NO_PARTY = frozenset(
    "i if more however always yes no free update late this that these those same other others".split()
)
_PEOPLE = ("man", "woman", "ers", "ors", "ists", "men", "ians", "er", "or", "ist", "ian", "ee", "ant", "ants")
_NO_NAMES = frozenset(
    "the al el mr mrs ms dr sir lord lady king queen prince princess sheikh sheik imam mullah ayatollah president general gen "
    "colonel col captain capt major maj lieutenant lt sergeant sgt commander judge justice minister prime senator mayor chief "
    "former acting late deputy vice st saint abu".split()
)
"""Titles and the like, which are no part of a name that would tell two apart."""
_PARTICLES = frozenset("the al el st saint abu former acting late deputy vice prime sir".split())
_OFFICES = (_NO_NAMES - _PARTICLES) | frozenset(
    "spokesman spokeswoman sheriff secretary director governor prosecutor bishop archbishop chairman chairwoman ambassador "
    "superintendent detective inspector constable officer lawyer attorney congressman congresswoman corporal private councillor "
    "professor father".split()
)
"""Words for those who tell of others' deeds, of whom there is one."""
_INSTITUTIONS = frozenset(
    "office bureau university hospital school church bank airport airlines airways corporation company commission court senate "
    "congress assembly embassy consulate times post news press radio television water electric".split()
)
"""What names end in that are no armed group's."""
_BLAMING = ("blam", "pinn", "pin")
_BLAMED = 9
"""Tokens from a verb of blame to whom it falls on."""
_WORD = re.compile(r"\w+")
_SEATED = re.compile(
    r"(?<!\S)\S*-(?:based|backed|led|linked|aligned|affiliated|born|trained|funded|sponsored|supported|controlled|held)(?!\S)",
    re.IGNORECASE,
)
"""Where somebody is from, or whom they follow: no part of their name."""


@dataclass(frozen=True, slots=True)
class Place:
    """A phrase in its document.

    Attributes:
        sentence: Position of its sentence.
        reading: The sentence.
        mention: The phrase.
        text: Its words.
        role: What it is in its clause: ``main`` for the subject of the sentence, ``subject``, ``part`` within one, or
            ``other``.
        speaker: What kind of speaker it would be.
    """

    sentence: int
    reading: Reading
    mention: Mention
    text: str
    role: str = "other"
    speaker: str = "none"


def needs_antecedent(reading: Reading, item: Mention) -> bool:
    """Whether a phrase points back: a pronoun, or a definite description such as "the group".

    Args:
        reading: The sentence.
        item: The phrase.

    Returns:
        True where a name should be looked for.
    """
    if item.kind in {"pronoun", "possessive"}:
        return True
    places = [at for at in range(item.start, item.end) if reading.forms[at] not in {"the", "this", "that", "same"}]
    while len(places) > 1 and item.kind == "description" and _qualifies(reading, places[0], item.end):
        places.pop(0)
    words = [reading.forms[at] for at in places]
    # "Says that hackers broke in" points to none.
    pointing = {"the"} if item.form.endswith("s") else {"the", "this", "that", "same"}
    definite = reading.forms[item.start] in pointing or (item.start > 0 and reading.forms[item.start - 1] in pointing)
    named = reading.forms[item.end : item.end + 1] == ("of",) and any(
        is_named(reading, at) for at in range(item.end + 1, min(item.end + 3, len(reading.forms)))
    )
    return definite and not named and len(words) == 1 and words[0].removesuffix("'s") in _GENERIC


def _qualifies(reading: Reading, at: int, end: int) -> bool:
    """Whether a word before "group" only says what kind of body it is, or whence: "the militant group", "the Karshan group"."""
    return reading.forms[at] in _QUALITIES or (not shouted(reading) and says_whence(reading, at, end))


def clause_places(reading: Reading, position: int) -> Iterator[Place]:
    """The phrases of a sentence that can be meant by a pronoun, with what they are in their clauses.

    Args:
        reading: The sentence.
        position: Its position in the document.

    Yields:
        Names and descriptions in order.
    """
    grammar = grammar_of(reading)
    spans = [grammar.subject(verb) for verb, tag in enumerate(grammar.tags) if tag == Tag.VERB]
    orders: dict[int, int] = {}
    inside = [False] * grammar.count
    for order, (start, end) in enumerate(span for span in spans if span[0] >= 0):
        orders.setdefault(grammar.head((start, end)), order)
        inside[start:end] = [True] * (end - start)
    for item in mentions(reading):
        if item.kind not in {"name", "description"}:
            continue
        order = min((orders[at] for at in range(item.start, item.end) if at in orders), default=-1)
        role = "main" if order == 0 else "subject" if order > 0 else "part" if inside[item.start] else "other"
        speaker = grammar.speaker((item.start, item.end))
        yield Place(position, reading, item, reading.text[item.first : item.last], role, str(speaker))


def party_type(place: Place) -> str:
    """What a phrase can be: somebody, a body of people, a thing, or either of the first two.

    Args:
        place: The phrase.

    Returns:
        ``person``, ``people``, ``body``, ``thing`` or ``name``.
    """
    reading, item = place.reading, place.mention
    mask, form = reading.masks[item.head], item.form
    if _before(place) in _PLACED or _in_a_place(place) or (form in _NO_PARTY or not form[:1].isalpha()):
        return "thing"
    every = _mask(place)
    name = item.kind == "name"
    plural, somebody = form.endswith("s") or form in PLURALS, form in PERSONS or form.endswith(_PEOPLE)
    if somebody and not plural and not name and not mask & W.GROUP:
        # "A man", "a gunman".
        return "person"
    if name and reading.has(W.CHANNEL, item.end, item.end + 1):
        # "Zamor radio".
        return "thing"
    if (mask & (W.GROUP | W.INSURGENT) and not mask & (W.MEMBER | W.SPOKES)) or (
        name and every & W.GROUP and not every & W.OFFICIAL
    ):
        return "body"
    if (
        mask & (W.ACT_NOUN | W.TIME | W.CHANNEL | W.RECORDING | W.LOOT | W.RESPONSIBILITY | W.INVOLVEMENT | W.UNIT)
        and not mask & W.MEMBER
    ):
        return "thing"
    if not name:
        if not somebody and not mask & (W.MEMBER | W.OFFICIAL | W.SPOKES | W.CALLER):
            return "body" if mask & W.STATE or every & W.CIVIL else "thing"
        return "people" if plural else "person"
    words = _WORD.findall(place.text)
    if every & (W.MEMBER | W.OFFICIAL) and len(words) > 1:
        return "people" if plural and mask & W.MEMBER else "person"
    if place.text.isupper() and not shouted(reading):
        return "body"
    if _is_one_official(place):
        return "person"
    if "of" in reading.forms[item.start : item.end] or mask & W.STATE:
        return "body"
    return "name"


_MEANT = {
    "he": frozenset({"person", "name"}),
    "it": frozenset({"body", "name"}),
    "they": frozenset({"body", "people", "name"}),
}


_BODIES = frozenset({"body", "name"})
_PARTIES = frozenset({"person", "people", "body", "name"})


def plausible(item: Place, candidates: Sequence[Place]) -> Sequence[Place]:
    """The candidates that a phrase can stand for: people for "he", no person for "it", no thing for a description.

    Args:
        item: The phrase that points back.
        candidates: Names and descriptions of the document.

    Returns:
        Those of a fitting type, to whom nothing was done where there are others; all of them where none fits a pronoun,
        none where a description could only be a thing or a victim.
    """
    fitting = [candidate for candidate in candidates if may_stand_for(item, candidate)]
    unharmed = [candidate for candidate in fitting if not undergoes(candidate)]
    fitting = unharmed or (fitting if item.mention.kind in {"pronoun", "possessive"} else [])
    return fitting if fitting or item.mention.kind not in {"pronoun", "possessive"} else candidates


def may_stand_for(item: Place, candidate: Place) -> bool:
    """Whether a phrase that points back can mean another one, by what either is.

    Args:
        item: The phrase that points back.
        candidate: Another phrase.

    Returns:
        True where their types fit; in capitals, which hide names, always.
    """
    if shouted(item.reading):
        return True
    if item.mention.kind not in {"pronoun", "possessive"}:
        if not _mask(item) & W.GROUP:
            return party_type(candidate) in _PARTIES
        return party_type(candidate) in _BODIES and not _is_no_group(candidate)
    wanted = _MEANT.get(item.mention.form)
    return wanted is None or party_type(candidate) in wanted


def _is_no_group(place: Place) -> bool:
    """Whether a name is that of a state, an institution, or a person by the title before it: "Constable John Smith"."""
    grammar, item = grammar_of(place.reading), place.mention
    span = item.start, item.end
    titled = grammar.forms[item.start] in _OFFICES and item.end - item.start > 1 and grammar.capital[item.end - 1]
    institution = item.form in _INSTITUTIONS or grammar.speaker(span) is Speaker.OFFICIAL
    return item.kind == "name" and (titled or institution or is_state(grammar, span))


def undergoes(place: Place) -> bool:
    """Whether a hostile act is done to somebody in their clause: "John Smith was shot dead", "killed John Smith".

    Args:
        place: The phrase.

    Returns:
        True where it is.
    """
    grammar, item = grammar_of(place.reading), place.mention
    before = item.start - 1
    while before >= 0 and grammar.tags[before] in "DJ":
        before -= 1
    if before >= 0 and _is_deed(grammar, before) and not grammar.passive(before):
        return True
    verb = item.end
    if grammar.forms[verb : verb + 1] == (",",):
        verb = grammar.beside((item.start, verb))[1] + 1
    while 0 < verb < grammar.count and grammar.tags[verb] in "AB":
        verb += 1
    if not 0 < verb < grammar.count:
        return False
    found_dead = grammar.forms[verb : verb + 2] == ("found", "dead")
    return found_dead or (_is_deed(grammar, verb) and grammar.passive(verb))


def _is_deed(grammar: Grammar, at: int) -> bool:
    return grammar.tags[at] == Tag.VERB and bool(grammar.masks[at] & W.ACT_VERB)


def antecedent_features(item: Place, candidates: Sequence[Place]) -> Iterator[list[str]]:
    """The features of each name as what a phrase stands for.

    Args:
        item: The phrase that points back.
        candidates: Names and descriptions of the document, in order.

    Yields:
        Names of features, a list a candidate.
    """
    form = item.mention.form if item.mention.kind in {"pronoun", "possessive"} else "description"
    texts = [candidate.text.lower() for candidate in candidates]
    heads = [head_word(text) for text in texts]
    spoke = Counter(head for head, candidate in zip(heads, candidates, strict=True) if _subject(candidate))
    longest = max(spoke.values(), default=0)
    placed = Counter(
        head
        for head, candidate in zip(heads, candidates, strict=True)
        if _before(candidate) in {"in", "at", "near", "on"}
    )
    types = [party_type(candidate) for candidate in candidates]
    nearest = [at for at, candidate in enumerate(candidates) if candidate.sentence <= item.sentence]
    ranks = {at: len(nearest) - place - 1 for place, at in enumerate(nearest)}
    ahead, subjects = _following(candidates, nearest, types, _MEANT.get(form))
    often = Counter(heads)
    for at, candidate in enumerate(candidates):
        distance = item.sentence - candidate.sentence
        mask = _mask(candidate)
        repeated = often[heads[at]]
        names = [
            f"distance={max(-1, min(distance, 6))}",
            f"kind={candidate.mention.kind}",
            f"repeated={min(repeated, 5)}",
            f"rank={min(5, ranks[at]) if at in ranks else 'later'}",
            f"subject={_subject(candidate)}",
            f"first={at == 0}",
            f"plural={heads[at].endswith('s')}",
            f"spoke={min(spoke[heads[at]], 4)}",
            f"spoke-most={longest > 0 and spoke[heads[at]] == longest}",
            f"placed={placed[heads[at]] > 0}",
            f"same-sentence={distance == 0},{candidate.mention.kind}",
            f"last={candidate.sentence > item.sentence}",
        ]
        names += [name for kind, name in _TYPES.items() if mask & kind]
        if not mask & (W.GROUP | W.OFFICIAL | W.ACT_NOUN | W.TIME):
            names.append("untyped")
        words = _WORD.findall(texts[at])
        names.append(f"words={min(len(words), 4)}")
        if candidate.text.isupper() and not shouted(candidate.reading) and len(candidate.text) <= 6:
            names.append("acronym")
        if form == "description":
            own = head_word(item.text)
            names.append(f"same-head={own == heads[at]}")
            names.append(f"holds-head={own in words}")
        names.append(f"left={_before(candidate)}")
        names.append(f"near-subject={_subject(candidate)},{max(-1, min(distance, 3))}")
        names.append(f"own={own_voice(candidate)}")
        kind = types[at]
        names += [f"type={kind}", f"type={kind},{candidate.role}"]
        if form in _MEANT:
            fits = kind in _MEANT[form]
            names += [f"fits={fits}", f"fits={fits},{candidate.role}"]
            if fits and at in ranks:
                names += [f"fit-rank={min(4, ahead[at])}"]
                if candidate.role in {"main", "subject"}:
                    names += [f"fit-subject-rank={min(3, subjects[at])}"]
        near = "same" if distance == 0 else "last" if distance == 1 else "far"
        names += [
            f"role={candidate.role}",
            f"role={candidate.role},{near}",
            f"speaker={candidate.speaker}",
            f"speaker={candidate.speaker},{candidate.role}",
            f"speaker={candidate.speaker},{candidate.mention.kind}",
        ]
        yield [f"antecedent|{name}" for name in names] + [f"antecedent|{form}|{name}" for name in names]


def _following(
    candidates: Sequence[Place], places: Sequence[int], types: Sequence[str], wanted: Collection[str] | None
) -> tuple[dict[int, int], dict[int, int]]:
    """How many candidates of a fitting type follow each one, and how many of them are subjects."""
    ahead: dict[int, int] = {}
    subjects: dict[int, int] = {}
    fitting = acting = 0
    for at in reversed(places):
        ahead[at], subjects[at] = fitting, acting
        if wanted is not None and types[at] in wanted:
            fitting += 1
            acting += candidates[at].role in {"main", "subject"}
    return ahead, subjects


def _before(place: Place) -> str:
    left = place.mention.start - 1
    left -= left >= 0 and place.reading.forms[left] in {"the", "a", "an"}
    if left < 0:
        return "start"
    forms = place.reading.forms
    if forms[left] == "on" and any(form.startswith(_BLAMING) for form in forms[max(0, left - _BLAMED) : left]):
        # "Blamed the raid on the Front": no place.
        return "other"
    return forms[left] if forms[left] in _LEFT else "other"


def _in_a_place(place: Place) -> bool:
    """Whether a name says where the place before it lies: "in Orville, Karsh"."""
    tokens, at = place.reading.tokens, place.mention.start - 1
    if place.mention.kind != "name" or at < 1 or tokens[at].raw != ",":
        return False
    at -= 1
    while at > 0 and tokens[at].raw[:1].isupper():
        at -= 1
    return at < place.mention.start - 2 and place.reading.forms[at] in _PLACED


def _is_one_official(place: Place) -> bool:
    """Whether a name is that of somebody who holds an office: "the mayor, John Smith," or "John Smith, the mayor,"."""
    reading, item = place.reading, place.mention
    forms = reading.forms
    if item.start >= 2 and forms[item.start - 1] == "," and forms[item.end : item.end + 1] == (",",):
        return forms[item.start - 2] in _OFFICES
    if forms[item.end : item.end + 2] not in {(",", "the"), (",", "a"), (",", "an"), (",", "its"), (",", "his")}:
        return False
    behind = range(item.end + 2, min(item.end + 8, len(forms)))
    stop = next((at for at in behind if forms[at] in {",", "of", "for", "."}), 0)
    return stop > 0 and forms[stop - 1] in _OFFICES


def own_voice(place: Place) -> bool:
    """Whether the phrase follows "we," or "we are", or signs: it stands alone or behind a dash.

    Args:
        place: The phrase.

    Returns:
        True where it does.
    """
    forms, start = place.reading.forms, place.mention.start
    start -= start > 0 and forms[start - 1] == "the"
    if start >= 2 and forms[start - 1] == "," and forms[start - 2] in {"we", "i", "us"}:
        return True
    if place.mention.kind == "name" and forms[max(0, start - 2) : start] in _SELF_NAMED:
        return True
    end = place.mention.end
    if place.mention.kind == "name" and forms[end : end + 1] == ("here",) and forms[end + 1 : end + 2] in _CALLING:
        return True
    return start >= 1 and forms[start - 1] in {"—", "-", "–", ":"} and place.mention.end >= len(forms) - 1


_CALLING = frozenset({(",",), (".",), (":",), ("!",), ("—",), ("again",), ("we",)})
"""What stands behind "here" where somebody gives a name: "Red Spartacus here, we"."""
_SELF_NAMED = frozenset({("we", "are"), ("i", "am"), ("name", "is")})
_LEFT = frozenset("by in at of on to from for with against and called named ,".split())
_TYPES = {
    W.GROUP: "group",
    W.OFFICIAL: "official",
    W.MEMBER: "member",
    W.ACT_NOUN: "act",
    W.TIME: "time",
    W.CHANNEL: "channel",
}


def _mask(place: Place) -> int:
    mask = 0
    for at in range(place.mention.start, place.mention.end):
        mask |= place.reading.masks[at]
    return mask


def _subject(place: Place) -> bool:
    reading, end = place.reading, place.mention.end
    return reading.has(W.REPORT | W.AVOW | W.ASSUME | W.DENY | W.CONFESS, end, end + 3)


def same_party(first: str, second: str) -> bool:
    """Whether two strings name one party: equal but for case and article, one head, or one an acronym of the other.

    A place or leader that only stands in a compound, "Karsh-based" or "Karsh-led", is not what the compound describes.
    Bodies whose head is a common word, "the Saltmarsh Brigade" and "the Estuary Brigade", are two where each has a name
    that the other one lacks.

    Args:
        first: A phrase.
        second: Another one.

    Returns:
        True where they agree.
    """
    left, right = _plain(first), _plain(second)
    if not left or not right:
        return False
    if left == right:
        return True
    head = head_word(first)
    if head == head_word(second):
        own, other = _names(first, head), _names(second, head)
        return not (own - other and other - own and (_is_body(head) or _capital_head(first, second, head)))
    shorter, longer = sorted((left, right), key=len)
    # "Karsh" is not the "Karsh-based Front".
    whole = _plain(_SEATED.sub(" ", first if longer is left else second))
    if f" {shorter} " in f" {whole} " or _is_people_of(shorter, longer):
        return True
    return is_acronym(first, second)


def _is_people_of(shorter: str, longer: str) -> bool:
    """Whether a plural name is that of members: "Houthis", "Houthi rebels"."""
    name, _, rest = longer.partition(" ")
    if shorter != f"{name}s" or not rest or classes().get(name, 0) or classes().get(shorter, 0):
        return False
    return all(classes().get(word, 0) & (W.MEMBER | W.INSURGENT) for word in rest.split())


def _names(text: str, head: str) -> frozenset[str]:
    """The words of a name that begin with a capital, its head left out."""
    found = frozenset(word.lower() for word in _WORD.findall(text) if word[0].isupper())
    return frozenset(word for word in found - _NO_NAMES - {head} if not classes().get(word, 0) & W.OFFICIAL)


def _is_body(head: str) -> bool:
    return bool(classes().get(head, 0) & (W.GROUP | W.MEMBER))


def _capital_head(first: str, second: str, head: str) -> bool:
    """Whether the head is a part of both names: "the Real IRA" and "the Provisional IRA"."""
    return all(word[0].isupper() for text in (first, second) for word in _WORD.findall(text) if word.lower() == head)


_UNLETTERED = frozenset("of for and in i e ul al el de del la".split())
"""Small words that acronyms leave out: "TTP" for "Tehrik-i-Taliban Pakistan"."""


def is_acronym(first: str, second: str) -> bool:
    """Whether one of two strings is the initials of the other.

    Args:
        first: A phrase.
        second: Another one.

    Returns:
        True where it is, small words counted or not.
    """
    shorter, longer = sorted((_plain(first), _plain(second)), key=len)
    initials = "".join(word[0] for word in longer.split() if word not in _UNLETTERED)
    return len(shorter) >= 2 and shorter.replace(" ", "") in {initials, "".join(word[0] for word in longer.split())}


@lru_cache(maxsize=8192)
def _plain(text: str) -> str:
    words = [word for word in _WORD.findall(text.lower()) if word not in {"the", "a", "an", "s"}]
    return " ".join(words)
