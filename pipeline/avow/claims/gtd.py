"""Records in the shape of the Global Terrorism Database: a row a document and act.

The fields and their meaning are those of GTD's codebook (START, "Global Terrorism Database: Codebook", sections on
perpetrator information and claims of responsibility): ``claimed`` (1 yes, 0 no, -9 unknown), ``claimmode`` and
``claimmode_txt``, ``compclaim`` (1 where several groups claim separately, 0 where one claims, -9 where none does),
``gname`` and ``guncertain1``, and the same for a second and a third group.
"""

from __future__ import annotations

from bisect import bisect_right, insort
from collections.abc import Iterable, Iterator
from itertools import combinations
from operator import attrgetter
from typing import IO, Any

from avow.claims.attack_types import ATTACK_TYPES
from avow.claims.channels import MODES
from avow.claims.identity import Support, Wordings, same_act
from avow.claims.parties import belongs, describes, is_named, rival_parties
from avow.claims.writers import write_table
from avow.mentions import same_party
from avow.records import ActKind, Claim, Span, Status

UNKNOWN_GROUP = "Unknown"
NO, YES, UNKNOWN = 0, 1, -9
COLUMNS = (
    "document",
    "date",
    "act",
    "attacktype1",
    "attacktype1_txt",
    "gname",
    "guncertain1",
    "claimed",
    "claimmode",
    "claimmode_txt",
    "compclaim",
    "gname2",
    "guncertain2",
    "claim2",
    "claimmode2",
    "claimmode2_txt",
    "gname3",
    "guncertain3",
    "claim3",
    "claimmode3",
    "claimmode3_txt",
    "further_groups",
    "denied_by",
    "probability",
    "sentences",
    "evidence",
)
_LATEST = 200
"""With how many earlier acts of a document a record is compared: with all in a book it would take all day."""
_GROUPS = 3
"""How many groups GTD has fields for; ``further_groups`` and what follows are ours."""


def gtd_rows(documents: Iterable[tuple[Claim, ...]]) -> Iterator[dict[str, Any]]:
    """GTD's rows.

    Args:
        documents: The records of each document.

    Yields:
        A row a document and act, in order.
    """
    for records in documents:
        for act in acts_of(records):
            yield _row(act)


def acts_of(records: Iterable[Claim]) -> list[list[Claim]]:
    """The records of a document by act.

    Args:
        records: Records of one document.

    Returns:
        Lists of records that speak of one act, in the order of the text; what names no act is of the one that the text
        spoke of last, and joins no two.
    """
    acts: list[_Act] = []
    for record in records:
        latest = acts[: -_LATEST - 1 : -1]
        for act in sorted(latest, key=lambda act: act.last_spoken_of(record.sentence), reverse=True):
            if act.is_of(record):
                act.add(record)
                break
        else:
            acts.append(_Act(record))
    return [act.records for act in acts]


class _Act:
    """Records that speak of one act."""

    def __init__(self, record: Claim) -> None:
        self.records: list[Claim] = []
        self._told: list[tuple[Claim, Support]] = []
        self._named: list[tuple[Claim, Support]] = []
        self._sentences: list[int] = []
        self._wordings = Wordings(record)
        self.add(record)

    def add(self, record: Claim) -> None:
        told = record, Support(record)
        self.records.append(record)
        self._told.append(told)
        if record.act is not None:
            self._named.append(told)
        for item in record.evidence:
            insort(self._sentences, item.sentence)
        self._wordings.add(record)

    def is_of(self, record: Claim) -> bool:
        """Whether a later record speaks of it."""
        # What names no act speaks for no other one where something of it does; who speaks of it again mostly does so
        # in the words of a little before.
        told = reversed(self._named or self._told)
        if not any(same_act(other, record, support) for other, support in told):
            return False
        return not self._wordings.contradict(record)

    def last_spoken_of(self, sentence: int) -> int:
        """The last sentence up to one in which it is spoken of; -1 where none is."""
        at = bisect_right(self._sentences, sentence)
        return self._sentences[at - 1] if at else -1


