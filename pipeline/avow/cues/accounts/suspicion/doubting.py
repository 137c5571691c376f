"""Who is suspected in what people guess, fear, wonder, theorise about or do not rule out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from avow.cues.accounts.dispatch import beginning, begun, rules_by_form
from avow.cues.accounts.people import is_passive, who, whom
from avow.cues.accounts.records import SUSPECTED, Account
from avow.cues.accounts.search import clause_after, copula_before, denied_before, find_before, find_word
from avow.cues.accounts.suspicion.guessing import aside, guesses, whom_they_think
from avow.cues.accounts.suspicion.harming import (
    SHARES,
    act_in,
    act_near,
    any_deed,
    can_have,
    deed_of,
    harm_before,
    is_suspect,
    it_was,
    may_have,
    named_by,
    read_clause,
)
from avow.cues.accounts.suspicion.pointing import (
    content_behind,
    has_suspicions,
    is_inquiring,
    leans,
    looking_at,
    not_excluded,
    signs_point,
    suspicion_falls,
)
from avow.cues.accounts.suspicion.seeming import REFUSED, SEEMING, hedged, likely_author, looks_like, may_be, seems_to
from avow.cues.accounts.verbs import stands
from avow.cues.grammar import NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

_HEDGES = word_set("probably possibly perhaps presumably maybe likely apparently conceivably seemingly plausibly")
_GUESSING = word_set(
    "assess assesses assessed assessing judge judges judged reckon reckons reckoned fear fears feared fearing figure figures figured "
    "wonder wonders wondered speculate speculates speculated speculating surmise surmises surmised guess guesses guessed "
    "assume assumes assumed assuming suppose supposes supposed conjecture conjectures theorise theorises theorised theorize theorizes theorized "
    "whisper whispers whispered hint hints hinted hinting insinuate insinuates insinuated imply implies implied "
    "suspect suspects suspected suspecting believe believes believed believing think thinks thought thinking presume presumes presumed presuming "
    "consider considers considered gossip"
)
_BREAKS = word_set("; , : - – —")
_BELIEVING = word_set(
    "suspect suspects suspected believe believes believed think thinks thought presume presumes presumed assume assumes "
    "assumed reckon reckons reckoned fear fears feared"
)
_HELD_TO = word_set(
    "believed thought presumed considered understood feared assumed suspected alleged reckoned supposed reputed rumoured "
    "rumored judged"
)
_OPINIONS = word_set(
    "theory theories hypothesis hypotheses view assumption premise presumption suspicion suspicions belief speculation rumour rumours "
    "rumor rumors fear fears possibility likelihood probability chance impression thesis inquiry enquiry talk word secret explanation explanations scenario whispers gossip "
    "conjecture hunch signs indications indication"
)
_GRAVE = word_set("theory theories hypothesis suspicion suspicions inquiry enquiry")
_EXCLUDING = ("exclud", "discount", "discard", "rul", "dismiss")
_ASKING = (
    "examin",
    "investigat",
    "prob",
    "check",
    "study",
    "studi",
    "establish",
    "determin",
    "explor",
    "assess",
    "look",
    "consider",
    "wonder",
)
_AUTHORS = word_set(
    "author authors culprit culprits perpetrator perpetrators attacker attackers mastermind masterminds killer killers bomber bombers "
    "kidnapper kidnappers hijacker hijackers arsonist arsonists gunman gunmen"
)
_ABOUT = {"wond": "about", "thin": "of", "thou": "of", "hint": "at"}
_AFTER_SUSPECT = word_set("behind in over after for . , who with linked working trying")
_POINTERS = word_set(
    "signs sign evidence clues clue trail trails tracks indications indication everything leads findings results fragments forensics finger fingers"
)
_REASONS = word_set(
    "grounds reason reasons cause inclined inclines incline tend tends come comes came tempted began begun prone"
)
_LEANING = word_set("lean leans leaned leant leaning incline inclines inclined")
_LOOKING = ("look", "focus", "concentrat", "zero", "hom", "train", "turn", "eye", "centre", "center")
_SURE = word_set("convinced sure certain persuaded confident")
_VIEWS = word_set("view opinion estimation judgement judgment assessment eyes reckoning")


def doubts(grammar: Grammar) -> Iterator[Account]:
    """Accounts of suspicion by what is guessed, feared, seems so or is likely.

    Args:
        grammar: The sentence.

    Yields:
        Accounts.
    """
    yield from begun(grammar, _RULES)


def _in_all_likelihood(grammar: Grammar, at: int) -> Iterator[Account]:
    if grammar.forms[at + 1 : at + 3] in {("all", "likelihood"), ("all", "probability")}:
        yield from hedged(grammar, at + 2)


def _sure(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is sure that somebody did it."""
    if grammar.forms[at + 1 : at + 2] == ("that",) and not denied_before(grammar, at):
        yield from _sure_that(grammar, at)


