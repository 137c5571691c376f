"""Who rebuts what is held against them: a story called a fairy tale, a case fabricated, a confession, a plea, a denial."""

from __future__ import annotations

from collections.abc import Iterator

from avow.cues.accounts.acts import act_around, act_before, find_act
from avow.cues.accounts.denial.denying import REPORTS
from avow.cues.accounts.denial.disputing import CLAUSE_REACH, NOTIONS, own_deed
from avow.cues.accounts.denial.harm import harms_own
from avow.cues.accounts.denial.pleading import pleader
from avow.cues.accounts.people import agent, says, who
from avow.cues.accounts.records import DENIED, Account
from avow.cues.accounts.search import FAR, copula_before, denied_before, find_before, find_word
from avow.cues.accounts.sides import is_civil
from avow.cues.accounts.tellings import is_own, speakers_of
from avow.cues.accounts.verbs import is_verb, meant_act, owner_of, stands
from avow.cues.grammar import NO_SPAN, POSSESSIVES, Grammar, Tag
from avow.cues.lexicon import word_set

_FALSE = word_set(
    "baseless unfounded groundless malicious slanderous nonsense fabrication fabrications fabricated lie lies false untrue "
    "absurd ridiculous preposterous invention inventions falsehood falsehoods irresponsible slander disinformation "
    "misinformation insult infamous mischievous trash fantasy fantasies fiction myth myths hoax bunk tripe rubbish garbage "
    "hogwash laughable ludicrous risible farcical far-fetched fanciful outlandish outrageous scurrilous defamatory libellous "
    "libelous calumny calumnies smear smears canard propaganda concoction made-up cooked-up spurious unsubstantiated "
    "bogus fake meaningless insulting provocation unproven fictitious invented concocted imaginary motivated "
    "ill-founded untruthful untruth untruths nonsensical illogical stunt set-up tendentious biased fabulation farce joke"
)
_FALSE_PAIRS = frozenset(
    {
        ("fairy", "tale"), ("fairy", "tales"), ("fairy", "story"), ("without", "foundation"), ("without", "basis"),
        ("without", "substance"), ("without", "merit"), ("not", "true"), ("no", "foundation"), ("no", "basis"),
        ("no", "truth"), ("not", "so"), ("not", "correct"), ("made", "up"), ("cooked", "up"), ("trumped", "up"), ("dreamt", "up"),
        ("dreamed", "up"), ("old", "wives"), ("devoid", "of"), ("tissue", "of"), ("pack", "of"), ("figment", "of"),
    }
)  # fmt: skip
_CALLING = (
    "call", "describ", "term", "brand", "label", "say", "said", "denounc", "dismiss", "condemn", "slam", "deem", "decr",
    "derid", "ridicul", "characteri", "reject", "insist", "consider", "declar", "maintain", "tell", "told", "stat", "refut",
    "refer", "repl", "answer", "respond", "add", "oppos",
)  # fmt: skip
_TAKING_BACK = ("retract", "recant", "withdr", "repudiat", "disown", "revok", "renounc")
_TOOK, _WENT = word_set("take takes took taking taken"), word_set("goes went gone going")
_CONFESSIONS = word_set("confession confessions admission admissions")
_FORCED = word_set("torture tortured duress coerced forced beaten extracted pressure threats coercion")
_FRAMED = word_set("framed")
_PLOTS = word_set("frame-up set-up stitch-up conspiracy witch-hunt")
_FALSE_CASES = word_set(
    "fabricated invented concocted forged staged trumped-up planted doctored faked manufactured rigged"
)
_CASES = word_set(
    "case cases evidence charges charge accusations accusation allegations trial confession confessions proof footage video "
    "photographs documents recording scene weapons weapon bodies"
)
_COURT = word_set("judge judges court tribunal jury inquiry prosecutor prosecutors")
_DENIALS = word_set("denial denials disclaimer disclaimers rebuttal rebuttals")
_PLAIN_DENIALS = word_set("denial denials")
_ELSE = word_set("service access visa visas entry bail justice rights climate holocaust genocide asylum permission")
_ISSUING = word_set("issue issues issued issuing repeat repeats repeated publish published sent sends dictated")
_INNOCENT = word_set("innocence innocent blameless guiltless")
_PROTESTING = ("protest", "proclaim", "maintain", "plead", "pled", "insist", "swear", "swore", "assert", "declar")
_PLEAS = word_set("plea pleas")
_REJECTING = ("reject", "dismiss", "denounc", "condemn", "slam", "refut", "derid", "ridicul", "decr", "oppos")
_NO_TRUTH = frozenset({("no", "truth"), ("no", "foundation"), ("no", "basis"), ("no", "substance")})
_STATEMENTS = word_set("statement statements")
_THESE = word_set("this that these those all")
_OURS = word_set("we our us ours")
_THIS = _THESE | {"it", "them"}
_SUPPOSED = word_set("alleged supposed so-called reported purported")


