"""What an analyst writes in ten minutes: load the whole file, list its messages, search every text for a few words.

    python plain_script.py [--load-only] result.json...

Needs nothing but Python itself; knows the exports of Telegram Desktop only.
"""

import json
import re
import sys
import tomllib
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

Row = tuple[Any, Any, Any, str]  # number, moment, who, text


def rows(export: dict[str, Any]) -> Iterator[Row]:
    """Each message of one chat, or of all chats of an account."""
    chats = export["chats"]["list"] if "chats" in export else [export]
    for chat in chats:
        for message in chat["messages"]:
            text = message.get("text", "")
            if isinstance(text, list):
                text = "".join(part if isinstance(part, str) else part["text"] for part in text)
            yield message.get("id"), message.get("date"), message.get("from_id"), text


def loaded(files: Sequence[str]) -> list[Row]:
    """The messages of all files."""
    found: list[Row] = []
    for name in files:
        raw = Path(name).read_text(encoding="utf-8-sig", errors="replace")
        # Telegram Desktop writes control characters in a way that JSON does not know
        found += rows(json.loads(re.sub(r"\\x[0-9A-Fa-f]{2}", " ", raw)))
    return found


def main() -> None:
    """Prints how many messages there were, and in how many of them a word was found."""
    files = [word for word in sys.argv[1:] if word != "--load-only"]
    messages, hits = loaded(files), 0
    if "--load-only" not in sys.argv:
        words = tomllib.loads(Path(__file__).with_suffix(".toml").read_text("utf-8"))["words"]
        search = re.compile(rf"\b({'|'.join(words)})\b", re.IGNORECASE)
        hits = sum(bool(search.search(text)) for _, _, _, text in messages)
    sys.stdout.write(json.dumps({"done": len(messages), "unit": "messages", "hits": hits}) + "\n")


if __name__ == "__main__":
    main()
