"""A whole model from labelled sentences."""

from __future__ import annotations

from pathlib import Path

from avow import models
from avow.corpus import GoldDocument
from avow.fitting import fit
from avow.params import Parameters
from avow.partition import fingerprints
from avow.sources import mix
from avow.stances import fit_stances
from avow.training import train


def test_a_model_is_its_classifier_and_what_the_register_needs_and_one_without_statements_is_the_first_alone(
    seeds: list[GoldDocument], tmp_path: Path
) -> None:
    parameters = Parameters()
    parameters = parameters.model_copy(update={"stances": parameters.stances.model_copy(update={"wordings": 1})})
    own = (
        [item for gold in seeds[::160] for item in gold.sentences],
        [item for gold in seeds[5::480] for item in gold.sentences],
    )
    seen = fingerprints([*own[0], *own[1]])
    trained, stances = train(*own, parameters, fingerprints=seen), fit_stances(*own, parameters)
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
