"""Who is suspected in what people guess, fear, wonder, theorise about or do not rule out."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from avow.cues.accounts.acts import of_part
from avow.cues.accounts.dispatch import beginning, begun, rules_by_form
from avow.cues.accounts.people import is_passive, is_people, who, whom
from avow.cues.accounts.records import SUSPECTED, Account
from avow.cues.accounts.search import clause_after, copula_before, denied_before, find_before, find_word
from avow.cues.accounts.suspicion.harming import (
    CULPRITS,
    SHARES,
    act_in,
    act_near,
    any_deed,
    can_have,
    deed_of,
    harm_before,
    harms,
    is_suspect,
    it_was,
    may_have,
    named_by,
    read_clause,
)
from avow.cues.accounts.suspicion.seeming import (
    REFUSED,
    SEEMING,
    behind_to,
    hedged,
    likely_author,
    looks_like,
    may_be,
    seems_to,
)
from avow.cues.accounts.verbs import stands
from avow.cues.grammar import NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

_HEDGES = word_set("probably possibly perhaps presumably maybe likely apparently conceivably seemingly plausibly")
_GUESSING = word_set(
    "assess assesses assessed assessing judge judges judged reckon reckons reckoned fear fears feared fearing figure figures figured "
    "wonder wonders wondered speculate speculates speculated speculating surmise surmises surmised guess guesses guessed "
    "assume assumes assumed assuming suppose supposes supposed conjecture conjectures theorise theorises theorised theorize theorizes theorized "
    "whisper whispers whispered hint hints hinted hinting insinuate insinuates insinuated imply implies implied "
    "suspect suspects suspected suspecting believe believes believed believing think thinks thought thinking presume presumes presumed presuming "
    "consider considers considered gossip"
)
_BELIEVING = word_set(
    "suspect suspects suspected believe believes believed think thinks thought presume presumes presumed assume assumes "
    "assumed reckon reckons reckoned fear fears feared"
)
_HELD_TO = word_set(
    "believed thought presumed considered understood feared assumed suspected alleged reckoned supposed reputed rumoured "
    "rumored judged"
)
_OPINIONS = word_set(
    "theory theories hypothesis hypotheses view assumption premise presumption suspicion suspicions belief speculation rumour rumours "
    "rumor rumors fear fears possibility likelihood probability chance impression thesis inquiry enquiry talk word secret explanation explanations scenario whispers gossip "
    "conjecture hunch signs indications indication"
)
_GRAVE = word_set("theory theories hypothesis suspicion suspicions inquiry enquiry")
_EXCLUDING = ("exclud", "discount", "discard", "rul", "dismiss")
_ASKING = (
    "examin",
    "investigat",
    "prob",
    "check",
    "study",
    "studi",
    "establish",
    "determin",
    "explor",
    "assess",
    "look",
    "consider",
    "wonder",
)
_AUTHORS = word_set(
    "author authors culprit culprits perpetrator perpetrators attacker attackers mastermind masterminds killer killers bomber bombers "
    "kidnapper kidnappers hijacker hijackers arsonist arsonists gunman gunmen"
)
_ABOUT = {"wond": "about", "thin": "of", "thou": "of", "hint": "at"}
_HAVING = word_set("has have had having entertain entertains entertained voiced")
_CONCERNING = frozenset((word,) for word in ("about", "on", "upon", "of"))
_AFTER_SUSPECT = word_set("behind in over after for . , who with linked working trying")
_TURNING = word_set(
    "fall falls fell fallen falling rest rests rested turn turns turned turning centre centres centred center centers centered "
    "focus focuses focused focussed point points pointed alight alights alighted settle settles settled surround surrounds surrounded "
    "hang hangs lie lies lay lean leans leaned attach attaches attached"
)
_FALLING = word_set("fell fallen falls turned turns centred centered centres centers focused focuses")
_TOWARDS = word_set("on upon at toward towards to over around against")
_POINTERS = word_set(
    "signs sign evidence clues clue trail trails tracks indications indication everything leads findings results fragments forensics finger fingers"
)
_LEADING = word_set("point points pointed pointing lead leads led")
_REASONS = word_set(
    "grounds reason reasons cause inclined inclines incline tend tends come comes came tempted began begun prone"
)
_LEANING = word_set("lean leans leaned leant leaning incline inclines inclined")
_JUDGES = word_set("judge judges figure figures guess guesses thought")
_WITH_THAT = ("impl", "hint", "whisper", "consider", "assess", "judg", "gossip", "speculat", "assum", "wonder", "figur")
_NO_CLAUSE = frozenset((word,) for word in ("of", "to", "by", "it", "in", "on", "for", "with"))
_BEFORE_THAT = frozenset((word,) for word in ("with", "it", "likely", "probable", "aloud"))
_SAYS_SO = frozenset([("is", "that"), ("was", "that"), ("has", "it"), ("goes", "that"), ("remains", "that")])
_SAYING_SO = word_set(
    "say says said suggest suggests suggested hold holds circulate circulates spread spreads abound persist"
)
_LOOKING = ("look", "focus", "concentrat", "zero", "hom", "train", "turn", "eye", "centre", "center")
_INQUIRERS = word_set(
    "police detectives detective investigators investigator inquiry investigation probe prosecutors prosecutor authorities fbi officers "
    "officials agents intelligence ministry magistrate magistrates inspectors suspicions attention gendarmes carabinieri sheriff "
    "commission prosecution"
)
_MANY_TASKS = word_set("officials ministry commission authorities agents intelligence")
"""Those of them who look at much else than crimes."""
_SURE = word_set("convinced sure certain persuaded confident")
_VIEWS = word_set("view opinion estimation judgement judgment assessment eyes reckoning")


def doubts(grammar: Grammar) -> Iterator[Account]:
    """Accounts of suspicion by what is guessed, feared, seems so or is likely.

    Args:
        grammar: The sentence.

    Yields:
        Accounts.
    """
    yield from begun(grammar, _RULES)


def _in_all_likelihood(grammar: Grammar, at: int) -> Iterator[Account]:
    if grammar.forms[at + 1 : at + 3] in {("all", "likelihood"), ("all", "probability")}:
        yield from hedged(grammar, at + 2)


def _sure(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is sure that somebody did it."""
    if grammar.forms[at + 1 : at + 2] == ("that",) and not denied_before(grammar, at):
        yield from _sure_that(grammar, at)


