"""What people answer who are accused, without naming the deed: they never met him, hired nobody, only drove, were ill."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import act_around
from avow.cues.accounts.records import DENIED, Account
from avow.cues.accounts.search import copula_before, find_word
from avow.cues.accounts.tellings import FORCES, Told, is_civil_source, is_own, speaks_for
from avow.cues.accounts.verbs import is_nobody
from avow.cues.grammar import NO_SPAN, Grammar, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

_NOBODY = word_set("nobody nothing none")
_NONE_SUCH = frozenset({("no", "one"), ("no", "such")})
_SUCH = word_set("such that this it anything")
_ONLY = word_set("only merely")
_ENDS = word_set(". , and but ; or")
_OWNING_UP = ("admit", "confess", "reveal", "acknowledg", "conced")
_UNTOLD = word_set(
    "say says said saying know knows knew known see sees saw seen hear hears heard comment commented speak spoke do does did "
    "done tell told want wanted accept accepts accepted reject rejected expect expected like liked agree agreed lose loses lost"
)
"""What people have not said, seen or agreed to tells nothing of what they did."""
_LIGHT = _UNTOLD | word_set(
    "have has had having make makes made take takes took taken give gives gave given find finds found leave leaves left need "
    "needs needed show shows showed receive receives received name named"
)
_SUPPOSED = word_set("will shall would could may might must should can cannot if whether unless won't")
_READ = word_set("read learned learnt heard")
_OF_IT = frozenset({("of",), ("about",), ("it",), ("this",)})
_NEWS = word_set(
    "newspaper newspapers paper papers radio television tv news press media broadcast internet report reports"
)
_ACTS = W.ACT_NOUN | W.CYBER


def answers(grammar: Grammar, told: Told) -> Iterator[Account]:
    """What one's own never did, did to nobody, did alone, or did not do, by whatever verb.

    Args:
        grammar: The sentence.
        told: What somebody tells.

    Yields:
        Accounts of denial, which are right where somebody has been accused.
    """
    if grammar.forms[told.verb].startswith(_OWNING_UP):
        return
    for at in range(told.start, told.stop):
        if at != told.verb:
            rule = _rule(grammar, at, told)
            if rule:
                yield Account(DENIED, rule, told.verb, told.source, NO_SPAN, act_around(grammar, at))
                return


def _rule(grammar: Grammar, at: int, told: Told) -> str:
    """The rule by which a word answers an accusation, empty where it does not."""
    forms, form, tag = grammar.forms, grammar.forms[at], grammar.tags[at]
    if form == "there":
        return _none_such(grammar, at, told)
    if tag == Tag.AUXILIARY and (form.endswith("n't") or forms[at + 1 : at + 2] == ("not",)):
        end = at + 1 if form.endswith("n't") else at + 2
        heard = told.source[0] != told.verb
        return "did-not-at-all" if heard and _ends(grammar, end) and _own(grammar, at, told) else ""
    if (tag != Tag.VERB and form != "do") or grammar.undergone(at):
        return ""
    group, behind = set(forms[grammar.group_start(at) : at]), forms[at + 1 : at + 9]
    if not _told(grammar, at):
        could = "have" in group if {"could", "couldn't"} & group else form == "do" and bool(_SUCH & set(behind[:1]))
        return "could-not-have" if could and grammar.negated(at) and _own(grammar, at, told) else ""
    subject = grammar.subject(at, told.start)
    if is_nobody(grammar, subject) and FORCES & set(forms[slice(*subject)]) and is_own(grammar, told.source, subject):
        return "none-of-ours-ever"
    if not _own(grammar, at, told):
        return ""
    thought = form in _UNTOLD or grammar.masks[at] & W.THINK
    if "never" in group and (not thought or (form, *behind[:1]) == ("heard", "of")):
        return "never-did"
    if _ONLY & group and not thought:
        return "only-did"
    none = behind[:1] == ("no",) and bool(FORCES & set(behind[1:2]))
    if behind[:2] in _NONE_SUCH or (form not in _LIGHT and (none or _NOBODY & set(behind[:1]))):
        return "did-to-nobody"
    return "learned-from-news" if form in _READ and behind[:1] in _OF_IT and _NEWS & set(behind) else ""


def _none_such(grammar: Grammar, at: int, told: Told) -> str:
    """Says that there was no attack, no such unit, no soldier."""
    no = find_word(grammar, ("no",), at + 1, at + 5)
    if no < 0 or copula_before(grammar, no, 3) < at or is_civil_source(grammar, told.source):
        return ""
    thing = range(no + 1, min(grammar.count, no + 4))
    named = any(
        grammar.forms[here] in FORCES or grammar.forms[here] == "such" or grammar.masks[here] & _ACTS for here in thing
    )
    return "none-such" if named else ""


def _ends(grammar: Grammar, at: int) -> bool:
    return at >= grammar.count or grammar.forms[at] in _ENDS


def _told(grammar: Grammar, verb: int) -> bool:
    """Whether a verb tells what was, not what will be or is only supposed."""
    start = grammar.group_start(verb)
    return _SUPPOSED.isdisjoint(grammar.forms[max(0, start - 1) : verb]) and not grammar.intended(verb)


def _own(grammar: Grammar, verb: int, told: Told) -> bool:
    """Whether who tells it, or those whom they speak for, are the subject of a verb."""
    subject = grammar.subject(verb, told.start)
    if subject[0] < 0 or is_civil_source(grammar, told.source):
        return False
    return is_own(grammar, told.source, subject) or speaks_for(grammar, told.source, subject)
