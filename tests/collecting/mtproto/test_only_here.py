"""Nobody else builds a client: who asks Telegram, asks through the guard."""

import ast

from tests.commands import CHECKOUT

_WORDS = ("telethon", "cryptg", "TelegramClient", "MTProto", "Guarded")
SOURCES = [
    path
    for path in sorted((CHECKOUT / "src" / "schakel").rglob("*.py"))
    if any(word in path.read_text("utf-8") for word in _WORDS)
]
HERE = "src/schakel/collecting/mtproto/"
_MAY_BUILD = {"GuardedClient": "run.py", "GuardedSender": "guarded_client.py"}


def calls(path: str) -> list[tuple[str, str]]:
    tree = ast.parse((CHECKOUT / path).read_text("utf-8"))
    return [(path, ast.unparse(one.func)) for one in ast.walk(tree) if isinstance(one, ast.Call)]


def test_no_client_and_no_sender_is_built_but_the_guarded_ones() -> None:
    built = [
        call for source in SOURCES for call in calls(str(source.relative_to(CHECKOUT)))
        if call[1].rpartition(".")[2] in ("TelegramClient", "MTProtoSender", "MTProtoPlainSender", "MTProtoState", *_MAY_BUILD)
    ]  # fmt: skip
    assert sorted(built) == sorted((HERE + file, name) for name, file in _MAY_BUILD.items())


def test_the_library_is_known_in_one_place() -> None:
    known = {
        str(source.relative_to(CHECKOUT).parent) + "/"
        for source in SOURCES
        for one in ast.walk(ast.parse(source.read_text("utf-8")))
        if isinstance(one, ast.Import | ast.ImportFrom)
        and any(name.partition(".")[0] in ("telethon", "cryptg") for name in _names(one))
    }
    assert known == {HERE}


def _names(one: ast.Import | ast.ImportFrom) -> list[str]:
    return [one.module or ""] if isinstance(one, ast.ImportFrom) else [alias.name for alias in one.names]
