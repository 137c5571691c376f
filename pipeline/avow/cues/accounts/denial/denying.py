"""Who denies: responsibility, a part in an act, having done it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from avow.cues.accounts.acts import act_around, act_before, find_act
from avow.cues.accounts.captives import holds_captive
from avow.cues.accounts.crimes import WEAK_CRIMES, use_of_arms
from avow.cues.accounts.denial.harm import harms_own, is_other, shoots
from avow.cues.accounts.denial.not_doing import (
    CHARGES,
    OURS,
    SHARES,
    act_beside,
    calls_false,
    first_person,
    has_nothing_to_do,
    is_ours,
    no_part,
    says_nobody,
    says_not,
)
from avow.cues.accounts.denial.pleading import PLEADING, REACH, innocent, is_held, pleaded_by, pleader
from avow.cues.accounts.people import DOERS, LAWYERS, agent, who
from avow.cues.accounts.records import DENIED, Account
from avow.cues.accounts.search import INVOLVED, copula_before, denied_before, find_before, find_word, nothing_to_do
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements import Actor, Kind, Statement
from avow.cues.statements.acts import deed, is_self
from avow.cues.statements.speaking import CLIENTS, is_spokesman, is_the_group
from avow.cues.statements.taking import OWN_WORK, SAYING

_DISOWNING = ("disclaim", "disavow", "disown")
_PARTING = ("dissociat", "disassociat", "distanc")
_DENIALS = ("deny", "denie", *_DISOWNING)
_REJECTIONS = ("reject", "refut", "repudiat", "dismiss", "disput", "rebuff", *_PARTING)
REPORTS = word_set("report reports rumour rumours rumor rumors")
"""Words for what is told, by nobody in particular, rather than charged."""
_ANAPHORS = word_set("it this these them everything")
_HAPPENING = word_set("occurred occurs occur happened happens happen place existed exists exist ensued")
_LOOSE = word_set("link links connection connections ties blame")
_NONSENSE = word_set(
    "baseless unfounded groundless malicious slanderous nonsense fabrication fabrications fabricated lies lie false untrue absurd "
    "ridiculous preposterous invention inventions falsehood irresponsible slander disinformation "
    "insult infamous mischievous trash"
)
_OWN_SHARES = word_set("part hand role share involvement responsibility")
_WHATEVER = word_set("any all every having")
_PLAIN = word_set("responsibility involvement complicity authorship")
_OF_WHAT = word_set("of in about over against made brought relating by from for it he she they")
_REPLYING = word_set("reply replies replied answer answers answered")
_INNOCENCE = word_set("innocent innocence blameless")
_ENTERING = word_set("enter enters entered entering")
_KNOWING = word_set("information knowledge evidence knowing plans intention intentions")
_OWN_HAND = frozenset({"denies-doing", "denies-doing-weakly", "denies-being-behind", "denies-done-by-own"})
_SELVES = word_set("him her them us me himself herself itself themselves")
_ANY_CRIME = frozenset(
    (some, crime) for some in ("a", "any", "no") for crime in ("crime", "crimes", "offence", "offense")
)
_CAUSING = (
    "conspir", "plot", "plan", "attempt", "try", "tried", "help", "hir", "pay", "paid", "order", "giving", "gave", "ask",
    "sent", "send", "arm", "train", "recruit", "arrang", "instruct", "incit", "use", "using", "aid",
)  # fmt: skip
"""How verbs begin by which somebody has a part in what is done "to" an end."""
_PREPARING = ("help", "plot", "plan", "prepar", "organi", "arrang", "aid")
_ISSUED = word_set("issued published made released posted")
_ISSUING = word_set("issue issues issued issuing repeat repeats repeated publish published made makes")


def plain_denials(grammar: Grammar, stated: Sequence[Statement]) -> Iterator[Account]:
    """What a verb or a word of denial says, or a statement that is negated.

    Args:
        grammar: The sentence.
        stated: Its statements.

    Yields:
        Accounts.
    """
    for at in range(grammar.count):
        yield from _by_verb(grammar, at)
        yield from _by_word(grammar, at)
    yield from first_person(grammar)
    for item in stated:
        yield from _stated(grammar, item)


def _by_verb(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Denials by verbs of denying, rejecting, saying and pleading."""
    forms, form = grammar.forms, grammar.forms[verb]
    if grammar.tags[verb] in "VG" or form == "deny":
        if form.startswith(_DENIALS):
            yield from _denies(grammar, verb)
        elif form.startswith(_REJECTIONS):
            yield from _rejects(grammar, verb)
        if grammar.masks[verb] & SAYING:
            yield from says_not(grammar, verb)
            yield from says_nobody(grammar, verb)
    pleaded = form in PLEADING and {"not", "innocent"} & set(forms[verb : verb + 3])
    # "'Not guilty,' replied the officers".
    told = form in _REPLYING and ("not", "guilty") in pairwise(forms[max(0, verb - 5) : verb])
    if (
        pleaded
        or told
        or (form in _REPLYING and ("not", "guilty") in {forms[verb + 1 : verb + 3], forms[verb + 2 : verb + 4]})
    ):
        act = pleaded_by(grammar, verb, verb + 3)
        act = act if act[0] >= 0 else act_before(grammar, verb, deeds=False)
        meant = grammar.intended(verb) or {"insanity", "criminally"} & set(forms[verb : verb + 9])
        if not meant:
            pleads = grammar.phrase_after(verb + 1) if told else who(grammar, verb)
            yield Account(DENIED, "pleads-not-guilty", verb, pleads, NO_SPAN, act)
    hands = find_word(grammar, ("hands",), verb + 1, verb + 4) if form.startswith("wash") else -1
    if hands >= 0 and forms[hands + 1 : hands + 2] == ("of",) and is_held(grammar, verb):
        yield Account(DENIED, "washes-hands", verb, who(grammar, verb), NO_SPAN, find_act(grammar, verb, verb + 12))


