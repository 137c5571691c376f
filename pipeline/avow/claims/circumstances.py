"""What is told of a claim beside who and what: by which channel it came, and whether the text doubts it.

The rules of :mod:`avow.claims.modes` and a list of words of doubt answer first. Regressions over these answers, the
words and pairs of words of the sentence, its neighbours and the opening of the document weigh them: annotators see the
channel of many claims, and most doubts, in words that no list holds.
"""

from __future__ import annotations

import math
import re
from itertools import pairwise
from typing import NamedTuple

from avow.claims.channels import CALL, CALL_BEFORE, OTHER, UNKNOWN
from avow.claims.modes import Context, claim_mode, named_around
from avow.models.circumstances import BEFORE, BEHIND, CHANNELS, KNOWN, OPENING, WORD, CircumstanceTable

_DOUBT = re.compile(
    r"(?<!\S)(?:doubt\w*|disput\w*|discount\w*|sceptic\w*|skeptic\w*|hoax|unverified|dubious|bogus|forger(?:y|ies)|forged"
    r"|wrong code|no evidence|false"
    r"|(?:could|can|cannot|couldn't|can't|not) (?:\S+ ){0,3}(?:verif\w+|confirm\w*|authenticat\w+|corroborat\w*)"
    r"|(?:not|little|no) (?:\S+ )?(?:credible|authentic|genuine|proof|credence)"
    r"|questioned (?:the|its|whether)|unlikely|drunk"
    r"|purported\w*|not taken seriously|cast doubt)(?!\S)"
)
_MESSAGE = (
    r"(?:claims?|statements?|messages?|calls?|videos?|tapes?|recordings?|notes?|letters?|communiqu[eé]s?|postings?"
    r"|posts?|authenticity|authorship|confessions?|admissions?|assertions?)"
)
_THE = (
    r"(?:the|this|that|these|those|its|their|his|her|any) "
    r"(?:(?:group|movement|organi[sz]ation|front|brigade|party|gang|militia|militants?|rebels?|insurgents?|guerrillas?"
    r"|hackers?|gunm[ae]n|caller|suspect|man|woman|first|second|latest|earlier"
    r"|purported|alleged|recorded|online|telephone)(?:'s?)? (?:' )?){0,2}"
)
"""What may stand before the claim: not somebody else's, such as "the villagers' claims"."""
_NOT = r"(?:(?:could|can|has|have|had|was|were|is|are) not|cannot|couldn't|can't|hasn't|haven't|wasn't|weren't)"
_UNABLE = r"(?:could not|cannot|can not|couldn't|can't|unable to|not able to|not possible to|impossible to|declined to)"
_PROVED, _PROVE = (rf"(?:verif|confirm|authenticat|corroborat|substantiat)(?:{end})" for end in ("i?ed", "y|e|"))
_PROOF = r"(?:confirmation|verification|corroboration|proof|evidence) (?:of|for)"
_DOUBTFUL = (
    r"(?:doubted|disputed|dismissed|rejected|questioned|doubtful|dubious|unverified|false"
    r"|met with (?:doubt|scepticism|skepticism))"
)
_DOUBTED = re.compile(
    rf"(?<!\S)(?:{_THE}{_MESSAGE} {_NOT} (?:\S+ ){{0,3}}{_PROVED}"
    rf"|neither (?:claim|report|statement|message) (?:\S+ ){{1,4}}{_PROVED}"
    rf"|{_UNABLE} (?:\S+ ){{0,2}}{_PROVE} (?:the authenticity of )?(?:{_THE}{_MESSAGE}|this|that|it|them)(?= [.,;]|$)"
    rf"|(?:doubt|dismiss|reject|question|discount|disput)(?:e?s|e?d)? {_THE}"
    r"(?:claims?|authenticity|confessions?|authorship)"
    rf"|(?:dismiss|reject|describ|denounc)(?:e?s|e?d) (?:it|this|that|them|{_THE}{_MESSAGE}) as (?:an? )?(?:\S+ )?"
    r"(?:hoax|false|bogus|propaganda|fabrications?|fabricated|lies?|untrue|nonsense)"
    rf"|no (?:\S+ ){{0,2}}{_PROOF} {_THE}{_MESSAGE}"
    rf"|{_THE}{_MESSAGE} (?:was|were|is|are|has been|have been) (?:\S+ )?{_DOUBTFUL})(?!\S)"
)
"""A doubt of what was claimed just before."""
_TAKING_BACK = (
    r"(?:withdr(?:ew|aws?|awn|awing)|retract(?:s|ed|ing)?|recant(?:s|ed|ing)?|disown(?:s|ed|ing)?"
    r"|repudiat(?:es?|ed|ing)|rescind(?:s|ed|ing)?|disavow(?:s|ed|ing)?|(?:took|takes?|taken|taking) back"
    r"|(?:backed|backs?|backing) away from|walk(?:ed|s|ing) back)"
)
_TAKEN = r"(?:withdrawn|retracted|recanted|disowned|repudiated|rescinded|disavowed|taken back)"
_CLAIM = r"(?:claims?(?! (?:to|on|over|against) )|confessions?|admissions?|avowals?|assertions?|statements?)"
_WITHDRAWN = re.compile(
    rf"(?<!\S){_TAKING_BACK} (?:all |both )?{_THE}{_CLAIM}(?!\S)"
    rf"|(?<!\S){_TAKING_BACK} it(?= [.,;]|$)"
    rf"|(?<!\S){_THE}{_CLAIM} (?:of responsibility )?(?:was|were|is|are|(?:has|have|had) been) (?:\S+ )?{_TAKEN}(?!\S)"
)
"""Whoever claimed takes it back."""
_UNDONE = re.compile(
    r"(?<!\S)(?:not|never|without|refus\w+|declin\w+|\w+n't|no|nor|would|will|may|might|could|should|must|urg\w+"
    r"|demand\w+|ask\w+|call(?:ed|s|ing)? (?:on|for)|if|unless|threaten\w+)(?: \S+){0,3} $"
)
"""Before it, says that this did not happen, or has not yet."""
_TOLD = math.log(8.0)
"""How much likelier than any channel "none is told" has to be; chosen on development documents of our own corpus and of
real news, so that as many answers are right as the rules have alone."""
_SELDOM = 1.6
"""What a doubt's score must pass: texts doubt few claims, and a doubt that is none discredits a claim. Chosen on
development documents of our own corpus, where it finds a quarter of the doubts and is right in two thirds of what it
finds; half of it finds a third and is right in little more than half. Of seven that nought finds in real news, the one
right one alone passes."""
_VALUES = {WORD: 0.5, BEFORE: 0.3, BEHIND: 0.2, OPENING: 0.3, KNOWN: 1.0}
_ANSWER = 2.0
"""Values of terms by where they stand, and of what the rules answer; chosen likewise."""


