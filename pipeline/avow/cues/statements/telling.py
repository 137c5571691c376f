"""Deeds that somebody tells, of themselves or of others."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.grammar import COORDINATORS, NO_SPAN, POSSESSIVES, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import ANY_DEED, deed, group_of, is_self, others_word, same_head
from avow.cues.statements.records import Actor, Kind, Statement
from avow.cues.statements.speaking import may_be_its_group, voice_of
from avow.cues.statements.taking import CLAIM, SAYING

ADMITTING = ("admit", "acknowledg", "conced", "confess", "accept", "own")
_CONCEDING = ("admit", "acknowledg", "conced")
NOT_SAYING = word_set(
    "call calls called calling ask asks asked asking describe describes described suggest suggests suggested "
    "predict predicts predicted urge urges urged warn warns warned estimate estimates estimated promise promises "
    "promised vow vows vowed comment comments stress note notes"
)
CLAIM_NOUNS = word_set("claim claims assertion boast admission confession")
_ASKED = word_set("who whom whose why where whether if")
_BEGINNING = word_set(
    "began begun begins begin started starts start continued continues continue kept keeps stopped resumed"
)
_FINDINGS = word_set(
    "investigation investigations inquiry inquiries probe probes study studies analysis leak leaks documents papers files "
    "records archive archives evidence"
)
_INQUIRIES = word_set("report reports article articles dossier book documentary programme program series story")
_ABOUT, _OF = word_set("into on about against"), word_set("of from")
_CHARGED = word_set("responsible charged accused suspected guilty convicted blamed those")
_CLEFT = word_set("us them me him they he she we i")
_SELVES = word_set("us them me him it ours theirs mine")
_COPULAS = word_set("is are was were be")
_WAS = _COPULAS | {"been"}
_ONES = word_set("one ones those")
_ON_ITS = frozenset((link, whose) for link in ("on", "in") for whose in ("its", "their"))
_RADIO = frozenset(["clandestine", "rebel", "guerrilla", "mouthpiece"])
_STATIONS = word_set("radio station broadcast weekly organ")


def told(grammar: Grammar, verb: int) -> Iterator[Statement]:
    """Somebody says that a deed was done, by themselves or by others.

    Args:
        grammar: The sentence.
        verb: Its verb.

    Yields:
        Statements.
    """
    done, strength = deed(grammar, verb + 1, verb + 20)
    if done < 0 or grammar.passive(verb) or grammar.forms[verb + 1] in _COPULAS or grammar.forms[verb + 1] in _ASKED:
        return
    if grammar.tags[done] == Tag.GERUND and _of_others(grammar, done):
        return
    if grammar.forms[done - 1] == "that" and grammar.tags[done] != Tag.GERUND:
        return
    for at in range(verb + 1, done):
        if grammar.tags[at] == Tag.VERB and grammar.masks[at] & SAYING and not grammar.masks[at] & ANY_DEED:
            return
    source = grammar.subject(verb)
    speaker = _mouthpiece(grammar, source, grammar.speaker(source), verb)
    begun = done - 1 if grammar.tags[done] == Tag.GERUND and grammar.forms[done - 1] in _BEGINNING else done
    subject = _who_did(grammar, grammar.subject(begun, verb + 1), verb)
    group = group_of(grammar, done)
    intended = grammar.intended(done) and not ("to" in group and grammar.forms[verb] in CLAIM)
    actor, strong = _actor(grammar, verb, done, source, speaker, subject), strength == 2
    if _is_about(grammar, source):
        actor = Actor.OTHER
    elif actor is Actor.OTHER and not grammar.undergone(done) and may_be_its_group(grammar, source, subject):
        actor, strong = Actor.SELF, False
    if actor is Actor.SELF and speaker is Speaker.NOBODY and not grammar.negated(verb):
        # "No side has said that it fired the shell": that nobody claims it.
        yield Statement(Kind.TAKES, verb, speaker, source, (done, done + 1), True)
        return
    if actor is Actor.SELF:
        voice = voice_of(grammar, source, subject, done)
        speaker = speaker if voice is Speaker.NONE else voice
    yield Statement(
        Kind.SAYS,
        verb,
        speaker,
        source,
        (done, done + 1),
        grammar.negated(done)
        or grammar.negated(verb)
        or ("not" in grammar.forms[verb + 1 : done] and _cleft(grammar, verb, done)),
        intended,
        actor,
        strong,
        subject,
        grammar.reading.quoted[done],
        grammar.forms[verb].startswith(ADMITTING),
    )


def _is_about(grammar: Grammar, source: Span) -> bool:
    """Whether what tells a deed is found out about somebody: "an investigation into the Front", "documents of the Front"."""
    if source[0] < 0:
        return False
    if grammar.forms[grammar.head(source)] in _FINDINGS:
        return True
    if source[0] <= 1:
        return False
    head, link = grammar.forms[source[0] - 2 : source[0]]
    return (link in _ABOUT and head in _FINDINGS | _INQUIRIES) or (link in _OF and head in _FINDINGS)


def _who_did(grammar: Grammar, subject: Span, verb: int) -> Span:
    """The subject of a deed; of "he was the one who shot", that of the copula."""
    if subject[0] < 0 or grammar.forms[subject[1] - 1] not in _ONES:
        return subject
    copula = next((at for at in range(subject[0] - 1, verb, -1) if grammar.forms[at] in _WAS), -1)
    named = grammar.subject(copula, verb + 1) if copula > 0 else NO_SPAN
    return named if named[0] >= 0 else subject


def _of_others(grammar: Grammar, done: int) -> bool:
    """Whether a gerund tells of what others are charged with, or only gives an example: "such as killing"."""
    before = grammar.forms[max(0, done - 6) : done]
    if before[-2:] == ("such", "as"):
        return True
    return before[-1:] in {("for",), ("with",), ("of",)} and not _CHARGED.isdisjoint(before)


def _mouthpiece(grammar: Grammar, source: Span, speaker: Speaker, verb: int) -> Speaker:
    """A rebels' own radio speaks for them."""
    if speaker in {Speaker.OFFICIAL, Speaker.NAME, Speaker.MESSAGE} and source[0] >= 0:
        words = set(grammar.forms[source[0] : verb])
        if words & _STATIONS and (
            words & _RADIO or any(grammar.masks[at] & W.INSURGENT for at in range(source[0], verb))
        ):
            return Speaker.GROUP
    return speaker


