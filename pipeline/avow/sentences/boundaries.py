"""Where a sentence may end within a paragraph: what sentencex finds, repaired for news.

sentencex never splits inside a quotation and knows few of the abbreviations of news. The repairs look at every
terminator once, with a bounded look at the words on both sides.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from avow.sentences.quotations import is_open, quotations

_CANDIDATE = re.compile("[.!?…]+[\"'”’»)\\]}*_]{0,4}(?=\\s)")
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'—–/]{1,40}\Z")
_NEXT_WORD = re.compile(r"[\"“‘'«(\[*_¿¡-]{0,4}([^\s,;:!?\"”)\]]{1,40})")
_INITIAL = re.compile(r"(?:[A-Z]\.){1,4}\Z")
_LIST_MARK = re.compile(r"(?:[A-Z]-)?\d{1,3}[.)]\Z")
_LABELLED = frozenset("appendix annex vitamin plan group hepatitis exhibit schedule section class grade block route type".split())
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w.’'-]{0,30} ){1,5}(?:said|says|asked|asks|told|wrote|added|replied|answered|shouted|cried|wondered|began)\b"
)
_ATTRIBUTION_REACH = 200

# Titles and ranks stand before a name, units of reference before a number: neither ends a sentence there.
_TITLES = frozenset(
    "mr mrs ms mx dr prof rev fr sr msgr mgr hon pres gov sen rep reps sens amb gen maj col lt capt cmdr cmdt comdr cpl "
    "sgt pfc pvt adm brig cdr ensign supt insp det const st ste mt ft messrs mme mlle atty asst dep min ald coun sec "
    "eng engr barr adv rs lic arq dra sra srta ing gens cols lts".split()
)
_NUMBERED = frozenset("no nos art arts sec secs fig figs vol vols ch pp para paras ref tel ext nr p par op cf ca approx jan feb mar apr jun jul aug sept sep oct nov dec pt bldg rm apt".split())
_NEVER = frozenset("vs v e.g i.e cf viz al".split())
_TIMES = frozenset("a.m p.m am pm".split())
_AFTER_TIME = frozenset(
    "monday tuesday wednesday thursday friday saturday sunday est edt cst cdt mst mdt pst pdt gmt utc cet cest bst ist jst local eastern central mountain pacific moscow".split()
)
_MAYBE = frozenset("inc co corp ltd llc plc jr sr bros esq ph.d m.d b.a m.a etc u.s u.k u.n e.u d.c u.s.a u.s.s.r ret dept est assn univ ave blvd rd st gmbh s.a n.v capt gov".split())
_STARTERS = frozenset(
    "the a an this that these those it its he she they we i you his her their our my your there here in on at by for "
    "from with without after before as when while if because since although though but and or so yet nor then now "
    "what who why how where which some many most all both each every no not nobody one two three another other "
    "meanwhile however also even only still today yesterday last next more between under over during despite "
    "according about is are was were do does did can could will would should may might have has had let".split()
)


@cache
def _engine() -> Any:
    import sentencex

    return sentencex.segment


def sentence_ends(paragraph: str) -> list[int]:
    """The ends of the sentences of a paragraph.

    Args:
        paragraph: A paragraph, without lone surrogates.

    Returns:
        Offsets after the last character of each sentence but the last, ascending; white space may follow.
    """
    candidates = list(_CANDIDATE.finditer(paragraph))
    if not candidates:
        return []
    proposed = _proposed(paragraph)
    spans = quotations(paragraph)
    ends = {match.end() for match in candidates}
    # What sentencex found at other marks, such as those of other scripts, stays.
    found = {end for end in proposed if end not in ends and end < len(paragraph)}
    for match in candidates:
        if _ends_sentence(paragraph, match, match.end() in proposed, spans):
            found.add(match.end())
    return sorted(found)


def _proposed(paragraph: str) -> set[int]:
    at = 0
    found: set[int] = set()
    for piece in _engine()("en", paragraph):
        at += len(piece)
        found.add(at - (len(piece) - len(piece.rstrip())))
    return found


def _ends_sentence(text: str, match: re.Match[str], proposed: bool, spans: Sequence[tuple[int, int]]) -> bool:
    end = match.end()
    following = _NEXT_WORD.match(text, _skip_space(text, end))
    if following is None:
        return proposed
    word = following[1]
    mark = match[0]
    closed = mark.rstrip("\"'”’»)]}*_")
    if word[0].islower():
        return False
    if "." not in closed or len(closed) > 1:
        return not (len(mark) > len(closed) and _attributed(text, following.start()))
    previous = _LAST_WORD.search(text, max(0, match.start() - 40), match.start())
    return _full_stop(text, previous[0] if previous else "", word, mark, proposed or is_open(spans, match.start()), match)


def _full_stop(text: str, before: str, word: str, mark: str, likely: bool, match: re.Match[str]) -> bool:
    """Whether a single full stop ends a sentence, by the words on both sides."""
    lowered = before.lower().rstrip(".")
    plain = word.strip(".'’").lower()
    digit = word[0].isdigit()
    if mark != ".":
        # A closing mark after the stop leaves only abbreviations of time and titles in doubt.
        return lowered not in _TITLES or mark[-1] in "\"”"
    if lowered in _TITLES and (before[:1].isupper() or lowered == "hon") and not (lowered in _MAYBE and plain in _STARTERS):
        return False
    if lowered.rpartition("-")[2] in _NUMBERED and digit:
        return False
    if lowered == "no":
        return True
    if lowered in _NEVER:
        return False
    if lowered in _TIMES:
        return plain not in _AFTER_TIME
    if lowered in _MAYBE:
        return plain in _STARTERS and not (digit and lowered != "etc")
    if _INITIAL.match(f"{before}."):
        return _initial_ends(text, before, plain, match)
    if _LIST_MARK.match(f"{before}.") and _opens_item(text, match.start() - len(before)):
        return False
    return likely or bool(lowered) and (lowered[-1].isalnum() or lowered[-1] in "%°)]") and lowered not in _NUMBERED


def _initial_ends(text: str, before: str, plain: str, match: re.Match[str]) -> bool:
    """After an initial or a dotted acronym a sentence ends only before a word that opens sentences."""
    if plain not in _STARTERS:
        lead = text[max(0, match.start() - 30) : match.start() - len(before)].rstrip().rpartition(" ")[2]
        return "." not in before and lead.lower() in _LABELLED
    if "." in before:
        return True
    lead = text[max(0, match.start() - 30) : match.start() - len(before)].rstrip().rpartition(" ")[2]
    return not (lead[:1].isupper() and plain in {"a", "i"} and lead.lower() not in _LABELLED)


def _attributed(text: str, at: int) -> bool:
    """Whether a speaker and a verb of saying follow, as in: "Is it?" Mr. Okafor asked."""
    return _ATTRIBUTION.match(text, at, at + _ATTRIBUTION_REACH) is not None


def _skip_space(text: str, at: int) -> int:
    while at < len(text) and text[at].isspace():
        at += 1
    return at


def _opens_item(text: str, at: int) -> bool:
    """Whether what starts here can be the number of a list's item: it follows the end of a sentence or a colon."""
    if at == 0 or text[at - 1] == "\n":
        return True
    lead = text[max(0, at - 30) : at].rstrip()
    if not text[at - 1].isspace() or lead[-1:] not in set(".!?;\"”)"):
        return False
    return lead.rpartition(" ")[2].rstrip(".").lower() not in _NUMBERED | {"no"}