def rebuttals(grammar: Grammar) -> Iterator[Account]:
    """Accounts of those who rebut what is held against them.

    Args:
        grammar: The sentence.

    Yields:
        Accounts of denial.
    """
    for at, form in enumerate(grammar.forms):
        if form in _FALSE or grammar.forms[at : at + 2] in _FALSE_PAIRS:
            yield from _calls_false(grammar, at)
            yield from _this_is_false(grammar, at)
            yield from _untrue_that(grammar, at)
        if form in _FALSE_CASES:
            yield from _false_case(grammar, at)
        elif form in _FRAMED or form in _PLOTS or grammar.forms[at : at + 2] == ("set", "up"):
            yield from _framed(grammar, at)
        elif form in _DENIALS:
            yield from _denial(grammar, at)
        elif form in _INNOCENT or form in _PLEAS:
            yield from _innocence(grammar, at)
        elif form in _CONFESSIONS:
            yield from _confession(grammar, at)
        elif form in {"confessing", "confess"}:
            yield from _forced_to_confess(grammar, at)


def _untrue_that(grammar: Grammar, at: int) -> Iterator[Account]:
    """Says that it is untrue that one's own did it."""
    suggested = grammar.forms[at + 1 : at + 2] == ("to",) and grammar.forms[at + 3 : at + 4] == ("that",)
    that = at + 3 if suggested else at + 2 if grammar.forms[at : at + 2] in _FALSE_PAIRS else at + 1
    if grammar.forms[that : that + 1] != ("that",) or denied_before(grammar, at):
        return
    if not suggested and copula_before(grammar, at, 4) < 0:
        return
    verb, speaker = speakers_of(grammar, at, max(0, at - 2))
    if verb < 0 and suggested:
        verb = next(
            (here for here in range(at - 1, max(-1, at - 5), -1) if grammar.forms[here].startswith(_CALLING)), -1
        )
        speaker = who(grammar, verb) if verb >= 0 else NO_SPAN
    done = own_deed(grammar, that + 1, that + 1 + CLAUSE_REACH, at, speaker)
    first = done[0] >= 0 and {"we", "our", "i"} & set(grammar.forms[that + 1 : done[0]])
    if done[0] >= 0 and (verb >= 0 or first):
        yield Account(DENIED, "untrue-that", verb if verb >= 0 else at, speaker, NO_SPAN, done)


def _confession(grammar: Grammar, noun: int) -> Iterator[Account]:
    """Takes a confession back, or says that it was forced."""
    forms = grammar.forms
    reach = range(noun - 1, max(-1, noun - 6), -1)
    verb = next((at for at in reach if forms[at].startswith(_TAKING_BACK)), -1)
    took = next((at for at in reach if forms[at] in _TOOK and {"back"} & set(forms[at + 1 : noun + 2])), -1)
    went = next((at for at in reach if forms[at] in _WENT and forms[at + 1 : at + 3] == ("back", "on")), -1)
    verb = max(verb, took, went)
    if verb >= 0:
        own = POSSESSIVES & set(forms[verb:noun])
        if own and stands(grammar, verb) and not grammar.passive(verb):
            yield Account(DENIED, "takes-back-confession", verb, who(grammar, verb), NO_SPAN, act_around(grammar, noun))
        return
    after = next((at for at in range(noun + 1, min(grammar.count, noun + 7)) if forms[at].startswith(_TAKING_BACK)), -1)
    if after >= 0 and grammar.passive(after) and stands(grammar, after):
        yield Account(DENIED, "takes-back-confession", after, agent(grammar, after), NO_SPAN, act_around(grammar, noun))
        return
    forced = find_word(grammar, _FORCED, noun + 1, noun + 9)
    said = says(grammar, noun, 10)
    if forced >= 0 and said >= 0 and stands(grammar, said) and copula_before(grammar, forced, 8) > noun:
        yield Account(DENIED, "confession-forced", said, who(grammar, said), NO_SPAN, act_around(grammar, noun))


def _forced_to_confess(grammar: Grammar, at: int) -> Iterator[Account]:
    """Says to have been forced to confess."""
    forced = find_before(grammar, _FORCED, at, 3)
    copula = copula_before(grammar, forced, 4) if forced >= 0 else -1
    if copula < 0 or {"not", "never"} & set(grammar.forms[copula:at]):
        return
    verb, speaker = speakers_of(grammar, at, copula)
    if verb >= 0 and is_own(grammar, speaker, grammar.subject(copula)):
        yield Account(DENIED, "confession-forced", verb, speaker, NO_SPAN, act_around(grammar, at))


