"""What seems to be, may be or probably is somebody's doing; who is thought to have done it."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from avow.cues.accounts.captives import holds_captive
from avow.cues.accounts.people import agent, is_passive, is_people, who, whom
from avow.cues.accounts.records import SUSPECTED, Account
from avow.cues.accounts.search import copula_before, denied_before, find_before, find_word
from avow.cues.accounts.suspicion.alleging import AGENTS
from avow.cues.accounts.suspicion.harming import (
    HARMS,
    JOINED,
    MASTERS,
    PLACING,
    SHARES,
    TIES,
    WORKS,
    act_in,
    act_near,
    can_have,
    deed_in,
    had_done,
    harm_before,
    harms,
    named_by,
    placed_bomb,
)
from avow.cues.accounts.verbs import is_verb
from avow.cues.grammar import NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

SEEMING = word_set("appear appears appeared seem seems seemed")
REFUSED = ("reject", "dismiss", "discard", "exclud", "discount", "refut", "den", "doubt", "debunk", "disprov")
_LIKELY = word_set("likely likeliest probable possible presumed apparent main")
_ORDERING = ("mastermind", "orchestrat", "order", "arrang", "instigat", "plann", "plot", "commission", "sponsor")
"""How the verbs begin by which somebody has an act done; what they may have ordered must be one."""
VAGUE = AGENTS | word_set(
    "men man people persons person individuals individual youths thieves robbers intruders raiders guerrillas fighters "
    "militants shooters snipers thief pirates bandits insiders strangers"
)
"""Words for people of whom nothing tells who they are."""
_RELATIVE = 8
_VICTIMS = frozenset(("the", victim, "of") for victim in ("victim", "victims"))
_LINKING = frozenset(
    [("linked", "to"), ("tied", "to"), ("connected", "to"), ("connected", "with"), ("from", "the"), ("members", "of")]
)


def behind_to(grammar: Grammar, be: int, subject: Span) -> tuple[Span, Span] | None:
    """What somebody or something is thought or seems "to have" done or undergone, or "to be" involved in.

    Args:
        grammar: The sentence.
        be: The "have" or "be".
        subject: Of what it is said.

    Returns:
        Who did it and the act, nothing where there is none.
    """
    forms, tags = grammar.forms, grammar.tags
    near = range(be + 1, min(grammar.count, be + 12))
    for at in near:
        form = forms[at]
        if form in {",", ";", "not", "never"} and at > be + 1:
            return None
        if (
            form == "of"
            and forms[at - 1] in WORKS | {"victims", "victim"}
            and forms[be] in {"be", "have", "was", "were"}
        ):
            if forms[at - 1].startswith("victim"):
                return None
            accused, act = grammar.phrase_after(at + 1), harm_before(grammar, be)
            return (accused, act) if act[0] >= 0 and can_have(grammar, accused) else None
        if form in JOINED or form in TIES or (form in SHARES and forms[at + 1 : at + 2] == ("in",)):
            act = act_in(grammar, at + 1, at + 9)
            act = act if act[0] >= 0 else harm_before(grammar, be)
            return (subject, act) if act[0] >= 0 and can_have(grammar, subject) else None
        if tags[at] not in "VG":
            continue
        if form == "holding" and forms[be] == "be":
            return (subject, (at, at + 1)) if can_have(grammar, subject, named=True) else None
        done = form == "caused" or harms(grammar, at) or (form in PLACING and placed_bomb(grammar, at))
        if not done and not form.startswith(MASTERS):
            if tags[at] == Tag.VERB:
                return None
            continue
        if "been" in forms[be:at] or forms[be] in {"be", "was", "were"}:
            accused = agent(grammar, at)
            act = act_in(grammar, max(0, be - 14), at + 1)
            return (accused, act) if act[0] >= 0 and can_have(grammar, accused) else None
        act = (at, at + 1) if done else act_in(grammar, at + 1, at + 8)
        act = act if act[0] >= 0 or done else harm_before(grammar, be)
        return (subject, act) if act[0] >= 0 and can_have(grammar, subject) else None
    return None


def seems_to(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is widely held, or seems, to have done it, or was "feared abducted by" somebody."""
    forms = grammar.forms
    seeming = forms[at] in SEEMING
    if grammar.negated(at) or (
        not seeming and not is_passive(grammar, at) and forms[at + 1 : at + 2] not in {("to",), ("by",)}
    ):
        return
    subject = grammar.subject(at) if seeming else whom(grammar, at)
    following = forms[at + 1] if at + 1 < grammar.count else ""
    speaker = NO_SPAN
    link = at + 1
    if following == "by" and not seeming:
        link = find_word(grammar, ("to",), at + 2, at + 12)
        if link < 0:
            return
        speaker = (at + 2, link)
    elif following == "," and not seeming and find_word(grammar, (",",), at + 2, at + 10) >= 0:
        link = find_word(grammar, (",",), at + 2, at + 10) + 1
        if forms[link : link + 1] != ("to",):
            return
    elif following != "to":
        if seeming or forms[at] not in {"feared", "believed", "thought", "presumed"}:
            return
        done = at + 1
        if following in JOINED:
            act = act_in(grammar, at + 2, at + 10)
            if act[0] >= 0 and can_have(grammar, subject):
                yield Account(SUSPECTED, "held-to-have", at, NO_SPAN, subject, act)
            return
        if done < grammar.count and grammar.tags[done] == Tag.VERB and harms(grammar, done):
            accused = agent(grammar, done)
            if can_have(grammar, accused):
                yield Account(SUSPECTED, "feared-done-by", at, NO_SPAN, accused, (done, done + 1))
        return
    if forms[link + 1 : link + 3] == ("belong", "to"):
        found = _identity(grammar, subject, link + 3)
        if found is not None:
            yield Account(SUSPECTED, "held-to-have", at, speaker, *found)
        return
    if forms[link + 1 : link + 2] not in {("have",), ("be",)}:
        return
    found = behind_to(grammar, link + 1, subject)
    if found is None and forms[link + 1] == "be":
        found = _identity(grammar, subject, link + 2)
    if found is None and forms[subject[0] : subject[1]] == ("it",):
        # "It is also believed to be holding two engineers": of a group that was named before.
        done = find_before(grammar, (":", ",", ";"), min(grammar.count, link + 6), 4)
        done = deed_in(grammar, link + 2, done if done > link else link + 5)[0]
        held = next(
            (here for here in range(link + 2, min(grammar.count, link + 4)) if holds_captive(grammar, here)), -1
        )
        act = (max(done, held), max(done, held) + 1)
        found = (subject, act) if act[0] >= 0 and not grammar.undergone(act[0]) else None
    if found is not None:
        yield Account(SUSPECTED, "seems-to-have" if seeming else "held-to-have", at, speaker, *found)


