"""Who tells something in a sentence, and which part of it they tell."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.captives import held
from avow.cues.accounts.people import is_passive, who
from avow.cues.accounts.search import FAR, find_before, find_word
from avow.cues.accounts.tellings import Told
from avow.cues.accounts.verbs import owner_of
from avow.cues.grammar import Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.taking import SAYING

TELLING = word_set(
    "rules ruled concludes concluded complains complained complain testifies testified testify recounts recounted hears heard "
    "finds found determines determined alleges alleged allege charges charged affirms affirmed observes observed protests "
    "protested denounces denounced laments lamented relates related swears swore attests attested establishes established "
    "discloses disclosed writes agrees agreed counters countered contends declares asserts maintains argues decides decided "
    "avers averred reiterates reiterated informed"
)
"""Verbs of telling beside those of the class of reports; in the present tense they may be tagged as nouns."""
FINDINGS = word_set("finding findings conclusion conclusions ruling verdict testimony")
DOCUMENTING = word_set(
    "documents documented lists listed records recorded describes described details detailed cites cited"
)
_CASES = word_set("case cases incident incidents instance instances occasion occasions")
_NOT_TELLING = word_set(
    "call calls called calling ask asks asked asking promise promises promised vow vows vowed urge urges urged warn warns warned warning "
    "predict predicts predicted suggest suggests suggested"
)
_ADDRESSED = word_set("tell tells told telling informed informs assured assures")
_TURN = word_set("but although though while whereas yet despite if whether unless except")
_MARKS = frozenset(",-–—")
_BESIDE = word_set("in on at by during after as when late early from to of through via before amid following")
WORDS = word_set("words count reckoning account estimate tally opinion view version telling figures")
_NOUNS = word_set("charges charge claims reports notes finds")
"""Those that are more often nouns where they are tagged as such."""
_UNTOLD = word_set("retrac reject dismis deny denied denies disput refute")
"""How the verbs begin by which a claim is refused that is named next."""
REACH, MOST = 14, 8


def sources(grammar: Grammar) -> Iterator[Told]:
    """The sources of a sentence: before, behind, or between the words that they answer for.

    Args:
        grammar: The sentence.

    Yields:
        Who tells what, each with the stretch of tokens.
    """
    for at in range(grammar.count):
        form = grammar.forms[at]
        if form == "according" and grammar.forms[at + 1 : at + 2] == ("to",):
            yield from _according(grammar, at, at + 2)
        elif form in WORDS and grammar.forms[at + 1 : at + 2] == ("of",):
            begin = find_before(grammar, ("in", "by"), at, 3)
            if begin >= 0:
                yield from _according(grammar, begin, at + 2)
        elif form in FINDINGS and grammar.tags[at] == Tag.NOUN:
            yield from _finding(grammar, at)
        elif form in DOCUMENTING and grammar.tags[at] == Tag.VERB:
            yield from _cases(grammar, at)
        elif _says(grammar, at):
            behind = _inverted(grammar, at) or _behind(grammar, at)
            yield from behind or _before(grammar, at)


def _finding(grammar: Grammar, at: int) -> Iterator[Told]:
    """What follows "the finding by a commission that", "the court's conclusion that"."""
    that, source = at + 1, owner_of(grammar, at)
    if grammar.forms[that : that + 1] in {("by",), ("of",), ("from",)}:
        source = grammar.phrase_after(that + 1)
        that = source[1]
    if source[0] >= 0 and grammar.forms[that : that + 1] == ("that",):
        yield Told(at, source, that + 1, _part_end(grammar, that + 1), "before")


def _cases(grammar: Grammar, verb: int) -> Iterator[Told]:
    """What follows "the report documents nine cases in which", "lists incidents where"."""
    for at in range(verb + 1, min(grammar.count - 1, verb + REACH)):
        if grammar.forms[at] in _CASES:
            start = at + 1 + (grammar.forms[at + 1] == "in")
            if grammar.forms[start : start + 1] in {("which",), ("where",)} and held(grammar, verb):
                yield Told(verb, who(grammar, verb), start + 1, _part_end(grammar, start + 1), "before")
            return
        if grammar.tags[at] not in "DOJ":
            return


def _says(grammar: Grammar, at: int) -> bool:
    form, tag = grammar.forms[at], grammar.tags[at]
    if form in _NOT_TELLING or grammar.forms[at + 1 : at + 2] in {("responsibility",), ("credit",)}:
        return False
    if form in TELLING:
        return tag in (Tag.VERB, Tag.NOUN)
    return tag in (Tag.VERB, Tag.GERUND) and bool(grammar.masks[at] & SAYING)


def _according(grammar: Grammar, at: int, start: int) -> Iterator[Told]:
    """What is so according to somebody, in somebody's words: before, behind, or both."""
    source = grammar.phrase_after(start)
    if source[0] < 0:
        return
    opens = at == 0 or grammar.forms[at - 1] in {":", "that", ";"}
    if not opens:
        yield Told(at, source, part_start(grammar, at), at, "according")
    if opens or (grammar.forms[at - 1] in _MARKS and grammar.forms[source[1] : source[1] + 1] == (",",)):
        yield Told(at, source, source[1], _part_end(grammar, source[1]), "according")


