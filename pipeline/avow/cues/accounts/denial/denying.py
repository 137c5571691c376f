"""Who denies: responsibility, a part in an act, having done it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avow.cues.accounts.acts import WEAK_CRIMES, act_around, act_before, does, find_act, holds_captive
from avow.cues.accounts.denial.harm import harms_own, is_other
from avow.cues.accounts.people import agent, who
from avow.cues.accounts.records import DENIED, Account
from avow.cues.accounts.search import (
    INVOLVED,
    copula_before,
    denied_before,
    find_before,
    find_word,
    involved_in,
    nothing_to_do,
)
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements import Actor, Kind, Statement
from avow.cues.statements.acts import deed, is_self
from avow.cues.statements.taking import OWN_WORK, SAYING

_DISOWNING = ("disclaim", "disavow", "disown")
_PARTING = ("dissociat", "disassociat", "distanc")
_DENIALS = ("deny", "denie", *_DISOWNING)
_REJECTIONS = ("reject", "refut", "repudiat", "dismiss", "disput", *_PARTING)
_SHARES = word_set(
    "responsibility involvement role part hand complicity participation link links connection connections ties "
    "authorship guilt culpability"
)
_CHARGES = word_set(
    "accusation accusations allegation allegations charge charges claim claims report reports suggestion suggestions "
    "suspicion suspicions rumour rumours rumor rumors assertion assertions version versions insinuation insinuations "
    "counts"
)
REPORTS = word_set("report reports rumour rumours rumor rumors")
"""Words for what is told, by nobody in particular, rather than charged."""
_ANAPHORS = word_set("it this these them everything")
_HAPPENING = word_set("occurred occurs occur happened happens happen place existed exists exist ensued")
_LOOSE = word_set("link links connection connections ties")
_NONSENSE = word_set(
    "baseless unfounded groundless malicious slanderous nonsense fabrication fabrications fabricated lies lie false untrue absurd "
    "ridiculous preposterous invention inventions falsehood irresponsible slander disinformation "
    "insult infamous mischievous trash"
)
_CALLING = ("call", "describ", "term", "dismiss", "brand", "label", "say", "said")
_OWN_SHARES = word_set("part hand role share involvement responsibility")
_WHATEVER = word_set("any all every having")
_PLAIN = word_set("responsibility involvement complicity authorship")
_OF_WHAT = word_set("of in about over against made brought relating by from for it he she they")
_PLEADING = word_set("plead pleads pleaded pled pleading")
_REPLYING = word_set("reply replies replied answer answers answered")
_INNOCENCE = word_set("innocent innocence blameless")
_ENTERING = word_set("enter enters entered entering")
_MEN = word_set(
    "soldier soldiers officer officers policeman policemen troops patrol unit units fighter fighters member members aircraft "
    "plane planes jet jets man men agent agents commando commandos rebel guerrilla"
)
_KNOWING = word_set("information knowledge evidence knowing plans intention intentions")
_OWN_HAND = frozenset({"denies-doing", "denies-doing-weakly", "denies-being-behind", "denies-done-by-own"})
_SELVES = word_set("him her them us me himself herself itself themselves")
_OURS = POSSESSIVES | {"ours", "theirs"}
_ANY_CRIME = frozenset(
    (some, crime) for some in ("a", "any", "no") for crime in ("crime", "crimes", "offence", "offense")
)
_ISSUING = word_set("issue issues issued issuing repeat repeats repeated publish published made makes")
_REACH = 9


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
    yield from _first_person(grammar)
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
            yield from _says_not(grammar, verb)
            yield from _says_nobody(grammar, verb)
    pleaded = form in _PLEADING and {"not", "innocent"} & set(forms[verb : verb + 3])
    if pleaded or (form in _REPLYING and ("not", "guilty") in {forms[verb + 1 : verb + 3], forms[verb + 2 : verb + 4]}):
        act = _pleaded(grammar, verb, verb + 3)
        act = act if act[0] >= 0 else act_before(grammar, verb, deeds=False)
        meant = grammar.intended(verb) or {"insanity", "criminally"} & set(forms[verb : verb + 9])
        if not meant:
            yield Account(DENIED, "pleads-not-guilty", verb, who(grammar, verb), NO_SPAN, act)
    if form.startswith("wash") and "hands" in forms[verb + 1 : verb + 4] and _held(grammar, verb):
        yield Account(DENIED, "washes-hands", verb, who(grammar, verb), NO_SPAN, find_act(grammar, verb, verb + 12))


def pleader(grammar: Grammar, verb: int, plea: int) -> Span:
    """Whose plea somebody enters: that of whom it is entered "on behalf of".

    Args:
        grammar: The sentence.
        verb: The verb of entering.
        plea: The plea, a token.

    Returns:
        The phrase.
    """
    behalf = find_word(grammar, ("behalf",), plea + 1, plea + _REACH)
    if behalf >= 0 and grammar.forms[behalf + 1 : behalf + 2] == ("of",):
        return grammar.phrase_after(behalf + 2)
    return who(grammar, verb)


def _pleaded(grammar: Grammar, start: int, to: int) -> Span:
    """The act of a plea; in "not guilty to murder" what follows "to" is no verb."""
    act = find_act(grammar, start + 1, start + 12)
    charge = to + 1
    if act[0] < 0 and grammar.forms[to:charge] == ("to",) and charge < grammar.count:
        named = grammar.masks[charge] & W.ACT_NOUN or grammar.forms[charge] == "manslaughter"
        return (charge, charge + 1) if named else act
    return act


def _by_word(grammar: Grammar, at: int) -> Iterator[Account]:
    """Denials by other words: a plea, innocence, nonsense, no part in it, not our work."""
    forms, form = grammar.forms, grammar.forms[at]
    following = forms[at + 1] if at + 1 < grammar.count else ""
    if form in {"plea", "pleas"} and forms[at + 1 : at + 4] == ("of", "not", "guilty"):
        entered = find_before(grammar, _ENTERING, at, 4)
        if entered >= 0 and _held(grammar, entered):
            act = _pleaded(grammar, at + 3, at + 4)
            yield Account(DENIED, "pleads-not-guilty", at, pleader(grammar, entered, at), NO_SPAN, act)
    if form in _INNOCENCE:
        yield from _innocent(grammar, at)
    if form in _NONSENSE:
        yield from _calls_false(grammar, at)
    if form == "no" and following in _OWN_SHARES:
        yield from _no_part(grammar, at)
    second = forms[at + 2] if at + 2 < grammar.count else ""
    if form == "none" and following == "of" and second in _OURS:
        yield Account(DENIED, "none-of-ours", at, NO_SPAN, NO_SPAN, act_around(grammar, at))
    if form == "not" and following in _OURS and second in OWN_WORK:
        yield Account(DENIED, "not-our-work", at, NO_SPAN, NO_SPAN, act_around(grammar, at))
    if form in {"denial", "denials"} and following == "of" and not denied_before(grammar, at):
        yield from _denial(grammar, at)
    end = nothing_to_do(grammar, at)
    if end >= 0:
        yield from _nothing_to_do(grammar, at, end)


def _stated(grammar: Grammar, item: Statement) -> Iterator[Account]:
    """What a statement says that one did not do, or that one's own did not."""
    if item.kind is not Kind.SAYS or not (item.negated and item.strong):
        return
    if grammar.negated(item.verb) or item.intended:
        return
    if item.actor is Actor.SELF:
        if grammar.forms[item.act[1] : item.act[1] + 2] not in _ANY_CRIME:
            yield Account(DENIED, "says-did-not", item.verb, item.subject, NO_SPAN, item.act)
    elif item.actor is Actor.OTHER and _ours(grammar, item.subject, item.accused):
        yield Account(DENIED, "says-ours-did-not", item.verb, item.subject, NO_SPAN, item.act)


