"""The workspace named before the command: `schakel -w case1 plan` is what `schakel plan -w case1` is."""

from collections.abc import Sequence

_NAMES = ("-w", "--workspace")


def workspace_last(words: Sequence[str]) -> list[str]:
    """What was typed after `schakel`, with a workspace that stands before the command behind all of it."""
    named = 2 if words and words[0] in _NAMES else 1 if words and words[0].startswith("--workspace=") else 0
    first, rest = list(words[:named]), list(words[named:])
    if not rest or rest[0].startswith("-"):
        return list(words)
    end = rest.index("--") if "--" in rest else len(rest)
    return [*rest[:end], *first, *rest[end:]]
