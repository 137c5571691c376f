"""Who did it, as somebody reports it: the source, the stretch of words that it answers for, the deeds told there."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice

from avow.cues.accounts.acts import find_act, is_denied
from avow.cues.accounts.blame.deeds import CAME, Deed, act_of, deeds, hands_of, is_combat, work_of
from avow.cues.accounts.blame.sources import DOCUMENTING, FINDINGS, MOST, TELLING, WORDS, part_start, sources
from avow.cues.accounts.blame.telling import ALLEGED
from avow.cues.accounts.captives import GOES_ON, held
from avow.cues.accounts.people import PEOPLE, PERSONS, can_act
from avow.cues.accounts.records import BLAMED, Account
from avow.cues.accounts.sides import excused, is_civil, may_tell_of
from avow.cues.accounts.tellings import Told, speakers_of
from avow.cues.grammar import NO_SPAN, Grammar, Span, Speaker, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.acts import is_self
from avow.cues.statements.speaking import is_their_spokesman
from avow.cues.statements.taking import SAYING
from avow.cues.statements.telling import ADMITTING

_HEDGED = ALLEGED | word_set(
    "apparently allegedly reportedly probably possibly presumably purportedly perhaps maybe likely believed thought"
)
_FORCES = word_set(
    "army armies military troops soldiers soldier police policemen policeman patrol patrols navy marines guards guard gendarmes "
    "officer officers jets aircraft warplanes planes helicopters helicopter artillery forces force agents agent state government "
    "regime security intelligence brigade battalion regiment division ministry service services paratroopers battery batteries "
    "snipers gunners engineers militiamen"
)
_TROOPS = word_set("soldiers soldier troops police policemen policeman officers gendarmes paratroopers")
_WIELDED = word_set(
    "jets jet aircraft plane planes warplanes warplane helicopters helicopter drone drones artillery shells shell tank tanks "
    "missile missiles rocket rockets mortars gunboats gunboat warships warship bombers fire airstrike airstrikes strike strikes "
    "shelling bombardment raid raids attack attacks gunners ship ships vessel vessels submarine boat boats cutter cutters bulldozer"
)
"""Weapons and attacks, of which their owners are said to have done what they did."""
_OWNERS = word_set(
    "army army's government government's coalition rebel police military regime militia guerrilla navy enemy junta"
)
_OWN = word_set("its our his her my")
_JUDGING = word_set(
    "court courts tribunal judge judges jury inquest coroner inquiry commission panel prosecutor prosecutors indictment "
    "rapporteur rapporteurs committee defector deserter widow widows mother father parents attorney plaintiffs crown ombudsman "
    "magistrate survivor survivors prosecution"
)
"""Sources that accuse forces of their own state too."""
_SOURCES = TELLING | FINDINGS | DOCUMENTING | WORDS | {"according"}
_MEDIA = word_set(
    "media press news newspaper newspapers radio television agency magazine video footage tv report reports"
)
_ALLEGING = ("alleg", "charg", "complain", "denounc", "protest", "conclu", "rul", "testif")
_REGULAR = word_set("army battalion command military forces armed navy")
_PARLIAMENT = word_set("party party's committee whip senator deputy mp mps")
_MANY = word_set(
    "police mafia militia youth wing mob gang band group column cell squad command detachment faction front"
)
_VAGUE = word_set(
    "individuals man woman men women youth youths person people somebody someone bomber gunman gunmen suspect suspects attacker"
)
_CHARGING = word_set("court tribunal prosecutor prosecutors prosecution indictment jury crown")
"""Sources that tell of nobody's deeds but of those who are charged: "prosecutors said he shot"."""
_WE = word_set("we i our my")
_OURS = word_set("my me us our")
"""Words of those who tell what they suffered; officials do not."""
_LETTERS = word_set("letter letters message video tape fax e-mail email note call")
_WATCHING = word_set(
    "ngo ngos monitor monitors watchdog monitoring farmer teacher resident mother priest nun nuns student villager bishop "
    "archbishop doctor nurse shopkeeper trader fisherman peasant daughter son sister brother uncle neighbour neighbor hospital nations "
    "medical driver cellmate bodyguard housekeeper mothers wife wives daughters sisters priests parishioners townspeople elders fishermen ex-wife passengers women"
)
"""Words for civil sources beside those of :func:`is_civil`."""
_MESSENGERS = word_set(
    "mouthpiece voice telephoned caller callers leaflet communique communiques communiqué banner note sheet pamphlet"
)
_ENDINGS = ("er", "ers", "ors", "ists", "men", "ians", "ees", "ants", "ents")
_GENERIC = frozenset(
    (word,) for word in word_set("group party movement organisation organization front cell column gang")
)
_WAS = frozenset((word,) for word in ("was", "is", "were"))
_UNSURE = word_set("whether if was is not think believe suspect")
_FIRST = word_set("me us we i")
MAYBE = "reports-maybe"
"""The rule of reports of which it is uncertain whether they blame."""


