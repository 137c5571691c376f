"""What kind of hostile act texts speak of.

Kinds are those of GTD's ``attacktype1`` as far as text tells them, and four kinds of attacks on computers, which GTD
does not know. The crosswalk is :data:`ATTACK_TYPES`; the word lists were written for Avow from GTD's codebook (section
"Attack Type") and hold no name of an actor, place or event.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from avow.records import ActKind

ATTACK_TYPES: dict[ActKind, tuple[int, str]] = {
    ActKind.ASSASSINATION: (1, "Assassination"),
    ActKind.ARMED_ASSAULT: (2, "Armed Assault"),
    ActKind.BOMBING: (3, "Bombing/Explosion"),
    ActKind.HIJACKING: (4, "Hijacking"),
    ActKind.HOSTAGE_TAKING: (6, "Hostage Taking (Kidnapping)"),
    ActKind.FACILITY_ATTACK: (7, "Facility/Infrastructure Attack"),
    ActKind.INTRUSION: (9, "Unknown"),
    ActKind.RANSOMWARE: (9, "Unknown"),
    ActKind.DENIAL_OF_SERVICE: (9, "Unknown"),
    ActKind.LEAK: (9, "Unknown"),
    ActKind.UNKNOWN: (9, "Unknown"),
}
"""GTD's code and text by kind; a barricade (5) is not told from a kidnapping, an unarmed assault (8) not from others."""
# Stems, the most telling kind first: of several kinds with as many words, the earlier one counts.
_STEMS: dict[ActKind, str] = {
    ActKind.RANSOMWARE: r"ransomware|encrypt\w*|decrypt\w*|locker|lockbit|extort\w*|negotiations?",
    ActKind.DENIAL_OF_SERVICE: r"ddos|d?dos-attack|denial-of-service|offline|outages?|overload\w*|botnet|flooded",
    ActKind.HIJACKING: r"hijack\w*|skyjack\w*|commandeer\w*",
    ActKind.HOSTAGE_TAKING: r"kidnap\w*|abduct\w*|hostages?|captives?|captors?|ransom|disappear\w*|held prisoner",
    ActKind.BOMBING: (
        r"bomb\w*|blasts?|explo\w+|detonat\w*|dynamit\w*|landmines?|land-mines?|mined|ied|ieds|car-bombs?|grenades?|rockets?|mortars?|missiles?"
        r"|shell\w*|drones?|(?:explosive|demolition|shaped|dynamite) charges?|planted both charges|blew|blown|blow|projectiles?|petrol-bombs?|booby-trap\w*|gelignite|semtex|suicide|torpedo\w*"
        r"|kilos?|warheads?|device|devices|air-?strikes?|air strikes?|shelling|artillery"
    ),
    ActKind.FACILITY_ATTACK: (
        r"arson\w*|(?<!open )(?<!opened )(?<!opens )(?<!opening )fires?(?! (?:on|at|from))|burn\w*|torch\w*|sabotag\w*|derail\w*|firebomb\w*|fell\w*|cut|vandal\w*|pylons?|masts?|spik\w+"
        r"|wreck\w*|smash\w*|paint\w*|pipelines?|valves?|transformers?|ignit\w*|flames?|incendiar\w+|blackouts?"
    ),
    ActKind.ASSASSINATION: r"assassinat\w*|executed|executions?|executing|liquidat\w*|eliminat\w*|murder(?:ed|er|ing)?",
    ActKind.ARMED_ASSAULT: (
        r"ambush\w*|massacres?|murders|combat|battles?|fighting|offensive|incursion|invasion|uprising|down(?:ed|ing)|sank|sunk|overrun|shoot\w*|shot|shots|gunfire|raid\w*|assault\w*|gunned|opened fire|fired|stab\w*|behead\w*|massacr\w*|clash\w*"
        r"|attack\w*|storm\w*|kill\w*|murder\w*|slain|slay\w*|slaughter\w*|overran|knif\w*|sniper\w*|casualties|inflict\w*|struck"
        r"|wounded|hit|targeted|strikes?|siege|deaths?"
    ),
    ActKind.INTRUSION: (
        r"hack\w*|breach\w*|intrusions?|exfiltrat\w*|compromis\w*|databases?|credentials?|servers?|phish\w*|passwords?|defac\w*"
        r"|cyber\S*|malware|virus|terabytes?|gigabytes?|gb|tb|data"
    ),
    ActKind.LEAK: r"leak\w*|dump\w*|archive|documents|e-?mails|files",
}
_OFFICE = (
    r"(?:judge|prosecutor|minister|mayor|president|governor|senator|deputy|general|colonel|captain|major|ambassador|consul|editor"
    r"|journalist|reporter|banker|businessman|industrialist|councillor|candidate|leader|chief|commander|director|professor|priest"
    r"|bishop|archbishop|archduke|king|prince|attach[eé]|inspector|superintendent|officer|magistrate|lawyer|politician|envoy|diplomat)"
)
_SLAYING = r"(?:kill\w*|murder\w*|shot|shooting|slay\w*|slain|gunned down|stabb\w*|poison\w*|execut\w*|struck down)"
_AIMED = re.compile(
    rf"(?<!\S)(?:{_SLAYING}|deaths? of|attack(?:s|ed)? (?:on|against)) (?:[\w'’-]+ ){{0,6}}{_OFFICE}(?!\S)"
    rf"|(?<!\S){_OFFICE} (?:[\w'’,-]+ ){{0,8}}(?:was|were|been|is|are) (?:\S+ )?{_SLAYING}(?!\S)"
)
"""An attack on somebody for the office: who holds one may also be who accuses, or who is accused."""
_ARMS_SHOT = r"(?:drones?|missiles?|rockets?|projectiles?)"
_DOWNED = re.compile(
    r"(?<!\S)(?P<verb>(?:shot|shoots?|shooting|brought|brings?|bringing) down|downed|downing)"
    rf"(?: (?!with |by |using |after |in )\S+){{0,4}}? {_ARMS_SHOT}(?!\S)"
    rf"|(?<!\S){_ARMS_SHOT}(?: (?:is|are|was|were|be|been|has|had|have)){{1,3}} (?P<done>shot down|brought down|downed)"
)
"""What is shot down is no means of an attack: "shot down a drone"."""
_RUIN = re.compile(r"(?<!\S)(?:destroy|damag)\w*")
"""What any kind of attack does: it tells an attack and no more."""
VAGUE = frozenset(
    "attack attacks operation operations action actions incident incidents act acts hit hits crime crimes strike strikes".split()
)


