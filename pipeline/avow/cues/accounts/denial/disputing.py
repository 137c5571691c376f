"""Who disputes what others say of them: the notion that they did it, the blame, a part in it."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import act_around, act_before, does, find_act
from avow.cues.accounts.crimes import WEAK_CRIMES
from avow.cues.accounts.denial.denying import REPORTS
from avow.cues.accounts.denial.harm import harms_own
from avow.cues.accounts.people import agent, who
from avow.cues.accounts.records import DENIED, Account
from avow.cues.accounts.search import copula_before, find_word
from avow.cues.accounts.sides import is_civil
from avow.cues.accounts.tellings import is_own
from avow.cues.accounts.verbs import ARMS, is_verb, owner_of, stands
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import word_set

_DISPUTING = (
    "disput", "contest", "reject", "refut", "rebut", "dismiss", "repudiat", "scoff", "ridicul", "derid", "mock", "spurn",
    "bristl", "bridl", "sneer", "jeer", "laugh", "brush", "shrug", "wav", "bat", "swat", "rubbish", "scorn", "decr",
    "object", "discount", "counter", "contradict", "challeng", "protest", "debunk", "discredit", "denounc", "condemn",
    "slam", "lambast", "blast", "resent", "pooh-pooh", "trash", "demolish", "disbeliev", "push", "hit", "tak", "took",
    "pour", "heap", "disclaim", "disavow", "deni", "deny", "rail",
)  # fmt: skip
"""Verbs of disputing; what some of them need ("laughs off", "takes issue with") is not asked for where a notion follows."""
_NO_DISPUTING = word_set("counterpart counterparts")
_PARTICLES = {
    "tak": "issue exception umbrage offence offense",
    "took": "issue exception umbrage offence offense",
    "pour": "scorn cold",
    "heap": "scorn ridicule",
    "hit": "back out",
    "push": "back",
    "wav": "away aside off",
    "bat": "away aside off",
    "rail": "at against",
    "object": "to",
    "protest": "at against over that",
    "blast": "as",
    "counter": "that",
}
NOTIONS = word_set(
    "notion notions idea theory theories thought finding findings conclusion conclusions complaint complaints account "
    "accounts story stories tale tales insinuation insinuations interpretation interpretations version versions view narrative "
    "talk hint hints innuendo slur slurs smear smears calumny libel suggestion suggestions allegation allegations accusation "
    "accusations charge charges claim claims report reports assertion assertions rumour rumours rumor rumors speculation "
    "contention imputation inference implication finger-pointing assumption premise gossip statement statements verdict remark remarks reporting"
)
_ACCEPTING = ("accept", "conced", "recogni", "agree", "admit", "acknowledg")
_BLAMELESS = word_set("accept accepts accepted accepting bear bears bore bearing admit admits admitted admitting")
_FORMAL_CHARGES = word_set("charge charges accusation accusations allegation allegations")
_AFTER_CHARGES = frozenset({("and",), ("but",), ("against",), ("in",), ("as",)})
_UNSURE = ("mock", "ridicul", "demolish", "derid", "debunk", "discredit")
_CLAUSE_ENDS = frozenset({(",",), (";",), ("but",), (".",), ("while",), ()})
_TOOK_PART = frozenset({("took", "part"), ("taken", "part"), ("taking", "part")})
_REFUSING = word_set("refuse refuses refused refusing")
_FORMAL = word_set("formally publicly yet officially")
_BLAME = word_set("blame responsibility guilt liability culpability wrongdoing")
_INVOLVED = word_set("involvement participation complicity role part hand link links connection responsibility")
_CLAIMING = word_set("claim claims claimed claiming assumed accepted taken admitted")
"""Who denies that somebody has claimed responsibility denies no deed."""
_RULING = word_set("rules ruled rule ruling")
_NOTION_REACH, CLAUSE_REACH = 8, 14
_THIS = frozenset({("this",), ("that",)})
_AFTER_THIS = frozenset({(".",), (",",), ("and",), ("as",), ("but",), (";",), ()})
_AFTER_CHARGE = frozenset({".", ",", "and", "but", "as"})
_DENYING = ("deni", "deny")
_OF_WHAT = word_set("of about over on into")
_CHARGES = word_set(
    "allegation allegations accusation accusations charge charges suggestion suggestions insinuation insinuations story "
    "stories claims version report reports"
)
_REPORTS = REPORTS | {"talk"}
_TALK = word_set("talk claim suggestion insinuation notion idea involvement part role")
_OWN_WORDS = word_set("claim claims statement statements assertion assertions")
_HAD = word_set("had have has having")


def disputes(grammar: Grammar) -> Iterator[Account]:
    """Accounts of those who dispute what is said of them.

    Args:
        grammar: The sentence.

    Yields:
        Accounts of denial.
    """
    for at, form in enumerate(grammar.forms):
        if not is_verb(grammar, at):
            continue
        if form.startswith(_ACCEPTING):
            yield from _does_not_accept(grammar, at)
        if form in _BLAMELESS:
            yield from _accepts_none(grammar, at)
        if not stands(grammar, at):
            continue
        if form.startswith(_DISPUTING) and form not in _NO_DISPUTING:
            yield from _notion(grammar, at)
        if form in _RULING:
            yield from _rules_out(grammar, at)


def _notion(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Disputes that one's own did it: "scoffs at the notion that it had him killed", "disputes that its men fired"."""
    forms, form = grammar.forms, grammar.forms[verb]
    if grammar.passive(verb) or not _has_particle(grammar, verb) or _is_poured(grammar, verb):
        return
    subject = who(grammar, verb)
    if subject[0] >= 0 and is_civil(grammar, subject):
        return
    if (
        forms[verb + 1 : verb + 2] in _THIS
        and forms[verb + 2 : verb + 3] in _AFTER_THIS
        and not form.startswith(_DENYING + _UNSURE)
    ):
        act = act_before(grammar, verb)
        if not harms_own(grammar, act, subject):
            yield Account(DENIED, "disputes-this", verb, subject, NO_SPAN, act)
        return
    if form.startswith(_DENYING):
        yield from _denies(grammar, verb, subject)
    noun = find_word(grammar, NOTIONS, verb + 1, verb + _NOTION_REACH)
    last = noun if noun >= 0 else verb
    that = find_word(grammar, ("that", "which"), last + 1, last + 10)
    if that >= 0 and (noun >= 0 or that == verb + 1):
        done = own_deed(grammar, that + 1, that + 1 + CLAUSE_REACH, verb, subject)
        harmed = noun >= 0 and harms_own(grammar, done, subject)
        if done[0] >= 0 and not harmed and not _others_word(grammar, noun, that):
            yield Account(DENIED, "disputes-that", verb, subject, NO_SPAN, done)
            return
    if noun < 0 or form.startswith(_DENYING):
        return
    link = forms[noun + 1] if noun + 1 < grammar.count else "."
    if link in _OF_WHAT:
        act = find_act(grammar, noun + 2, noun + 9)
        weak = forms[noun] in _REPORTS and forms[act[0]] in WEAK_CRIMES
        if act[0] >= 0 and not weak and (forms[noun] in _CHARGES or forms[noun] in _TALK):
            own = find_word(grammar, POSSESSIVES, noun + 2, act[0] + 4) >= 0
            yield Account(DENIED, "disputes-of-own" if own else "disputes-of-act", verb, subject, NO_SPAN, act)
        return
    act = find_act(grammar, verb + 1, noun)
    if act[0] >= 0:
        yield Account(DENIED, "disputes-act-report", verb, subject, NO_SPAN, act)
    elif link in _AFTER_CHARGE and forms[noun] in _CHARGES - _REPORTS and not form.startswith(_UNSURE):
        yield Account(DENIED, "disputes-charge", verb, subject, NO_SPAN, act_before(grammar, verb))