def _row(records: list[Claim]) -> dict[str, Any]:
    kind = next((record.kind for record in records if record.kind is not ActKind.UNKNOWN), ActKind.UNKNOWN)
    code, text = ATTACK_TYPES[kind]
    parties = _parties(records)
    claiming = [record for record in records if record.status is Status.CLAIMED]
    row: dict[str, Any] = dict.fromkeys(COLUMNS)
    row |= {
        "document": records[0].document,
        "date": records[0].date,
        "act": next((record.act.text for record in records if record.act), ""),
        "attacktype1": code,
        "attacktype1_txt": text,
        "gname": UNKNOWN_GROUP,
        "guncertain1": NO,
        "claimed": _claimed(records, denied=False),
        "compclaim": int(_contested(claiming)) if claiming else UNKNOWN,
        "further_groups": "; ".join(party["name"] for party in parties[_GROUPS:]),
        "denied_by": "; ".join(
            record.claimant.name.text for record in records if record.status is Status.DENIED and record.claimant
        ),
        "probability": round(parties[0]["probability"] if parties else max(map(attrgetter("probability"), records)), 6),
        **_told(records),
    }
    for number, party in enumerate(parties[:_GROUPS], start=1):
        suffix = "" if number == 1 else str(number)
        row[f"gname{suffix}"] = party["name"]
        row[f"guncertain{number}"] = party["uncertain"]
        row["claimed" if number == 1 else f"claim{number}"] = party["claimed"]
        if party["claimed"] == YES:
            row[f"claimmode{suffix}"] = party["mode"]
            row[f"claimmode{suffix}_txt"] = MODES[party["mode"]]
    return row


def _contested(claiming: list[Claim]) -> bool:
    """Whether groups claim an act separately; what one sentence names together is one claim."""
    return any(record.competing for record in claiming) or any(
        first.sentence != second.sentence and rival_parties(first, second)
        for first, second in combinations(claiming, 2)
    )


def _parties(records: list[Claim]) -> list[dict[str, Any]]:
    """Who did it by the text: those who claim first, then those who are blamed or suspected."""
    found: list[dict[str, Any]] = []
    for wanted in ({Status.CLAIMED}, {Status.BLAMED}, {Status.SUSPECTED}):
        told = [(_group(record), record) for record in records if record.status in wanted]
        # A caller without a name takes no place before a group that has one, and whose leader claims too claims once.
        for name, record in sorted(told, key=lambda pair: pair[0] == UNKNOWN_GROUP):
            theirs = record.status is Status.CLAIMED and record.claimant is not None and belongs(record.claimant)
            if any(same_party(name, other["name"]) for other in found) or (found and theirs):
                continue
            denied = any(
                other.status is Status.DENIED and other.claimant and same_party(name, other.claimant.name.text)
                for other in records
            )
            # GTD marks a perpetrator as uncertain who is only suspected or whose claim is doubted; who denies it is no
            # more certain.
            uncertain = record.status is Status.SUSPECTED or record.doubt or denied
            claimed = YES if record.status is Status.CLAIMED else _claimed(records, denied=denied)
            found.append(
                {
                    "name": name,
                    "claimed": claimed,
                    "mode": record.mode,
                    "uncertain": int(uncertain),
                    "probability": record.probability,
                }
            )
    return found


def _told(records: list[Claim]) -> dict[str, str]:
    """The sentences that the row rests on, and their numbers."""
    told = {item.sentence: item.span.text for record in records for item in record.evidence}
    every = sorted(told)
    return {"sentences": "; ".join(map(str, every)), "evidence": " | ".join(told[number] for number in every)}


def _group(record: Claim) -> str:
    party = record.claimant if record.status is Status.CLAIMED else record.accused
    if party is None:
        return UNKNOWN_GROUP
    told = [item.span for item in record.evidence if item.span.start <= party.name.start < item.span.end]
    if not told and describes(party.name.text):
        # A name of a sentence that is no evidence may open it.
        return UNKNOWN_GROUP
    opening = any(_opens(span, party.name.start) for span in told)
    return party.name.text if is_named(party.name.text, opening=opening) else UNKNOWN_GROUP


def _opens(sentence: Span, place: int) -> bool:
    """Whether nothing but marks stands before a place in a sentence."""
    before = sentence.text[: place - sentence.start]
    return not any(map(str.isalnum, before))


def _claimed(records: list[Claim], *, denied: bool) -> int:
    """Whether who does not claim has not claimed by the text, or the text does not say."""
    return NO if denied or any(record.status is Status.UNCLAIMED for record in records) else UNKNOWN


def write_gtd(stream: IO[bytes], documents: Iterable[tuple[Claim, ...]], *, spreadsheet: bool = False) -> None:
    """Write GTD's rows as CSV.

    Args:
        stream: Where to.
        documents: The records of each document.
        spreadsheet: As for :func:`avow.storage.csv_table`.
    """
    write_table(stream, COLUMNS, gtd_rows(documents), spreadsheet=spreadsheet)
