"""What a message carries beside its text, and what a service message tells."""

import re
from collections.abc import Mapping
from typing import Any

from schakel.intake.telegram_objects.values import fields_of, kind_of, list_of, said

_WORDS = re.compile(r"(?<=[a-z])(?=[A-Z])")
_KINDS = {
    "MessageMediaContact": "contact",
    "MessageMediaDice": "dice",
    "MessageMediaGame": "game",
    "MessageMediaGeo": "location",
    "MessageMediaGeoLive": "live_location",
    "MessageMediaGiveaway": "giveaway",
    "MessageMediaGiveawayResults": "giveaway_results",
    "MessageMediaInvoice": "invoice",
    "MessageMediaPaidMedia": "paid_media",
    "MessageMediaPhoto": "photo",
    "MessageMediaPoll": "poll",
    "MessageMediaStory": "story",
    "MessageMediaToDo": "todo_list",
    "MessageMediaVenue": "venue",
}
# The actions that Telegram Desktop names otherwise than Telegram itself does, in small letters with underscores
# (read in its source, export_output_json.cpp).
_ACTIONS = {
    "ChannelCreate": "create_channel",
    "ChannelMigrateFrom": "migrate_from_group",
    "ChatAddUser": "invite_members",
    "ChatCreate": "create_group",
    "ChatDeletePhoto": "delete_group_photo",
    "ChatDeleteUser": "remove_members",
    "ChatEditPhoto": "edit_group_photo",
    "ChatEditTitle": "edit_group_title",
    "ChatJoinedByLink": "join_group_by_link",
    "ChatJoinedByRequest": "join_group_by_request",
    "ChatMigrateTo": "migrate_to_supergroup",
    "ContactSignUp": "joined_telegram",
    "HistoryClear": "clear_history",
    "ScreenshotTaken": "take_screenshot",
    "SetChatTheme": "edit_chat_theme",
    "SetMessagesTTL": "set_messages_ttl",
    "TopicCreate": "topic_created",
}


def read_media(value: object) -> tuple[dict[str, object], dict[str, Any]]:
    """The columns of what a message carries, and the fields of it that have no column; a dump holds no files."""
    fields, named = fields_of(value), kind_of(value)
    if not fields:
        return {}, {}
    if named == "MessageMediaContact":
        return {"media_kind": "contact"}, _contact(fields)
    kept = said({name: part for name, part in fields.items() if name not in ("_", "_type")})
    extra = {"media": kept} if kept else {}
    if named == "MessageMediaPhoto":
        return {"media_kind": "photo", "media_status": "not-exported"}, extra
    if named == "MessageMediaDocument":
        return {"media_kind": _file_kind(fields), "media_status": "not-exported"}, extra
    kind = _KINDS.get(named)
    return ({"media_kind": kind} if kind else {}), {**extra, "media_class": named or "unknown"}


def read_action(value: object) -> tuple[str | None, dict[str, Any]]:
    """What happened, in Telegram Desktop's word for it, and the rest of what is said of it."""
    bare = kind_of(value).removeprefix("MessageAction")
    kept = said({name: part for name, part in fields_of(value).items() if name not in ("_", "_type")})
    name = _ACTIONS.get(bare) or _WORDS.sub("_", bare).lower() or None
    return name, {"action_details": kept} if kept else {}


def _contact(fields: Mapping[str, Any]) -> dict[str, Any]:
    told = {name: fields.get(name) or "" for name in ("first_name", "last_name", "phone_number")}
    more = said({"contact_vcard": fields.get("vcard"), "contact_user_id": fields.get("user_id")})
    return {"contact_information": told, **(more or {})}


def _file_kind(fields: Mapping[str, Any]) -> str:
    """What sort of file it is, as Telegram Desktop tells them apart."""
    parts = list_of(fields_of(fields.get("document")).get("attributes"))
    told = {kind_of(part).removeprefix("DocumentAttribute"): fields_of(part) for part in parts}
    if "Sticker" in told:
        return "sticker"
    if "Animated" in told:
        return "animation"
    if "Video" in told:
        return "video_message" if told["Video"].get("round_message") is True else "video_file"
    if "Audio" in told:
        return "voice_message" if told["Audio"].get("voice") is True else "audio_file"
    return "file"
