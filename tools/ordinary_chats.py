"""Ordinary chats out of the development data, each as a Telegram Desktop export of its own."""

import csv
import json
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

_BEGIN = datetime(2024, 1, 1, tzinfo=UTC)


class OrdinaryChats(NamedTuple):
    """Chats of one kind: their exports, and whether their messages were looked at while weights were set."""

    kind: str
    held_out: bool
    exports: list[Path]


def ordinary_chats(data: Path, into: Path) -> Iterator[OrdinaryChats]:
    """Each kind of ordinary chats of the development data; what is no Telegram export is made one below `into`."""
    yield OrdinaryChats("nl, tweets of politicians as a channel", False, [_tweets(data, into)])
    yield OrdinaryChats("nl, lawful ads as a group", False, [_lawful_ads(data, into)])
    yield OrdinaryChats("ru, 24 news channels", False, [_news(data, into)])
    yield OrdinaryChats("ru, chat of testers", False, _months(data / "tgdesktop_ru_qaload_html/files"))
    yield OrdinaryChats("ru, messages of groups as a group", False, [_group_messages(data, into)])
    yield OrdinaryChats(
        "en, channel of jobs for tutors", False, [data / "tgdesktop_en_tutor_jobs_html/files"]
    )
    yield OrdinaryChats(
        "ru, channel of one voice", True, [data / "tgdesktop_ru_goldenborodutch_html/files/raw"]
    )
    yield OrdinaryChats("zh and ja, channel", False, [data / "tgdesktop_zh_trantor_json_html/files/export"])
    yield OrdinaryChats("10 channels in many languages", True, [_tgdataset(data, into)])
    yield OrdinaryChats("en, channel of shop offers", False, [_shop(data, into)])


def text_chat(number: int, name: str, texts: Iterable[str], into: Path) -> Path:
    """A group with these texts, each by another account, as an export."""
    return _export(into, [_chat(number, name, "public_supergroup", texts)])


def _months(folder: Path) -> list[Path]:
    return sorted(path for path in folder.iterdir() if path.is_dir())


def _tweets(data: Path, into: Path) -> Path:
    path = data / "nl_political_tweets/files/tweets.tsv"
    rows = list(csv.DictReader(path.open(encoding="utf-8"), delimiter="\t", quoting=csv.QUOTE_NONE))
    texts = (row["CONTENT"] for row in rows)
    return _export(into / "tweets", [_chat(1, "Tweets", "public_channel", texts, _channel(1))])


def _lawful_ads(data: Path, into: Path) -> Path:
    rows = json.loads((data / "nl_marktplaats_ads/files/api_listings.json").read_text(encoding="utf-8"))
    texts = (f"{row.get('title') or ''}\n{row.get('description') or ''}".strip() for row in rows)
    return _export(into / "ads", [_chat(2, "Ads", "public_supergroup", texts)])


def _news(data: Path, into: Path) -> Path:
    chats = []
    for number, path in enumerate(
        sorted((data / "tg_ru_news_classified/files/data/raw").glob("*.json")), 100
    ):
        texts = (row["text"] for row in json.loads(path.read_text(encoding="utf-8")))
        chats.append(_chat(number, path.stem, "public_channel", texts, _channel(number)))
    return _export(into / "news", chats)


def _group_messages(data: Path, into: Path) -> Path:
    lines = (data / "tg_spam_ru_umputun/files/data/ham-samples.txt").read_text(encoding="utf-8").splitlines()
    return _export(into / "ham", [_chat(3, "Group", "public_supergroup", lines)])


def _tgdataset(data: Path, into: Path) -> Path:
    path = data / "tgdataset_sample/files/tgdataset_sample/tgdataset_preview.json"
    chats = []
    for number, channel in enumerate(json.loads(path.read_text(encoding="utf-8")).values(), 200):
        texts = (row["message"] or "" for row in channel["text_messages"].values())
        chats.append(_chat(number, channel["title"], "public_channel", texts, _channel(number)))
    return _export(into / "tgdataset", chats)


def _shop(data: Path, into: Path) -> Path:
    path = data / "tgdesktop_en_india_deals_fragment/files/messages.json"
    messages = json.loads(path.read_text(encoding="utf-8"))
    chat = {"name": "Shop", "type": "public_channel", "id": 300, "messages": messages}
    return _export(into / "shop", [chat])


def _channel(number: int) -> str:
    return f"channel{number}"


def _chat(number: int, name: str, kind: str, texts: Iterable[str], writer: str = "") -> dict[str, Any]:
    """A chat of these texts, a minute apart; without a writer each comes from another account."""
    messages = []
    for at, text in enumerate(texts, 1):
        sent = _BEGIN + timedelta(minutes=at)
        who = writer or f"user{number * 100_000 + at}"
        messages.append(
            {
                "id": at,
                "type": "message",
                "date": sent.strftime("%Y-%m-%dT%H:%M:%S"),
                "date_unixtime": str(int(sent.timestamp())),
                "from": name if writer else f"Writer {at}",
                "from_id": who,
                "text": text,
                "text_entities": [],
            }
        )
    return {"name": name, "type": kind, "id": number, "messages": messages}


def _export(folder: Path, chats: list[dict[str, Any]]) -> Path:
    folder.mkdir(parents=True)
    whole = {"about": "", "chats": {"about": "", "list": chats}}
    (folder / "result.json").write_text(json.dumps(whole, ensure_ascii=False, indent=1), encoding="utf-8")
    return folder
