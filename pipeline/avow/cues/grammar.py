"""Who is the subject of a verb, and what kind of speaker a noun phrase names."""

from __future__ import annotations

from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.phrases import CLOSING, FAR, NO_SPAN, Phrases, Span
from avow.cues.reading import Reading
from avow.cues.tags import BE, COORDINATORS, POSSESSIVES, PREPOSITIONS, Tag

__all__ = [
    "BE",
    "CALLERS",
    "COORDINATORS",
    "NO_SPAN",
    "POSSESSIVES",
    "READY",
    "Grammar",
    "Span",
    "Speaker",
    "Tag",
    "grammar_of",
]

CALLERS = frozenset({"caller", "callers"})
READY = word_set("quick swift keen anxious eager")
"""Words for how readily somebody does something: "was quick to deny"."""
_REACH = 200
_BESIDE = 12
_DASHES = frozenset(",-–—")
_NOBODY = word_set("no nobody none neither noone no-one any anyone")
_NONE = frozenset(["nobody", "none", "neither"])
_NOBODYS = frozenset(["nobody's", "nobody'd", "nobody'll"])
MAY_BE_NOBODY = _NOBODY | _NOBODYS | {"not"}
"""Words without any of which nobody is said to do something."""
_CIVIL = word_set(
    "rights charity humanitarian monitoring monitor observatory relief medical health consumer watchdog polling"
)
_STATELY = word_set("united royal the")
_ADDING = frozenset(["saying", "alleging", "adding"])
_SAYS_SO = W.CHANNEL | W.RECORDING | W.GROUP | W.MEMBER | W.INSURGENT | W.OFFICIAL | W.SPOKES | W.CALLER
_PEOPLE = ("man", "woman", "ers", "ors", "ists", "men", "ians", "ees", "people")
_TOLD = W.CHANNEL | W.RECORDING | W.ACT_NOUN
_HARMED = word_set("victims witnesses witness relatives families residents")
_STATE_FORCES = word_set(
    "security government armed defence defense counter-terrorist counterterrorism coalition army special allied "
    "naval border federal state peacekeeping"
)


class Speaker(StrEnum):
    """Whose words or deed a statement is, as far as its noun phrase tells."""

    FIRST = "first"
    PRONOUN = "pronoun"
    GROUP = "group"
    OFFICIAL = "official"
    NAME = "name"
    MESSAGE = "message"
    PERSON = "person"
    NOBODY = "nobody"
    OTHER = "other"
    NONE = "none"