def _denial(grammar: Grammar, noun: int) -> Iterator[Account]:
    """A denial of an act, or of a part in one, that somebody issued or that came from somebody."""
    act = find_act(grammar, noun + 2, noun + 9, deeds=False)
    if act[0] < 0:
        return
    verb = find_before(grammar, _ISSUING, noun, 4)
    source = find_word(grammar, ("from",), noun + 2, noun + 2 * _REACH)
    if verb >= 0 and _held(grammar, verb):
        yield Account(DENIED, "issues-denial", noun, who(grammar, verb), NO_SPAN, act)
    elif source >= 0:
        yield Account(DENIED, "issues-denial", noun, grammar.phrase_after(source + 1), NO_SPAN, act)


def _held(grammar: Grammar, verb: int) -> bool:
    before = grammar.forms[max(0, verb - 5) : verb]
    if grammar.negated(verb) or grammar.intended(verb) or "neither" in before or "nor" in before:
        return False
    return grammar.forms[verb + 1 : verb + 3] != ("or", "confirm") and before[-1:] != ("or",)


def _denies(grammar: Grammar, verb: int) -> Iterator[Account]:
    if not _held(grammar, verb):
        return
    forms, tags = grammar.forms, grammar.tags
    passive = grammar.passive(verb) and tags[verb] == Tag.VERB
    subject = agent(grammar, verb, 2) if passive else who(grammar, verb)
    if passive:
        object_ = who(grammar, verb)
        act = find_act(grammar, max(0, object_[0]), object_[1]) if object_[0] >= 0 else NO_SPAN
        shared = object_[0] >= 0 and bool((_SHARES | _CHARGES) & set(forms[object_[0] : object_[1]]))
        if act[0] >= 0 or shared:
            yield Account(DENIED, "is-denied", verb, subject, NO_SPAN, act)
        return
    following = forms[verb + 1] if verb + 1 < grammar.count else ""
    for at in range(verb + 1, min(grammar.count, verb + _REACH)):
        form, tag = forms[at], tags[at]
        if form in {";", ":", "but"} or (form == "." and at == grammar.count - 1):
            break
        if form in {"and", ","} and at + 1 < grammar.count and tags[at + 1] in ("VA" if form == "and" else "VG"):
            break
        if form in _SHARES:
            act = find_act(grammar, at + 1, at + (6 if form in _LOOSE else 12), vague=True)
            if act[0] < 0 and (form in _LOOSE or forms[at + 1 : at + 2] == ("with",)):
                return
            rule = "denies-part" if act[0] >= 0 or form in _PLAIN else "denies-some-part"
            yield Account(DENIED, rule, verb, subject, NO_SPAN, act if act[0] >= 0 else _around(grammar, verb))
            return
        if form in _CHARGES:
            yield from _charges(grammar, verb, at, subject)
            return
        if form == "knowledge":
            yield Account(DENIED, "knew-nothing", verb, subject, NO_SPAN, act_around(grammar, verb))
            return
        shared = form in POSSESSIVES and bool((_SHARES | _CHARGES) & set(forms[at + 1 : at + 4]))
        if form in {"that", "having", "being"} or tag == Tag.GERUND or (form in POSSESSIVES and not shared):
            yield from _clause(grammar, verb, at, subject)
            return
        act = find_act(grammar, at, at + 1, deeds=False)
        if act[0] >= 0:
            if not _HAPPENING & set(forms[at + 1 : at + 4]):
                yield Account(DENIED, "denies-act", verb, subject, NO_SPAN, act)
            return
        if form in _ANAPHORS and at == verb + 1 and not (form == "it" and tags[at + 1 : at + 2] in (["V"], ["A"])):
            if not REPORTS & set(forms[at + 1 : at + 2]):
                yield Account(DENIED, "denies-it", verb, subject, NO_SPAN, _around(grammar, verb))
            return
        if tag in "VA" and at > verb + 1:
            # "denies it attacked", "denied the army had bombed"
            yield from _clause(grammar, verb, verb, subject)
            return
    act = _around(grammar, verb)
    if following in {".", ",", ""} and not harms_own(grammar, act, subject):
        yield Account(DENIED, "denies-bare", verb, subject, NO_SPAN, act)
    elif following and forms[verb].startswith(_DISOWNING) and tags[verb + 1] in "DRO":
        yield Account(DENIED, "disowns", verb, subject, NO_SPAN, act)


