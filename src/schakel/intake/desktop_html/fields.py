"""Reads the parts of one row: time, names, reply, media, poll, reactions, buttons."""

import re
from dataclasses import dataclass, field
from datetime import UTC, datetime, tzinfo
from typing import Any

from schakel.intake.clock import unix_of, within_calendar
from schakel.intake.desktop_html.page import inner_words
from schakel.intake.desktop_html.rich_text import read_rich_text
from schakel.intake.message_rows import Entity, Reaction

_MOMENT = re.compile(r"\s*(\d\d)\.(\d\d)\.(\d{4}) (\d\d:\d\d:\d\d)(?: UTC([+-])(\d\d):(\d\d))?\s*", re.ASCII)
_REPLY = re.compile(r"(?:#go_to_message|GoToMessage\()(-?\d{1,18})", re.ASCII)
_NUMBER = re.compile(r"-?[\d\s.,]{1,20}", re.ASCII)
_VIA = " via @"
_MEDIA_TITLES = {
    "Video message": "video_message",
    "Animation": "animation",
    "Sticker": "sticker",
    "Voice message": "voice_message",
    "Photo": "photo",
}
_MEDIA_CLASSES = {"media_video": "video_file", "media_photo": "photo", "media_call": "phone_call"}
_LINK_WRAPS = {
    "photo_wrap": "photo",
    "video_file_wrap": "video_file",
    "animated_wrap": "animation",
    "sticker_wrap": "sticker",
}
_FILE_KINDS = frozenset(
    (
        "animation",
        "audio_file",
        "contact",
        "file",
        "photo",
        "sticker",
        "video_file",
        "video_message",
        "voice_message",
    )
)


@dataclass(slots=True)
class Fields:
    """What one row says."""

    name: str | None = None
    via_bot: str | None = None
    written: str | None = None
    text: str = ""
    entities: list[Entity] = field(default_factory=list)
    reply_to: int | None = None
    reply_elsewhere: bool = False
    forwarded: bool = False
    forwarded_from: str | None = None
    author: str | None = None
    media_kind: str | None = None
    media_path: str | None = None
    reactions: list[Reaction] | None = None
    extra: dict[str, Any] = field(default_factory=dict)


def read_fields(node: Any) -> Fields:
    """Everything in the body of one row."""
    fields = Fields()
    body = next((child for child in node.iter() if "body" in _classes(child)), None)
    if body is not None:
        _read_body(body, fields, forwarded=False)
    if poll := fields.extra.get("poll"):  # read as text, as in a JSON export
        lines = [fields.text, poll["question"], *(answer["text"] for answer in poll["answers"])]
        fields.text = "\n".join(line for line in lines if line)
    return fields


def moment_of(written: str, zone: tzinfo | None) -> tuple[int | None, str]:
    """Unix seconds of a time as a page writes it, and where its zone came from: `written`, `operator` or `unknown`.

    The zone in a page is the standard offset of the exporter's zone while the clock follows summer time, so where
    there is summer time a moment may be one hour late: hence the origin `written`, which is less than `unixtime`.
    """
    match = _MOMENT.fullmatch(written)
    if not match:
        return None, "unknown"
    local = f"{match[3]}-{match[2]}-{match[1]}T{match[4]}"
    if match[5] is None:
        return unix_of(local, zone), "operator" if zone is not None else "unknown"
    try:
        seconds = int(datetime.fromisoformat(local).replace(tzinfo=UTC).timestamp())
    except ValueError:
        return None, "written"
    offset = (int(match[6]) * 60 + int(match[7])) * 60
    return within_calendar(seconds + offset if match[5] == "-" else seconds - offset), "written"


def _read_body(body: Any, fields: Fields, *, forwarded: bool) -> None:
    for child in body.iter():
        classes = _classes(child)
        if "date" in classes:
            fields.written = (child.attributes.get("title") or "").strip() or inner_words(child)
        elif "from_name" in classes:
            _read_name(child, fields, forwarded=forwarded)
        elif "forwarded" in classes:
            if "body" in classes:
                fields.forwarded = True
                _read_body(child, fields, forwarded=True)
        else:
            _read_content(child, classes, fields)