def _actor(grammar: Grammar, verb: int, done: int, source: Span, speaker: Speaker, subject: Span) -> Actor:
    """Who did the deed of a content clause."""
    forms, tags = grammar.forms, grammar.tags
    passive = grammar.undergone(done)
    if others_word(grammar, verb, subject):
        return Actor.OTHER
    if subject[0] < 0 and forms[grammar.group_start(done) - 1] in {"who", "which"}:
        return Actor.OTHER
    if subject[0] < 0:
        joined = any(forms[at] in COORDINATORS or forms[at] == "," for at in range(verb + 1, done))
        begins = (
            tags[done] == Tag.GERUND or forms[done - 1] in {"have", "having"} or grammar.group_start(done) == verb + 1
        )
        actor = _of_earlier_verb(grammar, verb, done, source, speaker) if joined and not begins else Actor.SELF
    elif tags[subject[0]] == Tag.PRONOUN:
        word = forms[subject[0]]
        if word in {"we", "i"}:
            own = grammar.reading.quoted[subject[0]] or speaker is Speaker.FIRST
        else:
            own = word != "you" and speaker is not Speaker.FIRST
        actor = Actor.SELF if own else Actor.OTHER
    else:
        perfect = {"to", "have"} <= set(group_of(grammar, done))
        actor = Actor.SELF if perfect or is_self(grammar, source, subject) else Actor.OTHER
        if actor is Actor.OTHER and _cleft(grammar, verb, done):
            actor = Actor.SELF
        if actor is Actor.OTHER and speaker is Speaker.GROUP and _owns_radio(grammar, source, verb, subject):
            actor = Actor.SELF
    if actor is Actor.OTHER and tags[done] == Tag.VERB and forms[verb].startswith(_CONCEDING):
        # What is admitted is one's own side's: "the minister conceded that men of the company had opened fire".
        rebels = any(grammar.masks[at] & W.INSURGENT for at in range(*subject))
        actor = Actor.SELF if not rebels or speaker is Speaker.GROUP else actor
    if not passive:
        return actor
    return Actor.SELF if agent_is_self(grammar, done, source) else Actor.VICTIM


def _owns_radio(grammar: Grammar, source: Span, verb: int, subject: Span) -> bool:
    words = set(grammar.forms[source[0] : verb])
    return bool(words & _STATIONS) and grammar.speaker(subject) is Speaker.GROUP


def _of_earlier_verb(grammar: Grammar, verb: int, done: int, source: Span, speaker: Speaker) -> Actor:
    """The actor of the first of several verbs: "that it seized a farm and attacked"."""
    for at in range(verb + 1, done):
        if grammar.tags[at] == Tag.VERB:
            subject = grammar.subject(at, verb + 1)
            if subject[0] < 0:
                return Actor.UNKNOWN
            if grammar.tags[subject[0]] == Tag.PRONOUN and grammar.forms[subject[0]] in {"we", "i"}:
                return Actor.SELF if grammar.reading.quoted[subject[0]] or speaker is Speaker.FIRST else Actor.OTHER
            return Actor.SELF if is_self(grammar, source, subject) else Actor.OTHER
    return Actor.UNKNOWN


