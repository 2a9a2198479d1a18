"""What an analyst writes in ten minutes: load the whole file, search every text for a few words."""

import json
import re
import sys

WORDS = re.compile(
    r"\b(coke|coca|wit|wiet|hash|xtc|mdma|speed|keta|3mmc|ghb|lsd|vuurwerk|cobra|wapen)\b", re.IGNORECASE
)


def main() -> None:
    with open(sys.argv[1], encoding="utf-8", errors="replace") as opened:  # noqa: PTH123
        raw = re.sub(r"\\x[0-9A-Fa-f]{2}", " ", opened.read())
    export = json.loads(raw)
    chats = export["chats"]["list"] if "chats" in export else [export]
    count = hits = 0
    for chat in chats:
        for message in chat["messages"]:
            count += 1
            text = message.get("text", "")
            if isinstance(text, list):
                text = "".join(part if isinstance(part, str) else part["text"] for part in text)
            hits += bool(WORDS.search(text))
    sys.stdout.write(f"{count}\n")


if __name__ == "__main__":
    main()
