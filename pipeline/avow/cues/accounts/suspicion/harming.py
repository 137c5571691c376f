"""Acts, people and clauses where somebody is suspected, which name more of them than blame and denial need."""

from __future__ import annotations

from avow.cues.accounts.acts import does, find_act
from avow.cues.accounts.captives import only_meant
from avow.cues.accounts.crimes import VAGUE_CRIMES
from avow.cues.accounts.people import PERSONS, can_act, doer, is_people
from avow.cues.accounts.search import FAR, INVOLVED, copula_before, find_before
from avow.cues.accounts.suspicion.alleging import AGENTS
from avow.cues.grammar import BE, NO_SPAN, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set

_IRREGULAR = word_set(
    "took made got began gave ran saw met won lost led left fell brought bought built sent spent paid drove flew broke froze sold "
    "caught fought hid shot blew threw stole slew let set cut put hit drew swept slid struck tore wrote shook bit dug fed hung rode"
)
WORKS = word_set("work doing handiwork act")
SHARES = word_set("hand part role")
MASTERS = (
    "mastermind", "orchestrat", "order", "arrang", "instigat", "inspir", "plann", "plot", "direct", "organi",
    "commission", "engineer", "perpetrat", "commit", "sponsor", "carried", "carry", "carries", "stage", "mount",
    "launch", "execut", "financ", "conduct", "participat", "paid", "fund", "suppl", "prepar", "coordinat",
    "co-ordinat",
)  # fmt: skip
JOINED = INVOLVED | word_set("implicated complicit")
TIES = word_set("linked connected tied")
PLACING = word_set(
    "placed left sent put threw thrown hid hidden planted laid fired launched dropped delivered posted mailed"
)
CULPRITS = AGENTS | word_set("culprits culprit thieves thief authors author raiders robbers")
_CASES = word_set(
    "blaze blazes sinking knifing knifings spearing cutting severing drowning tampering vandalism desecration "
    "looting ramming rampage bloodbath carnage drive-by grenade grenades bomb bombs rocket rockets missile missiles drone drones "
    "device devices parcel parcels mine mines explosives shots gunfire outage leak leaks defacing jamming hit hits lacing "
    "ram-raid car-ramming inferno scuttling contamination spoofing hoax wiper malware worm virus phishing abductions disappearances sniper acid firebomb firebombs package packages incendiary bullets shell shells ransom hostages attempt mutiny letter-bomb letter-bombs sabotage break-out jailbreak wiping erasing hostage-taking interception seizure break-in break-ins raid"
)
"""What is an act or its means where somebody is suspected, beside the nouns of acts."""
HARMS = (
    "burn", "cut", "sever", "wip", "smuggl", "laced", "lacing", "spik", "tamper", "drove", "driv", "plough", "plow",
    "rob", "loot", "snatch", "knif", "spear", "smear", "slash", "jamm", "scuttl", "blew", "toppl", "fell", "set",
    "lit", "threw", "hurl", "push", "throttl", "drown", "puncture", "torch", "struck", "hit", "gunn", "paid", "hir",
    "tipped", "disabl", "uproot", "unbolt", "defac", "damag", "seiz", "siphon", "swip", "downed", "shot", "fired",
    "crash", "helped", "armed", "trained", "sheltered", "leaked", "gutted", "ransack", "ripp", "batter", "drugg",
    "strangl", "suffocat", "lur", "commandeer", "board", "extort", "blackmail", "infect", "scrambl", "crippl",
    "paralys", "derail", "remov", "pulled", "brought", "daub", "paint", "spray", "dump", "trapp", "betray", "fund",
    "lobb", "toss", "buri", "hid", "stol", "steal", "storm", "wreck", "sank", "sunk", "sink", "beat", "kick",
    "choked", "dous", "blast", "rigg", "wired", "booby",
)  # fmt: skip
"""Beginnings of verbs of harm, which are hostile where somebody is suspected of what they tell."""
_HARMLESS = word_set(
    "cuts cutter driven drive robust robes setting settle settled sets fells fellow fellows hiring hire pushed burnt-out "
    "hits hitting driving robin robot robots setback setbacks settlers settlement crashed crashes crash damages wiper literal pays"
)
_FLAMES = word_set("fire fires blaze blazes")
_GERUNDS = word_set("hiring driving setting hitting")
_BOMBS = word_set(
    "bomb bombs device devices parcel parcels package packages letter-bomb letter-bombs mine mines charge charges explosive explosives "
    "grenade grenades rocket rockets shell shells missile missiles drone drones dynamite shot shots mortar mortars incendiary torpedo"
)
_IT = frozenset((word,) for word in ("it", "it's", "they", "these"))
_BEING = BE | word_set("have had to")
_PAST = ("ed", "shot", "burnt", "blown", "beaten", "slain")
_ANYBODY = word_set("sniper shooter intruder raider robber stranger passer-by driver pedestrian soldier suspect")
_DOERS = ("er", "or", "ist", "ian", "eer", "ant", "ee", "man", "woman")
_THINGS = word_set(
    "letter number paper water power order matter computer server river tower corner weather winter summer border centre center "
    "chapter character danger fever finger folder hammer ladder laser layer leather lever liver manner meter monster newspaper "
    "offer plaster poster powder printer quarter register rubber scooter shelter shoulder shower silver temper theater thunder "
    "timber tractor trailer transformer trigger wafer wonder motor error terror horror mirror sector factor vector reactor "
    "corridor door floor harbor labor color humor rumor vapor anchor armor restaurant plant elephant warrant grant instant "
    "constant variant committee coffee tree fee degree knee guarantee list twist engine container counter disaster cover over "
    "under other former latter either whether never ever after later earlier rather another answer encounter murder "
    "disorder slaughter laughter minor major prior interior exterior tumor parlor razor predictor indicator generator "
    "elevator detonator radiator sensor monitor processor router charger boiler cooler filter timer tanker ferry airliner liner "
    "helicopter fighter boulder shutter gutter barrier frontier carrier pier tier cancer spider tiger panther oyster"
)
_FAULTS = word_set(
    "terrorism violence terror fault faults gas leak wiring cable cables fuel wire brake brakes valve pipe boiler battery batteries cigarette candle short circuit "
    "lightning weather fog ice heat wind rain virus bacteria disease cancer cholera measles case cases play arson suicide "
    "murder-suicide foul negligence mistake cause causes motive motives plan plans link links it this that what which all "
    "everything nothing anything something accounts account tax money fraud corruption price prices market markets future "
    "role part hand fact facts number numbers report reports date place time way need issue question questions fire fires quarrel "
    "row dispute feud drugs alcohol heart stroke pneumonia flu poison poisons source origin economy budget rate rates"
)
_SOMEBODY = word_set(
    "employee employees loner loners insider resident residents clan clans tribe tribes sect sects refugee refugees migrant "
    "migrants immigrant immigrants seaman seamen cadet cadets cook guard officer officers soldier soldiers agent agents spy spies "
    "mercenary mercenaries veteran veterans youth youths vigilantes criminals hooligans thugs bandits pirates exile exiles proxy "
    "proxies service services power team teams squad crime gangster tribesmen herders cult adolescents teenager teenagers "
    "schoolboy schoolboys pupil pupils relative colleague colleagues former-employee neighbour neighbor clerk nephew uncle lover "
    "diplomat diplomats attaché attache elements sympathisers sympathizers loyalists deserter foreigner lodger customer client "
    "partner trader worker employer manager dealer banker commander supporter supporters follower brother-in-law jihadist gunman landlord "
    "tanker tankers ship vessel vessels trawler trawlers crew crews submarine freighter thieves thief rustlers brigands pensioner "
    "driver chemist scientist founder leader smuggler trafficker poacher fisher fisherman councillor senator hunter butcher "
    "aide aides bodyguard bodyguards foreman linesmen railwaymen farmhands deputies deputy minister ministers chauffeur relatives neo-nazi neo-nazis agency agencies nazis militiaman brothers sisters couple lone-wolf saboteur saboteurs ex-husband ex-wife boyfriend girlfriend stepson stepfather ex-soldier ex-employee conscript recruit"
)
_MEMBERS, _MEMBERSHIP = word_set("member members linked"), word_set("membership belonging links ties")
_STOPS = frozenset({";", ":"})
_NEW_CLAUSE = word_set("but although though because since")


