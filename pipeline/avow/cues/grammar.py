"""A shallow grammar of a sentence: parts of speech, verb groups, noun phrases, subjects, and who a speaker is.

It answers what cues and the register ask: is this form a verb or a noun, who is its subject, is it negated, passive or
only intended. It knows closed word classes and the classes of :mod:`avow.cues.lexicon`, no names; it works on text in
capitals too. Every search is bounded, so the time is linear in the length of the sentence.
"""

from __future__ import annotations

from enum import StrEnum

from avow.cues.lexicon import VERB_CLASSES, word_set
from avow.cues.lexicon import WordClass as W
from avow.cues.reading import Reading

Span = tuple[int, int]
NO_SPAN: Span = (-1, -1)


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


class Tag:
    """Parts of speech, as coarse as the rules need them; plain characters, so that a class of tags is a string."""

    PUNCTUATION = "P"
    DETERMINER = "D"
    PREPOSITION = "I"
    TO = "T"
    PRONOUN = "R"
    AUXILIARY = "A"
    MODAL = "M"
    NEGATION = "N"
    ADVERB = "B"
    COORDINATOR = "C"
    SUBORDINATOR = "S"
    VERB = "V"
    GERUND = "G"
    ADJECTIVE = "J"
    NOUN = "O"


DETERMINERS = word_set(
    "the a an this these those its their his her our your my no any some every each another such both all several "
    "many few most one two three four five six seven eight nine ten dozens hundreds"
)
POSSESSIVES = word_set("its their his her our my your")
PREPOSITIONS = word_set(
    "in on at by for from of with against near after before during since until over under between among through "
    "into onto within without about around outside inside along toward towards amid amidst following despite "
    "including via per upon across behind beyond throughout"
)
PRONOUNS = word_set("it they he she we i you")
AUXILIARIES = word_set(
    "is are was were be been being am has have had having do does did 's 're 've isn't aren't wasn't weren't "
    "hasn't haven't hadn't doesn't don't didn't it's they're they've we've we're i've i'm he's she's"
)
BE = word_set("is are was were be been being am isn't aren't wasn't weren't it's they're we're i'm")
MODALS = word_set(
    "will would shall should can could may might must cannot won't wouldn't can't couldn't 'll 'd we'll they'll i'll"
)
_NEGATIONS = word_set("not never n't neither nor")
_ADVERBS = word_set(
    "also already later then now just still even once again soon yesterday today tonight tomorrow subsequently "
    "meanwhile immediately yet itself himself herself themselves jointly only ever thereby allegedly reportedly "
    "earlier both therefore thus too so finally first down up out off back away monday tuesday wednesday thursday "
    "friday saturday sunday"
)
COORDINATORS = frozenset(["and", "or", "but", "nor"])
_SUBORDINATORS = word_set(
    "that which who whom whose where when while because although though if unless as whether what how why"
)
_WITHHELD = word_set("yet without failed fails refused refuses declined declines cannot")
_PAST = word_set(
    "went came made got became began gave ran saw met won lost spoke stood sat kept led left fell rose grew knew "
    "brought bought built sent spent paid read drove flew wore chose broke froze sold taught caught sought fought "
    "felt heard lay withdrew arrested"
)
_AMBIGUOUS = word_set(
    "claim claims report reports charge charges link links call calls plan plans hold holds state states name "
    "names list lists release releases post posts show shows note notes demand demands promise promises vow vows "
    "pledge pledges attack attacks strike strikes raid raids bomb bombs fire fires hit hits murder murders ambush "
    "ambushes assault assaults kill kills shell shells mortar mine mines target targets burn cut cuts film films "
    "record records picture document issue issues broadcast broadcasts blame share sign place ram storm mount "
    "stage set take lock crash knock order orders hack hacks breach leak leaks dump dumps exploit warn answer "
    "reply comment estimate tie trace doubt question plant light damage capture escape publish admit deny "
    "sabotage torture massacre dynamite execution"
)
_FINITE_S = word_set("claims holds charges reports links calls plans states notes demands releases posts shows")
_AFTER_NOUN = word_set("of against on were are have had by")
_COUNTS = word_set("two three four five six seven eight nine ten some many several few all both most the these those")
_OPENERS = frozenset(")]")
_DASHES = frozenset(",-–—")
_LINKS = word_set("of for from in at with")
_ENDS = frozenset(";.:")
_FAR = 30


