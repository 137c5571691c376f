"""Word classes that cues look for: written for Avow from the codebook, by class, in base form.

No class holds the name of an actor, a place or an event. Regular inflections are made by rule, irregular ones are
given after the base form. Sources of the classes: the codebook's tests for an avowal (C1 to C3) and its lists of what
is never one; the verbs of public statement, denial and accusation follow the CAMEO codebook's categories 01, 11 and
112; acts follow the attack types of the Global Terrorism Database. Classes of opinion follow the indicators of Wiebe,
Wilson and Cardie (2005) and of the CheckThat! annotation guideline: modals, hedges, boosters, evaluation, address.
"""

from __future__ import annotations

from functools import cache
from typing import Final


def word_set(text: str) -> frozenset[str]:
    """A set of words, written as a text of them.

    Args:
        text: Words with spaces between them.

    Returns:
        The words.
    """
    return frozenset(text.split())


class WordClass:
    """What a word can be to a cue; one bit each, a word may be of several classes.

    Plain integers: a flag of the standard library costs ten times as much at every test of a bit. Classes of few words
    and of marks come last, since a compiled build keeps the first 62 bits in a machine word.
    """

    AVOW: Final = 1 << 0
    ASSUME: Final = 1 << 1
    RESPONSIBILITY: Final = 1 << 2
    CONFESS: Final = 1 << 3
    DENY: Final = 1 << 4
    INVOLVEMENT: Final = 1 << 5
    BLAME: Final = 1 << 6
    SUSPECT: Final = 1 << 7
    REPORT: Final = 1 << 8
    SHOW: Final = 1 << 9
    POST: Final = 1 << 10
    ACT_VERB: Final = 1 << 11
    WEAK_ACT: Final = 1 << 12
    ACT_NOUN: Final = 1 << 13
    CYBER: Final = 1 << 14
    LOOT: Final = 1 << 15
    THREAT: Final = 1 << 16
    GROUP: Final = 1 << 17
    MEMBER: Final = 1 << 18
    OFFICIAL: Final = 1 << 19
    CALLER: Final = 1 << 20
    CHANNEL: Final = 1 << 21
    RECORDING: Final = 1 << 22
    NEGATION: Final = 1 << 23
    NOBODY: Final = 1 << 24
    DOUBT: Final = 1 << 25
    THIRD_PRONOUN: Final = 1 << 26
    FIRST_PLURAL: Final = 1 << 27
    FIRST_SINGULAR: Final = 1 << 28
    SECOND_PERSON: Final = 1 << 29
    MODAL: Final = 1 << 30
    OBLIGATION: Final = 1 << 31
    HEDGE: Final = 1 << 32
    BOOSTER: Final = 1 << 33
    STANCE_ADVERB: Final = 1 << 34
    GOOD: Final = 1 << 35
    BAD: Final = 1 << 36
    THINK: Final = 1 << 37
    CONTRAST: Final = 1 << 38
    EXTREME: Final = 1 << 39
    COPULA: Final = 1 << 40
    WH_WORD: Final = 1 << 41
    TIME: Final = 1 << 42
    UNIT: Final = 1 << 43
    BYSTANDER_OBJECT: Final = 1 << 44
    INSURGENT: Final = 1 << 45
    STATE: Final = 1 << 46
    SPOKES: Final = 1 << 47
    CIVIL: Final = 1 << 48
    WEAPON: Final = 1 << 49
    TARGET: Final = 1 << 50
    BEHIND: Final = 1 << 51
    NUMBER: Final = 1 << 52
    ADVERB: Final = 1 << 53
    PAST: Final = 1 << 54
    CAPITAL: Final = 1 << 55
    LETTER: Final = 1 << 56
    QUOTE: Final = 1 << 57
    ACCORDING: Final = 1 << 58
    LIKE_OR_IF: Final = 1 << 59
    OWNING: Final = 1 << 60
    SUPERLATIVE: Final = 1 << 61
    ISM: Final = 1 << 62
    COMPARED: Final = 1 << 63
    QUESTION_MARK: Final = 1 << 64
    EXCLAMATION_MARK: Final = 1 << 65
    SEMICOLON: Final = 1 << 66
    COLON: Final = 1 << 67
    DASH: Final = 1 << 68
    BRACKET: Final = 1 << 69
    ELLIPSIS: Final = 1 << 70
    FIRST_SHORT: Final = 1 << 71
    REGRET: Final = 1 << 72


