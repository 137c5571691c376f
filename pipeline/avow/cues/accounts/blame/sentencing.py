"""Who is charged, tried and punished: counts and indictments, warrants, terms of prison, what a court hears."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import does, find_act
from avow.cues.accounts.blame.court import CLEARED, FACING, TAKEN_BACK, UNDONE, are_prisoners
from avow.cues.accounts.captives import THEM, held, only_meant
from avow.cues.accounts.crimes import crime, for_crime
from avow.cues.accounts.people import agent, can_act, is_passive, parties, who, whom
from avow.cues.accounts.records import BLAMED, SUSPECTED, Account
from avow.cues.accounts.search import denied_before, find_before, find_word
from avow.cues.grammar import BE, NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import word_set

_ACCUSING_PAPERS = word_set(
    "counts count charges charge indictment indictments case complaint lawsuit suit evidence proceedings warrant warrants writ"
)
_NAMING_PAPERS = word_set(
    "indictment indictments warrant warrants notice notices prosecution extradition arraignment impeachment handover"
)
_SEEKING = word_set("warrant warrants extradition handover")
_ACCUSED = ("accus", "charg", "convict", "sentenc", "indict", "trial")
_SEIZURE = word_set("arrest arrests capture detention extradition handover")
_BRINGING = word_set(
    "bring brings brought bringing file files filed filing lay lays laid level levels levelled leveled issue issues issued issuing "
    "unseal unseals unsealed unsealing press presses pressed open opens opened prepare prepares prepared announce announces "
    "announced seek seeks sought seeking request requests requested demand demands demanded returns returned obtain obtains obtained"
)
GIVING = word_set(
    "give gives gave given giving get gets got getting receive receives received receiving hand hands handed handing draw draws "
    "drew impose imposes imposed imposing mete meted pass passes passed face faces facing serve serves served serving begins began"
)
_HANDING = word_set("hands gets draws faces hand draw face")
_GETTING = word_set(
    "get gets got getting receive receives received receiving draw draws drew face faces facing serve serves served serving "
    "begins began"
)
_LIFE = word_set("in for without sentence sentences term terms imprisonment behind plus penalty over and")
_LENGTHS = word_set("life death prison jail year month long custodial suspended")
_DOOM = word_set("death life prison jail imprisonment hang hanging years")
_DECIDED = word_set("will to shall")
_OPEN = word_set("could may might would can if")
_ANSWERING = word_set(
    "blamed charged convicted indicted sentenced jailed hanged executed tried condemned imprisoned held"
)
HEARING = word_set("hears heard hear told")
_HEARERS = word_set(
    "court courts tribunal jury jurors inquest inquiry judges judge hearing commission trial magistrates magistrate"
)
_APPEARING = FACING | word_set("awaits awaiting await appears appeared appear appearing")
_FAR = 12
_BROUGHT = word_set("brought sent put committed taken")
PAPERS = _ACCUSING_PAPERS | _NAMING_PAPERS


def counts_against(grammar: Grammar, noun: int) -> Iterator[Account]:
    """Counts or charges of an act brought "against" somebody; an indictment or a warrant that names somebody.

    Args:
        grammar: The sentence.
        noun: The word for charges, a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    before = set(forms[max(0, noun - 6) : noun])
    if (CLEARED & before and "way" not in before) or any(
        form.startswith((*UNDONE, *TAKEN_BACK)) for form in forms[max(0, noun - 4) : noun]
    ):
        return
    if forms[noun] in _NAMING_PAPERS:
        link = find_word(grammar, ("of", "for", "against"), noun + 1, noun + 6)
        between = any(grammar.tags[at] not in "AVB" for at in range(noun + 1, link))
        accused = _wanted(grammar, link + 1) if link >= 0 and not between else NO_SPAN
        act = for_crime(grammar, accused[1], accused[1] + 12)
        if act[0] >= 0 and can_act(grammar, accused):
            issuer = _issuer(grammar, noun)
            seized = forms[noun] in _SEEKING and not any(form.startswith(_ACCUSED) for form in forms[noun : act[0]])
            yield Account(SUSPECTED if seized else BLAMED, "indictment-of", noun, issuer, accused, act)
            return
    against = find_word(grammar, ("against",), noun + 1, noun + 18)
    if against < 0 or (forms[against + 1 : against + 2] and forms[against + 1] in THEM):
        return
    if forms[noun] not in _ACCUSING_PAPERS or any(form in CLEARED for form in forms[noun:against]):
        return
    accused = grammar.phrase_after(against + 1)
    if not can_act(grammar, accused):
        return
    if forms[noun + 1 : noun + 2] in {("of",), ("for",), ("over",)}:
        brought = find_before(grammar, _BRINGING, noun, 5)
        act = find_act(grammar, noun + 2, against)
        if brought >= 0 and act[0] >= 0 and held(grammar, brought):
            yield Account(BLAMED, "counts-against", noun, _issuer(grammar, noun), accused, act)
    elif against <= noun + 6 and forms[accused[1] : accused[1] + 1] != ("if",):
        act = for_crime(grammar, accused[1], accused[1] + 12)
        if act[0] >= 0:
            yield Account(BLAMED, "case-against", noun, _issuer(grammar, noun), accused, act)


