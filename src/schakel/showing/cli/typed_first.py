"""The workspace named before the command: `schakel -w case1 plan` is what `schakel plan -w case1` is."""

from collections.abc import Sequence

_NAMES, _WITH_SIGN = ("-w", "--workspace"), "--workspace="


def workspace_last(words: Sequence[str]) -> list[str]:
    """What was typed after `schakel`, with a workspace that stands before the command behind its words and before its options.

    As it was typed where it names another workspace too: then it is wrong use.
    """
    named = 2 if words and words[0] in _NAMES else 1 if words and words[0].startswith(_WITH_SIGN) else 0
    rest = list(words[named:])
    twice = any(word in _NAMES or word.startswith(_WITH_SIGN) for word in rest)
    if not named or not rest or twice or rest[0].startswith("-"):
        return list(words)
    end = next((at for at, word in enumerate(rest) if word.startswith("-")), len(rest))
    return [*rest[:end], _WITH_SIGN + words[named - 1].removeprefix(_WITH_SIGN), *rest[end:]]