# Verbs: the base form, then forms that the regular rule would get wrong.
_VERBS: dict[int, str] = {
    WordClass.AVOW: "claim; admit/admitted/admitting; acknowledge; avow; own; reclaim; vindicate; concede",
    WordClass.ASSUME: "take/took/taken/taking; assume; accept; bear/bore/borne; shoulder; share; adopt; recognize; recognise; claim; attribute",
    WordClass.REGRET: "apologise; apologize; regret/regretted/regretting",
    WordClass.CONFESS: "confess; admit/admitted/admitting; plead/pleaded/pled; acknowledge; boast; brag/bragged/bragging; own",
    WordClass.DENY: "deny/denied/denies; reject; disclaim; disavow; dismiss; repudiate; refute; disown; dissociate; distance",
    WordClass.BLAME: "blame; accuse; attribute; ascribe; impute; charge; allege; hold/held; denounce; implicate; indict; convict; finger; link; tie/tied; trace; pin/pinned/pinning",
    WordClass.SUSPECT: "suspect; believe; think/thought; presume; suppose",
    WordClass.REPORT: (
        "say/said/saying; state; announce; declare; tell/told/telling; report; add; write/wrote/written/writing; "
        "assert; maintain; insist; explain; note; stress; warn; reply/replied/replies; answer; recall; describe; "
        "reveal; confirm; argue; claim; testify/testified/testifies; proclaim; acknowledge; comment; contend; recount; "
        "indicate; call; ask; promise; vow; suggest; estimate; predict; urge"
    ),
    WordClass.SHOW: "show/showed/shown; stream; air; depict; picture; film; record; capture; portray; document",
    WordClass.POST: "post; publish; upload; stream; list; release; circulate; issue; broadcast/broadcast; tweet; leak; dump; distribute; name; add",
    WordClass.ACT_VERB: (
        "attack; bomb; kill; shoot/shot/shooting; ambush; kidnap/kidnapped/kidnapping; abduct; hijack; "
        "torch; detonate; explode; raid; destroy; sabotage; execute; assassinate; behead; murder; massacre; "
        "slay/slew/slain; stab/stabbed/stabbing; wound; shell; mortar; storm; blow/blew/blown; perpetrate; "
        "ram/rammed/ramming; gun/gunned/gunning; inflict; annihilate; liquidate; overrun/overran/overrunning; derail; "
        "poison; slaughter; hack; torture; breach; encrypt; deface; steal/stole/stolen; exfiltrate; infiltrate; "
        "dynamite; fell/felled; sink/sank/sunk; firebomb; bury/buried; ddos; eliminate; neutralise; neutralize; strangle; "
        "bombard; strafe; torpedo/torpedoed; lynch; maim; mutilate; decapitate; dismember; bludgeon; raze; ransack; besiege; "
        "vandalise; vandalize; desecrate; assault; invade; injure; booby-trap/booby-trapped/booby-trapping; "
        "car-bomb/car-bombed/car-bombing; suicide-bomb/suicide-bombed/suicide-bombing; slit/slit/slitting; "
        "carjack/carjacked/carjacking; skyjack; crucify/crucified/crucifies; garrotte; garrote; waylay/waylaid; impale; disembowel/disembowelled/disembowelling; "
        "kneecap/kneecapped/kneecapping; machine-gun/machine-gunned/machine-gunning; pistol-whip/pistol-whipped/pistol-whipping; "
        "petrol-bomb/petrol-bombed/petrol-bombing; fire-bomb/fire-bombed/fire-bombing; nail-bomb/nail-bombed/nail-bombing"
    ),
    WordClass.WEAK_ACT: (
        "fire; launch; strike/struck; seize; burn/burnt/burned; hit/hit/hitting; target; plant; mine; "
        "set/set/setting; carry/carried/carries; stage; mount; commit/committed/committing; open; make/made; build/built; punish; wipe; capture; "
        "cut/cut/cutting; hold/held; throw/threw/thrown; hurl; lob/lobbed/lobbing; ignite; lay/laid; place; damage; smash; "
        "take/took/taken; do/did/done; drop/dropped/dropping; leave/left; penetrate; crash; disrupt; knock; flood; "
        "lock; intercept; light/lit; repel/repelled; snatch; spray; beat/beat/beaten; club/clubbed/clubbing; trample; execute; put/put/putting; send/sent; bring/brought; "
        "conduct; organise; organize; order; pull; free; cripple; compromise; shut/shut/shutting; bleed/bled; break/broke/broken; "
        "wreck; flatten; obliterate; pound; rake; crush; drown; suffocate; smother; throttle; batter; electrocute; incinerate; "
        "castrate; spear; harpoon; scuttle; rob/robbed/robbing; loot; pillage; plunder; burgle; puncture; topple; pelt; mow/mowed/mown; "
        "snipe"
    ),
    WordClass.CYBER: "hack; breach; encrypt; deface; exfiltrate; infiltrate; leak; dump; ddos; compromise; phish",
    WordClass.THREAT: "threaten; vow; pledge; swear/swore/sworn; promise; warn; demand; call; urge; intend; plan/planned/planning",
    WordClass.DOUBT: "doubt; question; dispute; verify/verified/verifies; corroborate; authenticate; confirm; substantiate; discount",
    WordClass.THINK: "think/thought; believe; feel/felt; hope; wish; suppose; imagine; doubt; wonder; reckon; fear; expect; guess; suspect; find/found; prefer; love; hate; admire; deserve; seem; appear; look; sound; matter",
}

