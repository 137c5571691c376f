"""Verb groups and noun phrases of a sentence: negated, passive or only intended; where a phrase begins and ends.

Every search is bounded, so the time is linear in the length of the sentence.
"""

from __future__ import annotations

from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.tags import BE, MODALS, PREPOSITIONS, Tag, Tagged

Span = tuple[int, int]
NO_SPAN: Span = (-1, -1)
_WITHHELD = word_set("yet failed fails refused refuses declined declines cannot")
CLOSING = frozenset(")]")
"""Close an insertion in brackets, whose other end is looked for."""
_LINKS = word_set("of for from in at with")
_WHEN = word_set("on at")
_PARTICIPLES = word_set("known stolen taken blown thrown slain broken driven borne hidden")
_FINITE = word_set(
    "blew took threw drove stole broke slew fell gave wrote began ran sank overran came went saw withdrew"
)
"""Past forms whose participles are other words."""
_CHANNELS = word_set("phone telephone satellite e-mail email fax letter radio text video post then now")
FAR = 30
"""How many tokens away the other end of an insertion, or of what belongs to a verb, is looked for."""
_LONG, _SHARED = 80, 12
_NESTED, _JOINED = 3, 12
"""How many verbs deep it is asked whether a verb follows, which is asked of that verb in turn; how many joined verbs are
asked for what stands behind the last: "shot and killed"."""
_HAVE = word_set("have has had having they'd he'd she'd i'd we'd they've we've i've")
_ATTACKING = word_set("attacked struck")
_AIMING, _AIMED = word_set("fired shot hacked broke"), word_set("at on upon into")
_CLAUSES = word_set("who which that where when while after before as because ; :")
_DONE_BEFORE = word_set("tried attempted trying attempting")
_TELLING = word_set(
    "called calls telephoned telephones phoned phones rang rings contacted contacts wrote writes issued issues posted posts "
    "tweeted faxed released releases appeared appears written rung"
)
_TOLD_WITHIN = 8
_CALLED = word_set(
    "station stations media newspaper newspapers paper papers agency agencies reporters journalists newsroom police radio"
)


