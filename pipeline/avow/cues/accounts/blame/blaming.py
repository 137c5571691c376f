"""Who is blamed: accused of an act, linked to it, and all other ways of accusing."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from avow.cues.accounts.acts import act_before, befell, does, find_act, of_part
from avow.cues.accounts.blame.answering import (
    CONDEMNING,
    accountable,
    allegation_by,
    as_alleged,
    condemned,
    held_responsible,
    is_responsible,
    named,
)
from avow.cues.accounts.blame.ascribing import ascribed, blamed, doing_behind, implicated, links_behind, tied
from avow.cues.accounts.blame.calling import passing
from avow.cues.accounts.blame.court import (
    FACING,
    TERMS,
    charges_against,
    charges_of,
    in_court,
    punished,
    serving,
    trial_for,
)
from avow.cues.accounts.blame.laying import LIABILITY, PARTS, for_part, found_liable, laid, wanted_for
from avow.cues.accounts.blame.measures import MEASURES, PROTESTS, protests, punished_for, who_it_says, whom_they_charge
from avow.cues.accounts.blame.naming import NAMES
from avow.cues.accounts.blame.reporting import it_was, reported
from avow.cues.accounts.blame.sentencing import (
    GIVING,
    HEARING,
    PAPERS,
    condemned_to,
    counts_against,
    court_hears,
    faces_trial,
    for_which,
    given_term,
    will_be_tried,
)
from avow.cues.accounts.blame.sourcing import according, done_by
from avow.cues.accounts.blame.styling import STYLES
from avow.cues.accounts.blame.telling import (
    act_by,
    came_from,
    did_it,
    died_in,
    said,
    their_attack,
    took_part,
    used_arms,
    were_by,
    work_of,
)
from avow.cues.accounts.blame.witnessing import DESCRIBING, SEEING, described, seen, suffered, while_others
from avow.cues.accounts.captives import held
from avow.cues.accounts.crimes import use_of_arms
from avow.cues.accounts.dispatch import beginning, rules_by_form
from avow.cues.accounts.people import can_act, is_passive, parties, who
from avow.cues.accounts.records import BLAMED, SUSPECTED, Account
from avow.cues.accounts.search import IF, find_word
from avow.cues.accounts.verbs import meant_act
from avow.cues.grammar import NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements import Kind, Statement
from avow.cues.statements.telling import ADMITTING, told

_COURT = word_set(
    "arraigned charged charges charge indicted indicts indict convicted convicts sentenced sentences jailed tried prosecuted tries "
    "prosecutes guilty court-martialled court-martialed"
)
_COURT_NOUNS = word_set(
    "charges charge accusations accusation allegations allegation claims suspicions indictment warrant counts count"
)
_TRIED = word_set("prosecuted tried charged indicted extradited arraigned sentenced")
_PUNISHED = word_set("imprisoned hanged executed extradited")
_TRIALS = word_set("trial trials retrial conviction convictions")
_CONCLUDING = word_set(
    "conclude concludes concluded finds found determines determined rules ruled establishes established shows showed"
)
_DENOUNCING = word_set(
    "report reports reported reporting document documents documented alleges allege alleged denounce denounces denounced denouncing condemn condemns "
    "condemned condemning claim claims claimed"
)
_AGAINST = word_set(
    "lawsuit lawsuits suit complaint complaints charges case warrant proceedings accusation accusations"
)
_DONE = word_set(
    "carried committed perpetrated staged undertaken conducted planned ordered executed launched directed orchestrated "
    "organised organized masterminded"
)
_ASCRIBING = ("attribut", "ascrib", "imput", "pinned", "pins", "traced", "traces", "tracing")
_BLAMING = ("blam", "charge", "convict", "trial", "tried", "sentenc", "indict", "guilty", "responsib", "behind")
_CONDUCT = word_set("crimes abuses violations actions hypocrisy")
_ASIDE = word_set("citing despite")
_TYING = ("link", "connect", "tied", "ties", "tying")
_NAMING = word_set("named names naming identified identifies pointing points pointed point cites cited singled")
_WITHOUT_CLAUSE = ("hold", "held", "link", "tie", "convict", "indict")
_ALLEGATIONS = word_set("allegation accusation charge")
_RESPONSIBLE = word_set("responsible behind guilty blame")
_HEADS = word_set(
    "mastermind author perpetrator killer leader head instigator brain brains organiser organizer planner accomplice accomplices"
)
_PROBABLY = word_set("probably likely possibly presumably apparently perhaps may might could")
_OBJECT = 12
_SAYING = word_set("saying claiming stating reporting")
_MEANING = word_set("using planning plotting conspiring")
_PLOTS = word_set("attempt attempts plot plots conspiracy plan plans bid scheme")
_LIABLE = word_set("responsibility involvement complicity")
UNHEARD = {"says-did": "says-did-unheard", "says-done-by": "says-done-by-unheard"}


def accusations(grammar: Grammar, stated: Sequence[Statement]) -> Iterator[Account]:
    """All accounts of blame.

    Args:
        grammar: The sentence.
        stated: Its statements.

    Yields:
        Accounts.
    """
    for at in range(grammar.count):
        tag = grammar.tags[at]
        for tags, begun in _BY_WORD(grammar.forms[at]):
            if not tags or tag in tags:
                yield from begun(grammar, at)
        if tag in "VO":
            yield from passing(grammar, at)
        if tag in "VG":
            yield from _by_verb(grammar, at)
            yield from _by_clause(grammar, at)
    reports = tuple(reported(grammar))
    yield from reports
    for item in stated:
        if item.kind is Kind.SAYS:
            yield from (account if reports else _unheard(account) for account in said(grammar, item, "says"))
        elif item.kind is Kind.BLAMES and grammar.forms[item.verb].startswith(("hold", "held")):
            yield from held_responsible(grammar, item)
        elif item.kind is Kind.BLAMES and grammar.masks[item.verb] & (W.REPORT | W.AVOW) and not item.negated:
            admitted = grammar.forms[item.verb].startswith(ADMITTING)
            admitted = admitted or not IF.isdisjoint(grammar.forms[item.verb + 1 : max(0, item.accused[0])])
            if item.act[0] >= 0 and can_act(grammar, item.accused) and not admitted:
                hedged = not _PROBABLY.isdisjoint(grammar.forms[item.verb + 1 : item.act[0]])
                stance, rule = (SUSPECTED, "says-probably") if hedged else (BLAMED, "says-responsible")
                yield Account(stance, rule, item.verb, item.subject, item.accused, item.act)
    yield from work_of(grammar)
    yield from accountable(grammar)


def _unheard(account: Account) -> Account:
    """An account of saying that :func:`reported` does not give: of one's own side or deeds, hedged, or by nobody who could."""
    return account._replace(rule=UNHEARD[account.rule]) if account.rule in UNHEARD else account