def _denies(grammar: Grammar, verb: int, subject: Span) -> Iterator[Account]:
    """Denies having any part in it, that one's own had, or having used such weapons."""
    forms = grammar.forms
    stop = next((at for at in range(verb + 1, verb + 16) if forms[at : at + 1] in _CLAUSE_ENDS), verb + 16)
    share = find_word(grammar, _INVOLVED, verb + 1, min(stop, verb + 9))
    having = (
        find_word(grammar, ("having", "that", "taking", "playing", "had", "have"), verb + 1, share)
        if share >= 0
        else -1
    )
    part = next((at for at in range(verb + 1, stop) if forms[at : at + 2] in _TOOK_PART), -1)
    place = share if having >= 0 else part
    if place >= 0 and (place != share or find_word(grammar, _CLAIMING, verb + 1, share) < 0):
        act = find_act(grammar, place + 1, place + 10)
        yield Account(
            DENIED, "denies-having-part", verb, subject, NO_SPAN, act if act[0] >= 0 else act_before(grammar, verb)
        )
        return
    using = find_word(grammar, ("using", "used"), verb + 1, verb + 5)
    if using >= 0 and find_word(grammar, ARMS, using + 1, using + 6) >= 0:
        yield Account(DENIED, "denies-using", verb, subject, NO_SPAN, (using, using + 1))
        return
    charges = find_word(grammar, _FORMAL_CHARGES, verb + 1, min(stop, verb + 6))
    if charges >= 0 and forms[charges + 1 : charges + 2] in _AFTER_CHARGES:
        yield Account(DENIED, "denies-all-charges", verb, subject, NO_SPAN, act_before(grammar, verb))


def _is_poured(grammar: Grammar, at: int) -> bool:
    """Whether a word is the scorn that is poured on something, and no verb."""
    return at > 0 and grammar.forms[at - 1].startswith(("pour", "heap"))


