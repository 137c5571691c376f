"""Parts of speech of a sentence, as coarse as the rules for statements need them.

It knows closed word classes and the classes of :mod:`avow.cues.lexicon`, no names, and works on text in capitals too.
"""

from __future__ import annotations

from typing import Final

from avow.cues.lexicon import VERB_CLASSES, mask_of, word_set
from avow.cues.lexicon import WordClass as W
from avow.cues.reading import Reading
from avow.memo import Memo


class Tag:
    """Parts of speech, as coarse as the rules need them; plain characters, so that a class of tags is a string."""

    PUNCTUATION: Final = "P"
    DETERMINER: Final = "D"
    PREPOSITION: Final = "I"
    TO: Final = "T"
    PRONOUN: Final = "R"
    AUXILIARY: Final = "A"
    MODAL: Final = "M"
    NEGATION: Final = "N"
    ADVERB: Final = "B"
    COORDINATOR: Final = "C"
    SUBORDINATOR: Final = "S"
    VERB: Final = "V"
    GERUND: Final = "G"
    ADJECTIVE: Final = "J"
    NOUN: Final = "O"


DETERMINERS = word_set(
    "the a an this these those its their his her our your my no any some every each another such both all several "
    "many few most one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty thirty forty fifty sixty dozens hundreds thousands"
)
POSSESSIVES = word_set("its their his her our my your")
PREPOSITIONS = word_set(
    "in on at by for from of with against near after before during since until over under between among through "
    "into onto within without about around outside inside along toward towards amid amidst following despite "
    "including via per upon across behind beyond throughout"
)
PRONOUNS = word_set("it they he she we i you")
AUXILIARIES = word_set(
    "is are was were be been being am has have had having do does did isn't aren't wasn't weren't "
    "hasn't haven't hadn't doesn't don't didn't it's they're they've we've we're i've i'm he's she's they'd he'd she'd i'd "
    "we'd"
)
BE = word_set("is are was were be been being am isn't aren't wasn't weren't it's they're we're i'm")
MODALS = word_set(
    "will would shall should can could may might must cannot won't wouldn't can't couldn't we'll they'll i'll"
)
_LY_NOUNS = word_set("family assembly monopoly anomaly")
"""Words that end as adverbs do, and are nouns whatever stands beside them."""
_AIR = word_set("air naval")
_FLOWN = word_set("force forces strike strikes raid raids attack attacks base bases defence defense")
_KNOWN_AS = word_set("as to for by")
_SINCE = word_set("since long twice together further")
_ARREST = word_set("arrest arrests")
_ARRESTERS = word_set("police authorities officers troops forces soldiers agents officials marines detectives")
_OF = word_set("of for with from")
_NEGATIONS = word_set("not never n't neither nor")
_ADVERBS = word_set(
    "also already later then now just still even once again soon yesterday today tonight tomorrow subsequently "
    "meanwhile immediately yet itself himself herself themselves jointly only ever thereby allegedly reportedly "
    "often sometimes always seldom perhaps maybe earlier both therefore thus too so finally first however instead nonetheless nevertheless likewise moreover afterwards "
    "down up out off back away monday tuesday wednesday thursday "
    "friday saturday sunday"
)
COORDINATORS = frozenset(["and", "or", "but", "nor"])
_SUBORDINATORS = word_set(
    "that which who whom whose where when while because although though if unless as whether what how why"
)
_PAST = word_set(
    "went came made got became began gave ran saw met won lost spoke stood sat kept led left fell rose grew knew "
    "brought bought built sent spent paid read drove flew wore chose broke froze sold taught caught sought fought "
    "felt heard lay withdrew arrested died fled hid driven ridden flown torn worn chosen frozen hidden bitten eaten fallen "
    "seen begun hung overthrown withdrawn understood swept"
)
_HELPING = word_set("help helps helped helping")
_AMBIGUOUS = word_set(
    "claim claims report reports charge charges link links call calls plan plans hold holds state states name "
    "names list lists release releases post posts show shows note notes demand demands promise promises vow vows "
    "pledge pledges attack attacks strike strikes raid raids bomb bombs fire fires hit hits murder murders ambush "
    "ambushes assault assaults kill kills shell shells mortar mortars mine mines target targets burn cut cuts film films "
    "record records picture document issue issues broadcast broadcasts blame share sign place ram storm mount "
    "stage set take lock crash knock order orders hack hacks breach leak leaks dump dumps exploit warn answer "
    "reply comment estimate tie trace doubt question plant light damage capture escape publish admit deny "
    "sabotage torture massacre dynamite execution"
)
_FINITE_S = word_set("claims holds charges reports links calls plans states notes demands releases posts shows")
_AFTER_NOUN = word_set("of against on were are have had by")
_ADMITTED = frozenset(["guilty", "confessed", "confesses", "confess", "confessing"])
_CRIMES = frozenset(["murder", "assault", "sabotage", "torture"])
_SET = frozenset(["fire", "off", "alight", "ablaze"])
_TOLL = word_set(
    "at up more nearly about dozens scores hundreds several two three four five six seven eight nine ten eleven twelve"
)
_FLOATING = frozenset(["both", "each", "all"])
_MOST = 0.7
_PRESENT = word_set(
    "expels expel deports deport extradites extradite hangs imprisons imprison detains detain acquits acquit evacuates "
    "evacuate resigns resign suspends suspend appoints appoint elects approves approve adopts adopt ratifies ratify imposes "
    "impose begins begin becomes become loses lose dies die enters enter agrees agree decides decide refuses arrives arrive "
    "withdraws withdraw deploys deploy flees flee obtains obtain prevents prevent provides provide receives receive removes "
    "remove replaces replace restores restore resumes resume sues sue survives survive joins join invites accepts allows "
    "allow remains remain hires prohibits prohibit recovers recover retires unveils unveil"
)
"""Present forms that are verbs whatever stands beside them, as news in the present tense has them."""
_CLAUSE = 30
"""How many words a clause may go on for."""
_ARTICLES = word_set("a an")
_SINGULAR, _COMPOUNDED = (
    word_set("a an this that"),
    word_set("rights sports arms news sales affairs weapons series gas nations states"),
)
_NO_PREDICATES = word_set("record state stage light hold picture document share place")
_TELLING = word_set("claim report charge blame accuse admit deny name")
"""Base forms that a clause with a verb of its own may follow: "officials claim gunboats shelled the camp"."""
_CENSURING, _CENSURED = word_set("blame accuse"), word_set("game games")
_ARTICLES_OF_ONE = word_set("a an")
_WHEN = word_set("same previous next day night week month year morning evening afternoon weekend summer winter")
_DENIED = word_set("that having responsibility")
"""What may stand behind a verb of saying."""
_COUNTS = word_set("two three four five six seven eight nine ten some many several few all both most the these those")


