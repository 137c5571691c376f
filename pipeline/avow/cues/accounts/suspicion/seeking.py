"""Who is held, questioned or sought over an act: arrested after it, wanted for it, a person of interest in it."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import does, of_part
from avow.cues.accounts.captives import held
from avow.cues.accounts.crimes import VAGUE_CRIMES
from avow.cues.accounts.dispatch import begun, rules_by_form
from avow.cues.accounts.people import is_passive, is_people, parties, whom
from avow.cues.accounts.records import SUSPECTED, Account
from avow.cues.accounts.search import copula_before, denied_before, find_before, find_word
from avow.cues.accounts.suspicion.alleging import BOMBS
from avow.cues.accounts.suspicion.harming import act_in, act_near, can_have, deed_of
from avow.cues.grammar import NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

_TAKING = word_set(
    "arrest arrests arrested arresting detain detains detained detaining question questions questioned questioning interrogate "
    "interrogates interrogated hold holds held holding seize seizes seized apprehend apprehends apprehended nab nabs nabbed capture captures captured speak talk "
    "round rounds rounded pick picks picked custody collared interviewed interview interviews remanded remand bailed"
)
_NOUNS = word_set("arrest arrests detention capture questioning custody")
_SEEKING = word_set("wanted sought hunted seek seeks hunting pursued")
_WANTING = word_set("want wants wanted keen hope hopes hoping seeking seek")
_GRASPING = word_set("seize seizes seized capture captures captured hold holds held")
_SPANS = word_set("day days week weeks month months year years hour hours minutes shortly soon immediately long")
_ALLEGED = word_set("suspected presumed alleged supposed probable")
_HUNTS = word_set("manhunt manhunts hunt hunts search")
_LINKS = word_set("over for after following about in")
_LATER = word_set("after following")
_WEAK = (
    word_set(
        "death deaths fire fires crash incident incidents accident disappearance leak leaks clash clashes clashing protest protests "
        "shootout gunfight firefight raid raids siege operation operations action actions strike strikes execution executions "
        "drone drones mine mines rocket rockets act acts missile missiles explosives"
    )
    | VAGUE_CRIMES
)
_SETTLED = (
    "charg",
    "convict",
    "sentenc",
    "acquit",
    "indict",
    "confess",
    "plead",
    "guilt",
    "jail",
    "imprison",
    "trial",
    "arraign",
    "admit",
)
_CHIEF = word_set("main prime chief key principal leading sole second third")
_SUSPECTS = word_set("suspect suspects")
_NAMING = (
    "nam",
    "identif",
    "treat",
    "regard",
    "describ",
    "list",
    "hold",
    "held",
    "arrest",
    "question",
    "detain",
    "consider",
    "view",
    "seen",
)


def seekings(grammar: Grammar) -> Iterator[Account]:
    """Accounts of who is held, questioned or sought over an act.

    Args:
        grammar: The sentence.

    Yields:
        Accounts of suspicion.
    """
    yield from begun(grammar, _RULES)


def _settled(grammar: Grammar, start: int, stop: int) -> bool:
    """Whether somebody has been charged or tried already, which is more than suspicion."""
    return any(grammar.forms[at].startswith(_SETTLED) for at in range(max(0, start), min(grammar.count, stop)))


def _act_over(grammar: Grammar, link: int) -> Span:
    """The act over which somebody is taken: a noun of one, or what they are held for doing."""
    forms = grammar.forms
    start = link + 1
    if forms[link] == "in" and forms[start : start + 1] == ("the",):
        # "held in the killing of": the act at once.
        span = grammar.phrase_after(start)
        head = grammar.head(span) if span[0] >= 0 else -1
        act = act_in(grammar, head, head + 1, deeds=False) if head >= 0 else NO_SPAN
        return act if act[0] >= 0 and forms[head] not in _WEAK else NO_SPAN
    if forms[link] == "in":
        if forms[start : start + 2] not in {("connection", "with"), ("connection", "to"), ("relation", "to")}:
            return NO_SPAN
        start += 2
    if start >= grammar.count:
        return NO_SPAN
    if grammar.tags[start] == Tag.GERUND:
        return act_in(grammar, start, start + 7) if of_part(grammar, start) else NO_SPAN
    if forms[start] in {"allegedly", "questioning"}:
        return NO_SPAN
    span = grammar.phrase_after(start)
    if span[0] < 0:
        return NO_SPAN
    act = act_in(grammar, span[0], span[1], deeds=False)
    if act[0] < 0 or forms[act[0]] in _WEAK or "possession" in forms[span[0] : act[0]]:
        return NO_SPAN
    following = span[1]
    if forms[link] in _LATER and following < grammar.count and grammar.tags[following] in "VAM":
        # "after a bomb exploded": a clause, which may have nothing to do with them.
        return NO_SPAN if grammar.tags[following] != Tag.VERB or not grammar.reduced(following) else act
    return act


def _link_to_act(grammar: Grammar, start: int, stop: int) -> tuple[int, Span]:
    """The "over", "for", "after" or "in connection with" behind a verb, and the act that follows it."""
    for at in range(start, min(grammar.count, stop)):
        if grammar.forms[at] in {";", ":"}:
            break
        if grammar.forms[at] in _LINKS:
            act = _act_over(grammar, at)
            if act[0] >= 0:
                return at, act
    return -1, NO_SPAN


def _seizes(grammar: Grammar, at: int) -> bool:
    """Whether a word of seizing is a verb, which its form alone does not tell: "police arrest two men"."""
    if grammar.tags[at] in "VG":
        return True
    before = grammar.tags[at - 1] if at else "^"
    if at + 1 >= grammar.count or before not in "ORNMTAB" or grammar.forms[at].endswith("ing"):
        return False
    return grammar.tags[at + 1] == Tag.DETERMINER or grammar.forms[at + 1][0].isdigit() or grammar.capital[at + 1]


def _taken_over(grammar: Grammar, at: int) -> Iterator[Account]:
    """Arrested, held or questioned over an act."""
    forms = grammar.forms
    link, act = _link_to_act(grammar, at + 1, at + 14)
    if link < 0 or _settled(grammar, at - 8, link + 14):
        return
    if grammar.forms[link + 1 : link + 2] == ("ransom",):
        return
    if {"accountable", "responsible", "liable", "hostage", "captive"} & set(forms[at:link]):
        return
    if forms[link] in _LATER and (forms[at] in _GRASPING or forms[link - 1] in _SPANS):
        return
    if forms[link] == "in" and forms[at] in _NOUNS | {"arrested", "detained", "held"}:
        rule = "held-in-connection"
    else:
        rule = "held-after" if forms[link] in _LATER else "held-over"
    if not _seizes(grammar, at) or forms[at] in {"custody", "questioning"}:
        if forms[at] not in _NOUNS:
            return
        if forms[at] in {"custody", "questioning", "detention"}:
            copula = copula_before(grammar, at, 4)
            accused = grammar.subject(copula) if copula >= 0 else NO_SPAN
        else:
            accused = grammar.phrase_after(at + 2) if forms[at + 1 : at + 2] == ("of",) else NO_SPAN
        speaker = NO_SPAN
    else:
        if not held(grammar, at) and not _WANTING & set(forms[max(0, at - 4) : at]):
            return
        if forms[at] in {"speak", "talk"} and not (
            _WANTING & set(forms[max(0, at - 4) : at]) and forms[at + 1 : at + 2] == ("to",)
        ):
            return
        if forms[at].startswith(("round", "pick")) and forms[at + 1 : at + 2] != ("up",):
            return
        speaker, accused = parties(grammar, at, passive=is_passive(grammar, at), reach=3)
    if forms[at] in {"speak", "talk"}:
        accused = grammar.phrase_after(at + 2)
    if accused[0] >= 0 and accused[0] < link < accused[1]:
        accused = (accused[0], link)
    if can_have(grammar, accused):
        yield Account(SUSPECTED, rule, at, speaker, accused, act)


def _sought(grammar: Grammar, at: int) -> Iterator[Account]:
    """Wanted or sought over an act, or for questioning about it."""
    forms = grammar.forms
    if not held(grammar, at):
        return
    link, act = _link_to_act(grammar, at + 1, at + 9)
    if link < 0 or _settled(grammar, at - 8, link + 10):
        return
    if {"interpol", "court", "tribunal", "notice"} & set(forms[max(0, at - 14) : link]):
        # A court's or a red notice's charge, which is blame.
        return
    passive = forms[at] in {"wanted", "sought", "hunted", "pursued"}
    accused = whom(grammar, at) if passive else grammar.phrase_after(at + 1)
    if can_have(grammar, accused):
        yield Account(SUSPECTED, "sought-over", at, NO_SPAN, accused, act)


def _hunted(grammar: Grammar, at: int) -> Iterator[Account]:
    """A manhunt for somebody after an act."""
    link = find_word(grammar, ("for",), at + 1, at + (6 if grammar.forms[at].startswith("man") else 2))
    accused = grammar.phrase_after(link + 1) if link >= 0 else NO_SPAN
    if not can_have(grammar, accused, named=True) or "missing" in grammar.forms[accused[0] : accused[1] + 1]:
        return
    act = act_near(grammar, at)
    hunt = (
        grammar.forms[at].startswith("man")
        or find_word(grammar, ("police", "detectives", "investigators"), at - 9, at) >= 0
    )
    if act[0] >= 0 and grammar.forms[act[0]] not in _WEAK and hunt:
        yield Account(SUSPECTED, "hunted", at, NO_SPAN, accused, act)


def _warrant(grammar: Grammar, at: int) -> Iterator[Account]:
    """A warrant for the arrest of somebody over an act."""
    forms = grammar.forms
    start = find_word(grammar, ("for", "against"), at + 1, at + 5)
    if start < 0:
        return
    start += 1
    if forms[start : start + 3] == ("the", "arrest", "of"):
        start += 3
    accused = grammar.phrase_after(start)
    if accused[0] < 0:
        return
    link, act = _link_to_act(grammar, accused[0] + 1, accused[1] + 9)
    if link >= 0 and not _settled(grammar, at, link + 8) and can_have(grammar, (accused[0], min(accused[1], link))):
        yield Account(SUSPECTED, "warrant-over", at, NO_SPAN, (accused[0], min(accused[1], link)), act)


def _of_interest(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is a person of interest in an act."""
    if grammar.forms[at + 1 : at + 3] != ("of", "interest"):
        return
    act = act_in(grammar, at + 3, at + 12)
    act = act if act[0] >= 0 else act_near(grammar, at)
    if denied_before(grammar, at):
        return
    copula = copula_before(grammar, at, 6)
    accused = grammar.subject(copula) if copula >= 0 else _named(grammar, at)
    verb = find_before(grammar, ("calls", "called", "call", "names", "named", "declares", "declared"), at, 9)
    if accused[0] < 0 and verb >= 0:
        accused = grammar.phrase_after(verb + 1)
        accused = (accused[0], min(accused[1], at - 1))
    if can_have(grammar, accused):
        yield Account(SUSPECTED, "of-interest", at, NO_SPAN, accused, act)


