"""The channel of a claim, in the codes of GTD's ``claimmode``.

The words were written for Avow from the codebook's list of channels. The nearest text that tells a channel counts: the
sentence, then its neighbours in the paragraph.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

MODES: dict[int, str] = {
    1: "Letter",
    2: "Call (pre-incident)",
    3: "Call (post-incident)",
    4: "E-mail",
    5: "Note left at scene",
    6: "Video",
    7: "Posted to website, blog, etc.",
    8: "Personal claim",
    9: "Other",
    10: "Unknown",
}
OTHER, UNKNOWN = 9, 10

FROM_CORPUS: dict[str, int] = {
    "letter": 1,
    "call": 3,
    "email": 4,
    "note": 5,
    "video": 6,
    "website": 7,
    "social": 7,
    "interview": 8,
    "court": 8,
    "statement": 9,
    "broadcast": 9,
    "other": 9,
}
"""The corpus' ``mode`` attribute in GTD's codes; a statement or broadcast is a channel of another kind."""

_WORDS: tuple[tuple[int, str], ...] = (
    (4, r"e-?mails?|e-?mailed|email(?:ed|s)?|inbox|mailing list"),
    (6, r"videos?|videotapes?|footage|filmed|film|clips?|on camera|on tape|recorded message|reel|voice-over"),
    (
        5,
        r"notes? (?:left|pinned|found|in|beside|on|was|were)|left a (?:note|card|leaflet)|leaflets?|pamphlets?|graffiti|banners?|placards?"
        r"|spray-?painted|painted|pinned|card left|left at the scene|scrawled|chalked|daubed|calling card|flyers?|posters?|sprayed"
        r"|sheet|cardboard|note",
    ),
    (
        3,
        r"telephon\w*|phoned?|phone calls?|(?:phone|calls?|called|calling) (?:to|from|the|a|by)|callers?|rang|rung|anonymous calls?"
        r"|switchboard|hung up|code ?word|by phone|voice message|hot ?line|dialled|night desk|voicemail|rings",
    ),
    (
        7,
        r"websites?|web site|web page|web|online|internet|blogs?|posted|posting|posts?|telegram|twitter|tweet\w*|facebook|x account"
        r"|instagram|tiktok|youtube|forums?|leak site|leak-site|social media|channel|channels|dark web|portal|page|site|vk|whatsapp"
        r"|chat|feed|account|livestream\w*|uploaded|reddit|thread|listed|lists|amaq|handle|hashtag|wrote on",
    ),
    (
        8,
        r"court|judge|trial|jury|testif\w*|testimony|pleaded|pleads|plead|guilty|magistrate|tribunal|confess\w*|interview\w*|memoirs?"
        r"|told (?:\S+ )?(?:police|detectives|investigators|interrogators?|reporters?|me|us|journalists?|officers?|court|his|her|correspondent)"
        r"|to (?:a|this|the|our) (?:\S+ )?(?:reporter|newspaper|journalist|interviewer|correspondent|interrogator)|in person|deposition"
        r"|questioned|interrogat\w*|autobiography|hearing|commission|oath|bench|affidavit|admitted to|press conference|surrendered"
        r"|turned himself in|diary|sworn",
    ),
    (
        1,
        r"letters?|writes? to|wrote to|envelope|mailed|by post|postcards?|postmarked|fax(?:ed|es)?|typewritten",
    ),
    (
        9,
        r"broadcasts?|radio|television|tv|loudspeakers?|megaphone|audio|audiotape|cassette|statements?|communiqu[eé]s?|bulletins?"
        r"|spokes\w+|press release|announced|announcement|newspaper|magazine|declared|declaration|issued|manifesto|proclamation|release",
    ),
)
_PATTERNS = tuple((code, re.compile(rf"(?<!\S)(?:{words})(?!\S)")) for code, words in _WORDS)
_BY = re.compile(r"(?<!\S)(?:in|on|by|via|through|over|from|with|to|a|an|said|wrote|claimed|signed) (?:\S+ ){0,3}$")
_WARNING = re.compile(
    r"(?<!\S)(?:warn(?:ed|ing|s)?|minutes before|hours? before|ahead of|before the (?:blast|bomb|explosion))(?!\S)"
)
_CALL_BEFORE, _CALL_AFTER, _OTHER = 2, 3, 9
_BONUS, _PENALTY = 40, 200


def claim_mode(texts: Sequence[str], at: int = 0) -> int:
    """The channel that texts tell.

    Within a text, the channel named nearest to the word of claiming counts, one behind "in", "by" or "on" before
    others, and a channel of a kind of its own before "statement" and the like.

    Args:
        texts: Normalised texts to look at in turn: the sentence, then its neighbours.
        at: Offset of the word of claiming in the first text.

    Returns:
        A code of ``MODES``; 10 where none is told.
    """
    other = UNKNOWN
    for number, text in enumerate(texts):
        found = [
            (abs(match.start() - (at if number == 0 else 0)) - _BONUS * bool(_BY.search(text, 0, match.start())), code)
            for code, pattern in _PATTERNS
            for match in pattern.finditer(text)
        ]
        if not found:
            continue
        code = min((cost + _PENALTY * (code == _OTHER), code) for cost, code in found)[1]
        if code == _CALL_AFTER and _WARNING.search(text):
            return _CALL_BEFORE
        if code != _OTHER:
            return code
        other = code
    return other
