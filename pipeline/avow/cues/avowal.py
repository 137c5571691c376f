"""Cues of an avowal and of what is often taken for one: denial, absence of a claim, blame, threat, other claims.

Each function answers one question about a reading; ``frames`` runs them all. A frame that needs a word class that the
sentence does not hold is not tried.
"""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.lexicon import WordClass as W
from avow.cues.reading import Reading

_ACT = W.ACT_NOUN | W.CYBER
_DEED = W.ACT_VERB | W.CYBER
_ANY_DEED = _DEED | W.WEAK_ACT
_FIRST = W.FIRST_PLURAL | W.FIRST_SINGULAR
_SPEAKER = W.THIRD_PRONOUN | _FIRST | W.MEMBER
_AUXILIARIES = frozenset(
    [
        "had",
        "has",
        "have",
        "having",
        "was",
        "were",
        "is",
        "are",
        "be",
        "been",
        "being",
        "that",
        ",",
        "''",
        "also",
        "already",
        "then",
        "later",
        "itself",
        "himself",
        "herself",
        "themselves",
        "who",
        "which",
        "successfully",
        "just",
        "only",
    ]
)


def frames(reading: Reading) -> Iterator[str]:
    """The avowal cues of a sentence.

    Args:
        reading: The sentence.

    Yields:
        Names of cues, possibly repeated.
    """
    found = [name for look in _LOOKS for name in look(reading)]
    yield from found
    avowed = sum(name in _AVOWING for name in set(found))
    if avowed:
        yield "avowing-frame"
        if avowed > 1:
            yield "avowing-frames"
    elif reading.present & (_ACT | _DEED):
        yield "act-without-avowing-frame"
    elif reading.present & W.WEAK_ACT:
        yield "weak-act-without-avowing-frame"
    else:
        yield "no-act"


def _responsibility(reading: Reading) -> Iterator[str]:
    """Taking responsibility or credit, with what is taken and whether a negation holds it."""
    for noun in reading.positions(W.RESPONSIBILITY):
        verb = reading.find(W.ASSUME | W.AVOW, noun - 6, noun)
        if verb < 0 and reading.forms[noun] != "responsible":
            verb = reading.find(W.ASSUME | W.AVOW, noun + 1, noun + 5)
        if verb < 0 and reading.forms[noun] == "responsible":
            verb = reading.find(W.REPORT, noun - 7, noun)
            if verb >= 0 and not reading.has(_SPEAKER | W.GROUP, verb + 1, noun):
                continue
        if verb < 0:
            continue
        if reading.negated(verb) or reading.negated(noun, 3):
            yield "negated-avowal"
            continue
        yield "avowal"
        if reading.has(W.BYSTANDER_OBJECT, noun + 1, noun + 8) and not reading.has(_ACT, noun + 1, noun + 8):
            yield "avowal-of-something-else"
        elif reading.present & (_ACT | _DEED):
            yield "avowal-of-act"
        if reading.quoted[verb]:
            yield "avowal-in-quotation"


def _claimed_act(reading: Reading) -> Iterator[str]:
    """Claiming, admitting or acknowledging an act as the verb's object, actively or passively."""
    for verb in reading.positions(W.AVOW):
        if reading.has(W.RESPONSIBILITY, verb - 5, verb + 6):
            continue
        form = reading.forms[verb]
        negated = reading.negated(verb)
        after = reading.find(_ACT, verb + 1, verb + 6)
        between = reading.find(W.COPULA | W.MODAL, verb + 1, after) if after >= 0 else -1
        if form.endswith("ed") and "by" in reading.forms[verb + 1 : verb + 3] and reading.present & _ACT:
            yield "negated-avowal" if negated else "act-claimed-by"
        elif after >= 0 and between < 0:
            yield "negated-avowal" if negated else "claimed-act"
        deed = reading.find(_DEED, verb + 1, verb + 8)
        if deed >= 0 and _speaks_of_self(reading, verb, deed):
            yield "negated-avowal" if negated else "claimed-deed"
        elif reading.has(W.BYSTANDER_OBJECT, verb + 1, verb + 4):
            yield "claimed-something-else"
        if negated and after < 0 and deed < 0:
            yield "negated-claim"


def _speaks_of_self(reading: Reading, start: int, deed: int) -> bool:
    """Whether between a verb of saying and a deed stands nothing but the speaker, helpers and adverbs."""
    subject = False
    for at in range(start + 1, deed):
        mask = reading.masks[at]
        if mask & _SPEAKER or reading.forms[at] in {"to", "having", "its", "our", "their", "his", "the"}:
            subject = True
        elif reading.forms[at] not in _AUXILIARIES and not mask & (W.GROUP | W.NEGATION | W.TIME):
            return False
    return subject or deed == start + 1


