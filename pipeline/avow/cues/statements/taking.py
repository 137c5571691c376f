"""Taking responsibility or credit, being called responsible, being behind an act."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from avow.cues.grammar import BE, CALLERS, NO_SPAN, POSSESSIVES, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import ACT, END, act_span, deed, denies, is_self, others_word
from avow.cues.statements.records import Actor, Kind, Statement
from avow.cues.statements.speaking import may_be_its_group

HOLD = frozenset(["hold", "holds", "held", "holding"])
CLAIM = frozenset(["claim", "claims", "claimed", "claiming"])
_HABITS = word_set("always usually often routinely regularly typically habitually sometimes normally rarely seldom")
SAYING = W.REPORT | W.AVOW
_GENERAL = word_set("when while for of before without")
_COMING = word_set("came comes come arrived emerged")
_BEARING = word_set("bear bears bore borne bearing")
REFLEXIVES = word_set("itself himself herself themselves ourselves myself")
OWN_WORK = word_set("work doing handiwork")
_TAKERS = frozenset({Speaker.GROUP, Speaker.NAME, Speaker.OTHER})
_BELIEVING = ("believ", "think", "thought", "suppos", "reckon")
_SHARING = word_set("both jointly separately also later")


def responsibility(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """Taking responsibility or credit, being called responsible, a claim of responsibility.

    Args:
        grammar: The sentence.
        used: Verbs that a statement was made of; those found here are added.

    Yields:
        Statements.
    """
    for noun in range(grammar.count):
        if not grammar.masks[noun] & W.RESPONSIBILITY or grammar.forms[noun] == "blame":
            continue
        if grammar.forms[noun] == "responsible":
            yield from _responsible(grammar, noun)
        else:
            yield from _taken(grammar, noun, used)


def _taken(grammar: Grammar, noun: int, used: set[int]) -> Iterator[Statement]:
    forms, tags, masks = grammar.forms, grammar.tags, grammar.masks
    everywhere = act_span(grammar, 0, grammar.count)
    verb = -1
    for at in range(noun - 1, max(-1, noun - 8), -1):
        if tags[at] in "VG" and masks[at] & (W.ASSUME | W.AVOW):
            verb = at
            if forms[at].startswith("attribut") and REFLEXIVES.isdisjoint(forms[at + 1 : at + 5]):
                # To others.
                return
            break
        if forms[at] in END:
            break
    if verb >= 0:
        denying = _denying(grammar, verb)
        general = tags[verb] == Tag.GERUND and verb > 0 and forms[verb - 1] in _GENERAL
        subject = NO_SPAN if general else grammar.subject(verb if denying < 0 else denying)
        act = act_span(grammar, noun + 1, noun + 12)
        act = act if act[0] >= 0 else everywhere
        negated = grammar.negated(verb) or "no" in forms[verb + 1 : noun]
        kind = Kind.DENIES if denying >= 0 else _what_is_taken(grammar, verb, noun, everywhere)
        intended = grammar.intended(verb) or _demanded(grammar, verb) or asked(grammar, verb)
        used.add(verb)
        speaker = grammar.speaker(subject)
        if forms[verb] in _BEARING and speaker not in {Speaker.FIRST, Speaker.PRONOUN}:
            # Who "bears responsibility" is called responsible by others.
            yield Statement(Kind.RESPONSIBLE, verb, speaker, subject, act, negated, intended, Actor.OTHER)
            return
        yield Statement(kind, verb, speaker, subject, act, negated, intended)
        return
    for at in range(noun + 1, min(grammar.count, noun + 7)):
        if tags[at] in "VG" and masks[at] & (W.ASSUME | W.AVOW) and grammar.passive(at):
            link = at + 1
            while link < grammar.count and forms[link] in _SHARING:
                link += 1
            by = link < grammar.count and forms[link] == "by"
            subject = grammar.phrase_after(link + 1) if by else NO_SPAN
            negated = grammar.negated(at) or (noun > 0 and forms[noun - 1] == "no")
            used.add(at)
            yield Statement(
                Kind.TAKES, at, grammar.speaker(subject), subject, everywhere, negated, grammar.intended(at)
            )
            return
    if noun >= 2 and forms[noun - 1] == "of" and forms[noun - 2] in {"claim", "claims"}:
        claim = noun - 2
        nobody = any(form in {"no", "any", "without"} for form in forms[max(0, claim - 4) : claim])
        owner = claim >= 1 and (forms[claim - 1].endswith("'s") or forms[claim - 1] in POSSESSIVES)
        subject = (claim - 1, claim) if owner else NO_SPAN
        issued = next((at for at in range(claim - 1, max(-1, claim - 5), -1) if tags[at] in "VG"), -1)
        if subject[0] < 0 and issued >= 0 and not grammar.passive(issued):
            subject = grammar.subject(issued)
        if subject[0] < 0 and noun + 1 < grammar.count and forms[noun + 1] in {"by", "from"}:
            subject = grammar.phrase_after(noun + 2)
        if subject[0] < 0:
            came = next((at for at in range(noun + 1, min(grammar.count - 1, noun + 10)) if forms[at] in _COMING), -1)
            if came > 0 and forms[came + 1] == "from":
                # "A claim of responsibility for the raid came from the Front".
                subject = grammar.phrase_after(came + 2)
        speaker = Speaker.NOBODY if nobody else grammar.speaker(subject)
        yield Statement(Kind.CLAIM_OF, claim, speaker, subject, everywhere, nobody)


def _denying(grammar: Grammar, verb: int) -> int:
    """The verb that denies what another one says: "denied claiming", not "denied the raid but claimed"."""
    for at in range(verb - 1, max(-1, verb - 6), -1):
        if grammar.forms[at] == "but":
            break
        if denies(grammar, at):
            return at
    return -1


def asked(grammar: Grammar, verb: int) -> bool:
    """Whether it is asked, made a condition, or a habit, that somebody takes responsibility.

    Args:
        grammar: The sentence.
        verb: Its verb.

    Returns:
        True where it is.
    """
    if any(form in {"if", "whether", "should"} for form in grammar.forms[max(0, verb - 10) : verb]):
        return True
    if any(form in _HABITS or form.startswith("stopp") for form in grammar.forms[max(0, verb - 3) : verb + 3]):
        return True
    return grammar.forms[-1] == "?" and not grammar.reading.quoted[verb]


def _demanded(grammar: Grammar, verb: int) -> bool:
    """Whether somebody is only called on to take responsibility: "demand that the government assume"."""
    if grammar.forms[verb].endswith(("s", "d", "g", "k")) or grammar.forms[verb] in CLAIM:
        return False
    return any(grammar.masks[at] & W.THREAT and grammar.tags[at] in "VG" for at in range(max(0, verb - 8), verb))


def _what_is_taken(grammar: Grammar, verb: int, noun: int, act: Span) -> Kind:
    """A hostile act, or something else: a budget, an accident, or credit with no act in sight."""
    resigns, does = _elsewhere(grammar)
    if resigns or "moral" in grammar.forms[verb:noun]:
        return Kind.TAKES_ELSE
    reach = range(noun + 1, min(grammar.count, noun + 8))
    near = any(
        grammar.masks[at] & ACT and not grammar.masks[at] & W.BYSTANDER_OBJECT and grammar.tags[at] in "OGJ"
        for at in reach
    )
    if not near and any(grammar.masks[at] & W.BYSTANDER_OBJECT for at in reach):
        return Kind.TAKES_ELSE
    named = act[0] >= 0 or does
    speaker = grammar.speaker(grammar.subject(verb))
    # "No faction has taken responsibility": of what was told before.
    bare = speaker is Speaker.NOBODY and grammar.forms[noun + 1 : noun + 2] != ("for",)
    plain = grammar.forms[noun] == "responsibility" and (
        grammar.forms[verb] in CLAIM or speaker is Speaker.GROUP or bare
    )
    return Kind.TAKES if named or plain or _bare_credit(grammar, verb, noun) else Kind.TAKES_ELSE


@lru_cache(maxsize=8)
def _elsewhere(grammar: Grammar) -> tuple[bool, bool]:
    """Whether somebody resigns, and whether the first part of the sentence tells of a deed; asked for every noun."""
    resigns = any(form.startswith("resign") for form in grammar.forms)
    return resigns, deed(grammar, 0, grammar.count)[0] >= 0


def _bare_credit(grammar: Grammar, verb: int, noun: int) -> bool:
    """Whether somebody takes credit, and the sentence does not say for what: for what was told before."""
    if grammar.forms[noun] != "credit" or "for" in grammar.forms[noun + 1 : noun + 3]:
        return False
    return grammar.speaker(grammar.subject(verb)) in _TAKERS


def _responsible(grammar: Grammar, at: int) -> Iterator[Statement]:
    """Somebody says to be responsible, is called so, or is held so."""
    forms, tags = grammar.forms, grammar.tags
    if at + 1 < grammar.count and tags[at + 1] == Tag.NOUN:
        # "A responsible organisation".
        return
    act = act_span(grammar, at + 1, at + 9)
    holding = next((back for back in range(at - 1, max(-1, at - 11), -1) if forms[back] in HOLD), -1)
    if holding >= 0:
        subject = grammar.subject(holding)
        yield Statement(
            Kind.BLAMES,
            holding,
            grammar.speaker(subject),
            subject,
            act,
            grammar.negated(holding),
            grammar.intended(holding),
            Actor.OTHER,
            accused=(holding + 1, at) if holding + 1 < at else NO_SPAN,
        )
        return
    copula = next((back for back in range(at - 1, max(-1, at - 5), -1) if forms[back] in BE), -1)
    if copula < 0 or forms[copula - 1 : copula] == ("as",):
        # "Pointed to the Front as being responsible": the subject says nothing of itself.
        return
    subject = grammar.subject(copula)
    negated = _is_not(grammar, copula, at)
    said = next(
        (
            back
            for back in range(copula - 1, max(-1, copula - 14), -1)
            if tags[back] in "VG" and (grammar.masks[back] & (SAYING | W.DENY) or _believes(grammar, back))
        ),
        -1,
    )
    if said < 0:
        first = grammar.speaker(subject) is Speaker.FIRST
        kind = Kind.TAKES if first else Kind.RESPONSIBLE
        actor = Actor.SELF if first else Actor.OTHER
        yield Statement(kind, copula, grammar.speaker(subject), subject, act, negated, grammar.intended(at), actor)
        return
    yield _said_of(grammar, said, subject, act, negated)


def _is_not(grammar: Grammar, copula: int, at: int) -> bool:
    """Whether somebody is said not to be something: "was not", "isn't", "nobody is"."""
    forms = grammar.forms
    return "not" in forms[copula:at] or forms[copula].endswith("n't") or grammar.negated(copula)


def _believes(grammar: Grammar, at: int) -> bool:
    return bool(grammar.masks[at] & W.THINK) and grammar.forms[at].startswith(_BELIEVING)


def _said_of(grammar: Grammar, said: int, subject: Span, act: Span, negated: bool) -> Statement:
    """Somebody says of themselves, or of somebody else, to be responsible for or behind an act."""
    source = grammar.subject(said)
    speaker = grammar.speaker(source)
    intended = grammar.intended(said)
    if denies(grammar, said):
        return Statement(Kind.DENIES, said, speaker, source, act, False, intended)
    if grammar.masks[said] & (W.SUSPECT | W.BLAME) or _believes(grammar, said):
        kind = Kind.BLAMES if grammar.masks[said] & W.BLAME else Kind.SUSPECTS
        return Statement(kind, said, speaker, source, act, negated, intended, Actor.OTHER, accused=subject)
    own = is_self(grammar, source, subject) and not others_word(grammar, said, subject)
    if own or _calls_for(grammar, source, subject):
        return Statement(Kind.TAKES, said, speaker, source, act, negated or grammar.negated(said), intended)
    if may_be_its_group(grammar, source, subject):
        return Statement(
            Kind.SAYS, said, speaker, source, act, negated or grammar.negated(said), intended, strong=False
        )
    return Statement(Kind.BLAMES, said, speaker, source, act, negated, False, Actor.OTHER, accused=subject)


def _calls_for(grammar: Grammar, source: Span, subject: Span) -> bool:
    """Whether a caller names the group that the call is for: "a caller said that the Front was responsible"."""
    if source[0] < 0 or grammar.forms[grammar.head(source)] not in CALLERS:
        return False
    return subject[0] >= 0 and grammar.speaker(subject) in {Speaker.GROUP, Speaker.NAME}


def behind(grammar: Grammar) -> Iterator[Statement]:
    """Being behind an act, by one's own word or somebody else's.

    Args:
        grammar: The sentence.

    Yields:
        Statements.
    """
    for at in range(grammar.count):
        if grammar.forms[at] in OWN_WORK:
            yield from _own_work(grammar, at)
        if grammar.forms[at] != "behind":
            continue
        act = act_span(grammar, at + 1, at + 7)
        copula = next((back for back in range(at - 1, max(-1, at - 4), -1) if grammar.forms[back] in BE), -1)
        if act[0] < 0 or copula < 0:
            continue
        subject = grammar.subject(copula)
        negated = _is_not(grammar, copula, at)
        said = next(
            (
                back
                for back in range(copula - 1, max(-1, copula - 12), -1)
                if grammar.tags[back] in "VG"
                and (grammar.masks[back] & (SAYING | W.DENY | W.SUSPECT | W.BLAME) or _believes(grammar, back))
            ),
            -1,
        )
        if said >= 0:
            yield _said_of(grammar, said, subject, act, negated)
            continue
        own = grammar.speaker(subject) is Speaker.FIRST
        kind, actor = (Kind.TAKES, Actor.SELF) if own else (Kind.RESPONSIBLE, Actor.OTHER)
        yield Statement(kind, copula, grammar.speaker(subject), subject, act, negated, False, actor)


def _own_work(grammar: Grammar, at: int) -> Iterator[Statement]:
    """Calling an act one's own work: "says the bombing was its work"."""
    forms = grammar.forms
    copula = next((back for back in range(at - 1, max(-1, at - 4), -1) if forms[back] in BE), -1)
    if copula < 0 or forms[at - 1] not in POSSESSIVES:
        return
    said = next((back for back in range(copula - 1, max(-1, copula - 10), -1) if _says(grammar, back)), -1)
    act = act_span(grammar, said + 1, copula)
    if said < 0 or act[0] < 0 or (forms[at - 1] in {"our", "my"} and not grammar.reading.quoted[at]):
        return
    source = grammar.subject(said)
    negated = "not" in forms[copula:at] or grammar.negated(said)
    yield Statement(Kind.TAKES, said, grammar.speaker(source), source, act, negated, grammar.intended(said))


def _says(grammar: Grammar, at: int) -> bool:
    return grammar.tags[at] == Tag.VERB and bool(grammar.masks[at] & SAYING) and not grammar.masks[at] & W.DENY
