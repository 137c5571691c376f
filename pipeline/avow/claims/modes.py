"""The channel of a claim, in the codes of GTD's ``claimmode``.

The words were written for Avow from the codebook's list of channels. A sentence may name several things that can be
channels; which one the claim came by is told by how seldom a word means anything else, by what governs it ("in a
letter", "over its radio") and by the distance from the word of claiming. What was attacked, stolen or leaked is no
channel. Where the sentence names none, the sentences before it may, or the same claimant's claim shortly before, and
last the kind of text that it stands in: an interview, a trial, a broadcast.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from avow.cues.lexicon import word_set

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
_LETTER, CALL_BEFORE, CALL, _MAIL, NOTE, VIDEO, _POST, _PERSON, OTHER, UNKNOWN = MODES

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
UNTOLD = frozenset({"statement", "other"})
"""Modes of the corpus by which the text tells no channel: these sentences are not asked for one."""

NAMES = word_set(
    "banner banners board bench call calls channel chat clip court dock feed film letter letters note notes oath online "
    "page platform portal post posters posts reel sheet sheets sign signs tape trial us web"
)
"""Words of channels, and of who is told, that are common in the names of groups, papers, people and states."""

_PRESS = (
    r"(?:radio|stations?|newspapers?|dail(?:y|ies)|papers?|agenc(?:y|ies)|newsrooms?|reporters?|journalists?|news|newsmen"
    r"|television|tv|press|bureaus?|week(?:ly|lies)|magazines?|editors?|media|broadcasters?|correspondents?|wire|columnist"
    r"|evening(?:er|s)?|programme?|show|hot-?line|outlets?|bbc|cnn|afp|reuters|upi)"
)
_TITLES = (
    r"(?:times|herald|tribune|gazette|telegraph|chronicle|guardian|courier|sentinel|echo|journal|star|observer|monitor|globe|examiner"
    r"|dispatch|argus|mercury|standard|mail|express)"
)
"""Titles of papers, where something is told to them."""
_COURT = (
    r"(?:courts?|judges?|jur(?:y|ors?)|magistrates?|coroner|tribunal|commission|commissioners|committee|prosecutors?|police|policemen"
    r"|detectives?|investigators?|interrogators?|officers?|agents?|hearing|inquiry|inquest|panel|priest|psychologist|psychiatrist"
    r"|sisters?|brother|wife|husband|widow|mother|father|neighbou?rs?|friends?|cellmates?|senators?|deput(?:y|ies)"
    r"|doctors?|nurses?|chaplain|pastor|imam|historians?|researchers?|documentary-maker|film-?maker)"
)
_INTERVIEWER = r"(?:reporter|interviewer|columnist|writer|journalist|biographer|correspondent)"
_HERE = (
    r"(?:me|us|this (?:reporter|correspondent|page|paper|newspaper|magazine|site|network|column|writer)"
    r"|our (?:\S+ )?(?:reporters?|correspondents?|writers?|analysts?|workers?))"
)
_SITE = (
    r"(?:websites?|sites?|pages?|blogs?|forums?|channels?|telegram|twitter|facebook|internet|web|platforms?|account|feed|board|chats?"
    r"|networks?|app|homepage)"
)

_BEST, _SURE, _PLAIN, _WEAK, _LAST, _VAGUE = -180, -100, 0, 70, 200, 400
"""What a word costs, in characters of distance: from what means nothing else to what only says that there is a text.
Chosen, like ``_BONUS``, on documents of our own corpus that trained the model and on development documents."""

_WORDS: tuple[tuple[int, int, str], ...] = (
    (_MAIL, _PLAIN, r"e-?mails?|electronic mail|inbox|inboxes|mailing list|in mails? to"),
    (_MAIL, _SURE, r"e-?mail(?:ed|ing)|(?:by|via|in an?|sent an?) (?:\S+ )?(?:e-?mail|electronic mail)"),
    (
        VIDEO,
        _BEST,
        r"(?:posted|released?|releases|publish\w+|issued|aired|uploaded|online|internet) (?:\S+ ){0,3}videos?"
        r"|videos? (?:posted|released|published|uploaded|broadcast|aired|sent|on|circulat\w+|showing|claiming|in which)",
    ),
    (VIDEO, _SURE, r"on camera|(?:in|into|facing) (?:an?|the) camera|before the camera|hostage video"),
    (
        VIDEO,
        _PLAIN,
        r"videos?|video-?tapes?|video-?cassettes?|video-?clips?|clips?|recordings?|recorded (?:message|speech)|taped (?:message|statement)"
        r"|live-?stream\w*|live stream|(?:facebook|instagram) live|went live|youtube|dvds?|compact discs?|cassettes?|reel|voice-over|on tape",
    ),
    (VIDEO, _WEAK, r"footage|filmed|film|tapes?"),
    (
        NOTE,
        _SURE,
        r"notes? (?:was |were )?(?:left|pinned|found|beside|tucked)|calling cards?|ransom notes?|spray-?painted|card left|scattered (?:slips|leaflets)"
        r"|left (?:\S+ )?(?:an?|the|its|their) (?:\S+ ){0,2}(?:note|card|leaflet|message|sheet|banner|page|sign)"
        r"|(?:left|found) at the scene|leaflets (?:left|scattered|strewn|found)"
        r"|(?:pinned|pasted|nailed|tied|taped|stapled|stuck|tucked|painted|written|wrote|chalked|left|hung) (?:\S+ ){0,4}"
        r"(?:to|on|onto|in|into|beside|near|by|under|opposite|across|from|around|round) (?:\S+ ){0,3}(?:walls?|shutters?|doors?|gates?|gateposts?|windscreen|windshield|wipers?|neck|body|bodies|corpses?|blanket|sleeve|servers?|bridge|overpass|trees?|fence|railings|lamp-?posts?|bonnet|dashboard|axle)"
        r"|(?:handwritten|typewritten|pencilled|mimeographed) (?:\S+ )?(?:note|slip|sheet|page)"
        r"|(?:words?|letters|message|sheet|slip) (?:\S+ )?(?:on|across|under) (?:\S+ ){0,3}(?:walls?|wipers?)|on (?:\S+ ){0,3}walls? (?:\S+ ){0,5}(?:was|were|is|are) the words",
    ),
    (
        NOTE,
        _PLAIN,
        r"leaflets?|pamphlets?|graffiti|placards?|daubed|scrawled|chalked|handbills?|flyers?|posters?|stickers?|stencil\w*|slogans?|pasted"
        r"|tracts?|in (?:red )?(?:chalk|paint|ink)",
    ),
    (
        NOTE,
        _WEAK,
        r"(?:an?|its|their|two|three) (?:\S+ )?banner|banners|pinned|painted|bed-?sheets?|sheets?|cardboards?|note|(?:an?|the) (?:\S+ )?sign|slips|sprayed"
        r"|notebook",
    ),
    (
        CALL,
        _SURE,
        r"(?:tele)?phon(?:ed|ing)|telephones?(?= (?:reporters|the|a|an|to))|by (?:\S+ )?(?:tele)?phone|(?:tele)?phone (?:calls?|messages?)"
        r"|callers?|rang|ringing|anonymous (?:\S+ )?calls?|calls? (?:claiming|received|saying|purporting|placed)|answering machine|on the line"
        r"|switchboard|hung up|code ?words?|voice-?mail|night desk|(?:over|on) the (?:tele)?phone"
        rf"|(?:called|calling|calls|ring|rung|rings|dialled|dialed) (?:\S+ ){{0,3}}(?:{_PRESS}|host)|calls? to (?:\S+ ){{0,3}}{_PRESS}",
    ),
    (
        CALL,
        _PLAIN,
        r"(?:in|by|with|after|during) (?:\S+ ){0,3}calls?|call-in|phone-in|(?:by|over|on|via|from) (?:\S+ ){0,2}(?:tele)?phones?"
        r"|(?:an?|further|second|same|another|earlier) calls?|calls? from|voice message|hot ?line|recognised code|telephone link|rung|rings|radioed|from an undisclosed location"
        r"|(?:another|second|third|older|younger|muffled|(?:man|woman|boy|girl|youth)'s) voice",
    ),
    (
        _POST,
        _SURE,
        r"(?:posted|uploaded|published|put|listed|wrote|written|announced|said|says|claimed|listing|posting) (?:\S+ ){0,6}"
        rf"(?:on|to|at) (?:(?!radio|television|tv)\S+ ){{0,3}}{_SITE}|writes? (?:\S+ ){{0,6}}on an? (?:\S+ )?(?:platform|site)"
        r"|on (?:its|their|his|her) (?:(?!radio|television|tv)\S+ ){0,2}(?:site|blog|page|channel|account|feed|website|portal|wall|homepage)"
        r"|tweet(?:s|ed|ing)|told (?:its|his|their) (?:\S+ )?(?:followers|subscribers)|amaq",
    ),
    (
        _POST,
        _PLAIN,
        r"websites?|web ?sites?|web pages?|home ?pages?|online|on line|internet|blogs?|posting|posts? (?:on|to|said|claimed|read|by|that|about)"
        r"|in an? (?:\S+ ){0,2}post|leak (?:pages?|sites?)|leak-?site|(?:publish\w+|released?|shows?|showed|posts|posted) (?:\S+ ){0,2}"
        r"(?:photographs|screenshots?|samples?|images)|(?:put|puts) (?:\S+ ){0,6}on ?line|telegram|twitter|tweets?|facebook|x account"
        r"|instagram|tiktok|forums?|an? (?:\S+ ){0,3}account (?:on|with|named|called)|(?:with|under|by) the handle|social (?:media|networks?)|dark ?web|darknet|whatsapp|reddit|discord(?: server)?|snapchat|bluesky|fediverse|mastodon|paste-?bin"
        r"|paste site|(?:bulletin|message) boards?|imageboards?|messaging (?:app|service|platform)s?|hashtag|vk|gab|parler|weibo|wechat",
    ),
    (
        _POST,
        _WEAK,
        r"posted(?! (?:at|in|along|around|outside))|uploaded|channels?|portal|platform|sites?|site's|chats?|web|listed|feed|followers|subscribers|posts",
    ),
    (
        _PERSON,
        _SURE,
        rf"(?:told|tells|telling|tell|inform(?:s|ed)|admits? to|admitted to|confess\w* to|volunteer\w* to|before) (?:\S+ ){{0,3}}{_COURT}"
        r"|pleaded|pleads|plead|plea agreement|guilty plea|testif\w*|testimony|under oath|took the stand|on the stand|witness (?:box|stand)"
        r"|gave evidence|from the dock|affidavit|memoirs?|autobiography|deathbed|podcast|(?:press|news) conferences?|turned himself in"
        r"|(?:in|gave|given|giving|during) (?:an?|the|his|her|its) (?:\S+ ){0,3}interviews?|in (?:open )?(?:court|session)|amnesty"
        rf"|at (?:his|her|their|the) (?:trial|arraignment|court martial|inquest|sentencing)|under (?:questioning|interrogation)|told (?:a|the|an) (?:visiting |one )?(?:\S+ )?{_INTERVIEWER}",
    ),
    (
        _PERSON,
        _PLAIN,
        rf"(?:told|tells|telling|showed|showing|said to|admit\w* to|described? (?:to|for)|describing (?:to|for)|answered) {_HERE}"
        rf"|to this {_INTERVIEWER}|interview\w*|deposition|interrogat\w*|in person|diary|sworn|guilty|oath|courtroom|defendant|convicted"
        r"|told (?:\S+ )?(?:reporters|journalists|newsmen|correspondents)|in reply to a question|death row|documentary",
    ),
    (
        _PERSON,
        _WEAK,
        r"court|trial|(?:an?|the|his|her|their|\S+'s?) (?:\S+ )?hearing|the dock|bench|applicants?|magistrates|dossier"
        r"|to this (?:newspaper|paper|magazine|site)|(?:(?:,|when|being|was|were|is) |^)asked (?:by|about|whether|if|what|who|how|why)",
    ),
    (_PERSON, _LAST, r"confess\w*|surrendered"),
    (
        _LETTER,
        _SURE,
        r"faxed|(?:slipped|pushed|put|thrust) under (?:\S+ ){0,3}(?:doors?|gates?)|by (?:post|fax|telex)|letters? (?:to|from|sent|signed|claiming|received)|in an? (?:\S+ ){0,3}letter",
    ),
    (
        _LETTER,
        _PLAIN,
        r"letters?|envelope|postcards?|postmarked|fax(?:es)?|telex(?:ed)?|typewritten|handwritten|hand-delivered|postscript|circular|mailbox|mailed"
        r"|wr(?:ote|ites?|itten|iting) (?:\S+ ){0,2}to",
    ),
    (_LETTER, _WEAK, r"typed"),
    (
        OTHER,
        _SURE,
        r"(?:over|on|in|from) (?:its|their|the (?:group|rebel|movement)s?'?s?) (?:\S+ ){0,2}(?:radio|television|tv|station|service|broadcast|transmission)"
        r"|(?:over|on|via) (?:\S+ ){0,3}(?:transmitter|frequency|waveband|airwaves)",
    ),
    (OTHER, _PLAIN, r"televised|loudspeakers?|megaphone|audio|audiotape|short-?wave|broadcasts?|broadcasting"),
    (
        OTHER,
        _WEAK,
        r"radio(?:'s)?|television|tv|(?:by|over|\S+'s) wireless|listeners|announcer|on fm|(?:news|radio|its \S+) bulletins?",
    ),
    (OTHER, _LAST, r"bulletins?"),
    (OTHER, _VAGUE, r"statements?|communiqu[eé]s?|press release|manifesto|proclamation|declaration|announcement"),
)
_CUES = tuple((code, cost, re.compile(rf"(?<!\S)(?:{words})(?!\S)")) for code, cost, words in _WORDS)
_BY = re.compile(r"(?<!\S)(?:in|on|by|via|through|over|from|with|using) (?:[\w'’.-]+ ){0,4}$")
_ATTACKED = re.compile(
    r"(?<!\S)(?:(?:hack|defac|crash|bomb|attack|burn|leak|storm|raid|target|shell|block|disrupt|breach|hijack|damag|dump|encrypt|knock"
    r"|destroy|delet)(?:e?s|ed|ing)|copied|stole|stolen|steal|stealing|seized|cut|took down|taken down|shut down|blew up|blown up"
    r"|(?:brought|bring|brings|bringing|took|take|takes|taking|taken|knock(?:s|ed|ing)?|forc(?:es|ed|ing)) down"
    r"|broke into|hit|struck|outside|near|against|opposite|gigabytes of|gb of|hours of|thousands of"
    r"|(?:kidnapp|murder|kill|shoot|bomb|attack|hack|raid)ing) (?:(?:[\w'’.-]+|\d[\d,.]*) ){0,4}$"
    r"|(?<!\S)(?:capital|red|block) $"
)
_OFFLINE = re.compile(r" (?:(?!on |in )[\w'’.-]+ ){0,4}(?:offline|off line)(?!\S)")
"""What is taken offline is attacked: "took the bank's website offline"."""
_OBJECT = re.compile(
    r"(?<!\S)(?:attacks?|bombings?|murders?|killings?|kidnappings?|shootings?|raids?|assaults?|hacking) (?:on|of|at|against) "
    r"(?!(?:its|their|his|her|our) )(?:(?!(?:in|by|via|through|over|with) )[\w'’.-]+ ){0,3}$"
)
"""What an act was done to, though "on" governs it."""
_NO_CHANNEL = re.compile(
    r" (?:booths?|box|boxes|lines?|cables?|exchanges?|compan(?:y|ies)|masts?|poles?|networks?|towers?|buildings?|offices?|transmitters?"
    r"|bombs?|antennas?|relays?|set|sets|operators?|systems?|cameras?|house|martial|servers?|links?|recorders?"
    r"|directors?|crews?|makers?|carriers?|presenters?|leaks?)(?!\S)"
)
_WARNING = re.compile(
    r" (?:[\w'’.-]+ ){0,5}(?:warn(?:ed|ing|s)?|minutes before|hours? before|ahead of|before the (?:blast|bomb|explosion))(?!\S)"
)
_WARNED = re.compile(r"(?<!\S)(?:warn(?:ed|ing|s)?) (?:\S+ ){0,3}$")
_BONUS = 80
_AROUND = 80
"""How many characters before a word may say what governs it."""

_TO_PRESS = re.compile(
    rf"(?<!\S)(?:told|tells|telling|said to|confirm(?:s|ed) to|inform(?:s|ed)|contact(?:s|ed|ing)|assured) "
    rf"(?:(?:\S+ ){{0,4}}(?:{_PRESS}|{_TITLES})|{_HERE}|(?:el|la|le|les|il|al|der|die|das) \S+)(?!\S)"
    rf"|(?<!\S)(?:confirm\w*|said|say|says|spoke|speaking|admit\w*|declar\w*|let slip) (?:\S+ ){{0,2}}to (?:\S+ ){{0,3}}{_PRESS}(?!\S)"
    rf"|^to an? (?:\S+ ){{0,2}}{_PRESS} ,"
)
_US = re.compile(rf"(?<!\S){_HERE}(?!\S)")
_ONE = re.compile(  # words of one person who is known
    r"(?<!\S)(?:i|he|she|me|my|his|himself|herself|him|leads|led|leader|commander|captain|colonel|lieutenant|sergeant|corporal|deserter|emir|chief|secretary|adviser|aide|dr|mr|mrs|former|ex-\S+)(?!\S)"
)
_ANYBODY = re.compile(
    r"(?<!\S)(?:an?|unidentified|unknown|anonymous) (?:\S+ ){0,2}(?:man|woman|voice|person|youth|spokesman|spokeswoman|spokesperson|member)(?!\S)"
    r"|(?<!\S)(?:spokes\w+|(?:man|woman|person) (?:who|claiming|describing|identifying|calling|speaking|saying|introduc\w+))(?!\S)"
)
_TURN = re.compile(
    r"^(?:a (?:\( [^)]{1,40}\) )?:|\[ (?!text|excerpt|passage|begin|sentence|words|as)[^\]]{1,40} \])",
)
"""The mark of who answers at the start of a turn in a printed interview; editors' notes stand in brackets too."""
_LABEL = re.compile(r"^[a-z]\S* (?:\S+ )?: ")
"""Who speaks, at the start of a turn; a heading may look the same."""
_SAME = re.compile(
    r"(?<!\S)(?:the|this|that|same|its|their|second|another|it|in) (?:\S+ )?(?:message|statement|letter|note|text|calls?|callers?|tape|video"
    r"|recording|communiqu[eé]|e-?mail|cassette|sender|author|writer|voice|document|posting|post|clip|leaflets?|manner)(?!\S)"
    r"|^(?:in it|it (?:goes|went|adds|added|also|further|says|said|states|stated))(?!\S)"
)
_CONFESSION = re.compile(
    r"(?<!\S)(?:admit(?:s|ted|ting)?|confess\w*|acknowledg\w*|own(?:s|ed) (?:up|to)|conced\w*|describ\w+|recall\w*|relat\w+)(?!\S)"
)
_I = re.compile(r"(?<!\S)i(?!\S)")
_HE = re.compile(r"(?<!\S)(?:he|she|i|himself|herself)(?!\S)")
_STATION = re.compile(
    r"(?<!\S)(?:this is (?:the )?(?:radio|voice)|voice of|you are hearing|microphone|radio|transmi\w+|broadcast\w*|listening to|\( ?clandestine ?\))(?!\S)"
)
_ON_AIR = re.compile(
    r"(?<!\S)(?:this is (?:the )?(?:radio|voice)|listening to|you are hearing|this (?:transmitter|microphone|station|frequency)|\( ?clandestine ?\)|war (?:communiqu\S|bulletin))(?!\S)"
)
_TRIAL = re.compile(
    r"(?<!\S)(?:trial|court|assizes|tribunal|defendant|pleaded|sentenced|jailed|gaoled|magistrates?|coroner|inquest|jury|amnesty|hearing"
    r"|arraign\w*|indict\w*)(?!\S)"
)
_TALK = re.compile(r"(?<!\S)(?:interview\w*|\[ ?question ?\]|q|answered (?:our )?questions|correspondent)(?!\S)")
_ONLINE = re.compile(r"(?<!\S)(?:blogs?|websites?|download\w*|torrent|subscri\w+|hashtags?|admins?|repost\w*)(?!\S)")
_DEAR = re.compile(r"^(?:dear|sirs?|comrades|brothers|to the editors?)(?!\S)")
_HEADERS = re.compile(r"^(?:from|to|subject) : (?:\S+ ){0,12}(?:to|subject|date) : ")


