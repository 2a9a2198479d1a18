"""What a post carries beside its text: pages show pictures and players, and hold none of the files."""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any
from urllib.parse import unquote

from schakel.intake.preview_pages.page import words_of
from schakel.intake.preview_pages.texts import read_text

_PICTURE = re.compile(r"background-image:\s*url\(\s*[\"']?([^\"')]{1,2000})")
_PLACE = re.compile(r"[?&](?:q|ll|mlat)=(-?\d{1,3}\.\d{1,18}),(-?\d{1,3}\.\d{1,18})", re.ASCII)
_POST = re.compile(r"/(\d{1,18})(?:\?[\w=&-]*)?", re.ASCII)
_ELSEWHERE = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:|//", re.ASCII)
_FILES = "video, audio, source, [data-webp]"
_PICTURES = (
    ".tgme_widget_message_video_thumb, .tgme_widget_message_roundvideo_thumb, .tgme_widget_message_sticker"
)
# Classes of the elements that stand for something carried, and what it is as Telegram Desktop names it.
KINDS = {
    "tgme_widget_message_photo_wrap": "photo",
    "tgme_widget_message_video_player": "video_file",
    "tgme_widget_message_roundvideo_player": "video_message",
    "tgme_widget_message_voice_player": "voice_message",
    "tgme_widget_message_document_wrap": "file",
    "tgme_widget_message_sticker_wrap": "sticker",
    "tgme_widget_message_sticker": "sticker",
    "tgme_widget_message_tgsticker": "sticker",
    "tgme_widget_message_videosticker": "sticker",
    "tgme_widget_message_location_wrap": "location",
    "tgme_widget_message_venue_wrap": "venue",
    "tgme_widget_message_contact_wrap": "contact",
    "tgme_widget_message_contact": "contact",
    "tgme_widget_message_poll": "poll",
    "tgme_widget_message_invoice": "invoice",
    "tgme_widget_message_game": "game",
}
_NO_FILE = frozenset({"location", "venue", "contact", "poll", "invoice", "game"})


@dataclass(slots=True)
class Medium:
    """One thing that a post carries: its kind, the number of its own message in an album (0: none is told), where its
    file lies beside the page ("" if it does not), what is read as text, and what else is said of it.
    """

    kind: str
    number: int = 0
    path: str = ""
    lines: list[str] = field(default_factory=list)
    extra: dict[str, Any] = field(default_factory=dict)

    @property
    def is_file(self) -> bool:
        """Whether it stands for a file, which the page does not hold."""
        return self.kind not in _NO_FILE


def read_medium(node: Any, kind: str) -> Medium:
    """What an element of one of `KINDS` stands for."""
    made = Medium(kind)
    number = _POST.search(node.attributes.get("href") or "")
    if number and "grouped_media_wrap" in (node.attributes.get("class") or ""):
        made.number = int(number[1])
    _READERS.get(kind, _read_file)(node, made)
    return made


def _read_file(node: Any, made: Medium) -> None:
    told = {name: words_of(node.css_first(selector)) for name, selector in _WORDS.items()}
    made.extra |= {name: words for name, words in told.items() if words}
    if made.kind == "video_file" and node.css_first(".message_video_play, .message_video_duration") is None:
        if "not_supported" not in (node.attributes.get("class") or ""):
            made.kind = "animation"  # it plays by itself
    elif made.kind == "file" and node.css_first(".tgme_widget_message_document_icon.audio") is not None:
        made.kind = "audio_file"
    place = _place_of(node)
    if place and not _ELSEWHERE.match(place):
        made.path = unquote(place).removeprefix("./")
    elif place:
        made.extra["url"] = place


_WORDS = {
    "title": ".tgme_widget_message_document_title",
    "description": ".tgme_widget_message_document_extra",
    "duration": (
        ".message_video_duration, .tgme_widget_message_voice_duration, .tgme_widget_message_roundvideo_duration"
    ),
}


def _place_of(node: Any) -> str:
    """Where the page says that the file is, or else the picture that stands for it."""
    for one in node.css(_FILES):
        place = str(one.attributes.get("data-webp") or one.attributes.get("src") or "")
        if place and not place.startswith("data:"):
            return place
    for one in (node, *node.css(_PICTURES)):
        if picture := _PICTURE.search(one.attributes.get("style") or ""):
            return picture[1]
    return ""


def _read_place(node: Any, made: Medium) -> None:
    href = node.attributes.get("href") or ""
    if found := _PLACE.search(href):
        made.extra["location_information"] = {"latitude": float(found[1]), "longitude": float(found[2])}
    elif href:
        made.extra["href"] = href
    names = (("place_name", "title"), ("address", "address"))
    told = {name: words_of(node.css_first(f".tgme_widget_message_location_{part}")) for name, part in names}
    made.extra |= {name: words for name, words in told.items() if words}
    if "place_name" in made.extra:
        made.kind = "venue"


def _read_contact(node: Any, made: Medium) -> None:
    name, phone = (
        words_of(node.css_first(f".tgme_widget_message_contact_{part}")) for part in ("name", "phone")
    )
    made.extra["contact_information"] = {"first_name": name, "last_name": "", "phone_number": phone}


def _read_poll(node: Any, made: Medium) -> None:
    """A poll; its question and answers are read as text, as in a JSON export."""
    question = node.css_first(".tgme_widget_message_poll_question")
    words = read_text(question)[0] if question is not None else ""
    answers = []
    for option in node.css(".tgme_widget_message_poll_option"):
        told = option.css_first(".tgme_widget_message_poll_option_text")
        share = words_of(option.css_first(".tgme_widget_message_poll_option_percent"))
        answers.append({"text": read_text(told)[0] if told is not None else "", "share": share})
    kind = words_of(node.css_first(".tgme_widget_message_poll_type"))
    made.extra["poll"] = {"question": words, "kind": kind, "answers": answers}
    made.lines = [line for line in (words, *(one["text"] for one in answers)) if line]


_READERS: Mapping[str, Callable[[Any, Medium], None]] = {
    "location": _read_place,
    "venue": _read_place,
    "contact": _read_contact,
    "poll": _read_poll,
}
