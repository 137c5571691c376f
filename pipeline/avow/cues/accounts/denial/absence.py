"""What people say that they had not, were not or did not know: no troops there, no killer, elsewhere that night."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import act_around, find_act
from avow.cues.accounts.records import DENIED, Account
from avow.cues.accounts.search import copula_before, find_before, find_word
from avow.cues.accounts.tellings import FORCES, Told, answers_for, is_civil_source, is_own, speaks_for
from avow.cues.accounts.verbs import is_nobody, meant_act
from avow.cues.grammar import BE, NO_SPAN, POSSESSIVES, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import OWNED

_CULPRITS = word_set(
    "author authors killer killers murderer murderers hacker hackers culprit culprits perpetrator perpetrators bomber bombers "
    "gunman shooter attacker attackers arsonist mastermind terrorist terrorists assassin assassins man thief"
)
_BACK = word_set("it this that these those them him her")
_LINKS = word_set("connection link links connections ties contact relation relations dealings")
_SHARE = word_set("hand role part share involvement responsibility") | _LINKS
_OWN_SHARE = word_set("hand role part share")
_HAVING = word_set("has have had having i'd we'd they'd he'd she'd i've we've they've")
_WAS = word_set("is are was were has had have been isn't wasn't weren't hasn't hadn't")
_PRESENCE = word_set(
    "in near at within there active present deployed operating operate operates operated flying stationed inside around "
    "anywhere nowhere north south east west crossed available aloft airborne"
)
_UNKNOWING = frozenset(
    {
        ("no", "knowledge"), ("no", "idea"), ("knew", "nothing"), ("knows", "nothing"), ("know", "nothing"),
        ("known", "nothing"), ("unaware", "of"), ("all", "knowledge"), ("pleaded", "ignorance"),
        ("pleads", "ignorance"), ("knew", "of"),
    }
)  # fmt: skip
_ELSEWHERE = word_set("in at with on asleep elsewhere abroad away home inside ill sleeping working")
_ABROAD = word_set("asleep elsewhere abroad home away")
_AWAY = word_set("home bed barracks sea leave ground shift work wedding baptism christening funeral hospital")
_WHILE = word_set(
    "when while night day time evening morning afternoon moment hour hours then leave wedding nights week"
)
_ALIBI_VERBS = ("insist", "maintain", "swear", "swore", "testif", "claim", "protest", "repeat")
_ACCUSED = word_set(
    "accused arrested charged suspect suspects suspected defendant defendants convicted co-accused co-defendant alleged trial "
    "accusation charges lawyer counsel alibi"
)
_GIVING = word_set("gave give gives given issued issues issue")
_ORDERS = frozenset({("order",), ("orders",), ("such",), ("instruction",), ("instructions",)})
_WERE = word_set("was were are is did do have had has")
_KILLERS = word_set(
    "killers murderers culprits perpetrators bombers attackers gunmen assassins kidnappers arsonists hackers killer bomber gunman"
)
_GONE = word_set("left gone withdrawn departed")


def absences(grammar: Grammar, told: Told) -> Iterator[Account]:
    """What one's own had not, were not or did not know; where they were instead.

    Args:
        grammar: The sentence.
        told: What somebody tells.

    Yields:
        Accounts of denial.
    """
    forms = grammar.forms
    for at in range(told.start, told.stop):
        form = forms[at]
        pair = forms[at : at + 2]
        if pair in _UNKNOWING or (form in {"unaware"}):
            yield from _unknowing(grammar, at, told)
        elif form == "no" and at > told.start and forms[at - 1] in _HAVING:
            yield from _without(grammar, at, told)
        elif form == "no" and at > told.start and forms[at - 1] in _GIVING and forms[at + 1 : at + 2] in _ORDERS:
            giver = grammar.subject(at - 1, told.start)
            if is_own(grammar, told.source, giver) or speaks_for(grammar, told.source, giver):
                act = meant_act(grammar, at, at + 7)
                act = act if act[0] >= 0 else act_around(grammar, at)
                yield Account(DENIED, "gave-no-order", told.verb, told.source, NO_SPAN, act)
        elif form in _OWN_SHARE and at > told.start and forms[at - 1] in {"a", "any", "or"}:
            yield from _nobodys_share(grammar, at, told)
        elif form in _CULPRITS:
            yield from _no_culprit(grammar, at, told)
            yield from _culprits_not_ours(grammar, at, told)
        elif form == "those":
            yield from _culprits_not_ours(grammar, at, told)
        elif form in BE:
            yield from _elsewhere(grammar, at, told)
    yield from _none_there(grammar, told)
    yield from _had_left(grammar, told)


def _unknowing(grammar: Grammar, at: int, told: Told) -> Iterator[Account]:
    """Knew nothing of it."""
    following = grammar.forms[at + 2 : at + 3]
    if (grammar.forms[at : at + 2] == ("knew", "of") and following != ("no",)) or following in {("whether",), ("if",)}:
        return
    if grammar.tags[at] == Tag.VERB:
        subject = grammar.subject(at, told.start)
    else:
        known = grammar.forms[at].startswith("know") or grammar.forms[at].startswith("knew")
        end = grammar.group_start(at if known else at - 1) - 1
        subject = grammar.phrase_before(end, told.start) if end >= told.start else NO_SPAN
    if is_own(grammar, told.source, subject):
        yield Account(DENIED, "knew-nothing", told.verb, told.source, NO_SPAN, find_act(grammar, at + 2, at + 12))


def _without(grammar: Grammar, at: int, told: Told) -> Iterator[Account]:
    """Had no connection with it, no hand, act or part in it, no troops there."""
    had = at - 1
    subject = grammar.phrase_before(grammar.group_start(had) - 1, told.start)
    if grammar.forms[had] in {"i'd", "we'd", "they'd", "he'd", "she'd", "i've", "we've", "they've"}:
        subject = had, had + 1
    elif not (is_own(grammar, told.source, subject) or speaks_for(grammar, told.source, subject)):
        return
    share = find_word(grammar, _SHARE, at + 1, at + 3)
    link = find_word(grammar, ("with", "to", "in", "for"), share, share + 6) if share >= 0 else -1
    if link >= 0:
        act = find_act(grammar, link + 1, link + 9)
        back = grammar.forms[link + 1 : link + 2] and grammar.forms[link + 1] in _BACK
        own = subject[1] == at or is_own(grammar, told.source, subject)
        if act[0] >= 0 or back or (own and grammar.forms[share] not in _LINKS):
            rule, act = ("had-no-part", act) if act[0] >= 0 else ("had-no-share", act_around(grammar, at))
            yield Account(DENIED, rule, told.verb, told.source, NO_SPAN, act)
    elif find_word(grammar, FORCES, at + 1, at + 3) >= 0:
        yield Account(DENIED, "had-no-forces", told.verb, told.source, NO_SPAN, act_around(grammar, at))


def _nobodys_share(grammar: Grammar, share: int, told: Told) -> Iterator[Account]:
    """None of its own had a hand in it, or any part."""
    had = find_before(grammar, _HAVING, share, 4)
    subject = grammar.subject(had, told.start) if had > told.start else NO_SPAN
    if not is_nobody(grammar, subject) or is_civil_source(grammar, told.source):
        return
    band = any(grammar.masks[at] & W.INSURGENT for at in range(*subject))
    act = find_act(grammar, share + 2, share + 10)
    if act[0] >= 0 and (not band or is_own(grammar, told.source, subject)):
        yield Account(DENIED, "had-no-part", told.verb, told.source, NO_SPAN, act)


def _no_culprit(grammar: Grammar, at: int, told: Told) -> Iterator[Account]:
    """Says to be no killer, not the man who placed the bomb."""
    copula = copula_before(grammar, at, 5)
    between = grammar.forms[copula + 1 : at] if copula >= told.start else ()
    if not ({"no", "not", "never"} & set(between) or (copula >= 0 and grammar.forms[copula].endswith("n't"))):
        return
    if grammar.forms[at] == "man" and grammar.forms[at + 1 : at + 2] != ("who",):
        return
    if copula >= told.start and is_own(grammar, told.source, grammar.subject(copula, told.start)):
        yield Account(DENIED, "says-no-culprit", told.verb, told.source, NO_SPAN, act_around(grammar, at))


def _elsewhere(grammar: Grammar, at: int, told: Told) -> Iterator[Account]:
    """Says to have been elsewhere when it happened."""
    forms = grammar.forms
    following = forms[at + 1] if at + 1 < grammar.count else ""
    if following not in _ELSEWHERE or forms[at] not in {"was", "were", "been"}:
        return
    subject = grammar.subject(at, told.start)
    if not is_own(grammar, told.source, subject):
        return
    timed = _WHILE & set(forms[at + 1 : at + 16])
    placed = following in {"in", "at"} and grammar.capital[at + 2 : at + 3] == [True] and not grammar.shouting
    somebodys = following == "at" and any(form.endswith("'s") for form in forms[at + 3 : at + 4])
    away = somebodys or not _AWAY.isdisjoint(forms[at + 2 : at + 5])
    if not timed and not placed and not away and following not in _ABROAD:
        return
    told_so = grammar.forms[told.verb].startswith(_ALIBI_VERBS)
    accused = _ACCUSED & set(forms[max(0, at - 30) : at + 30])
    rule = "alibi-of-accused" if accused and (told_so or timed) else "alibi"
    yield Account(DENIED, rule, told.verb, answers_for(grammar, told, subject), NO_SPAN, act_around(grammar, at))


def _none_there(grammar: Grammar, told: Told) -> Iterator[Account]:
    """Says that no patrol of its own was there, or that its patrols were not."""
    forms = grammar.forms
    for at in range(told.start, told.stop):
        if grammar.tags[at] != Tag.AUXILIARY or forms[at] not in _WAS:
            continue
        subject = grammar.subject(at, told.start)
        behind = forms[at + 1 : at + 5]
        person = grammar.tags[subject[0]] == Tag.PRONOUN and {
            "present",
            "there",
            "flying",
            "operating",
            "active",
        } & set(behind)
        if subject[0] < 0 or not (person or _there(grammar, subject) in FORCES):
            continue
        absent = "not" in behind[:2] or "never" in behind[:2] or "nowhere" in behind[:1] or forms[at].endswith("n't")
        place = find_word(grammar, _PRESENCE, at + 1, at + 5)
        done = any(grammar.tags[here] == Tag.VERB for here in range(at + 1, place))
        if place < 0 or done or not (absent or is_nobody(grammar, subject)):
            continue
        if is_own(grammar, told.source, subject):
            yield Account(DENIED, "none-there", told.verb, told.source, NO_SPAN, act_around(grammar, at))
            return


def _had_left(grammar: Grammar, told: Told) -> Iterator[Account]:
    """Says that its own had left before it happened."""
    for at in range(told.start + 1, told.stop):
        if grammar.forms[at] not in _GONE or grammar.forms[at - 1] not in _HAVING:
            continue
        behind = set(grammar.forms[at + 1 : at + 9])
        if not ("before" in behind or {"by", "then"} <= behind):
            continue
        if is_own(grammar, told.source, grammar.subject(at, told.start)):
            yield Account(DENIED, "had-left", told.verb, told.source, NO_SPAN, act_around(grammar, at))
        return


def _culprits_not_ours(grammar: Grammar, at: int, told: Told) -> Iterator[Account]:
    """Says that the killers were no soldiers, that those who burned it did not come from its camps."""
    forms = grammar.forms
    who_did = forms[at] == "those" and forms[at + 1 : at + 2] == ("who",)
    copula = next((here for here in range(at + 1, min(told.stop, at + 12)) if forms[here] in _WERE), -1)
    if copula < 0 or not (who_did or forms[at] in _KILLERS) or forms[copula + 1 : copula + 2] != ("not",):
        return
    if find_word(grammar, FORCES | POSSESSIVES | OWNED, copula + 2, copula + 6) < 0:
        return
    act = find_act(grammar, at, copula)
    if not is_civil_source(grammar, told.source):
        yield Account(
            DENIED, "culprits-not-ours", told.verb, told.source, NO_SPAN, act if act[0] >= 0 else (at, at + 1)
        )


def _there(grammar: Grammar, subject: Span) -> str:
    """The head of a subject, behind "none of" and "not one of" the word that they count."""
    forms = grammar.forms[subject[0] : subject[1]]
    at = grammar.head(subject)
    if (forms[0] in {"none", "one"} or "one" in forms[:2]) and len(forms) > 1:
        return forms[-1]
    return grammar.forms[at]
