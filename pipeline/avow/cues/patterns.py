"""The patterns of what is said about an act: that it is avowed, denied, claimed by nobody, blamed or suspected.

Over the normalised words of a sentence, a space between two. Written for Avow; sources are CAMEO's categories 015 (claim
responsibility), 016 (deny it) and 112 (accuse), the codebook's list of what is never a claim, and GTD's notes on
``claimed``.
"""

from __future__ import annotations

import re
from functools import cache

from avow.cues.lexicon import WordClass as W
from avow.cues.lexicon import classes
from avow.cues.statements.avowing import PROPERTY

STANCES = ("denied", "unclaimed", "blamed", "suspected")
SAYING = "t"
"""Prefix of the terms that patterns, statements and accounts become."""

_DENY = (
    r"(?:den(?:y|ies|ied|ying)|disclaim(?:s|ed|ing)?|disavow(?:s|ed|ing)?|disown(?:s|ed|ing)?|repudiat(?:e|es|ed|ing)"
    r"|refut(?:e|es|ed|ing)|reject(?:s|ed|ing)?|dismiss(?:es|ed|ing)?|distanc(?:e|es|ed|ing)"
    r"|di(?:sa)?ssociat(?:e|es|ed|ing)|disput(?:es|ing)|disputed(?= (?:that|the|this|it) ))"
)
_NOT = r"(?:not|never|cannot|\w+n't)"
_NOBODY = (
    r"(?:nobody|no-one|no one|none|neither|not one|no (?:\S+ ){0,2}?(?:group|groups|organi[sz]ations?|party|parties|factions?"
    r"|gangs?|cells?|cartels?|individuals?|persons?|movements?|militias?|militants?|rebels?|insurgents?|perpetrators?|side|crew|body"
    r"|outfits?|hackers?|collectives?|networks?|campaigns?|tribes?|kidnappers?|attackers?|army|front|sect))"
)
_SHARE = (
    r"(?:part|role|hand|involvement|connections?|links?|share|responsibility|ties?|knowledge|complicity|participation)"
)
_BLAME = (
    r"(?:blam(?:e|es|ed|ing)|accus(?:e|es|ed|ing)|alleg(?:es|ing)|alleged(?= that )|denounc(?:e|es|ed|ing)|implicat(?:e|es|ed|ing)"
    r"|incriminat(?:e|es|ed|ing)|charg(?:e|es|ed|ing))"
)
_ASCRIBE = r"(?:attribut|ascrib|imput|link|tie|trac|pinn?)(?:e|es|ed|ing|s|d)?"
_SAY = r"(?:sa(?:y|ys|id|ying)|stat(?:e|es|ed)|declar(?:e|es|ed)|announc(?:e|es|ed)|report(?:s|ed)?|believ(?:e|es|ed)|insist(?:s|ed)?|claim(?:s|ed)?|told|tells?|added|maintain(?:s|ed)?|contend(?:s|ed)?|charged)"
_THINK = r"(?:believe[sd]?|thinks?|thought|presumed?|assumed|considered|feared)"
_GAP = r"(?:(?![;:]|but |although |while )\S+ )"