def _false_case(grammar: Grammar, at: int) -> Iterator[Account]:
    """Says that the case against one was fabricated, or the evidence planted."""
    case = find_before(grammar, _CASES, at, 10)
    if case < 0 or grammar.negated(at) or copula_before(grammar, at, 5) < case:
        return
    verb, speaker = speakers_of(grammar, at, case)
    if verb < 0 or speaker[0] < 0 or is_civil(grammar, speaker) or _COURT & set(grammar.forms[slice(*speaker)]):
        return
    yield Account(DENIED, "says-case-false", verb, speaker, NO_SPAN, act_around(grammar, at))


def _framed(grammar: Grammar, at: int) -> Iterator[Account]:
    """Says to have been framed, or to be the victim of a set-up."""
    copula = copula_before(grammar, at, 8)
    if copula < 0 or {"not", "never"} & set(grammar.forms[copula:at]):
        return
    verb, speaker = speakers_of(grammar, at, at)
    doer = grammar.subject(copula)
    if verb < 0 or not is_own(grammar, speaker, doer):
        return
    if grammar.forms[at] in _PLOTS and not {"victim", "victims", "of"} & set(grammar.forms[copula:at]):
        return
    yield Account(DENIED, "says-framed", verb, speaker, NO_SPAN, act_around(grammar, at))


def _denial(grammar: Grammar, noun: int) -> Iterator[Account]:
    """A denial by somebody, somebody's denial that one's own did it, a denial issued."""
    forms = grammar.forms
    around = set(forms[max(0, noun - 2) : noun + 4])
    if denied_before(grammar, noun) or _ELSE & around or (noun and forms[noun - 1] == "in"):
        return
    link = forms[noun + 1] if noun + 1 < grammar.count else ""
    if link in {"by", "from"}:
        speaker = grammar.phrase_after(noun + 2)
        if speaker[0] >= 0:
            yield Account(DENIED, "denial-by", noun, speaker, NO_SPAN, act_around(grammar, noun))
        return
    verb = find_before(grammar, _ISSUING, noun, 4)
    if verb >= 0 and is_verb(grammar, verb) and stands(grammar, verb):
        yield Account(DENIED, "issues-a-denial", noun, who(grammar, verb), NO_SPAN, act_around(grammar, noun))
        return
    owner = owner_of(grammar, noun)
    if owner[0] >= 0 and link == "that" and is_own(grammar, owner, grammar.phrase_after(noun + 2)):
        act = find_act(grammar, noun + 2, noun + 14)
        yield Account(DENIED, "own-denial", noun, owner, NO_SPAN, act if act[0] >= 0 else act_around(grammar, noun))
    elif owner[0] >= 0 and link in {"that", "of", ",", "."} and forms[noun] in _PLAIN_DENIALS:
        act = find_act(grammar, noun + 2, noun + 14) if link in {"that", "of"} else act_around(grammar, noun)
        if act[0] >= 0:
            yield Account(DENIED, "own-denial", noun, owner, NO_SPAN, act)


def _innocence(grammar: Grammar, at: int) -> Iterator[Account]:
    """Protests one's innocence; a plea of "innocent", or of "not guilty" that was entered."""
    forms = grammar.forms
    if forms[at] in _PLEAS:
        pleaded = forms[at + 1 : at + 3] in {("of", "innocent"), ("of", "innocence")}
        hyphened = "not-guilty" in forms[max(0, at - 2) : at] or forms[max(0, at - 2) : at] == ("not", "guilty")
        entered = forms[at + 1 : at + 4] == ("of", "not", "guilty")
        if pleaded or hyphened or entered:
            verb = find_before(grammar, ("enter", "enters", "entered", "entering"), at, 7)
            speaker = pleader(grammar, verb, at) if verb >= 0 else NO_SPAN
            yield Account(DENIED, "plea-of-innocence", at, speaker, NO_SPAN, act_around(grammar, at))
        return
    reach = range(at - 1, max(-1, at - 7), -1)
    verb = next((here for here in reach if forms[here].startswith(_PROTESTING) and is_verb(grammar, here)), -1)
    if verb < 0 or not stands(grammar, verb) or {"not", "guilt"} & set(forms[verb + 1 : at]):
        return
    own = POSSESSIVES & set(forms[verb + 1 : at]) or forms[verb].startswith(("plead", "pled"))
    if own or copula_before(grammar, at, 3) > verb:
        if forms[at] == "innocent" and at + 1 < grammar.count and grammar.tags[at + 1] == Tag.NOUN:
            return
        yield Account(DENIED, "protests-innocence", verb, who(grammar, verb), NO_SPAN, act_around(grammar, at))


