"""The names of states, and of the capitals that stand for their governments: what they tell of their wars is no avowal.

Member and observer states of the United Nations (https://www.un.org/en/about-us/member-states), with Taiwan and Kosovo, in
the short forms of English news.
"""

from __future__ import annotations

from avow.cues.grammar import Grammar, Span
from avow.cues.lexicon import word_set

_NAMES = frozenset(
    tuple(name.split("_"))
    for name in """afghanistan albania algeria andorra angola antigua_and_barbuda argentina armenia australia austria azerbaijan
    bahamas bahrain bangladesh barbados belarus belgium belize benin bhutan bolivia bosnia bosnia_and_herzegovina botswana brazil
    brunei bulgaria burkina_faso burma burundi cambodia cameroon canada cape_verde central_african_republic chad chile china
    colombia comoros congo costa_rica croatia cuba cyprus czechia czech_republic czechoslovakia denmark djibouti dominica
    dominican_republic dr_congo east_germany east_timor ecuador egypt el_salvador equatorial_guinea eritrea estonia eswatini
    ethiopia fiji finland france gabon gambia georgia germany ghana greece grenada guatemala guinea guinea-bissau guyana haiti
    honduras hungary iceland india indonesia iran iraq ireland israel italy ivory_coast jamaica japan jordan kazakhstan kenya
    kiribati kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya liechtenstein lithuania luxembourg macedonia
    madagascar malawi malaysia maldives mali malta mauritania mauritius mexico micronesia moldova monaco mongolia montenegro
    morocco mozambique myanmar namibia nauru nepal netherlands new_zealand nicaragua niger nigeria north_korea
    north_macedonia norway oman pakistan palau palestine panama paraguay peru philippines poland portugal qatar romania
    russia russian_federation rwanda saudi_arabia senegal serbia seychelles sierra_leone singapore slovakia slovenia somalia
    south_africa south_korea south_sudan soviet_union spain sri_lanka sudan suriname sweden switzerland syria taiwan tajikistan
    tanzania thailand togo tonga trinidad_and_tobago tunisia turkey türkiye turkmenistan tuvalu uganda ukraine
    united_arab_emirates united_kingdom united_states uruguay uzbekistan vanuatu vatican venezuela vietnam yemen yugoslavia
    zambia zimbabwe u.s u.k uk usa uae u.a.e ussr britain great_britain england scotland america papua_new_guinea samoa
    solomon_islands saint_lucia saint_kitts_and_nevis saint_vincent marshall_islands san_marino sao_tome maldive eswatini
    abuja algiers ankara athens baghdad bamako beijing beirut belgrade berlin bogota cairo caracas damascus delhi new_delhi dhaka
    doha dublin hanoi harare havana islamabad jakarta jerusalem kabul kampala khartoum kiev kigali kinshasa kyiv lima london
    madrid manila minsk mogadishu moscow nairobi nicosia oslo paris pretoria pyongyang quito riyadh rome sanaa sarajevo seoul
    stockholm taipei tbilisi tehran tokyo tripoli tunis vienna warsaw washington yerevan""".split()
)
_OFFICES = word_set(
    "ministry mod ministries army military forces force navy police government president premier defence defense air interior "
    "foreign armed minister spokesman spokeswoman spokesperson general staff coast guard border troops"
)
_LONGEST = max(map(len, _NAMES))


def is_state(grammar: Grammar, span: Span) -> bool:
    """Whether a phrase names a state and nobody else: "Russia", "the United States", "Turkey's defence ministry".

    Args:
        grammar: The sentence.
        span: The phrase.

    Returns:
        True where it does; "Yemen's Houthi movement" and "the Islamic State of Iraq" are not states.
    """
    start, stop = span
    if start < 0:
        return False
    if grammar.forms[stop - 1 : stop] == ("us",) and grammar.capital[stop - 1] and not grammar.shouting:
        return True
    words = [form.removesuffix("'s") for form in grammar.forms[max(start, 0) : stop]]
    while words and words[0] in {"the", "a"}:
        words.pop(0)
    for length in range(min(_LONGEST, len(words)), 0, -1):
        if tuple(words[:length]) in _NAMES:
            return all(word in _OFFICES or not word.isalpha() for word in words[length:])
    return False
