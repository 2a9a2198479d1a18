"""`stix`: a bundle that the library of OASIS reads, in which every reference leads somewhere."""

import json
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
import stix2

from tests.inside import inside
from tests.showing.handover.export.conftest import Exported


@pytest.fixture(scope="module")
def bundle(example_export: Exported) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(example_export("stix")[0].read_text("utf-8"))
    return made


def test_stix2_reads_it_without_custom_parts(bundle: dict[str, Any], exported: Exported) -> None:
    for one in (bundle, json.loads(exported("stix")[0].read_text("utf-8"))):
        parsed = stix2.parse(one, allow_custom=False)
        assert len(parsed.objects) == len(one["objects"]) == len({made["id"] for made in one["objects"]})


def test_every_reference_leads_to_an_object_before_it(bundle: dict[str, Any]) -> None:
    seen: set[str] = set()
    for one in bundle["objects"]:
        for name, value in one.items():
            if name.endswith(("_ref", "_refs")):
                assert set(value if isinstance(value, list) else [value]) <= seen, (one["type"], name)
        seen.add(one["id"])


def test_observables_have_the_ids_that_everybody_makes(bundle: dict[str, Any]) -> None:
    made = [one for one in bundle["objects"] if one["type"] in ("user-account", "file")]
    assert len(made) > 2
    for one in made:
        assert stix2.parse({name: value for name, value in one.items() if name != "id"}).id == one["id"]


def test_a_seller_is_a_hypothesis_with_a_confidence(exported: Exported) -> None:
    found = json.loads(exported("stix")[0].read_text("utf-8"))["objects"]
    actors = {one["confidence"]: one for one in found if one["type"] == "threat-actor"}
    assert set(actors) == {94, 29}  # one less the probability of a ghost
    for one in actors.values():
        assert one["labels"] == ["hypothesis"]
        assert one["threat_actor_types"] == ["unknown"]
        assert "It is not a person" in one["description"]
    assert {one["identity_class"] for one in found if one["type"] == "identity"} == {"system"}
    notes = [one["content"] for one in found if one["type"] == "note"]
    assert any("0.06 (0.02 - 0.21)" in one and "prior (log10 LR -0.37)" in one for one in notes)


def test_what_was_counted_is_observed(bundle: dict[str, Any], example_export: Exported) -> None:
    told = example_export("stix")[1]["counts"]["messages"]
    observed = [one["number_observed"] for one in bundle["objects"] if one["type"] == "observed-data"]
    assert sum(observed) == told["left_out"]["counted-only"] > 0
    kinds = Counter(one["type"] for one in bundle["objects"])
    assert kinds["threat-actor"] == 1
    assert kinds["campaign"] > 0


@pytest.mark.parametrize("tlp", ["clear", "red"])
def test_everything_is_marked(tlp: str, hostile: Path, tmp_path: Path) -> None:
    inside("export", "--to", "stix", "-o", tmp_path / "b.json", "--tlp", tlp, "-w", hostile)
    made = json.loads((tmp_path / "b.json").read_text("utf-8"))["objects"]
    assert made[0]["name"] == f"TLP:{tlp.upper()}"
    assert all(one["object_marking_refs"] == [made[0]["id"]] for one in made[1:])