def part_start(grammar: Grammar, at: int) -> int:
    """Where the part of the sentence begins that ends at a token.

    Args:
        grammar: The sentence.
        at: The token.

    Returns:
        The token.
    """
    back = at - 1
    while back >= 0 and at - back < FAR and grammar.forms[back] not in {";", ":"}:
        back -= 1
    return back + 1


def _part_end(grammar: Grammar, start: int) -> int:
    """Where what a source says ends: at a turn, a denial, or another one's saying."""
    forms = grammar.forms
    for at in range(start, min(grammar.count, start + FAR)):
        form = forms[at]
        if form == "but" and "not" in forms[max(start, at - 9) : at]:
            # "Not they but deserters".
            continue
        if form in _TURN or form == ";" or (form == ":" and at > start):
            return at
        if grammar.tags[at] == Tag.VERB and at > start:
            mask = grammar.masks[at]
            if mask & (W.DENY | W.SUSPECT) or (mask & W.REPORT and not mask & (W.ACT_VERB | W.WEAK_ACT)):
                return at
    return min(grammar.count, start + FAR)


def _mark_before(grammar: Grammar, at: int) -> int:
    """The comma or dash right before a token, also before a quotation mark; -1 where there is none."""
    at -= 1
    while at > 0 and grammar.forms[at] in {'"', "'"}:
        at -= 1
    return at if at > 0 and grammar.forms[at] in _MARKS else -1


def _inverted(grammar: Grammar, at: int) -> list[Told]:
    """What stands before "..., said the mayor"."""
    mark = _mark_before(grammar, at)
    source = grammar.phrase_after(at + 1) if mark > 2 and grammar.forms[at] not in _ADDRESSED else (-1, -1)
    if source[0] < 0 or grammar.tags[source[0]] == Tag.PRONOUN:
        return []
    after = source[1]
    closed = after >= grammar.count or grammar.forms[after] in _BESIDE or grammar.tags[after] in "PS"
    # "Said the order to kill": what is said begins there.
    closed = closed and grammar.tags[after : after + 2] != [Tag.TO, Tag.VERB]
    return [Told(at, source, part_start(grammar, mark), mark, "inverted")] if closed else []