_WORDS: dict[int, str] = {
    WordClass.BEHIND: "behind",
    WordClass.REPORT: "tweeted tweeting",
    WordClass.ACT_VERB: "downed downing hanged gassed gassing knifed knifing bayoneted bayoneting butchered butchering napalmed napalming",
    WordClass.WEAK_ACT: (
        "blacked blacking jammed jamming severed severing participated participating poured pouring splashed splashing doused "
        "dousing drove driven driving ploughed ploughing plowed plowing"
    ),
    WordClass.RESPONSIBILITY: "responsibility responsible credit authorship paternity blame",
    WordClass.INVOLVEMENT: "involvement role part hand participation responsibility connection link links complicity knowledge accusation accusations allegation allegations charge charges report reports",
    WordClass.ACT_NOUN: (
        "attack attacks bombing bombings blast blasts explosion explosions killing killings murder murders assassination "
        "assassinations kidnapping kidnappings abduction abductions hijacking shooting shootings ambush ambushes raid raids "
        "strike strikes assault assaults massacre arson fire fires sabotage bomb bombs device devices grenade grenades rocket "
        "rockets shelling beheading execution executions hostage hostages operation operations hit hits action actions "
        "breach breaches hack hacks intrusion intrusions theft leak leaks ransomware defacement outage ddos cyberattack "
        "cyberattacks incident incidents act acts crime crimes death deaths slaying slayings stabbing burning downing crash "
        "mine mines ied drone drones missile missiles suicide gunfire shots dynamite car-bomb siege heist poisoning wounding woundings derailment firebombing firebombings knifing lynching stoning shootdown hostage-taking denial-of-service incursion blackout blackouts disappearance "
        "airstrike airstrikes bombardment bombardments barrage shootout shootouts gunfight firefight lynchings pogrom pogroms "
        "onslaught slaughter detonation detonations stabbings massacres hijackings beheadings carjacking atrocity "
        "counterattack counterattacks bloodbath drive-by crucifixion crucifixions strangulation decapitation decapitations mutilation mutilations "
        "manslaughter petrol-bombing petrol-bombings sinking sinkings torching torchings storming gassing gassings strangling stranglings car-ramming car-rammings "
        "dismemberment knifings poisonings derailments skyjacking skyjackings hostage-takings"
    ),
    WordClass.LOOT: "data files records gigabytes terabytes gb tb database databases documents emails e-mails credentials passwords accounts source archive archives samples dump contracts payroll leak-site countdown ransom victim victims",
    WordClass.GROUP: (
        "group groups front organization organisation movement brigade brigades army rebels rebel guerrillas guerrilla "
        "militants militant militia militias faction factions cell cells gang gangs cartel command commandos battalion "
        "insurgents insurgent separatists separatist jihadists jihadist terrorists terrorist terror extremists crew collective hackers hacker wing "
        "party network league alliance federation underground resistance fighters column columns squad squads unit units cadre cadres affiliate affiliates hacktivists hacktivist operators band coalition committee self-defense syndicate leadership"
    ),
    WordClass.MEMBER: "fighters men soldiers militants members units comrades commandos forces sons brothers mujahideen mujahidin heroes combatants guerrillas unit squad detachment detachments column operatives people team snipers sappers militia partisans martyr martyrs columns troops fighter women hackers gunners cell commander",
    WordClass.OFFICIAL: (
        "police officials official authorities government ministry minister spokesman spokeswoman spokesperson president "
        "prosecutor prosecutors investigators investigator military general colonel intelligence court judge embassy agency "
        "governor mayor sources witnesses experts analysts analyst officer officers army navy troops coastguard sheriff detective detectives company firm council department bureau"
    ),
    WordClass.CHANNEL: (
        "statement statements communique communiques communiqué message messages letter letters note notes call calls caller "
        "callers telephone phone website site channel telegram twitter facebook post posts tweet tweets leaflet leaflets "
        "pamphlet pamphlets broadcast radio e-mail email emails blog forum online interview interviews press newspaper station agency banner banners manifesto bulletin posting fax cassette account graffiti poster posters testimony court memoir"
    ),
    WordClass.CALLER: "caller callers anonymous telephoned rang phoned faxed communique communiques communiqué leaflet leaflets claimant self-styled self-described unidentified",
    WordClass.RECORDING: "video videos footage tape tapes clip clips photograph photographs photo photos pictures picture recording recordings film images screenshots screenshot",
    WordClass.NEGATION: "not no never neither nor n't cannot without none nobody nothing nowhere hardly yet unable unclaimed fails failed refused refuses",
    WordClass.NOBODY: "nobody none no-one neither",
    WordClass.THIRD_PRONOUN: "it they he she them him its their his her one i",
    WordClass.FIRST_PLURAL: "we us our ours ourselves",
    WordClass.FIRST_SINGULAR: "i me my mine myself",
    WordClass.FIRST_SHORT: "we've we're we'd we'll i've i'm i'd i'll",
    WordClass.SECOND_PERSON: "you your yours yourself yourselves",
    WordClass.MODAL: "would could might may can",
    WordClass.OBLIGATION: "should must ought need needs shall let's had-better",
    WordClass.HEDGE: "perhaps maybe probably possibly seemingly presumably arguably apparently supposedly somehow somewhat rather almost likely unlikely sort kind quite seems seem appears",
    WordClass.BOOSTER: (
        "very so too utterly completely totally absolutely truly really deeply extremely incredibly entirely wholly simply "
        "just merely only even ever never always all such mere sheer downright plain pure outright perfectly hopelessly highly"
    ),
    WordClass.STANCE_ADVERB: (
        "surely clearly obviously certainly undoubtedly frankly honestly sadly unfortunately fortunately luckily thankfully "
        "astonishingly remarkably predictably inevitably ironically rightly wrongly curiously strangely shamefully hopefully "
        "tellingly conveniently naturally admittedly indeed actually essentially basically importantly interestingly "
        "alas regrettably amazingly mercifully disgracefully brazenly cynically foolishly wisely blatantly unsurprisingly of-course evidently plainly"
    ),
    WordClass.GOOD: (
        "good great best better brilliant excellent wonderful superb fine beautiful elegant admirable brave courageous honest wise "
        "decent noble heroic remarkable impressive magnificent splendid delightful charming fascinating compelling powerful "
        "refreshing welcome worthy triumph masterpiece genius gem success successful important essential crucial vital "
        "sensible fair right proper true real genuine worth worthwhile proud glorious perfect fantastic amazing lovely funny gripping graceful generous humane serious sound thoughtful clever smart rich warm rare stunning "
        "significant critical necessary promising exciting smartest finest greatest easy simple clear obvious virtue hope joy pleasure miracle victory"
    ),
    WordClass.BAD: (
        "bad worse worst terrible awful horrible dreadful appalling disgraceful shameful disgrace shame outrageous outrage "
        "absurd ridiculous stupid foolish silly dumb idiotic insane mad crazy reckless cynical corrupt dishonest hypocritical "
        "hypocrisy cowardly coward pathetic weak feeble lazy arrogant cruel brutal vicious evil wicked sinister dangerous "
        "disastrous disaster catastrophe catastrophic failure failed failing farce joke nonsense lie lies liar scam sham "
        "fraud mess tragedy tragic travesty scandal scandalous folly blunder mistake wrong false fake hollow empty pointless "
        "useless worthless meaningless futile ugly nasty mean petty shabby tired stale dull boring bland clumsy lame "
        "radical extreme extremist fanatical hysterical hysteria propaganda woke elite elites mob thugs thug cronies crony "
        "puppet regime bloated toxic bogus so-called absurdity cowardice insult insulting excuse excuses cynicism delusion delusional "
        "worrisome worrying troubling alarming disturbing sad grim bleak dire unacceptable unfair unjust irresponsible incompetent incompetence ignorance ignorant "
        "sorry hapless myth problem poor embarrassing embarrassment smug naive timid theatre circus charade vanity greed greedy spin weakness betrayal"
    ),
    WordClass.CONTRAST: "but yet however still though although instead nevertheless nonetheless rather meanwhile because since if unless while",
    WordClass.EXTREME: "every everyone everybody everything nobody nothing none always never all most least entire whole ever anything anyone forever",
    WordClass.COPULA: "is are was were be been being seems seem looks remains becomes am isn't aren't wasn't it's that's there's he's she's they're we're what's",
    WordClass.WH_WORD: "who what why how when where which whose",
    WordClass.TIME: (
        "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september "
        "october november december yesterday today tonight noon midnight dawn morning afternoon evening week month year years days hours minutes a.m p.m"
    ),
    WordClass.UNIT: "percent per cent million billion thousand hundred dozen dollars euros pounds kilometers kilometres km miles meters metres tons tonnes gallons hectares acres",
    WordClass.BYSTANDER_OBJECT: (
        "lives life victory territory damages insurance compensation benefits asylum title seat land island sovereignty "
        "prize budget defeat success mistake mistakes error errors accident failure failures lapse crisis cost costs safety "
        "security education deal agreement policy decision loss losses delay delays crash flight collapse management maintenance debt care"
    ),
    WordClass.OWNING: "us ours mine me work doing handiwork reply answer sign signed signs signature initials name",
    WordClass.INSURGENT: (
        "rebel rebels guerrilla guerrillas insurgent insurgents militant militants militia militias separatist separatists "
        "jihadist jihadists jihadi jihadis islamist islamists extremist extremists terrorist terrorists hacker hackers hacktivist "
        "hacktivists gang gangs cartel cartels cell cells brigades martyrs mujahideen mujahidin mujahedeen mojahedin mojahedeen resistance liberation "
        "revolutionary people's independence insurgency subversives subversive maoist maoists fedayeen fighters gunman gunmen commandos partisans "
        "paramilitary paramilitaries vigilantes ransomware collective faction factions wing outfit movement front clandestine "
        "group groups organization organisation splinter underground dissidents dissident cadre cadres vanguard syndicate crew "
        "hijackers hijacker kidnappers kidnapper bomber bombers attackers attacker assassin assassins assailants perpetrator "
        "perpetrators suspect suspects defendant accused man woman teenager youth suspected killer murderer"
    ),
    WordClass.STATE: (
        "army military troops navy police government ministry minister officials official authorities president premier "
        "coastguard sheriff garrison colonel general captain major lieutenant parliament "
        "prosecutor prosecutors investigators court judge embassy mayor governor council administration agency agencies "
        "intelligence soldiers jets airforce warplanes defense defence interior force coalition observatory witnesses residents "
        "locals neighbors neighbours sources source media newspaper newspapers television radio station reporter reporters "
        "researchers experts analysts company firm bank hospital doctors medics relatives family families survivors lawyer "
        "lawyers attorney bishop church archbishop union students patrol patrols guards rangers infantry division marines gendarmes "
        "gendarmerie peacekeepers constabulary battalion-commander sailors airmen"
    ),
    WordClass.SPOKES: (
        "spokesman spokeswoman spokesperson spokesmen leader leaders commander commanders member members official officials "
        "head chief representative representatives statement communique communiqué message messages letter note leaflet leaflets "
        "caller callers video tape website channel post bulletin report reports"
    ),
    WordClass.CIVIL: (
        "rights aid charity human humanitarian monitoring monitor observatory relief union trade medical health consumer "
        "advocacy media news journalists lawyers doctors church student environmental watchdog polling opinion"
    ),
    WordClass.WEAPON: (
        "missile missiles rocket rockets bomb bombs grenade grenades shell shells mortar mortars drone drones shot shots fire "
        "trigger petrol fuse knife gun gunfire torpedo torpedoes attack attacks assault assaults raid raids strike strikes ambush ambushes operation operations "
        "bombing bombings explosion explosions blast blasts dynamite charge charges explosive explosives device devices mine "
        "mines hijacking kidnapping killing killings assassination murder massacre ddos ransomware hack breach "
        "acid sarin chlorine napalm ricin anthrax novichok phosphorus firebomb firebombs molotov molotovs landmine landmines "
        "gelignite semtex bullets machete machetes"
    ),
    WordClass.TARGET: (
        "convoy patrol garrison base barracks post outpost checkpoint pipeline bridge tower towers pylons train plane aircraft "
        "helicopter helicopters jet tanker ship vessel truck pylon mast turbine railroad railroads bus vehicle vehicles depot embassy consulate headquarters station "
        "refinery soldiers soldier policemen policeman officers troops hostages hostage civilians tourists journalist "
        "journalists priest server servers network networks system systems database data files website websites "
        "insurgents rebels militants guerrillas convoys patrols garrisons bases posts outposts checkpoints pipelines bridges trains "
        "planes jets tankers ships vessels boat boats gunboat gunboats trucks buses car cars lorry lorries tank tanks depots embassies "
        "stations refineries substation substations pump pumps power electricity houses house farm farms estate mill mills plant plants crops road roads track rail railway line lines cable cables mast masts office offices registry "
        "building buildings branch branches bank banks market parliament ministry airport windows hospital school mosque church synagogue"
    ),
}