def _around(grammar: Grammar, verb: int) -> Span:
    return act_before(grammar, verb)


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
        yield Account(DENIED, "denies-charge", verb, subject, NO_SPAN, _around(grammar, verb))


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
        act = find_act(grammar, at, at + 10)
        if act[0] >= 0:
            yield Account(DENIED, "denies-clause-of-act", verb, subject, NO_SPAN, act)
        elif _of_own(grammar, at, subject):
            yield Account(DENIED, "denies-something-else", verb, subject, NO_SPAN, _around(grammar, verb))
        return
    if behind >= 0 and (done < 0 or behind < done):
        act = find_act(grammar, behind + 1, behind + 9)
        copula = copula_before(grammar, behind)
        doer = grammar.subject(copula, at + 1) if copula > at else NO_SPAN
        rule = "denies-other-did" if is_other(grammar, subject, doer) else "denies-being-behind"
        yield Account(DENIED, rule, verb, subject, NO_SPAN, act)
        return
    doer = grammar.subject(done, verb + 1)
    if grammar.passive(done):
        by = agent(grammar, done)
        if by[0] >= 0 and (is_self(grammar, subject, by) or _ours(grammar, subject, by)):
            yield Account(DENIED, "denies-done-by-own", verb, subject, NO_SPAN, (done, done + 1))
        return
    own = doer[0] < 0 or is_self(grammar, subject, doer) or _ours(grammar, subject, doer)
    rule = "denies-doing" if own and strength == 2 else "denies-doing-weakly" if own else "denies-other-did"
    yield Account(DENIED, rule, verb, subject, NO_SPAN, (done, done + 1))