def _behind(grammar: Grammar, at: int) -> list[Told]:
    """What stands before "..., the mayor said on Friday", and behind it where a comma follows."""
    forms = grammar.forms
    end = at
    while end > 0 and grammar.tags[end - 1] in "AB":
        end -= 1
    if forms[end - 1] == "," and end > 2:
        # "Anton Veres, 34, told reporters".
        end = max(1, find_before(grammar, (",",), end - 1, REACH))
    begin = end
    while begin > max(1, end - REACH) and forms[begin - 1] not in _MARKS and forms[begin - 1] != '"':
        begin -= 1
        if grammar.tags[begin] in "GSMT":
            return []
    mark = begin - 1 if forms[begin - 1] in _MARKS else _mark_before(grammar, begin)
    if mark < 1 or begin >= end or (mark < 3 and forms[at + 1 : at + 2] != (",",)):
        return []
    verbs = [word for word in range(begin, end) if grammar.tags[word] == Tag.VERB]
    if any(grammar.tags[word - 1] not in "OJ" or not _modifies(forms[word]) for word in verbs):
        return []
    source = grammar.phrase_after(begin) if verbs else grammar.phrase_before(end - 1, begin)
    if grammar.tags[begin] == Tag.PREPOSITION or (source[0] >= 0 and grammar.masks[grammar.head(source)] & W.ACT_NOUN):
        # "with explosions reported in the port": nobody tells it.
        return []
    after = at + 1
    if forms[at] in _ADDRESSED:
        after = max(after, grammar.phrase_after(after)[1])
    if source[0] < 0 or not _closes(grammar, after):
        return []
    found = [Told(at, source, part_start(grammar, mark), mark, "behind")]
    if after < grammar.count and forms[after] in _MARKS:
        found.append(Told(at, source, after + 1, _part_end(grammar, after + 1), "between"))
    return found


def _modifies(form: str) -> bool:
    """Whether a participle can stand behind a noun within a source: "a statement read out on television"."""
    return form.endswith("ed") or form in {"read", "seen", "shown", "made", "given"}


def _closes(grammar: Grammar, at: int) -> bool:
    """Whether nothing that is said follows the verb of saying, only when, where and to whom it was said."""
    if at >= grammar.count:
        return True
    form = grammar.forms[at]
    if form in {'"', ":", "that"} or (grammar.tags[at] in "RDO" and not grammar.masks[at] & W.TIME):
        return False
    stop = min(grammar.count, at + 9)
    comma = find_word(grammar, (",",), at, stop)
    return "that" not in grammar.forms[at : comma if comma >= 0 else stop]


def _before(grammar: Grammar, at: int) -> list[Told]:
    """What stands behind "the mayor said that", "the mayor told a radio that"."""
    forms, verbal = grammar.forms, grammar.tags[at] in "VG"
    that = find_word(grammar, ("that",), at + 1, at + 1 + REACH)
    if that > at + 1:
        between = range(at + 1, that)
        beside = forms[at] in _ADDRESSED or grammar.tags[at + 1] in "IPBT" or grammar.masks[at + 1] & W.TIME
        if not beside or any(grammar.tags[word] in "VM" for word in between):
            that = -1
    if (not verbal and (that != at + 1 or forms[at] in _NOUNS)) or (
        verbal and (not held(grammar, at) or (that < 0 and (is_passive(grammar, at) or grammar.passive(at))))
    ):
        return []
    near = forms[max(0, at - 3) : at]
    if "and" not in near and not _UNTOLD.isdisjoint(word[:6] for word in near):
        return []
    source = _speaker(grammar, at) if verbal else grammar.phrase_before(at - 1)
    start = that + 1 if that >= 0 else at + 1
    if that < 0 and forms[at] in _ADDRESSED:
        start = max(start, grammar.phrase_after(at + 1)[1])
    if source[0] < 0 or (that < 0 and forms[at + 1 : at + 2] and forms[at + 1] in _MARKS):
        return []
    return [Told(at, source, start, _part_end(grammar, start), "before")]


def _speaker(grammar: Grammar, verb: int) -> Span:
    """Who says it, also across a relative clause: "residents who fled to the town said"."""
    found = who(grammar, verb)
    if found[0] < 2:
        return found
    relative = find_before(grammar, ("who", "whose"), found[0], REACH)
    if relative > 0 and "," not in grammar.forms[relative:verb]:
        people = grammar.phrase_before(relative - 1)
        if people[0] == 0 or (people[0] > 0 and grammar.forms[people[0] - 1] in {",", ";", ":", "where"}):
            return people
    return found
