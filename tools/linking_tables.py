"""Writes what each kind of evidence on a pair is worth as the list that is shipped; `tools/fit_linking.py` fits it."""

from collections.abc import Sequence
from hashlib import sha256

from reading_tables import LEXICONS

from schakel.linking.weighing.borne_out import Factors

REVIEWED = "2026-12-01"  # when the last fit was looked at: set it by hand with each fit


def write_factors(factors: Factors, makers: Sequence[str]) -> None:
    """The two tables: where a kind speaks for one seller, and where it speaks against."""
    lines = [
        line
        for name, told in (("for", factors.speaking_for), ("against", factors.against))
        for line in (f"[{name}]", *(f"{rule} = {factor}" for rule, factor in sorted(told.items())), "")
    ]
    body = "\n".join(lines).rstrip() + "\n"
    head = [
        "# How many times its weight in linking_weights.toml a kind of evidence is worth beside all others: where it speaks for one seller, and against.",
        "# Made by tools/fit_linking.py: do not edit by hand. What stands nowhere here is worth what the list says.",
        f'version = "{REVIEWED[:7].replace("-", ".")}-{sha256(body.encode()).hexdigest()[:8]}"',
        f'source = "Fitted on pairs of accounts of markets with known truth by other makers (benchmarks/other_makers) and by ourselves ({", ".join(makers)})"',
        f'reviewed = "{REVIEWED}"',
        'format = "linking-factors"',
        "",
    ]
    (LEXICONS / "linking_factors.toml").write_text("\n".join(head) + body, encoding="utf-8")