class Channel(NamedTuple):
    """A word of a channel.

    Attributes:
        cost: How badly it fits.
        code: A code of ``MODES``.
        vague: Whether it only says that there is a text, such as "statement".
    """

    cost: int
    code: int
    vague: bool


@dataclass(frozen=True, slots=True)
class Context:
    """What is known of a claim beside its sentence; texts are normalised.

    Attributes:
        before: The sentences before it, the nearest first.
        near: Its neighbours in the paragraph: the sentence before, or empty, and the one behind, or empty.
        behind: The sentence behind it in whatever paragraph, or empty.
        opening: The first sentences of the document, then its genre and title.
        earlier: The channel of the same claimant's claim shortly before; 10 where there is none.
        own: Whether the claimant speaks in the first person.
        single: Whether the claimant is one person.
    """

    before: tuple[str, ...] = ()
    near: tuple[str, str] = ("", "")
    behind: str = ""
    opening: str = ""
    earlier: int = UNKNOWN
    own: bool = False
    single: bool = False


_ALONE = Context()


def claim_mode(text: str, at: int = 0, context: Context = _ALONE) -> int:
    """The channel by which a claim was made.

    Args:
        text: The sentence, normalised.
        at: Offset of the word of claiming.
        context: What is known beside the sentence.

    Returns:
        A code of ``MODES``; 10 where no channel is told.
    """
    if context.own and (_TURN.match(text) or _answers(text, context)):
        return _PERSON
    named = _named(text, at)
    press = _TO_PRESS.search(text)
    anybody = press is not None and _ANYBODY.search(text, 0, press.start()) is not None
    known = press is not None and _US.search(press.group()) is not None
    # Who tells a radio station something does not claim it over the radio, nor is a voice that tells us so interviewed.
    mere = press and (named is None or named.code == OTHER or (named.code == _PERSON and known and anybody))
    if named is not None and not named.vague and not mere:
        return named.code
    if press:
        known = known or context.own or _ONE.search(text) is not None
        return _PERSON if known and not anybody else CALL
    if _TURN.match(text) or _replies(text, context) or _answers(text, context):
        return _PERSON
    told = _told_before(text, context)
    if told == UNKNOWN:
        told = _told_by_own_voice(text, context) if context.own else _told_by_setting(text, context)
    if told == UNKNOWN and (not context.own or text.startswith('"')) and named is None and _alone(text, context):
        told = _PERSON
    if told != UNKNOWN:
        return told
    # A statement or a broadcast named here or just before; and what a group says in its own voice is a communique.
    near = named or _named(context.near[0])
    return OTHER if context.own or (near is not None and near.code == OTHER) else UNKNOWN


