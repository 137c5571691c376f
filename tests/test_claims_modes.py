"""The channels of claims."""

from __future__ import annotations

from dataclasses import FrozenInstanceError

import pytest

from avow.claims import Register
from avow.claims.modes import Context, claim_mode
from avow.claims.telling import _heard
from avow.cues import read
from avow.records import ActKind, Claim, Document, Sentence, Status
from avow.terms import words


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("in a letter to a newspaper", 1),
        ("a caller gave a warning minutes before the blast", 2),
        ("in a telephone call to a radio station", 3),
        ("in an e-mail", 4),
        ("in a note left at the scene", 5),
        ("in a video", 6),
        ("in a statement posted on its website", 7),
        ("he told the court that he did it", 8),
        ("in a communique", 9),
        ("for the blast", 10),
    ],
)
def test_channels_in_the_codes_of_gtd(text: str, mode: int) -> None:
    assert claim_mode(" ".join(words(text))) == mode


@pytest.mark.parametrize(
    ("text", "word", "mode"),
    [
        # What governs a word, and how seldom it means anything else.
        ("In a letter opened after his death he confessed that he had lit the fuse", "confessed", 1),
        ("The Front said in a video on the internet that it had shot the guard", "said", 6),
        ("The cell wrote on its page that the pylons were its work", "wrote", 7),
        ("The rebels said over a transmitter in the hills that they had mined the road", "said", 9),
        ("He told the magistrates that he had cut the tyres", "told", 8),
        ("A page pinned to the door of the mill said that the Front had burned it", "said", 5),
        # What was attacked, stolen or stands about is no channel.
        ("The Front claimed the bombing of the radio tower", "claimed", 10),
        ("The Front claimed responsibility for a blast near the court", "claimed", 10),
        ("The crew claimed that it cut the telephone lines of the depot", "claimed", 10),
        ("The crew said in a fax that it had leaked 6,000 e-mails of the bank", "said", 1),
        ("The Front claims an attack on troops posted at the bridge", "claims", 10),
        ("The crew claimed an attack that brought down the websites of the bank", "claimed", 10),
        ("The crew claimed that it had taken the website of the bank offline", "claimed", 10),
        ("The crew said on its website that it had taken the bank offline", "said", 7),
        # Nor is a mere verb of saying.
        ("A spokesman for the Front announced that it had burned the mill", "announced", 10),
        # Who tells a station something is called by it, or calls it.
        ("The Front told a local radio that its men had burned the mill", "told", 3),
        ("The Front told the Hill Courier that its men had burned the mill", "told", 3),
        ("The Front told La Voz that its men had burned the mill", "told", 3),
        ("The commander told a local radio that his men had burned the mill", "told", 8),
        # A known person speaks to us, a voice rings; a rank makes a known person.
        ("Two of the millers told our reporter that they had burned the mast", "told", 8),
        ("A man claiming to speak for the Front told this newspaper that it had burned the mast", "told", 3),
        ("Brigadier Tamm's major told a local radio that the mast was felled by his men", "told", 8),
        ("Another voice wanted the mast for the Hill Cells", "wanted", 3),
        ("The first to ring a news agency was the Front, which claimed the mast", "claimed", 3),
        ("The Front, speaking from an undisclosed location, took responsibility for the mast", "took", 3),
        # Who is asked is interviewed, unless a camera runs.
        ("Asked about the mast, Tamm said that his men had felled it", "said", 8),
        ("In a video Tamm, asked by someone how many, said that he had killed two", "said", 6),
        # Courts and inquests.
        ("She told the coroner that she had fired twice", "told", 8),
        ("The fitter told a nurse that he had sunk the barge", "told", 8),
        ("At his arraignment the fitter announced that he had killed them", "announced", 8),
        # Moving pictures, seen live or sent; a recorder is none.
        ("The cell said in a livestream that it had shut the valve", "said", 6),
        ("The column sent a cassette to radio stations, in which it says that it attacked the post", "says", 6),
        ("The crew showed a sailor with a tape recorder that it had sunk the barge", "showed", 10),
        # What is found at the scene.
        ("Pinned to the blanket was an acknowledgment by the Front, typed", "acknowledgment", 5),
        ("A text tied to the axle said that the Front had burned the bus", "said", 5),
        ("On the outer wall were the words that the Front had done it", "done", 5),
        ("The group owned up to the theft on a Discord server", "owned", 7),
        ("A handwritten note mailed to a priest said that the Front had burned the mill", "said", 5),
        ("In a text slipped under the door of a radio station the Front claimed the mill", "claimed", 1),
        ("The Front claimed the mill in a postscript", "claimed", 1),
        ("An account with a hammer for a picture writes that it broke the kiosks", "writes", 7),
        ("The militia says on its television channel that the drone was its own", "says", 9),
        ("Tamm told listeners that men under his command had shot the bakers", "told", 9),
        ("The radio's daily half-hour said that the Front had fired on the nest", "said", 9),
        ("The Front claimed the attacks on farms in a broadcast in May", "claimed", 9),
        ("Applicant two took responsibility for the mine", "took", 8),
        ("Tamm let slip to a foreign newspaper that his wing had mined the line", "slip", 8),
        ("It was us, said Tamm, a captain of the Front, to this newspaper", "said", 8),
        # A bulletin is a channel of its own only where nothing else is told.
        ("The Command has acknowledged the blasts in a bulletin to a friendly web page", "acknowledged", 7),
        # A warning is one that the call gave, not what the caller says of others.
        ("A caller told a newspaper that the police had ignored all that was said in the warning", "told", 3),
    ],
)
def test_the_channel_is_told_by_grammar(text: str, word: str, mode: int) -> None:
    plain = " ".join(words(text))
    assert claim_mode(plain, plain.index(word)) == mode