def inflected(entry: str) -> tuple[str, ...]:
    """The forms of a verb.

    Args:
        entry: The base form, then irregular forms after slashes; these replace the regular past forms.

    Returns:
        Base form, third person, past and participle, the irregular ones as given.
    """
    base, *irregular = entry.strip().split("/")
    third = f"{base}es" if base.endswith(("s", "x", "ch", "sh", "o")) else f"{base}s"
    if base.endswith("y") and base[-2] not in "aeiou":
        third = f"{base[:-1]}ies"
    gerund = f"{base[:-1]}ing" if base.endswith("e") and not base.endswith("ee") else f"{base}ing"
    past = (f"{base}d" if base.endswith("e") else f"{base}ed",) if not irregular else tuple(irregular)
    forms = [base, third, *past]
    if not any(form.endswith("ing") for form in past):
        forms.append(gerund)
    return tuple(dict.fromkeys(forms))


@cache
def classes() -> dict[str, int]:
    """All words with their classes.

    Returns:
        A bit mask of :class:`WordClass` by normalised word.
    """
    table: dict[str, int] = {}
    for kind, entries in _VERBS.items():
        for entry in entries.split(";"):
            for form in inflected(entry):
                table[form] = table.get(form, 0) | kind
    for kind, entries in _WORDS.items():
        for form in entries.split():
            table[form] = table.get(form, 0) | kind
    return table