def _no_doubt(grammar: Grammar, at: int) -> Iterator[Account]:
    """There is little doubt that somebody did it."""
    few = grammar.forms[at - 1 : at] in {("little",), ("no",)}
    if few and grammar.forms[at + 1 : at + 2] == ("that",):
        yield from _sure_that(grammar, at)


def _sure_that(grammar: Grammar, at: int) -> Iterator[Account]:
    found = read_clause(grammar, at + 2, at + 24)
    culprit = it_was(grammar, at + 2)
    if found is None and culprit[0] >= 0:
        found = culprit, harm_before(grammar, at)
    if found is not None:
        yield Account(SUSPECTED, "is-sure-that", at, NO_SPAN, *found)


def _guesses(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody assumes, fears, hints or wonders that somebody did it; it is assumed that somebody did."""
    forms, tags = grammar.forms, grammar.tags
    if grammar.negated(verb) or denied_before(grammar, verb) or (verb and tags[verb - 1] in "DJI"):
        return
    if tags[verb] == Tag.NOUN and forms[verb] in _JUDGES:
        return
    start = _content(grammar, verb)
    said_that = start > verb + 1
    culprit = it_was(grammar, start)
    named_so = culprit[0] >= 0
    if not (said_that or named_so) and (tags[verb] == Tag.NOUN or forms[verb].startswith(_WITH_THAT)):
        return
    if not (said_that or named_so) and (is_passive(grammar, verb) or forms[start : start + 1] in _NO_CLAUSE):
        return
    if not said_that and forms[start : start + 1] == (",",):
        # "The suspect, later named by police, is shot": no clause that is guessed.
        return
    subject = who(grammar, verb)
    if subject[0] >= 0 and forms[subject[0]] == "i" and subject[1] - subject[0] == 1:
        return
    found = read_clause(grammar, start, start + 26)
    passive = is_passive(grammar, verb)
    if found is None and forms[verb].startswith("suspect") and said_that:
        found = any_deed(grammar, start, start + 20)
    elif found is None and said_that:
        vague = any_deed(grammar, start, start + 20)
        if vague is not None and not _themselves(grammar, verb, vague[0]):
            yield Account(SUSPECTED, "guesses-any", verb, NO_SPAN if passive else subject, *vague)
    if found is not None and not _themselves(grammar, verb, found[0]):
        yield Account(SUSPECTED, "guesses-that", verb, NO_SPAN if passive else subject, *found)
    elif found is None and named_so:
        yield Account(SUSPECTED, "guesses-it-was", verb, subject, culprit, harm_before(grammar, verb))


def _content(grammar: Grammar, verb: int) -> int:
    """Where the clause begins that somebody guesses: behind "that", "with moderate confidence that", "it likely that"."""
    forms = grammar.forms
    start = verb + 1
    if forms[start : start + 1] in _BEFORE_THAT:
        that = find_word(grammar, ("that",), start + 1, start + 7)
        start = that if that >= 0 else start
    elif forms[start : start + 1] == (",",):
        comma = find_word(grammar, (",",), start + 1, start + 8)
        start = comma + 1 if comma >= 0 and forms[comma + 1 : comma + 2] == ("that",) else start
    return start + 1 if forms[start : start + 1] == ("that",) else verb + 1


def _themselves(grammar: Grammar, verb: int, accused: Span) -> bool:
    """Whether what somebody believes is what they did themselves: "police believe that they have shot the killer"."""
    return accused[1] - accused[0] == 1 and accused[0] - verb <= 3 and grammar.forms[accused[0]] in {"they", "it", "we"}


def _aside(grammar: Grammar, verb: int) -> Iterator[Account]:
    """What somebody, it is added between commas, believes: "rebels, police believe, shot him"."""
    forms = grammar.forms
    following = forms[verb + 1] if verb + 1 < grammar.count else "."
    inserted = forms[max(0, verb - 2) : verb] in {("it", "is"), ("it", "was")}
    if following not in {",", ".", ";", '"'} or grammar.negated(verb) or (is_passive(grammar, verb) and not inserted):
        return
    if following == "," and forms[max(0, verb - 3) : verb] in {(",", "it", "is"), (",", "it", "was")}:
        found = read_clause(grammar, max(0, verb - 30), verb - 3) or _of_phrase(grammar, 0, verb - 3, verb + 2)
        if found is not None and found[0][1] <= verb:
            yield Account(SUSPECTED, "aside-believes", verb, NO_SPAN, *found)
        return
    speaker = who(grammar, verb)
    if speaker[0] < 2 or forms[speaker[0] - 1] != "," or forms[speaker[0]] == "i":
        return
    comma = speaker[0] - 1
    start = next((at + 1 for at in range(comma - 1, max(-1, comma - 40), -1) if forms[at] in {";", ".", ":"}), 0)
    start = max(start, comma - 40)
    found = read_clause(grammar, start, comma)
    if found is None and following == ",":
        found = _of_phrase(grammar, start, comma, verb + 2)
    if found is not None:
        yield Account(SUSPECTED, "aside-believes", verb, speaker, *found)


def _of_phrase(grammar: Grammar, start: int, comma: int, verb: int) -> tuple[Span, Span] | None:
    """A subject before the insertion and its deed behind it."""
    accused = grammar.phrase_before(comma - 1, start)
    at = next((here for here in range(verb, min(grammar.count, verb + 4)) if grammar.tags[here] == Tag.VERB), -1)
    if at >= 0 and harms(grammar, at) and not grammar.undergone(at) and can_have(grammar, accused, named=True):
        return accused, (at, at + 1)
    return None


def _whom_they_think(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody whom police believe to be or to have done something; what they suspect was somebody's."""
    forms, tags = grammar.forms, grammar.tags
    if grammar.negated(verb) or is_passive(grammar, verb):
        return
    speaker = who(grammar, verb)
    if speaker[0] < 1:
        return
    link = forms[speaker[0] - 1]
    following = forms[verb + 1 : verb + 3]
    if link in {"whom", "who", "which", "that", "what"}:
        before = grammar.antecedent(speaker[0] - 1)
    elif tags[verb] == Tag.VERB and tags[speaker[0] - 1] in "OJ" and grammar.tags[speaker[0]] in "RD":
        # "the man they believe fired".
        before = grammar.phrase_before(speaker[0] - 1)
        link = "whom"
    else:
        return
    if following in {("to", "be"), ("to", "have")} or following[:1] in {("was",), ("were",), ("is",), ("are",)}:
        be = verb + 1 + (following[0] == "to")
        if forms[be] != "have":
            accused = grammar.phrase_after(be + 1)
            act = act_in(grammar, accused[1], accused[1] + 12) if accused[0] >= 0 else NO_SPAN
            act = act if act[0] >= 0 else act_near(grammar, verb)
            if link == "whom" and accused[0] >= 0 and not can_have(grammar, accused, named=True):
                agents = CULPRITS & set(forms[accused[0] : accused[1]])
                if agents and act[0] >= 0 and can_have(grammar, before):
                    yield Account(SUSPECTED, "whom-they-think", verb, speaker, before, act)
                    return
            other = link != "what" and not (before[0] >= 0 and can_have(grammar, before))
            if act[0] >= 0 and can_have(grammar, accused, named=True) and not other and link != "that":
                yield Account(SUSPECTED, "whom-they-think", verb, speaker, accused, act)
                return
        found = behind_to(grammar, be, before)
        if found is not None:
            yield Account(SUSPECTED, "whom-they-think", verb, speaker, *found)
        elif forms[be + 1 : be + 2] in {("responsible",), ("behind",)} and link != "what" and can_have(grammar, before):
            act = act_near(grammar, verb)
            if act[0] >= 0:
                # "The network that it believes was responsible", for what was told before.
                yield Account(SUSPECTED, "whom-they-think", verb, speaker, before, act)
        return
    done = verb + 1
    while done < min(grammar.count, verb + 4) and tags[done] in "AMB":
        done += 1
    if done < grammar.count and tags[done] == Tag.VERB and harms(grammar, done) and not grammar.undergone(done):
        if not grammar.negated(done) and can_have(grammar, before):
            yield Account(SUSPECTED, "whom-they-think", verb, speaker, before, (done, done + 1))
    elif following[:1] == ("of",) and of_part(grammar, verb + 2):
        act = act_in(grammar, verb + 2, verb + 10)
        if act[0] >= 0 and can_have(grammar, before):
            yield Account(SUSPECTED, "whom-they-think", verb, speaker, before, act)


def _has_reason(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody is inclined or has grounds to suspect somebody, or to believe that somebody did it."""
    forms = grammar.forms
    if forms[verb - 1 : verb] != ("to",) or verb < 2 or forms[verb - 2] not in _REASONS:
        return
    if denied_before(grammar, verb):
        return
    start = clause_after(grammar, verb)
    found = read_clause(grammar, start, start + 26)
    if found is None and forms[verb] == "suspect":
        accused = grammar.phrase_after(start)
        link = find_word(grammar, ("of", "in", "over"), accused[1], accused[1] + 3) if accused[0] >= 0 else -1
        act = deed_of(grammar, link + 1) if link >= 0 else act_near(grammar, verb)
        if act[0] >= 0 and can_have(grammar, accused):
            found = accused, act
    if found is not None:
        yield Account(SUSPECTED, "has-reason", verb, NO_SPAN, *found)


def _opinion(grammar: Grammar, at: int) -> Iterator[Account]:
    """A theory, fear, rumour or line of inquiry "that" or "is that" somebody did it, where it is not rejected."""
    forms = grammar.forms
    start = _told_by(grammar, at)
    if start < 0:
        return
    before = forms[max(0, at - 8) : at]
    refused = any(word.startswith(REFUSED) for word in before) or ("ruled", "out") in pairwise(before)
    negated = bool({"not", "nor", "cannot", "never"} & set(before)) or any(word.endswith("n't") for word in before)
    if refused != negated or {"no", "little"} & set(before):
        return
    found = read_clause(grammar, start, start + 26)
    if found is None and forms[at] in _GRAVE:
        found = any_deed(grammar, start, start + 20)
    culprit = it_was(grammar, start)
    if found is None and culprit[0] >= 0:
        found = culprit, harm_before(grammar, at)
    if found is not None:
        yield Account(SUSPECTED, "opinion-that", at, NO_SPAN, *found)


def _told_by(grammar: Grammar, at: int) -> int:
    """Where the content of a rumour or theory begins: behind "that", "is that", "has it that", "suggests that"; else -1."""
    forms = grammar.forms
    quoted = forms[at + 1 : at + 2] in {('"',), ("'",)}
    if forms[at + 1 + quoted : at + 2 + quoted] == ("that",):
        return at + 2 + quoted
    for here in range(at + 1, min(grammar.count, at + 9)):
        if forms[here] in {",", ";", "not"}:
            return -1
        if forms[here : here + 2] in _SAYS_SO:
            return here + 2 + (forms[here + 2 : here + 3] == ("that",))
        if (
            forms[here] in _SAYING_SO
            and forms[at] not in {"word", "secret", "talk"}
            and forms[here + 1 : here + 2] == ("that",)
        ):
            return here + 2
    return -1


def _suspicion_falls(grammar: Grammar, at: int) -> Iterator[Account]:
    """Suspicion falls on, turns to or points at somebody; suspicions of involvement by somebody."""
    forms = grammar.forms
    if denied_before(grammar, at):
        return
    if forms[at + 1 : at + 3] == ("of", "involvement"):
        link = find_word(grammar, ("by", "of"), at + 3, at + 5)
        accused = grammar.phrase_after(link + 1) if link >= 0 else NO_SPAN
        act = act_near(grammar, at)
        if act[0] >= 0 and may_have(grammar, accused):
            yield Account(SUSPECTED, "suspicion-falls", at, NO_SPAN, accused, act)
        return
    if forms[at - 1 : at] == ("under",):
        come = find_before(grammar, ("come", "came", "comes", "coming", "fall", "fell", "falls"), at, 3)
        accused = grammar.subject(come) if come >= 0 else NO_SPAN
        if may_have(grammar, accused):
            yield Account(SUSPECTED, "suspicion-falls", at, NO_SPAN, accused, act_near(grammar, at))
        return
    turn = find_word(grammar, _TURNING, at + 1, at + 9)
    if turn < 0 or any(forms[here] in {",", ";", "that"} for here in range(at + 1, turn)):
        turn = find_word(grammar, _FALLING, at + 2, at + 26)
        if turn < 0 or forms[at + 1] not in {"for", "over", "of", "in", ","}:
            return
    if "never" in forms[at:turn] or "not" in forms[at:turn]:
        return
    link = find_word(grammar, _TOWARDS, turn + 1, turn + 5)
    start = link + 1 if link >= 0 else turn + 1
    accused = grammar.phrase_after(start)
    if may_have(grammar, accused):
        yield Account(SUSPECTED, "suspicion-falls", at, NO_SPAN, accused, act_near(grammar, at))


def _signs_point(grammar: Grammar, at: int) -> Iterator[Account]:
    """Signs, clues or a trail of an act that point or lead to somebody."""
    forms = grammar.forms
    lead = find_word(grammar, _LEADING, at + 1, at + 9)
    if (
        lead < 0
        or forms[lead + 1 : lead + 2] not in {("to",), ("towards",), ("toward",), ("at",)}
        or grammar.negated(lead)
    ):
        return
    accused, act = grammar.phrase_after(lead + 2), act_near(grammar, at)
    found = act[0] >= 0 or forms[at] in {"trail", "finger", "fingers", "clues"}
    if found and can_have(grammar, accused, named=True) and not denied_before(grammar, at):
        yield Account(SUSPECTED, "signs-point", at, NO_SPAN, accused, act)


def _not_excluded(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody does not rule out that somebody did it, or somebody's part in it."""
    forms = grammar.forms
    rules = forms[at].startswith("rul")
    if rules and forms[at + 1 : at + 2] != ("out",):
        return
    before = forms[max(0, at - 4) : at]
    if not any(word in {"not", "cannot", "nor", "never"} or word.endswith("n't") for word in before):
        return
    start = at + 1 + rules
    subject = who(grammar, at)
    if forms[start : start + 1] == ("that",):
        found = read_clause(grammar, start + 1, start + 26)
        if found is not None:
            yield Account(SUSPECTED, "not-excluded", at, subject, *found)
        return
    share = find_word(grammar, ("involvement", "role", "hand", "participation", "complicity"), start, start + 4)
    if share >= 0 and forms[share + 1 : share + 2] in {("of",), ("by",)}:
        accused, act = grammar.phrase_after(share + 2), act_near(grammar, at)
        if act[0] >= 0 and can_have(grammar, accused, named=True):
            yield Account(SUSPECTED, "not-excluded", at, subject, accused, act)


def _asks_whether(grammar: Grammar, at: int) -> Iterator[Account]:
    """Investigators examine whether somebody did it."""
    forms = grammar.forms
    verb = next((here for here in range(at - 1, max(-1, at - 5), -1) if forms[here].startswith(_ASKING)), -1)
    if verb < 0 or grammar.negated(verb) or any(forms[here] in {",", ";"} for here in range(verb, at)):
        return
    if at + 1 < grammar.count and grammar.tags[at + 1] == Tag.PRONOUN:
        return
    found = read_clause(grammar, at + 1, at + 24, asked=True)
    if found is not None and grammar.tags[found[0][0]] != Tag.PRONOUN:
        yield Account(SUSPECTED, "asks-whether", at, NO_SPAN, *found)


def _leans(grammar: Grammar, at: int) -> Iterator[Account]:
    """Investigators lean towards somebody."""
    forms = grammar.forms
    if forms[at + 1 : at + 2] not in {("to",), ("towards",), ("toward",)} or grammar.negated(at):
        return
    accused, act, speaker = named_by(grammar, at + 2), act_near(grammar, at), who(grammar, at)
    if accused[0] >= 0 and (_inquires(grammar, speaker) or (act[0] >= 0 and is_people(grammar, accused))):
        yield Account(SUSPECTED, "leans-to", at, speaker, accused, act)


def _inquires(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names those who investigate."""
    return span[0] >= 0 and not _INQUIRERS.isdisjoint(grammar.forms[span[0] : span[1]])


def _wonders_about(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody wonders about, thinks of or hints at somebody as they who did it."""
    forms = grammar.forms
    link = at + 1 + (forms[at + 1 : at + 2] == ("aloud",))
    if forms[link : link + 1] != (_ABOUT[forms[at][:4]],) or not stands(grammar, at) or grammar.tags[at] not in "VG":
        return
    accused, act, speaker = named_by(grammar, link + 1), act_near(grammar, at), who(grammar, at)
    if accused[0] < 0 or grammar.tags[accused[0]] == Tag.PRONOUN or accused[0] <= act[0] < accused[1]:
        return
    if _inquires(grammar, speaker) or (act[0] >= 0 and forms[at][:4] in {"wond", "hint"}):
        yield Account(SUSPECTED, "wonders-about", at, speaker, accused, act)


def _has_suspicions(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody has suspicions about, or an eye on, somebody."""
    forms = grammar.forms
    has = find_before(grammar, _HAVING, at, 4)
    if has < 0 or forms[at + 1 : at + 2] not in _CONCERNING or denied_before(grammar, at):
        return
    accused, act, speaker = named_by(grammar, at + 2), act_near(grammar, at), who(grammar, has)
    if accused[0] < 0 or grammar.tags[accused[0]] == Tag.PRONOUN or accused[0] <= act[0] < accused[1]:
        return
    if act[0] >= 0 or _inquires(grammar, speaker):
        yield Account(SUSPECTED, "has-suspicions", at, speaker, accused, act)


def _looking_at(grammar: Grammar, at: int) -> Iterator[Account]:
    """Investigators look at, or focus on, somebody over an act."""
    forms = grammar.forms
    link = at + 1 + (forms[at + 1 : at + 2] in {("in",), ("hard",), ("closely",)})
    if forms[link : link + 1] not in {("at",), ("on",)} or grammar.negated(at):
        return
    speaker = who(grammar, at)
    accused, act = named_by(grammar, link + 1), act_near(grammar, at)
    inquires = _inquires(grammar, speaker) and (act[0] >= 0 or grammar.forms[grammar.head(speaker)] not in _MANY_TASKS)
    if inquires and accused[0] >= 0 and not accused[0] <= act[0] < accused[1]:
        yield Account(SUSPECTED, "looking-at", at, speaker, accused, act)


def _in_their_view(grammar: Grammar, at: int) -> Iterator[Account]:
    """In somebody's view somebody did it."""
    forms = grammar.forms
    opening = find_before(grammar, ("in",), at, 6)
    if opening < 0:
        return
    if forms[at - 1 : at + 2 : 2] == ("the", "of"):
        speaker = grammar.phrase_after(at + 2)
        start = speaker[1] if speaker[0] >= 0 else at + 2
    elif opening < at - 1 and (forms[at - 1].endswith("'s") or forms[at - 1] in {"'", "their", "its", "his", "her"}):
        speaker, start = (opening + 1, at), at + 1
    else:
        return
    if forms[start : start + 1] != (",",):
        return
    found = read_clause(grammar, start + 1, start + 26)
    if found is not None:
        yield Account(SUSPECTED, "in-their-view", at, speaker, *found)


def _is_suspected(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody is suspected in an act; sabotage by somebody, or somebody's hand, is suspected."""
    forms = grammar.forms
    copula = copula_before(grammar, at, 2)
    # "Ivo Marek, suspected in the killing of".
    aside = copula < 0 and at > 0 and (forms[at - 1] == "," or forms[at + 2 : at + 3] == ("involvement",))
    aside = aside and forms[at + 1 : at + 2] in {("in",), ("over",)} and "that" not in forms[at : at + 7]
    if (copula < 0 and not aside) or grammar.negated(at) or denied_before(grammar, at):
        return
    subject = grammar.subject(copula) if copula >= 0 else whom(grammar, at)
    following = forms[at + 1] if at + 1 < grammar.count else "."
    if subject[0] < 0 or following not in {"in", "over", ".", ",", "after", "when", "as", "because"}:
        return
    owner = next((here for here in range(*subject) if forms[here].endswith("'s")), -1)
    if 0 <= owner < subject[1] - 1 and forms[owner + 1] in SHARES | {"involvement"}:
        subject = (subject[0], owner + 1)
    link = find_word(grammar, ("by", "of"), subject[0], subject[1])
    link = link if link >= 0 else find_before(grammar, ("by", "of"), copula, 6)
    shared = SHARES | {"involvement", "sabotage", "play", "arson"}
    if link > 0 and (forms[link - 1] in shared or grammar.masks[link - 1] & W.ACT_NOUN):
        subject = grammar.phrase_after(link + 1)
    act = act_in(grammar, at + 1, at + 10)
    act = act if act[0] >= 0 or following in {"in", "over"} else harm_before(grammar, at)
    if may_have(grammar, subject) and (act[0] >= 0 or not aside):
        yield Account(SUSPECTED, "is-suspected", at, NO_SPAN, subject, act)


def _suspects_somebody(grammar: Grammar, at: int) -> Iterator[Account]:
    """Somebody suspects somebody behind, in or over an act."""
    if is_passive(grammar, at) or is_suspect(grammar, at) or grammar.negated(at) or denied_before(grammar, at):
        return
    accused = grammar.phrase_after(at + 1)
    if accused[0] < 0 or not may_have(grammar, accused):
        return
    if grammar.forms[at] == "suspected" and (grammar.tags[at + 1] != Tag.DETERMINER or grammar.tags[at - 1] in "DJPI"):
        return
    speaker = who(grammar, at)
    following = grammar.forms[accused[1]] if accused[1] < grammar.count else "."
    if speaker[0] < 0 or grammar.forms[speaker[0]] == "you" or following not in _AFTER_SUSPECT:
        return
    act = act_near(grammar, at)
    if act[0] >= 0 or following in {"behind", "."} or can_have(grammar, accused, named=True):
        yield Account(SUSPECTED, "suspects-somebody", at, speaker, accused, act)


_RULES = rules_by_form(
    (
        (_GUESSING, "VGO", _guesses),
        (_BELIEVING, "", _aside),
        (_BELIEVING, "", _whom_they_think),
        (_BELIEVING, "", _has_reason),
        (_HELD_TO | SEEMING, "", seems_to),
        (_HEDGES, "", hedged),
        (("in",), "", _in_all_likelihood),
        (_OPINIONS, "", _opinion),
        (("suspicion", "suspicions", "speculation"), "", _suspicion_falls),
        (_POINTERS, "", _signs_point),
        (("may", "might", "could"), "", may_be),
        (beginning(*_EXCLUDING), "", _not_excluded),
        (("whether", "if"), "", _asks_whether),
        (_LEANING, "", _leans),
        (beginning("wonder", "think", "thought", "hint"), "", _wonders_about),
        (("suspicion", "suspicions", "eye"), "", _has_suspicions),
        (_AUTHORS, "", likely_author),
        (("as", "like"), "", looks_like),
        (beginning(*_LOOKING), "", _looking_at),
        (_SURE, "", _sure),
        (("doubt",), "", _no_doubt),
        (_VIEWS, "", _in_their_view),
        (("suspected",), "", _is_suspected),
        (("suspect", "suspects", "suspecting", "suspected"), "VG", _suspects_somebody),
    )
)
"""Rules of doubt by the words that they begin with, with the parts of speech that these have to be."""