def named_around(text: str, context: Context) -> frozenset[int]:
    """The channels that a sentence, those around it and the opening of its document name.

    Args:
        text: The sentence, normalised.
        context: What is known beside it.

    Returns:
        Codes of ``MODES``.
    """
    texts = [text, *context.before, *context.near, context.opening]
    return frozenset().union(*map(_codes, texts))


@lru_cache(maxsize=1024)
def _codes(text: str) -> frozenset[int]:
    """The channels that a text names; neighbours and openings are asked for by many claims."""
    return frozenset(channel.code for channel in _channels(text, 0))


def _named(text: str, at: int = 0) -> Channel | None:
    """The channel that the words of a text fit best."""
    return min(_channels(text, at), default=None)


def _channels(text: str, at: int) -> Iterator[Channel]:
    for code, base, pattern in _CUES:
        for match in pattern.finditer(text):
            start, end = match.span()
            first = max(0, start - _AROUND)
            governed = _BY.search(text, first, start)
            last = text.rfind(" ", 0, end) + 1
            if code == _POST and _OFFLINE.match(text, end):
                continue
            if _NO_CHANNEL.match(text, end) or _OBJECT.search(text, max(0, last - _AROUND), last):
                continue
            if base > _SURE and not governed and _ATTACKED.search(text, first, start):
                continue
            warning = code == CALL and (_WARNING.match(text, end) or _WARNED.search(text, first, start))
            cost = base + abs(start - at) - (_BONUS if governed else 0)
            yield Channel(cost, CALL_BEFORE if warning else code, base == _VAGUE)


