"""Made-up exports in Telegram Desktop's own layout."""

import json
from pathlib import Path
from typing import Any


def message(number: int, text: Any = "hello", **fields: Any) -> dict[str, Any]:
    """One message as Telegram Desktop writes it."""
    body = {
        "id": number,
        "type": "message",
        "date": "2026-01-02T05:04:05",
        "date_unixtime": str(1767323045 + number),
        "from": "Ann",
        "from_id": "user78",
        "text": text,
        "text_entities": [],
    }
    body.update(fields)
    return {name: value for name, value in body.items() if value is not ...}


def chat(messages: list[dict[str, Any]], number: int = 1000000001, **header: Any) -> dict[str, Any]:
    return {"name": "Market", "type": "public_supergroup", "id": number, **header, "messages": messages}


def write_json(folder: Path, content: Any, indent: int | None = 1, name: str = "result.json") -> Path:
    """An export file in the writer's own layout (indent 1), or in another."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    separators = (",", ":") if indent is None else None
    path.write_text(
        json.dumps(content, ensure_ascii=False, indent=indent, separators=separators), encoding="utf-8"
    )
    return path


def html_page(rows: str, title: str = "Market", end: str = "</div></div></div></body></html>") -> str:
    """A page of an HTML export around the given rows."""
    return (
        '<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"/></head>\n<body>\n<div class="page_wrap">\n'
        f'<div class="page_header"><div class="content"><div class="text bold">\n{title} \n</div></div></div>\n'
        f'<div class="page_body chat_page">\n<div class="history">\n{rows}\n{end}\n'
    )


def html_row(
    number: int,
    text: str = "hello",
    name: str | None = "Ann",
    when: str = "02.01.2026 05:04:05 UTC+02:00",
    inside: str = "",
) -> str:
    """A message row; without a name it is joined to the row before it."""
    joined = "" if name is not None else " joined"
    sender = "" if name is None else f'       <div class="from_name">\n{name} \n       </div>\n'
    words = f'       <div class="text">\n{text}\n       </div>\n' if text else ""
    return (
        f'     <div class="message default clearfix{joined}" id="message{number}">\n\n      <div class="body">\n\n'
        f'       <div class="pull_right date details" title="{when}">\n05:04\n       </div>\n\n'
        f"{sender}{inside}{words}      </div>\n\n     </div>\n\n"
    )


def html_service(number: int, words: str) -> str:
    """A service row, or with a number below zero a day line."""
    return (
        f'     <div class="message service" id="message{number}">\n\n'
        f'      <div class="body details">\n{words}\n      </div>\n\n     </div>\n\n'
    )