def _has_particle(grammar: Grammar, verb: int) -> bool:
    """Whether a verb of many meanings has the word behind it that makes it one of disputing."""
    form = grammar.forms[verb]
    for stem, particles in _PARTICLES.items():
        if form.startswith(stem):
            near = grammar.forms[verb + 1 : verb + 3]
            return not set(particles.split()).isdisjoint(near)
    return True


def _others_word(grammar: Grammar, noun: int, that: int) -> bool:
    """Whether a claim disputed is another's of themselves: "rejects the rebels' claim that they shot the plane down"."""
    if noun < 0 or grammar.forms[noun] not in _OWN_WORDS:
        return False
    return owner_of(grammar, noun)[0] >= 0 and grammar.tags[that + 1 : that + 2] == [Tag.PRONOUN]


def own_deed(grammar: Grammar, start: int, stop: int, verb: int, subject: Span) -> Span:
    """The first deed of a clause, where one's own are said to have done it.

    Args:
        grammar: The sentence.
        start: First token of the clause.
        stop: Token after its last one.
        verb: The verb that tells it.
        subject: Who tells it.

    Returns:
        The deed, ``NO_SPAN`` where there is none or others did it.
    """
    for at in range(start, min(stop, grammar.count)):
        if grammar.forms[at] in {";", ":"}:
            break
        share = grammar.forms[at] in {"behind", "responsible", "involved"}
        if at == verb or not (share or (grammar.tags[at] in "VG" and does(grammar, at))):
            continue
        copula = copula_before(grammar, at) if share else at
        if copula < start or grammar.negated(copula):
            continue
        doer = agent(grammar, at) if not share and grammar.passive(at) else grammar.subject(copula, start)
        if doer[0] > start and grammar.forms[doer[0] - 1] in _HAD:
            # "Had him killed": who had it done.
            doer = grammar.subject(doer[0] - 1, start)
        return (at, at + 1) if is_own(grammar, subject, doer) else NO_SPAN
    return NO_SPAN


def _does_not_accept(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Does not accept, or refuses to, that one's own did it, or the blame for it."""
    if not grammar.negated(verb):
        return
    if grammar.forms[verb].startswith(("admit", "acknowledg")) and not _REFUSING & set(
        grammar.forms[max(0, verb - 3) : verb]
    ):
        return
    subject = who(grammar, verb)
    if grammar.forms[verb + 1 : verb + 2] == ("that",):
        done = own_deed(grammar, verb + 2, verb + 2 + CLAUSE_REACH, verb, subject)
        if done[0] >= 0:
            yield Account(DENIED, "does-not-accept", verb, subject, NO_SPAN, done)
    blame = find_word(grammar, _BLAME, verb + 1, verb + 4)
    if blame < 0 or not grammar.forms[verb].startswith("accept") or grammar.forms[verb + 1] in {"no", "enough"}:
        return
    if grammar.speaker(subject) is not Speaker.GROUP and not _FORMAL & set(
        grammar.forms[grammar.group_start(verb) : verb]
    ):
        act = find_act(grammar, blame + 1, blame + 9)
        yield Account(DENIED, "accepts-no-blame", verb, subject, NO_SPAN, act)


def _accepts_none(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Accepts no blame."""
    if grammar.forms[verb + 1 : verb + 2] != ("no",) or grammar.intended(verb):
        return
    blame = find_word(grammar, _BLAME, verb + 2, verb + 4)
    if blame >= 0:
        act = find_act(grammar, blame + 1, blame + 9)
        if act[0] < 0 and grammar.forms[blame + 1 : blame + 2] in {("for",), ("of",)}:
            return
        yield Account(DENIED, "accepts-no-blame", verb, who(grammar, verb), NO_SPAN, act)


def _rules_out(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Rules out any involvement of one's own, or that one's own did it."""
    if grammar.forms[verb + 1 : verb + 2] != ("out",):
        return
    if grammar.passive(verb):
        # "Any role in the abduction was ruled out by the ministry".
        ruled = grammar.subject(verb)
        part = find_word(grammar, _INVOLVED, ruled[0], ruled[1]) if ruled[0] >= 0 else -1
        act, by = find_act(grammar, part + 1, verb), agent(grammar, verb)
        if part >= 0 and act[0] >= 0 and by[0] >= 0:
            yield Account(DENIED, "rules-out-part", verb, by, NO_SPAN, act)
        return
    subject = who(grammar, verb)
    if grammar.forms[verb + 2 : verb + 3] == ("that",):
        done = own_deed(grammar, verb + 3, verb + 3 + CLAUSE_REACH, verb, subject)
        if done[0] >= 0:
            yield Account(DENIED, "rules-out-part", verb, subject, NO_SPAN, done)
        return
    share = find_word(grammar, _INVOLVED, verb + 2, verb + 7)
    if share < 0 or find_word(grammar, POSSESSIVES, verb + 2, share + 5) < 0:
        return
    act = find_act(grammar, share + 1, share + 12)
    yield Account(DENIED, "rules-out-part", verb, subject, NO_SPAN, act if act[0] >= 0 else act_around(grammar, verb))