def _in_court(grammar: Grammar, at: int) -> Iterator[Account]:
    """A verb of courts; "tried to enter" tells of none."""
    tries = grammar.forms[at].startswith("trie") and grammar.forms[at + 1 : at + 2] == ("to",)
    noun = at and grammar.tags[at - 1] == Tag.DETERMINER and grammar.forms[at] != "guilty"
    if not tries and not noun:
        yield from in_court(grammar, at)


def _charges_of(grammar: Grammar, at: int) -> Iterator[Account]:
    if grammar.tags[at] == Tag.NOUN or FACING & set(grammar.forms[max(0, at - 2) : at]):
        yield from charges_of(grammar, at)


def _as_alleged(grammar: Grammar, at: int) -> Iterator[Account]:
    if at:
        yield from as_alleged(grammar, at)


_ANY = ""
_BY_WORD = rules_by_form(
    (
        (("according",), _ANY, according),
        (_COURT, _ANY, _in_court),
        (("convict", "sentence"), Tag.VERB, _in_court),
        (_PUNISHED, Tag.VERB, punished),
        (_TRIALS, Tag.NOUN, trial_for),
        (TERMS, _ANY, serving),
        (_AGAINST, Tag.NOUN, charges_against),
        (_DONE, Tag.VERB, done_by),
        (beginning(*CONDEMNING), "VOG", condemned),
        (_COURT_NOUNS, _ANY, _charges_of),
        (_NAMING, _ANY, named),
        (_ALLEGATIONS, _ANY, allegation_by),
        (_RESPONSIBLE, _ANY, is_responsible),
        (("as",), _ANY, _as_alleged),
        (LIABILITY, _ANY, laid),
        (PARTS, _ANY, for_part),
        (("wanted",), _ANY, wanted_for),
        (GIVING, _ANY, given_term),
        (HEARING, _ANY, court_hears),
        (beginning("condemn"), _ANY, condemned_to),
        (_TRIED, Tag.VERB, will_be_tried),
        (("trial", "court"), _ANY, faces_trial),
        (PAPERS, Tag.NOUN, counts_against),
        (("whom",), _ANY, whom_they_charge),
        (("it", "they", "he", "she"), _ANY, who_it_says),
        (("it",), _ANY, it_was),
        (("which",), _ANY, for_which),
        (MEASURES, _ANY, punished_for),
        (PROTESTS, _ANY, protests),
        *NAMES,
        *STYLES,
    )
)
"""Rules of blame by the words that they begin with, with the parts of speech that these have to be."""


