"""Made-up preview pages in the form in which t.me shows channels."""

import base64
import json
from pathlib import Path

CHANNEL = 1000000777
NAME = "markt_nergens"
TITLE = "Markt Nergens"
SEEN = 1_780_000_000
CDN = "https://cdn.example/file"


def data_view(number: int | str, channel: int = CHANNEL, seen: int = SEEN) -> str:
    """What a page sends back to count a view of a post: base64 without its padding."""
    told = {"c": -channel, "p": number, "t": seen, "h": "0a1b2c"}
    return base64.urlsafe_b64encode(json.dumps(told, separators=(",", ":")).encode()).decode().rstrip("=")


def preview_post(
    number: int,
    text: str = "hallo",
    *,
    name: str = NAME,
    view: str | None = "",
    views: str = "44",
    when: str = "2026-01-02T03:04:05+00:00",
    before: str = "",
    inside: str = "",
    behind: str = "",
    meta: str = "",
    service: bool = False,
    title: str = TITLE,
) -> str:
    """One post; `view` is its `data-view`: the usual one by default, none at all if None."""
    told = f' data-view="{view or data_view(number)}"' if view is not None else ""
    words = f'<div class="tgme_widget_message_text js-message_text" dir="auto">{text}</div>' if text else ""
    kind = "service_message" if service else "text_not_supported_wrap"
    return (
        '<div class="tgme_widget_message_wrap js-widget_message_wrap">'
        f'<div class="tgme_widget_message {kind} js-widget_message" data-post="{name}/{number}"{told}>\n'
        f'<div class="tgme_widget_message_user"><a href="https://t.me/{name}"><i class="tgme_widget_message_user_photo"'
        ' data-content="M"><img src="x.jpg"></i></a></div><div class="tgme_widget_message_bubble">\n'
        f'<div class="tgme_widget_message_author accent_color"><a class="tgme_widget_message_owner_name" href="#"><span>'
        f"{title}</span></a></div>\n{before}{inside}{words}"
        '<div class="tgme_widget_message_footer compact"><div class="tgme_widget_message_info short">'
        f'<span class="tgme_widget_message_views">{views}</span><span class="copyonly"> views</span>'
        f'<span class="tgme_widget_message_meta">{meta}<a class="tgme_widget_message_date" href="https://t.me/{name}/'
        f'{number}"><time datetime="{when}" class="time">03:04</time></a></span></div></div></div>{behind}</div></div>\n'
    )


def preview_page(
    posts: str,
    name: str = NAME,
    title: str = TITLE,
    labels: str = "",
    end: str = "</section></main></body></html>\n",
) -> str:
    """A page of a channel around the given posts."""
    return (
        '<!DOCTYPE html>\n<html>\n<head><meta charset="utf-8"><title>x</title></head>\n'
        '<body class="widget_frame_base tgme_webpreview"><div class="tgme_channel_info"><div class="tgme_channel_info_header">'
        f'<div class="tgme_channel_info_header_title"><span dir="auto">{title}</span></div>'
        f'<div class="tgme_channel_info_header_labels">{labels}</div><div class="tgme_channel_info_header_username">'
        f'<a href="https://t.me/{name}">@{name}</a></div></div><div class="tgme_channel_info_counter"><span '
        'class="counter_value">1.2K</span> <span class="counter_type">subscribers</span></div></div>'
        f'<main class="tgme_main" data-url="/{name}"><section class="tgme_channel_history js-message_history">{posts}{end}'
    )


def landing_page(
    name: str = NAME, title: str = TITLE, extra: str = "1 234 subscribers", link: bool = True
) -> str:
    """t.me/NAME, with or without the link to a preview."""
    preview = f'<a class="tgme_page_context_link" href="/s/{name}">Preview channel</a>' if link else ""
    return (
        '<!DOCTYPE html>\n<html><body><div class="tgme_page"><div class="tgme_page_title" dir="auto"><span>'
        f'{title}</span></div><div class="tgme_page_extra">{extra}</div><a class="tgme_action_button_new" '
        f'href="tg://resolve?domain={name}">View in Telegram</a>{preview}</div></body></html>\n'
    )


def album(number: int, *parts: str) -> str:
    """The pictures of an album whose posts have the numbers from `number` on."""
    shown = "".join(
        f'<a class="tgme_widget_message_{kind} grouped_media_wrap" href="https://t.me/{NAME}/{number + at}?single" '
        f"style=\"background-image:url('{CDN}/{number + at}.jpg')\"></a>"
        for at, kind in enumerate(parts)
    )
    return f'<div class="tgme_widget_message_grouped_wrap"><div class="tgme_widget_message_grouped">{shown}</div></div>'


def write_page(folder: Path, content: str, file: str = "page.html") -> Path:
    """The page in a file of a folder."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / file
    path.write_text(content, encoding="utf-8")
    return path