def reported(grammar: Grammar) -> Iterator[Account]:
    """Deeds that a source tells of others.

    Args:
        grammar: The sentence.

    Yields:
        Accounts of blame.
    """
    if not grammar.reading.possible & SAYING and _SOURCES.isdisjoint(grammar.forms):
        return
    for told in islice(sources(grammar), MOST):
        said = told.start, told.stop
        low = part_start(grammar, told.verb) if told.place == "between" else told.start
        for deed in (*deeds(grammar, *said, low), *hands_of(grammar, *said), *work_of(grammar, *said)):
            if deed.verb == told.verb:
                continue
            rule, accused = _judged(grammar, told, deed)
            if rule:
                yield Account(BLAMED, rule, told.verb, told.source, accused, deed.act)
        yield from _they_were(grammar, told)


def _they_were(grammar: Grammar, told: Told) -> Iterator[Account]:
    """Who it was, by a source that is named behind: "it was soldiers, the nuns say"."""
    at, forms = told.start, grammar.forms
    at += forms[at : at + 1] == ('"',)
    if told.place == "before" or forms[at : at + 1] != ("it",) or forms[at + 1 : at + 2] not in _WAS:
        return
    accused = grammar.phrase_after(at + 2)
    party = may_blame(grammar, told.verb, told.source, accused)
    if (
        party[0] >= 0
        and forms[party[1] : party[1] + 1] in {(",",), ('"',)}
        and forms[party[1] - 1].endswith(("s", "men", "police", "army"))
    ):
        yield Account(BLAMED, "reports-it-was", told.verb, told.source, party, find_act(grammar, party[1], told.stop))


def it_was(grammar: Grammar, at: int) -> Iterator[Account]:
    """Who did it by the order of the words alone: "it was soldiers who burned the mill".

    Args:
        grammar: The sentence.
        at: The "it", a token.

    Yields:
        Accounts of blame.
    """
    forms = grammar.forms
    if (
        forms[at + 1 : at + 2] not in _WAS
        or is_denied(grammar, at)
        or not _UNSURE.isdisjoint(forms[max(0, at - 3) : at])
    ):
        return
    accused = grammar.phrase_after(at + 2)
    link = accused[1] + (forms[accused[1] : accused[1] + 1] == (",",))
    if accused[0] < 0 or forms[link : link + 1] not in {("who",), ("that",)} or forms[accused[0]] in _FIRST:
        return
    them = forms[slice(*accused)] == ("them",)
    if not (them or _party(grammar, accused)[0]) or not _HEDGED.isdisjoint(forms[at:link]):
        return
    if speakers_of(grammar, at + 1, at)[0] >= 0:
        # What a source tells is judged by who it is.
        return
    for verb in range(link + 1, min(grammar.count, link + 6)):
        if grammar.tags[verb] not in "VA" or not held(grammar, verb):
            continue
        act = act_of(grammar, verb, link)
        if act[0] >= 0:
            yield Account(BLAMED, "it-was-who", at, NO_SPAN, accused, act)
            return


def _judged(grammar: Grammar, told: Told, deed: Deed) -> tuple[str, Span]:
    """Whether a deed that a source tells of is a blame: the rule and who is blamed; an empty rule where it is none."""
    voice = _voice(grammar, told)
    if not voice:
        return "", deed.accused
    if _is_charged(grammar, told, deed) and not _hedged(grammar, told, deed.accused, deed):
        return f"reports-{told.place}", deed.accused
    kind, accused = _party(grammar, deed.accused)
    if not kind or is_self(grammar, told.source, accused) or _hedged(grammar, told, accused, deed):
        return "", accused
    if excused(grammar, told.verb, deed.verb, accused):
        return "", accused
    if deed.rough and kind in {"person", "people", "named"} and voice not in {"judging", "civil"}:
        return (MAYBE if grammar.forms[deed.verb] in CAME else ""), accused
    forces, combat = "forces" in kind, is_combat(grammar, deed)
    sure = f"reports-{told.place}"
    if voice != "civil" and not may_tell_of(grammar, told.verb, told.source, accused):
        return (sure if voice == "judging" and forces and not combat else ""), accused
    if voice in {"judging", "civil"}:
        return sure, accused
    if voice == "group":
        return (sure if forces and not combat else MAYBE if kind != "group" else ""), accused
    state = grammar.forms[deed.verb].startswith("execut") and not kind.endswith("group")
    weak = kind in {"forces", "wielder", "person"} or (forces and combat) or state
    return (MAYBE if weak or voice == "hearsay" else sure), accused


