"""The own voice of an actor, recordings of an act, and data posted."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.grammar import BE, NO_SPAN, Grammar, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import DEED, END, FORCES, hostile
from avow.cues.statements.records import Actor, Kind, Statement

_DEADLY = word_set(
    "execution executions beheading beheadings killing killings murder murders shooting downing attack attacks "
    "bombing bombings explosion explosions ambush ambushes torture blast assassination raid operation"
)
_ALIVE = word_set("alive health sign-of-life proof-of-life pleading plead appeal appeals appealing")
_WE = word_set("we i we've we'd i've i'd we're i'm")


def own_voice(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """The first person as the subject of a deed: "we struck the depot", "our units opened fire", "it was us who".

    Args:
        grammar: The sentence.
        used: Not asked for.

    Yields:
        Statements.
    """
    tags, masks = grammar.tags, grammar.masks
    for at in range(grammar.count):
        if not _is_ours(grammar, at) or _said_by_others(grammar, at):
            continue
        for verb in range(at + 1, min(grammar.count, at + 11)):
            if grammar.forms[verb] in END or (tags[verb] == Tag.VERB and masks[verb] & W.REPORT):
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
            victim = grammar.passive(verb) or (grammar.reduced(verb) and not masks[verb] & DEED)
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
        grammar.forms[here] in FORCES or grammar.masks[here] & (W.MEMBER | W.GROUP) for here in reach
    )


def _said_by_others(grammar: Grammar, at: int) -> bool:
    """Whether somebody else says it of us: "alleges that we fired"."""
    if grammar.reading.quoted[at]:
        return False
    for verb in range(max(0, at - 8), at):
        if grammar.tags[verb] == Tag.VERB and grammar.masks[verb] & (W.REPORT | W.BLAME | W.AVOW):
            return grammar.speaker(grammar.subject(verb)) is not Speaker.FIRST
    return False


def showing(grammar: Grammar, used: set[int]) -> Iterator[Statement]:
    """A recording that shows an act; a victim's data posted.

    Args:
        grammar: The sentence.
        used: Not asked for.

    Yields:
        Statements.
    """
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
