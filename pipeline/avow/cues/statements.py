"""Statements of a sentence about hostile acts: who avows, denies, is blamed, or says what of whom.

The classifier's cues of avowal and the register's records both come from here. Sources: the codebook's tests of a
claim (C1 to C3) and its lists of what is never one; CAMEO 015, 016 and 112 for denials and accusations.
"""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from avow.cues.grammar import BE, COORDINATORS, NO_SPAN, POSSESSIVES, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W


class Kind(StrEnum):
    """What a statement does."""

    TAKES = "takes"
    TAKES_ELSE = "takes-something-else"
    CLAIM_OF = "claim-of-responsibility"
    CLAIMS_ACT = "claims-act"
    CLAIMED_BY = "claimed-by"
    SAYS = "says"
    CONFESSES = "confesses"
    OWN_VOICE = "own-voice"
    SHOWS = "shows"
    POSTS = "posts"
    DENIES = "denies"
    DENIES_ELSE = "denies-something-else"
    BLAMES = "blames"
    SUSPECTS = "suspects"
    RESPONSIBLE = "called-responsible"


class Actor(StrEnum):
    """Who did the act, seen from the speaker."""

    SELF = "self"
    OTHER = "other"
    VICTIM = "victim"
    UNKNOWN = "unknown"


class Statement(NamedTuple):
    """Something said about a hostile act.

    Attributes:
        kind: What it does.
        verb: Its verb, a token.
        speaker: What kind of speaker it has.
        subject: The speaker's noun phrase, tokens from and to.
        act: The act, tokens from and to.
        negated: Whether it is negated.
        intended: Whether it is only intended, possible or demanded.
        actor: Who did the act, seen from the speaker.
        strong: Whether the act is hostile by its own word, or by its object only.
        accused: Noun phrase of who is said to have done it, where not the speaker.
        quoted: Whether it stands inside a quotation.
        admitted: Whether it is admitted or acknowledged rather than only said.
    """

    kind: Kind
    verb: int
    speaker: Speaker
    subject: Span
    act: Span
    negated: bool = False
    intended: bool = False
    actor: Actor = Actor.SELF
    strong: bool = True
    accused: Span = NO_SPAN
    quoted: bool = False
    admitted: bool = False


