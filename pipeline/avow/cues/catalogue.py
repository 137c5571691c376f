"""Every cue: what it means, where it comes from, a sentence that has it and one like it that has not.

Cues of avowal are named after the parts of a statement, such as ``says of-self negated:by-group``; here each part is
explained, and :func:`meaning` puts the parts together.

Sources: ``codebook`` is ``seeds/codebook.md``; ``CheckThat`` is the annotation guideline for subjectivity in news
(Ruggeri et al. 2023; Antici et al. 2024); ``Wiebe`` is Wiebe, Wilson and Cardie (2005), "Annotating expressions of
opinions and emotions in language"; ``CAMEO`` is its codebook's categories of statements. All sentences are made up.
"""

from __future__ import annotations

from typing import NamedTuple


class Cue(NamedTuple):
    """A cue.

    Attributes:
        name: Its name, as in explanations.
        meaning: What it stands for.
        source: Where it comes from.
        present: A sentence that has it.
        absent: A sentence that has it not.
    """

    name: str
    meaning: str
    source: str
    present: str
    absent: str


_AVOWAL = """
avowal | somebody plainly avows a hostile act | codebook C1 to C3 | The Red Tide claimed responsibility for the bombing. | No group claimed responsibility for the bombing.
weak-avowal | words that may avow an act | codebook C3 | The wall showed a picture of the execution. | The wall showed a picture of the harvest.
weak-avowal-by-official | an official body tells of a deed of its own | codebook, never C | The ministry said that it had destroyed a depot. | The ministry said that it had rained.
takes | takes responsibility or credit for it, or says to be behind it | codebook C3 | The cell took credit for the ambush. | The mayor took credit for the budget.
takes-something-else | takes responsibility or credit for what is no hostile act | codebook, never C | The coach accepted responsibility for the defeat. | The front accepted responsibility for the bombing.
claim-of-responsibility | a claim of responsibility is spoken of | codebook C3 | The group's claim of responsibility for the attack came late. | The group's claim of expenses came late.
claims-act | claims, admits or acknowledges an act | codebook C3 | The militia admitted the killing of two guards. | The militia saw the killing of two guards.
claimed-by | an act was claimed by somebody | codebook C, in passing | The bombing, claimed by the Front, killed nine. | The bombing, planned by the Front, killed nine.
confesses | confesses, owns up or pleads guilty to an act | codebook C, confessions | He confessed to the murder of a guard. | He confessed to a love of opera.
says | says that a deed was done | codebook C3 | The rebels said that they had ambushed a convoy. | The rebels said that it had rained.
own-voice | the first person with a deed | codebook C, own voice | We ambushed the convoy at dawn. | We followed the convoy at dawn.
shows | a recording shows an act | codebook C, video | The militia released a video showing the execution of a guard. | The militia released a video showing a hostage alive.
posts | somebody's data are posted or listed | codebook C, leak site | The crew posted payroll files online. | The crew posted a poem online.
denies | denies an act or a part in it | CAMEO 015; codebook | The union denied involvement in the attack. | The union reported losses in the attack.
denies-something-else | denies or rejects what is no hostile act | CAMEO 015 | The union rejected the offer. | The union accepted the offer.
blames | accuses somebody else of an act | CAMEO 112; codebook | Police blamed the Front for the bombing. | Police mourned with the Front after the bombing.
suspects | suspects somebody of an act | codebook, stance | Police suspected two brothers of the bombing. | Police questioned two brothers after lunch.
called-responsible | somebody is called responsible for an act or behind it | codebook, never C | The brothers were behind the bombing. | The brothers were near the bombing.
of-self | by the speaker | codebook C1 | The rebels said that they had ambushed a convoy. | The rebels said that the army had ambushed a convoy.
of-other | by somebody else than the speaker | codebook, never C | The rebels said that the army had ambushed a convoy. | The rebels said that they had ambushed a convoy.
of-victim | with the speaker, or somebody spoken of, at the receiving end | codebook, never C | The guards said that they had been ambushed. | The guards said that they had ambushed them.
of-unknown | by somebody whom the words leave open | codebook | He said that after dusk, destroyed a depot. | He said that he bombed a bridge.
weakly | hostile by its object only | codebook C2 | The guerrillas said that they had seized a truck. | The guerrillas said that they had bombed a truck.
quoted | inside a quotation | codebook C | "We bombed the bridge," the note said. | We bombed the bridge.
admitting | admitted or acknowledged rather than only said | codebook C3 | The army admitted that its soldiers had killed two boys. | The army said that its soldiers had killed two boys.
negated | negated or withheld | codebook, never C | The group has not claimed responsibility for the bombing. | The group has claimed responsibility for the bombing.
intended | only intended, possible or demanded | codebook, never C | The rebels said that they would ambush a convoy. | The rebels said that they had ambushed a convoy.
by-nobody | it is said that nobody does | codebook, never C | No group has claimed responsibility for the bombing. | A group has claimed responsibility for the bombing.
by-first | by the author, or a quoted speaker, in the first person | codebook C, own voice | We claim responsibility for the bombing. | They claim responsibility for the bombing.
by-pronoun | by it, they, he or she | codebook C1 | They claimed responsibility for the bombing. | The Red Tide claimed responsibility for the bombing.
by-group | by an armed or hacking group or its people | codebook C1 | The rebels claimed responsibility for the bombing. | The ministry claimed responsibility for the bombing.
by-official | by officials, a regular force, an institution | codebook, never C | The ministry said that it had destroyed a depot. | The rebels said that they had destroyed a depot.
by-name | by somebody named and no more | codebook C1 | Ridgeback said that it had destroyed a depot. | The rebels said that they had destroyed a depot.
by-message | by a statement, a caller, a recording | GTD claimmode | A caller said that he had bombed a depot. | A clerk heard that he had bombed a depot.
by-person | by a spokesman or leader of whom no more is said | codebook C1 | A spokesman said that he had bombed a depot. | A caller said that he had bombed a depot.
by-other | by some other noun | codebook | The milkmaid said that she had bombed a depot. | The rebels said that they had bombed a depot.
by-none | by nobody in sight | codebook | Saying that it had bombed a depot is easy. | The rebels said that they had bombed a depot.
it-was-us | the act is called one's own | codebook C3 | The bomb at the depot was ours. | The bomb at the depot was old.
own-work | the act is called somebody's work or doing | codebook C3 | The attack was our work. | The attack was hard work.
signed | a signature beside an act or channel | codebook C, signature | The letter was signed by three brigades. | The letter was read by three brigades.
in-the-name-of | a statement in somebody's name | codebook C, belated claims | A post in the name of the Front appeared. | A post on the wall of the Front appeared.
caller-and-act | a caller, leaflet or communique speaks of an act | codebook C, mode | An anonymous caller said that the bombing was a warning. | A resident said that the bombing was a warning.
"""