def _by_word(grammar: Grammar, at: int) -> Iterator[Account]:
    """Denials by other words: a plea, innocence, nonsense, no part in it, not our work."""
    forms, form = grammar.forms, grammar.forms[at]
    following = forms[at + 1] if at + 1 < grammar.count else ""
    if form in {"plea", "pleas"} and forms[at + 1 : at + 4] == ("of", "not", "guilty"):
        entered = find_before(grammar, _ENTERING, at, 4)
        if entered >= 0 and is_held(grammar, entered):
            act = pleaded_by(grammar, at + 3, at + 4)
            yield Account(DENIED, "pleads-not-guilty", at, pleader(grammar, entered, at), NO_SPAN, act)
    if form in _INNOCENCE:
        yield from innocent(grammar, at)
    if form in _NONSENSE:
        yield from calls_false(grammar, at)
    if form == "no" and following in _OWN_SHARES:
        yield from no_part(grammar, at)
    second = forms[at + 2] if at + 2 < grammar.count else ""
    if form == "none" and following == "of" and second in OURS:
        yield Account(DENIED, "none-of-ours", at, NO_SPAN, NO_SPAN, act_around(grammar, at))
    if form == "not" and following in OURS and second in OWN_WORK:
        yield Account(DENIED, "not-our-work", at, NO_SPAN, NO_SPAN, act_around(grammar, at))
    if form in {"denial", "denials"} and following == "of" and not denied_before(grammar, at):
        yield from _denial(grammar, at)
    end = nothing_to_do(grammar, at)
    if end >= 0:
        yield from has_nothing_to_do(grammar, at, end)


def _stated(grammar: Grammar, item: Statement) -> Iterator[Account]:
    """What a statement says that one did not do, or that one's own did not."""
    if item.kind is not Kind.SAYS or not (item.negated and item.strong):
        return
    if grammar.negated(item.verb) or item.intended:
        return
    if item.actor is Actor.SELF:
        if grammar.forms[item.act[1] : item.act[1] + 2] not in _ANY_CRIME:
            yield Account(DENIED, "says-did-not", item.verb, item.subject, NO_SPAN, item.act)
    elif item.actor is Actor.OTHER and is_ours(grammar, item.subject, item.accused):
        yield Account(DENIED, "says-ours-did-not", item.verb, item.subject, NO_SPAN, item.act)