def _identity(grammar: Grammar, subject: Span, start: int) -> tuple[Span, Span] | None:
    """Attackers who are thought to be somebody, or to belong to somebody: "gunmen, believed to be rebels, fired"."""
    forms = grammar.forms
    if subject[0] < 0:
        return None
    if forms[start : start + 1] == ("from",):
        start += 1
    elif forms[start : start + 2] in _LINKING:
        start += 2
    head = grammar.head(subject)
    link = find_before(grammar, ("who", "that"), subject[0], _RELATIVE) if forms[head] not in VAGUE else -1
    if link > 0:
        # "The attackers who paralysed the port are thought to be".
        before = grammar.antecedent(link)
        head = grammar.head(before) if before[0] >= 0 else head
    accused, act = _and_did(grammar, grammar.phrase_after(start))
    if forms[head] not in VAGUE or not can_have(grammar, accused):
        return None
    if act[0] < 0:
        act = (head, head + 1) if forms[head] in AGENTS else deed_in(grammar, accused[1], accused[1] + 8)
    return (accused, act) if act[0] >= 0 else None


def _and_did(grammar: Grammar, span: Span) -> tuple[Span, Span]:
    """A phrase without the verb of a deed that was taken for a noun of it: "the militia rob a convoy"."""
    if span[0] < 0:
        return span, NO_SPAN
    for at in range(span[0] + 1, span[1]):
        deedly = grammar.masks[at] & W.ACT_VERB or grammar.forms[at].startswith(HARMS)
        if deedly and at + 1 < grammar.count and grammar.tags[at + 1] == Tag.DETERMINER:
            return (span[0], at), (at, at + 1)
    return span, NO_SPAN


