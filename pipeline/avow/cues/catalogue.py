"""Every cue: what it means, where it comes from, a sentence that has it and one like it that has not.

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


_ROWS = """
avowal | somebody takes responsibility or credit, not negated | codebook C3 | The cell claimed responsibility for the fire. | No cell claimed responsibility for the fire.
negated-avowal | an avowal in the scope of a negation | codebook, never C | No group has claimed the bombing. | The group has claimed the bombing.
avowal-of-act | responsibility is taken, and a hostile act is named | codebook C2 | The cell took credit for the ambush. | The mayor took credit for the budget.
avowal-of-something-else | responsibility is taken for what is no hostile act | codebook, never C | The coach accepted responsibility for the defeat. | The front accepted responsibility for the bombing.
avowal-in-quotation | an avowal inside a quotation | codebook C | "We claim responsibility for the blast," it said. | They claim responsibility for the blast.
act-claimed-by | an act was claimed by somebody | codebook C, in passing | The bombing, claimed by the Front, killed nine. | The bombing, planned by the Front, killed nine.
claimed-act | an act is claimed, admitted or acknowledged | codebook C3 | The militia admitted the killing of two guards. | The militia saw the killing of two guards.
claimed-deed | somebody claims or admits having done a deed | codebook C3 | The rebels claimed that they shot down a drone. | The rebels heard that they shot down a drone.
claimed-something-else | a claim to territory, victory, lives, insurance | codebook, never C | The flood claimed 20 lives. | The flood took 20 houses.
negated-claim | a negated claim without an act or deed near by | codebook, never C | Nobody has claimed it. | Somebody has claimed it.
told-deed | a speaker says to have done a hostile deed | codebook C3 | He told the judge that he had killed the guard. | He told the judge that rain had killed the crop.
told-weak-deed | the same with a verb that is hostile only in context | codebook C3 | She said that she had planted it at noon. | She said that rain had planted it at noon.
told-negated-deed | a speaker says not to have done it | codebook, never C | He said that he had not killed the guard. | He said that he had killed the guard.
group-told-deed | a group says that it did a hostile deed | codebook C1 | The rebels said that they had ambushed a convoy. | The rebels said that it had rained.
group-told-weak-deed | the same with a weaker verb | codebook C1 | The guerrillas said that they had seized a post. | The guerrillas said that the post was empty.
official-told-deed | an official body reports its own operation | codebook, never C | The ministry said that it had destroyed a depot. | The ministry said that it had rained.
caller-and-act | a caller, leaflet or communique speaks of an act | codebook C, mode | An anonymous caller said that the bombing was a warning. | A resident said that the bombing was a warning.
first-plural-deed | "we" with a hostile verb | codebook C, own voice | We ambushed the convoy at dawn. | We followed the convoy at dawn.
first-plural-weak-deed | "we" with a verb that is hostile only in context | codebook C, own voice | We struck the depot at dawn. | We saw the depot at dawn.
first-singular-deed | "I" with a hostile verb | codebook C, confessions | I stabbed him in the kitchen. | I met him in the kitchen.
first-singular-weak-deed | "I" with a verb that is hostile only in context | codebook C, confessions | I lit the fuse. | I saw the fuse.
first-person-deed-in-quotation | the same inside a quotation | codebook C | "We bombed the bridge," the note said. | We bombed the bridge.
first-person-intention | the first person with a deed that is only intended | codebook, never C | We will attack the depot. | We attacked the depot.
confession | confessing or pleading guilty to a hostile deed | codebook C, confessions | He confessed to the murder of a guard. | He confessed to a love of opera.
weak-confession | admitting a deed that is hostile only in context | codebook C, confessions | She admitted that she set it. | She heard that she set it.
confession-noun | a confession is spoken of | codebook C, confessions | Police withdrew his confession to the bombing. | Police withdrew his passport after the bombing.
behind-the-act | a speaker says to be behind the act | codebook C3 | The cell said it was behind the blast. | The cell said it was near the blast.
behind-the-act-said-of-others | somebody else is said to be behind the act | codebook, never C | Who is behind the bombing? | Who is hurt after the bombing?
it-was-us | the act is called one's own | codebook C3 | It was us who did that. | It was rain that did that.
own-work | the act is called somebody's work or doing | codebook C3 | The fire was our work. | The fire was hard work.
signed | a signature beside an act or channel | codebook C, signature | The letter was signed by three brigades. | The letter was read by three brigades.
in-the-name-of | a statement in somebody's name | codebook C, belated claims | A post in the name of the Front appeared. | A post on the wall of the Front appeared.
recording-of-act | a recording that shows an act | codebook C, video | A video shows the militia shooting a hostage. | A video shows the mayor planting a tree.
data-posted | data or files are posted | codebook C, leak site | Someone posted payroll files online. | Someone posted a poem online.
data-posted-by-group | a group posts data or files | codebook C, leak site | The ransomware crew posted payroll files online. | A librarian posted payroll files online.
denial | involvement or a deed is denied | CAMEO 015; codebook | The union denied involvement in the attack. | The union reported losses in the attack.
neither-claimed-nor-denied | neither claimed nor denied | codebook, never C | The army neither claimed nor denied the strike. | The army neither saw nor heard the strike.
blame | somebody else is accused or blamed | CAMEO 112; codebook | Police blamed the Front for the bombing. | Police mourned with the Front after the bombing.
suspicion | somebody is suspected | codebook, stance | Militants are suspected in the bombing. | Militants are expected at the hearing.
pointing-to | something is pointed to | codebook, stance | Officials pointed to the rebels. | Officials spoke to the rebels.
threat | a threat, vow or demand beside hostile words | codebook, never C | The group vowed to attack again. | The group hated to attack again.
doubted | a claim or message that is doubted or not verified | codebook, doubt | The message could not be verified. | The message could soon be read.
avowing-frame | any of the frames of avowal | codebook C3 | The militia admitted the killing of two guards. | The militia denied the rumour.
avowing-frames | two or more frames of avowal | codebook C3 | He confessed to the murder, saying that he had stabbed the guard. | He spoke of the weather.
act-without-avowing-frame | hostile words without a frame of avowal | codebook F | The bomb killed nine. | The cell claimed responsibility for the bomb.
weak-act-without-avowing-frame | words hostile only in context, without a frame | codebook F | The farmer burned the field. | The farmer ploughed the field.
no-act | no hostile word at all | codebook C2 | The council met on Tuesday. | The bomb killed nine.
hostile-verb | a verb of violence or intrusion | GTD attack types | Gunmen ambushed the bus. | Gunmen watched the bus.
hostile-noun | a noun of violence or intrusion | GTD attack types | The explosion was heard at noon. | The music was heard at noon.
group | a word for an armed or hacking group, or its parts | codebook C1 | The brigade marched. | The children marched.
channel | a word for how claims are made | GTD claimmode | A letter arrived. | A parcel arrived.
official | a word for officials and authorities | codebook, never C | Police arrived. | Guests arrived.
recording | a word for pictures and recordings | codebook C, video | Footage was shown. | Fruit was shown.
deed-without-speaker | a hostile verb with nobody speaking | codebook F | The shell killed eleven children. | He said that the shell killed eleven children.
group-speaks-of-act | a group, a verb of saying and an act | codebook C | The brigade said that the bombing was just. | The brigade slept after the bombing.
official-speaks-of-act | an official, a verb of saying and an act | codebook F | Police said that the bombing killed two. | Pupils heard that the bombing killed two.
channel-and-act | a channel and an act | GTD claimmode | The statement spoke of the bombing. | The widow spoke of the bombing.
claim-without-act | a verb of claiming without an act | codebook, never C | The ministry claims that exports rose. | The ministry hopes that exports rose.
act-as-background | an act that sets the scene | codebook F | Shops closed after the bombing. | Shops felt the bombing.
act-in-relative-clause | a deed in a relative clause | codebook F | The bomb that killed two was small. | The bomb killed two.
act-in-passive | a deed in the passive | codebook F | Two men were killed. | Two men killed.
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

FORM = frozenset(
    [
        "short",
        "long",
        "number",
        "numbers",
        "names",
        "many-names",
        "no-names",
        "past-ending",
        "unit",
        "date-or-time",
        "semicolon",
        "colon",
        "dash",
        "parenthesis",
    ]
)
"""Cues of a sentence's form. They help to tell opinions from facts, but no sentence avows an act by being long: the
regression of claims does not see them, lest it learn how the claims of a corpus happen to be written."""

REPEATED = "-repeated"
"""Ending of the names of cues that stand for more than one word of their kind."""


def _read() -> dict[str, Cue]:
    cues = (Cue(*(cell.strip() for cell in row.split(" | "))) for row in _ROWS.strip().splitlines())
    return {cue.name: cue for cue in cues}


CUES: dict[str, Cue] = _read()


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
    return CUES[name].meaning