def _denial(grammar: Grammar, noun: int) -> Iterator[Account]:
    """A denial of an act, or of a part in one, that somebody issued or that came from somebody."""
    act = find_act(grammar, noun + 2, noun + 9, deeds=False)
    if act[0] < 0:
        return
    issued = find_word(grammar, _ISSUED, act[1], act[1] + 5)
    if issued >= 0 and grammar.passive(issued):
        by = agent(grammar, issued)
        if by[0] >= 0:
            yield Account(DENIED, "issues-denial", noun, by, NO_SPAN, act)
            return
    verb = find_before(grammar, _ISSUING, noun, 4)
    source = find_word(grammar, ("from",), noun + 2, noun + 2 * REACH)
    if verb >= 0 and is_held(grammar, verb):
        yield Account(DENIED, "issues-denial", noun, who(grammar, verb), NO_SPAN, act)
    elif source >= 0:
        yield Account(DENIED, "issues-denial", noun, grammar.phrase_after(source + 1), NO_SPAN, act)


def _denies(grammar: Grammar, verb: int) -> Iterator[Account]:
    if not is_held(grammar, verb):
        return
    forms, tags = grammar.forms, grammar.tags
    passive = grammar.passive(verb) and tags[verb] == Tag.VERB
    subject = agent(grammar, verb, 2) if passive else who(grammar, verb)
    if passive:
        object_ = who(grammar, verb)
        act = find_act(grammar, max(0, object_[0]), object_[1]) if object_[0] >= 0 else NO_SPAN
        shared = object_[0] >= 0 and bool((SHARES | CHARGES) & set(forms[object_[0] : object_[1]]))
        if act[0] >= 0 or shared:
            yield Account(DENIED, "is-denied", verb, subject, NO_SPAN, act)
        return
    following = forms[verb + 1] if verb + 1 < grammar.count else ""
    for at in range(verb + 1, min(grammar.count, verb + REACH)):
        form, tag = forms[at], tags[at]
        if form in {";", ":", "but"} or (form == "." and at == grammar.count - 1):
            break
        if form in {"and", ","} and at + 1 < grammar.count and tags[at + 1] in ("VA" if form == "and" else "VG"):
            break
        if form in SHARES:
            act = find_act(grammar, at + 1, at + (6 if form in _LOOSE else 12), vague=True)
            if act[0] < 0 and form in _PLAIN:
                weapons = (here for here in range(at + 2, min(grammar.count, at + 5)) if grammar.masks[here] & W.WEAPON)
                weapon = next(weapons, -1)
                act = (weapon, weapon + 1) if weapon >= 0 else NO_SPAN
            if act[0] < 0 and (form in _LOOSE or forms[at + 1 : at + 2] == ("with",)):
                return
            rule = "denies-part" if act[0] >= 0 or form in _PLAIN else "denies-some-part"
            yield Account(DENIED, rule, verb, subject, NO_SPAN, act if act[0] >= 0 else act_beside(grammar, verb))
            return
        if form in CHARGES:
            yield from _charges(grammar, verb, at, subject)
            return
        if at == verb + 1 and use_of_arms(grammar, at, at + 1)[0] >= 0:
            # "Denies using poison gas": to the tags it is a noun.
            yield Account(DENIED, "denies-doing", verb, subject, NO_SPAN, (at, at + 1))
            return
        if form == "knowledge":
            yield Account(DENIED, "knew-nothing", verb, subject, NO_SPAN, act_around(grammar, verb))
            return
        shared = form in POSSESSIVES and bool((SHARES | CHARGES) & set(forms[at + 1 : at + 4]))
        doing = tag == Tag.GERUND and not (at > verb + 1 and tags[at - 1] in "OJ")
        if form in {"that", "having", "being"} or doing or (form in POSSESSIVES and not shared):
            yield from _clause(grammar, verb, at, subject)
            return
        act = find_act(grammar, at, at + 1, deeds=False)
        if act[0] >= 0:
            if not _HAPPENING & set(forms[at + 1 : at + 4]):
                yield Account(DENIED, "denies-act", verb, subject, NO_SPAN, act)
            return
        if form in _ANAPHORS and at == verb + 1 and not (form == "it" and tags[at + 1 : at + 2] in (["V"], ["A"])):
            if not REPORTS & set(forms[at + 1 : at + 2]):
                yield Account(DENIED, "denies-it", verb, subject, NO_SPAN, act_beside(grammar, verb))
            return
        if tag in "VA" and at > verb + 1:
            # "denies it attacked", "denied the army had bombed"
            yield from _clause(grammar, verb, verb, subject)
            return
    act = act_beside(grammar, verb)
    if following in {".", ",", ""} and not harms_own(grammar, act, subject):
        yield Account(DENIED, "denies-bare", verb, subject, NO_SPAN, act)
    elif following and forms[verb].startswith(_DISOWNING) and tags[verb + 1] in "DRO":
        yield Account(DENIED, "disowns", verb, subject, NO_SPAN, act)


