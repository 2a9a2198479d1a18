"""Blinded checks put beside what was found: which sellers are judged, and the share of ghosts that the checks give."""

from pathlib import Path

import numpy as np

from schakel.judging.ghosts.blinded_checks import read_checks, share_from_checks
from schakel.records.errors import SettingsError
from schakel.records.facts import Estimate
from schakel.store.engine import Engine


def judged_sellers(engine: Engine) -> list[str]:
    """The sellers whose ghost finding stands in the workspace."""
    return list(_probabilities(engine))


def checked_share(engine: Engine, path: Path) -> Estimate:
    """The share of ghosts from the checks in a file (see `share_from_checks`); an account stands for its seller."""
    probability = _probabilities(engine)
    members = engine.read("sellers", ["seller_id", "member_id"]).to_pylist()
    seller_of = {row["member_id"]: row["seller_id"] for row in members} | {name: name for name in probability}
    place = {name: at for at, name in enumerate(probability)}
    checked = {}
    for subject, ghost in read_checks(path).items():
        if seller_of.get(subject) not in place:
            raise SettingsError(
                f"{subject} in {path} is no seller or account that was judged here.",
                means="No share was made from the checks.",
                todo="schakel judge --draw 30 names sellers to check.",
            )
        checked[place[seller_of[subject]]] = ghost
    return share_from_checks(np.array(list(probability.values())), checked)


def _probabilities(engine: Engine) -> dict[str, float]:
    findings = engine.read("findings", ["subject_kind", "subject_id", "kind", "value"]).to_pylist()
    return {
        row["subject_id"]: row["value"]
        for row in findings
        if row["kind"] == "ghost" and row["subject_kind"] == "seller"
    }