@cache
def tables() -> dict[str, tuple[tuple[str, re.Pattern[str]], ...]]:
    """The patterns by stance and name, compiled.

    Returns:
        For each stance its patterns in order, with their names.
    """
    act, deed = _words(W.ACT_NOUN | W.CYBER), _words(W.ACT_VERB | W.CYBER | W.WEAK_ACT)
    strong = _words(W.ACT_VERB | W.CYBER)
    group = _words(W.GROUP | W.MEMBER)
    official = _words(W.OFFICIAL)
    owned = "|".join(sorted(PROPERTY))
    denied = {
        "denies": _DENY,
        "denies-act": rf"{_DENY} {_GAP}{{0,7}}?(?:{act}|{strong}|{_SHARE})",
        "denies-it": rf"{_DENY} (?:it|this|that|them|any|all|everything|both|having|being|doing|the (?:charges?|accusations?|allegations?|reports?|claims?))",
        "denies-accusation": rf"{_DENY} {_GAP}{{0,4}}?(?:charges?|accusations?|allegations?|suggestions?|suspicions?|rumou?rs?|claims? that)",
        "denial": r"(?:denials?|rebuttals?)",
        "nothing-to-do": r"(?:nothing|anything) (?:\S+ )?to do with",
        "no-part": rf"no (?:\S+ ){{0,2}}?{_SHARE} (?:in|with|to|for|of|whatever|whatsoever|at)",
        "not-responsible": rf"{_NOT} {_GAP}{{0,3}}?(?:responsible|behind|involved|implicated|guilty|to blame|ours|us|me|our|its|his|their) ",
        "not-the-work": rf"{_NOT} {_GAP}{{0,3}}?(?:work|doing|act|hand|deed) (?:of|and|,|\.)",
        "none-of-its-doing": r"none of (?:its|our|his|her|their|my) ",
        "innocent": r"(?:innocent|innocence|blameless|framed)",
        "not-guilty": r"ple\S+ (?:\S+ )?(?:not guilty|innocent)",
        "self-not-deed": rf"(?:we|i|he|she|they|it|our|its|his|their) (?:\S+ ){{0,3}}?{_NOT} {_GAP}{{0,3}}?{deed}",
        "group-not-deed": rf"{group} {_GAP}{{0,3}}?{_NOT} {_GAP}{{0,3}}?{deed}",
        "said-not-deed": rf"{_SAY} {_GAP}{{0,6}}?{_NOT} {_GAP}{{0,4}}?(?:{deed}|{act})",
        "said-never": rf"{_SAY} {_GAP}{{0,7}}?never ",
        "said-no-unit": rf"no (?:\S+ )?(?:unit|units|troops?|member|members|soldiers?|aircraft|forces|fighters?|missiles?) {_GAP}{{0,6}}?(?:{deed}|part|involved)",
        "knows-nothing": r"(?:knew|knows|know|knowing) nothing|never heard of|no knowledge",
        "calls-false": r"(?:lies?|slander\w*|fabricat\w+|absurd|baseless|ridiculous|inventions?|calumny|untrue|fairy tales?|unfounded|nonsense)",
        "denied-request": rf"{_DENY} (?:\S+ )?(?:request|appeal|bail|parole|motion|bill|proposal|offer|application|petition|lawsuit|suit|extension|resolution|amendment|treaty|case|charges|plan|demands?)",
        "denied-clause": r"den(?:y|ies|ied|ying) (?:that )?(?:\S+ ){1,4}?(?:is|was|were|are|has|had|have|will|would)",
        "washes-hands": r"wash\S* (?:their|its|his|her|our) hands",
    }
    unclaimed = {
        "nobody-claims": rf"{_NOBODY} {_GAP}{{0,8}}?(?:claim(?:s|ed|ing)?|admit(?:s|ted|ting)?|assum(?:e|es|ed|ing)|accept(?:s|ed)?|sign(?:s|ed)?|avow(?:s|ed)?|own(?:s|ed)?|acknowledg(?:e|es|ed|ing)|boast(?:s|ed|ing)?|assert(?:s|ed)?)(?! (?:\S+ ){{0,2}}(?:{owned}) )",
        "nobody-takes": rf"{_NOBODY} {_GAP}{{0,6}}?(?:t(?:ake|akes|aken|ook) {_GAP}{{0,2}}?(?:responsibility|credit|ownership)|puts? (?:a|its|his|their|any) name|(?:given|gave|lent|signed) (?:its|his|their|a) name|identif(?:y|ies|ied) (?:itself|themselves|himself))",
        "nobody-forward": rf"{_NOBODY} {_GAP}{{0,5}}?(?:forward|up)",
        "nobody-says": rf"{_NOBODY} {_GAP}{{0,3}}?(?:said|says|saying|mentioned|bragged|put|spoken|speaks|spoke|mentions)",
        "no-claim": r"(?:(?:no|nor|without|without any|without a|(?:absence|lack) of|await(?:s|ed|ing)?) (?:\S+ ){0,3}?"
        r"(?:claims?|claimants?|admissions?|avowals?|authors?|signatures?|takers?|owners?)|claims? (?:\S+ ){0,3}?yet to)",
        "no-word": r"(?:(?:no|nor|neither|without|without any|without a|(?:absence|lack) of) (?:\S+ ){0,3}?"
        r"(?:communiqu[eé]s?|leaflets?|word|ransom notes?|notes?|call|letter|message|statements?)"
        r" (?:\S+ ){0,4}?(?:accompan|reach|receiv|left|follow|came|come|from|found|about|by|issued|surfac|has|have|had|is|was|been|with)\S*"
        r"|silence (?:\S+ ){0,3}?(?:on|about|over|follow(?:s|ed)|covers|from))",
        "no-claim-of-responsibility": r"(?:no|without|without any|without a) (?:\S+ ){0,3}?claims? (?:of|for) (?:responsibility|credit)",
        "no-responsibility": rf"(?:no (?:\S+ )?responsibility|responsibility {_GAP}{{0,5}}?{_NOT}) {_GAP}{{0,3}}?(?:claimed|assumed|taken)",
        "unclaimed": r"(?:unclaimed|claimless|unowned)",
        "not-claimed": rf"(?:{_NOT}|yet to|had yet|has yet) {_GAP}{{0,4}}?(?:claim(?:ed)?|admit(?:ted)?|accept(?:ed)?|assumed?|taken?) {_GAP}{{0,4}}?(?:responsibility|credit|{act}|\.)"
        rf"|(?:{_NOT}|yet to) {_GAP}{{0,3}}?(?:identif(?:y|ied)|named?|ma(?:ke|de)|revealed) (?:themselves|itself|himself|herself)",
        "not-been-claimed": rf"{_NOT} (?:\S+ ){{0,2}}?been (?:\S+ )?(?:claimed|ascribed|attributed|identified|acknowledged|assumed|owned|avowed|signed|admitted)",
        "claimed-by-nobody": r"(?:claimed|owned|signed|made|received|acknowledged|assumed|admitted|avowed) (?:\S+ ){0,2}?(?:by|from) (?:nobody|no one|anyone|anybody|any|a soul|either)",
        "unknown-authors": r"(?:unknown|unidentified) (?:\S+ )?(?:perpetrators?|assailants?|authors?|attackers?|persons?|gunmen|men)",
        "authors-unknown": r"(?:perpetrators?|assailants?|authors?|attackers?|persons?|sender) (?:\S+ ){0,3}?(?:unknown|identified)",
    }
    blamed = {
        "blames": _BLAME,
        "blames-act": rf"{_BLAME} {_GAP}{{0,12}}?(?:{act}|{strong})",
        "act-blamed": rf"{act} {_GAP}{{0,12}}?{_BLAME}",
        "blamed-on": rf"blam\S+ {_GAP}{{0,8}}?on ",
        "blamed-for": rf"blam\S+ {_GAP}{{0,10}}?for {_GAP}{{0,6}}?(?:{act}|{deed})",
        "accused-of-deed": rf"accus\S+ {_GAP}{{0,10}}?of {_GAP}{{0,4}}?(?:{deed}|{act}|being behind|involvement)",
        "ascribed": rf"{_ASCRIBE} (?:{_GAP}{{0,9}}?)(?:to|on) ",
        "act-ascribed": rf"{act} {_GAP}{{0,12}}?{_ASCRIBE} (?:\S+ ){{0,2}}?to",
        "holds-responsible": rf"(?:hold|holds|held|holding) {_GAP}{{0,9}}?(?:responsible|accountable|liable)",
        "said-responsible": rf"{_SAY} {_GAP}{{0,9}}?(?:responsible for|behind|to blame|responsible \.|guilty of)",
        "responsible": r"(?:is|are|was|were|be|being|bears?|alone) (?:\S+ ){0,3}?(?:responsible|responsibility|to blame|behind)",
        "points": r"point(?:s|ed|ing)? (?:\S+ ){0,3}?(?:to|at|finger|fingers|towards)",
        "at-the-door": r"at (?:the|his|its|their) door|put \S+ (?:\S+ )?down to|fingerprints?|hallmarks?|trademarks?",
        "work-of": r"(?:work|act|doing|handiwork|deed) of",
        "official-said-group-deed": rf"{official} {_GAP}{{0,8}}?{_SAY} {_GAP}{{0,6}}?{group} {_GAP}{{0,4}}?{strong}",
        "said-deed-by": rf"{_SAY} {_GAP}{{0,12}}?(?:{strong}|carried out|committed|perpetrated|staged) {_GAP}{{0,4}}?by ",
        "blamed-held": r"(?:arrest|detain|trial|tri(?:es|ed)|court|judge|sentenc|jail|plead|extradit)\S* ",
        "accused-of-other": r"(?:accus|charg|blam)\S* (?:\S+ ){0,8}?(?:fraud|corruption|tax|bribery|libel|racism|sexual|doping|treason|spying|espionage|negligence|slowdown|prices|weather|violating|benefiting|failing|using|planning|plotting)",
        "named": r"(?:named|names|naming|identified|identifies) (?:\S+ ){0,6}?as",
        "charged-with": rf"(?:charged|indicted|convicted|prosecuted|sentenced|tried) {_GAP}{{0,6}}?(?:with|for|of|over)",
        "according-responsible": rf"according to {_GAP}{{0,10}}?(?:{strong}|responsible|behind)",
    }
    suspected = {
        "suspects": r"suspect(?:s|ed|ing)?",
        "suspects-that": r"suspect(?:s|ed)? (?:that|of|the|a|an|some|two|three|him|her|them|it)",
        "official-suspects": rf"{official} {_GAP}{{0,5}}?suspect",
        "suspected-of": r"suspected of|on suspicion of|suspects? in",
        "suspected-group": rf"suspected (?:\S+ ){{0,4}}?{group}",
        "suspected-act": rf"suspected (?:\S+ ){{0,2}}?{act}",
        "is-suspected": r"(?:is|are|was|were|been|being) (?:\S+ )?suspected",
        "suspicion": r"suspicions?",
        "believed-to": rf"(?:is|are|was|were|been) (?:\S+ )?{_THINK} (?:\S+ ){{0,2}}?(?:to|that)",
        "official-believes": rf"{official} {_GAP}{{0,4}}?{_THINK} ",
        "believed-responsible": rf"{_THINK} {_GAP}{{0,10}}?(?:responsible|behind|involved|work|{strong}|carried out)",
        "theory": r"(?:theory|hypothesis|line of inquiry|in mind|may have been the work|might have been)",
        "suspects-held": rf"(?:arrest|detain|captur|seiz|held|custody|charg|kill|search|wanted|trial)\S* {_GAP}{{0,8}}?suspect",
        "suspect-noun": r"(?:the|a|an|prime|chief|main|key|two|three|four|five|other|six) (?:\S+ )?suspects?(?= )",
        "suspect-adjective": rf"suspected (?:\S+ ){{0,5}}?{deed}",
    }
    tables = {"denied": denied, "unclaimed": unclaimed, "blamed": blamed, "suspected": suspected}
    return {
        stance: tuple(
            (f"{stance}-{name}", re.compile(rf"(?<!\S){pattern}(?:(?=\s|$)|(?<=\s))")) for name, pattern in rows.items()
        )
        for stance, rows in tables.items()
    }