VERB_CLASSES: Final = (
    WordClass.AVOW
    | WordClass.ASSUME
    | WordClass.CONFESS
    | WordClass.DENY
    | WordClass.BLAME
    | WordClass.SUSPECT
    | WordClass.REPORT
    | WordClass.SHOW
    | WordClass.POST
    | WordClass.ACT_VERB
    | WordClass.WEAK_ACT
    | WordClass.CYBER
    | WordClass.THREAT
    | WordClass.DOUBT
    | WordClass.THINK
)
"""Classes whose words are verbs, or nouns of the same form."""


def mask_of(form: str) -> int:
    """The classes of a word, of its stem before "'s" or "n't", of the act or group that a compound names, and its shape.

    Args:
        form: A normalised word.

    Returns:
        A bit mask, 0 for a word of no class.
    """
    return _class_of(form) | _shape_of(form)


def _class_of(form: str) -> int:
    table = classes()
    mask = table.get(form, 0)
    if form.isalpha():
        return mask
    if form.endswith("n't"):
        return mask | table.get(form[:-3], 0) | WordClass.NEGATION
    if mask:
        return mask
    if form.endswith("'s"):
        return table.get(form[:-2], 0) & ~VERB_CLASSES
    if "-" in form:
        first, _, last = form.partition("-")
        return (table.get(first, 0) | table.get(last.rpartition("-")[2], 0)) & (WordClass.ACT_NOUN | WordClass.GROUP)
    return 0