def _by_verb(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Blame by a verb of blaming, ascribing or naming."""
    form = grammar.forms[verb]
    if form.startswith("blam"):
        yield from blamed(grammar, verb)
    elif form.startswith("accus"):
        yield from list(accused_of(grammar, verb, BLAMED, "accuses")) or _accuses(grammar, verb)
    elif form.startswith(_ASCRIBING):
        yield from ascribed(grammar, verb)
    elif form.startswith(_TYING):
        yield from tied(grammar, verb)
    elif form.startswith("implicat"):
        yield from implicated(grammar, verb)


def _by_clause(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Blame by what somebody says, concludes, reports or alleges."""
    form = grammar.forms[verb]
    if form in _CONCLUDING and grammar.forms[verb + 1 : verb + 2] == ("that",):
        for item in told(grammar, verb):
            yield from said(grammar, item, "concludes")
    if form in _DENOUNCING:
        yield from act_by(grammar, verb)
    if form.startswith(("found", "find")):
        yield from found_liable(grammar, verb)
    if form in SEEING:
        yield from seen(grammar, verb)
    if form in DESCRIBING:
        yield from described(grammar, verb)
    says = grammar.tags[verb] == Tag.VERB or grammar.forms[verb] in _SAYING
    if grammar.masks[verb] & W.REPORT and says and held(grammar, verb):
        if not is_passive(grammar, verb):
            yield from took_part(grammar, verb)
            yield from used_arms(grammar, verb)
            yield from were_by(grammar, verb)
            yield from their_attack(grammar, verb)
            yield from died_in(grammar, verb)
            yield from while_others(grammar, verb)
            yield from suffered(grammar, verb)
        yield from came_from(grammar, verb)
        yield from did_it(grammar, verb)
    if grammar.masks[verb] & W.BLAME and not form.startswith(_WITHOUT_CLAUSE):
        charged = form.startswith("charg") and is_passive(grammar, verb)
        if is_passive(grammar, verb) and grammar.forms[verb + 1 : verb + 3] == ("to", "be"):
            # "Men alleged to be rebels are killed by soldiers".
            return
        if charged or (form.startswith("accus") and _accused_of_else(grammar, verb)):
            # "Two men charged with spying were hanged by": by no deed that they told of.
            return
        for item in told(grammar, verb):
            yield from said(grammar, item, "alleges")


def _accuses(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Somebody accuses somebody, of what was told before."""
    if not held(grammar, verb) or is_passive(grammar, verb):
        return
    accused = grammar.phrase_after(verb + 1)
    if accused[0] < 0 or "of" in grammar.forms[accused[0] : accused[1]]:
        return
    following = grammar.forms[accused[1]] if accused[1] < grammar.count else "."
    if find_word(grammar, ("of",), accused[1], accused[1] + _OBJECT) >= 0:
        # "accuses Orlu and Zamor of lying": what of was not an act.
        return
    if can_act(grammar, accused) and following in {".", ",", ";", "and", "but", '"'}:
        yield Account(BLAMED, "accuses-bare", verb, who(grammar, verb), accused, act_before(grammar, verb))


def accused_of(grammar: Grammar, verb: int, stance: str, rule: str) -> Iterator[Account]:
    """Somebody is accused or suspected "of" an act.

    Args:
        grammar: The sentence.
        verb: The verb.
        stance: Which stance it is.
        rule: What to call it.

    Yields:
        The account, where an act is named.
    """
    if not held(grammar, verb):
        return
    passive = is_passive(grammar, verb)
    speaker, accused = parties(grammar, verb, passive=passive, reach=3)
    for link in links_behind(grammar, verb):
        if not of_part(grammar, link + 1):
            return
        stop = find_word(grammar, _ASIDE, link + 1, link + 9)
        author = grammar.forms[link + 1 : link + 2] == ("being",) and _HEADS & set(grammar.forms[link + 2 : link + 5])
        reach = link + (13 if author else 9)
        act = find_act(grammar, link + 1, stop if stop >= 0 else reach)
        if act[0] >= 0 and befell(grammar, act[0]):
            # "A man accused of spying was executed": that is what befell him.
            act = NO_SPAN
        act = act if act[0] >= 0 else use_of_arms(grammar, link + 1, link + 4)
        meaning = grammar.forms[link + 1 : link + 2] and grammar.forms[link + 1] in _MEANING
        if act[0] < 0 and meaning:
            # "Of using nerve gas to kill him", "of planning to kill him".
            act = meant_act(grammar, link + 2, link + 7)
            act = act if act[0] >= 0 and does(grammar, act[0]) else NO_SPAN
        if act[0] < 0:
            act = _attempted(grammar, link + 1, link + 9)
        if (
            act[0] < 0
            and grammar.forms[link + 1 : link + 2]
            and grammar.forms[link + 1] in _LIABLE
            and (grammar.forms[link + 2 : link + 3] not in {("in",), ("for",), ("of",)})
        ):
            act = act_before(grammar, verb)
            act = act if act[0] >= 0 else (link + 1, link + 2)
        if act[0] >= 0:
            if accused[0] >= 0 and not passive:
                accused = (accused[0], min(accused[1], link, doing_behind(grammar, *accused)))
            if passive and 0 <= speaker[0] < link < speaker[1]:
                speaker = (speaker[0], link)
            yield Account(stance, rule, verb, speaker, accused, act)
            return
        if passive:
            return


def _attempted(grammar: Grammar, start: int, stop: int) -> Span:
    """The act of a plot or an attempt: "orchestrating the attempt to assassinate the king"."""
    for at in range(start, min(stop, grammar.count - 2)):
        if grammar.forms[at] in _PLOTS and grammar.forms[at + 1] == "to":
            act = meant_act(grammar, at + 2, at + 4)
            return act if act[0] >= 0 and does(grammar, act[0]) else NO_SPAN
    return NO_SPAN


def _accused_of_else(grammar: Grammar, verb: int) -> bool:
    """Whether somebody is accused of what is no act and no part in one: "of lying about an attack by others".

    Args:
        grammar: The sentence.
        verb: The verb.

    Returns:
        False where no "of" follows.
    """
    link = find_word(grammar, ("of",), verb + 1, verb + 2 * _OBJECT)
    return link >= 0 and not of_part(grammar, link + 1)


def unaccused(grammar: Grammar) -> bool:
    """Whether all that a sentence without an account of blame says of blame is an accusation of what is no act.

    Args:
        grammar: The sentence.

    Returns:
        True where somebody accuses somebody of doing something else, or of crimes of which none is named, and no court
        or other word of blame is in it.
    """
    if any(form.startswith(_BLAMING) for form in grammar.forms):
        return False
    verbs = [
        at
        for at, form in enumerate(grammar.forms)
        if form.startswith("accus") and grammar.tags[at] in "VG" and not is_passive(grammar, at)
    ]
    return bool(verbs) and all(_accused_of_else(grammar, at) or _of_conduct(grammar, at) for at in verbs)


def _of_conduct(grammar: Grammar, verb: int) -> bool:
    """Whether somebody is accused of a whole conduct: "of war crimes", "of breaking a deal"."""
    link = find_word(grammar, ("of",), verb + 1, verb + _OBJECT)
    if link < 0 or link + 1 == grammar.count:
        return False
    broken = grammar.forms[link + 1].startswith(("breach", "break", "violat"))
    return broken or not _CONDUCT.isdisjoint(grammar.forms[link + 1 : link + 6])