def _of_own(grammar: Grammar, at: int, subject: Span) -> bool:
    """Whether a clause, or a gerund, tells of those who deny it: "that its troops are there", "holding nine of them"."""
    if grammar.tags[at] == Tag.GERUND:
        return True
    verb = next((here for here in range(at + 1, min(grammar.count, at + 9)) if grammar.tags[here] in "VGM"), -1)
    if verb < 0 or grammar.tags[verb] == Tag.MODAL or grammar.undergone(verb):
        return False
    doer = grammar.subject(verb, at + 1)
    return doer[0] >= 0 and is_self(grammar, subject, doer)


def _ours(grammar: Grammar, subject: Span, doer: Span) -> bool:
    official = grammar.speaker(subject) in {Speaker.OFFICIAL, Speaker.PRONOUN}
    return official and grammar.speaker(doer) is Speaker.OFFICIAL


def _rejects(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Rejects an accusation or a part in an act, which denies it; an offer rejected is no denial."""
    if not _held(grammar, verb) or grammar.passive(verb):
        return
    subject = who(grammar, verb)
    if grammar.forms[verb].startswith(_PARTING):
        link = find_word(grammar, ("from",), verb + 2, verb + _REACH)
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
        if form in _SHARES and (whole or not slight):
            act = find_act(grammar, at + 1, at + (6 if form in _LOOSE else 12))
            yield Account(
                DENIED, "rejects-part", verb, subject, NO_SPAN, act if act[0] >= 0 else _around(grammar, verb)
            )
            return
        if form in _CHARGES:
            for item in _charges(grammar, verb, at, subject):
                yield item._replace(rule=item.rule.replace("denies", "rejects"))
            return


def _says_not(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Says not to be behind it, or that it was not one's own work."""
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
            share = forms[here] in _SHARES and none
            if guilty or share:
                act = find_act(grammar, here + 1, here + 9)
                subject = who(grammar, verb)
                rule = "says-not-responsible" if guilty else "says-no-part"
                doer = grammar.phrase_before(grammar.group_start(at) - 1, verb + 1) if at - 1 > verb else NO_SPAN
                own = doer[0] < 0 or is_self(grammar, subject, doer) or _ours(grammar, subject, doer)
                bare = here + 1 >= grammar.count or forms[here + 1] in {".", ",", "and", "but"}
                if own and (act[0] >= 0 or bare):
                    yield Account(DENIED, rule, verb, subject, NO_SPAN, act if act[0] >= 0 else _around(grammar, verb))
                return
        return


def _says_nobody(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Says to have killed nobody, not to have done it, that none of one's own did, or "not guilty"."""
    if grammar.negated(verb) or grammar.intended(verb):
        return
    forms = grammar.forms
    subject = who(grammar, verb)
    for at in range(verb + 1, min(grammar.count, verb + 16)):
        if forms[at] in {";", "but"}:
            return
        if forms[at : at + 2] == ("not", "guilty") and at <= verb + 3:
            act = find_act(grammar, at + 2, at + 8, deeds=False)
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


def _nothing_to_do(grammar: Grammar, at: int, end: int) -> Iterator[Account]:
    """Had nothing to do with it."""
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
    yield Account(DENIED, "nothing-to-do" if act[0] >= 0 else "nothing-to-do-with-it", at, subject, NO_SPAN, act)


def _is_have(form: str) -> bool:
    return form in {"have", "has", "had", "having"}


def _first_person(grammar: Grammar) -> Iterator[Account]:
    """What "we" did not do."""
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


def _innocent(grammar: Grammar, at: int) -> Iterator[Account]:
    """Says to be innocent."""
    verb = next(
        (
            back
            for back in range(at - 1, max(-1, at - 9), -1)
            if grammar.forms[back].startswith(
                ("plead", "pled", "maintain", "insist", "protest", "proclaim", "swear", "swore")
            )
            or (grammar.tags[back] in "VG" and grammar.masks[back] & SAYING)
        ),
        -1,
    )
    following = grammar.forms[at + 1 : at + 2]
    if verb < 0:
        copula = copula_before(grammar, at, 3)
        subject = grammar.subject(copula) if copula >= 0 else NO_SPAN
        if (
            grammar.speaker(subject) is Speaker.FIRST
            and following in {("of",), (".",), (",",)}
            and not denied_before(grammar, at)
        ):
            yield Account(DENIED, "says-innocent", at, subject, NO_SPAN, act_around(grammar, at))
        return
    if not _held(grammar, verb) or "not" in grammar.forms[verb + 1 : at]:
        return
    if following and grammar.tags[at + 1] in "O" and grammar.forms[at] == "innocent":
        # "said innocent people died"
        return
    yield Account(DENIED, "says-innocent", verb, who(grammar, verb), NO_SPAN, find_act(grammar, at + 1, at + 8))


def _calls_false(grammar: Grammar, at: int) -> Iterator[Account]:
    """Calls an accusation baseless."""
    forms = grammar.forms
    verb = next(
        (
            back
            for back in range(at - 1, max(-1, at - 9), -1)
            if forms[back].startswith(_CALLING) and grammar.tags[back] in "VG"
        ),
        -1,
    )
    if verb < 0 or not _held(grammar, verb):
        return
    spoken = set(forms[max(0, verb - 12) : at]) | set(forms[at + 1 : at + 4])
    if not (_CHARGES & spoken) or (forms[verb].startswith("sa") and not _CHARGES & set(forms[verb:at])):
        return
    yield Account(DENIED, "calls-false", verb, who(grammar, verb), NO_SPAN, find_act(grammar, verb, at, deeds=False))


def _no_part(grammar: Grammar, at: int) -> Iterator[Account]:
    """Had no part in an act, as one says of oneself."""
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
        yield Account(DENIED, "had-no-part", at, speaker, NO_SPAN, act if act[0] >= 0 else _around(grammar, at))
