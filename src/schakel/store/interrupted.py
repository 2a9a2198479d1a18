"""Ctrl-C in the middle of a question to DuckDB, of which that library makes errors of its own."""


def interrupted(error: BaseException) -> bool:
    """Whether an error, or what it came from, is nothing but Ctrl-C."""
    one: BaseException | None = error
    while one is not None:
        said = str(one).strip()
        if said == "Query interrupted" or said.endswith("KeyboardInterrupt:"):
            return True
        one = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
    return False