_CLOSED: dict[str, str] = {
    form: str(tag)
    for words, tag in (
        (_ADVERBS, Tag.ADVERB),
        (_SUBORDINATORS, Tag.SUBORDINATOR),
        (COORDINATORS, Tag.COORDINATOR),
        (DETERMINERS, Tag.DETERMINER),
        (_PRESENT, Tag.VERB),
        (_NEGATIONS, Tag.NEGATION),
        (MODALS, Tag.MODAL),
        (AUXILIARIES, Tag.AUXILIARY),
        (PRONOUNS, Tag.PRONOUN),
        ({"that"}, Tag.SUBORDINATOR),
        ({"to"}, Tag.TO),
    )
    for form in words
}


def _alone(form: str) -> str:
    """The part of speech of a word that the words beside it do not change, empty where they do."""
    if not form[0].isalnum():
        return Tag.PUNCTUATION
    closed = _CLOSED.get(form, "")
    if closed or form in _SINCE or form in _ARREST or form == "known":
        return "" if closed == Tag.MODAL or not closed else closed
    if form.endswith("n't"):
        return Tag.NEGATION
    if form in _LY_NOUNS:
        return Tag.NOUN
    if form.endswith("ly") and len(form) > 4:
        return ""
    if mask_of(form) & VERB_CLASSES:
        return ""
    if form in PREPOSITIONS:
        return Tag.PREPOSITION
    return "" if (form.endswith("ed") and len(form) > 4) or form in _PAST else Tag.NOUN