def _replies(text: str, context: Context) -> bool:
    """Whether the sentence is a quotation behind a question."""
    return text.startswith('"') and any(map(_asks, context.before[:1]))


def _answers(text: str, context: Context) -> bool:
    """Whether the sentence is of a turn, marked with who speaks, behind one that asks."""
    return bool(_LABEL.match(text)) and any(_LABEL.match(item) and _asks(item) for item in context.before)


def _asks(text: str) -> bool:
    return text.rstrip('" ').endswith("?")


def _told_before(text: str, context: Context) -> int:
    """The channel that sentences before tell, or the one behind where it says "the message" and the like."""
    if _SAME.search(text):
        told = _first(context.before)
        if told != UNKNOWN:
            return told
    if context.earlier not in {OTHER, UNKNOWN}:
        return context.earlier
    before, behind = context.near
    told = _first([before, behind] if _SAME.search(behind) else [before])
    # A note or a video that is spoken of nearby is one of many things that a claim is not made in.
    return UNKNOWN if told in {NOTE, VIDEO} and not _SAME.search(behind) else told


def _first(texts: Iterable[str]) -> int:
    for text in texts:
        named = _named(text)
        if named is not None and named.code != OTHER:
            return named.code
    return UNKNOWN


def _told_by_own_voice(text: str, context: Context) -> int:
    """The channel of a text in the first person, by what kind of text it is."""
    if _TALK.search(context.opening) or (text.startswith('"') and _TRIAL.search(context.opening)):
        return _PERSON
    if _HEADERS.search(context.opening):
        return _MAIL
    if _STATION.search(context.opening):
        return OTHER
    if _ONLINE.search(context.opening):
        return _POST
    return _LETTER if _DEAR.search(text) or _DEAR.search(context.opening) else UNKNOWN


def _told_by_setting(text: str, context: Context) -> int:
    """The channel of what is reported: of a trial, of one person's confession, of a station."""
    person = context.single or bool(_HE.search(text))
    confession = _CONFESSION.search(text)
    if _TRIAL.search(context.opening) and (person or confession):
        return _PERSON
    if confession and any(map(_TRIAL.search, context.before)):
        return _PERSON
    if confession and (person or _ONE.search(text)):
        return _PERSON
    return OTHER if _ON_AIR.search(context.opening) else UNKNOWN


def _alone(text: str, context: Context) -> bool:
    """Whether one person speaks who is known, and who did not ring or write as anybody."""
    return (context.single or bool(_I.search(text))) and not any(map(_ANYBODY.search, [text, *context.before]))