def _shape_of(form: str) -> int:
    """What the characters of a word tell."""
    shape = _MARKS.get(form, 0)
    if "0" in form:
        shape |= WordClass.NUMBER
    if len(form) > 4 and form.endswith("ed"):
        shape |= WordClass.PAST
    elif len(form) > 5 and form.endswith(("est", "ly")):
        shape |= WordClass.ADVERB if form.endswith("y") else WordClass.SUPERLATIVE
    elif form.endswith(("ism", "ists")):
        shape |= WordClass.ISM
    return shape


_MARKS: dict[str, int] = {
    "?": WordClass.QUESTION_MARK,
    "!": WordClass.EXCLAMATION_MARK,
    '"': WordClass.QUOTE,
    "'": WordClass.QUOTE,
    ";": WordClass.SEMICOLON,
    ":": WordClass.COLON,
    "—": WordClass.DASH,
    "–": WordClass.DASH,
    "(": WordClass.BRACKET,
    "…": WordClass.ELLIPSIS,
    "according": WordClass.ACCORDING,
    "like": WordClass.LIKE_OR_IF,
    "if": WordClass.LIKE_OR_IF,
    "more": WordClass.COMPARED,
    "less": WordClass.COMPARED,
    "most": WordClass.COMPARED,
    "least": WordClass.COMPARED,
    "than": WordClass.COMPARED,
}
