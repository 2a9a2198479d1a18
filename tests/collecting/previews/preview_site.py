"""A site of preview pages on this machine: made-up channels, in the form of the pages of t.me/s, and every way to go wrong."""

import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.message import Message
from html import escape
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from ssl import SSLContext
from urllib.parse import parse_qs, urlsplit

START = datetime(2026, 11, 1, 12, 0, 0, tzinfo=UTC)
PAGE = 5  # posts on a page; the real site has about twenty


@dataclass
class Channel:
    """A channel with posts of these numbers, an hour apart."""

    name: str
    numbers: list[int]
    text: Callable[[int], str] = lambda number: f"bericht {number}"
    photo: Callable[[int], str] = lambda _: ""

    def moment(self, number: int) -> datetime:
        return START + timedelta(hours=number)


@dataclass
class Reply:
    """What the site sends: status, headers and body; `cut` ends the connection after so many bytes of it, `drip` sends it
    byte by byte with so many seconds between.
    """

    status: int = 200
    body: bytes = b""
    headers: dict[str, str] = field(default_factory=dict)
    cut: int | None = None
    drip: float = 0.0

    @classmethod
    def page(cls, body: str, **headers: str) -> "Reply":
        return cls(200, body.encode(), {"Content-Type": "text/html; charset=utf-8"} | headers)


@dataclass
class PreviewSite:
    """What there is, who has previews off, what is answered instead the next times, and all that was asked so far."""

    channels: dict[str, Channel] = field(default_factory=dict)
    without_preview: set[str] = field(default_factory=set)
    instead: dict[str, list[Reply]] = field(
        default_factory=dict
    )  # by path with question; taken one after another
    always: dict[str, Callable[[str], Reply]] = field(default_factory=dict)  # by path without question
    asked: list[tuple[str, Message]] = field(default_factory=list)
    address: str = ""

    def add(self, name: str, numbers: "range | list[int]", **more: Callable[[int], str]) -> Channel:
        self.channels[name.lower()] = Channel(name, list(numbers), **more)
        return self.channels[name.lower()]

    @property
    def paths(self) -> list[str]:
        return [path for path, _ in self.asked]

    def reply(self, path: str) -> Reply:
        there = urlsplit(path)
        if self.instead.get(path):
            return self.instead[path].pop(0)
        if there.path in self.always:
            return self.always[there.path](path)
        posts = there.path.startswith("/s/")
        name = there.path.removeprefix("/s").strip("/")
        channel = self.channels.get(name.lower())
        if posts and (channel is None or name.lower() in self.without_preview):
            return Reply(302, b"", {"Location": f"/{name}", "Content-Type": "text/html"})
        if posts and channel is not None:
            return Reply.page(self._history(channel, parse_qs(there.query)), **_COOKIE)
        return Reply.page(about_page(channel, shown=name.lower() not in self.without_preview), **_COOKIE)

    def _history(self, channel: Channel, question: dict[str, list[str]]) -> str:
        before = int(question["before"][0]) if "before" in question else None
        word = question.get("q", [""])[0]
        found = [number for number in channel.numbers if word in channel.text(number)]
        older = [number for number in found if before is None or number < before]
        shown = older[-PAGE:]
        return history_page(channel, shown, older=shown[0] if len(older) > PAGE else None)


_COOKIE = {"Set-Cookie": "stel_ssid=trace_12345; path=/; secure; HttpOnly", "ETag": '"abc"'}


def history_page(channel: Channel, numbers: list[int], older: int | None = None) -> str:
    """A page of posts."""
    more = (
        f'<a class="tme_messages_more" href="/s/{channel.name}?before={older}" data-before="{older}"></a>'
        if older
        else ""
    )
    posts = "".join(_post(channel, number) for number in numbers)
    return (
        f'<!DOCTYPE html><html><head><title>{channel.name} – Telegram</title><script>location="https://elsewhere.example"</script>'
        '</head><body><div class="tgme_channel_info"><div class="tgme_channel_info_header_title"><span>'
        f"{channel.name} titel</span></div>"
        f'<div class="tgme_channel_info_header_username"><a href="https://t.me/{channel.name}">@{channel.name}</a></div></div>'
        f'<section class="tgme_channel_history js-message_history">{more}{posts}</section></body></html>'
    )


def about_page(channel: Channel | None, *, shown: bool = True) -> str:
    """The page about a chat, which leads to its posts where they are shown, or what stands there where no chat has the name."""
    if channel is None:
        return '<html><body><div class="tgme_page"></div></body></html>'
    preview = (
        f'<a class="tgme_page_context_link" href="/s/{channel.name}">Preview channel</a>' if shown else ""
    )
    return (
        f'<html><body><div class="tgme_page"><div class="tgme_page_title"><span>{channel.name} titel</span></div>'
        f'<div class="tgme_page_extra">1 234 subscribers</div>{preview}</div></body></html>'
    )


def _post(channel: Channel, number: int) -> str:
    photo = channel.photo(number)
    wrap = (
        f'<a class="tgme_widget_message_photo_wrap" style="width:8px;background-image:url(\'{photo}\')"></a>'
        if photo
        else ""
    )
    return (
        f'<div class="tgme_widget_message_wrap"><div class="tgme_widget_message" data-post="{channel.name}/{number}">'
        f'<div class="tgme_widget_message_bubble">{wrap}<div class="tgme_widget_message_text">{escape(channel.text(number))}</div>'
        f'<a class="tgme_widget_message_date" href="https://t.me/{channel.name}/{number}">'
        f'<time datetime="{channel.moment(number).isoformat()}">12:00</time></a></div></div></div>'
    )


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    site: PreviewSite

    def do_GET(self) -> None:
        self.site.asked.append((self.path, self.headers))
        reply = self.site.reply(self.path)
        self.send_response(reply.status)
        for name, value in reply.headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(reply.body)))
        self.end_headers()
        for byte in reply.body if reply.drip else b"":
            with suppress(OSError):
                self.wfile.write(bytes([byte]))
            time.sleep(reply.drip)
        self.wfile.write(b"" if reply.drip else reply.body[: reply.cut])
        if reply.cut is not None:
            self.wfile.flush()
            self.close_connection = True

    def log_message(self, *_: object) -> None:
        pass


@contextmanager
def preview_site(tls: SSLContext | None = None) -> Iterator[PreviewSite]:
    """The site, served until this ends; with `tls` over https."""
    site = PreviewSite()
    handler = type("Handler", (_Handler,), {"site": site})
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    server.daemon_threads = True
    if tls is not None:
        server.socket = tls.wrap_socket(server.socket, server_side=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01}, daemon=True)
    thread.start()
    site.address = f"{'https' if tls else 'http'}://127.0.0.1:{server.server_address[1]}"
    try:
        yield site
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
