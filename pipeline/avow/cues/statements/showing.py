"""The own voice of an actor, recordings of an act, and data posted."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.grammar import BE, NO_SPAN, POSSESSIVES, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import ACT, DEED, END, FORCES, hostile
from avow.cues.statements.records import Actor, Kind, Statement

DEADLY = word_set(
    "execution executions beheading beheadings killing killings murder murders shooting downing attack attacks "
    "bombing bombings explosion explosions ambush ambushes torture blast assassination raid operation"
)
SITES = word_set("leak leaks victim victims extortion data ransom dark darknet onion")
_PAGES = word_set("site blog page")
_ALIVE = word_set("alive health sign-of-life proof-of-life pleading plead appeal appeals appealing")
_KNOWING = word_set(
    "know knew known see saw seen hear heard watch watched believe believed think thought suspect suspected fear feared "
    "witness witnessed witnessing"
)
_HELD = word_set("said alleged purported reported believed thought")
_CLAUSES = word_set("that when where while whose")
_NEVER = word_set("no never neither nor nowhere hardly")
_NO_NEGATION = word_set("sooner doubt less")
_WE = word_set("we i we've we'd i've i'd we're i'm")
OURS = _WE | {"our", "my"}


def own_voice(grammar: Grammar) -> Iterator[Statement]:
    """The first person as the subject of a deed: "we struck the depot", "our units opened fire", "it was us who".

    Args:
        grammar: The sentence.

    Yields:
        Statements.
    """
    if OURS.isdisjoint(grammar.forms):
        return
    tags, masks = grammar.tags, grammar.masks
    for at in range(grammar.count):
        if not _is_ours(grammar, at) or _said_by_others(grammar, at):
            continue
        for verb in range(at + 1, min(grammar.count, at + 18)):
            if grammar.forms[verb] in END or (tags[verb] == Tag.VERB and masks[verb] & W.REPORT):
                break
            if grammar.forms[verb] in _KNOWING and tags[verb] == Tag.VERB:
                # What we know, saw or heard has a subject of its own.
                break
            if tags[verb] not in "VG" or (tags[verb] == Tag.GERUND and grammar.forms[verb - 1] not in BE):
                continue
            strength = hostile(grammar, verb)
            if not strength:
                continue
            subject = grammar.subject(verb)
            relative = grammar.forms[grammar.group_start(verb) - 1] in {"who", "which", "that"}
            if not subject[0] <= at < subject[1] and (subject[0] >= 0 or relative):
                break
            if not relative and _in_their_clause(grammar, at, verb):
                break
            victim = grammar.passive(verb) or (grammar.reduced(verb) and not masks[verb] & DEED)
            yield Statement(
                Kind.OWN_VOICE,
                verb,
                Speaker.FIRST,
                (at, at + 1),
                (verb, verb + 1),
                grammar.negated(verb) or _inverted(grammar, at),
                grammar.intended(verb),
                Actor.VICTIM if victim else Actor.SELF,
                strength == 2,
                quoted=grammar.reading.quoted[at],
            )
            break


def _in_their_clause(grammar: Grammar, at: int, verb: int) -> bool:
    """Whether a clause begins between the first person and a deed, in which it does not occur again."""
    for here in range(verb - 1, at, -1):
        if grammar.forms[here] in _CLAUSES:
            return not any(_is_ours(grammar, place) for place in range(here + 1, verb))
    return False


def _inverted(grammar: Grammar, at: int) -> bool:
    """Whether a negation stands before the verb and its subject: "at no time did we bomb", "neither will I"."""
    if at < 2 or grammar.tags[at - 1] not in "AM":
        return False
    before = grammar.forms[max(0, at - 4) : at - 1]
    return not _NEVER.isdisjoint(before) and _NO_NEGATION.isdisjoint(before)


def _is_ours(grammar: Grammar, at: int) -> bool:
    form = grammar.forms[at]
    if form in _WE:
        return at not in grammar.reading.numerals
    reach = range(at + 1, min(grammar.count, at + 5))
    return form in {"our", "my"} and any(
        grammar.forms[here] in FORCES or grammar.masks[here] & (W.MEMBER | W.GROUP) for here in reach
    )


def _said_by_others(grammar: Grammar, at: int) -> bool:
    """Whether somebody else says it of us: "alleges that we fired"."""
    if grammar.reading.quoted[at]:
        return False
    for verb in range(max(0, at - 8), at):
        if grammar.tags[verb] == Tag.VERB and grammar.masks[verb] & (W.REPORT | W.BLAME | W.AVOW):
            return grammar.speaker(grammar.subject(verb)) not in {Speaker.FIRST, Speaker.NONE}
    return False


def showing(grammar: Grammar) -> Iterator[Statement]:
    """A recording that shows an act; a victim's data posted.

    Args:
        grammar: The sentence.

    Yields:
        Statements.
    """
    forms, masks = grammar.forms, grammar.masks
    if not _ALIVE.isdisjoint(forms) or "sign of life" in " ".join(forms):
        return
    threatens = any(form.startswith("threaten") for form in forms)
    own = bool(grammar.reading.possible & W.POST) and _own_site(grammar)
    for verb in range(grammar.count):
        if not grammar.is_verb(verb) or not masks[verb] & (W.POST | W.SHOW) or forms[verb - 1 : verb] == ("begin",):
            continue
        reach = range(max(0, verb - 8), min(grammar.count, verb + 9))
        subject = grammar.subject(verb)
        speaker = grammar.speaker(subject)
        negated, intended = grammar.negated(verb), grammar.intended(verb)
        if any(masks[at] & W.RECORDING for at in reach):
            if threatens:
                continue
            end = min(grammar.count, verb + 14)
            shown = next((at for at in range(verb + 1, end) if forms[at] in DEADLY), -1)
            done = next((at for at in range(verb + 1, end) if _shown_deed(grammar, at)), -1)
            act = shown if shown >= 0 else done
            if act >= 0 and not (speaker is not Speaker.GROUP and _said_to(grammar, max(0, verb - 2), act)):
                yield Statement(Kind.SHOWS, verb, speaker, subject, (act, act + 1), negated, intended)
        elif masks[verb] & W.POST:
            if own or any(masks[at] & W.LOOT for at in range(verb + 1, min(grammar.count, verb + 11))):
                yield Statement(Kind.POSTS, verb, speaker, subject, NO_SPAN, negated, intended, strong=own)
    if not threatens:
        yield from _recorded(grammar)


def _said_to(grammar: Grammar, start: int, stop: int) -> bool:
    """Whether others say what a recording shows: "a video said to depict a murder"."""
    forms = grammar.forms
    return any(forms[at] in _HELD and forms[at + 1] == "to" for at in range(start, stop - 1))


def _own_site(grammar: Grammar) -> bool:
    """Whether a leak site, or the like, is called the poster's own."""
    forms = grammar.forms
    last = next((at for at in range(grammar.count - 1, -1, -1) if forms[at] in _PAGES), 0)
    return any(forms[at] in POSSESSIVES and not SITES.isdisjoint(forms[at + 1 : at + 4]) for at in range(last))