class Phrases(Tagged):
    """A sentence with its verb groups and noun phrases."""

    _modifies: dict[int, bool] | None = None

    def group_start(self, verb: int) -> int:
        """Where the verb group of a verb begins: its auxiliaries, modals, negations, adverbs and "to".

        Args:
            verb: The verb.

        Returns:
            The first token of the group.
        """
        at = verb
        while at >= 1 and (self.tags[at - 1] in "AMNBT" or self.floats(at - 1) or self._says_when(at - 1)):
            at -= 1
        return at

    def _says_when(self, at: int) -> bool:
        """Whether a preposition belongs to an adverb within the group: "had at first suspected", "on Friday claimed"."""
        return self.forms[at] in _WHEN and self.tags[at + 1] == Tag.ADVERB and at > 0 and self.tags[at - 1] in "AO"

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
        if "without" in self.forms[max(0, verb - 2) : verb]:
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
        # "Shot dead by".
        by = verb + 1 + (self.forms[verb + 1 : verb + 2] == ("dead",))
        if by < self.count and self.forms[by] == "by":
            agent = self.forms[by + 1] if by + 1 < self.count else ""
            return not agent.endswith("ing") and agent not in _CHANNELS
        return False

    def _has_object(self, verb: int) -> bool:
        return verb + 1 < self.count and (self.tags[verb + 1] == Tag.DETERMINER or self.forms[verb + 1][0].isdigit())

    def reduced(self, verb: int, depth: int = 0) -> bool:
        """Whether a past form only modifies a noun: "the men killed in the raid".

        Args:
            verb: The verb.
            depth: How often the question was handed on.

        Returns:
            True for a past form without auxiliaries and without an object.
        """
        if depth:
            return self._is_reduced(verb, depth)
        # Rules ask of the same verbs again and again.
        if self._modifies is None:
            self._modifies = {}
        found = self._modifies.get(verb)
        if found is None:
            found = self._modifies[verb] = self._is_reduced(verb, depth)
        return found

    def _is_reduced(self, verb: int, depth: int) -> bool:
        following, at = "and", verb
        for _ in range(_JOINED):
            if self.tags[verb] != Tag.VERB or self.forms[verb].endswith("s") or self.group_start(verb) < verb:
                return False
            if self.forms[verb] in _FINITE or self._shares_had(verb):
                return False
            if self.forms[verb] in _PARTICIPLES:
                return True
            if verb and self.tags[verb - 1] == Tag.PRONOUN:
                return False
            at = verb + 1
            while at < self.count and self.tags[at] == Tag.ADVERB:
                at += 1
            if at >= self.count:
                return True
            following = self.forms[at]
            if following != "and" or at + 1 >= self.count or self.tags[at + 1] != Tag.VERB:
                break
            # "Shot and killed a teacher".
            verb = at + 1
        if following == '"':
            return at + 1 >= self.count or self.tags[at + 1] == Tag.PUNCTUATION
        if following in PREPOSITIONS:
            return not self._aims(verb, at, depth)
        return following in {".", ",", ")", "and"}

    def undergone(self, verb: int) -> bool:
        """Whether a past form tells what is done to somebody: in the passive, or modifying a noun.

        Args:
            verb: The verb.

        Returns:
            True where it is either.
        """
        return self.passive(verb) or self.reduced(verb)

    def _shares_had(self, verb: int) -> bool:
        """Whether a participle shares the "had" of one before it: "had broken in and stolen the files"."""
        if not verb or self.tags[verb - 1] != Tag.COORDINATOR:
            return False
        for at in range(verb - 2, max(0, verb - _SHARED), -1):
            if self.tags[at] == Tag.VERB:
                return self.forms[at - 1] in _HAVE
        return False

    def _aims(self, verb: int, at: int, depth: int) -> bool:
        """Whether a past form without an object is a clause's verb: "fired on a convoy", not "fired on by rebels"."""
        form, link = self.forms[verb], self.forms[at]
        if not (form in _ATTACKING or (form in _AIMING and link in _AIMED)):
            return False
        return self.forms[at + 1 : at + 2] != ("by",) and link != "by" and not self._verb_follows(at, depth)

    def _verb_follows(self, at: int, depth: int) -> bool:
        """Whether a finite verb follows in the same clause, other than one that is joined to the first."""
        if depth > _NESTED:
            return False
        for here in range(at + 1, min(self.count, at + FAR)):
            if self.forms[here] in _CLAUSES:
                return False
            joined = self.tags[here - 1] == Tag.COORDINATOR
            if not joined and (
                self.tags[here] in "AM" or (self.tags[here] == Tag.VERB and not self.reduced(here, depth + 1))
            ):
                return True
        return False

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
        start = self.group_start(verb)
        if self.forms[max(0, start - 2) : start] in {("short", "of"), ("refrained", "from")}:
            # "Stopped short of blaming".
            return True
        if "to" not in group or "have" in group or "having" in group or self.tags[verb] == Tag.GERUND:
            return False
        return not (start and self.forms[start - 1] in _DONE_BEFORE) and self.told_to(start) < 0

    def told_to(self, start: int) -> int:
        """Where somebody did something in order to say so: "called the radio to claim", which is done when it is told.

        Args:
            start: The "to" of a verb of saying.

        Returns:
            The verb of calling, writing or publishing, -1 where there is none.
        """
        if start >= self.count or self.forms[start] != "to":
            return -1
        for at in range(start - 1, max(-1, start - _TOLD_WITHIN), -1):
            if self.forms[at] in _TELLING and self.tags[at] in "VO":
                return at if self._calls_to_say(at, start) else -1
            if self.forms[at] in {",", ";", "and", "but"}:
                break
        return -1

    def _calls_to_say(self, verb: int, start: int) -> bool:
        """Whether a call is made to say so, and not to somebody who is to say it: "called on the group to claim"."""
        if self.forms[verb + 1] in {"on", "upon", "for", "no", "to"} or self.negated(verb) or self.passive(verb):
            return False
        called = self.forms[verb].startswith("call")
        return not called or any(self.masks[at] & W.CHANNEL or self.forms[at] in _CALLED for at in range(verb, start))

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
        low = max(low, at - _LONG)
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
            if self.forms[at] in CLOSING:
                opening = self._opening(at, low)
                if opening < low:
                    return -1
                at = opening
            at -= 1
        return at

    def _opening(self, at: int, low: int) -> int:
        mark = "(" if self.forms[at] == ")" else "["
        back = at
        while back >= low and self.forms[back] != mark and at - back < FAR:
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
        if form in CLOSING:
            opening = self._opening(at, low)
            return at - opening + 1 if opening > low else 0
        return 0

    def antecedent(self, link: int, low: int = 0) -> Span:
        """The noun phrase that a relative clause is about, with a comma before the clause or without.

        Args:
            link: The "who", "which" or "that" of the clause.
            low: The phrase does not reach below this token.

        Returns:
            Tokens from and to, the latter not included; ``NO_SPAN`` where there is none.
        """
        comma = link - 1 >= low and self.forms[link - 1] == ","
        return self.phrase_before(link - 1 - comma, low)

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
        while at < min(self.count, begin + _LONG):
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