def _told_deed(reading: Reading) -> Iterator[str]:
    """Somebody says that they did it: "said it had killed", "told us on the phone that their men blew up"."""
    for verb in reading.positions(W.REPORT):
        start = _content_start(reading, verb)
        for deed in range(start + 1, min(start + 10, len(reading.forms))):
            if not reading.masks[deed] & _ANY_DEED:
                continue
            if reading.forms[deed - 1] in _PASSIVE or not _speaks_of_self(reading, start, deed):
                continue
            if reading.negated(deed):
                yield "told-negated-deed"
                break
            strong = bool(reading.masks[deed] & _DEED)
            if reading.has(W.OFFICIAL, verb - 6, verb):
                yield "official-told-deed"
            elif reading.has(W.GROUP | W.MEMBER, verb - 8, verb):
                yield "group-told-deed" if strong else "group-told-weak-deed"
            else:
                yield "told-deed" if strong else "told-weak-deed"
            break
    if reading.present & W.CALLER and reading.present & (_ACT | _DEED) and reading.present & W.REPORT:
        yield "caller-and-act"


def _content_start(reading: Reading, verb: int) -> int:
    """Where the content of a verb of saying begins: at a "that" close behind it, otherwise at the verb."""
    for at in range(verb + 1, min(verb + 10, len(reading.forms))):
        if reading.forms[at] == "that":
            return at
        if reading.forms[at] in {".", ";", '"'}:
            break
    return verb


def _own_voice(reading: Reading) -> Iterator[str]:
    """The first person with a deed close behind: "we struck the depot", "our fighters shot"."""
    for pronoun in reading.positions(_FIRST):
        deed = reading.find(_ANY_DEED, pronoun + 1, pronoun + 6)
        if deed < 0 or reading.negated(deed):
            continue
        if reading.has(W.MODAL | W.OBLIGATION | W.THREAT, pronoun + 1, deed) or "will" in reading.forms[pronoun:deed]:
            yield "first-person-intention"
            continue
        person = "plural" if reading.masks[pronoun] & W.FIRST_PLURAL else "singular"
        strength = "deed" if reading.masks[deed] & _DEED else "weak-deed"
        yield f"first-{person}-{strength}"
        if reading.quoted[pronoun]:
            yield "first-person-deed-in-quotation"
        return


def _confession(reading: Reading) -> Iterator[str]:
    """Confessing or pleading guilty to a deed."""
    for verb in reading.positions(W.CONFESS):
        form = reading.forms[verb]
        guilty = form.startswith(("plead", "pled")) and "guilty" in reading.forms[verb : verb + 4]
        if form.startswith("plead") and not guilty:
            continue
        if not reading.has(_ACT | _DEED, verb + 1, verb + 12):
            if reading.has(W.WEAK_ACT, verb + 1, verb + 7) and reading.has(_SPEAKER, verb + 1, verb + 5):
                yield "weak-confession"
            continue
        if "not" in reading.forms[max(0, verb - 3) : verb + 4] or reading.negated(verb):
            yield "negated-avowal"
        elif form.startswith(("confess", "plead", "pled", "boast", "brag", "admit", "own")):
            yield "confession"
    if reading.forms and "confession" in reading.forms and reading.present & (_ACT | _DEED):
        yield "confession-noun"


def _possession(reading: Reading) -> Iterator[str]:
    """Calling the act one's own: "was behind the blast", "it was us", "our work", "the device was ours"."""
    for at, form in enumerate(reading.forms):
        if form == "behind" and reading.has(_ACT, at + 1, at + 7):
            if reading.negated(at):
                yield "negated-avowal"
            elif reading.has(W.REPORT | W.AVOW, at - 8, at) and reading.has(_SPEAKER, at - 4, at):
                yield "behind-the-act"
            else:
                yield "behind-the-act-said-of-others"
        elif form in {"us", "ours", "mine", "me"} and reading.has(W.COPULA, at - 3, at) and not reading.negated(at):
            yield "it-was-us"
        elif form in {"work", "doing", "handiwork", "reply", "answer"} and at:
            if reading.forms[at - 1] in {"our", "my", "its", "their", "his"} and not reading.negated(at):
                yield "own-work"
        elif form in {"sign", "signed", "signs", "signature", "initials"} and reading.present & (_ACT | W.CHANNEL):
            yield "signed"
        elif form == "name" and at and reading.forms[at - 1] == "the" and reading.present & W.CHANNEL:
            yield "in-the-name-of"