def hedged(grammar: Grammar, at: int) -> Iterator[Account]:
    """What is possibly somebody's work, was probably somebody, or is likely behind it."""
    forms, tags = grammar.forms, grammar.tags
    start = at + 1
    rule = "hedged"
    if start >= grammar.count:
        return
    if forms[start : start + 2] in {("the", "work"), ("the", "act"), ("the", "handiwork"), ("the", "doing")} and forms[
        start + 2 : start + 3
    ] == ("of",):
        accused, act = grammar.phrase_after(start + 3), harm_before(grammar, at)
        if act[0] >= 0 and can_have(grammar, accused) and not denied_before(grammar, at):
            yield Account(SUSPECTED, rule, at, NO_SPAN, accused, act)
        return
    if forms[start : start + 3] in _VICTIMS:
        # "Found dead, apparently the victim of poachers".
        accused = grammar.phrase_after(start + 3)
        if can_have(grammar, accused, named=True):
            yield Account(SUSPECTED, rule, at, NO_SPAN, accused, (start + 1, start + 2))
        return
    done = _hedged_deed(grammar, at)
    if done is not None:
        yield Account(SUSPECTED, rule, at, NO_SPAN, *done)
        return
    copula = copula_before(grammar, at, 2)
    if forms[start] in {"it", "this"} and forms[start + 1 : start + 2] in {("was",), ("is",)}:
        # "Most likely it was smugglers who".
        copula, start = start + 1, start + 2
    elif copula < 0 or denied_before(grammar, at):
        return
    to_blame = forms[start : start + 2] == ("to", "blame")
    if forms[start] in JOINED or to_blame:
        start += to_blame
        subject = grammar.subject(copula)
        act = act_in(grammar, start + 1, start + 9)
        act = act if act[0] >= 0 else harm_before(grammar, at)
        if act[0] >= 0 and can_have(grammar, subject):
            yield Account(SUSPECTED, rule, at, NO_SPAN, subject, act)
        return
    if forms[start] == "from" or forms[start : start + 2] == ("members", "of"):
        start += 1 + (forms[start] == "members")
    accused = named_by(grammar, start)
    if accused[0] < 0 or tags[accused[0]] == Tag.PRONOUN or forms[accused[1] : accused[1] + 1] == ("'",):
        return
    subject = grammar.subject(copula)
    head = grammar.head(subject) if subject[0] >= 0 else -1
    if head >= 0 and forms[head] in AGENTS:
        yield Account(SUSPECTED, rule, at, NO_SPAN, accused, (head, head + 1))
    elif (
        subject[0] >= 0
        and forms[subject[0]] in {"it", "this"}
        and (forms[accused[1] : accused[1] + 1] in {("who",), ("that",)} or is_people(grammar, accused))
    ):
        act = act_near(grammar, at)
        if act[0] >= 0:
            yield Account(SUSPECTED, rule, at, NO_SPAN, accused, act)


def _hedged_deed(grammar: Grammar, at: int) -> tuple[Span, Span] | None:
    """A bomb "probably sent by", or hackers, "probably from" somewhere, who did it."""
    forms, tags = grammar.forms, grammar.tags
    verb = at + 1
    had = had_done(grammar, verb) if forms[verb] == "had" else None
    if had is not None:
        # "Most likely had the preacher killed".
        subject = grammar.subject(verb)
        return (subject, had) if can_have(grammar, subject) else None
    if tags[verb] == Tag.VERB and not grammar.negated(verb):
        if forms[verb : verb + 2] == ("belonged", "to"):
            accused, act = grammar.phrase_after(verb + 2), harm_before(grammar, at)
            return (accused, act) if act[0] >= 0 and can_have(grammar, accused) else None
        if forms[verb : verb + 2] == ("paid", "for"):
            accused, act = who(grammar, verb), act_in(grammar, verb + 2, verb + 8, deeds=False)
            return (accused, act) if act[0] >= 0 and can_have(grammar, accused) else None
        caused = forms[verb] in {"caused", "carried"} or forms[verb].startswith(MASTERS)
        placed = forms[verb] in PLACING and placed_bomb(grammar, verb)
        if caused or placed or harms(grammar, verb):
            accused = agent(grammar, verb)
            act = harm_before(grammar, at) if caused else (verb, verb + 1)
            if act[0] >= 0 and can_have(grammar, accused, named=True):
                return accused, act
            if accused[0] < 0 and not placed and not grammar.undergone(verb) and harms(grammar, verb):
                subject = who(grammar, verb)
                return (subject, (verb, verb + 1)) if can_have(grammar, subject) else None
        return None
    if at >= 2 and forms[at - 1] == "," and forms[verb] in {"from", "of", "members", "acting", "linked"}:
        start = verb + 1 + (forms[verb + 1 : verb + 2] in {("of",), ("for",), ("to",)})
        accused = grammar.phrase_after(start)
        if accused[0] >= 0 and forms[accused[1] : accused[1] + 1] == (",",) and can_have(grammar, accused):
            act = deed_in(grammar, accused[1] + 1, accused[1] + 6)
            return (accused, act) if act[0] >= 0 else None
    return None