def _charges(grammar: Grammar, verb: int, at: int, subject: Span) -> Iterator[Account]:
    """Denies the accusation, with or without telling of what."""
    that = find_word(grammar, ("that",), at + 1, at + 12)
    if that >= 0:
        for item in _clause(grammar, verb, that, subject):
            if item.rule in _OWN_HAND and not harms_own(grammar, item.act, subject):
                yield item._replace(rule="denies-charge-of-act")
        return
    following = grammar.forms[at + 1] if at + 1 < grammar.count else ""
    act = find_act(grammar, at + 1, at + 10)
    reported = grammar.forms[at] in REPORTS
    if act[0] >= 0 and following in _OF_WHAT:
        suffered = grammar.forms[at + 2] in POSSESSIVES and act[0] == at + 3
        if not (grammar.forms[act[0]] in WEAK_CRIMES and (reported or suffered)):
            yield Account(DENIED, "denies-charge-of-act", verb, subject, NO_SPAN, act)
    elif reported:
        return
    elif following not in _OF_WHAT or (following == "against" and _themselves(grammar, at + 2)):
        yield Account(DENIED, "denies-charge", verb, subject, NO_SPAN, act_beside(grammar, verb))


def _themselves(grammar: Grammar, at: int) -> bool:
    """Whether a pronoun stands at a token: "the charges against him"."""
    return at < grammar.count and (grammar.tags[at] == Tag.PRONOUN or grammar.forms[at] in _SELVES)


def _clause(grammar: Grammar, verb: int, at: int, subject: Span) -> Iterator[Account]:
    """Denies that one's own side did it."""
    forms = grammar.forms
    if _KNOWING & set(forms[at + 1 : at + 5]):
        # To deny having any information of a strike is not to deny the strike.
        return
    done, strength = deed(grammar, at if grammar.tags[at] == Tag.GERUND else at + 1, at + 14)
    behind = next(
        (
            here
            for here in range(at + 1, min(grammar.count, at + 12))
            if forms[here] in INVOLVED or (forms[here] in _OWN_SHARES and forms[here + 1 : here + 2] == ("in",))
        ),
        -1,
    )
    if done < 0 and behind < 0:
        held = next((here for here in range(at, min(grammar.count, at + 6)) if holds_captive(grammar, here)), -1)
        if held >= 0 and (held == at or _of_own(grammar, at, subject)):
            yield Account(DENIED, "denies-doing", verb, subject, NO_SPAN, (held, held + 1))
            return
        if grammar.tags[at] == Tag.GERUND and shoots(grammar, at):
            yield Account(DENIED, "denies-doing", verb, subject, NO_SPAN, (at, at + 1))
            return
        culprit = _as_culprit(grammar, verb)
        if culprit >= 0:
            yield Account(DENIED, "denies-doing", verb, subject, NO_SPAN, (culprit, culprit + 1))
            return
        act = find_act(grammar, at, at + 10)
        if act[0] >= 0 and _helped(grammar, verb, act[0]):
            yield Account(DENIED, "denies-doing", verb, subject, NO_SPAN, act)
        elif act[0] >= 0:
            yield Account(DENIED, "denies-clause-of-act", verb, subject, NO_SPAN, act)
        elif _of_own(grammar, at, subject):
            yield Account(DENIED, "denies-something-else", verb, subject, NO_SPAN, act_beside(grammar, verb))
        return
    if behind >= 0 and (done < 0 or behind < done):
        act = find_act(grammar, behind + 1, behind + 9)
        copula = copula_before(grammar, behind)
        doer = grammar.subject(copula, at + 1) if copula > at else NO_SPAN
        other = is_other(grammar, subject, doer) and not _speaks_for(grammar, subject, doer)
        rule = "denies-other-did" if other else "denies-being-behind"
        yield Account(DENIED, rule, verb, subject, NO_SPAN, act)
        return
    doer = _doer(grammar, verb, done)
    if grammar.passive(done):
        by = agent(grammar, done)
        if by[0] >= 0 and (is_self(grammar, subject, by) or is_ours(grammar, subject, by)):
            yield Account(DENIED, "denies-done-by-own", verb, subject, NO_SPAN, (done, done + 1))
        return
    own = (
        doer[0] < 0
        or is_self(grammar, subject, doer)
        or is_ours(grammar, subject, doer)
        or _speaks_for(grammar, subject, doer)
    )
    rule = "denies-doing" if own and strength == 2 else "denies-doing-weakly" if own else "denies-other-did"
    yield Account(DENIED, rule, verb, subject, NO_SPAN, (done, done + 1))