_STANCE = """
quotation-open | a quotation is open at the start | codebook F, quotations | (context) | The rain stopped.
all-quoted | nearly all is quoted | codebook F, quotations | "It rained all night long." | It rained all night long.
half-quoted | a good part is quoted | codebook F, quotations | "It rained all night," said the keeper of the light. | It rained all night, said the keeper.
quotation | a quotation of four words or more | codebook F, quotations | "The rain will not stop today," he said. | The "rain" will not stop today.
quotation-with-reporting-verb | the same with a verb of saying | codebook F, quotations | "The rain will not stop today," he said. | "The rain will not stop today."
scare-quotes | a few words in quotation marks | codebook O, irony | The "experts" met again. | The experts met again.
reporting-verb | a verb of saying outside quotations | codebook F | She said it rained. | It rained.
reporting-that | a verb of saying and "that" | codebook F | She said that it rained. | She said it rained.
reporting-at-end | a verb of saying at the end | codebook F | It rained all day, she said. | She said it rained all day long.
according-to | attribution by "according to" | codebook F | According to the mayor, it rained. | To please the mayor, it rained.
modal | would, could, might, may, can | Wiebe | It might rain. | It rained.
obligation | should, must, ought, need | codebook O, recommendation | The mayor must resign. | The mayor resigned.
hedge | perhaps, maybe, probably ... | codebook O, conjecture | Perhaps he forgot. | Then he forgot.
intensifier | very, utterly, even, only ... | codebook O, intensifier | It was utterly dark. | It was dark.
stance-adverb | surely, sadly, of course ... | codebook O | Sadly, the mill closed. | Later, the mill closed.
praise | a word of praise | codebook O, evaluation | A brilliant plan followed. | A second plan followed.
censure | a word of censure | codebook O, evaluation | A disastrous plan followed. | A second plan followed.
thinking-verb | a verb of thinking or feeling | Wiebe, private states | The mayor hopes for rain. | The mayor waits for rain.
extreme | everything, never, always ... | codebook O, hyperbole | They always lose. | They often lose.
first-person-plural | we, our, us | CheckThat | We waited. | They waited.
first-person-singular | I, my, me | CheckThat | I waited. | They waited.
second-person | you, your | codebook O, exhortation | You waited. | They waited.
negation | a word of negation | Wiebe | It did not rain. | It did rain.
stance-words-2 | two words of stance or more | codebook O | Surely this is a brilliant plan. | This is a plan.
stance-words-4 | four words of stance or more | codebook O | Surely everyone must see that this is utterly brilliant. | This is a plan.
predicate-evaluation | evaluation as a predicate | codebook O, evaluation | The plan is a disgrace. | The plan is a map.
present-copula | is, are outside reports | CheckThat | The plan is old. | The plan was old.
this-is | this is, that is, it is, there is | codebook O | This is the end. | Here was the end.
is-not | something is denied of a thing | codebook O | The plan is not new. | The plan is new.
question | a question outside quotations | codebook O, rhetorical question | Is it raining? | It is raining.
wh-question | a question that opens with a question word | codebook O, rhetorical question | Who pays? | She pays?
exclamation | an exclamation outside quotations | codebook O | It rains! | It rains.
exhortation | an imperative or "let" at the start | codebook O, exhortation | Imagine the cost. | They imagine the cost.
semicolon | a semicolon | style | It rained; we left. | It rained, we left.
colon | a colon | style | One thing: it rained. | One thing, it rained.
dash | a dash | style | It rained — all day. | It rained, all day.
parenthesis | a bracket | style | It rained (all day). | It rained all day.
ellipsis | an ellipsis | style | It rained ... | It rained.
starts-with-connective | and, but, so, because ... at the start | CheckThat | But it rained. | It rained.
starts-with-pointer | this, that, it, there ... at the start | CheckThat | This was rain. | Rain was here.
comparison | more, less, than ... | codebook O, evaluation | It cost more than rain. | It cost rain.
contrast | but, yet, although ... | CheckThat | It rained but stopped. | It rained and stopped.
superlative-ending | a long word in -est | codebook O, evaluation | The darkest day came. | The dark day came.
adverb-ending | a long word in -ly | Wiebe | It rained heavily. | It rained hard.
ism | a word in -ism or -ists | codebook O | Cynicism spread. | Rain spread.
likening | a comparison by "as if" | codebook O, figure of speech | He spoke as if nothing mattered. | He spoke and nothing mattered.
long | 28 words and marks or more | style | One two three four five six seven eight nine ten one two three four five six seven eight nine ten one two three four five six seven eight nine ten. | One two three.
short | eight words and marks or fewer | style | It rained. | One two three four five six seven eight nine ten.
number | a number | codebook F | It took 3 days. | It took three days.
numbers | three numbers or more | codebook F | It took 3 days, 4 hours and 5 minutes. | It took 3 days.
date-or-time | a day, month or time | codebook F | It rained on Monday. | It rained on arrival.
unit | a unit of measure | codebook F | It cost two million. | It cost two apples.
names | two to four capitalised words after the first | codebook F | The mayor of Port Calder left. | The mayor of the town left.
many-names | five or more | codebook F | The Port Calder mayor Ana Ruiz met Tom Finch. | The mayor met a man.
no-names | none, in a text with small letters | codebook F | The mayor left. | The mayor of Port Calder left.
past-ending | a verb in -ed | codebook F | The mayor resigned. | The mayor resigns.
"""