_ACT = W.ACT_NOUN | W.CYBER
_DEED = W.ACT_VERB | W.CYBER
_ANY_DEED = _DEED | W.WEAK_ACT
TRIGGERS = W.AVOW | W.RESPONSIBILITY | W.CONFESS | W.DENY | W.BLAME | W.SUSPECT | W.REPORT | W.FIRST_PLURAL
TRIGGERS |= W.FIRST_SINGULAR | W.RECORDING | W.LOOT
"""A sentence without a word of these classes makes no statement."""
_END = frozenset(";.:")
_HOLD = frozenset(["hold", "holds", "held", "holding"])
_CLAIM = frozenset(["claim", "claims", "claimed", "claiming"])
_BUILD = frozenset(["made", "make", "making", "built", "build", "building", "planted", "laid", "lay", "plant"])
_LIGHT = frozenset(
    [
        "take",
        "takes",
        "took",
        "taken",
        "taking",
        "do",
        "does",
        "did",
        "done",
        "doing",
        "leave",
        "leaves",
        "left",
        "leaving",
        "put",
        "puts",
        "putting",
        "send",
        "sends",
        "sent",
        "sending",
        "bring",
        "brings",
        "brought",
        "bringing",
        "drop",
        "drops",
        "dropped",
        "dropping",
        "place",
        "places",
        "placed",
        "placing",
        "order",
        "orders",
        "ordered",
        "pull",
        "pulls",
        "pulled",
        "hold",
        "holds",
        "held",
        "holding",
        "open",
        "opens",
        "opened",
        "opening",
        "conduct",
        "conducted",
        "organise",
        "organised",
        "organize",
        "organized",
        "commit",
        "committed",
        "carry",
        "carried",
        "free",
        "freed",
    ]
)
_HABITS = frozenset(
    [
        "always",
        "usually",
        "often",
        "routinely",
        "regularly",
        "typically",
        "habitually",
        "sometimes",
        "normally",
        "rarely",
        "seldom",
    ]
)
_ADMITTING = ("admit", "acknowledg", "conced", "confess", "accept", "own")
_SAYING = W.REPORT | W.AVOW
_NOT_SAYING = frozenset(
    [
        "call",
        "calls",
        "called",
        "calling",
        "ask",
        "asks",
        "asked",
        "asking",
        "describe",
        "describes",
        "described",
        "suggest",
        "suggests",
        "suggested",
        "predict",
        "predicts",
        "predicted",
        "urge",
        "urges",
        "urged",
        "warn",
        "warns",
        "warned",
        "estimate",
        "estimates",
        "estimated",
        "promise",
        "promises",
        "promised",
        "vow",
        "vows",
        "vowed",
        "comment",
        "comments",
        "stress",
        "note",
        "notes",
    ]
)
_CONFESSING = ("confess", "plead", "pled", "boast", "brag")
_CRIMES = frozenset(
    [
        "crime",
        "crimes",
        "involvement",
        "role",
        "participation",
        "part",
        "plot",
        "plots",
        "plotting",
        "planning",
        "terrorism",
    ]
)
_DEADLY = frozenset(
    [
        "execution",
        "executions",
        "beheading",
        "beheadings",
        "killing",
        "killings",
        "murder",
        "murders",
        "shooting",
        "downing",
        "attack",
        "attacks",
        "bombing",
        "bombings",
        "explosion",
        "explosions",
        "ambush",
        "ambushes",
        "torture",
        "blast",
        "assassination",
        "raid",
        "operation",
    ]
)
_ALIVE = frozenset(
    ["alive", "health", "sign-of-life", "proof-of-life", "pleading", "plead", "appeal", "appeals", "appealing"]
)
_FORCES = frozenset(
    [
        "crews",
        "crew",
        "officers",
        "agents",
        "defences",
        "defenses",
        "fleet",
        "artillery",
        "engineers",
        "squad",
        "squads",
        "section",
        "mujahedeen",
        "mujahideen",
        "boys",
        "lads",
        "cell",
        "cells",
        "brigade",
        "brigades",
        "fighter",
        "fighters",
        "commandos",
        "battalion",
        "battalions",
        "combatant",
        "combatants",
        "force",
        "forces",
        "men",
        "planes",
        "jets",
        "drones",
        "navy",
        "pilots",
        "gunmen",
        "units",
        "unit",
        "troops",
        "soldiers",
        "army",
        "militia",
        "guerrillas",
        "members",
        "warplanes",
        "aircraft",
        "helicopter",
        "hackers",
        "people",
        "team",
        "snipers",
        "missiles",
        "rockets",
        "military",
        "gunners",
        "sappers",
        "sons",
        "brothers",
        "comrades",
    ]
)
_WE = frozenset(["we", "i", "we've", "we'd", "i've", "i'd", "we're", "i'm"])
_CLAIM_NOUNS = frozenset(["claim", "claims", "assertion", "boast", "admission", "confession"])
_CLEFT = frozenset(["us", "them", "me", "him", "they", "he", "she", "we", "i"])
_SELVES = frozenset(["us", "them", "me", "him", "it"])
_COPULAS = frozenset(["is", "are", "was", "were", "be"])
_GENERAL = frozenset(["when", "while", "for", "of", "before", "without"])
_RADIO = frozenset(["clandestine", "rebel", "guerrilla", "mouthpiece"])
_STATIONS = frozenset(["radio", "station", "broadcast", "weekly", "organ"])


def statements(grammar: Grammar) -> list[Statement]:
    """What a sentence states about hostile acts, in the order of its kinds.

    Args:
        grammar: The sentence with its parts of speech.

    Returns:
        Statements; a sentence may make several, of different speakers.
    """
    found: list[Statement] = []
    used: set[int] = set()
    for look in (_responsibility, _verbs, _noun_claims, _regrets, _sourced, _own_voice, _behind, _showing):
        found.extend(look(grammar, used))
    return found


def act_span(grammar: Grammar, start: int, stop: int) -> Span:
    """The first noun or gerund of a hostile act in a stretch of tokens.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.

    Returns:
        Tokens from and to; ``NO_SPAN`` where there is none.
    """
    for at in range(max(0, start), min(stop, grammar.count)):
        if grammar.masks[at] & _ACT and grammar.tags[at] in "OGJ":
            return at, at + 1
    return NO_SPAN


def hostile(grammar: Grammar, verb: int) -> int:
    """How hostile a verb is.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        2 for an act by its own word or with a weapon as object, 1 with a target as object, 0 otherwise.
    """
    form, mask = grammar.forms[verb], grammar.masks[verb]
    if mask & _DEED:
        return 2
    if form in _BUILD:
        reach = range(verb + 1, min(grammar.count, verb + 7))
        return 2 if any(grammar.masks[at] & W.WEAPON and grammar.tags[at] == Tag.NOUN for at in reach) else 0
    if not mask & W.WEAK_ACT:
        return 0
    for at in range(verb + 1, min(grammar.count, verb + 7)):
        if grammar.forms[at] in _END:
            break
        if grammar.masks[at] & (W.WEAPON | W.ACT_NOUN):
            return 2
        if grammar.masks[at] & (W.TARGET | W.INSURGENT) and form not in _LIGHT:
            return 1
    return 0