class Grammar(Phrases):
    """A sentence with its subjects and speakers."""

    _acts: tuple[int, ...] | None = None

    @property
    def acts(self) -> tuple[int, ...]:
        """Tokens that are nouns or gerunds of a hostile act, in order; found when they are first asked for."""
        if self._acts is None:
            act = W.ACT_NOUN | W.CYBER
            self._acts = tuple(at for at, mask in enumerate(self.masks) if mask & act and self.tags[at] in "OGJ")
        return self._acts

    def subject(self, verb: int, low: int = 0, depth: int = 0) -> Span:
        """The subject of a verb; for a participle or a second verb, that of the sentence's main verb.

        Args:
            verb: The verb.
            low: The subject does not begin below this token.
            depth: How often the search was handed on.

        Returns:
            Tokens from and to; ``NO_SPAN`` where none is found.
        """
        start = self.group_start(verb)
        at = start - 1
        if depth > 3 or at < low:
            return NO_SPAN
        told = self.told_to(start)
        if told >= 0:
            # "The woman called a station to claim": who called.
            return self.subject(told, low, depth + 1)
        if self.forms[at] in {'"', "'"} and at > low:
            comma = self.forms[at - 1] == "," and at - 1 > low
            about = self._before_clause(at - 2, low) if comma else NO_SPAN
            if about != NO_SPAN:
                # 'Ivo Marek, who used the handle "saltmine," pleaded guilty'.
                return about
            at -= 2 if comma else 1
        form, tag = self.forms[at], self.tags[at]
        if form in CLOSING:
            return self.phrase_before(at, low)
        if form in _DASHES:
            return self._across_comma(verb, at, low, depth)
        if tag == Tag.COORDINATOR:
            return self._main_subject(verb, low, depth)
        if form in {"who", "which", "that"}:
            return self.antecedent(at, low)
        if self.tags[verb] == Tag.GERUND and (tag == Tag.PREPOSITION or form in {"while", "when"}):
            return self._main_subject(verb, low, depth)
        if tag in "VG":
            return self.subject(at, low, depth + 1) if start < verb else NO_SPAN
        found = self.phrase_before(at, low)
        if found[1] - found[0] == 1 and form in READY and found[0] > low + 1 and self.forms[found[0] - 1] in BE:
            # "The rebels were quick to say".
            return self.phrase_before(found[0] - 2, low)
        found = self._with_participle(self._of_whom(found, low), low)
        if self.forms[verb] in _ADDING and found != NO_SPAN and not self._may_say(found):
            return next((span for span in self._openings(verb, low, depth) if span != NO_SPAN), found)
        if found == NO_SPAN and "to" in self.forms[start:verb]:
            return self._main_subject(start, low, depth)
        if found[0] >= low + 2 and self.forms[found[0] - 1] == "to" and self.forms[found[0] - 2] in CALLERS:
            # "A caller to a radio station said": who called.
            return self.phrase_before(found[0] - 2, low)
        if self.forms[max(0, found[0] - 1) : found[0] + 2] == ("to", "speak", "for"):
            # "A man claiming to speak for the Front said": whose words they are.
            return found[0] + 2, found[1]
        return found

    def _before_clause(self, at: int, low: int) -> Span:
        """Of whom a relative clause tells that a token is in and that a comma opens; ``NO_SPAN`` where it is in none."""
        back = at
        while back > low + 1 and self.forms[back] not in _DASHES and at - back < FAR:
            back -= 1
        opened = self.forms[back] in _DASHES and self.forms[back + 1] in {"who", "which", "whose"}
        return self.phrase_before(self._before_age(back, low) - 1, low) if opened else NO_SPAN

    def _before_age(self, comma: int, low: int) -> int:
        """The comma before a bare number that stands before another one: "Ivo Marek, 34, who"; else the comma itself."""
        aged = comma - 2 > low and self.forms[comma - 1].isdigit() and self.forms[comma - 2] in _DASHES
        return comma - 2 if aged else comma

    def _of_whom(self, span: Span, low: int) -> Span:
        """A phrase with those before it whom an act on it befell: "survivors of a raid on the village"."""
        if span[0] < low + 2 or self.forms[span[0] - 1] not in {"on", "against"}:
            return span
        if not self.masks[span[0] - 2] & W.ACT_NOUN:
            return span
        wider = self.phrase_before(span[0] - 2, low)
        head = self.forms[self.head(wider)] if wider[0] >= 0 else ""
        people = head in _HARMED or head.endswith(_PEOPLE)
        return (wider[0], span[1]) if people else span

    def _with_participle(self, span: Span, low: int) -> Span:
        """Of whom a participle tells that a phrase is the agent of: "militants backed by Orlu", not the writer of a message."""
        done = span[0] - 2
        if done <= low or self.forms[done + 1] != "by" or self.tags[done] != Tag.VERB or self.group_start(done) < done:
            return span
        before = self.phrase_before(done - 1, low)
        if before[0] < 0 or self.masks[self.head(before)] & _TOLD or self.masks[self.head(span)] & _TOLD:
            return span
        return before

    def _across_comma(self, verb: int, at: int, low: int, depth: int) -> Span:
        """The subject before an insertion between commas, dashes or both."""
        if self.tags[verb] == Tag.GERUND:
            return next((span for span in self._openings(verb, low, depth) if span != NO_SPAN), NO_SPAN)
        back = at - 1
        while back >= low and self.forms[back] not in _DASHES and at - back < FAR:
            back -= 1
        if back <= low or self.forms[back] not in _DASHES:
            return self._main_subject(verb, low, depth)
        back = self._before_age(back, low)
        while back > low and self.forms[back] in _DASHES:
            back -= 1
        return self.phrase_before(back, low)

    def _may_say(self, span: Span) -> bool:
        """Whether a phrase right before "saying" says so itself: people, a message, not "closed its border to all flights"."""
        head = self.head(span)
        return (
            bool(self.masks[head] & _SAYS_SO) or self.forms[head].endswith(_PEOPLE) or self.tags[span[0]] == Tag.PRONOUN
        )

    def _openings(self, verb: int, low: int, depth: int) -> Iterator[Span]:
        """Of whom a gerund behind a clause speaks: the subject of its verb; of "saying" also the name that opens the sentence.

        No list may know the verb: "Orlu condemns the strike, saying".
        """
        yield self._main_subject(verb, low, depth)
        end = low
        while end < self.count and self.capital[end] and self.tags[end] in "OJ":
            end += 1
        if self.forms[verb] in _ADDING and end > low == 0 and not self.shouting:
            yield low, end

    def _main_subject(self, verb: int, low: int, depth: int) -> Span:
        for at in range(max(low, verb - _REACH), verb):
            if self.tags[at] == Tag.VERB and not self.reduced(at):
                start = self.group_start(at)
                if start > low and self.forms[start - 1] in {"who", "which", "that", "whose"}:
                    continue
                return self.subject(at, low, depth + 1)
        return NO_SPAN

    def head(self, span: Span) -> int:
        """The head noun of a noun phrase.

        Args:
            span: The phrase.

        Returns:
            Its last noun before a preposition or a bracket.
        """
        found = span[0]
        for at in range(*span):
            if at > span[0] and (self.forms[at] in PREPOSITIONS or self.forms[at] in {"(", "["}):
                break
            if self.tags[at] in "OJG" and at not in self.reading.numerals:
                found = at
        return found

    def beside(self, span: Span) -> Span:
        """What stands between commas behind a noun phrase: "a spokesman for the Front" of "Ivo Marek, a spokesman for the Front,".

        Args:
            span: The phrase.

        Returns:
            Tokens from and to; ``NO_SPAN`` where nothing does, or a clause.
        """
        start = span[1] + 1
        if span[0] < 0 or self.forms[span[1] : start] != (",",):
            return NO_SPAN
        for at in range(start, min(self.count, start + _BESIDE)):
            if self.forms[at] == ",":
                return (start, at) if at > start else NO_SPAN
            if self.tags[at] not in "DOJITC":
                break
        return NO_SPAN

    def speaker(self, span: Span) -> Speaker:
        """What kind of speaker or actor a noun phrase names.

        Args:
            span: The phrase.

        Returns:
            The kind; ``NONE`` for ``NO_SPAN``.
        """
        start, stop = span
        if start < 0:
            return Speaker.NONE
        if self._is_nobody(start, stop):
            return Speaker.NOBODY
        for at in range(start + 1, stop):
            if self.tags[at] == Tag.GERUND and self.tags[at - 1] == Tag.NOUN:
                stop = at
                span = (start, stop)
                break
        first = self.forms[start]
        if stop - start == 1 and self.tags[start] == Tag.PRONOUN:
            return Speaker.FIRST if first in {"we", "i"} else Speaker.PRONOUN
        if first in {"our", "my"}:
            return Speaker.FIRST
        kinds = self.masks[start:stop]
        head = self.head(span)
        own = kinds[head - start]
        present = 0
        for kind in kinds:
            present |= kind
        return self._noun_speaker(own, present, set(self.forms[start:stop]), span)

    def _noun_speaker(self, own: int, present: int, words: set[str], span: Span) -> Speaker:
        if own & W.SPOKES:
            if self.forms[self.head(span)] in CALLERS:
                return Speaker.MESSAGE
            if present & W.INSURGENT or any(self._is_named_army(at) for at in range(*span)):
                return Speaker.GROUP
            if present & W.STATE:
                return Speaker.OFFICIAL
            return Speaker.MESSAGE if own & (W.CHANNEL | W.RECORDING) else Speaker.PERSON
        if words & _CIVIL or (present & W.CIVIL and not present & W.INSURGENT):
            return Speaker.OTHER
        if {"air", "force"} <= words or ("forces" in words and words & _STATE_FORCES and not present & W.INSURGENT):
            return Speaker.OFFICIAL
        if self._is_named_army(self.head(span)):
            return Speaker.GROUP
        forces = {"army", "armies", "forces", "command"} & words
        if own & W.INSURGENT or (present & W.INSURGENT and (not own & W.STATE or forces)):
            return Speaker.GROUP
        if own & W.STATE or (present & W.STATE and not own & (W.GROUP | W.MEMBER)):
            return Speaker.OFFICIAL
        if present & (W.GROUP | W.MEMBER):
            return Speaker.GROUP
        if present & W.OFFICIAL:
            # A spokesman is an official by himself: what he is depends on whose he is.
            bodies = [at for at in range(*span) if self.masks[at] & W.OFFICIAL and not self.masks[at] & W.SPOKES]
            return Speaker.OFFICIAL if bodies else Speaker.PERSON
        if present & (W.CHANNEL | W.RECORDING):
            return Speaker.MESSAGE
        named = self.shouting or any(self.capital[at] for at in range(*span) if self.tags[at] in "OJ")
        quoted = self.forms[span[1] : span[1] + 1] == ('"',)
        return Speaker.NAME if named or quoted else Speaker.OTHER

    def _is_named_army(self, head: int) -> bool:
        """An army "of" something, or with two words before it, bears a group's name, unlike the army of a state."""
        if self.forms[head] != "army" or not self.capital[head] or self.shouting:
            return False
        two = head >= 2 and all(self.capital[at] and self.tags[at] in "OJ" for at in (head - 1, head - 2))
        # "The Ninth of July Army".
        two = two or (head >= 3 and self.forms[head - 2] == "of" and self.capital[head - 1] and self.capital[head - 3])
        return self.forms[head + 1 : head + 2] == ("of",) or (two and self.forms[head - 2] not in _STATELY)

    def _is_nobody(self, start: int, stop: int) -> bool:
        forms = self.forms
        dated = forms[start] == "date" and forms[start + 1 : start + 2] == ("none",)
        if dated or forms[start] in _NOBODY or forms[start] in _NOBODYS or forms[stop - 1] in _NOBODY:
            return True
        for at in range(max(0, start - 9), start):
            far = start - at > 5
            if forms[at] in (_NONE if far else _NOBODY) or forms[at : at + 3] in {
                ("not", "a", "single"),
                ("not", "one", "of"),
            }:
                if forms[at + 1] == "sooner" or any(self.tags[here] in "VGP" for here in range(at + 1, start)):
                    continue
                return True
        return forms[max(0, start - 1) : start + 2] == ("not", "a", "single")

    def word_span(self, span: Span) -> Span:
        """Offsets of tokens in the sentence.

        Args:
            span: Tokens from and to.

        Returns:
            Characters from and to.
        """
        return self.reading.tokens[span[0]].start, self.reading.end_of(span[1] - 1)


@lru_cache(maxsize=64)
def grammar_of(reading: Reading) -> Grammar:
    """A sentence's grammar; that of the last sentences is remembered, since many ask for it in turn.

    Args:
        reading: The sentence.

    Returns:
        Its grammar.
    """
    return Grammar(reading)
