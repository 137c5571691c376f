"""Saying that one did not do it, or that nobody of one's own did."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import act_around, act_before, does, find_act
from avow.cues.accounts.denial.harm import is_other
from avow.cues.accounts.denial.pleading import is_held, pleaded_by
from avow.cues.accounts.people import who
from avow.cues.accounts.records import DENIED, Account
from avow.cues.accounts.search import involved_in
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import act_span, deed, is_self
from avow.cues.statements.taking import SAYING

SHARES = word_set(
    "responsibility involvement role part hand complicity participation link links connection connections ties "
    "authorship guilt culpability blame"
)
CHARGES = word_set(
    "accusation accusations allegation allegations charge charges claim claims report reports suggestion suggestions "
    "suspicion suspicions rumour rumours rumor rumors assertion assertions version versions insinuation insinuations "
    "counts"
)
_CALLING = ("call", "describ", "term", "dismiss", "brand", "label", "say", "said")
_MEN = word_set(
    "soldier soldiers officer officers policeman policemen troops patrol unit units fighter fighters member members aircraft "
    "plane planes jet jets man men agent agents commando commandos rebel guerrilla"
)
OURS = POSSESSIVES | {"ours", "theirs"}


def act_beside(grammar: Grammar, verb: int) -> Span:
    """The act before a verb of denial.

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        Tokens from and to; ``NO_SPAN`` where there is none.
    """
    return act_before(grammar, verb)


def is_ours(grammar: Grammar, subject: Span, doer: Span) -> bool:
    """Whether who denies and who is said to have done it are both of a state.

    Args:
        grammar: The sentence.
        subject: Who denies.
        doer: Who is said to have done it.

    Returns:
        True where they are.
    """
    official = grammar.speaker(subject) in {Speaker.OFFICIAL, Speaker.PRONOUN}
    return official and grammar.speaker(doer) is Speaker.OFFICIAL


def says_not(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Says not to be behind it, or that it was not one's own work.

    Args:
        grammar: The sentence.
        verb: The verb.

    Yields:
        Accounts.
    """
    if grammar.negated(verb) or grammar.intended(verb):
        return
    forms = grammar.forms
    stop = min(grammar.count, verb + 14)
    for at in range(verb + 1, stop):
        if forms[at] in {";", "but"}:
            return
        negation = grammar.tags[at] == Tag.NEGATION or forms[at].endswith("n't")
        none = forms[at] == "no"
        if not (negation or none):
            continue
        for here in range(at + 1, min(grammar.count, at + 5)):
            guilty = forms[here] in {"behind", "responsible", "involved", "participated", "guilty"} and negation
            share = forms[here] in SHARES and none
            if guilty or share:
                act = find_act(grammar, here + 1, here + 9)
                act = act if act[0] >= 0 or not guilty else act_span(grammar, here + 1, here + 5)
                subject = who(grammar, verb)
                rule = "says-not-responsible" if guilty else "says-no-part"
                doer = grammar.phrase_before(grammar.group_start(at) - 1, verb + 1) if at - 1 > verb else NO_SPAN
                own = doer[0] < 0 or is_self(grammar, subject, doer) or is_ours(grammar, subject, doer)
                bare = here + 1 >= grammar.count or forms[here + 1] in {".", ",", "and", "but"}
                if own and (act[0] >= 0 or bare):
                    yield Account(
                        DENIED, rule, verb, subject, NO_SPAN, act if act[0] >= 0 else act_beside(grammar, verb)
                    )
                return
        return