def act_in(grammar: Grammar, start: int, stop: int, *, deeds: bool = True) -> Span:
    """The first word of a hostile act, of a case or of a weapon that was used, in a stretch of tokens.

    Args:
        grammar: The sentence.
        start: First token of the stretch.
        stop: Token after the last one.
        deeds: Whether verbs count.

    Returns:
        The token as a span, ``NO_SPAN`` where there is none.
    """
    found = find_act(grammar, start, stop, deeds=deeds)
    if found[0] >= 0:
        return found
    for at in range(max(0, start), min(stop, grammar.count)):
        if grammar.forms[at] in _STOPS:
            break
        if grammar.forms[at] in _CASES and grammar.tags[at] in "OGJ":
            return at, at + 1
    return NO_SPAN


def deed_in(grammar: Grammar, start: int, stop: int) -> Span:
    """The first verb of a deed or of harm in a stretch of tokens."""
    for at in range(start, min(stop, grammar.count)):
        if grammar.tags[at] in "VG" and harms(grammar, at) and not only_meant(grammar, at):
            return at, at + 1
    return NO_SPAN


def act_near(grammar: Grammar, at: int) -> Span:
    """The first word of an act, a case or a weapon before or behind a token.

    Args:
        grammar: The sentence.
        at: The token.

    Returns:
        The token as a span, ``NO_SPAN`` where there is none within ``FAR`` tokens.
    """
    return act_in(grammar, at - FAR, at + FAR)