def _named(grammar: Grammar, at: int) -> Span:
    """Whom somebody names "as" what stands at a token."""
    link = find_before(grammar, ("as",), at, 5)
    if link < 0:
        return NO_SPAN
    verb = next(
        (back for back in range(link - 1, max(-1, link - 12), -1) if grammar.forms[back].startswith(_NAMING)), -1
    )
    if verb < 0 or not held(grammar, verb):
        return NO_SPAN
    if is_passive(grammar, verb):
        return whom(grammar, verb)
    span = grammar.phrase_after(verb + 1)
    return (span[0], min(span[1], link)) if span[0] >= 0 else NO_SPAN


def _investigated(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is under investigation, or being investigated, over an act."""
    forms = grammar.forms
    if forms[at + 1 : at + 2] in {("into",), ("of",)} and not denied_before(grammar, at):
        accused = grammar.phrase_after(at + 2)
        link, act = _link_to_act(grammar, accused[0] + 1, accused[1] + 4) if accused[0] >= 0 else (-1, NO_SPAN)
        if link >= 0 and can_have(grammar, (accused[0], min(accused[1], link)), named=True):
            yield Account(SUSPECTED, "under-investigation", at, NO_SPAN, (accused[0], min(accused[1], link)), act)
        return
    under = forms[at - 1 : at] == ("under",)
    if not under and not (forms[at] == "investigated" and is_passive(grammar, at)):
        return
    copula = copula_before(grammar, at, 5)
    if copula < 0 or denied_before(grammar, at):
        return
    link, act = _link_to_act(grammar, at + 1, at + 4)
    accused = grammar.subject(copula)
    if link >= 0 and can_have(grammar, accused):
        yield Account(SUSPECTED, "under-investigation", at, NO_SPAN, accused, act)


def _as_suspect(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is named as a suspect; a suspect is held in an act's case."""
    accused = _named(grammar, at)
    act = act_in(grammar, at + 1, at + 10)
    act = act if act[0] >= 0 else act_near(grammar, at)
    if can_have(grammar, accused) and act[0] >= 0:
        yield Account(SUSPECTED, "as-suspect", at, NO_SPAN, accused, act)
    elif (
        act[0] >= 0
        and grammar.forms[at - 1 : at]
        and grammar.forms[at - 1] in _CHIEF
        and not denied_before(grammar, at)
    ):
        yield Account(SUSPECTED, "main-suspect", at, NO_SPAN, (at - 1, at + 1), act)


def _suspected_of(grammar: Grammar, at: int) -> Iterator[Account]:
    """Suspected, or held on suspicion, of doing harm."""
    forms = grammar.forms
    if forms[at] == "suspicion" and forms[at - 1 : at] != ("on",):
        return
    undergone = forms[at] in {"suspected", "suspicion"}
    link = find_word(grammar, ("of", "over"), at + 1, at + (2 if undergone else 12))
    act = deed_of(grammar, link + 1) if link >= 0 and not denied_before(grammar, at) else NO_SPAN
    if act[0] < 0:
        return
    speaker = accused = NO_SPAN
    if undergone:
        verb = at if forms[at] == "suspected" else find_before(grammar, _TAKING, at, 12)
        if verb >= 0:
            speaker, accused = parties(grammar, verb, passive=is_passive(grammar, verb))
        if forms[at - 1 : at] == (",",) and not can_have(grammar, accused):
            copula = copula_before(grammar, at, 8)
            accused = grammar.subject(copula) if copula >= 0 else accused
    else:
        accused = grammar.phrase_after(at + 1)
        accused = (accused[0], min(accused[1], link)) if accused[0] >= 0 else accused
    if can_have(grammar, accused):
        yield Account(SUSPECTED, "suspected-of-doing", at, speaker, accused, act)


def _suspected_act(grammar: Grammar, at: int) -> Iterator[Account]:
    """A suspected attack by somebody, somebody's presumed strike."""
    forms = grammar.forms
    for here in range(at + 1, min(grammar.count, at + 6)):
        if forms[here] in {",", ";", "."} or forms[here] in BOMBS:
            return
        if not grammar.masks[here] & W.ACT_NOUN or forms[here] in _WEAK - {"strike", "raid", "strikes", "raids"}:
            continue
        link = here + 1
        if forms[link : link + 1] == ("of",) and grammar.phrase_after(link + 1)[0] >= 0:
            # "The alleged assassination of a prince by agents of Zamor".
            link = grammar.phrase_after(link + 1)[1]
        if forms[link : link + 1] in {("by",), ("from",)}:
            accused = grammar.phrase_after(link + 1)
            if can_have(grammar, accused, named=True):
                yield Account(SUSPECTED, "suspected-act-by", at, NO_SPAN, accused, (here, here + 1))
            return
        named = at + 1
        while named < here and grammar.capital[named]:
            named += 1
        people = any(
            grammar.masks[back] & (W.GROUP | W.MEMBER | W.INSURGENT)
            or (grammar.tags[back] not in "OJD" and grammar.forms[back] != "air")
            for back in range(named, here)
        )
        if named > at + 1 and not people and not grammar.shouting and not is_people(grammar, (at + 1, named)):
            yield Account(SUSPECTED, "suspected-act-of", at, NO_SPAN, (at + 1, named), (here, here + 1))
            return


def _suspected_people(grammar: Grammar, at: int) -> Iterator[Account]:
    """Suspected thieves do harm, where no word says that they are a group."""
    forms = grammar.forms
    before = forms[at - 1] if at else ","
    if before not in {",", ";", '"', "when", "after", "as", "that", "and", "two", "three", "four", "some"}:
        return
    for verb in range(at + 2, min(grammar.count, at + 7)):
        if grammar.tags[verb] in "IPSCA":
            return
        following = grammar.tags[verb + 1] if verb + 1 < grammar.count else "P"
        deedly = grammar.masks[verb] & W.ACT_VERB or (grammar.tags[verb] == Tag.VERB and does(grammar, verb))
        if deedly and (grammar.tags[verb] == Tag.VERB or following == Tag.DETERMINER) and not grammar.passive(verb):
            plural = forms[verb - 1].endswith(("s", "men", "people"))
            if plural and grammar.tags[verb - 1] in "OJ" and not (grammar.reduced(verb) and following == "I"):
                yield Account(SUSPECTED, "suspected-people-did", at, NO_SPAN, (at + 1, verb), (verb, verb + 1))
            return


_RULES = rules_by_form(
    (
        (_TAKING, "", _taken_over),
        (_SEEKING, "", _sought),
        (_HUNTS, "", _hunted),
        (("warrant", "warrants"), "", _warrant),
        (("person", "persons", "people"), "", _of_interest),
        (("investigation", "investigated", "scrutiny", "inquiry", "probe"), "", _investigated),
        (_SUSPECTS, "", _as_suspect),
        (("suspected", "suspect", "suspects", "suspecting", "suspicion"), "", _suspected_of),
        (_ALLEGED, "", _suspected_people),
        (("suspected", "presumed", "alleged", "apparent", "supposed", "probable"), "", _suspected_act),
    )
)
"""Rules of seeking by the words that they begin with."""
