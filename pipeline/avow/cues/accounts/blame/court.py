"""Who is accused before a court: charged with an act, tried or sentenced for it, held on charges of it."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import PART_TAKING, befell, deed_for, find_act, of_part
from avow.cues.accounts.captives import THEM, held, only_meant
from avow.cues.accounts.crimes import VAGUE_CRIMES, WEAK_CRIMES, careless, crime, definite_act, for_crime
from avow.cues.accounts.people import DOERS, agent, can_act, is_passive, last_part, parties, who, whom
from avow.cues.accounts.records import BLAMED, SUSPECTED, Account
from avow.cues.accounts.search import FAR, find_before, find_word, involved_in, verb_before
from avow.cues.accounts.verbs import meant_act
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Span, Tag
from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import word_set
from avow.cues.statements.telling import told

FACING = word_set("face faces faced facing")
TAKEN_BACK = ("clear", "acquit", "exonerat", "retract", "withdr", "drop", "deni", "deny", "reject", "dismiss", "refut")
CLEARED = word_set(
    "acquitted acquits acquit cleared clears dropped drops drop dismissed dismisses not no without withdrawn withdraws "
    "freed deny denies denied declined declines nobody none never"
)
ACQUITTED = CLEARED - {"freed"}
"""Words that clear somebody; who is freed may have served a sentence."""
UNDONE = ("overturn", "quash", "revers", "annul", "vacat")
TERMS = word_set("sentence sentences term terms imprisonment prison jail verdict")
_NEVER = word_set("not never no hardly")
_NO_CHARGE = word_set("false baseless disproved disproves unfounded no without")
_COURT_LINKS = word_set("with of for on over in")
_NO_CRIMES = WEAK_CRIMES | VAGUE_CRIMES
_CLAUSES = word_set("which that who whom where when as after")
_SENTENCE_LINKS = word_set("for of after over in")
_DOOMED = frozenset([("to", "death"), ("to", "life")])
_NAMES_OF_CRIMES = ("murder", "kidnapping", "hijacking", "assassination")
_PRISONERS = word_set("people persons prisoners inmates detainees convicts men women")
_RELATED = frozenset(
    [("related", "to"), ("relating", "to"), ("connected", "to"), ("stemming", "from"), ("arising", "from")]
)
_SENDING = ("extradit", "deport", "transfer", "return", "surrender")
_ALLEGED = word_set("alleged allegedly suspected")
_COUNTED = word_set("counts charges offences offenses")
_PLOTTING = word_set("accessory conspiracy conspiring plotting plot plots attempt attempting")
_PUTTING_TO_DEATH = ("execut", "hang", "behead")
_PAROLE = word_set("parole remission release")


def in_court(grammar: Grammar, at: int) -> Iterator[Account]:
    """Charged with, tried for, convicted of, sentenced for an act."""
    forms = grammar.forms
    form = forms[at]
    if form == "guilty":
        yield from _found_guilty(grammar, at)
        return
    if _is_noun(grammar, at):
        yield from charges_against(grammar, at) if forms[at + 1 : at + 2] == ("for",) else ()
        return
    if not held(grammar, at) or {"not", "guilty"} <= set(forms[max(0, at - 9) : at]):
        return
    passive = is_passive(grammar, at)
    speaker, accused = parties(grammar, at, passive=passive, reach=4)
    if not passive and forms[at + 1 : at + 3] in _DOOMED:
        accused = grammar.phrase_after(at + 3)
    of = find_word(grammar, ("of",), accused[0] + 1, accused[1]) if form.startswith("convict") and not passive else -1
    if of >= 0:
        accused = (accused[0], of)
    if CLEARED & set(forms[max(0, at - 4) : at]):
        return
    begin = at + 1 if passive else max(at + 1, accused[1])
    act = _charged_act(grammar, at, begin)
    if act is None:
        return
    if act[0] >= 0:
        yield Account(BLAMED, f"court-{form[:4]}", at, speaker, accused, act)
    elif form.startswith(("sentenc", "convict", "jail", "charged")) and accused[0] >= 0:
        # "A gunman who killed ten is sentenced to life"; "a court jails four men who shot a judge".
        reach = 9 if forms[accused[1] : accused[1] + 1] == (",",) else 2
        who_did = find_word(grammar, ("who",), accused[1], accused[1] + reach)
        if any(grammar.tags[here] == Tag.PREPOSITION for here in range(accused[1], who_did)):
            # "Ivo Marek, the lawyer of a man who shot a judge".
            who_did = -1
        stop = at if passive else who_did + 12
        act = find_act(grammar, who_did + 1, stop, nouns=False) if who_did >= 0 else NO_SPAN
        if act[0] >= 0:
            yield Account(BLAMED, "court-who-did", at, NO_SPAN if passive else speaker, accused, act)


def _is_noun(grammar: Grammar, at: int) -> bool:
    """Whether a word of courts is no verb here: "new charges for two men", "jailed writer Ivo Marek"."""
    forms, tags = grammar.forms, grammar.tags
    form = forms[at]
    if form == "jailed":
        return grammar.phrase_after(at + 1)[0] == at + 1 and (not at or tags[at - 1] in "DV")
    if form in {"charge", "charges"} and at + 1 < grammar.count and tags[at + 1] in "IVGM":
        # A verb would have its object next.
        return True
    if form not in {"charges", "charge", "sentences", "tries"} or tags[at] == Tag.VERB:
        return False
    first = grammar.phrase_after(at + 3 if forms[at + 1 : at + 3] in _DOOMED else at + 1)
    if not at or first[0] < 0 or tags[at - 1] not in "OBCP":
        return True
    if form in {"charges", "charge"} and find_word(grammar, ("with",), first[1], first[1] + 9) < 0:
        return True
    return tags[at - 1] in "CP" and forms[at + 1] not in THEM and tags[at + 1] != Tag.DETERMINER


def _found_guilty(grammar: Grammar, at: int) -> Iterator[Account]:
    """Found guilty of an act."""
    forms = grammar.forms
    found = find_before(grammar, ("found", "finds", "find"), at, 8)
    if found < 0 or "not" in forms[max(0, found - 2) : at]:
        return
    # "Three men found guilty of": nothing stands between, so that it is of them.
    told = grammar.tags[at + 1] if at + 1 < grammar.count else "P"
    passive = (at == found + 1 and told in "IP") or grammar.passive(found) or is_passive(grammar, found)
    speaker, accused = parties(grammar, found, passive=passive)
    accused = (accused[0], at) if accused[0] < at < accused[1] else accused
    act = definite_act(grammar, at + 1, at + 9)
    if act[0] < 0:
        # "Guilty, by a jury in Karsh, on all counts arising from the bombing."
        act = for_crime(grammar, at + 1, at + 16)
        act = NO_SPAN if {"who", "which"} & set(forms[at : max(at, act[0])]) else act
    if act[0] >= 0 and not careless(grammar, at, _end(grammar, act[1], act[1] + 9)):
        yield Account(BLAMED, "found-guilty", at, speaker, accused, act)


def _charged_act(grammar: Grammar, at: int, begin: int) -> Span | None:
    """What somebody is charged with or sentenced for.

    Args:
        grammar: The sentence.
        at: The word of courts, a token.
        begin: Where it may begin, a token.

    Returns:
        The act, ``NO_SPAN`` where none is told; nothing where they are cleared of it, or it is something else.
    """
    forms = grammar.forms
    sentenced = forms[at].startswith("sentenc") or forms[at] == "jailed"
    words, reach = (_SENTENCE_LINKS, 26) if sentenced else (_COURT_LINKS, 14)
    for link in range(begin, min(grammar.count, begin + reach)):
        if forms[link] == "," and _is_sequel(grammar, link + 1):
            break
        if forms[link] not in words or (forms[link] == "in" and TERMS & set(forms[link + 1 : link + 4])):
            # "In prison for failing to stop the killings": what for follows.
            continue
        deed = deed_for(grammar, link)
        if deed < 0 and forms[link] in {"for", "of"}:
            return None
        if deed < 0:
            continue
        if _cleared(grammar, begin, link):
            return None
        counted = not _COUNTED.isdisjoint(forms[deed : deed + 4])
        reach = 14 if counted else 11 if forms[deed] in PART_TAKING else 7
        act = crime(grammar, deed, _before_sequel(grammar, deed, max(deed, link) + reach))
        if act[0] < 0 and _PLOTTING & set(forms[deed : deed + (5 if counted else 3)]):
            # "Convicted of conspiracy to murder".
            act = meant_act(grammar, deed + 1, deed + 6)
        if act[0] >= 0:
            ended = _end(grammar, act[1], act[1] + 9)
            if _cleared(grammar, act[1], act[1] + 9) or careless(grammar, begin, ended) or _befell(grammar, deed, act):
                return None
            return act
    return NO_SPAN


def _befell(grammar: Grammar, start: int, act: Span) -> bool:
    """Whether an act is what was done to the accused: "three men charged with spying were hanged"."""
    return befell(grammar, act[0]) and _CLAUSES.isdisjoint(grammar.forms[start : act[0]])


def _cleared(grammar: Grammar, start: int, stop: int) -> bool:
    """Whether somebody is cleared in a stretch of tokens; a plea of not guilty and a life "without parole" clear nobody."""
    forms = grammar.forms
    for at in range(max(0, start), min(grammar.count, stop)):
        if forms[at] not in CLEARED:
            continue
        if forms[at] == "not" and forms[at - 1].startswith(("plead", "pled")):
            continue
        if not (forms[at] == "without" and _PAROLE & set(forms[at + 1 : at + 5])):
            return True
    return False


def _end(grammar: Grammar, start: int, stop: int) -> int:
    """Where the first comma of a stretch of tokens stands, or its end: another charge follows."""
    comma = find_word(grammar, (",",), start, stop)
    return comma if comma >= 0 else stop


def _before_sequel(grammar: Grammar, start: int, stop: int) -> int:
    """Where a comma stands before what came of it or with it, or the end of a stretch of tokens."""
    commas = (at for at in range(start, min(grammar.count - 1, stop)) if grammar.forms[at] == ",")
    return next((at for at in commas if grammar.forms[at + 1] == "with" or _is_sequel(grammar, at + 1)), stop)


def _is_sequel(grammar: Grammar, at: int) -> bool:
    """Whether a gerund tells what came of a sentence: "of fraud, bringing the executions to ten"."""
    return at < grammar.count and grammar.forms[at] != "including" and not of_part(grammar, at)


def charges_of(grammar: Grammar, noun: int) -> Iterator[Account]:
    """Held or wanted on charges of an act; allegations that somebody did it."""
    forms = grammar.forms
    link = forms[noun + 1] if noun + 1 < grammar.count else ""
    act = find_act(grammar, noun - 1, noun, deeds=False) if noun else NO_SPAN
    if act[0] < 0 and noun and forms[noun] == "charges" and grammar.masks[noun - 1] & W.ACT_NOUN:
        # "is facing murder charges": what stands before is no verb.
        act = (noun - 1, noun)
    if act[0] < 0 and forms[noun] == "charges" and FACING & set(forms[max(0, noun - 9) : noun]):
        # "To face conspiracy, kidnapping and drug charges".
        facing = find_before(grammar, FACING, noun, 9)
        listed = all(grammar.tags[at] in "OJGCPD" for at in range(facing + 1, noun))
        act = find_act(grammar, facing + 1, noun, deeds=False) if listed else NO_SPAN
        act = NO_SPAN if act[0] >= 0 and forms[act[0]] in _NO_CRIMES else act
    weapon = act[0] >= 0 and forms[noun] == "charge" and grammar.masks[act[0]] & W.WEAPON
    weapon = weapon and not forms[act[0]].startswith(_NAMES_OF_CRIMES)
    if act[0] >= 0 and forms[noun] == "charge" and noun > 1 and forms[noun - 2] in POSSESSIVES and not weapon:
        yield Account(BLAMED, "their-charge", noun, NO_SPAN, (noun - 2, noun - 1), act)
        return
    if act[0] >= 0 and not weapon and forms[noun].startswith("charg") and forms[act[0]] not in _NO_CRIMES:
        yield from _on_charges(grammar, noun, act)
        return
    if link == "that" or (link and grammar.tags[noun + 1] == Tag.PRONOUN):
        if any(form.startswith(TAKEN_BACK) for form in forms[max(0, noun - 4) : noun]):
            return
        yield from _involved(grammar, noun)
        for item in told(grammar, noun):
            done = item.act[0]
            passive = grammar.undergone(done)
            accused = agent(grammar, done) if passive else item.accused
            if not item.negated and not only_meant(grammar, done) and can_act(grammar, accused, named=True):
                owner = (noun - 1, noun) if noun and forms[noun - 1].endswith("'s") else NO_SPAN
                stance = SUSPECTED if forms[noun].startswith("suspicion") else BLAMED
                yield Account(stance, "charges-that", noun, owner, accused, item.act)
        return
    related = forms[noun + 1 : noun + 3] in _RELATED
    if related and forms[noun - 1 : noun] == ("on",) and noun > 2:
        # "Two men are held on charges related to the murder".
        accused, act = grammar.phrase_before(noun - 2), definite_act(grammar, noun + 3, noun + 9)
        # "A retrial for three men", "the arrest of a former president".
        accused = last_part(grammar, accused)
        if act[0] >= 0 and can_act(grammar, accused) and not CLEARED & set(forms[max(0, noun - 8) : noun + 12]):
            yield Account(BLAMED, "charges-related", noun, NO_SPAN, accused, act)
            return
    if link not in {"of", "for", "over", "in", "including"} and (forms[noun], link) != ("charges", "on"):
        return
    act = definite_act(grammar, noun + 2, noun + 8)
    if act[0] < 0 and _PLOTTING & set(forms[noun + 2 : noun + 4]):
        act = meant_act(grammar, noun + 3, noun + 8)
    if act[0] < 0:
        return
    if forms[noun].startswith(("claim", "alleg")) and forms[noun - 1 : noun] != ("on",):
        return
    yield from _on_charges(grammar, noun, act)


def _involved(grammar: Grammar, noun: int) -> Iterator[Account]:
    """Accusations that somebody is involved in an act or behind it."""
    accused = grammar.phrase_after(noun + 2)
    if not can_act(grammar, accused) and not (accused[0] >= 0 and grammar.tags[accused[0]] == Tag.PRONOUN):
        return
    at = next(involved_in(grammar, accused[1], accused[1] + 8, 4), -1)
    if at < 0:
        return
    act = find_act(grammar, at + 1, at + 9)
    between = grammar.forms[accused[1] : at]
    denied = _NEVER & set(between) or any(form.endswith("n't") for form in between)
    if act[0] >= 0 and not denied and not _NO_CHARGE & set(grammar.forms[max(0, noun - 4) : noun]):
        yield Account(BLAMED, "charges-involved", noun, NO_SPAN, accused, act)


def _on_charges(grammar: Grammar, noun: int, act: Span) -> Iterator[Account]:
    """Who faces charges of an act."""
    forms = grammar.forms
    reach = range(noun - 1, max(-1, noun - 24), -1)
    verb = next((at for at in reach if grammar.tags[at] == Tag.VERB or forms[at] in FACING), -1)
    face = verb >= 0 and forms[verb] in FACING
    if (
        verb < 0
        or not (face or held(grammar, verb))
        or (grammar.masks[verb] & (W.DENY | W.ACT_VERB) and not forms[verb].startswith(_PUTTING_TO_DEATH))
    ):
        return
    if CLEARED & set(forms[max(0, verb - 3) : noun + 6]) or "guilty" in forms[verb:noun]:
        return
    speaker, accused = parties(grammar, verb, passive=face or is_passive(grammar, verb))
    if face:
        start = grammar.group_start(verb)
        while start and grammar.tags[start - 1] in "AM":
            # "are facing": the verb is not always known as one.
            start -= 1
        first = next((at for at in range(max(0, start - FAR), start) if grammar.tags[at] == Tag.VERB), -1)
        if (start and forms[start - 1] == "to") or (first >= 0 and forms[first].startswith(_SENDING)):
            accused = _sent(grammar, first) if first >= 0 else NO_SPAN
        else:
            accused = grammar.phrase_before(start - 1)
    sought = forms[noun].startswith(("warrant", "suspicion"))
    yield Account(SUSPECTED if sought else BLAMED, "on-charges", noun, speaker, accused, act)


def _sent(grammar: Grammar, verb: int) -> Span:
    """Who is to face charges by the first verb of a sentence: whoever is sent there, or does what it tells."""
    if grammar.forms[verb].startswith(_SENDING):
        return whom(grammar, verb) if is_passive(grammar, verb) else grammar.phrase_after(verb + 1)
    return who(grammar, verb)


def charges_against(grammar: Grammar, noun: int) -> Iterator[Account]:
    """Charges or a lawsuit "against" somebody over an act, charges "for" somebody."""
    forms = grammar.forms
    link = find_word(grammar, ("against",), noun + 1, noun + 6)
    link = noun + 1 if link < 0 and forms[noun + 1 : noun + 2] == ("for",) else link
    if link < 0 or CLEARED & set(forms[max(0, noun - 6) : link + 14]):
        return
    accused = grammar.phrase_after(link + 1)
    if not can_act(grammar, accused):
        return
    if noun and forms[noun - 1] == "murder":
        # "Murder charges are filed against the owner".
        yield Account(BLAMED, "charges-against", noun, NO_SPAN, accused, (noun - 1, noun))
        return
    for at in range(accused[1], min(grammar.count, accused[1] + 6)):
        if forms[at] in {"for", "over", "in", "of"}:
            act = definite_act(grammar, at + 1, at + 8)
            if act[0] >= 0:
                yield Account(BLAMED, "charges-against", noun, NO_SPAN, accused, act)
            return


def punished(grammar: Grammar, verb: int) -> Iterator[Account]:
    """Imprisoned, hanged or handed over for an act."""
    if not held(grammar, verb) or not is_passive(grammar, verb):
        return
    for link in range(verb + 1, min(grammar.count, verb + 9)):
        if grammar.forms[link] in {"for", "over"}:
            if _ALLEGED & set(grammar.forms[link + 1 : link + 3]):
                # "Imprisoned for allegedly shooting a minister": no more than suspected.
                return
            act = definite_act(grammar, link + 1, link + 7)
            cleared = CLEARED & set(grammar.forms[verb : act[1] + 9]) if act[0] >= 0 else set()
            if act[0] >= 0 and not cleared:
                yield Account(BLAMED, "punished-for", verb, agent(grammar, verb, 4), whom(grammar, verb), act)
            return


def trial_for(grammar: Grammar, noun: int) -> Iterator[Account]:
    """On trial for an act; the trial, or the conviction, of somebody for it."""
    forms = grammar.forms
    # "The conviction of two men for the bombing was quashed".
    undone = any(form.startswith(UNDONE) for form in forms[max(0, noun - 5) : noun + 14])
    if undone or CLEARED & set(forms[noun : noun + 14]):
        return
    owner = NO_SPAN
    start = noun + 1
    if forms[start : start + 1] == ("of",):
        owner = grammar.phrase_after(start + 1)
        start = max(start + 1, owner[1])
    elif forms[noun - 1 : noun] == ("on",) or (noun and forms[noun - 1] in {"stand", "stands", "stood", "standing"}):
        verb = noun - 2 if forms[noun - 1] == "on" else noun - 1
        owner = grammar.phrase_before(grammar.group_start(max(0, verb)) - 1) if verb > 0 else NO_SPAN
    elif noun and forms[noun - 1] in POSSESSIVES:
        owner = (noun - 1, noun)
    if not can_act(grammar, owner) and owner != (noun - 1, noun):
        return
    doer = find_word(grammar, DOERS, owner[0], owner[1])
    if doer >= 0 and forms[doer + 1 : doer + 2] in {("of",), ("in",), ("behind",)}:
        # "The trial of suspected perpetrators of the shooting".
        act = definite_act(grammar, doer + 2, doer + 9)
        if act[0] >= 0:
            yield Account(BLAMED, "trial-of-doers", noun, NO_SPAN, (owner[0], doer + 1), act)
            return
    reach = 15 if forms[start : start + 1] == (",",) else 6
    for link in range(start, min(grammar.count, start + reach)):
        counted = forms[link] == "of" and forms[link - 1] in _COUNTED
        if counted or forms[link] in {"for", "over"}:
            act = definite_act(grammar, link + 1, link + 7)
            if act[0] >= 0:
                yield Account(BLAMED, "on-trial", noun, NO_SPAN, owner, act)
            return


def serving(grammar: Grammar, noun: int) -> Iterator[Account]:
    """Freed after, or serving, a sentence for an act or a part in one."""
    forms = grammar.forms
    if forms[noun + 1 : noun + 2] not in {("for",), ("over",)} or not of_part(grammar, noun + 2):
        return
    act = definite_act(grammar, noun + 2, noun + 10)
    if act[0] >= 0 and "not" in forms[noun + 2 : act[0]]:
        return
    if ACQUITTED & set(forms[max(0, noun - 5) : noun]):
        return
    if act[0] < 0 or ACQUITTED & set(forms[act[1] : act[1] + 9]):
        return
    verb = max(verb_before(grammar, noun, 19), find_before(grammar, ("serving",), noun, 8))
    if verb < 0 or forms[verb].startswith(UNDONE):
        return
    if is_passive(grammar, verb) or (forms[verb] == "given" and grammar.passive(verb)):
        accused = whom(grammar, verb)
    else:
        giving = forms[verb].startswith(("giv", "gave", "hand", "impos", "sentenc"))
        accused = grammar.phrase_after(verb + 1) if giving else who(grammar, verb)
    if can_act(grammar, accused) and not are_prisoners(grammar, accused):
        yield Account(BLAMED, "sentence-for", noun, NO_SPAN, accused, act)


def are_prisoners(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase only says how many serve a sentence, which accuses nobody: "90 prisoners serving terms for murder".

    Args:
        grammar: The sentence.
        span: The phrase.

    Returns:
        True where it does.
    """
    counted = any(grammar.forms[at][0].isdigit() for at in range(*span))
    return counted and not _PRISONERS.isdisjoint(grammar.forms[span[0] : span[1]])
