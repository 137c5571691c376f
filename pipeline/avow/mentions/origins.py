"""Words that say where somebody is from, and name nobody."""

from __future__ import annotations

from avow.cues import Reading
from avow.cues.lexicon import word_set

ORIGINS = word_set(
    "afghan african albanian algerian american andorran angolan antiguan arab argentine argentinian armenian asian australian "
    "austrian azerbaijani azeri bahamian bahraini bangladeshi barbadian basque belarusian belgian belizean beninese bengali "
    "bhutanese bolivian bosnian botswanan brazilian british bruneian bulgarian burkinabe burmese burundian cambodian "
    "cameroonian canadian catalan chadian chechen chilean chinese colombian comorian congolese corsican croatian cuban cypriot "
    "czech czechoslovak danish djiboutian dominican dutch ecuadorean ecuadorian egyptian emirati english equatoguinean "
    "eritrean estonian ethiopian european fijian filipino finnish french gabonese gambian georgian german ghanaian greek "
    "grenadian guatemalan guinean guyanese haitian honduran hungarian icelandic indian indonesian iranian iraqi irish israeli "
    "italian ivorian jamaican japanese jordanian kashmiri kazakh kenyan korean kosovan kosovar kurdish kuwaiti kyrgyz lao "
    "laotian latvian lebanese liberian libyan lithuanian luxembourgish macedonian malagasy malawian malaysian maldivian malian "
    "maltese mauritanian mauritian mexican moldovan mongolian montenegrin moroccan mozambican namibian nepalese nepali "
    "nicaraguan nigerian nigerien norwegian omani pakistani palestinian panamanian paraguayan persian peruvian philippine "
    "polish portuguese punjabi qatari romanian russian rwandan salvadoran salvadorean samoan saudi scottish senegalese serb "
    "serbian sicilian singaporean slovak slovenian somali soviet spanish sudanese surinamese swazi swedish swiss syrian "
    "taiwanese tajik tamil tanzanian thai tibetan timorese togolese tongan trinidadian tunisian turkish turkmen ugandan "
    "ukrainian uruguayan uzbek venezuelan vietnamese welsh western yemeni yugoslav zairean zambian zimbabwean arabian bosniak croat lankan leonean rican verdean zealand"
)
"""Adjectives of states, continents and peoples, as English news has them: before a noun they say where somebody is from,
and name nobody."""
_STEM = 5
"""Letters that the name of a country shares with its adjective."""
_BEFORE_ORIGINS = frozenset("north south east west sri saudi sierra costa puerto cape new central native".split())
"""What stands before some of them: "South Korean", "Sri Lankan"."""


def says_whence(reading: Reading, at: int, end: int) -> bool:
    """Whether a word says where somebody is from, or begins to: "Danish", "Danish-born", the first of "South Korean".

    Args:
        reading: The sentence.
        at: The word.
        end: Where its phrase ends.

    Returns:
        True for an adjective of a state, continent or people.
    """
    form = reading.forms[at]
    if form in _BEFORE_ORIGINS and at + 1 < end and reading.forms[at + 1] in ORIGINS:
        return True
    return form.partition("-")[0] in ORIGINS


def is_country(form: str) -> bool:
    """Whether a word is the name of a country, as its adjective tells.

    Args:
        form: The word, normalised.

    Returns:
        True where such an adjective begins as the word does.
    """
    return len(form) >= _STEM - 1 and any(origin.startswith(form[:_STEM]) for origin in ORIGINS)