def harm_before(grammar: Grammar, at: int) -> Span:
    """The first act or harm before a token, in the same part of the text."""
    return act_in(grammar, at - FAR, at)


def can_have(grammar: Grammar, span: Span, *, named: bool = False) -> bool:
    """Whether a noun phrase can be somebody who is suspected.

    Args:
        grammar: The sentence.
        span: The phrase.
        named: Whether "gunmen" and "unidentified men" are too vague.

    Returns:
        True where it can.
    """
    if can_act(grammar, span, named=named):
        return True
    if not 0 <= span[0] < span[1]:
        return False
    if named and can_act(grammar, span):
        # "the landlord's men", "men from a cartel" are not just any men.
        return any(word.endswith("'s") or word in {"of", "from"} for word in grammar.forms[span[0] : span[1]])
    head = grammar.head(span)
    form = grammar.forms[head].removesuffix("'s")
    if named and form in _ANYBODY:
        return False
    if form in _SOMEBODY or form.endswith("-year-old") or grammar.forms[span[0]].startswith(("al-", "el-")):
        return True
    one = grammar.forms[span[0]] in {"a", "an", "the", "his", "her", "their", "its", "another"}
    thing = grammar.masks[head] & (W.ACT_NOUN | W.WEAPON | W.TIME | W.CHANNEL | W.RECORDING | W.TARGET | W.LOOT)
    return one and not thing and form.endswith(_DOERS) and form not in _THINGS


def may_have(grammar: Grammar, span: Span) -> bool:
    """Whether a noun phrase may be whom words of suspicion point at: nearly anything but an act, a fault or a time.

    Args:
        grammar: The sentence.
        span: The phrase.

    Returns:
        True where it may.
    """
    if can_have(grammar, span):
        return True
    if not 0 <= span[0] < span[1]:
        return False
    head = grammar.head(span)
    form = grammar.forms[head]
    thing = W.ACT_NOUN | W.WEAPON | W.TIME | W.CHANNEL | W.RECORDING | W.LOOT | W.RESPONSIBILITY | W.INVOLVEMENT
    if (
        grammar.masks[head] & thing
        or form in _THINGS
        or form in _FAULTS
        or form.endswith(("ing", "ion", "ness", "ity", "ment"))
    ):
        return False
    return form[0].isalpha() and grammar.tags[head] in "OJ" and grammar.tags[span[0]] in "DOJ"


