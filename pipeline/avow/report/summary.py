"""What a report says, made from an evaluation; Markdown, HTML and the model card render the same summary."""

from __future__ import annotations

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from avow.errors import InputError
from avow.report.targets import target_rows

NAMES = {
    "macro_f1": "macro-F1",
    "accuracy": "accuracy",
    "balanced_accuracy": "balanced accuracy",
    "kappa": "Cohen's kappa with gold",
    "kappa_second_annotator": "Cohen's kappa with the second annotator",
    "kappa_between_annotators": "Cohen's kappa between the annotators",
    "matthews": "Matthews' correlation",
    "log_loss": "log-loss",
    "brier": "Brier score",
    "calibration_error": "expected calibration error",
    "false_claims": "false claims",
    "precision": "precision",
    "recall": "recall",
    "f1": "F1",
    "average_precision": "average precision",
    "roc_auc": "ROC AUC",
    "support": "sentences",
}
GLOSSARY = (
    (
        "claim of responsibility",
        "A sentence in which the actor of a specific hostile act, or its mouthpiece, avows it; the codebook's label C.",
    ),
    ("opinion", "A sentence that carries the author's own judgement; label O."),
    (
        "fact",
        "Every other sentence that a reader could check or file, other people's quoted opinions among them; label F.",
    ),
    ("precision", "The share of sentences given a label that have it."),
    ("recall", "The share of sentences that have a label which were given it."),
    ("F1", "The harmonic mean of precision and recall."),
    ("macro-F1", "The mean of the labels' F1, so that a rare label counts as much as a frequent one."),
    ("accuracy", "The share of sentences with the right label."),
    ("balanced accuracy", "The mean of the labels' recall."),
    ("average precision", "The area under the curve of precision against recall, as the threshold falls."),
    ("ROC AUC", "The probability that a sentence with the label gets a higher probability of it than one without."),
    (
        "Cohen's kappa",
        "Agreement beyond what the two sides' shares of labels would give by chance; one is full agreement.",
    ),
    ("Matthews' correlation", "The correlation of gold and predicted labels; nought is chance."),
    ("log-loss", "The mean negative logarithm of the probability given to the gold label; lower is better."),
    (
        "Brier score",
        "The mean squared distance between the probabilities and the gold label, summed over labels; lower is better.",
    ),
    (
        "expected calibration error",
        "How far, on average, the highest probability is from the share of such predictions that are right.",
    ),
    (
        "false claims",
        "Of the sentences that tell of a denial, of nobody having claimed, of an accusation or a suspicion, and of no claim, the share that is taken for a claim; its interval is Wilson's.",
    ),
    (
        "interval",
        "The range in which the score lies in the share of bootstrap resamples that is named at the head, in which whole documents, or whole months of dated news, are drawn with replacement.",
    ),
    ("baseline", "A rule that costs nothing, scored on the same sentences: what the model must beat."),
    (
        "coverage, risk",
        "Of the predictions at least as sure as a threshold, coverage is their share of all and risk the share of them that is wrong.",
    ),
    ("boundary F1", "Agreement of predicted sentence ends with gold ones, a document's last end left out."),
    ("from raw text", "A sentence counts only where both its offsets, found by the splitter, and its label are right."),
    (
        "behavioural test",
        "A sentence written for one capability, with its expected label; or a change that must not change the label (invariance), or must move a probability one way (direction).",
    ),
    ("transfer", "Scores on sets beside the label file, on whose sentences nothing was trained."),
)


@dataclass(frozen=True, slots=True)
class Summary:
    """All that a report says.

    Attributes:
        model: What is known of the model.
        evaluation: Of the held-out partition, or ``None``.
        transfer: Evaluations on other sets.
        documents: Scores by document.
        boundaries: Agreement of sentence boundaries, or ``None``.
        end_to_end: Scores from raw text, or ``None``.
        partitions: What the partitions are made of.
        behaviour: Failure rates of the behavioural tests, or ``None``.
        growth: What training costs by number of sentences.
        register: Scores of the register of claims by set, and by document.
        learning: The learning curve, or ``None``.
        targets: Targets beside what was reached.
    """

    model: Mapping[str, Any]
    evaluation: Mapping[str, Any] | None
    transfer: Sequence[Mapping[str, Any]] = ()
    documents: Sequence[Mapping[str, Any]] = ()
    boundaries: Mapping[str, Any] | None = None
    end_to_end: Mapping[str, Any] | None = None
    partitions: Mapping[str, Any] = field(default_factory=dict)
    behaviour: Mapping[str, Any] | None = None
    growth: Sequence[Mapping[str, float]] = ()
    register: Sequence[Mapping[str, Any]] = ()
    learning: Mapping[str, Any] | None = None
    targets: Sequence[Mapping[str, Any]] = ()

    @property
    def evaluations(self) -> list[Mapping[str, Any]]:
        """All evaluations by sentence, the held-out partition first."""
        return [*([self.evaluation] if self.evaluation else []), *self.transfer]

    @property
    def coverage(self) -> str:
        """What share of the resamples intervals cover, which is the same for all evaluations; empty where there is none."""
        return f"{100 * self.evaluations[0]['settings']['confidence']:g} %" if self.evaluations else ""