def _recorded(grammar: Grammar) -> Iterator[Statement]:
    """A recording made by the actor: "a film posted by the Front shows", "footage of its men overrunning the post"."""
    forms, masks = grammar.forms, grammar.masks
    for noun in range(grammar.count):
        if not masks[noun] & W.RECORDING or grammar.tags[noun] != Tag.NOUN:
            continue
        owner, start, verb = _maker(grammar, noun)
        if grammar.speaker(owner) not in {Speaker.GROUP, Speaker.NAME}:
            continue
        for at in range(start, min(grammar.count, start + 14)):
            shot = grammar.is_verb(at) and hostile(grammar, at) > 0 and not grammar.reduced(at)
            if shot or (masks[at] & ACT and forms[at] in DEADLY):
                yield Statement(Kind.SHOWS, verb, grammar.speaker(owner), owner, (at, at + 1), grammar.negated(verb))
                return


def _maker(grammar: Grammar, noun: int) -> tuple[Span, int, int]:
    """Who made or spread a recording, where what it shows begins, and the verb."""
    forms = grammar.forms
    for at in range(noun + 1, min(grammar.count, noun + 7)):
        if forms[at] == "by" and (at == noun + 1 or grammar.masks[at - 1] & W.POST):
            owner = grammar.phrase_after(at + 1)
            return owner, max(owner[1], at), at - 1
    for at in range(noun + 1, min(grammar.count, noun + 8)):
        if forms[at] in POSSESSIVES and any(
            forms[here] in FORCES or grammar.masks[here] & W.MEMBER
            for here in range(at + 1, min(grammar.count, at + 4))
        ):
            verb = next((back for back in range(noun - 1, max(-1, noun - 7), -1) if grammar.is_verb(back)), -1)
            return (grammar.subject(verb), at + 1, verb) if verb >= 0 else (NO_SPAN, at, noun)
    return NO_SPAN, noun, noun


def _shown_deed(grammar: Grammar, at: int) -> bool:
    return grammar.is_verb(at) and not grammar.reduced(at) and not grammar.passive(at) and hostile(grammar, at) > 0
