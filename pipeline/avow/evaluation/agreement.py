"""When a record names whom or what annotators name, however they put it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from avow.cues.lexicon import word_set
from avow.mentions import head_word, is_acronym
from avow.records import Party

_PEOPLE = word_set(
    "members member rebels guerrillas militants fighters gunmen terrorists insurgents separatists group organization "
    "organisation militia units forces supporters activists commandos cell"
)
_UNNAMED = word_set(
    "the a an two three four five six some several armed masked unidentified unknown hooded government security "
    "alleged suspected presumed local foreign former other many"
)
_OF_PEOPLE = re.compile(
    rf"^(?:the |some |\w+ )?(?:{'|'.join(sorted(_PEOPLE))}) (?:of|from|belonging to) (?:the )?", re.IGNORECASE
)
_JOINT = re.compile(r",? and |, ")


def agrees(party: Party, names: Sequence[str], same: Callable[[str, str], bool], document: str) -> bool:
    """Whether a record names whom annotators name.

    Args:
        party: Who is named.
        names: The strings that annotators found, any of which will do.
        same: Whether two strings are one name.
        document: The text, which may give one of two names for the other.

    Returns:
        True where they agree.
    """
    # Where annotators found but the words of the sentence, "we", these will do beside the name that they stand for.
    texts = (party.name.text, party.mention.text) if len(names) == 1 else (party.name.text,)
    if same is not exactly:
        # Where they found several named together, each of which has a record of its own, any of them will do.
        # Of a phrase with a comma in it ("their chief, Omar Tahl") either part will do.
        names = [*names, *(part for name in names for part in _JOINT.split(name) if part != name)]
        if any(_aliases(text, name, document) for text in texts for name in names):
            return True
    return any(same(text, name) for text in texts for name in names)


def _aliases(first: str, second: str, document: str) -> bool:
    """Whether the document gives one of two phrases in brackets behind the other one, or a name beside a description.

    The latter stand between commas or other marks: "the widow, Ines Vale,"; what stands so in a list is not told apart.
    """
    described = _is_name(first) != _is_name(second)
    for name, alias in ((first, second), (second, first)):
        one, other = re.escape(_bare(name)), re.escape(_bare(alias))
        if not (one and other):
            continue
        bracketed = rf"\W{{0,3}}[(\[]\W{{0,2}}{other}\W{{0,2}}[)\]]"
        beside = rf", (?:the |an? )?{other}(?=[,.;:])(?!,? (?:and|or) )"
        if re.search(rf"(?<!\w){one}(?:{bracketed}{'|' + beside if described else ''})", document, re.IGNORECASE):
            return True
    return False


def _is_name(text: str) -> bool:
    words = text.strip("\"'“”.,").split()
    return bool(words) and words[-1][:1].isupper()


def exactly(first: str, second: str) -> bool:
    """Whether two names are the same but for case, article and marks around them.

    Args:
        first: A name.
        second: Another one.

    Returns:
        True where they are.
    """
    return _bare(first) == _bare(second)


def _bare(text: str) -> str:
    """A name as a text may have it, its hyphens kept, unlike that of :func:`avow.claims.parties.plain_name`."""
    words = text.lower().replace("’", "'").strip("\"'“”.,").split()
    return " ".join(words[1:] if words and words[0] in {"the", "a", "an"} else words)


def same_head(first: str, second: str) -> bool:
    """Whether two phrases have one head word, or one is an acronym of the other.

    Args:
        first: A phrase.
        second: Another one.

    Returns:
        True where they have; False where the first is empty.
    """
    return bool(first) and (head_word(first) == head_word(second) or is_acronym(first, second))


def same_heads(first: str, second: str) -> bool:
    """Whether two names have one head word, people standing for the named group that they belong to.

    Args:
        first: A name.
        second: Another one.

    Returns:
        True where they agree; False where the first is empty.
    """
    if not first or same_head(first, second):
        return bool(first)
    left, right = _group(first), _group(second)
    return bool(left and right) and (left == right or is_acronym(left, right))


def _group(name: str) -> str:
    """The head of the named group that people belong to: "FARC rebels", "members of the FARC", "the FARC group"."""
    plain = _OF_PEOPLE.sub("", name.strip("\"'“”.,"))
    words = plain.split()
    while len(words) > 1 and words[-1].strip("'").lower() in _PEOPLE:
        words.pop()
    named = any(word[:1].isupper() and word.lower() not in _UNNAMED for word in words)
    return head_word(" ".join(words)) if named else ""
