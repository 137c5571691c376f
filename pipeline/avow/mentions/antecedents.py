"""What tells which name a pronoun or a description stands for: recency, number and type."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterator, Sequence

from avow.cues import Reading
from avow.cues.grammar import Grammar, Speaker, Tag, grammar_of
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.states import is_state
from avow.mentions.heads import head_word
from avow.mentions.origins import says_whence
from avow.mentions.places import OFFICES, Place, party_type, place_mask, word_before
from avow.mentions.runs import Mention
from avow.mentions.same import WORD
from avow.mentions.written import is_named, shouted

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
_INSTITUTIONS = frozenset(
    "office bureau university hospital school church bank airport airlines airways corporation company commission court senate "
    "congress assembly embassy consulate times post news press radio television water electric".split()
)
"""What names end in that are no armed group's."""


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
        if not place_mask(item) & W.GROUP:
            return party_type(candidate) in _PARTIES
        return party_type(candidate) in _BODIES and not _is_no_group(candidate)
    wanted = _MEANT.get(item.mention.form)
    return wanted is None or party_type(candidate) in wanted


def _is_no_group(place: Place) -> bool:
    """Whether a name is that of a state, an institution, or a person by the title before it: "Constable John Smith"."""
    grammar, item = grammar_of(place.reading), place.mention
    span = item.start, item.end
    titled = grammar.forms[item.start] in OFFICES and item.end - item.start > 1 and grammar.capital[item.end - 1]
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
        if word_before(candidate) in {"in", "at", "near", "on"}
    )
    types = [party_type(candidate) for candidate in candidates]
    nearest = [at for at, candidate in enumerate(candidates) if candidate.sentence <= item.sentence]
    ranks = {at: len(nearest) - place - 1 for place, at in enumerate(nearest)}
    ahead, subjects = _following(candidates, nearest, types, _MEANT.get(form))
    often = Counter(heads)
    persons = {head for head, candidate in zip(heads, candidates, strict=True) if _is_told_of(candidate)}
    gender = _gender(item.text.lower())
    for at, candidate in enumerate(candidates):
        distance = item.sentence - candidate.sentence
        mask = place_mask(candidate)
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
        words = WORD.findall(texts[at])
        names.append(f"words={min(len(words), 4)}")
        if candidate.text.isupper() and not shouted(candidate.reading) and len(candidate.text) <= 6:
            names.append("acronym")
        if form == "description":
            own = head_word(item.text)
            names.append(f"same-head={own == heads[at]}")
            names.append(f"holds-head={own in words}")
        names.append(f"person={heads[at] in persons},{types[at]}")
        names.append(f"the={_has_article(candidate)},{candidate.mention.kind}")
        told = _gender(candidate.text.lower())
        if gender and told:
            names.append(f"gender={gender == told}")
        names.append(f"left={word_before(candidate)}")
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


def _is_told_of(place: Place) -> bool:
    """Whether the words behind a phrase tell of a person: "Ivo Marek, 58, mends nets", "a clerk aged 20", "a man who"."""
    forms, end = place.reading.forms, place.mention.end
    behind = forms[end : end + 2]
    aged = behind[:1] == ("aged",) or (behind[:1] == (",",) and behind[1:] in {("00",), ("aged",)})
    return aged or behind[:1] == ("who",) or behind == (",", "who")


def _has_article(place: Place) -> bool:
    """Whether "the" stands before a phrase or opens it: "the 6th Brigade" is nobody whom "he" means."""
    forms, start = place.reading.forms, place.mention.start
    return forms[start] == "the" or (start > 0 and forms[start - 1] == "the")


def _gender(text: str) -> str:
    """What a pronoun or the words for somebody tell of whether they are a man or a woman; empty where they do not."""
    words = set(WORD.findall(text))
    return "she" if words & _SHE else "he" if words & _HE else ""


_SHE = word_set(
    "she her herself mrs ms miss madam woman girl widow mother daughter sister wife aunt queen princess lady actress grandmother "
    "spokeswoman congresswoman policewoman chairwoman nun"
)
_HE = word_set(
    "he him himself his mr sir man boy widower father son brother husband uncle king prince lord actor grandfather "
    "spokesman congressman policeman chairman monk gunman priest"
)


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


def own_voice(place: Place) -> bool:
    """Whether the phrase follows "we," or "we are", or signs: it stands alone or behind a dash.

    Args:
        place: The phrase.

    Returns:
        True where it does.
    """
    forms, start = place.reading.forms, place.mention.start
    start -= start > 0 and forms[start - 1] == "the"
    if introduced(place):
        return True
    return start >= 1 and forms[start - 1] in {"—", "-", "–", ":"} and place.mention.end >= len(forms) - 1


def introduced(place: Place) -> bool:
    """Whether who speaks gives a phrase as their own name: "we, the Brigade", "I am Ivo Marek", "Red Tern here".

    Args:
        place: The phrase.

    Returns:
        True where they do.
    """
    forms, start = place.reading.forms, place.mention.start
    start -= start > 0 and forms[start - 1] == "the"
    if start >= 2 and forms[start - 1] == "," and forms[start - 2] in {"we", "i", "us"}:
        return True
    if place.mention.kind == "name" and forms[max(0, start - 2) : start] in _SELF_NAMED:
        return True
    end = place.mention.end
    return place.mention.kind == "name" and forms[end : end + 1] == ("here",) and forms[end + 1 : end + 2] in _CALLING


_CALLING = frozenset({(",",), (".",), (":",), ("!",), ("—",), ("again",), ("we",)})
"""What stands behind "here" where somebody gives a name: "Red Spartacus here, we"."""
_SELF_NAMED = frozenset({("we", "are"), ("i", "am"), ("name", "is")})
_TYPES = {
    W.GROUP: "group",
    W.OFFICIAL: "official",
    W.MEMBER: "member",
    W.ACT_NOUN: "act",
    W.TIME: "time",
    W.CHANNEL: "channel",
}


def _subject(place: Place) -> bool:
    reading, end = place.reading, place.mention.end
    return reading.has(W.REPORT | W.AVOW | W.ASSUME | W.DENY | W.CONFESS, end, end + 3)
