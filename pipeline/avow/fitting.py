"""A whole model from labelled sentences: the classifier, and what the register of claims needs beside it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from avow.circumstances import claims_of, fit_circumstances, fit_kinds, scorer
from avow.models import TrainedColumns, save
from avow.params import Parameters
from avow.partition import fingerprints
from avow.records import GoldSentence
from avow.sources import Mixture
from avow.stances import TrainedStances, fit_stances
from avow.training import TrainedModel, train

Progress = Callable[[str, int | None], None]


@dataclass(frozen=True, slots=True)
class FittedModel:
    """All that a model's folder holds, not yet saved.

    Attributes:
        classifier: What labels sentences.
        stances: What the register needs; ``None`` where there was nothing to learn it from, and so for the others.
        circumstances: What tells the channels and doubts of claims.
        kinds: What tells the kinds of acts.
    """

    classifier: TrainedModel
    stances: TrainedStances | None = None
    circumstances: TrainedColumns | None = None
    kinds: TrainedColumns | None = None

    def save(self, folder: Path, *, overwrite: bool = False) -> list[str]:
        """Write the model's folder, as :func:`avow.models.save` does.

        Args:
            folder: The target.
            overwrite: Whether a model that is there may be replaced.

        Returns:
            What was told of the model before and is removed, by name.

        Raises:
            OutputError: A model or one of its files is there already, or the folder cannot be written.
            ModelError: The weights cannot be made portable.
        """
        return save(
            self.classifier,
            folder,
            overwrite=overwrite,
            stances=self.stances,
            circumstances=self.circumstances,
            kinds=self.kinds,
        )


def fit(
    mixture: Mixture,
    parameters: Parameters,
    *,
    own: tuple[Sequence[GoldSentence], Sequence[GoldSentence]] | None = None,
    weighted: bool = True,
    data: Mapping[str, Any] | None = None,
    progress: Progress | None = None,
) -> FittedModel:
    """Fit a model.

    Args:
        mixture: What to train and to calibrate on, as :func:`avow.sources.mix` puts it together.
        parameters: All parameters.
        own: The training and development sentences of the mixture whose labels say who denies, blames or suspects:
            others would teach that nobody does. Without them the model labels sentences only.
        weighted: Whether sentences count what the mixture says; all the same otherwise.
        data: Further facts about the data for the manifest.
        progress: Is told what is being done, and how many sentences of the training are done where that can be told.

    Returns:
        The model.

    Raises:
        InputError: A label is missing, or there is nothing to calibrate on.
        AvowError: A solver did not converge.
    """
    tell = progress or (lambda what, done: None)
    classifier = train(
        mixture.training,
        mixture.development,
        parameters,
        weights=mixture.weights if weighted else None,
        fingerprints=fingerprints([*mixture.training, *mixture.development, *mixture.left]),
        data={**(data or {}), **({"sources": mixture.facts} if mixture.facts else {})},
        progress=tell,
    )
    if own is None:
        return FittedModel(classifier)
    tell("stances", None)
    stances = fit_stances(*own, parameters)
    tell("claims", None)
    fitted_on, held_out = (claims_of(part, scorer(stances)) for part in own)
    tell("circumstances", None)
    circumstances = fit_circumstances(fitted_on, held_out, parameters.stances)
    tell("kinds", None)
    return FittedModel(classifier, stances, circumstances, fit_kinds(fitted_on, parameters.stances))
