"""Who tells what in a sentence, before, behind or around it, and whether those told of are of their side."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from avow.cues.accounts.people import LAWYERS, who
from avow.cues.accounts.search import copula_before, find_before, find_word
from avow.cues.accounts.sides import is_civil
from avow.cues.accounts.verbs import withheld
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import OWNED, is_self
from avow.cues.statements.taking import SAYING

_SPEAKING = word_set(
    "swears swore sworn protests protested repeats repeated reiterates reiterated retorts retorted counters countered tweets "
    "tweeted shouts shouted snaps snapped responds responded claims argues says said tells told objects objected "
    "assures assured assure reaffirms reaffirmed stresses stressed contends contended refers points pointed writes wrote informs informed answered answers replied replies adds added"
)
_FIRM = word_set("adamant insistent emphatic categorical")
"""Words for how firmly somebody says "that" something is so."""
_SENDING, _PLAIN = word_set("send sends sent"), word_set("told said says tells")
WITHIN, _BEHIND, _BEFORE, _SOURCE = 24, 24, 40, 14
_OUTSIDE = word_set(
    "witness witnesses expert experts analyst analysts investigator investigators inspectors doctors medics researcher "
    "researchers observers monitors historian historians reporter reporters journalist journalists"
)
_OBJECTS = frozenset({("them",), ("him",), ("her",), ("us",), ("me",), ("themselves",)})
_SINGLE = word_set(
    "man woman defendant accused suspect teenager youth killer murderer hijacker bomber kidnapper gunman"
)
_CROWDS = word_set(
    "police ministry army government prosecutors court authorities officials company embassy agency firm bureau council"
)
FORCES = word_set(
    "soldier soldiers officer officers policeman policemen police troops patrol patrols unit units fighter fighters member "
    "members aircraft plane planes jet jets man men agent agents commando commandos rebel rebels guerrilla guerrillas "
    "militant militants militiamen militiaman helicopter helicopters gunners gunboats warships artillery guns drones drone "
    "missile missiles shell shells rocket rockets forces army navy warship gunboat personnel affiliate affiliates mortars "
    "battery batteries marine marines serviceman servicemen striker battalion brigade combatant combatants warplanes "
    "warplane systems system mines mine weapons weapon grenade bomb bombs bullet bullets boat boats vessels tanks people "
    "comrades boys lads employee employees staff movement organisation organization party group column client "
    "clients guard guards bodyguards gunman gunmen son sons brother brothers husband father territory soil software"
)
_STATE_FORCES = word_set(
    "soldier soldiers officer officers policeman policemen police troops patrol patrols unit units aircraft plane planes "
    "jet jets agent agents helicopter helicopters army navy forces warship warships personnel servicemen serviceman guns "
    "brigade battalion division regiment artillery air force drone drones missile missiles marine marines warplanes "
    "warplane government military intelligence country state"
)
_REGULAR = word_set("soldier soldiers police policeman policemen army troops government military state")
_VOICES = word_set(
    "spokesman spokeswoman spokesperson spokesmen embassy ambassador adviser negotiator leader leaders president minister "
    "ministry radio chief director commander representative envoy diplomats office authorities general colonel premier "
    "lawyer lawyers counsel party caller its their his her he she they"
)
_THE_GROUP = frozenset(("the", word) for word in ("group", "movement", "organisation", "organization", "party"))
_QUOTES = frozenset({'"', "'"})


class Told(NamedTuple):
    """What somebody tells.

    Attributes:
        verb: The verb of saying.
        source: Who says it.
        start: First token of what is told.
        stop: Token after its last one.
        place: Where the source stands, which names the rule.
    """

    verb: int
    source: Span
    start: int
    stop: int
    place: str


def tellings(grammar: Grammar) -> Iterator[Told]:
    """All that is told in a sentence, by whom.

    Args:
        grammar: The sentence.

    Yields:
        What each verb of saying tells, twice where it may stand before or behind it.
    """
    for verb in range(1, grammar.count):
        if grammar.forms[verb] in _FIRM and grammar.forms[verb + 1 : verb + 2] == ("that",):
            copula = copula_before(grammar, verb)
            if copula > 0 and not withheld(grammar, copula):
                stop = min(grammar.count, verb + 2 + WITHIN)
                yield Told(verb, grammar.subject(copula), verb + 2, stop, "")
        if not _tells(grammar, verb):
            continue
        behind = _told_before(grammar, verb)
        if behind is not None:
            yield behind
        following = grammar.forms[verb + 1] if verb + 1 < grammar.count else "."
        that = _that_after(grammar, verb)
        inserted = that >= 0 and grammar.forms[that - 1] == "," and that > verb + 2
        if following in {".", ","} and grammar.forms[verb + 2 : verb + 3] not in {('"',), ("'",)} and not inserted:
            continue
        start = that + 1 if that >= 0 else verb + 1
        stop = find_word(grammar, (";",), start, start + WITHIN)
        yield Told(verb, who(grammar, verb), start, stop if stop >= 0 else min(grammar.count, start + WITHIN), "")


def _goes_on(grammar: Grammar, at: int) -> bool:
    """Whether a clause goes on with its verb, so that the phrase before it is its subject and does not speak."""
    return grammar.tags[at] in "AMN" or (grammar.tags[at] == Tag.VERB and not grammar.reduced(at))


def _that_after(grammar: Grammar, verb: int) -> int:
    """The "that" or colon behind a verb of saying, whom it is said to between them; -1 where there is none."""
    for at in range(verb + 1, min(grammar.count, verb + 11)):
        if grammar.forms[at] in {"that", ":"}:
            return at
        if grammar.tags[at] in "VAMRN":
            break
    return -1


def _tells(grammar: Grammar, verb: int) -> bool:
    """Whether a word is a verb of saying that is neither negated nor only intended."""
    tag, form = grammar.tags[verb], grammar.forms[verb]
    if form in _SENDING and grammar.forms[verb + 1 : verb + 2] == ("word",):
        return not withheld(grammar, verb)
    if tag in "VG":
        if not (grammar.masks[verb] & SAYING or form in _SPEAKING) or grammar.masks[verb] & W.DENY:
            return False
    elif tag != Tag.NOUN or form not in _SPEAKING or not (form in _PLAIN or grammar.tags[verb - 1] in "ORPB"):
        return False
    undergone = grammar.passive(verb) and form not in {"sworn", "told"}
    return not withheld(grammar, verb) and not grammar.intended(verb) and not (tag == Tag.VERB and undergone)


def _told_before(grammar: Grammar, verb: int) -> Told | None:
    """What stands before "..., Ankara says" or "..., said a spokesman"."""
    forms = grammar.forms
    at = verb - 1
    while at > 0 and forms[at] in _QUOTES:
        at -= 1
    if forms[at] == ",":
        comma, source = at, grammar.phrase_after(verb + 1)
        end = source[1]
        if source[0] < 0 or (end < grammar.count and _goes_on(grammar, end)):
            return None
    else:
        comma = find_before(grammar, (",",), verb, _SOURCE)
        if comma < 1:
            return None
        source = grammar.phrase_after(comma + 1)
        source = source[0], min(source[1], verb)
        if source[0] < 0 or any(grammar.tags[here] in "VGS" for here in range(source[1], verb)):
            return None
        end = verb + 1
        following = forms[end] if end < grammar.count else "."
        if following in {"that", ":", "it", "he", "she", "they", "we", "i"}:
            return None
    start = max(0, comma - _BEFORE)
    if end < grammar.count and forms[end] == ",":
        return Told(verb, source, start, min(grammar.count, end + _BEHIND), "-behind")
    return Told(verb, source, start, comma, "-behind")


def speakers_of(grammar: Grammar, at: int, start: int) -> tuple[int, Span]:
    """The verb of saying that a place in a sentence belongs to, and who speaks.

    Args:
        grammar: The sentence.
        at: The place, a token.
        start: Where the clause of that place begins.

    Returns:
        The verb and the phrase, -1 and ``NO_SPAN`` where nobody says it.
    """
    for verb in range(start - 1, max(0, start - _BEHIND), -1):
        if grammar.forms[verb] in {";", "but"}:
            break
        if _tells(grammar, verb):
            return verb, who(grammar, verb)
    for verb in range(at + 1, min(grammar.count, at + _SOURCE)):
        if _tells(grammar, verb):
            told = _told_before(grammar, verb)
            if told is not None and told.start <= at < told.stop:
                return verb, told.source
    return -1, NO_SPAN


def is_own(grammar: Grammar, source: Span, doer: Span) -> bool:
    """Whether a doer is who speaks or of their side.

    Args:
        grammar: The sentence.
        source: Who speaks.
        doer: Who does it.

    Returns:
        True where they are.
    """
    if doer[0] < 0:
        return False
    words = grammar.forms[doer[0] : doer[1]]
    if words in _OBJECTS:
        return True
    said = set(grammar.forms[source[0] : source[1]]) if source[0] >= 0 else set()
    if said <= {"we", "i"} and said and words in {("it",), ("they",), ("he",), ("she",)}:
        return False
    if words in {("he",), ("she",)} and source[0] >= 0 and grammar.forms[grammar.head(source)] in _CROWDS:
        return False
    if said & LAWYERS:
        return not _is_band(grammar, doer)
    if said & _OUTSIDE or words == ("there",):
        return False
    if (POSSESSIVES | OWNED) & set(words) and FORCES & set(words):
        return True
    if source[0] >= 0 and is_civil(grammar, source) and len(words) > 1:
        return False
    if is_self(grammar, source, doer):
        return True
    if any(grammar.masks[at] & W.INSURGENT for at in range(*doer)) and not _STATE_FORCES & set(words):
        return False
    kind = grammar.speaker(source)
    if kind is Speaker.GROUP:
        return bool(_STATE_FORCES & set(words)) and not _REGULAR & set(words)
    return bool(_STATE_FORCES & set(words)) and kind not in {Speaker.NONE, Speaker.NOBODY, Speaker.FIRST}


def _is_band(grammar: Grammar, doer: Span) -> bool:
    """Whether a doer is rebels or the like."""
    head = grammar.head(doer)
    return bool(grammar.masks[head] & W.INSURGENT) and grammar.forms[head] not in _SINGLE


def speaks_for(grammar: Grammar, source: Span, doer: Span) -> bool:
    """Whether a spokesman, an embassy or a lawyer speaks of those whom they speak for, as far as nothing tells otherwise.

    Args:
        grammar: The sentence.
        source: Who speaks.
        doer: Who does it.

    Returns:
        True where they may.
    """
    if source[0] < 0 or doer[0] < 0 or not _VOICES & set(grammar.forms[source[0] : source[1]]):
        return False
    if grammar.forms[slice(*doer)] in _THE_GROUP:
        return not any(grammar.masks[at] & W.STATE for at in range(*source)) and not is_civil_source(grammar, source)
    kind = grammar.speaker(doer)
    if _is_band(grammar, doer) and grammar.speaker(source) not in {
        Speaker.GROUP,
        Speaker.NAME,
        Speaker.PERSON,
        Speaker.PRONOUN,
        Speaker.MESSAGE,
    }:
        return False
    named = kind is Speaker.OFFICIAL and grammar.speaker(source) is Speaker.PRONOUN
    named = named or (kind is Speaker.OFFICIAL and any(grammar.capital[at] and at for at in range(*doer)))
    return (named or kind in {Speaker.NAME, Speaker.GROUP}) and not is_civil_source(grammar, source)


def answers_for(grammar: Grammar, told: Told, doer: Span) -> Span:
    """Who denies what somebody says: a lawyer speaks for whom they name.

    Args:
        grammar: The sentence.
        told: What is told.
        doer: Of whom.

    Returns:
        Who is named where a lawyer speaks of them, else who speaks.
    """
    words = grammar.forms[told.source[0] : told.source[1]] if told.source[0] >= 0 else ()
    named = doer[0] >= 0 and grammar.speaker(doer) is Speaker.NAME and grammar.capital[doer[0]] and not grammar.shouting
    return doer if named and not LAWYERS.isdisjoint(words) else told.source


def is_civil_source(grammar: Grammar, source: Span) -> bool:
    """Whether who speaks has no side of their own: residents, experts, investigators.

    Args:
        grammar: The sentence.
        source: Who speaks.

    Returns:
        True where nobody speaks, too.
    """
    if source[0] < 0:
        return True
    return is_civil(grammar, source) or bool(_OUTSIDE & set(grammar.forms[source[0] : source[1]]))