_ALONE = Memo(_alone)


def _shouts(reading: Reading) -> bool:
    """Whether most words of a text are in capitals."""
    if reading.text.isascii() and reading.names <= _MOST * (reading.names + reading.small):
        return False
    words = [raw for raw in reading.raws if raw[0].isalpha()]
    return bool(words) and sum(word.isupper() for word in words) > _MOST * len(words)


_MOST_SURELY = frozenset(("most", sure) for sure in ("likely", "probably", "certainly", "definitely"))


class Tagged:
    """A sentence with its parts of speech.

    Args:
        reading: The sentence as cues see it.

    Attributes:
        reading: The same.
        forms: Normalised tokens.
        count: How many they are.
        masks: Word classes of each token, not narrowed by the words around it.
        tags: Parts of speech, one character a token.
        capital: For each token whether it begins with a capital.
        shouting: Whether the text is in capitals.
    """

    def __init__(self, reading: Reading) -> None:
        self.reading = reading
        self.forms = reading.forms
        self.count = len(self.forms)
        self.masks = reading.classes
        self.shouting = _shouts(reading)
        self.capital = [mask & W.CAPITAL != 0 for mask in self.masks]
        # Most words are of one part of speech whatever stands beside them; for the others it is the words before.
        self.tags: list[str] = list(map(_ALONE.__getitem__, self.forms))
        for at in reading.numerals:
            self.tags[at] = Tag.NOUN
        if "is" in self.forms and not self.shouting:
            for at, form in enumerate(self.forms):
                if form == "is" and self.capital[at] and reading.raws[at] == "IS":
                    # In capitals where other words are not, it is a name.
                    self.tags[at] = Tag.NOUN
        if "most" in self.forms:
            for at in range(self.count - 1):
                if self.forms[at : at + 2] in _MOST_SURELY:
                    self.tags[at] = Tag.ADVERB
        for at, tag in enumerate(self.tags):
            if not tag:
                self.tags[at] = self._tag(at, self.forms[at])

    def _tag(self, at: int, form: str) -> str:
        if form in _SINCE:
            before = self.tags[at - 1] if at else ""
            if before == Tag.AUXILIARY or (before == Tag.NOUN and self._mask_at(at + 1) & VERB_CLASSES):
                # "The army long suspected".
                return Tag.ADVERB
            return Tag.PREPOSITION if form in PREPOSITIONS else Tag.NOUN
        if form == "known":
            return self._known(at)
        if form in _ARREST:
            following = self.forms[at + 1] if at + 1 < self.count else ""
            told = following in DETERMINERS or following[:1].isdigit()
            told = told or (at > 0 and self.forms[at - 1] in _ARRESTERS and self._begins_object(at + 1, following))
            # "Police arrest 40 people".
            placed = at > 0 and self.forms[at - 1] == "," and following in DETERMINERS
            return Tag.VERB if told and at and (self.tags[at - 1] == Tag.NOUN or placed) else Tag.NOUN
        if form.endswith("ly") and len(form) > 4:
            # "Italy has": an adverb that opens a sentence stands before no verb.
            opens = at == 0 and self.tags[1:2] != [Tag.AUXILIARY] and not self._mask_at(1) & VERB_CLASSES
            return Tag.ADVERB if opens or self.shouting or not self.capital[at] else Tag.NOUN
        if form in MODALS:
            return Tag.NOUN if self.capital[at] and not self.shouting and at else Tag.MODAL
        return self._verb_or_noun(at) if self.masks[at] & VERB_CLASSES else self._participle(at)

    def _known(self, at: int) -> str:
        """The part of speech of "known", a participle in "the group known locally as", not in "the little known group"."""
        ahead = self.forms[at + 1 : at + 3]
        told = bool(ahead) and (ahead[0] in _KNOWN_AS or (ahead[0].endswith("ly") and ahead[1:] == ("as",)))
        return Tag.VERB if told and at and self.tags[at - 1] in "OAB" else Tag.NOUN

    def _before(self, at: int) -> tuple[str, str, int]:
        """Tag, form and place of the last token before one that is no adverb; quotation marks after a determiner too."""
        back = at - 1
        while back >= 0 and (self.tags[back] == Tag.ADVERB or self.floats(back)):
            back -= 1
        if back >= 1 and self.forms[back] == '"' and self.tags[back - 1] == Tag.DETERMINER:
            back -= 1
        return (self.tags[back], self.forms[back], back) if back >= 0 else ("^", "", -1)

    def floats(self, at: int) -> bool:
        """Whether a quantifier stands behind its noun: "the Front and the Brigade both claimed".

        Args:
            at: The token.

        Returns:
            True where it belongs to the verb group.
        """
        return self.forms[at] in _FLOATING and at > 0 and self.tags[at - 1] == Tag.NOUN

    def _participle(self, at: int) -> str:
        tag, before, _ = self._before(at)
        if self.capital[at] and not self.shouting and at:
            return Tag.NOUN
        if tag == Tag.DETERMINER:
            following = self.forms[at + 1] if at + 1 < self.count else ""
            return Tag.VERB if self._counted_do(at, before, following) else Tag.ADJECTIVE
        return Tag.VERB if tag in "OARBMNSCT" or (tag == Tag.PUNCTUATION and at) else Tag.NOUN

    def _verb_or_noun(self, at: int) -> str:
        form = self.forms[at]
        following = self.forms[at + 1] if at + 1 < self.count else ""
        tag, before, place = self._before(at)
        if self.capital[at] and not self.shouting and at and self.forms[at - 1][0].isalnum() and tag not in "TM":
            return Tag.NOUN
        if form.endswith("ing"):
            act = self.masks[at] & W.ACT_NOUN
            noun = (
                tag == Tag.DETERMINER
                or (tag == Tag.NOUN and act and following in PREPOSITIONS)
                or (
                    tag == Tag.COORDINATOR
                    and act
                    and place > 0
                    and self.tags[place - 1] == Tag.NOUN
                    and self._is_ing(place - 1)
                )
            )
            return Tag.NOUN if noun or self._is_between(at, following) else Tag.GERUND
        if form in _AMBIGUOUS:
            return Tag.VERB if self._is_finite(at, form, following, tag, before, place) else Tag.NOUN
        if form in _AIR and following in _FLOWN:
            return Tag.NOUN
        if tag == Tag.DETERMINER:
            if self._counted_do(at, before, following):
                return Tag.VERB
            return Tag.ADJECTIVE if form.endswith("ed") else Tag.NOUN
        return Tag.NOUN if before in _OF and form.endswith("ed") else Tag.VERB

    def _is_between(self, at: int, following: str) -> bool:
        """Whether a word stands between whence somebody is and what they are: "an Indian hacking firm"."""
        if at < 2 or self.shouting or not self.capital[at - 1] or self.forms[at - 2] not in _ARTICLES_OF_ONE:
            return False
        noun = (
            following[:1].isalpha() and _ALONE[following] in {"", Tag.NOUN} and not self._mask_at(at + 1) & VERB_CLASSES
        )
        return noun and not self._mask_at(at + 1) & W.CAPITAL

    def _counted_do(self, at: int, before: str, following: str) -> bool:
        """Whether a verb stands behind a number or quantifier that stands for people: "each denied that"."""
        people = (before in _COUNTS and before not in {"the", "these"}) or before == "each"
        opened = following in DETERMINERS or following in PRONOUNS or following in _DENIED
        # "Five injured this week", "those killed the same night".
        when = self.forms[at + 2] if at + 2 < self.count else ""
        timed = when in _WHEN or bool(self._mask_at(at + 2) & W.TIME)
        return people and opened and not timed and not self.forms[at].endswith("ing")

    def _is_ing(self, at: int) -> bool:
        """Whether a noun is one of doing: "the fighting and bombing"."""
        return self.forms[at].endswith("ing")

    def _is_finite(self, at: int, form: str, following: str, tag: str, before: str, place: int) -> bool:
        """Whether a form that can be noun or verb is a verb here."""
        if following in {"responsibility", "credit"} and tag not in "DI":
            return True
        if form.startswith("set") and following in _SET and tag not in "DI":
            return True
        if tag == Tag.TO and place > 0 and self.forms[place - 1] in _ADMITTED and form in _CRIMES:
            # "Pleaded guilty to murder".
            return False
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
            or (following == "at" and self.forms[at + 2 : at + 3] in {("least",), ("most",)})
            or (form in {"admit", "deny", "claim"} and "that" in self.forms[at + 1 : at + 8])
            or (form in {"admit", "deny"} and following.endswith("ing"))
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
        if form in _CENSURING and tag == Tag.NOUN and self.capital[place] and following not in _CENSURED:
            # "Officials in Karsh blame rebels for": behind a place, whatever its number.
            return self._begins_object(at + 1, following)
        if before in _HELPING and (object_follows or self._begins_object(at + 1, following)):
            # "Helped massacre villagers".
            return True
        crowd = before.endswith("s") or before in {"who", "that", "which"}
        crowd = crowd or (place >= 0 and bool(self.masks[place] & (W.GROUP | W.MEMBER | W.OFFICIAL)))
        if tag == Tag.COORDINATOR and place > 0 and self.tags[place - 1] == Tag.VERB and object_follows:
            # "Police arrest and charge four men".
            return True
        if form == "kill" and tag == Tag.NOUN and (following[:1].isdigit() or following in _TOLL):
            # "Air raids on Karsh kill nine people".
            return True
        if tag not in "OS" or not crowd:
            return False
        return object_follows or (tag == Tag.NOUN and self._is_predicate(at, form, before, place))

    def _is_predicate(self, at: int, form: str, before: str, place: int) -> bool:
        """Whether a base form between two nouns is the verb of its clause: "government troops attack villages"."""
        following = self.forms[at + 1] if at + 1 < self.count else "."
        if (
            before in _COMPOUNDED
            or before.endswith("ss")
            or form in _NO_PREDICATES
            or not self._begins_object(at + 1, following)
        ):
            return False
        articles = _ARTICLES if before.endswith("s") else _SINGULAR
        if any(self.forms[back] in articles for back in range(max(0, place - 3), place)):
            # "A police raid".
            return False
        return form in _TELLING or not self._goes_on(at + 1)

    def _begins_object(self, at: int, form: str) -> bool:
        """Whether a token may begin the object of a verb: a noun, or a participle before one."""
        if form.endswith("s") and self.tags[at + 1 : at + 2] in ([Tag.DETERMINER], [Tag.TO]):
            # "A gas leak leads to": a verb that the lexicon does not know.
            return False
        if self.tags[at : at + 1] == [Tag.NOUN]:
            return True
        return form.endswith("ed") and self.tags[at + 1 : at + 2] == [Tag.NOUN]

    def _goes_on(self, at: int) -> bool:
        """Whether a finite verb follows before the clause ends, by forms alone."""
        for here in range(at, min(self.count, at + _CLAUSE)):
            form = self.forms[here]
            if self.tags[here] in {Tag.PUNCTUATION, Tag.SUBORDINATOR, Tag.COORDINATOR} or form in {"after", "before"}:
                return False
            if form in AUXILIARIES or form in MODALS or form in _PRESENT or form in _PAST:
                return True
            if form.endswith(("ed", "es")) and not self.tags[here] and here > at:
                return True
        return False

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