def _is_charged(grammar: Grammar, told: Told, deed: Deed) -> bool:
    """Whether a pronoun or a person of an age is whom a source charges: "the enemy says that we fired", "prosecutors said he shot"."""
    start, stop = deed.accused
    form, source = grammar.forms[start], grammar.forms[told.source[0] : told.source[1]]
    if form == "you":
        return source[0] not in {"i", "we"}
    if form in _WE:
        quoted = grammar.reading.quoted
        others = grammar.speaker(told.source) in {Speaker.OFFICIAL, Speaker.NAME, Speaker.PERSON, Speaker.OTHER}
        clause = told.start > 0 and grammar.forms[told.start - 1] == "that" and quoted[start] == quoted[told.verb]
        return clause and others and not _OWN & set(source)
    aged = any(word.endswith("year-old") for word in grammar.forms[start:stop])
    charging = grammar.forms[grammar.head(told.source)] in _CHARGING or "prosecution" in source
    return (form in {"he", "she"} or aged) and charging and not deed.rough


def may_blame(grammar: Grammar, verb: int, source: Span, accused: Span, *, adjective: bool = False) -> Span:
    """Whom a source blames by naming somebody as the doer of an act.

    Args:
        grammar: The sentence.
        verb: The verb of saying.
        source: Who says it.
        accused: Who is said to have done it.
        adjective: Whether it is named by the words before the act: "a Zamor strike".

    Returns:
        The part of the phrase that names the party; ``NO_SPAN`` where it is none, or of the source's own side.
    """
    if adjective:
        owner = next((at for at in range(*accused) if _names(grammar, at)), -1)
        accused = (owner, accused[1]) if owner >= 0 else NO_SPAN
    else:
        kind, accused = _party(grammar, accused)
        accused = accused if kind else NO_SPAN
    if accused[0] < 0 or source[0] < 0 or is_self(grammar, source, accused):
        return NO_SPAN
    words = set(grammar.forms[source[0] : source[1]])
    watching = words & (_WATCHING | _JUDGING) or is_civil(grammar, source)
    pronoun = grammar.tags[source[0]] == Tag.PRONOUN and grammar.forms[source[0]] not in {"we", "i", "you"}
    return accused if watching or pronoun or may_tell_of(grammar, verb, source, accused) else NO_SPAN


def _voice(grammar: Grammar, told: Told) -> str:
    """What kind of source speaks; empty for one that tells of its own or is none."""
    source, forms = told.source, grammar.forms
    speaker, head = grammar.speaker(source), grammar.head(source)
    words = {form.removesuffix("'s") for form in forms[source[0] : source[1]]}
    if forms[source[1] : source[1] + 1] == (",",):
        # "Said Anton Veres, a farmer".
        beside = grammar.phrase_after(source[1] + 1)
        words |= set(forms[beside[0] : beside[1]]) if beside[0] >= 0 else set()
    if (
        source[0] > 1
        and forms[source[0] - 1] == "to"
        and not _LETTERS.isdisjoint(forms[max(0, source[0] - 4) : source[0]])
    ):
        # "A letter to the bishop said": who wrote it says so.
        return ""
    if is_their_spokesman(grammar, source) and forms[told.start] != "it":
        # "Rebels fired missiles, their spokesman said", not "it is mercenaries who did this, its spokesman said".
        return ""
    timed = not forms[head][0].isalpha() or grammar.masks[head] & W.TIME
    if timed or not _MESSENGERS.isdisjoint(forms[max(0, source[0] - 9) : max(source[1], told.verb)]):
        return ""
    alleges, admits = forms[told.verb].startswith(_ALLEGING), forms[told.verb].startswith(ADMITTING)
    hearsay = words & _MEDIA or speaker in {Speaker.MESSAGE, Speaker.PRONOUN}
    own_words = speaker is Speaker.NAME and not _OURS.isdisjoint(forms[told.start : told.stop])
    if (words & _WATCHING or own_words) and not admits:
        return "civil"
    if (hearsay and not alleges) or admits:
        return "" if forms[source[0]] in {"you", "we", "i"} else "hearsay"
    if words & _JUDGING and not words & _REGULAR:
        return "judging"
    if is_civil(grammar, source):
        return "civil"
    regular = words & _REGULAR and not any(grammar.masks[at] & W.INSURGENT for at in range(*source))
    return "group" if speaker is Speaker.GROUP and not words & _PARLIAMENT and not regular else "other"