class Told(NamedTuple):
    """What the rules answer of a claim.

    Attributes:
        text: The sentence, normalised.
        context: What is known beside it.
        mode: A code of ``MODES``.
        doubt: Whether a word of doubt is in the sentence.
    """

    text: str
    context: Context
    mode: int
    doubt: bool


def told_by_rules(text: str, at: int, context: Context) -> Told:
    """What the rules answer of a claim.

    Args:
        text: The sentence, normalised.
        at: Offset of the word of claiming.
        context: What is known beside it.

    Returns:
        Their answers with what they rest on.
    """
    return Told(text, context, claim_mode(text, at, context), _DOUBT.search(text) is not None)


def doubted_behind(text: str) -> bool:
    """Whether the sentence behind a claim doubts it, as in "The claim could not be verified", or takes it back.

    Args:
        text: That sentence, normalised; empty where there is none.

    Returns:
        True where it does.
    """
    return _DOUBTED.search(text) is not None or withdrawn(text)


def withdrawn(text: str) -> bool:
    """Whether a sentence says that a claim was taken back: "withdrew its claim", "its confession was retracted".

    Args:
        text: The sentence, normalised.

    Returns:
        True where it does, and not that somebody would not or should.
    """
    return any(_UNDONE.search(text[: found.start()]) is None for found in _WITHDRAWN.finditer(text))


def circumstance_terms(told: Told) -> dict[str, float]:
    """The terms from which a claim's circumstances are told.

    Args:
        told: The rules' answers.

    Returns:
        Values by term.
    """
    text, context, mode, doubt = told
    facts = [
        f"own={context.own}",
        f"single={context.single}",
        f"earlier={context.earlier}",
        f"rule={mode},own={context.own},single={context.single}",
        f"rule={mode},earlier={context.earlier}",
        f"quoted={text.startswith(chr(34))}",
    ]
    words = text.split()
    values = dict.fromkeys((f"{KNOWN}:rule={mode}", f"{KNOWN}:doubt={doubt}"), _ANSWER)
    for place, names in (
        (WORD, [*words, *map(" ".join, pairwise(words))]),
        (BEFORE, context.near[0].split()),
        (BEHIND, context.near[1].split()),
        (OPENING, context.opening.split()),
        (KNOWN, facts),
    ):
        values.update(dict.fromkeys((f"{place}:{name}" for name in names), _VALUES[place]))
    return values


def weighed(table: CircumstanceTable, told: Told) -> tuple[int, bool]:
    """A claim's circumstances by the regressions.

    Args:
        table: The regressions.
        told: The rules' answers.

    Returns:
        A code of ``MODES``, and whether the text doubts the claim. A channel is one that words of the document name
        near the claim, or that the rules tell. Where the regressions find that none is told, the rules may still say
        that there is a statement.
    """
    doubt, *scores = table.scores(circumstance_terms(told))
    scores[CHANNELS.index(UNKNOWN)] -= _TOLD
    named = named_around(told.text, told.context) | {told.mode, UNKNOWN}
    # The annotators tell no warning from other calls.
    named |= {CALL} if CALL_BEFORE in named else set()
    mode = max((code for code in CHANNELS if code in named), key=lambda code: scores[CHANNELS.index(code)])
    if mode == UNKNOWN:
        mode = told.mode if told.mode in {OTHER, UNKNOWN} else OTHER if told.context.own else UNKNOWN
    return CALL_BEFORE if mode == CALL and told.mode == CALL_BEFORE else mode, doubt > _SELDOM