def harms(grammar: Grammar, verb: int) -> bool:
    """Whether a verb tells a hostile deed, or harm that is one where somebody is suspected of it."""
    if does(grammar, verb):
        return True
    form = grammar.forms[verb]
    if form.startswith(("carr", "made", "make")):
        return grammar.forms[verb + 1 : verb + 2] == ("off",)
    if form in {"started", "starting"}:
        return not _FLAMES.isdisjoint(grammar.forms[max(0, verb - 10) : verb + 5])
    if not form.startswith(HARMS) or form in _HARMLESS or grammar.tags[verb] not in "VG":
        return False
    following = grammar.tags[verb + 1] if verb + 1 < grammar.count else ""
    return following in tuple("DOJRB") or following == "B" or grammar.passive(verb)


def read_clause(grammar: Grammar, start: int, stop: int, *, asked: bool = False) -> tuple[Span, Span] | None:
    """Who is held to have done which act in a clause.

    Args:
        grammar: The sentence.
        start: First token of the clause.
        stop: Token after the last one looked at.
        asked: Whether the clause is a question, of which "not" denies nothing: "whether soldiers had not shot him".

    Returns:
        Who did it and the act, nothing where the clause tells of none, or tells that somebody did not.
    """
    forms, tags = grammar.forms, grammar.tags
    for at in range(start, min(stop, grammar.count)):
        form = forms[at]
        if form in _STOPS or form == "there" or (form in _NEW_CLAUSE and at > start):
            return None
        accused = act = NO_SPAN
        if form in JOINED or (form in TIES and forms[at + 1 : at + 2] in {("to",), ("with",)}):
            copula = copula_before(grammar, at, 4)
            if copula < start:
                continue
            accused = grammar.subject(copula, start)
            act = act_in(grammar, at + 1, at + 9)
            act = act if act[0] >= 0 else act_near(grammar, start)
        elif form == "of" and at > start and forms[at - 1] in WORKS and forms[at - 2 : at - 1] == ("the",):
            accused, act = grammar.phrase_after(at + 1), act_near(grammar, start)
        elif form in SHARES and forms[at + 1 : at + 2] == ("in",):
            verb = find_before(grammar, ("had", "has", "have", "played", "took", "taken", "play"), at, 3)
            if verb < start:
                continue
            accused, act = grammar.subject(verb, start), act_in(grammar, at + 2, at + 9)
            act = act if act[0] >= 0 else act_near(grammar, start)
        elif tags[at] == Tag.AUXILIARY and form in BE and _is_author(grammar, start, at):
            accused, act = _who_is_author(grammar, start, at), act_near(grammar, start)
            act = act if act[0] >= 0 or forms[at - 1] not in CULPRITS else (at - 1, at)
        elif tags[at] == Tag.VERB and form in PLACING:
            accused, act = doer(grammar, at, start), (at, at + 1)
            if not placed_bomb(grammar, at) or not can_have(grammar, accused, named=True):
                continue
        elif form in {"had", "has", "have"} and had_done(grammar, at):
            accused, act = grammar.subject(at, start), had_done(grammar, at) or NO_SPAN
        elif form in {"did", "done"} and forms[at + 1 : at + 2] in {("it",), ("this",), ("so",)}:
            accused, act = grammar.subject(at, start), act_near(grammar, start)
            act = act if act[0] >= 0 else (at, at + 1)
        elif tags[at] == Tag.VERB and (harms(grammar, at) or form.startswith(MASTERS)):
            if only_meant(grammar, at) and "have" not in forms[grammar.group_start(at) : at]:
                continue
            accused = doer(grammar, at, start)
            act = (at, at + 1) if harms(grammar, at) else act_in(grammar, at + 1, at + 8, deeds=False)
            if act[0] < 0 and grammar.undergone(at):
                act = act_near(grammar, start)
            if not can_have(grammar, accused, named=True):
                continue
        else:
            continue
        if not asked and _denied(grammar, at, start):
            return None
        accused = _bare(grammar, accused)
        if act[0] >= 0 and can_have(grammar, accused, named=True):
            return accused, act
    return None


