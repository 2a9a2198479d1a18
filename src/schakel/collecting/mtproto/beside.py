"""What is asked beside the messages of a chat: what it says of itself, its members, the comments under posts, photos."""

from collections.abc import AsyncIterator
from hashlib import sha256
from typing import Any

from telethon.tl import functions as ask
from telethon.tl import types

from schakel.collecting.captures import Capture, Kept
from schakel.collecting.mtproto.asking import Asker, DeniedError
from schakel.collecting.mtproto.places import Place, asked_or_why


async def facts_of(asker: Asker, place: Place) -> Any:
    """What a chat says of itself: its text, how many members, the group behind it. UnreachableError if it may not be read."""
    said = {"chat": str(place.number)}
    if place.kind == "chat":
        return await asked_or_why(asker, ask.messages.GetFullChatRequest(place.number), **said)
    return await asked_or_why(asker, ask.channels.GetFullChannelRequest(place.channel), **said)


async def members_of(asker: Asker, place: Place) -> AsyncIterator[Any]:
    """The members that Telegram names, a page at a time; UnreachableError where it names none, as for channels."""
    sizes, offset = asker.manners.sizes, 0
    while offset < sizes.members:
        request = ask.channels.GetParticipantsRequest(
            place.channel, types.ChannelParticipantsRecent(), offset, sizes.members_page, 0
        )
        answer = await asked_or_why(asker, request, chat=str(place.number), members=offset)
        if not answer.participants:
            return
        yield answer
        offset += len(answer.participants)


async def comments_under(asker: Asker, place: Place, post: int) -> AsyncIterator[Any]:
    """The post as it stands in the group behind a channel, then the comments on it, a page at a time."""
    said = {"chat": str(place.number), "thread": post}
    yield await asked_or_why(asker, ask.messages.GetDiscussionMessageRequest(place.peer, post), **said)
    before = 0
    while True:
        request = ask.messages.GetRepliesRequest(
            peer=place.peer,
            msg_id=post,
            offset_id=before,
            offset_date=None,
            add_offset=0,
            limit=asker.manners.sizes.page,
            max_id=0,
            min_id=0,
            hash=0,
        )
        answer = await asked_or_why(asker, request, **said)
        if not answer.messages:
            return
        yield answer
        before = min(one.id for one in answer.messages)


def has_comments(message: Any) -> bool:
    """Whether somebody wrote under a post of a channel."""
    replies = getattr(message, "replies", None)
    return bool(replies and replies.comments and replies.replies)


async def photo_of(asker: Asker, capture: Capture, place: Place, message: Any) -> tuple[str, str]:
    """The file in which the photo of a message was put, and else why it was not; both empty if it has none."""
    photo = getattr(getattr(message, "media", None), "photo", None)
    if not isinstance(photo, types.Photo):
        return "", ""
    size = _largest(photo, asker.manners.sizes.photo_bytes)
    if size is None:
        return "", f"the photo of message {message.id} is larger than is fetched"
    name = f"photo-{place.number}-{message.id}.jpg"
    place_of_it = types.InputPhotoFileLocation(photo.id, photo.access_hash, photo.file_reference, size)
    growing, offset, part, whole = None, 0, asker.manners.sizes.part_bytes, False
    try:
        while offset <= asker.manners.sizes.photo_bytes:
            answer = await asker.ask(
                ask.upload.GetFileRequest(place_of_it, offset, part),
                dc=photo.dc_id,
                more=lambda came: {"kept": _kept(name, came)},
                chat=str(place.number),
                photo=message.id,
            )
            if not isinstance(answer, types.upload.File):
                return "", f"the photo of message {message.id} lies at a server that is not Telegram's own"
            growing = growing or capture.growing(name)
            growing.add(answer.bytes)
            offset += len(answer.bytes)
            if whole := len(answer.bytes) < part:
                break
    except DeniedError as denied:
        return "", f"the photo of message {message.id} could not be fetched ({denied.word})"
    finally:
        if growing is not None:
            growing.close()
        if growing is not None and not whole:
            capture.cut.append(name)
    return (name, "") if whole else ("", f"the photo of message {message.id} is larger than it said")


def _kept(name: str, came: Any) -> Kept:
    body = getattr(came, "bytes", b"")
    return Kept(name, sha256(body).hexdigest(), len(body))


def _largest(photo: types.Photo, most: int) -> str | None:
    """The largest size of a photo of at most so many bytes."""
    sizes = [
        (max(one.sizes) if isinstance(one, types.PhotoSizeProgressive) else one.size, one.type)
        for one in photo.sizes
        if isinstance(one, types.PhotoSize | types.PhotoSizeProgressive)
    ]
    return max(((size, kind) for size, kind in sizes if size <= most), default=(0, None))[1]