def _doer(grammar: Grammar, verb: int, done: int) -> Span:
    """Who is said to have done it; who "conspired to do it" or "hired others to do it" did it too."""
    start = grammar.group_start(done)
    for at in range(verb + 1, done if grammar.forms[start] == "to" else verb):
        if grammar.forms[at].startswith(_CAUSING) and (grammar.tags[at] in "VG" or at == verb + 1):
            plain = grammar.group_start(at) == verb + 1 and grammar.tags[verb + 1] != Tag.PRONOUN
            return NO_SPAN if plain else grammar.subject(at, verb + 1)
    return grammar.subject(done, verb + 1)


def _speaks_for(grammar: Grammar, subject: Span, doer: Span) -> bool:
    """Whether a lawyer denies it for a client, or a spokesman for "the group"."""
    speakers, doers = grammar.forms[slice(*subject)], grammar.forms[slice(*doer)]
    if doers[-1:] and doers[-1] in CLIENTS:
        return not LAWYERS.isdisjoint(speakers)
    return any(map(is_spokesman, speakers)) and is_the_group(grammar, subject, doer)


def _as_culprit(grammar: Grammar, verb: int) -> int:
    """The word for a doer that somebody denies to be: "denies he was the gunman", "denied being the bomber"; -1 for none."""
    for at in range(verb + 2, min(grammar.count, verb + 9)):
        if grammar.forms[at] in DOERS:
            copula = copula_before(grammar, at)
            being = grammar.forms[verb + 1] == "being" or (copula > verb and not grammar.negated(copula))
            return at if being and "the" in grammar.forms[verb:at] else -1
    return -1


def _helped(grammar: Grammar, verb: int, act: int) -> bool:
    """Whether what is denied is to have helped, plotted or planned an act that a noun names: "helping to plan the attack"."""
    first = verb + 1 + (grammar.forms[verb + 1 : verb + 2] == ("that",))
    within = range(first, min(act, first + 5))
    return any(grammar.forms[at].startswith(_PREPARING) for at in within)


def _of_own(grammar: Grammar, at: int, subject: Span) -> bool:
    """Whether a clause, or a gerund, tells of those who deny it: "that its troops are there", "holding nine of them"."""
    if grammar.tags[at] == Tag.GERUND:
        return True
    verb = next((here for here in range(at + 1, min(grammar.count, at + 9)) if grammar.tags[here] in "VGM"), -1)
    if verb < 0 or grammar.tags[verb] == Tag.MODAL or grammar.undergone(verb):
        return False
    doer = grammar.subject(verb, at + 1)
    return doer[0] >= 0 and is_self(grammar, subject, doer)


def _rejects(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Rejects an accusation or a part in an act, which denies it; an offer rejected is no denial."""
    if not is_held(grammar, verb) or grammar.passive(verb):
        return
    subject = who(grammar, verb)
    if grammar.forms[verb].startswith(_PARTING):
        link = find_word(grammar, ("from",), verb + 2, verb + REACH)
        act = find_act(grammar, link + 1, link + 7) if link >= 0 else NO_SPAN
        if act[0] >= 0:
            yield Account(DENIED, "keeps-away", verb, subject, NO_SPAN, act)
        return
    for at in range(verb + 1, min(grammar.count, verb + 8)):
        form = grammar.forms[at]
        if form in {";", ":", "but", ","}:
            return
        slight = form in {"role", "part", "hand", "link", "links"}
        whole = form in _OWN_SHARES and _WHATEVER & set(grammar.forms[verb + 1 : at])
        if form in SHARES and (whole or not slight):
            act = find_act(grammar, at + 1, at + (6 if form in _LOOSE else 12))
            yield Account(
                DENIED, "rejects-part", verb, subject, NO_SPAN, act if act[0] >= 0 else act_beside(grammar, verb)
            )
            return
        if form in CHARGES:
            for item in _charges(grammar, verb, at, subject):
                yield item._replace(rule=item.rule.replace("denies", "rejects"))
            return