@pytest.mark.parametrize(
    ("text", "context", "mode"),
    [
        # "The message" is what was named before.
        ("the message said that two lorries had been burned", Context(before=("an e-mail reached a newspaper",)), 4),
        ("two lorries had been burned , the group said", Context(before=("an e-mail reached a newspaper",)), 10),
        ("the group said that it had burned two lorries", Context(near=("it telephoned a newspaper", "")), 3),
        ("the group said that it had burned two lorries", Context(near=("", "the letter came on monday")), 1),
        ("the group said that it had burned two lorries", Context(earlier=3), 3),
        ("the group said that it had burned two lorries", Context(near=("a statement came on monday", "")), 9),
        # The text that the claim stands in.
        ("mc : we moved the booking system", Context(own=True, before=("gp : was that you ?",)), 8),
        ("guest : mine , twice", Context(before=("host : and the agency ?",)), 8),
        ("mc : we moved the booking system", Context(own=True), 9),
        ('" nineteen , counting two that failed . "', Context(before=("how many were there ?",)), 8),
        ('" i tied it , you held the mule , "', Context(own=True), 8),
        ('" we hit him with a pipe , "', Context(own=True, opening="the amnesty hearing went on"), 8),
        ("the clerk admitted killing the miller", Context(opening="a man of 34 has been jailed for life"), 8),
        ("we blew up the pump", Context(own=True, opening="from : a . tamm , for the front . to : all friends"), 4),
        ("we burned two lorries", Context(own=True, opening="to the editors , to the council"), 1),
        ("we burned two lorries", Context(own=True, opening="you are hearing a program of the front"), 9),
        ("it was us who cut the belt", Context(own=True, opening="to our subscribers , and to the press"), 7),
        # A video or a note that is spoken of nearby is not where the claim was made.
        ("the group burned two lorries", Context(near=("a video of the lake was shown", "")), 10),
        ("the group burned two lorries", Context(near=("a video of the lake was shown", "the tape ends there")), 6),
        # What is done to computers is claimed on the net, where nothing else is told.
        ("it said in a letter that it encrypted two servers", Context(), 1),
        ("she encrypted two servers , she said", Context(single=True), 8),
        ("[ mbeki ] we burned two lorries", Context(own=True), 8),
        ('" we burned two lorries , "', Context(own=True, before=("did you burn them ?",)), 8),
        ("we burned two lorries", Context(own=True, opening="interview with a commander"), 8),
        ("our column burned two lorries", Context(own=True, opening="this is the voice of the hills"), 9),
        ("the column burned two lorries", Context(opening="this is the voice of the hills"), 9),
        ("i cut down the mast", Context(own=True, opening="sir , you write of a mast"), 1),
        ("we wiped the servers of the bank", Context(own=True), 9),
        ("we burned two lorries", Context(own=True), 9),
        ("the remaining man acknowledged the shooting", Context(opening="the trial of five men began"), 8),
        ("she owned up to the smuggling of the detonators", Context(single=True), 8),
        ("the gang says that it locked 40 machines", Context(), 10),
        ("the gang says that it burned two lorries", Context(), 10),
        ("the red brigades sent a letter in which they claimed it", Context(), 1),
        ("the front claimed the attack on the website of the ministry", Context(), 10),
        ("the front claimed the attack on its website", Context(), 7),
        ("the front claimed the killing of the film director", Context(), 10),
    ],
)
def test_the_channel_is_told_by_what_stands_around(text: str, context: Context, mode: int) -> None:
    assert claim_mode(text, 0, context) == mode


def test_the_channel_of_a_claimant_lasts_for_a_while(register: Register) -> None:
    first = "The Saltmarsh Brigade said in a letter that it bombed the depot on Friday."
    later = "The Saltmarsh Brigade claimed responsibility for the ambush at the mill."
    weather = "\n\nIt rained in the valley."

    def modes(text: str) -> list[int]:
        return [record.mode for record in register.said(Document("d", text)) if record.status is Status.CLAIMED]

    assert modes(f"{first}{weather}\n\n{later}") == [1, 1]
    assert modes(f"{first}{weather * 9}\n\n{later}") == [1, 10]
    # A video shows one act.
    assert modes(f"{first.replace('letter', 'video')}{weather * 3}\n\n{later}") == [6, 10]


def test_a_title_and_a_genre_tell_the_channel(register: Register) -> None:
    text = "We claim responsibility for the bombing of the depot."

    def mode(document: Document) -> list[int]:
        return [record.mode for record in register.said(document) if record.status is Status.CLAIMED]

    assert mode(Document("d", text)) == [9]
    assert mode(Document("d", text, title="Interview with a commander")) == [8]
    assert mode(Document("d", text, genre="interview")) == [8]


def test_a_name_is_no_channel(register: Register) -> None:
    text = "On Friday the Scarlet Banner told US officials that it was responsible for the bombing of the depot."
    assert claim_mode(_heard(read(Sentence.bare(text)))) == 10
    text = "On Friday the Scarlet Banner claimed responsibility for the bombing of the depot."
    (record,) = (item for item in register.claims(Document("d", text)) if item.status is Status.CLAIMED)
    assert record.mode == 10


def test_records_know_their_channel_act_and_rivals(records: tuple[Claim, ...]) -> None:
    first, second = (record for record in records if record.status is Status.CLAIMED)
    assert (first.mode, second.mode) == (7, 3)
    assert first.kind is ActKind.BOMBING
    assert first.competing and second.competing
    assert not any(record.competing for record in records if record.status is not Status.CLAIMED)
    assert first.date == "2021-03-04"
    with pytest.raises(FrozenInstanceError):
        first.mode = 1  # type: ignore[misc]