def _cleft(grammar: Grammar, verb: int, done: int) -> bool:
    """Whether an act is one's own by its clause: "it was his section that shot", "it was the one that burned"."""
    words = grammar.forms[verb + 1 : done]
    if not {"that", "who"} & set(words) or "it" not in words:
        return False
    return bool({"one", "ones"} & set(words)) or any(word in POSSESSIVES or word in _CLEFT for word in words)


def agent_is_self(grammar: Grammar, done: int, source: Span) -> bool:
    """Whether an act was done by who tells of it: "by its fighters", "on his orders".

    Args:
        grammar: The sentence.
        done: The verb of the act, in the passive.
        source: Who tells of it.

    Returns:
        True where the agent is the source's own.
    """
    for at in range(done + 1, min(grammar.count, done + 8)):
        if grammar.forms[at] == "on" and grammar.forms[at + 2 : at + 3] in {("order",), ("orders",)}:
            return grammar.forms[at + 1] in POSSESSIVES
        if grammar.forms[at] == "by":
            agent = grammar.phrase_after(at + 1)
            if agent[0] < 0:
                return False
            first, last = grammar.forms[agent[0]], grammar.forms[agent[1] - 1]
            return first in POSSESSIVES or not _SELVES.isdisjoint((first, last)) or same_head(grammar, source, agent)
    return False


def noun_claims(grammar: Grammar) -> Iterator[Statement]:
    """A claim as a noun: "a claim by the cell that it caused the fire".

    Args:
        grammar: The sentence.

    Yields:
        Statements.
    """
    forms = grammar.forms
    if CLAIM_NOUNS.isdisjoint(forms):
        return
    for noun in range(grammar.count):
        if forms[noun] not in CLAIM_NOUNS or grammar.tags[noun] != Tag.NOUN:
            continue
        owner = NO_SPAN
        content = noun + 1
        if noun + 1 < grammar.count and forms[noun + 1] in {"by", "of", "from"}:
            owner = grammar.phrase_after(noun + 2)
            content = owner[1]
        elif noun >= 1 and (forms[noun - 1].endswith("'s") or forms[noun - 1] in POSSESSIVES):
            owner = (noun - 1, noun)
        if owner[0] < 0 or forms[content : content + 1] not in {("that",), ("to",)}:
            continue
        done, strength = deed(grammar, content + 1, content + 12)
        if done < 0:
            continue
        speaker = grammar.speaker(owner)
        actor = _actor(grammar, content, done, owner, speaker, grammar.subject(done, content + 1))
        negated = grammar.negated(done)
        yield Statement(Kind.SAYS, noun, speaker, owner, (done, done + 1), negated, False, actor, strength == 2)


def sourced(grammar: Grammar) -> Iterator[Statement]:
    """A deed told by a statement of the group: "according to a statement from the Front, its drones struck".

    Args:
        grammar: The sentence.

    Yields:
        Statements.
    """
    for at in range(grammar.count - 1):
        if grammar.forms[at : at + 2] != ("according", "to"):
            continue
        source = grammar.phrase_after(at + 2)
        if source[0] < 0:
            continue
        stop = source[1]
        if grammar.tags[stop : stop + 1] == [Tag.VERB] and grammar.forms[stop + 1 : stop + 2] == ("by",):
            # "A message circulated by the gang".
            stop += 1
        if stop < grammar.count and grammar.forms[stop] in {"from", "by", "of"}:
            owner = grammar.phrase_after(stop + 1)
            source = owner if owner[0] >= 0 else source
        speaker = grammar.speaker(source)
        # "According to a message on its channel, the gang bombed": of who did it.
        its = grammar.forms[source[1] : source[1] + 2] in _ON_ITS
        done, strength = deed(grammar, source[1], source[1] + 14)
        if done < 0 or speaker not in {Speaker.GROUP, Speaker.NAME, Speaker.MESSAGE}:
            continue
        subject = grammar.subject(done, source[1])
        own = subject[0] >= 0 and (
            its or grammar.forms[subject[0]] in POSSESSIVES or same_head(grammar, source, subject)
        )
        if own and not grammar.passive(done):
            negated, intended = grammar.negated(done), grammar.intended(done)
            yield Statement(Kind.SAYS, done, speaker, source, (done, done + 1), negated, intended, strong=strength == 2)
