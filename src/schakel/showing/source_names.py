"""What a sealed source is called where others see it."""


def file_name(brought: str | None) -> str:
    """The last part of the name under which a source was brought: folders are called after people."""
    return (brought or "").rpartition("/")[2]