def says_nobody(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Says to have killed nobody, not to have done it, that none of one's own did, or "not guilty".

    Args:
        grammar: The sentence.
        verb: The verb.

    Yields:
        Accounts.
    """
    if grammar.negated(verb) or grammar.intended(verb) or grammar.forms[verb + 1 : verb + 2] == ("nothing",):
        return
    forms = grammar.forms
    subject = who(grammar, verb)
    for at in range(verb + 1, min(grammar.count, verb + 16)):
        if forms[at] in {";", "but"}:
            return
        if forms[at : at + 2] == ("not", "guilty") and at <= verb + 3:
            act = pleaded_by(grammar, at + 1, at + 2)
            yield Account(DENIED, "says-not-guilty", verb, subject, NO_SPAN, act)
            return
        if grammar.tags[at] not in "VGA":
            continue
        doer = grammar.subject(at, verb + 1)
        own = doer[0] < 0 or is_self(grammar, subject, doer)
        if forms[at] in {"do", "done"} and forms[at + 1 : at + 2] in {("it",), ("this",), ("that",)}:
            if own and grammar.negated(at):
                yield Account(DENIED, "says-did-not-do-it", verb, subject, NO_SPAN, act_before(grammar, verb))
            return
        if grammar.tags[at] == Tag.AUXILIARY or not does(grammar, at) or grammar.passive(at):
            continue
        nobody = forms[at + 1 : at + 3] == ("no", "one") or forms[at + 1 : at + 2] in {("nobody",), ("none",)}
        none = doer[0] >= 0 and "no" in forms[max(0, doer[0] - 1) : doer[1]]
        if (own and nobody) or (none and _their_own(grammar, subject, doer)):
            rule = "says-harmed-nobody" if own and nobody else "says-none-of-ours-did"
            yield Account(DENIED, rule, verb, subject, NO_SPAN, (at, at + 1))
            return


def _their_own(grammar: Grammar, subject: Span, doer: Span) -> bool:
    """Whether "no officer", "no patrol" would be of those who speak."""
    kind = grammar.speaker(subject)
    insurgent = any(grammar.masks[at] & W.INSURGENT for at in range(*doer))
    if kind is Speaker.OFFICIAL and insurgent:
        return False
    return kind in {Speaker.OFFICIAL, Speaker.GROUP} and bool(_MEN & set(grammar.forms[doer[0] : doer[1]]))


def has_nothing_to_do(grammar: Grammar, at: int, end: int) -> Iterator[Account]:
    """Had nothing to do with it.

    Args:
        grammar: The sentence.
        at: The token.
        end: The token after its last one.

    Yields:
        Accounts.
    """
    act = find_act(grammar, end, end + 8)
    said = next(
        (
            back
            for back in range(at - 1, max(-1, at - 10), -1)
            if grammar.tags[back] in "VG" and grammar.masks[back] & (SAYING | W.DENY)
        ),
        -1,
    )
    had = next((back for back in range(at - 1, max(-1, at - 4), -1) if _is_have(grammar.forms[back])), -1)
    subject = who(grammar, said) if said >= 0 else grammar.phrase_before(had - 1) if had > 0 else NO_SPAN
    first = had > 0 and grammar.forms[had - 1] in {"we", "i"}
    it = grammar.forms[end : end + 1] in {("it",), ("this",), ("that",)}
    group = act[0] >= 0 and grammar.speaker(subject) in {Speaker.GROUP, Speaker.NAME, Speaker.OFFICIAL}
    if not (said >= 0 or first or group) or not (act[0] >= 0 or it):
        return
    # What "it" is may be told in the same sentence: "asked about the massacre".
    act = act if act[0] >= 0 else act_around(grammar, at)
    yield Account(DENIED, "nothing-to-do" if act[0] >= 0 else "nothing-to-do-with-it", at, subject, NO_SPAN, act)


def _is_have(form: str) -> bool:
    return form in {"have", "has", "had", "having"}


def first_person(grammar: Grammar) -> Iterator[Account]:
    """What "we" did not do.

    Args:
        grammar: The sentence.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    for at in range(grammar.count):
        if grammar.tags[at] != Tag.PRONOUN or forms[at] not in {"we", "i"}:
            continue
        stop = min(grammar.count, at + 6)
        if not any(grammar.tags[here] == Tag.NEGATION or forms[here].endswith("n't") for here in range(at + 1, stop)):
            continue
        if forms[at + 2 : at + 5] in {("not", "do", "it"), ("not", "do", "this")} or forms[at + 1 : at + 4] == (
            "didn't",
            "do",
            "it",
        ):
            yield Account(DENIED, "we-did-not-do-it", at, (at, at + 1), NO_SPAN, act_before(grammar, at))
            return
        behind = next(involved_in(grammar, at + 2, stop, 4), -1)
        if behind >= 0:
            act = find_act(grammar, behind + 1, behind + 9)
            if act[0] >= 0:
                yield Account(DENIED, "we-were-not-behind", at, (at, at + 1), NO_SPAN, act)
            return
        done, strength = deed(grammar, at + 1, at + 8)
        if done >= 0 and strength == 2 and grammar.negated(done) and not grammar.intended(done):
            yield Account(DENIED, "we-did-not", at, (at, at + 1), NO_SPAN, (done, done + 1))
            return


def calls_false(grammar: Grammar, at: int) -> Iterator[Account]:
    """Calls an accusation baseless.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    verb = next(
        (
            back
            for back in range(at - 1, max(-1, at - 9), -1)
            if forms[back].startswith(_CALLING) and grammar.tags[back] in "VG"
        ),
        -1,
    )
    if verb < 0 or not is_held(grammar, verb):
        return
    spoken = set(forms[max(0, verb - 12) : at]) | set(forms[at + 1 : at + 4])
    if not (CHARGES & spoken) or (forms[verb].startswith("sa") and not CHARGES & set(forms[verb:at])):
        return
    yield Account(DENIED, "calls-false", verb, who(grammar, verb), NO_SPAN, find_act(grammar, verb, at, deeds=False))


def no_part(grammar: Grammar, at: int) -> Iterator[Account]:
    """Had no part in an act, as one says of oneself.

    Args:
        grammar: The sentence.
        at: The token.

    Yields:
        Accounts.
    """
    forms = grammar.forms
    had = at - 1
    if had < 0 or not (
        _is_have(forms[had]) or forms[had] in {"took", "take", "taken", "takes", "played", "plays", "play"}
    ):
        return
    if forms[at + 2 : at + 3] not in {("in",), ("for",), (".",), (",",)} or grammar.intended(had):
        return
    subject = grammar.phrase_before(grammar.group_start(had) - 1)
    first = subject[0] >= 0 and forms[subject[0]] in {"we", "i"}
    said = next(
        (
            back
            for back in range(at - 1, max(-1, at - 12), -1)
            if grammar.tags[back] in "VG" and grammar.masks[back] & SAYING and back != had
        ),
        -1,
    )
    if not first and said < 0:
        return
    speaker = who(grammar, said) if said >= 0 else subject
    act = find_act(grammar, at + 2, at + 10)
    if act[0] >= 0 or not is_other(grammar, speaker, subject):
        yield Account(DENIED, "had-no-part", at, speaker, NO_SPAN, act if act[0] >= 0 else act_beside(grammar, at))