class Grammar:
    """A sentence with its parts of speech.

    Args:
        reading: The sentence as cues see it.

    Attributes:
        reading: The same.
        forms: Normalised tokens.
        masks: Word classes of each token, not narrowed by the words around it.
        tags: Parts of speech, one character a token.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.forms = reading.forms
        self.count = len(self.forms)
        raws = reading.raws
        words = [raw for raw in raws if raw[:1].isalpha()]
        self.shouting = bool(words) and sum(word.isupper() for word in words) > 0.7 * len(words)
        self.capital = [raw[:1].isupper() for raw in raws]
        self._raws = raws
        self.masks = reading.classes
        self.tags: list[str] = []
        for at in range(self.count):
            self.tags.append(self._tag(at))

    def _tag(self, at: int) -> str:
        form = self.forms[at]
        if not form[0].isalnum() and form not in AUXILIARIES:
            return Tag.PUNCTUATION
        closed = _CLOSED.get(form)
        if closed is not None:
            return Tag.NOUN if closed == Tag.MODAL and self.capital[at] and not self.shouting and at else closed
        if form.endswith("n't"):
            return Tag.NEGATION
        if form.endswith("ly") and len(form) > 4:
            return Tag.ADVERB
        if self.masks[at] & VERB_CLASSES:
            return self._verb_or_noun(at)
        if form in PREPOSITIONS:
            return Tag.PREPOSITION
        if (form.endswith("ed") and len(form) > 4) or form in _PAST:
            return self._participle(at)
        return Tag.NOUN

    def _before(self, at: int) -> tuple[str, str, int]:
        """Tag, form and place of the last token before one that is no adverb; quotation marks after a determiner too."""
        back = at - 1
        while back >= 0 and self.tags[back] == Tag.ADVERB:
            back -= 1
        if back >= 1 and self.forms[back] == '"' and self.tags[back - 1] == Tag.DETERMINER:
            back -= 1
        return (self.tags[back], self.forms[back], back) if back >= 0 else ("^", "", -1)

    def _participle(self, at: int) -> str:
        tag, _, _ = self._before(at)
        if self.capital[at] and not self.shouting and at:
            return Tag.NOUN
        if tag == Tag.DETERMINER:
            return Tag.ADJECTIVE
        return Tag.VERB if tag in "OARBMNSCT" or (tag == Tag.PUNCTUATION and at) else Tag.NOUN

    def _verb_or_noun(self, at: int) -> str:
        form = self.forms[at]
        following = self.forms[at + 1] if at + 1 < self.count else ""
        tag, before, place = self._before(at)
        if self.capital[at] and not self.shouting and at and self._raws[at - 1][:1].isalnum() and tag not in "TM":
            return Tag.NOUN
        if form.endswith("ing"):
            noun = tag == Tag.DETERMINER or (
                tag == Tag.NOUN and self.masks[at] & W.ACT_NOUN and following in PREPOSITIONS
            )
            return Tag.NOUN if noun else Tag.GERUND
        if form in _AMBIGUOUS:
            return Tag.VERB if self._is_finite(at, form, following, tag, before, place) else Tag.NOUN
        if tag == Tag.DETERMINER:
            return Tag.ADJECTIVE if form.endswith("ed") else Tag.NOUN
        return Tag.VERB

    def _is_finite(self, at: int, form: str, following: str, tag: str, before: str, place: int) -> bool:
        """Whether a form that can be noun or verb is a verb here."""
        if tag in "TMRN" or (tag == Tag.AUXILIARY and before.startswith(("do", "did"))):
            return True
        if tag in "DI" or before.endswith("'s"):
            return False
        if tag == Tag.AUXILIARY:
            return form in {"hit", "cut", "set"}
        goods = self._mask_at(at + 1) | self._mask_at(at + 2)
        object_follows = (
            following in DETERMINERS
            or following in PRONOUNS
            or following in {"that", "responsibility", "credit", "to", "having", "guilty"}
            or following[:1].isdigit()
            or (form.startswith(("release", "post", "publish")) and bool(goods & (W.RECORDING | W.LOOT | W.CHANNEL)))
        )
        if form.endswith("s"):
            if tag in "VG":
                return False
            if self.masks[at] & W.ACT_NOUN:
                return object_follows and following not in {"that", "to"} and tag in "OP"
            if following in _AFTER_NOUN or following in {",", "."}:
                return False
            return (form in _FINITE_S and tag in "OPSC") or object_follows or tag in "OSC"
        if form in {"hit", "cut", "set", "broadcast"}:
            return tag in "OPSC" and object_follows
        if form == "claim" and tag in "OP^" and object_follows:
            return not any(
                self.forms[back] in DETERMINERS and self.forms[back] not in _COUNTS
                for back in range(max(0, at - 2), at)
            )
        crowd = before.endswith("s") or before in {"who", "that", "which"}
        crowd = crowd or (place >= 0 and bool(self.masks[place] & (W.GROUP | W.MEMBER | W.OFFICIAL)))
        return tag in "OS" and object_follows and crowd

    def _mask_at(self, at: int) -> int:
        return self.masks[at] if at < self.count else 0

    def is_verb(self, at: int) -> bool:
        """Whether a token is a finite verb, a participle or a gerund.

        Args:
            at: The token.

        Returns:
            True for a verb.
        """
        return self.tags[at] in "VG"

    def group_start(self, verb: int) -> int:
        """Where the verb group of a verb begins: its auxiliaries, modals, negations, adverbs and "to".

        Args:
            verb: The verb.

        Returns:
            The first token of the group.
        """
        at = verb
        while at >= 1 and self.tags[at - 1] in "AMNBT":
            at -= 1
        return at

    def negated(self, verb: int) -> bool:
        """Whether a verb is negated in its group, or withheld: "has yet to", "failed to", "without".

        Args:
            verb: The verb.

        Returns:
            True where it is.
        """
        group = range(self.group_start(verb), verb)
        if any(
            self.tags[at] == Tag.NEGATION or self.forms[at] == "yet" or self.forms[at].endswith("n't") for at in group
        ):
            return True
        if verb + 1 < self.count and self.forms[verb + 1] == "no":
            return True
        return any(self.forms[at] in _WITHHELD for at in range(max(0, verb - 4), verb))

    def passive(self, verb: int) -> bool:
        """Whether a past form is in the passive.

        Args:
            verb: The verb.

        Returns:
            True after a form of "be", and before "by" and an agent.
        """
        if self.tags[verb] == Tag.GERUND:
            return False
        for at in range(verb - 1, max(-1, verb - 5), -1):
            if self.forms[at] in BE:
                return not ("'" in self.forms[at] and self._has_object(verb))
            if self.tags[at] not in "BNA":
                break
        if verb + 1 < self.count and self.forms[verb + 1] == "by":
            return not (verb + 2 < self.count and self.forms[verb + 2].endswith("ing"))
        return False

    def _has_object(self, verb: int) -> bool:
        return verb + 1 < self.count and (self.tags[verb + 1] == Tag.DETERMINER or self.forms[verb + 1][0].isdigit())

    def reduced(self, verb: int) -> bool:
        """Whether a past form only modifies a noun: "the men killed in the raid".

        Args:
            verb: The verb.

        Returns:
            True for a past form without auxiliaries and without an object.
        """
        if self.tags[verb] != Tag.VERB or self.forms[verb].endswith("s") or self.group_start(verb) < verb:
            return False
        if verb and self.tags[verb - 1] == Tag.PRONOUN:
            return False
        at = verb + 1
        while at < self.count and self.tags[at] == Tag.ADVERB:
            at += 1
        if at >= self.count:
            return True
        if self.forms[at] == '"':
            return at + 1 >= self.count or self.tags[at + 1] == Tag.PUNCTUATION
        return self.forms[at] in PREPOSITIONS or self.forms[at] in {".", ",", ")", "and"}

    def intended(self, verb: int) -> bool:
        """Whether a verb tells of something that has not been done: "will attack", "vowed to attack", "could attack".

        Args:
            verb: The verb.

        Returns:
            True where it does.
        """
        group = self.forms[self.group_start(verb) : verb]
        if any(form in MODALS and form != "cannot" for form in group) or "going" in group:
            return True
        if "to" not in group or "have" in group or self.tags[verb] == Tag.GERUND:
            return False
        start = self.group_start(verb)
        return not (start and self.forms[start - 1] in {"tried", "attempted", "trying", "attempting"})

    def phrase_before(self, end: int, low: int = 0) -> Span:
        """The noun phrase that ends at a token.

        Args:
            end: Its last token.
            low: It does not reach below this token.

        Returns:
            Tokens from and to, the latter not included; ``NO_SPAN`` where there is none.
        """
        at = self._skip_closers(end, low)
        if at < low:
            return NO_SPAN
        if self.tags[at] == Tag.PRONOUN:
            return at, at + 1
        if self.tags[at] not in "OJDGV":
            return NO_SPAN
        stop = at + 1
        while at >= low:
            step = self._step_left(at, low, end)
            if step == 0:
                break
            at -= step
            if self.tags[at + 1] == Tag.DETERMINER and self.forms[at + 1] not in {"one"}:
                if at > low and self.forms[at] in _LINKS and self.tags[at - 1] in "OJ":
                    continue
                break
        return (at + 1, stop) if at + 1 < stop else NO_SPAN

    def _skip_closers(self, at: int, low: int) -> int:
        while at >= low and self.forms[at] in {'"', "'", ")", "]"}:
            if self.forms[at] in _OPENERS:
                opening = self._opening(at, low)
                if opening < low:
                    return -1
                at = opening
            at -= 1
        return at

    def _opening(self, at: int, low: int) -> int:
        mark = "(" if self.forms[at] == ")" else "["
        back = at
        while back >= low and self.forms[back] != mark and at - back < _FAR:
            back -= 1
        return back if back >= low and self.forms[back] == mark else low - 1

    def _step_left(self, at: int, low: int, end: int) -> int:
        """How many tokens further to the left a noun phrase reaches; 0 where it ends."""
        form, tag = self.forms[at], self.tags[at]
        if tag in "OJD" or (tag == Tag.GERUND and at and self.tags[at - 1] in "DO"):
            return 1
        if at >= end or at <= low:
            return 0
        if form in _LINKS and self.tags[at - 1] in "OJ":
            return 1
        if form in {'"', "'", "-", "&", "/", "."} and (self.tags[at - 1] in "OJD" or self.forms[at - 1] == '"'):
            return 1
        if form in {"and", "or"} and self.tags[at - 1] == Tag.NOUN:
            return 1
        if form in _OPENERS:
            opening = self._opening(at, low)
            return at - opening + 1 if opening > low else 0
        return 0

    def phrase_after(self, start: int) -> Span:
        """The noun phrase that begins at a token.

        Args:
            start: Its first token; quotation marks are skipped.

        Returns:
            Tokens from and to; ``NO_SPAN`` where there is none.
        """
        at = start
        while at < self.count and self.forms[at] in {'"', "'"}:
            at += 1
        begin = at
        if at < self.count and self.tags[at] == Tag.PRONOUN:
            return at, at + 1
        while at < self.count:
            form, tag = self.forms[at], self.tags[at]
            if tag in "ODJ" or (at > begin and self._joins(at, form)):
                at += 1
                continue
            break
        while at > begin and self.tags[at - 1] in "IDP":
            at -= 1
        return (begin, at) if at > begin else NO_SPAN

    def _joins(self, at: int, form: str) -> bool:
        following = self.tags[at + 1] if at + 1 < self.count else ""
        return form in {"of", "de", "del", "-", "&", "'"} and following in {"O", "D", "J"}

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
        if self.forms[at] in {'"', "'"} and at > low:
            at -= 2 if self.forms[at - 1] == "," and at - 1 > low else 1
        form, tag = self.forms[at], self.tags[at]
        if form in _OPENERS:
            return self.phrase_before(at, low)
        if form in _DASHES:
            return self._across_comma(verb, at, low, depth)
        if tag == Tag.COORDINATOR:
            return self._main_subject(verb, low, depth)
        if form in {"who", "which", "that"}:
            return self.phrase_before(at - 2 if at - 1 >= low and self.forms[at - 1] == "," else at - 1, low)
        if self.tags[verb] == Tag.GERUND and (tag == Tag.PREPOSITION or form in {"while", "when"}):
            return self._main_subject(verb, low, depth)
        if tag in "VG":
            return self.subject(at, low, depth + 1) if start < verb else NO_SPAN
        return self.phrase_before(at, low)

    def _across_comma(self, verb: int, at: int, low: int, depth: int) -> Span:
        """The subject before an insertion between commas, dashes or both."""
        if self.tags[verb] == Tag.GERUND:
            return self._main_subject(verb, low, depth)
        back = at - 1
        while back >= low and self.forms[back] not in _DASHES and at - back < _FAR:
            back -= 1
        if back <= low or self.forms[back] not in _DASHES:
            return self._main_subject(verb, low, depth)
        while back > low and self.forms[back] in _DASHES:
            back -= 1
        return self.phrase_before(back, low)

    def _main_subject(self, verb: int, low: int, depth: int) -> Span:
        for at in range(low, verb):
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
            if self.tags[at] in "OJG":
                found = at
        return found

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
            if self.forms[self.head(span)] in {"caller", "callers"}:
                return Speaker.MESSAGE
            if present & W.INSURGENT:
                return Speaker.GROUP
            if present & W.STATE:
                return Speaker.OFFICIAL
            return Speaker.MESSAGE if own & (W.CHANNEL | W.RECORDING) else Speaker.PERSON
        if present & W.CIVIL and not own & W.INSURGENT:
            return Speaker.OTHER
        if {"air", "force"} <= words or ("forces" in words and words & _STATE_FORCES and not present & W.INSURGENT):
            return Speaker.OFFICIAL
        if self._is_named_army(self.head(span)):
            return Speaker.GROUP
        if own & W.INSURGENT or (present & W.INSURGENT and not own & W.STATE):
            return Speaker.GROUP
        if own & W.STATE or (present & W.STATE and not own & (W.GROUP | W.MEMBER)):
            return Speaker.OFFICIAL
        if present & (W.GROUP | W.MEMBER):
            return Speaker.GROUP
        if present & W.OFFICIAL:
            return Speaker.OFFICIAL
        if present & (W.CHANNEL | W.RECORDING):
            return Speaker.MESSAGE
        named = self.shouting or any(self.capital[at] for at in range(*span) if self.tags[at] in "OJ")
        quoted = self.forms[span[1] : span[1] + 1] == ('"',)
        return Speaker.NAME if named or quoted else Speaker.OTHER

    def _is_named_army(self, head: int) -> bool:
        """An army "of" something is a group's name, unlike the army of a state."""
        return self.forms[head] == "army" and self.forms[head + 1 : head + 2] == ("of",) and self.capital[head]

    def _is_nobody(self, start: int, stop: int) -> bool:
        forms = self.forms
        if forms[start] in _NOBODY or forms[start].startswith("nobody") or forms[stop - 1] in _NOBODY:
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
        tokens = self.reading.tokens
        last = tokens[span[1] - 1]
        return tokens[span[0]].start, last.start + len(last.raw)


_NOBODY = word_set("no nobody none neither noone no-one any anyone")
_NONE = frozenset(["nobody", "none", "neither"])
_STATE_FORCES = word_set(
    "security government armed defence defense counter-terrorist counterterrorism coalition army special allied "
    "naval border federal state peacekeeping"
)
_CLOSED: dict[str, str] = {
    form: str(tag)
    for words, tag in (
        (_ADVERBS, Tag.ADVERB),
        (_SUBORDINATORS, Tag.SUBORDINATOR),
        (COORDINATORS, Tag.COORDINATOR),
        (DETERMINERS, Tag.DETERMINER),
        (_NEGATIONS, Tag.NEGATION),
        (MODALS, Tag.MODAL),
        (AUXILIARIES, Tag.AUXILIARY),
        (PRONOUNS, Tag.PRONOUN),
        ({"that"}, Tag.SUBORDINATOR),
        ({"to"}, Tag.TO),
    )
    for form in words
}
