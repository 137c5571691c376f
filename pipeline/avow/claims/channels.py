"""The channels of claims: GTD's codes, and the words that name each.

The words were written for Avow from the list of channels in GTD's codebook.
"""

from __future__ import annotations

import re

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
LETTER, CALL_BEFORE, CALL, MAIL, NOTE, VIDEO, POST, PERSON, OTHER, UNKNOWN = MODES
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
PRESS = (
    r"(?:radio|stations?|newspapers?|dail(?:y|ies)|papers?|agenc(?:y|ies)|newsrooms?|reporters?|journalists?|news|newsmen"
    r"|television|tv|press|bureaus?|week(?:ly|lies)|magazines?|editors?|media|broadcasters?|correspondents?|wire|columnist"
    r"|evening(?:er|s)?|programme?|show|hot-?line|outlets?|bbc|cnn|afp|reuters|upi)"
)
TITLES = (
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
HERE = (
    r"(?:me|us|this (?:reporter|correspondent|page|paper|newspaper|magazine|site|network|column|writer)"
    r"|our (?:\S+ )?(?:reporters?|correspondents?|writers?|analysts?|workers?))"
)
_SITE = (
    r"(?:websites?|sites?|pages?|blogs?|forums?|channels?|telegram|twitter|facebook|internet|web|platforms?|account|feed|board|chats?"
    r"|networks?|app|homepage)"
)
_BEST, SURE, _PLAIN, _WEAK, _LAST, VAGUE = -180, -100, 0, 70, 200, 400
"""What a word costs, in characters of distance: from what means nothing else to what only says that there is a text.
Chosen, like ``_BONUS``, on documents of our own corpus that trained the model and on development documents."""
_WORDS: tuple[tuple[int, int, str], ...] = (
    (MAIL, _PLAIN, r"e-?mails?|electronic mail|inbox|inboxes|mailing list|in mails? to"),
    (MAIL, SURE, r"e-?mail(?:ed|ing)|(?:by|via|in an?|sent an?) (?:\S+ )?(?:e-?mail|electronic mail)"),
    (
        VIDEO,
        _BEST,
        r"(?:posted|released?|releases|publish\w+|issued|aired|uploaded|online|internet) (?:\S+ ){0,3}videos?"
        r"|videos? (?:posted|released|published|uploaded|broadcast|aired|sent|on|circulat\w+|showing|claiming|in which)",
    ),
    (VIDEO, SURE, r"on camera|(?:in|into|facing) (?:an?|the) camera|before the camera|hostage video"),
    (
        VIDEO,
        _PLAIN,
        r"videos?|video-?tapes?|video-?cassettes?|video-?clips?|clips?|recordings?|recorded (?:message|speech)|taped (?:message|statement)"
        r"|live-?stream\w*|live stream|(?:facebook|instagram) live|went live|youtube|dvds?|compact discs?|cassettes?|reel|voice-over|on tape",
    ),
    (VIDEO, _WEAK, r"footage|filmed|film|tapes?"),
    (
        NOTE,
        SURE,
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
        SURE,
        r"(?:tele)?phon(?:ed|ing)|telephones?(?= (?:reporters|the|a|an|to))|by (?:\S+ )?(?:tele)?phone|(?:tele)?phone (?:calls?|messages?)"
        r"|callers?|rang|ringing|anonymous (?:\S+ )?calls?|calls? (?:claiming|received|saying|purporting|placed)|answering machine|on the line"
        r"|switchboard|hung up|code ?words?|voice-?mail|night desk|(?:over|on) the (?:tele)?phone"
        rf"|(?:called|calling|calls|ring|rung|rings|dialled|dialed) (?:\S+ ){{0,3}}(?:{PRESS}|host)|calls? to (?:\S+ ){{0,3}}{PRESS}",
    ),
    (
        CALL,
        _PLAIN,
        r"(?:in|by|with|after|during) (?:\S+ ){0,3}calls?|call-in|phone-in|(?:by|over|on|via|from) (?:\S+ ){0,2}(?:tele)?phones?"
        r"|(?:an?|further|second|same|another|earlier) calls?|calls? from|voice message|hot ?line|recognised code|telephone link|rung|rings|radioed|from an undisclosed location"
        r"|(?:another|second|third|older|younger|muffled|(?:man|woman|boy|girl|youth)'s) voice",
    ),
    (
        POST,
        SURE,
        r"(?:posted|uploaded|published|put|listed|wrote|written|announced|said|says|claimed|listing|posting) (?:\S+ ){0,6}"
        rf"(?:on|to|at) (?:(?!radio|television|tv)\S+ ){{0,3}}{_SITE}|writes? (?:\S+ ){{0,6}}on an? (?:\S+ )?(?:platform|site)"
        r"|on (?:its|their|his|her) (?:(?!radio|television|tv)\S+ ){0,2}(?:site|blog|page|channel|account|feed|website|portal|wall|homepage)"
        r"|tweet(?:s|ed|ing)|told (?:its|his|their) (?:\S+ )?(?:followers|subscribers)|amaq",
    ),
    (
        POST,
        _PLAIN,
        r"websites?|web ?sites?|web pages?|home ?pages?|online|on line|internet|blogs?|posting|posts? (?:on|to|said|claimed|read|by|that|about)"
        r"|in an? (?:\S+ ){0,2}post|leak (?:pages?|sites?)|leak-?site|(?:publish\w+|released?|shows?|showed|posts|posted) (?:\S+ ){0,2}"
        r"(?:photographs|screenshots?|samples?|images)|(?:put|puts) (?:\S+ ){0,6}on ?line|telegram|twitter|tweets?|facebook|x account"
        r"|instagram|tiktok|forums?|an? (?:\S+ ){0,3}account (?:on|with|named|called)|(?:with|under|by) the handle|social (?:media|networks?)|dark ?web|darknet|whatsapp|reddit|discord(?: server)?|snapchat|bluesky|fediverse|mastodon|paste-?bin"
        r"|paste site|(?:bulletin|message) boards?|imageboards?|messaging (?:app|service|platform)s?|hashtag|vk|gab|parler|weibo|wechat",
    ),
    (
        POST,
        _WEAK,
        r"posted(?! (?:at|in|along|around|outside))|uploaded|channels?|portal|platform|sites?|site's|chats?|web|listed|feed|followers|subscribers|posts",
    ),
    (
        PERSON,
        SURE,
        rf"(?:told|tells|telling|tell|inform(?:s|ed)|admits? to|admitted to|confess\w* to|volunteer\w* to|before) (?:\S+ ){{0,3}}{_COURT}"
        r"|pleaded|pleads|plead|plea agreement|guilty plea|testif\w*|testimony|under oath|took the stand|on the stand|witness (?:box|stand)"
        r"|gave evidence|from the dock|affidavit|memoirs?|autobiography|deathbed|podcast|(?:press|news) conferences?|turned himself in"
        r"|(?:in|gave|given|giving|during) (?:an?|the|his|her|its) (?:\S+ ){0,3}interviews?|in (?:open )?(?:court|session)|amnesty"
        rf"|at (?:his|her|their|the) (?:trial|arraignment|court martial|inquest|sentencing)|under (?:questioning|interrogation)|told (?:a|the|an) (?:visiting |one )?(?:\S+ )?{_INTERVIEWER}",
    ),
    (
        PERSON,
        _PLAIN,
        rf"(?:told|tells|telling|showed|showing|said to|admit\w* to|described? (?:to|for)|describing (?:to|for)|answered) {HERE}"
        rf"|to this {_INTERVIEWER}|interview\w*|deposition|interrogat\w*|in person|diary|sworn|guilty|oath|courtroom|defendant|convicted"
        r"|told (?:\S+ )?(?:reporters|journalists|newsmen|correspondents)|in reply to a question|death row|documentary",
    ),
    (
        PERSON,
        _WEAK,
        r"court|trial|(?:an?|the|his|her|their|\S+'s?) (?:\S+ )?hearing|the dock|bench|applicants?|magistrates|dossier"
        r"|to this (?:newspaper|paper|magazine|site)|(?:(?:,|when|being|was|were|is) |^)asked (?:by|about|whether|if|what|who|how|why)",
    ),
    (PERSON, _LAST, r"confess\w*|surrendered"),
    (
        LETTER,
        SURE,
        r"faxed|(?:slipped|pushed|put|thrust) under (?:\S+ ){0,3}(?:doors?|gates?)|by (?:post|fax|telex)|letters? (?:to|from|sent|signed|claiming|received)|in an? (?:\S+ ){0,3}letter",
    ),
    (
        LETTER,
        _PLAIN,
        r"letters?|envelope|postcards?|postmarked|fax(?:es)?|telex(?:ed)?|typewritten|handwritten|hand-delivered|postscript|circular|mailbox|mailed"
        r"|wr(?:ote|ites?|itten|iting) (?:\S+ ){0,2}to",
    ),
    (LETTER, _WEAK, r"typed"),
    (
        OTHER,
        SURE,
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
    (OTHER, VAGUE, r"statements?|communiqu[eé]s?|press release|manifesto|proclamation|declaration|announcement"),
)
CUES = tuple((code, cost, re.compile(rf"(?<!\S)(?:{words})(?!\S)")) for code, cost, words in _WORDS)