def _words(kind: int) -> str:
    found = sorted((word for word, mask in classes().items() if mask & kind), key=len, reverse=True)
    return f"(?:{'|'.join(map(re.escape, found))})"


GATES = {
    stance: re.compile(pattern)
    for stance, pattern in {
        "denied": r"den[iy]|disclaim|disavow|disown|repudiat|refut|reject|dismiss|distanc|ssociat|disput|rebuttal|nothing|anything|\bno\b|n't|\bnot\b"
        r"|never|cannot|none of|innocen|blameless|framed|wash|\blies?\b|slander|fabricat|absurd|baseless|ridiculous|invention|calumny|untrue"
        r"|fairy tale|unfounded|nonsense",
        "unclaimed": r"nobody|no-one|no one|none|neither|not one|\bno\b|without|respons|claim|n't|\bnot\b|never|cannot|\byet\b|owned|signed|received"
        r"|made|unknown|unidentified|identified|absence|\black\b|silence|unowned|await|acknowledged|\bnor\b",
        "blamed": r"blam|accus|alleg|denounc|implicat|incriminat|charg|attribut|ascrib|imput|link|tie|trac|pin|respons|accountable|liable|behind"
        r"|guilty|point|door|down to|fingerprint|hallmark|trademark|work of|act of|doing of|handiwork|deed of|say|said|stat|declar|announc|report"
        r"|believ|insist|claim|told|tell|add|maintain|contend|nam[ei]|identif|indict|convict|prosecut|sentenc|tried|according|arrest|detain|trial|tries"
        r"|court|judge|jail|plead|extradit",
        "suspected": r"suspect|suspicio|believ|think|thought|presum|assum|consider|fear|theory|hypothesis|line of inquiry|in mind|may have been"
        r"|might have been",
    }.items()
}
"""What the normalised text must hold for a pattern of the stance to match at all: without it none is tried."""