def _calls_false(grammar: Grammar, at: int) -> Iterator[Account]:
    """Calls the story of one's deed a fairy tale: by a verb of calling, or as what is said before "says Tripoli"."""
    forms = grammar.forms
    if forms[at : at + 2] in _NO_TRUTH:
        yield from _no_truth(grammar, at)
        return
    reach = range(at - 1, max(-1, at - 24), -1)
    verb = next((here for here in reach if forms[here].startswith(_CALLING) and is_verb(grammar, here)), -1)
    if verb >= 0 and not stands(grammar, verb):
        return
    if verb >= 0 and not grammar.passive(verb):
        speaker = who(grammar, verb)
        attributive = forms[at] in _FALSE and at + 1 < grammar.count and forms[at + 1] in NOTIONS
        notion = at + 1 if attributive else find_word(grammar, NOTIONS, verb + 1, at)
        if notion < 0 and not attributive:
            # "Rejects as absurd the claim that", "called a lie the claim that".
            notion = find_word(grammar, NOTIONS, at + 2, at + (7 if "as" in forms[verb + 1 : at] else 5))
        if attributive and (not forms[verb].startswith(_REJECTING) or "for" in forms[verb:at]):
            return
    else:
        notion = find_before(grammar, NOTIONS, at, 24)
        if notion < 0 or copula_before(grammar, at, 5) < notion:
            return
        verb, speaker = speakers_of(grammar, at, notion)
        if verb < 0 and _OURS & set(forms[notion:at]):
            verb = at
    if verb < 0 or (speaker[0] >= 0 and is_civil(grammar, speaker)):
        return
    if notion >= 0:
        act = find_act(grammar, notion - 4, notion + 14)
        if act[0] < 0 and forms[notion + 1 : notion + 2] in {("of",), ("that",), ("about",), ("otherwise",)}:
            act = meant_act(grammar, notion + 2, notion + 12)
            if act[0] < 0:
                return
        happened = (
            forms[notion] in REPORTS and act[0] >= 0 and grammar.passive(act[0]) and agent(grammar, act[0])[0] < 0
        )
        if happened or (forms[notion] in _STATEMENTS and act[0] < 0):
            return
        act = act if act[0] >= 0 else act_around(grammar, at)
        yield Account(DENIED, "calls-charge-false", verb, speaker, NO_SPAN, act)
    elif _is_this(grammar, verb + 1, at):
        act = act_before(grammar, verb)
        if not harms_own(grammar, act, speaker):
            yield Account(DENIED, "calls-it-false", verb, speaker, NO_SPAN, act)
    elif forms[verb].startswith(("call", "describ", "term", "brand", "label", "dismiss", "reject")):
        act = find_act(grammar, verb + 1, at)
        if act[0] >= 0 and _SUPPOSED & set(forms[verb + 1 : act[0]]):
            yield Account(DENIED, "calls-act-false", verb, speaker, NO_SPAN, act)


def _is_this(grammar: Grammar, start: int, at: int) -> bool:
    """Whether what is called false is what was told before: "called this a lie", "dismissed it as utter nonsense"."""
    if grammar.forms[start] not in _THIS:
        return False
    return start + 1 == at or (
        at - start <= 5 and grammar.tags[start + 1] in "DPBIJS" and "," not in grammar.forms[start:at]
    )


def _this_is_false(grammar: Grammar, at: int) -> Iterator[Account]:
    """Says of what was told before that it is a lie."""
    copula = copula_before(grammar, at, 4)
    if copula < 1 or grammar.forms[copula - 1] not in _THIS or {"not", "if"} & set(grammar.forms[copula - 1 : at]):
        return
    verb, speaker = speakers_of(grammar, at, copula - 1)
    if verb < 0 and _OURS & set(grammar.forms[max(0, at - FAR) : at + FAR]):
        yield Account(DENIED, "calls-this-false", at, NO_SPAN, NO_SPAN, act_around(grammar, at))
    elif verb >= 0 and speaker[0] >= 0 and not is_civil(grammar, speaker):
        yield Account(DENIED, "calls-this-false", verb, speaker, NO_SPAN, act_around(grammar, at))


def _no_truth(grammar: Grammar, at: int) -> Iterator[Account]:
    """Says that there is no truth in the story."""
    notion = find_word(grammar, NOTIONS, at + 2, at + 7)
    verb, speaker = speakers_of(grammar, at, at - 1)
    act = find_act(grammar, notion + 1, notion + 12) if notion >= 0 else NO_SPAN
    if act[0] >= 0 and verb >= 0 and not (speaker[0] >= 0 and is_civil(grammar, speaker)):
        yield Account(DENIED, "calls-charge-false", verb, speaker, NO_SPAN, act)