def summarise(
    evaluation: Mapping[str, Any],
    partitions: Mapping[str, Any] | None = None,
    behaviour: Mapping[str, Any] | None = None,
    growth: Sequence[Mapping[str, float]] = (),
    learning: Mapping[str, Any] | None = None,
    results: Sequence[Mapping[str, Any]] = (),
) -> Summary:
    """The summary of what ``avow evaluate`` wrote.

    Args:
        evaluation: Its content, in the shape of :class:`avow.shapes.Evaluation`; so with what follows.
        partitions: What ``avow labels`` wrote of the partitions.
        behaviour: What ``avow behave`` wrote.
        growth: What ``avow bench size`` wrote, as :func:`growth_rows` reads it.
        learning: What ``avow curve`` wrote.
        results: What ``avow evaluate --on`` wrote of further sets, of this model or others, for the targets.

    Returns:
        The summary.

    Raises:
        InputError: The content is something else.
    """
    for given in (evaluation, *results):
        if not isinstance(given, Mapping) or "model" not in given or "transfer" not in given:
            raise InputError("not an evaluation", expected="the file that avow evaluate --output wrote")
    return Summary(
        evaluation["model"],
        evaluation.get("partition"),
        evaluation["transfer"],
        evaluation.get("documents", ()),
        evaluation.get("boundaries"),
        evaluation.get("end_to_end"),
        partitions or {},
        behaviour,
        growth,
        evaluation.get("register", ()),
        learning,
        target_rows([evaluation, *results]),
    )


def growth_rows(text: str, where: str) -> list[dict[str, float]]:
    """What training costs by number of sentences.

    Args:
        text: The CSV that ``avow bench size`` wrote.
        where: What to call it in messages.

    Returns:
        Sentences, terms, seconds and megabytes, a mapping a run.

    Raises:
        InputError: It is something else.
    """
    try:
        rows = [{name: float(value) for name, value in row.items()} for row in csv.DictReader(io.StringIO(text))]
        if any(set(row) != {"sentences", "terms", "seconds", "megabytes"} for row in rows):
            raise ValueError("other columns")
        if not rows:
            raise ValueError("no rows")
    except (TypeError, ValueError) as error:
        raise InputError("not the cost of training", where=where, expected="what avow bench size wrote") from error
    return rows


def interval(score: Mapping[str, Any] | None, digits: int = 3) -> str:
    """A score as it is printed.

    Args:
        score: Value, low and high.
        digits: Places after the point.

    Returns:
        For example ``0.812 (0.790-0.833)``; a dash where it is undefined.
    """
    if not score or score.get("value") is None:
        return "–"
    value = f"{score['value']:.{digits}f}"
    if score.get("low") is None or score.get("high") is None:
        return value
    return f"{value} ({score['low']:.{digits}f}–{score['high']:.{digits}f})"


def share(rate: Mapping[str, Any]) -> str:
    """A failure rate as it is printed.

    Args:
        rate: Its ``rate``, ``low`` and ``high``.

    Returns:
        As :func:`interval` prints a score.
    """
    return interval({"value": rate["rate"], "low": rate["low"], "high": rate["high"]})


def baseline_table(evaluation: Mapping[str, Any]) -> list[list[Any]]:
    """The model and its baselines, row by row.

    Args:
        evaluation: One evaluation.

    Returns:
        Name, then scores for macro-F1, accuracy and F1 of each label; a note instead where a baseline did not run.
    """
    labels = evaluation["labels"]
    model = [evaluation["scores"]["macro_f1"], evaluation["scores"]["accuracy"]]
    rows: list[list[Any]] = [["model", *model, *(evaluation["per_label"][label]["f1"] for label in labels)]]
    for row in evaluation["baselines"]:
        if row["scores"]:
            keys = ("macro_f1", "accuracy", *(f"f1 {label}" for label in labels))
            rows.append([row["value"], *(row["scores"][key] for key in keys)])
        else:
            rows.append([row["value"], row["note"]])
    return rows


def plot_tables(evaluation: Mapping[str, Any]) -> dict[str, str]:
    """Points of the plots as CSV, for ``dvc plots`` and spreadsheets.

    Args:
        evaluation: One evaluation.

    Returns:
        Content by file name.
    """
    labels = evaluation["labels"]
    confusion = ["gold,predicted"]
    for label, counts in zip(labels, evaluation["confusion"], strict=True):
        for other, count in zip(labels, counts, strict=True):
            confusion.extend([f"{label},{other}"] * count)
    calibration = ["curve,probability,true,count"]
    calibration += [
        f"{row['curve']},{row['probability']},{row['true']},{row['count']}" for row in evaluation["calibration"]
    ]
    precision = ["label,recall,precision,threshold"]
    for label, points in evaluation["curves"]["precision_recall"].items():
        precision += [f"{label},{point[0]},{point[1]},{point[2]}" for point in points]
    risk = ["coverage,risk,threshold"]
    risk += [",".join(map(str, point)) for point in evaluation["curves"]["risk_coverage"]["points"]]
    tables = {"confusion": confusion, "calibration": calibration, "precision-recall": precision, "risk-coverage": risk}
    return {f"{name}.csv": "\n".join(lines) + "\n" for name, lines in tables.items()}