def _is_author(grammar: Grammar, start: int, copula: int) -> bool:
    """Whether a form of "be" says who those responsible are, or that somebody is the culprit."""
    forms = grammar.forms
    if any(forms[at] in CULPRITS or forms[at : at + 2] == ("those", "responsible") for at in range(start, copula)):
        return True
    return any(
        forms[at] in CULPRITS and forms[at - 1] in {"the", "its", "his", "their"}
        for at in range(copula + 2, min(grammar.count, copula + 4))
    )


def _who_is_author(grammar: Grammar, start: int, copula: int) -> Span:
    """Who the culprits are, which stands before or behind a form of "be"."""
    forms = grammar.forms
    before = any(forms[at] in CULPRITS or forms[at] == "those" for at in range(start, copula))
    return grammar.phrase_after(copula + 1) if before else grammar.subject(copula, start)


def placed_bomb(grammar: Grammar, verb: int) -> bool:
    """Whether a bomb is what was placed, left or sent.

    Args:
        grammar: The sentence.
        verb: A verb of placing or sending.

    Returns:
        True where one stands where such a verb has its object.
    """
    if grammar.undergone(verb):
        return not _BOMBS.isdisjoint(grammar.forms[max(0, verb - 12) : verb])
    return not _BOMBS.isdisjoint(grammar.forms[verb + 1 : verb + 6])


def _denied(grammar: Grammar, at: int, low: int) -> bool:
    """Whether "not" or "no" stands before a word in its own clause, which begins at a token."""
    return any(
        grammar.tags[back] == Tag.NEGATION
        or grammar.forms[back] in {"no", "longer"}
        or grammar.forms[back].endswith("n't")
        for back in range(max(low, at - 5), at)
    )


def any_deed(grammar: Grammar, start: int, stop: int) -> tuple[Span, Span] | None:
    """Who is held to have done anything at all, in a clause that suspects: "that the cook slipped the powder in".

    Args:
        grammar: The sentence.
        start: First token of the clause.
        stop: Token after the last one looked at.

    Returns:
        Who did it and no act, nothing where the clause has no verb or only one of being.
    """
    for at in range(start, min(stop, grammar.count)):
        if grammar.forms[at] in _STOPS or grammar.forms[at] == "there":
            return None
        if grammar.tags[at] != Tag.VERB or grammar.reduced(at):
            continue
        past = (
            grammar.forms[at].endswith("ed")
            or grammar.forms[at] in _IRREGULAR
            or "have" in grammar.forms[grammar.group_start(at) : at]
        )
        accused = _bare(grammar, doer(grammar, at, start))
        sound = not grammar.negated(at) and not grammar.intended(at)
        return (accused, NO_SPAN) if past and sound and can_have(grammar, accused, named=True) else None
    return None


def had_done(grammar: Grammar, at: int) -> Span | None:
    """What somebody "had" done to somebody: "had the priest drowned".

    Args:
        grammar: The sentence.
        at: The "had".

    Returns:
        The participle as a span, nothing where it tells of no deed.
    """
    span = grammar.phrase_after(at + 1)
    done = span[1]
    if (
        span[0] < 0
        or done >= grammar.count
        or grammar.tags[done] != Tag.VERB
        or not grammar.forms[done].endswith(_PAST)
    ):
        return None
    form = grammar.forms[done]
    return (done, done + 1) if grammar.masks[done] & W.ACT_VERB or form.startswith(HARMS) else None


def _bare(grammar: Grammar, span: Span) -> Span:
    """A phrase without the "that" before it."""
    if 0 <= span[0] < span[1] - 1 and grammar.forms[span[0]] in {"that", "whether"}:
        return span[0] + 1, span[1]
    return span