def deed(grammar: Grammar, start: int, stop: int) -> tuple[int, int]:
    """The first hostile verb in a stretch of tokens, within its sentence part.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.

    Returns:
        The verb and how hostile it is; -1 and 0 where there is none.
    """
    for at in range(start, min(stop, grammar.count)):
        if grammar.tags[at] in "VG" and (grammar.masks[at] & _ANY_DEED or grammar.forms[at] in _BUILD):
            strength = hostile(grammar, at)
            if strength:
                return at, strength
        if grammar.forms[at] in _END:
            break
    return -1, 0


def _same(grammar: Grammar, first: Span, second: Span) -> bool:
    """Whether the head of the second noun phrase is a word of the first one."""
    if first[0] < 0 or second[0] < 0:
        return False
    head = grammar.forms[grammar.head(second)]
    return any(grammar.forms[at] == head and len(head) > 2 for at in range(*first) if grammar.tags[at] in "OJ")


def _is_self(grammar: Grammar, speaker: Span, subject: Span) -> bool:
    """Whether a subject speaks of the speaker: a pronoun, "its fighters", the same head, or nothing."""
    if subject[0] < 0 or subject == speaker:
        return True
    if grammar.tags[subject[0]] == Tag.PRONOUN:
        return grammar.forms[subject[0]] != "you"
    if grammar.forms[subject[0]] in POSSESSIVES:
        return any(grammar.forms[at] in _FORCES or grammar.masks[at] & W.MEMBER for at in range(*subject))
    return _same(grammar, speaker, subject)