def _no_doubt(grammar: Grammar, at: int) -> Iterator[Account]:
    """There is little doubt that somebody did it."""
    few = grammar.forms[at - 1 : at] in {("little",), ("no",)}
    if few and grammar.forms[at + 1 : at + 2] == ("that",):
        yield from _sure_that(grammar, at)


def _sure_that(grammar: Grammar, at: int) -> Iterator[Account]:
    found = read_clause(grammar, at + 2, at + 24)
    culprit = it_was(grammar, at + 2)
    if found is None and culprit[0] >= 0:
        found = culprit, harm_before(grammar, at)
    if found is not None:
        yield Account(SUSPECTED, "is-sure-that", at, NO_SPAN, *found)


def _has_reason(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody is inclined or has grounds to suspect somebody, or to believe that somebody did it."""
    forms = grammar.forms
    if forms[verb - 1 : verb] != ("to",) or verb < 2 or forms[verb - 2] not in _REASONS:
        return
    if denied_before(grammar, verb):
        return
    start = clause_after(grammar, verb)
    found = read_clause(grammar, start, start + 26)
    if found is None and forms[verb] == "suspect":
        accused = grammar.phrase_after(start)
        link = find_word(grammar, ("of", "in", "over"), accused[1], accused[1] + 3) if accused[0] >= 0 else -1
        act = deed_of(grammar, link + 1) if link >= 0 else act_near(grammar, verb)
        if act[0] >= 0 and can_have(grammar, accused):
            found = accused, act
    if found is not None:
        yield Account(SUSPECTED, "has-reason", verb, NO_SPAN, *found)


def _opinion(grammar: Grammar, at: int) -> Iterator[Account]:
    """A theory, fear, rumour or line of inquiry "that" or "is that" somebody did it, where it is not rejected."""
    forms = grammar.forms
    start = content_behind(grammar, at)
    if start < 0:
        return
    before = forms[max(0, at - 8) : at]
    refused = any(word.startswith(REFUSED) for word in before) or ("ruled", "out") in pairwise(before)
    negated = bool({"not", "nor", "cannot", "never"} & set(before)) or any(word.endswith("n't") for word in before)
    if refused != negated or {"no", "little"} & set(before):
        return
    found = read_clause(grammar, start, start + 26)
    if found is None and forms[at] in _GRAVE:
        found = any_deed(grammar, start, start + 20)
    culprit = it_was(grammar, start)
    if found is None and culprit[0] >= 0:
        found = culprit, harm_before(grammar, at)
    if found is not None:
        yield Account(SUSPECTED, "opinion-that", at, NO_SPAN, *found)


def _asks_whether(grammar: Grammar, at: int) -> Iterator[Account]:
    """Investigators examine whether somebody did it."""
    forms = grammar.forms
    verb = next((here for here in range(at - 1, max(-1, at - 5), -1) if forms[here].startswith(_ASKING)), -1)
    if verb < 0 or grammar.negated(verb) or any(forms[here] in {",", ";"} for here in range(verb, at)):
        return
    if at + 1 < grammar.count and grammar.tags[at + 1] == Tag.PRONOUN:
        return
    found = read_clause(grammar, at + 1, at + 24, asked=True)
    if found is not None and grammar.tags[found[0][0]] != Tag.PRONOUN:
        yield Account(SUSPECTED, "asks-whether", at, NO_SPAN, *found)


def _wonders_about(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody wonders about, thinks of or hints at somebody as they who did it."""
    forms = grammar.forms
    link = at + 1 + (forms[at + 1 : at + 2] == ("aloud",))
    if forms[link : link + 1] != (_ABOUT[forms[at][:4]],) or not stands(grammar, at) or grammar.tags[at] not in "VG":
        return
    accused, act, speaker = named_by(grammar, link + 1), act_near(grammar, at), who(grammar, at)
    if accused[0] < 0 or grammar.tags[accused[0]] == Tag.PRONOUN or accused[0] <= act[0] < accused[1]:
        return
    if is_inquiring(grammar, speaker) or (act[0] >= 0 and forms[at][:4] in {"wond", "hint"}):
        yield Account(SUSPECTED, "wonders-about", at, speaker, accused, act)


def _in_their_view(grammar: Grammar, at: int) -> Iterator[Account]:
    """In somebody's view somebody did it."""
    forms = grammar.forms
    opening = find_before(grammar, ("in",), at, 6)
    if opening < 0:
        return
    if forms[at - 1 : at + 2 : 2] == ("the", "of"):
        speaker = grammar.phrase_after(at + 2)
        start = speaker[1] if speaker[0] >= 0 else at + 2
    elif opening < at - 1 and (forms[at - 1].endswith("'s") or forms[at - 1] in {"'", "their", "its", "his", "her"}):
        speaker, start = (opening + 1, at), at + 1
    else:
        return
    if forms[start : start + 1] != (",",):
        return
    found = read_clause(grammar, start + 1, start + 26)
    if found is not None:
        yield Account(SUSPECTED, "in-their-view", at, speaker, *found)


def _ending_headline(grammar: Grammar, at: int) -> Span:
    """Who is suspected where a headline ends in it: "Governor survives car bomb; separatists suspected"."""
    if at < 2 or grammar.forms[at + 1 :] not in {(), (".",)} or grammar.tags[at - 1] != Tag.NOUN:
        return NO_SPAN
    found = grammar.phrase_before(at - 1)
    return found if found[0] > 0 and grammar.forms[found[0] - 1] in _BREAKS else NO_SPAN


def _is_suspected(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is suspected in an act; sabotage by somebody, or somebody's hand, is suspected."""
    forms = grammar.forms
    copula = copula_before(grammar, at, 2)
    # "Ivo Marek, suspected in the killing of".
    aside = copula < 0 and at > 0 and (forms[at - 1] == "," or forms[at + 2 : at + 3] == ("involvement",))
    aside = aside and forms[at + 1 : at + 2] in {("in",), ("over",)} and "that" not in forms[at : at + 7]
    last = _ending_headline(grammar, at) if copula < 0 and not aside else NO_SPAN
    if last[0] >= 0:
        act = harm_before(grammar, at)
        if act[0] >= 0 and may_have(grammar, last):
            yield Account(SUSPECTED, "is-suspected", at, NO_SPAN, last, act)
        return
    if (copula < 0 and not aside) or grammar.negated(at) or denied_before(grammar, at):
        return
    subject = grammar.subject(copula) if copula >= 0 else whom(grammar, at)
    following = forms[at + 1] if at + 1 < grammar.count else "."
    if subject[0] < 0 or following not in {"in", "over", ".", ",", "after", "when", "as", "because"}:
        return
    owner = next((here for here in range(*subject) if forms[here].endswith("'s")), -1)
    if 0 <= owner < subject[1] - 1 and forms[owner + 1] in SHARES | {"involvement"}:
        subject = (subject[0], owner + 1)
    link = find_word(grammar, ("by", "of"), subject[0], subject[1])
    link = link if link >= 0 else find_before(grammar, ("by", "of"), copula, 6)
    shared = SHARES | {"involvement", "sabotage", "play", "arson"}
    if link > 0 and (forms[link - 1] in shared or grammar.masks[link - 1] & W.ACT_NOUN):
        subject = grammar.phrase_after(link + 1)
    act = act_in(grammar, at + 1, at + 10)
    act = act if act[0] >= 0 or following in {"in", "over"} else harm_before(grammar, at)
    if may_have(grammar, subject) and (act[0] >= 0 or not aside):
        yield Account(SUSPECTED, "is-suspected", at, NO_SPAN, subject, act)


def _suspects_somebody(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody suspects somebody behind, in or over an act."""
    if is_passive(grammar, at) or is_suspect(grammar, at) or grammar.negated(at) or denied_before(grammar, at):
        return
    accused = grammar.phrase_after(at + 1)
    if accused[0] < 0 or not may_have(grammar, accused):
        return
    if grammar.forms[at] == "suspected" and (grammar.tags[at + 1] != Tag.DETERMINER or grammar.tags[at - 1] in "DJPI"):
        return
    speaker = who(grammar, at)
    following = grammar.forms[accused[1]] if accused[1] < grammar.count else "."
    if speaker[0] < 0 or grammar.forms[speaker[0]] == "you" or following not in _AFTER_SUSPECT:
        return
    act = act_near(grammar, at)
    if act[0] >= 0 or following in {"behind", "."} or can_have(grammar, accused, named=True):
        yield Account(SUSPECTED, "suspects-somebody", at, speaker, accused, act)


_RULES = rules_by_form(
    (
        (_GUESSING, "VGO", guesses),
        (_BELIEVING, "", aside),
        (_BELIEVING, "", whom_they_think),
        (_BELIEVING, "", _has_reason),
        (_HELD_TO | SEEMING, "", seems_to),
        (_HEDGES, "", hedged),
        (("in",), "", _in_all_likelihood),
        (_OPINIONS, "", _opinion),
        (("suspicion", "suspicions", "speculation"), "", suspicion_falls),
        (_POINTERS, "", signs_point),
        (("may", "might", "could"), "", may_be),
        (beginning(*_EXCLUDING), "", not_excluded),
        (("whether", "if"), "", _asks_whether),
        (_LEANING, "", leans),
        (beginning("wonder", "think", "thought", "hint"), "", _wonders_about),
        (("suspicion", "suspicions", "eye"), "", has_suspicions),
        (_AUTHORS, "", likely_author),
        (("as", "like"), "", looks_like),
        (beginning(*_LOOKING), "", looking_at),
        (_SURE, "", _sure),
        (("doubt",), "", _no_doubt),
        (_VIEWS, "", _in_their_view),
        (("suspected",), "", _is_suspected),
        (("suspect", "suspects", "suspecting", "suspected"), "VG", _suspects_somebody),
    )
)
"""Rules of doubt by the words that they begin with, with the parts of speech that these have to be."""
