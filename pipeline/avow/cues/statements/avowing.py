"""Acts claimed, admitted, confessed, regretted, denied; others blamed or suspected."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import ACT, ANY_DEED, END, act_span, deed
from avow.cues.statements.records import Actor, Kind, Statement
from avow.cues.statements.taking import CLAIM, asked
from avow.cues.statements.telling import ADMITTING

_CONFESSING = ("confess", "plead", "pled", "boast", "brag")
_ONCE = word_set("after for by")
_MANY = word_set("series string wave spate number dozens scores hundreds host campaign")
"""Words for several acts: "a series of attacks"."""
_INSERTED, _OBJECT, _QUALIFIED = 14, 7, 10
_OWNING = frozenset({Speaker.GROUP, Speaker.FIRST, Speaker.PRONOUN})
PLAIN = frozenset(["claimed", "avowed", "admitted", "acknowledged", "vindicated"])
PROPERTY = word_set(
    "prize prizes jackpot reward rewards bounty body bodies remains corpse corpses post posts seat title crown medal money "
    "inheritance estate luggage bag bags baby ticket land territory compensation benefits"
)
"""What is claimed by who owns it, and by nobody who did it."""
CRIMES = word_set("crime crimes involvement role participation part plot plots plotting planning terrorism")
_AT_LEAST = frozenset([("at", "least"), ("more", "than"), ("at", "most"), ("fewer", "than")])


def avowed(grammar: Grammar, verb: int, used: set[int]) -> Iterator[Statement]:
    """An act is claimed or admitted, actively or passively; nobody claims.

    Args:
        grammar: The sentence.
        verb: Its verb.
        used: Verbs that a statement was made of; those found here are added.

    Yields:
        Statements.
    """
    forms, masks = grammar.forms, grammar.masks
    near = range(max(0, verb - 3), min(grammar.count, verb + 5))
    if any(masks[at] & W.RESPONSIBILITY and forms[at] != "blame" for at in near):
        return
    earlier = act_span(grammar, 0, verb)
    plain = forms[verb] in PLAIN
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
    if subject[0] < 0 and grammar.tags[verb] == Tag.GERUND:
        subject = _of_gerund(grammar, verb)
    speaker = grammar.speaker(subject)
    if act >= 0:
        used.add(verb)
        intended = grammar.intended(verb) or asked(grammar, verb)
        yield Statement(
            Kind.CLAIMS_ACT,
            verb,
            speaker,
            subject,
            (act, act + 1),
            grammar.negated(verb),
            intended,
            admitted=forms[verb].startswith(ADMITTING),
        )
    elif forms[verb] in CLAIM and speaker is Speaker.NOBODY and not _of_property(grammar, verb):
        used.add(verb)
        yield Statement(Kind.TAKES, verb, speaker, subject, act_span(grammar, 0, grammar.count), True)


def _of_gerund(grammar: Grammar, verb: int) -> Span:
    """Who does it, in "Claiming the raid, the Front said", "the Front, avowing the raid," and "jailed after admitting it"."""
    if verb == 0:
        comma = grammar.forms.index(",") if "," in grammar.forms else grammar.count
        found = grammar.phrase_after(comma + 1)
        goes_on = found[0] >= 0 and grammar.tags[found[1] : found[1] + 1] in (["V"], ["A"], ["M"])
        return found if goes_on else NO_SPAN
    first = grammar.phrase_after(0)
    if first[0] != 0:
        return NO_SPAN
    if grammar.forms[verb - 1] == ",":
        return first if first[1] == verb - 1 else NO_SPAN
    return first if grammar.forms[verb - 1] in _ONCE and grammar.tags[first[1]] in "AV" else NO_SPAN


def _of_property(grammar: Grammar, verb: int) -> bool:
    """Whether what is claimed is had and not done: "nobody has claimed the reward"."""
    thing = grammar.phrase_after(verb + 1)
    return thing[0] >= 0 and grammar.forms[grammar.head(thing)] in PROPERTY


def _act_as_object(grammar: Grammar, verb: int) -> int:
    """The hostile noun that a verb of avowal has as its object, -1 where it has none or a clause follows."""
    at = verb + (2 if grammar.forms[verb + 1 : verb + 2] == ("to",) else 1)
    stop = verb + _OBJECT
    if grammar.forms[verb + 1 : verb + 2] == (",",):
        # Past an insertion: "acknowledged, in a note to a bishop, the shooting".
        again = (here for here in range(verb + 2, min(grammar.count, verb + _INSERTED)) if grammar.forms[here] == ",")
        at = next(again, verb) + 1
        stop = at + _OBJECT
    part = any(grammar.masks[here] & W.INVOLVEMENT for here in range(at, min(grammar.count, at + 3)))
    if part and "in" in grammar.forms[at : at + 4]:
        return act_span(grammar, at, at + 8)[0]
    while at < min(grammar.count, stop) and grammar.forms[at] not in END:
        if grammar.masks[at] & W.BYSTANDER_OBJECT and not grammar.masks[at] & W.ACT_NOUN:
            return -1
        if grammar.masks[at] & ACT and grammar.tags[at] in "OGJ":
            break
        if grammar.forms[at] == "of" and grammar.forms[at - 1] in _MANY:
            at += 1
            continue
        if grammar.forms[at : at + 2] in _AT_LEAST:
            at += 2
            continue
        if grammar.tags[at] not in "DBJO" and grammar.forms[at - 1 : at + 1] != ("to", "that"):
            return -1
        at += 1
    if at < grammar.count and grammar.forms[verb].startswith("claim") and grammar.forms[at].startswith("death"):
        # What a war has claimed.
        return -1
    if at >= grammar.count or not grammar.masks[at] & ACT or (grammar.tags[verb] == "V" and grammar.passive(verb)):
        return -1
    inside = "which" in grammar.forms[max(0, verb - 10) : verb]
    following = at + 1
    reach = at if grammar.tags[at] == Tag.GERUND else at + _QUALIFIED
    while following < grammar.count and grammar.tags[following] in "IBODJ" and following <= reach:
        # "Claims raids on the coast on Friday killed six": what is claimed may be a clause.
        following += 1
    if following < grammar.count and not inside:
        tag = grammar.tags[following]
        if tag in "AM" or (tag == Tag.VERB and not grammar.reduced(following)):
            return -1
    return at


def denial(grammar: Grammar, verb: int) -> Statement:
    """An act, a part in it, or something else is denied.

    Args:
        grammar: The sentence.
        verb: Its verb.

    Returns:
        The statement.
    """
    subject = grammar.subject(verb)
    speaker = grammar.speaker(subject)
    for at in range(verb + 1, min(grammar.count, verb + 9)):
        mask, tag = grammar.masks[at], grammar.tags[at]
        if (
            mask & (W.INVOLVEMENT | W.RESPONSIBILITY)
            or (mask & ACT and tag in "OG")
            or (mask & ANY_DEED and tag in "VG")
        ):
            act = act_span(grammar, verb + 1, grammar.count)
            if act[0] < 0 and mask & ANY_DEED:
                act = (at, at + 1)
            return Statement(Kind.DENIES, verb, speaker, subject, act, grammar.negated(verb), grammar.intended(verb))
        if grammar.forms[at] in END or grammar.forms[at] == ",":
            break
    return Statement(Kind.DENIES_ELSE, verb, speaker, subject, NO_SPAN, grammar.negated(verb), grammar.intended(verb))


def blame(grammar: Grammar, verb: int, kind: Kind = Kind.BLAMES) -> Iterator[Statement]:
    """Somebody is accused or suspected of an act.

    Args:
        grammar: The sentence.
        verb: Its verb.
        kind: Whether it is blame or suspicion.

    Yields:
        The statement, where an act is named.
    """
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


def confession(grammar: Grammar, verb: int, used: set[int]) -> Iterator[Statement]:
    """Confessing, pleading guilty, owning up.

    Args:
        grammar: The sentence.
        verb: Its verb.
        used: Verbs that a statement was made of; those found here are added.

    Yields:
        The statement, where it is of an act.
    """
    forms = grammar.forms
    form = forms[verb]
    act = act_span(grammar, verb + 1, verb + 20)
    done, _ = deed(grammar, verb + 1, verb + 14)
    if done >= 0 and grammar.intended(done):
        done = -1
        act = NO_SPAN if act[0] >= 0 and act[0] < verb + 10 else act
    wrong = any(word in CRIMES for word in forms[verb + 1 : verb + 9])
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


def regrets(grammar: Grammar) -> Iterator[Statement]:
    """Apologies and regrets for an act of one's own: "apologised for its bomb", "regretted the deaths in its attack".

    Args:
        grammar: The sentence.

    Yields:
        Statements.
    """
    if not may_regret(grammar.reading.text):
        return
    for at in range(grammar.count):
        if not grammar.forms[at].startswith(("apologis", "apologiz", "regret")):
            continue
        verb = (
            at
            if grammar.is_verb(at)
            else next((back for back in range(at - 1, max(-1, at - 4), -1) if grammar.is_verb(back)), at)
        )
        subject = grammar.subject(verb)
        # A state is sorry for what it does not own to, unless it "admitted and apologised".
        admitted = at > 1 and grammar.forms[at - 1] == "and" and grammar.forms[at - 2].startswith(ADMITTING)
        owning = admitted or grammar.speaker(subject) in _OWNING
        for owner in range(at + 1, min(grammar.count, at + 14)):
            act = act_span(grammar, owner + 1, owner + 4)
            own = grammar.forms[owner] in POSSESSIVES or (
                owning and grammar.forms[owner - 1 : owner + 1] == ("for", "the")
            )
            if own and act[0] >= 0:
                yield Statement(
                    Kind.CLAIMS_ACT, verb, grammar.speaker(subject), subject, act, grammar.negated(verb), admitted=True
                )
                return


def may_regret(text: str) -> bool:
    """Whether a text holds the letters of an apology or a regret at all.

    Args:
        text: A sentence.

    Returns:
        False where :func:`regrets` finds nothing.
    """
    lowered = text.lower()
    return "regret" in lowered or "apologi" in lowered