def may_be(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody may be involved, may have had a hand in it; it could well be somebody."""
    forms = grammar.forms
    if grammar.tags[at] != Tag.MODAL:
        return
    before = forms[max(0, at - 12) : at]
    if (
        any(word.startswith(REFUSED) for word in before)
        or ("ruled", "out") in pairwise(before)
        or {"how", "if"} & set(before[-4:])
    ):
        return
    be = find_word(grammar, ("have", "be"), at + 1, at + 4)
    if be < 0 or "not" in forms[at:be]:
        return
    subject = grammar.phrase_before(at - 1) if at else NO_SPAN
    if subject[0] >= 0 and forms[subject[0]] in {"it", "this", "they", "these"} and subject[1] - subject[0] == 1:
        start = be + 1 + (forms[be + 1 : be + 2] == ("been",))
        accused, act = named_by(grammar, start), act_near(grammar, at)
        named = not grammar.shouting and any(grammar.capital[here] for here in range(max(0, accused[0]), accused[1]))
        if accused[0] >= 0 and act[0] >= 0 and (named or is_people(grammar, accused)):
            yield Account(SUSPECTED, "may-be", at, NO_SPAN, accused, act)
        return
    found = behind_to(grammar, be, subject)
    ordered = forms[be] == "have" and forms[be + 1 : be + 2] and forms[be + 1].startswith(_ORDERING)
    if found is not None and ("been" in forms[be : be + 3] or ordered):
        yield Account(SUSPECTED, "may-be", at, NO_SPAN, *found)
        return
    for here in range(be + 1, min(grammar.count, be + 5)):
        if forms[here] in {",", ";", "not"}:
            return
        if forms[here] in TIES and forms[here + 1 : here + 2] in {("to",), ("with",)} and subject[0] >= 0:
            accused, act = grammar.phrase_after(here + 2), act_in(grammar, *subject, deeds=False)
            if act[0] >= 0 and can_have(grammar, accused, named=True):
                yield Account(SUSPECTED, "may-be", at, NO_SPAN, accused, act)
                return
        if (
            forms[here] in JOINED
            or (forms[here] in TIES and forms[be] == "have")
            or (forms[here] in SHARES and forms[here + 1 : here + 2] == ("in",))
        ):
            act = act_in(grammar, here + 1, here + 9)
            act = act if act[0] >= 0 else harm_before(grammar, at)
            if act[0] >= 0 and can_have(grammar, subject, named=True):
                yield Account(SUSPECTED, "may-be", at, NO_SPAN, subject, act)
            return


def likely_author(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is the likely author of an act."""
    forms = grammar.forms
    if at < 1 or forms[at - 1] not in _LIKELY:
        return
    act = (
        act_in(grammar, at + 1, at + 9)
        if forms[at + 1 : at + 2] in {("of",), ("behind",), ("in",)}
        else act_near(grammar, at)
    )
    if act[0] < 0 and forms[at].startswith(("kidnap", "hijack", "kill", "bomb", "arson", "culprit")):
        act = (at, at + 1)
    if act[0] < 0 or denied_before(grammar, at):
        return
    copula = copula_before(grammar, at, 5)
    accused = grammar.subject(copula) if copula >= 0 else NO_SPAN
    if copula < 0:
        link = find_before(grammar, ("as",), at, 4)
        reach = range(link - 1, max(-1, link - 12), -1) if link >= 0 else ()
        verb = next((here for here in reach if is_verb(grammar, here)), -1)
        accused = (
            (grammar.phrase_after(verb + 1 + (forms[verb + 1 : verb + 2] in {("at",), ("to",)})))
            if verb >= 0
            else NO_SPAN
        )
    if can_have(grammar, accused):
        yield Account(SUSPECTED, "likely-author", at, NO_SPAN, accused, act)


def looks_like(grammar: Grammar, at: int) -> Iterator[Account]:
    """What is treated as, or looks like, the work of somebody or an attack by somebody."""
    forms = grammar.forms
    if forms[at] == "like":
        verb = at - 1 if at and forms[at - 1].startswith("look") else -1
    else:
        verb = next((here for here in range(at - 1, max(-1, at - 14), -1) if forms[here].startswith("treat")), -1)
    if verb < 0 or grammar.negated(verb):
        return
    for here in range(at + 1, min(grammar.count, at + 9)):
        if forms[here] in {",", ";", "."}:
            return
        accused = NO_SPAN
        if forms[here] == "of" and forms[here - 1] in WORKS:
            accused, act = grammar.phrase_after(here + 1), act_near(grammar, at)
        elif forms[here] == "by" and grammar.masks[here - 1] & W.ACT_NOUN:
            accused, act = grammar.phrase_after(here + 1), (here - 1, here)
        if can_have(grammar, accused) and act[0] >= 0:
            yield Account(SUSPECTED, "looks-like", at, NO_SPAN, accused, act)
            return