def _read_content(child: Any, classes: set[str], fields: Fields) -> None:
    if "text" in classes:
        words, entities = read_rich_text(child)
        shift = len(fields.text) + 1 if fields.text else 0
        fields.text = f"{fields.text}\n{words}" if fields.text else words
        fields.entities += [(kind, a + shift, b + shift, value) for kind, a, b, value in entities]
    elif "reply_to" in classes:
        _read_reply(child, fields)
    elif "media_wrap" in classes:
        for medium in child.iter():
            _read_medium(medium, _classes(medium), fields)
    elif "signature" in classes:
        fields.author = inner_words(child)
    elif "reactions" in classes:
        fields.reactions = [_reaction(one, fields) for one in child.css("span.reaction")]
    elif "bot_buttons_table" in classes:
        fields.extra["buttons"] = [inner_words(one) for one in child.css(".bot_button")]
    elif "userpic_wrap" not in classes:
        fields.extra.setdefault("other", []).append(inner_words(child))


def _read_name(node: Any, fields: Fields, *, forwarded: bool) -> None:
    date = node.css_first("span.date")
    name = inner_words(node)
    if date is not None:
        fields.extra["forwarded_date"] = (date.attributes.get("title") or "").strip()
        name = name.removesuffix(inner_words(date)).strip()
    name, _, bot = name.partition(_VIA)
    if bot:
        fields.via_bot = f"@{bot.strip()}"
    if forwarded:
        fields.forwarded_from = name.strip()
    else:
        fields.name = name.strip()


def _read_reply(node: Any, fields: Fields) -> None:
    link = node.css_first("a")
    target = f"{link.attributes.get('onclick') or ''} {link.attributes.get('href') or ''}" if link else ""
    match = _REPLY.search(target)
    if match:
        fields.reply_to = int(match[1])
    else:
        fields.reply_elsewhere = True


def _read_medium(node: Any, classes: set[str], fields: Fields) -> None:
    href = node.attributes.get("href") or ""
    wrap = next((kind for name, kind in _LINK_WRAPS.items() if name in classes), None)
    if wrap:
        fields.media_kind, fields.media_path = wrap, href
    elif "media_poll" in classes:
        fields.media_kind = "poll"
        fields.extra["poll"] = _poll(node)
    elif "media_giveaway" in classes:
        fields.media_kind = "giveaway"
        fields.extra["giveaway"] = " ".join(node.text().split())
    elif "media" in classes:
        _read_card(node, classes, href, fields)
    else:
        fields.extra.setdefault("other", []).append(" ".join(node.text().split()))


def _read_card(node: Any, classes: set[str], href: str, fields: Fields) -> None:
    """A card with title, description and status, which stands for a file or a thing."""
    named = {part: _words_in(node, f".{part}") for part in ("title", "description", "status")}
    name = next((one for one in sorted(classes) if one.startswith("media_")), "media_file")
    kind = _MEDIA_TITLES.get(named["title"]) or _MEDIA_CLASSES.get(name) or name.removeprefix("media_")
    fields.media_kind = kind
    fields.extra |= {part: words for part, words in named.items() if words}
    if kind in _FILE_KINDS:
        fields.media_path = href if kind != "contact" or href else None
    elif href:
        fields.extra["href"] = href


def _poll(node: Any) -> dict[str, Any]:
    answers = []
    for answer in node.css("div.answer"):
        votes = _words_in(answer, ".details")
        text = inner_words(answer)
        answers.append({"text": text.removesuffix(votes).strip().removeprefix("- "), "votes": votes})
    return {
        "question": _words_in(node, ".question"),
        "kind": _words_in(node, "div.details"),
        "answers": answers,
        "total": _words_in(node, ".total"),
    }


def _reaction(node: Any, fields: Fields) -> Reaction:
    sign, count = _words_in(node, ".emoji"), _words_in(node, ".count")
    people = [one.attributes.get("title") or "" for one in node.css(".userpics .initials")]
    if people:
        fields.extra.setdefault("reactions", []).append({"sign": sign, "from": people})
    number = re.sub(r"\D", "", count) if _NUMBER.fullmatch(count) else ""
    return "emoji", sign or None, min(int(number), (1 << 31) - 1) if number else max(1, len(people))


def _words_in(node: Any, selector: str) -> str:
    found = node.css_first(selector)
    return inner_words(found) if found is not None else ""


def _classes(node: Any) -> set[str]:
    return set((node.attributes.get("class") or "").split())