def it_was(grammar: Grammar, start: int) -> Span:
    """Who it was in a clause "it was vandals", "it could have been a rival", "it likely to be the Front".

    Args:
        grammar: The sentence.
        start: First token of the clause.

    Returns:
        The phrase, ``NO_SPAN`` where the clause is another one or it was nobody who can be suspected.
    """
    forms = grammar.forms
    at = start + 1
    if forms[start : start + 1] not in _IT or forms[at : at + 1] in {("to",), ("would",)}:
        # "Believing it to be a tanker": what something is.
        return NO_SPAN
    while at < min(grammar.count, start + 5) and (forms[at] in _BEING or grammar.tags[at] in "MB"):
        at += 1
    if forms[at - 1] not in BE and forms[start] != "it's":
        return NO_SPAN
    accused = grammar.phrase_after(at)
    if accused[0] != at or not can_have(grammar, accused):
        return NO_SPAN
    head = grammar.head(accused)
    form, named = grammar.forms[head], grammar.capital[head] and not grammar.shouting
    somebody = is_people(grammar, accused) or form in PERSONS or form in _SOMEBODY or form.endswith(_DOERS)
    return accused if named or somebody or form.endswith(("ers", "ists", "men")) else NO_SPAN


def named_by(grammar: Grammar, start: int) -> Span:
    """The phrase that begins at a token, where it can be somebody who is suspected."""
    span = grammar.phrase_after(start)
    return span if can_have(grammar, span, named=True) else NO_SPAN


def is_suspect(grammar: Grammar, verb: int) -> bool:
    """Whether "suspect" or "suspects" is who is suspected: "the bombing suspect Anton Veres", "nine terror suspects in Karsh".

    Args:
        grammar: The sentence.
        verb: The word, a token.

    Returns:
        False where it may be a verb, which has a subject before it and an object behind it.
    """
    form, before, following = grammar.forms[verb], verb - 1, verb + 1
    if grammar.forms[following : following + 1] == ('"',):
        # 'Police "suspect" nine students.'
        before, following = before - 1, following + 1
    if form == "suspects":
        return (
            following >= grammar.count
            or grammar.tags[following] in "IVABMPC"
            or grammar.forms[following] == "overnight"
        )
    if form != "suspect":
        return False
    if before < 0:
        return True
    word = grammar.forms[before]
    if grammar.masks[before] & W.ACT_NOUN or word in VAGUE_CRIMES:
        # "The abuses suspect Anton Veres": of which case.
        return True
    plural = word.endswith("s") or word in {"police", "they", "we", "i", "you", "to", "who", "not", "people"}
    return not (plural or grammar.tags[before] in "AMB")


def deed_of(grammar: Grammar, start: int) -> Span:
    """What somebody is suspected "of": an act, or doing harm.

    Args:
        grammar: The sentence.
        start: The word behind "of".

    Returns:
        The first word of it, ``NO_SPAN`` where it is something else.
    """
    if belongs(grammar, start):
        return NO_SPAN
    act = act_in(grammar, start, start + 9)
    if act[0] >= 0:
        return act
    verb = start + (grammar.forms[start : start + 1] in {("having",), ("being",)})
    if verb >= grammar.count or grammar.forms[verb] in _HARMLESS - _GERUNDS:
        return NO_SPAN
    form = grammar.forms[verb]
    done = form.endswith(("ing", "ed", "nt", "id")) or grammar.tags[verb] in "VG"
    harmful = form.startswith((*HARMS, *MASTERS, "hold", "send", "sent", "arm"))
    return (verb, verb + 1) if done and harmful else NO_SPAN


def belongs(grammar: Grammar, start: int) -> bool:
    """Whether what somebody is suspected "of" is to belong to others, which is no act.

    Args:
        grammar: The sentence.
        start: The word behind "of".

    Returns:
        True for membership and links, and for being a member or linked.
    """
    near = grammar.forms[start : start + 4]
    first = near[0] if near else ""
    return first in _MEMBERSHIP or (first == "being" and not _MEMBERS.isdisjoint(near))
