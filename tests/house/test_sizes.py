"""No function of the source outgrows forty lines, and no file four hundred, so that each keeps to one subject."""

import ast
from collections.abc import Iterator
from pathlib import Path

CHECKOUT = Path(__file__).resolve().parents[2]
SOURCES = sorted((CHECKOUT / "src").rglob("*.py"))
LINES_OF_A_FUNCTION = 40  # with its docstring and its decorators
LINES_OF_A_FILE = 400


def functions(source: str) -> Iterator[tuple[str, int, int]]:
    """Name, first line and number of lines of every function, also of those within others and of methods."""
    for node in ast.walk(ast.parse(source)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            first = min([node.lineno, *(one.lineno for one in node.decorator_list)])
            yield node.name, first, (node.end_lineno or node.lineno) - first + 1


def too_long(source: str) -> list[tuple[str, int, int]]:
    return [found for found in functions(source) if found[2] > LINES_OF_A_FUNCTION]


def test_no_function_has_more_than_forty_lines() -> None:
    long = [
        f"{path.relative_to(CHECKOUT)}:{first} {name} has {lines} lines"
        for path in SOURCES
        for name, first, lines in too_long(path.read_text(encoding="utf-8"))
    ]
    assert not long, "\n".join(long)


def test_no_file_has_more_than_four_hundred_lines() -> None:
    counted = {path: len(path.read_text(encoding="utf-8").splitlines()) for path in SOURCES}
    long = [
        f"{path.relative_to(CHECKOUT)} has {n} lines" for path, n in counted.items() if n > LINES_OF_A_FILE
    ]
    assert not long, "\n".join(long)


def test_decorators_and_what_stands_within_count() -> None:
    body = "    pass\n" * 38
    assert not too_long("@one\ndef told():\n" + body)
    assert too_long("@one(\n    2,\n)\ndef told():\n" + body) == [("told", 1, 42)]
    assert not too_long("async def told():\n" + body + "    pass\n")
    assert too_long("async def told():\n" + body + "    pass\n    pass\n") == [("told", 1, 41)]
    inner = "class Here:\n    def outer(self):\n        def inner():\n" + "            pass\n" * 40
    assert sorted(name for name, _, _ in too_long(inner)) == ["inner", "outer"]


def test_the_whole_source_is_looked_at() -> None:
    assert len(SOURCES) > 900
    assert sum(1 for path in SOURCES for _ in functions(path.read_text(encoding="utf-8"))) > 5000
