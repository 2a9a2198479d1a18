"""How an export is asked for: in which format and language, with whose words."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

TLP = ("clear", "green", "amber", "amber+strict", "red")  # Traffic Light Protocol 2.0 of FIRST


@dataclass(frozen=True, slots=True)
class Asked:
    """The format, the language of its sentences with those sentences, and a marking of how far it may be shared (TLP)."""

    to: str
    language: str
    words: Mapping[str, Any]
    tlp: str = "amber"