def _wanted(grammar: Grammar, at: int) -> Span:
    """Whom an indictment or a warrant names: "of A", "for A", "for the arrest of A"."""
    span = grammar.phrase_after(at)
    if span[0] < 0:
        return span
    last = next((here for here in reversed(range(*span)) if grammar.forms[here] == "of"), -1)
    seized = any(form in _SEIZURE for form in grammar.forms[span[0] : last]) if last >= 0 else False
    return (last + 1, span[1]) if seized and last + 1 < span[1] else span


def _issuer(grammar: Grammar, noun: int) -> Span:
    """Who brings charges or issues a warrant: the subject of the verb before it, in the active."""
    verb = find_before(grammar, _BRINGING, noun, 8)
    return who(grammar, verb) if verb >= 0 and not is_passive(grammar, verb) else NO_SPAN


def given_term(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody gives somebody, or gets, a term of prison or death "for" an act.

    Args:
        grammar: The sentence.
        verb: The verb of giving or getting, a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    if forms[verb] in _HANDING and verb and grammar.tags[verb - 1] in "DIJ":
        return
    passive = grammar.passive(verb)
    term = _term(grammar, max(0, verb - 6), verb) if passive and forms[verb] == "imposed" else -1
    term = term if term >= 0 else _term(grammar, verb + 1, verb + 16)
    if term < 0 or not held(grammar, verb) or denied_before(grammar, verb):
        return
    last = max(term, verb)
    act = for_crime(grammar, last + 1, last + 14)
    who_did = find_word(grammar, ("who",), last + 1, last + 14) if act[0] < 0 else -1
    if who_did >= 0:
        # "Life imprisonment is imposed on a butcher who shot an exile."
        act = find_act(grammar, who_did + 1, who_did + 9, nouns=False)
    if act[0] < 0 or CLEARED & set(forms[act[1] : act[1] + 7]):
        return
    if forms[verb] in _GETTING or (passive and not forms[verb].startswith("impos")):
        accused = _getter(grammar, verb)
        speaker = agent(grammar, verb, _FAR) if passive else NO_SPAN
    else:
        link = find_word(grammar, ("on", "upon", "to"), verb + 1, act[0])
        accused = grammar.phrase_after(link + 1) if link >= 0 else _before_number(grammar, verb + 1)
        speaker = agent(grammar, verb, _FAR) if passive else who(grammar, verb)
    if can_act(grammar, accused) and not (forms[verb].startswith("serv") and are_prisoners(grammar, accused)):
        yield Account(BLAMED, "given-term", verb, speaker, accused, act)


def _term(grammar: Grammar, start: int, stop: int) -> int:
    """A term of prison, or death as a punishment, in a stretch of tokens; -1 where there is none."""
    forms = grammar.forms
    for at in range(start, min(grammar.count, stop)):
        form, before = forms[at], forms[at - 1] if at else ""
        following = forms[at + 1] if at + 1 < grammar.count else ""
        if form in {";", "but"}:
            break
        if form in {"years", "months", "decades"} and (before[:1].isdigit() or grammar.tags[at - 1] == Tag.DETERMINER):
            return at
        if form in {"life", "death"} and (before != "a" and following in _LIFE):
            return at
        if form.endswith(("-year", "-month", "-years")) or form in {"imprisonment", "jail", "prison"}:
            return at
        if form in {"term", "terms", "sentence", "sentences", "penalty"} and before in _LENGTHS:
            return at
    return -1


def _getter(grammar: Grammar, verb: int) -> Span:
    """Who gets a term: the phrase before the verb group, which need not be tagged as one."""
    at = verb - 1
    while at >= 0 and grammar.tags[at] in "AMB":
        at -= 1
    if at >= 1 and grammar.forms[at] == "to" and grammar.tags[at - 1] in "OJ":
        return NO_SPAN
    if at >= 1 and grammar.forms[at] in {",", "who", "which"}:
        return who(grammar, verb)
    return grammar.phrase_before(at) if at >= 0 else NO_SPAN


def _before_number(grammar: Grammar, start: int) -> Span:
    """The first object of a verb that has two: "gives the driver three life terms"."""
    span = grammar.phrase_after(start)
    for at in range(span[0] + 1, span[1]):
        if (
            grammar.tags[at] == Tag.DETERMINER
            or grammar.forms[at][0].isdigit()
            or grammar.forms[at] in {"life", "death"}
        ):
            return span[0], at
    return span


def condemned_to(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody is condemned to death, or to prison, for an act.

    Args:
        grammar: The sentence.
        verb: The verb, a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    passive = is_passive(grammar, verb)
    speaker, accused = parties(grammar, verb, passive=passive, reach=5)
    begin = verb + 1 if passive else max(verb + 1, accused[1])
    to = find_word(grammar, ("to",), begin, begin + 6)
    if to < 0 or not held(grammar, verb) or not _DOOM & set(forms[to + 1 : to + 5]):
        return
    act = for_crime(grammar, to + 2, to + 14)
    if act[0] >= 0 and can_act(grammar, accused, named=passive):
        yield Account(BLAMED, "condemned-to", verb, speaker, accused, act)


def will_be_tried(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody is to be tried or charged for an act, as it was decided.

    Args:
        grammar: The sentence.
        verb: The participle, a token.

    Yields:
        Accounts of blame.
    """
    group = grammar.forms[grammar.group_start(verb) : verb]
    if (
        "be" not in group
        or group[0] == "to"
        or not _DECIDED & set(group)
        or _OPEN & set(group)
        or grammar.negated(verb)
    ):
        return
    act, accused = for_crime(grammar, verb + 1, verb + 9), whom(grammar, verb)
    if act[0] >= 0 and can_act(grammar, accused):
        yield Account(BLAMED, "will-be-tried", verb, NO_SPAN, accused, act)


def faces_trial(grammar: Grammar, noun: int) -> Iterator[Account]:
    """Somebody faces trial, or a court, over an act.

    Args:
        grammar: The sentence.
        noun: "trial" or "court", a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    facing = find_before(grammar, _APPEARING, noun, 3)
    brought = find_before(grammar, _BROUGHT, noun, 3) if forms[noun - 1 : noun] in {("to",), ("on",)} else -1
    if brought >= 0 and is_passive(grammar, brought) and not denied_before(grammar, brought):
        rule, accused = "brought-to-trial", whom(grammar, brought)
    elif facing < 0 or denied_before(grammar, facing):
        return
    else:
        rule, accused = "faces-trial", _getter(grammar, facing)
        if forms[facing - 1 : facing] == ("to",):
            first = next((at for at in range(facing) if grammar.tags[at] == Tag.VERB), -1)
            accused = who(grammar, first) if first >= 0 else _due(grammar, facing - 1)
    act = for_crime(grammar, noun + 1, noun + _FAR)
    if act[0] >= 0 and can_act(grammar, accused) and not CLEARED & set(forms[noun : act[1] + 6]):
        yield Account(BLAMED, rule, noun, NO_SPAN, accused, act)


def _due(grammar: Grammar, to: int) -> Span:
    """Who "is to" face something, by the word "to"; ``NO_SPAN`` where no form of "be" stands before it."""
    return grammar.phrase_before(to - 2) if grammar.forms[to - 1 : to] and grammar.forms[to - 1] in BE else NO_SPAN


def court_hears(grammar: Grammar, verb: int) -> Iterator[Account]:
    """A court hears that somebody did it, before or behind what it hears.

    Args:
        grammar: The sentence.
        verb: "hears", "heard" or "told", a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    start = grammar.group_start(verb)
    passive = forms[verb] == "told"
    if passive and not grammar.passive(verb):
        return
    court = _last_court(grammar, start)
    if court < 0 or grammar.negated(verb):
        return
    comma = find_before(grammar, (",",), court, 8)
    if forms[verb + 1 : verb + 2] == ("that",):
        first, last = verb + 2, min(grammar.count, verb + 22)
    elif comma > 3 and forms[verb + 1 : verb + 2] != (",",):
        first, last = max(0, comma - 40), comma
    else:
        return
    for done in range(first, last):
        if grammar.tags[done] == Tag.VERB and does(grammar, done) and held(grammar, done):
            undergone = grammar.undergone(done)
            accused = agent(grammar, done) if undergone else grammar.subject(done, first)
            if can_act(grammar, accused, named=True) and grammar.tags[accused[0]] != Tag.PRONOUN:
                yield Account(BLAMED, "court-hears", verb, grammar.phrase_before(court), accused, (done, done + 1))
            return


def _last_court(grammar: Grammar, start: int) -> int:
    """The word for a court that ends the subject before a verb group, or stands in it before its place; -1."""
    for at in range(start - 1, max(-1, start - 5), -1):
        if grammar.forms[at] in _HEARERS:
            return at
        if grammar.tags[at] not in "OJI":
            break
    return -1


def for_which(grammar: Grammar, at: int) -> Iterator[Account]:
    """An act "for which" somebody is blamed, charged or held responsible.

    Args:
        grammar: The sentence.
        at: "which", a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    if forms[at - 1 : at] not in {("for",), ("of",), ("over",)}:
        return
    verb = find_word(grammar, _ANSWERING, at + 2, at + _FAR + 2)
    if verb < 0 or not grammar.passive(verb) or grammar.negated(verb) or only_meant(grammar, verb):
        return
    if forms[verb] == "held" and "responsible" not in forms[verb : verb + 3]:
        return
    accused = grammar.phrase_after(at + 1)
    act = NO_SPAN
    for back in range(at - 2, max(-1, at - 2 * _FAR), -1):
        act = crime(grammar, back, back + 1)
        if act[0] >= 0:
            break
    if act[0] >= 0 and can_act(grammar, accused) and not denied_before(grammar, verb):
        yield Account(BLAMED, "for-which", verb, agent(grammar, verb, 4), accused, act)
