"""Where a sentence may end within a paragraph: what sentencex finds, repaired for news.

Rules look at every terminator once, with a bounded look at the words on both sides. Most places they decide alone, as
sentencex would; it is asked where they cannot tell, such as after an abbreviation that they do not know, and for the
marks of other scripts. Inside quotations, which sentencex never splits, the rules stand alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from typing import Any

from avow.sentences.quotations import is_open


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_CANDIDATE = re.compile('[.!?…]["\'”’»)\\]}*_.!?…]{0,8}(?=\\s{1,1000}["“‘\'«(\\[*_¿¡-]{0,4}([^\\s,;:!?"”)\\]]{1,40}))')
_OTHER_SCRIPTS = re.compile(
    "[\u0589\u061f\u06d4\u0700-\u0702\u0964\u0965\u104a\u104b\u1362\u1367\u1368\u3002\uff01\uff0e\uff1f\uff61]"
)
_LAST_WORD = re.compile(r"[^\s(\[\"“‘'—–/]{1,40}\Z")
_INITIAL = re.compile(r"(?:[A-Z]\.){1,4}\Z")
_MONTH = r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
_STAMP = re.compile(
    r"\s{0,9}(?:\d{1,2}(?:[.:]\d\d)? ?[ap]\.m|[QA]|P\.S"
    rf"|{_MONTH} \d{{1,2}}(?:, \d{{4}})?|\d{{1,2}} {_MONTH}(?: \d{{4}})?)\Z"
)
"""What opens an item of a chronology, a liveblog, a transcript or a letter, and is no sentence: a date, a time, Q or A for
who speaks, P.S. An answer that is nothing but a date is joined with what follows."""
_LONGEST_STAMP = 30
"""In characters, with the white space before it."""
_LIST_MARK = re.compile(r"(?:[A-Z]-)?\d{1,3}[.)]\Z")
_LABELLED = _words("appendix annex vitamin plan group hepatitis exhibit schedule section class grade block route type")
_ATTRIBUTION = re.compile(
    r"(?:[A-Z][\w.’'-]{0,30} ){1,5}(?:said|says|asked|asks|told|wrote|added|replied|answered|shouted|cried|wondered|began)\b"
)
_ATTRIBUTION_REACH = 200
# Of a longer word before a full stop the end tells as much as the whole.
_LONGEST_WORD = 40

# Titles and ranks stand before a name, units of reference before a number: neither ends a sentence there.
_TITLES = _words(
    "mr mrs ms mx dr prof rev fr sr msgr mgr hon pres gov sen rep reps sens amb gen maj col lt capt cmdr cmdt comdr "
    "cpl spc md sgt pfc pvt adm brig cdr ensign supt insp det const st ste mt ft messrs mme mlle atty asst dep min "
    "ald coun sec eng engr barr adv rs lic arq dra sra srta ing gens cols lts"
)
_NUMBERED = _words(
    "no nos art arts sec secs fig figs vol vols ch pp para paras ref tel ext nr p par op cf ca approx jan feb mar apr "
    "jun jul aug sept sep oct nov dec pt bldg rm apt"
)
_NEVER = frozenset(["vs", "v", "e.g", "i.e", "cf", "viz", "al", "a.k.a"])
_TIMES = frozenset(["a.m", "p.m", "am", "pm"])
_AFTER_TIME = _words(
    "monday tuesday wednesday thursday friday saturday sunday est edt cst cdt mst mdt pst pdt gmt utc cet cest bst "
    "ist jst local eastern central mountain pacific moscow"
)
_MAYBE = _words(
    "inc co corp ltd llc plc jr sr bros esq ph.d m.d b.a m.a etc u.s u.k u.n e.u d.c u.s.a u.s.s.r ret dept est assn "
    "univ ave blvd rd st gmbh s.a n.v capt gov md"
)
_STARTERS = _words(
    "the a an this that these those it its he she they we i you his her their our my your there here in on at by for "
    "from with without after before as when while if because since although though but and or so yet nor then now "
    "what who why how where which some many most all both each every no not nobody one two three another other "
    "meanwhile however also even only still today yesterday last next more between under over during despite "
    "according about is are was were do does did can could will would should may might have has had let"
)
_BRACKETED = _TITLES | {"ret"}
_SPECIAL = _TITLES | _NUMBERED | _NEVER | _TIMES | _MAYBE


@cache
def _engine() -> Any:
    import sentencex

    return sentencex.segment


def sentence_ends(text: str, start: int, end: int, quoted: Sequence[tuple[int, int]]) -> list[int]:
    """The ends of the sentences in a stretch of a paragraph.

    Args:
        text: A text without lone surrogates.
        start: Where the stretch starts.
        end: Where it ends.
        quoted: The quotations of the paragraph, ordered and disjoint.

    Returns:
        Offsets in the text after the last character of each sentence but the last, ascending; white space may follow.
    """
    ends: list[int] = []
    proposed: set[int] | None = None
    for match in _CANDIDATE.finditer(text, start, end):
        word = match[1]
        if word[0].islower():
            continue
        begin, place = match.span()
        if place - begin > 1 or text[begin] != ".":
            # More than one mark, or one that never belongs to an abbreviation.
            if _marks_end(text, match):
                ends.append(place)
            continue
        last = ends[-1] if ends else start
        if begin - last <= _LONGEST_STAMP and _STAMP.match(text, last, begin):
            continue
        low = max(start, begin - _LONGEST_WORD)
        before = text[max(low, text.rfind(" ", low, begin) + 1) : begin]
        if before.isalpha() and (len(before) > 4 or (before.islower() and len(before) > 1)):
            # Abbreviations of more than four letters are few, and without a capital they are known.
            if before.lower() not in _SPECIAL:
                ends.append(place)
                continue
        ended = _stop_ends(text, before, word, begin)
        if ended is None:
            if proposed is None:
                proposed = _proposed(text, start, end)
            ended = place in proposed or is_open(quoted, begin)
        if ended:
            ends.append(place)
    if not text.isascii() and _OTHER_SCRIPTS.search(text, start, end):
        # Their marks are sentencex' business alone.
        proposed = _proposed(text, start, end) if proposed is None else proposed
        others = {place for place in proposed if _OTHER_SCRIPTS.match(text[place - 1])}
        return sorted(others.union(ends))
    return ends


def _proposed(text: str, start: int, end: int) -> set[int]:
    pieces = _engine()("en", text[start:end] if start or end < len(text) else text)
    found: set[int] = set()
    at = start
    for piece in pieces[:-1]:
        at += len(piece)
        found.add(at - len(piece) + len(piece.rstrip()))
    return found


def _marks_end(text: str, match: re.Match[str]) -> bool:
    """Whether a sentence ends at other marks than a single full stop, closing marks included."""
    mark = match[0]
    closed = mark.rstrip("\"'”’»)]}*_")
    if closed == ".":
        # A closing mark after the stop leaves only titles, and "ret.", in brackets in doubt.
        return mark[-1] in '"”' or _last_word(text, match.start()).lower() not in _BRACKETED
    return len(mark) == len(closed) or not _attributed(text, match.start(1))


def _last_word(text: str, at: int) -> str:
    previous = _LAST_WORD.search(text, max(0, at - 40), at)
    return previous[0] if previous else ""


def _stop_ends(text: str, chunk: str, word: str, at: int) -> bool | None:
    """Whether a single full stop ends a sentence, by the words on both sides; ``None`` where they do not tell."""
    before = chunk if chunk.isalpha() else _last_word(text, at)
    lowered = before.lower().rstrip(".")
    plain = word.strip(".'’").lower()
    digit = word[0].isdigit()
    initial = len(before) == 1 and before.isupper()
    if (lowered in _SPECIAL or lowered == "no") and not initial:
        return _special_ends(before, lowered, plain, digit)
    if lowered.rpartition("-")[2] in _NUMBERED and digit:
        return False
    if _INITIAL.match(f"{before}."):
        return _initial_ends(text, before, plain, at - len(before))
    if _LIST_MARK.match(f"{before}.") and _opens_item(text, at - len(before)):
        return False
    if before.isalpha() and (len(before) > 4 or (len(before) > 3 and plain in _STARTERS)):
        # Abbreviations of that length are few and stand in the lists above.
        return True
    certain = lowered == "may" or lowered[-1:].isdigit() or lowered[-1:] in {"%", "°", ")", "]"}
    return True if certain or (before.islower() and not before.isalpha()) else None


def _special_ends(before: str, lowered: str, plain: str, digit: bool) -> bool:
    """Whether a sentence ends after a known abbreviation."""
    if lowered in _TITLES and (before[:1].isupper() or lowered == "hon"):
        return lowered in _MAYBE and plain in _STARTERS
    if lowered in _NUMBERED | {"no"}:
        return not digit
    if lowered in _NEVER:
        return False
    if lowered in _TIMES:
        return plain not in _AFTER_TIME
    return lowered not in _MAYBE or plain in _STARTERS


def _initial_ends(text: str, before: str, plain: str, start: int) -> bool:
    """After an initial or a dotted acronym a sentence ends only before a word that opens sentences."""
    lead = text[max(0, start - 30) : start].rstrip().rpartition(" ")[2]
    labelled = "." not in before and lead.lower() in _LABELLED
    if plain not in _STARTERS:
        return labelled
    return "." in before or labelled or not (lead[:1].isupper() and plain in {"a", "i"})


def _attributed(text: str, at: int) -> bool:
    """Whether a speaker and a verb of saying follow, as in: "Is it?" Mr. Okafor asked."""
    return _ATTRIBUTION.match(text, at, at + _ATTRIBUTION_REACH) is not None


def _opens_item(text: str, at: int) -> bool:
    """Whether what starts here can be the number of a list's item: it follows the end of a sentence or a colon."""
    lead = text[max(0, at - 30) : at].rstrip()
    if not lead or text[at - 1] == "\n":
        return True
    if not text[at - 1].isspace() or lead[-1:] not in set('.!?;"”)'):
        return False
    return lead.rpartition(" ")[2].rstrip(".").lower() not in _NUMBERED | {"no"}