REPEATED = "-repeated"
"""Ending of the names of cues that stand for more than one word of their kind."""


def _read(rows: str) -> dict[str, Cue]:
    cues = (Cue(*(cell.strip() for cell in row.split(" | "))) for row in rows.strip().splitlines())
    return {cue.name: cue for cue in cues}


AVOWAL_PARTS: dict[str, Cue] = _read(_AVOWAL)
"""Cues of avowal, and the parts of their names."""

CUES: dict[str, Cue] = _read(_STANCE)
"""Cues of opinion and of plain report."""


def parts_of(name: str) -> list[str]:
    """The parts of the name of a cue of avowal.

    Args:
        name: Its name.

    Returns:
        Names that ``AVOWAL_PARTS`` explains.
    """
    stem, _, speaker = name.partition(":")
    return [*stem.split(" "), *([speaker] if speaker else [])]


def meaning(name: str) -> str:
    """What a cue stands for.

    Args:
        name: Its name.

    Returns:
        Its meaning; for repeated ones, that it is so more than once.

    Raises:
        KeyError: There is no such cue.
    """
    if name.endswith(REPEATED):
        return f"{CUES[name.removesuffix(REPEATED)].meaning}, more than once"
    if name in CUES:
        return CUES[name].meaning
    return ", ".join(AVOWAL_PARTS[part].meaning for part in parts_of(name))
