"""A whole model from labelled sentences."""

from __future__ import annotations

from pathlib import Path

from avow import models
from avow.corpus import GoldDocument
from avow.fitting import fit
from avow.params import Parameters
from avow.sources import mix
from avow.stances import TrainedStances
from avow.training import TrainedModel
from conftest import parts


def test_a_model_is_its_classifier_and_what_the_register_needs_and_one_without_statements_is_the_first_alone(
    seeds: list[GoldDocument], trained: TrainedModel, stances: TrainedStances, tmp_path: Path
) -> None:
    parameters = Parameters()
    parameters = parameters.model_copy(update={"stances": parameters.stances.model_copy(update={"wordings": 6})})
    own = parts(seeds)
    mixture = mix(own, [], seed=1, development=0.2, similarity=0.5)
    steps: list[str] = []
    fitted = fit(
        mixture, parameters, own=own, weighted=False, data={"labels": "x"}, progress=lambda step, _: steps.append(step)
    )
    assert list(dict.fromkeys(steps)) == [
        "terms", "columns", "regressions", "stances", "claims", "circumstances", "kinds"
    ]  # fmt: skip
    assert fitted.classifier.weights == trained.weights
    assert fitted.classifier.fingerprints == trained.fingerprints
    assert fitted.classifier.data == {**trained.data, "labels": "x"}
    assert fitted.stances is not None and fitted.stances.weights == stances.weights
    assert fitted.save(tmp_path / "whole") == []
    assert models.verify(tmp_path / "whole").faults == ()
    assert models.load_circumstances(tmp_path / "whole") and models.load_kinds(tmp_path / "whole")

    bare = fit(mixture, parameters.light())
    assert (bare.stances, bare.circumstances, bare.kinds) == (None, None, None)
    bare.save(tmp_path / "bare")
    assert models.load_kinds(tmp_path / "bare") is None