def _showing(reading: Reading) -> Iterator[str]:
    """A group's recording of its own act, or a victim listed with data."""
    if reading.present & W.RECORDING:
        for at in reading.positions(W.RECORDING):
            if reading.has(W.SHOW | W.POST, at - 6, at + 7) and reading.present & (_ACT | _DEED):
                yield "recording-of-act"
                break
    if reading.present & W.POST and reading.present & W.LOOT:
        for at in reading.positions(W.POST):
            if reading.has(W.LOOT, at + 1, at + 10):
                yield "data-posted"
                if reading.present & W.GROUP:
                    yield "data-posted-by-group"
                break


def _denial(reading: Reading) -> Iterator[str]:
    """Denying involvement or a deed."""
    for verb in reading.positions(W.DENY):
        if reading.has(W.INVOLVEMENT | W.RESPONSIBILITY | _ACT | _ANY_DEED, verb + 1, verb + 8):
            yield "denial"
    if "nothing" in reading.forms:
        at = reading.forms.index("nothing")
        if reading.forms[at : at + 4] == ("nothing", "to", "do", "with"):
            yield "denial"
    if "neither" in reading.forms and reading.has(W.DENY, 0, len(reading.forms)) and reading.present & W.AVOW:
        yield "neither-claimed-nor-denied"
    for form in ("unclaimed", "claimless"):
        if form in reading.forms:
            yield "negated-avowal"


def _blame(reading: Reading) -> Iterator[str]:
    """Accusing or suspecting somebody else."""
    for verb in reading.positions(W.BLAME):
        form = reading.forms[verb]
        if form.startswith(("hold", "held")) and "responsible" not in reading.forms[verb : verb + 8]:
            continue
        if reading.present & (_ACT | _DEED | W.RESPONSIBILITY):
            yield "blame"
            break
    if any(form.startswith("suspect") for form in reading.forms) and reading.present & (_ACT | _DEED | W.GROUP):
        yield "suspicion"
    if "point" in reading.forms or "pointed" in reading.forms:
        yield "pointing-to"


def _setting(reading: Reading) -> Iterator[str]:
    """Words that speak for or against an avowal without a frame of their own."""
    present = reading.present
    for kind, name in _SINGLE:
        if present & kind:
            yield name
    if present & _DEED and not present & (W.REPORT | W.AVOW | _FIRST):
        yield "deed-without-speaker"
    if present & W.GROUP and present & (W.REPORT | W.AVOW) and present & (_DEED | _ACT):
        yield "group-speaks-of-act"
    if present & W.OFFICIAL and present & W.REPORT and present & (_DEED | _ACT):
        yield "official-speaks-of-act"
    if present & W.CHANNEL and present & (_DEED | _ACT):
        yield "channel-and-act"
    if present & W.THREAT and ("will" in reading.forms or "to" in reading.forms) and present & (_DEED | _ACT):
        yield "threat"
    if present & W.AVOW and not present & (_DEED | _ACT | W.RESPONSIBILITY):
        yield "claim-without-act"
    if present & W.DOUBT and present & (W.AVOW | W.CHANNEL) and present & W.NEGATION:
        yield "doubted"
    if present & (_ACT | _DEED):
        yield from _background(reading)


def _background(reading: Reading) -> Iterator[str]:
    """An act that only sets the scene: "after the attack", "a blast that killed nine"."""
    for noun in reading.positions(_ACT):
        if any(form in _SCENE for form in reading.forms[max(0, noun - 5) : noun]):
            yield "act-as-background"
            break
    for deed in reading.positions(_DEED):
        if deed and reading.forms[deed - 1] in {"that", "which"}:
            yield "act-in-relative-clause"
        elif deed and reading.forms[deed - 1] in _PASSIVE:
            yield "act-in-passive"


_PASSIVE = frozenset({"was", "were", "been", "be", "being", "is", "are"})
_SCENE = frozenset({"after", "following", "since", "before", "during", "amid", "despite", "over"})
_LOOKS = (
    _responsibility,
    _claimed_act,
    _told_deed,
    _own_voice,
    _confession,
    _possession,
    _showing,
    _denial,
    _blame,
    _setting,
)
_AVOWING = frozenset(
    {
        "avowal-of-act",
        "act-claimed-by",
        "claimed-act",
        "claimed-deed",
        "told-deed",
        "told-weak-deed",
        "group-told-deed",
        "group-told-weak-deed",
        "first-plural-deed",
        "first-singular-deed",
        "confession",
        "behind-the-act",
        "it-was-us",
        "own-work",
        "data-posted-by-group",
        "caller-and-act",
    }
)
_SINGLE = (
    (W.ACT_VERB, "hostile-verb"),
    (W.ACT_NOUN, "hostile-noun"),
    (W.GROUP, "group"),
    (W.CHANNEL, "channel"),
    (W.OFFICIAL, "official"),
    (W.RECORDING, "recording"),
)