def _responsibility(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """Taking responsibility or credit, being called responsible, a claim of responsibility."""
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
            break
        if forms[at] in _END:
            break
    if verb >= 0:
        denying = next((at for at in range(verb - 1, max(-1, verb - 6), -1) if _denies(grammar, at)), -1)
        general = tags[verb] == Tag.GERUND and verb > 0 and forms[verb - 1] in _GENERAL
        subject = NO_SPAN if general else grammar.subject(verb if denying < 0 else denying)
        act = act_span(grammar, noun + 1, noun + 12)
        act = act if act[0] >= 0 else everywhere
        negated = grammar.negated(verb) or "no" in forms[verb + 1 : noun]
        kind = Kind.DENIES if denying >= 0 else _what_is_taken(grammar, verb, noun, everywhere)
        intended = grammar.intended(verb) or _demanded(grammar, verb) or _asked(grammar, verb)
        used.add(verb)
        yield Statement(kind, verb, grammar.speaker(subject), subject, act, negated, intended)
        return
    for at in range(noun + 1, min(grammar.count, noun + 7)):
        if tags[at] in "VG" and masks[at] & (W.ASSUME | W.AVOW) and grammar.passive(at):
            by = at + 1 < grammar.count and forms[at + 1] == "by"
            subject = grammar.phrase_after(at + 2) if by else NO_SPAN
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
        speaker = Speaker.NOBODY if nobody else grammar.speaker(subject)
        yield Statement(Kind.CLAIM_OF, claim, speaker, subject, everywhere, nobody)


def _asked(grammar: Grammar, verb: int) -> bool:
    """Whether it is asked, made a condition, or a habit, that somebody takes responsibility."""
    if any(form in {"if", "whether", "should"} for form in grammar.forms[max(0, verb - 10) : verb]):
        return True
    if any(form in _HABITS or form.startswith("stopp") for form in grammar.forms[max(0, verb - 3) : verb + 3]):
        return True
    return grammar.forms[-1] == "?" and not grammar.reading.quoted[verb]


def _demanded(grammar: Grammar, verb: int) -> bool:
    """Whether somebody is only called on to take responsibility: "demand that the government assume"."""
    if grammar.forms[verb].endswith(("s", "d", "g", "k")) or grammar.forms[verb] in _CLAIM:
        return False
    return any(grammar.masks[at] & W.THREAT and grammar.tags[at] in "VG" for at in range(max(0, verb - 8), verb))


def _what_is_taken(grammar: Grammar, verb: int, noun: int, act: Span) -> Kind:
    """A hostile act, or something else: a budget, an accident, or credit with no act in sight."""
    near = act_span(grammar, noun + 1, noun + 8)[0] >= 0
    if not near and any(grammar.masks[at] & W.BYSTANDER_OBJECT for at in range(noun + 1, min(grammar.count, noun + 8))):
        return Kind.TAKES_ELSE
    named = act[0] >= 0 or deed(grammar, 0, grammar.count)[0] >= 0
    plain = grammar.forms[verb] in _CLAIM and grammar.forms[noun] == "responsibility"
    return Kind.TAKES if named or plain else Kind.TAKES_ELSE


def _responsible(grammar: Grammar, at: int) -> Iterator[Statement]:
    """Somebody says to be responsible, is called so, or is held so."""
    forms, tags = grammar.forms, grammar.tags
    act = act_span(grammar, at + 1, at + 9)
    holding = next((back for back in range(at - 1, max(-1, at - 11), -1) if forms[back] in _HOLD), -1)
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
            accused=(holding + 1, at),
        )
        return
    copula = next((back for back in range(at - 1, max(-1, at - 5), -1) if forms[back] in BE), -1)
    if copula < 0:
        return
    subject = grammar.subject(copula)
    negated = "not" in forms[copula:at] or grammar.negated(copula)
    said = next(
        (
            back
            for back in range(copula - 1, max(-1, copula - 14), -1)
            if tags[back] in "VG" and grammar.masks[back] & (_SAYING | W.DENY)
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


def _said_of(grammar: Grammar, said: int, subject: Span, act: Span, negated: bool) -> Statement:
    """Somebody says of themselves, or of somebody else, to be responsible for or behind an act."""
    source = grammar.subject(said)
    speaker = grammar.speaker(source)
    intended = grammar.intended(said)
    if _denies(grammar, said):
        return Statement(Kind.DENIES, said, speaker, source, act, False, intended)
    if grammar.masks[said] & (W.SUSPECT | W.BLAME):
        kind = Kind.BLAMES if grammar.masks[said] & W.BLAME else Kind.SUSPECTS
        return Statement(kind, said, speaker, source, act, negated, intended, Actor.OTHER, accused=subject)
    if _is_self(grammar, source, subject):
        return Statement(Kind.TAKES, said, speaker, source, act, negated or grammar.negated(said), intended)
    return Statement(Kind.BLAMES, said, speaker, source, act, negated, False, Actor.OTHER, accused=subject)


def _denies(grammar: Grammar, at: int) -> bool:
    return grammar.tags[at] in "VG" and bool(grammar.masks[at] & W.DENY) and not grammar.masks[at] & W.REPORT


def _verbs(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """Verbs of avowal, denial, blame, confession and saying."""
    for verb in range(grammar.count):
        if grammar.tags[verb] not in "VG" or verb in used:
            continue
        mask = grammar.masks[verb]
        if mask & W.AVOW:
            yield from _avowed(grammar, verb, used)
        if _denies(grammar, verb):
            yield _denial(grammar, verb)
        if mask & W.BLAME and grammar.forms[verb] not in _HOLD:
            yield from _blame(grammar, verb)
        elif mask & W.SUSPECT and grammar.forms[verb].startswith("suspect"):
            yield from _blame(grammar, verb, Kind.SUSPECTS)
        if mask & W.CONFESS and verb not in used:
            yield from _confession(grammar, verb, used)
        if mask & _SAYING and verb not in used and grammar.forms[verb] not in _NOT_SAYING:
            yield from _told(grammar, verb)


def _avowed(grammar: Grammar, verb: int, used: set[int]) -> Iterator[Statement]:
    """An act is claimed or admitted, actively or passively; nobody claims."""
    forms, masks = grammar.forms, grammar.masks
    near = range(max(0, verb - 3), min(grammar.count, verb + 5))
    if any(masks[at] & W.RESPONSIBILITY and forms[at] != "blame" for at in near):
        return
    earlier = act_span(grammar, 0, verb)
    plain = forms[verb] in {"claimed", "avowed", "admitted", "acknowledged", "vindicated"}
    if plain and forms[verb] != "claimed":
        earlier = act_span(grammar, verb - 5, verb)
    if plain and forms[verb + 1 : verb + 2] == ("by",) and earlier[0] >= 0:
        subject = grammar.phrase_after(verb + 2)
        used.add(verb)
        yield Statement(
            Kind.CLAIMED_BY,
            verb,
            grammar.speaker(subject),
            subject,
            earlier,
            grammar.negated(verb),
            grammar.intended(verb),
        )
        return
    if forms[verb] in {"claimed", "avowed"} and grammar.passive(verb) and earlier[0] >= 0:
        yield Statement(
            Kind.CLAIMED_BY, verb, Speaker.NONE, NO_SPAN, earlier, grammar.negated(verb), grammar.intended(verb)
        )
        return
    act = _act_as_object(grammar, verb)
    subject = grammar.subject(verb)
    speaker = grammar.speaker(subject)
    if act >= 0:
        used.add(verb)
        intended = grammar.intended(verb) or _asked(grammar, verb)
        yield Statement(
            Kind.CLAIMS_ACT,
            verb,
            speaker,
            subject,
            (act, act + 1),
            grammar.negated(verb),
            intended,
            admitted=forms[verb].startswith(_ADMITTING),
        )
    elif forms[verb] in _CLAIM and speaker is Speaker.NOBODY:
        used.add(verb)
        yield Statement(Kind.TAKES, verb, speaker, subject, act_span(grammar, 0, grammar.count), True)


def _act_as_object(grammar: Grammar, verb: int) -> int:
    """The hostile noun that a verb of avowal has as its object, -1 where it has none or a clause follows."""
    at = verb + (2 if grammar.forms[verb + 1 : verb + 2] == ("to",) else 1)
    part = any(grammar.masks[here] & W.INVOLVEMENT for here in range(at, min(grammar.count, at + 3)))
    if part and "in" in grammar.forms[at : at + 4]:
        return act_span(grammar, at, at + 8)[0]
    while at < grammar.count and at - verb < 7 and grammar.forms[at] not in _END:
        if grammar.masks[at] & W.BYSTANDER_OBJECT and not grammar.masks[at] & W.ACT_NOUN:
            return -1
        if grammar.masks[at] & _ACT and grammar.tags[at] in "OGJ":
            break
        if grammar.tags[at] not in "DBJO":
            return -1
        at += 1
    if at >= grammar.count or not grammar.masks[at] & _ACT or (grammar.tags[verb] == "V" and grammar.passive(verb)):
        return -1
    following = at + 1
    inside = "which" in grammar.forms[max(0, verb - 10) : verb]
    if following < grammar.count and not inside:
        tag = grammar.tags[following]
        if tag in "AM" or (tag == Tag.VERB and not grammar.reduced(following)):
            return -1
    return at


def _denial(grammar: Grammar, verb: int) -> Statement:
    subject = grammar.subject(verb)
    speaker = grammar.speaker(subject)
    for at in range(verb + 1, min(grammar.count, verb + 9)):
        mask, tag = grammar.masks[at], grammar.tags[at]
        if (
            mask & (W.INVOLVEMENT | W.RESPONSIBILITY)
            or (mask & _ACT and tag in "OG")
            or (mask & _ANY_DEED and tag in "VG")
        ):
            act = act_span(grammar, verb + 1, grammar.count)
            if act[0] < 0 and mask & _ANY_DEED:
                act = (at, at + 1)
            return Statement(Kind.DENIES, verb, speaker, subject, act, grammar.negated(verb), grammar.intended(verb))
        if grammar.forms[at] in _END or grammar.forms[at] == ",":
            break
    return Statement(Kind.DENIES_ELSE, verb, speaker, subject, NO_SPAN, grammar.negated(verb), grammar.intended(verb))


def _blame(grammar: Grammar, verb: int, kind: Kind = Kind.BLAMES) -> Iterator[Statement]:
    act = act_span(grammar, verb + 1, verb + 14)
    done, _ = deed(grammar, verb + 1, verb + 14)
    if act[0] < 0 and done < 0:
        return
    passive = grammar.passive(verb)
    subject = NO_SPAN if passive else grammar.subject(verb)
    accused = grammar.subject(verb) if passive else grammar.phrase_after(verb + 1)
    yield Statement(
        kind,
        verb,
        grammar.speaker(subject),
        subject,
        act if act[0] >= 0 else (done, done + 1),
        grammar.negated(verb),
        grammar.intended(verb),
        Actor.OTHER,
        accused=accused,
    )


def _confession(grammar: Grammar, verb: int, used: set[int]) -> Iterator[Statement]:
    """Confessing, pleading guilty, admitting an act, owning up."""
    forms = grammar.forms
    form = forms[verb]
    act = act_span(grammar, verb + 1, verb + 20)
    done, _ = deed(grammar, verb + 1, verb + 14)
    if done >= 0 and grammar.intended(done):
        done = -1
        act = NO_SPAN if act[0] >= 0 and act[0] < verb + 10 else act
    wrong = any(word in _CRIMES for word in forms[verb + 1 : verb + 9])
    if form.startswith("own"):
        fits = "up" in forms[verb + 1 : verb + 3] and (act[0] >= 0 or done >= 0)
    elif form.startswith("plead") or form.startswith("pled"):
        fits = "guilty" in forms[verb : verb + 5] and (act[0] >= 0 or done >= 0 or wrong)
    elif form.startswith(_CONFESSING):
        fits = act[0] >= 0 or done >= 0 or wrong
    else:
        fits = False
    if not fits:
        return
    subject = grammar.subject(verb)
    negated = "not" in forms[verb : verb + 4] or grammar.negated(verb)
    span = act if act[0] >= 0 else (done, done + 1) if done >= 0 else NO_SPAN
    used.add(verb)
    yield Statement(Kind.CONFESSES, verb, grammar.speaker(subject), subject, span, negated, grammar.intended(verb))


def _told(grammar: Grammar, verb: int) -> Iterator[Statement]:
    """Somebody says that a deed was done, by themselves or by others."""
    done, strength = deed(grammar, verb + 1, verb + 20)
    if done < 0 or grammar.passive(verb) or grammar.forms[verb + 1] in _COPULAS:
        return
    for at in range(verb + 1, done):
        if grammar.tags[at] == Tag.VERB and grammar.masks[at] & _SAYING and not grammar.masks[at] & _ANY_DEED:
            return
    source = grammar.subject(verb)
    speaker = _mouthpiece(grammar, source, grammar.speaker(source), verb)
    subject = grammar.subject(done, verb + 1)
    group = grammar.forms[grammar.group_start(done) : done]
    intended = grammar.intended(done) and not ("to" in group and grammar.forms[verb] in _CLAIM)
    yield Statement(
        Kind.SAYS,
        verb,
        speaker,
        source,
        (done, done + 1),
        grammar.negated(done) or grammar.negated(verb),
        intended,
        _actor(grammar, verb, done, source, speaker, subject),
        strength == 2,
        subject,
        grammar.reading.quoted[done],
        grammar.forms[verb].startswith(_ADMITTING),
    )


def _mouthpiece(grammar: Grammar, source: Span, speaker: Speaker, verb: int) -> Speaker:
    """A rebels' own radio speaks for them."""
    if speaker in {Speaker.OFFICIAL, Speaker.NAME, Speaker.MESSAGE} and source[0] >= 0:
        words = set(grammar.forms[source[0] : verb])
        if words & _STATIONS and (
            words & _RADIO or any(grammar.masks[at] & W.INSURGENT for at in range(source[0], verb))
        ):
            return Speaker.GROUP
    return speaker


def _actor(grammar: Grammar, verb: int, done: int, source: Span, speaker: Speaker, subject: Span) -> Actor:
    """Who did the deed of a content clause."""
    forms, tags = grammar.forms, grammar.tags
    passive = grammar.passive(done) or grammar.reduced(done)
    if subject[0] < 0:
        joined = any(forms[at] in COORDINATORS or forms[at] == "," for at in range(verb + 1, done))
        begins = (
            tags[done] == Tag.GERUND or forms[done - 1] in {"have", "having"} or grammar.group_start(done) == verb + 1
        )
        actor = _of_earlier_verb(grammar, verb, done, source, speaker) if joined and not begins else Actor.SELF
    elif tags[subject[0]] == Tag.PRONOUN:
        word = forms[subject[0]]
        if word in {"we", "i"}:
            own = grammar.reading.quoted[subject[0]] or speaker is Speaker.FIRST
        else:
            own = word != "you" and speaker is not Speaker.FIRST
        actor = Actor.SELF if own else Actor.OTHER
    else:
        perfect = "to" in group_of(grammar, done) and "have" in group_of(grammar, done)
        actor = Actor.SELF if perfect or _is_self(grammar, source, subject) else Actor.OTHER
        if actor is Actor.OTHER and _cleft(grammar, verb, done):
            actor = Actor.SELF
        if actor is Actor.OTHER and speaker is Speaker.GROUP and _owns_radio(grammar, source, verb, subject):
            actor = Actor.SELF
    if not passive:
        return actor
    return Actor.SELF if _agent_is_self(grammar, done, source) else Actor.VICTIM


def group_of(grammar: Grammar, verb: int) -> tuple[str, ...]:
    """The auxiliaries, modals, negations and adverbs of a verb.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        Their forms in order.
    """
    return grammar.forms[grammar.group_start(verb) : verb]


def _owns_radio(grammar: Grammar, source: Span, verb: int, subject: Span) -> bool:
    words = set(grammar.forms[source[0] : verb])
    return bool(words & _STATIONS) and grammar.speaker(subject) is Speaker.GROUP


def _of_earlier_verb(grammar: Grammar, verb: int, done: int, source: Span, speaker: Speaker) -> Actor:
    """The actor of the first of several verbs: "that it seized a farm and attacked"."""
    for at in range(verb + 1, done):
        if grammar.tags[at] == Tag.VERB:
            subject = grammar.subject(at, verb + 1)
            if subject[0] < 0:
                return Actor.UNKNOWN
            if grammar.tags[subject[0]] == Tag.PRONOUN and grammar.forms[subject[0]] in {"we", "i"}:
                return Actor.SELF if grammar.reading.quoted[subject[0]] or speaker is Speaker.FIRST else Actor.OTHER
            return Actor.SELF if _is_self(grammar, source, subject) else Actor.OTHER
    return Actor.UNKNOWN


def _cleft(grammar: Grammar, verb: int, done: int) -> bool:
    """ "it was his section that shot", "it was the one that burned"."""
    words = grammar.forms[verb + 1 : done]
    if not {"that", "who"} & set(words) or "it" not in words:
        return False
    return bool({"one", "ones"} & set(words)) or any(word in POSSESSIVES or word in _CLEFT for word in words)


def _agent_is_self(grammar: Grammar, done: int, source: Span) -> bool:
    for at in range(done + 1, min(grammar.count, done + 8)):
        if grammar.forms[at] == "by":
            agent = grammar.phrase_after(at + 1)
            if agent[0] < 0:
                return False
            first = grammar.forms[agent[0]]
            return first in POSSESSIVES or first in _SELVES or _same(grammar, source, agent)
    return False


def _noun_claims(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """A claim as a noun: "a claim by the cell that it caused the fire", "the Front's assertion that it shot down"."""
    forms = grammar.forms
    for noun in range(grammar.count):
        if forms[noun] not in _CLAIM_NOUNS or grammar.tags[noun] != Tag.NOUN:
            continue
        owner = NO_SPAN
        content = noun + 1
        if noun + 1 < grammar.count and forms[noun + 1] in {"by", "of", "from"}:
            owner = grammar.phrase_after(noun + 2)
            content = owner[1]
        elif noun >= 1 and (forms[noun - 1].endswith("'s") or forms[noun - 1] in POSSESSIVES):
            owner = (noun - 1, noun)
        if owner[0] < 0 or forms[content : content + 1] not in {("that",), ("to",)}:
            continue
        done, strength = deed(grammar, content + 1, content + 12)
        if done < 0:
            continue
        speaker = grammar.speaker(owner)
        actor = _actor(grammar, content, done, owner, speaker, grammar.subject(done, content + 1))
        negated = grammar.negated(done)
        yield Statement(Kind.SAYS, noun, speaker, owner, (done, done + 1), negated, False, actor, strength == 2)


def _regrets(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """Apologies and regrets for an act of one's own: "apologised for its bomb", "regretted the deaths in its attack"."""
    for at in range(grammar.count):
        if not grammar.forms[at].startswith(("apologis", "apologiz", "regret")):
            continue
        for owner in range(at + 1, min(grammar.count, at + 14)):
            act = act_span(grammar, owner + 1, owner + 4)
            if grammar.forms[owner] in POSSESSIVES and act[0] >= 0:
                verb = (
                    at
                    if grammar.is_verb(at)
                    else next((back for back in range(at - 1, max(-1, at - 4), -1) if grammar.is_verb(back)), at)
                )
                subject = grammar.subject(verb)
                yield Statement(
                    Kind.CLAIMS_ACT, verb, grammar.speaker(subject), subject, act, grammar.negated(verb), admitted=True
                )
                return


def _sourced(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """A deed told by a statement of the group: "according to a statement from the Front, its drones struck"."""
    for at in range(grammar.count - 1):
        if grammar.forms[at : at + 2] != ("according", "to"):
            continue
        source = grammar.phrase_after(at + 2)
        if source[0] < 0:
            continue
        stop = source[1]
        if stop < grammar.count and grammar.forms[stop] in {"from", "by", "of"}:
            owner = grammar.phrase_after(stop + 1)
            source = owner if owner[0] >= 0 else source
        speaker = grammar.speaker(source)
        done, strength = deed(grammar, source[1], source[1] + 14)
        if done < 0 or speaker not in {Speaker.GROUP, Speaker.NAME, Speaker.MESSAGE}:
            continue
        subject = grammar.subject(done, source[1])
        own = subject[0] >= 0 and (grammar.forms[subject[0]] in POSSESSIVES or _same(grammar, source, subject))
        if own and not grammar.passive(done):
            negated, intended = grammar.negated(done), grammar.intended(done)
            yield Statement(Kind.SAYS, done, speaker, source, (done, done + 1), negated, intended, strong=strength == 2)


def _own_voice(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """The first person as the subject of a deed: "we struck the depot", "our units opened fire", "it was us who"."""
    tags, masks = grammar.tags, grammar.masks
    for at in range(grammar.count):
        if not _is_ours(grammar, at) or _said_by_others(grammar, at):
            continue
        for verb in range(at + 1, min(grammar.count, at + 11)):
            if grammar.forms[verb] in _END or (tags[verb] == Tag.VERB and masks[verb] & W.REPORT):
                break
            if tags[verb] not in "VG" or (tags[verb] == Tag.GERUND and grammar.forms[verb - 1] not in BE):
                continue
            strength = hostile(grammar, verb)
            if not strength:
                continue
            subject = grammar.subject(verb)
            who = grammar.forms[grammar.group_start(verb) - 1] in {"who", "that"}
            if subject[0] >= 0 and not subject[0] <= at < subject[1] and not who:
                break
            victim = grammar.passive(verb) or (grammar.reduced(verb) and not masks[verb] & _DEED)
            yield Statement(
                Kind.OWN_VOICE,
                verb,
                Speaker.FIRST,
                (at, at + 1),
                (verb, verb + 1),
                grammar.negated(verb),
                grammar.intended(verb),
                Actor.VICTIM if victim else Actor.SELF,
                strength == 2,
                quoted=grammar.reading.quoted[at],
            )
            break


def _is_ours(grammar: Grammar, at: int) -> bool:
    form = grammar.forms[at]
    if form in _WE:
        return True
    reach = range(at + 1, min(grammar.count, at + 5))
    return form in {"our", "my"} and any(
        grammar.forms[here] in _FORCES or grammar.masks[here] & (W.MEMBER | W.GROUP) for here in reach
    )


def _said_by_others(grammar: Grammar, at: int) -> bool:
    """Whether somebody else says it of us: "alleges that we fired"."""
    if grammar.reading.quoted[at]:
        return False
    for verb in range(max(0, at - 8), at):
        if grammar.tags[verb] == Tag.VERB and grammar.masks[verb] & (W.REPORT | W.BLAME | W.AVOW):
            return grammar.speaker(grammar.subject(verb)) is not Speaker.FIRST
    return False


def _behind(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """Being behind an act, by one's own word or somebody else's."""
    for at in range(grammar.count):
        if grammar.forms[at] != "behind":
            continue
        act = act_span(grammar, at + 1, at + 7)
        copula = next((back for back in range(at - 1, max(-1, at - 4), -1) if grammar.forms[back] in BE), -1)
        if act[0] < 0 or copula < 0:
            continue
        subject = grammar.subject(copula)
        negated = grammar.negated(copula) or "not" in grammar.forms[copula:at]
        said = next(
            (
                back
                for back in range(copula - 1, max(-1, copula - 12), -1)
                if grammar.tags[back] in "VG" and grammar.masks[back] & (_SAYING | W.DENY | W.SUSPECT | W.BLAME)
            ),
            -1,
        )
        if said >= 0:
            yield _said_of(grammar, said, subject, act, negated)
            continue
        own = grammar.speaker(subject) is Speaker.FIRST or (
            subject[0] >= 0 and grammar.forms[subject[0]] in POSSESSIVES
        )
        kind, actor = (Kind.TAKES, Actor.SELF) if own else (Kind.RESPONSIBLE, Actor.OTHER)
        yield Statement(kind, copula, grammar.speaker(subject), subject, act, negated, False, actor)


def _showing(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """A recording that shows an act; a victim's data posted."""
    forms, masks = grammar.forms, grammar.masks
    if any(form in _ALIVE or form.startswith("threaten") for form in forms) or "sign of life" in " ".join(forms):
        return
    for verb in range(grammar.count):
        if not grammar.is_verb(verb) or not masks[verb] & (W.POST | W.SHOW) or forms[verb - 1 : verb] == ("begin",):
            continue
        reach = range(max(0, verb - 8), min(grammar.count, verb + 9))
        subject = grammar.subject(verb)
        speaker = grammar.speaker(subject)
        negated, intended = grammar.negated(verb), grammar.intended(verb)
        if any(masks[at] & W.RECORDING for at in reach):
            end = min(grammar.count, verb + 14)
            shown = next((at for at in range(verb + 1, end) if forms[at] in _DEADLY), -1)
            done = next((at for at in range(verb + 1, end) if _shown_deed(grammar, at)), -1)
            if shown >= 0 or done >= 0:
                act = shown if shown >= 0 else done
                yield Statement(Kind.SHOWS, verb, speaker, subject, (act, act + 1), negated, intended)
        elif masks[verb] & W.POST and any(masks[at] & W.LOOT for at in range(verb + 1, min(grammar.count, verb + 11))):
            yield Statement(Kind.POSTS, verb, speaker, subject, NO_SPAN, negated, intended)


def _shown_deed(grammar: Grammar, at: int) -> bool:
    return grammar.is_verb(at) and not grammar.reduced(at) and not grammar.passive(at) and hostile(grammar, at) > 0