@cache
def _kinds() -> dict[ActKind, re.Pattern[str]]:
    return {kind: re.compile(rf"(?<!\S)(?:{stems})(?!\S)") for kind, stems in _STEMS.items()}


def act_kind(spans: Sequence[str]) -> ActKind:
    """What kind of act texts speak of, the first one that tells it.

    Args:
        spans: Texts to look at in turn, normalised: the act's words, the sentence, the sentences before.

    Returns:
        The kind; ``unknown`` where no text tells it.
    """
    fallback = ActKind.UNKNOWN
    for text in spans:
        if fallback is ActKind.UNKNOWN and _RUIN.search(text):
            fallback = ActKind.ARMED_ASSAULT
        found = told_kind(text)
        if found is ActKind.ARMED_ASSAULT and _vague_only(text):
            # "the attack" may have been anything: a text further away may tell.
            fallback = found
            continue
        if found is not ActKind.UNKNOWN:
            return found
    return fallback


def told_kind(text: str) -> ActKind:
    """The kind of act of which a text has most words.

    Args:
        text: A text, normalised.

    Returns:
        The kind; ``unknown`` where it has no word of any.
    """
    text = _DOWNED.sub(_without_arms, text)
    counts = {kind: len(pattern.findall(text)) for kind, pattern in _kinds().items()}
    best = max(counts, key=lambda kind: counts[kind])
    if not counts[best]:
        return ActKind.UNKNOWN
    if best is ActKind.ARMED_ASSAULT and _vague_only(text):
        # "Killed nine in air strikes": what only says that there was an attack leaves the kind to any other word.
        others = {kind: count for kind, count in counts.items() if kind is not best and count}
        best = max(others, key=lambda kind: others[kind], default=best)
    if counts[ActKind.RANSOMWARE] and counts[ActKind.INTRUSION] + counts[ActKind.LEAK]:
        return ActKind.RANSOMWARE
    if best is ActKind.ARMED_ASSAULT and _AIMED.search(text):
        return ActKind.ASSASSINATION
    return best


def _without_arms(found: re.Match[str]) -> str:
    return found["verb"] or found["done"]


def _vague_only(text: str) -> bool:
    words = set(_kinds()[ActKind.ARMED_ASSAULT].findall(text))
    return bool(words) and words <= VAGUE | {"attacked", "struck", "killing", "killed", "casualties"}
