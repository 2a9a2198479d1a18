"""Names the format of a file from its content; the file's name says nothing certain."""

import codecs
import re
from pathlib import Path

DESKTOP_JSON = "desktop-json"
DESKTOP_HTML = "desktop-html"
TELETHON = "telethon-json"
FOURCAT = "4cat-ndjson"
TGDATASET = "tgdataset"
PREVIEW = "preview"
UNKNOWN = "unknown"
DUMPS = (FOURCAT, TELETHON, TGDATASET)  # of other tools; those that tell more of a message come first
FORMATS = (DESKTOP_JSON, DESKTOP_HTML, *DUMPS, PREVIEW)

_HEAD = 1 << 20
_CHAT_TYPES = (
    rb"saved_messages|replies|verification_codes|personal_chat|bot_chat|private_group|"
    rb"private_supergroup|public_supergroup|private_channel|public_channel"
)
_CHAT_TYPE = re.compile(rb'"type"\s*:\s*"(?:' + _CHAT_TYPES + rb')"')
_RECORD_TYPE = re.compile(rb'"type"\s*:\s*"(?:message|service|unsupported)"')
_RECORD_DATE = re.compile(rb'"date"\s*:\s*"\d{4}-\d\d-\d\dT')
_MESSAGES = re.compile(rb'"messages"\s*:\s*\[')
_ACCOUNT = re.compile(rb'"personal_information"\s*:\s*\{|"(?:left_)?chats"\s*:\s*\{')
_OTHER = (
    (
        re.compile(rb'"_"\s*:\s*"(?:ChannelMessages|Messages|MessagesSlice|ChatFull)"'),
        "telegram-tracker JSON",
    ),
    (re.compile(rb'"_"\s*:\s*"(?:Message|MessageService)"'), "Pyrogram JSON"),
    (re.compile(rb'"_type"\s*:\s*"Message"'), "objects of Telegram without a chat"),
    (re.compile(rb'"_type"\s*:\s*"snscrape'), "snscrape JSON lines"),
    (re.compile(rb'"data-sha256"\s*:'), "an AIL feeder item"),
)
_MAGIC = (
    (b"SQLite format 3\0", "an SQLite database"),
    (b"PK\x03\x04", "a zip archive"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\0", "an xz archive"),
    (b"\x28\xb5\x2f\xfd", "a zstd archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a rar archive"),
    (b"%PDF-", "a PDF"),
)
_MESSAGE_OBJECT = re.compile(rb'"_"\s*:\s*"Message(?:Service|Empty)?"')
_TYPED_MESSAGE_OBJECT = re.compile(rb'"_type"\s*:\s*"Message(?:Service|Empty)?"')
_IN_A_CHAT = re.compile(rb'"(?:peer_id|to_id|_chat|_chat_peer)"\s*:\s*\{')
_PEER_OBJECT = re.compile(rb'[\s\[]*\{\s*"_"\s*:\s*"(?:User|Channel|Chat|(?:Channel|Chat)Forbidden)"')
_DATASET = re.compile(rb'\s*\{\s*"-?\d{1,18}"\s*:\s*\{')
_DATASET_MAP = re.compile(rb'"(?:text_messages|generic_media)"\s*:\s*\{')


_PREVIEW_CLASS = re.compile(
    rb"<[a-z]+\b[^<>]{0,2000}?\sclass=[\"']?(?:tgme_widget_message|tgme_channel_|tgme_page)"
)
_TDL = re.compile(rb'\{\s*"id"\s*:\s*\d+\s*,\s*"messages"\s*:')


def detect_format(path: Path) -> str:
    """The format of a file: one of FORMATS, or `unknown`."""
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    text = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if text[:1] == b"<":
        return _page(head)
    if text[:1] not in (b"{", b"["):
        return UNKNOWN
    return _dump(text) or (DESKTOP_JSON if _is_desktop_json(text) else UNKNOWN)


def name_of_other(path: Path) -> str:
    """What a file that is not a Telegram Desktop export seems to be; empty if that cannot be told."""
    with path.open("rb") as opened:
        head = opened.read(_HEAD)
    if wide_encoding(head):
        return f"text in {wide_encoding(head)}"
    if magic := next((name for mark, name in _MAGIC if head.startswith(mark)), ""):
        return magic
    if not head.strip(b"\0 \t\r\n"):
        return _kind_of_nothing(head)
    if _TDL.match(head):
        return "a tdl export"
    return next((name for mark, name in _OTHER if mark.search(head)), "") or _kind_of_text(head)


def _page(head: bytes) -> str:
    """Which pages these are. In texts brackets are escaped, so these are classes."""
    if b"chat_page" in head and b'class="history"' in head:
        return DESKTOP_HTML
    return PREVIEW if _PREVIEW_CLASS.search(head) else UNKNOWN


def _kind_of_nothing(head: bytes) -> str:
    if not head:
        return "an empty file"
    return "a file of blanks" if not head.strip() else "a file of zero bytes only"


def _kind_of_text(head: bytes) -> str:
    """What a file that no tool is known by looks like by its first sign; empty if it may be JSON that is no export."""
    text = head.removeprefix(codecs.BOM_UTF8).lstrip()
    if text[:1] == b"<":
        return "a page without messages of a chat"
    if text[:1] in (b"{", b"["):
        return ""
    if b"\0" in head:
        return "a file that is no text"
    if _RECORD_TYPE.search(text) or _MESSAGES.search(text):
        return "an export that lacks its beginning"
    return ""


def wide_encoding(head: bytes) -> str:
    """`UTF-16` or `UTF-32` if the first bytes of a file say so, else empty."""
    if head.startswith((codecs.BOM_UTF32_LE, codecs.BOM_UTF32_BE)):
        return "UTF-32"
    if head.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        return "UTF-16"
    return "UTF-16" if head[:2] in (b"{\0", b"[\0", b"<\0", b"\0{", b"\0[", b"\0<") else ""


def _dump(text: bytes) -> str:
    """Which dump of another tool this is; empty if none that is read. In texts quotes are escaped, so these are keys."""
    if _DATASET.match(text) and _DATASET_MAP.search(text):
        return TGDATASET
    if _OTHER[0][0].search(text):
        return ""
    if _TYPED_MESSAGE_OBJECT.search(text):
        return FOURCAT if _IN_A_CHAT.search(text) else ""
    if _PEER_OBJECT.match(text) or (_MESSAGE_OBJECT.search(text) and _IN_A_CHAT.search(text)):
        return TELETHON
    return ""


def _is_desktop_json(text: bytes) -> bool:
    if any(mark.search(text) for mark, _ in _OTHER):
        return False
    if _ACCOUNT.search(text):
        return True
    is_record = bool(_RECORD_TYPE.search(text) and _RECORD_DATE.search(text))
    if text[:1] == b"[":
        return is_record
    return bool(_MESSAGES.search(text)) and bool(is_record or _CHAT_TYPE.search(text))
