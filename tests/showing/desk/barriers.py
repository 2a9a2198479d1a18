"""Barriers that axe finds on a page, for those who cannot see it, or not its colours, or who use no mouse."""

from pathlib import Path
from typing import Any

AXE = (Path(__file__).parent / "vendored" / "axe.min.js").read_text(encoding="utf-8")
# The rules that look at colours; all others find the same in whichever light.
_OF_LIGHT = ["color-contrast", "link-in-text-block"]
# What passes is not written down, and no style sheet is fetched a second time: no rule that is in force asks for their text (one
# that does tells of screens that cannot be turned, and is an experiment). With both, looking takes two thirds of the time.
_EVERY = {"reporter": "no-passes", "preload": {"assets": ["media"]}}
_COLOURS = _EVERY | {"runOnly": {"type": "rule", "values": _OF_LIGHT}}


def barriers(page: Any, rules: dict[str, Any] = _EVERY) -> list[str]:
    """What is wrong with a page as it stands, by every rule: those of WCAG 2.2 AA and those of good practice."""
    if not page.evaluate("typeof axe === 'object'"):
        page.evaluate(AXE)
    found = page.evaluate("rules => axe.run(document, rules)", rules)
    return [
        f"{fault['id']}: {[node['html'][:160] for node in fault['nodes'][:3]]}"
        for fault in found["violations"]
    ]


def barriers_in_both_lights(page: Any, scheme: str) -> list[str]:
    """The same in one light, and what of it hangs on colours in the other light too."""
    other = "dark" if scheme == "light" else "light"
    page.emulate_media(color_scheme=other)
    found = [f"{other} {fault}" for fault in barriers(page, _COLOURS)]
    page.emulate_media(color_scheme=scheme)
    return found + [f"{scheme} {fault}" for fault in barriers(page)]