def _hedged(grammar: Grammar, told: Told, accused: Span, deed: Deed) -> bool:
    """Whether it is only probable or alleged that somebody did it; "alleged that they did" is no such hedge."""
    low, high = min(accused[0], deed.verb), max(accused[1], deed.verb + 1)
    after = told.verb + 1 if told.verb < low else 0
    return not _HEDGED.isdisjoint(grammar.forms[max(after, low - 2, 0) : high])


def _party(grammar: Grammar, span: Span) -> tuple[str, Span]:
    """What kind of party a phrase names, and the part of it that names the party; empty where it names none."""
    start, stop = span
    if not 0 <= start < stop or grammar.tags[start] == Tag.PRONOUN:
        return "", span
    forms, head = grammar.forms, grammar.head(span)
    if forms[head] in _VAGUE and forms[stop : stop + 1] == ("from",):
        # "Gunmen from the Lou clan".
        home = grammar.phrase_after(stop + 1)
        body = home[0] >= 0 and (forms[home[1] - 1] in PERSONS or grammar.masks[home[1] - 1] & PEOPLE)
        stop = home[1] if body and any(grammar.capital[at] for at in range(*home)) else stop
        span = start, stop
    words = set(forms[start:stop])
    trying = forms[stop - 1].endswith("ing") and forms[stop - 1] in GOES_ON
    named = any(_names(grammar, at, opening=False) for at in range(start, stop))
    vague = not named and not _VAGUE.isdisjoint((forms[head], forms[start])) and not can_act(grammar, span, named=True)
    vague = vague or grammar.tags[head] == Tag.GERUND
    if _OWN & words or forms[start] == "their" or vague or trying:
        return "", span
    if forms[head] in _WIELDED:
        owner = next((at for at in range(start, head) if _names(grammar, at) or forms[at] in _OWNERS), -1)
        return ("wielder", (owner, head)) if owner >= 0 else ("", span)
    plain = span if grammar.tags[start] != Tag.DETERMINER else (start + 1, stop)
    agency = named and forms[head] == "agency"
    if not agency and not can_act(grammar, plain, named=True) and not (named and can_act(grammar, span)):
        return "", span
    people = any(grammar.masks[at] & PEOPLE for at in range(start, head + 1)) or forms[head].endswith(_ENDINGS)
    people = people or forms[head] in _FORCES | PERSONS
    if (
        grammar.shouting
        and forms[start] in {"a", "an"}
        and not people
        and forms[stop : stop + 1] not in {("[",), ("(",)}
    ):
        return "", span
    if not people and not grammar.shouting and not _names(grammar, head):
        return "", span
    armed = any(grammar.masks[at] & (W.INSURGENT | W.GROUP) for at in range(start, stop))
    rebels = any(grammar.masks[at] & W.INSURGENT for at in range(start, stop))
    kind = "forces" if words & _TROOPS or (words & _FORCES and not rebels) else "group" if armed else ""
    if (
        forms[start] == "the"
        and forms[start + 1 : stop] in _GENERIC
        and (grammar.shouting or not grammar.capital[head])
    ):
        return "", span
    if named:
        return f"named-{kind}" if kind else "named", span
    single = forms[head] not in _MANY and not forms[head].endswith(("s", "men"))
    return (kind or ("person" if single else "people")), span


def _names(grammar: Grammar, at: int, *, opening: bool = True) -> bool:
    """Whether a word is written as a name; the first of a sentence only where it is asked for, or in capitals."""
    if grammar.shouting or not grammar.capital[at] or grammar.masks[at] & W.TIME or grammar.tags[at] not in "OJ":
        return False
    raw = grammar.reading.tokens[at].raw
    return (
        at > 0 or opening or (len(raw) > 1 and raw.isupper()) or ("-" in raw and raw.rpartition("-")[2][:1].isupper())
    )
