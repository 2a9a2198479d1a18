"""What the guard answers, for every request and type of the protocol, and for bytes that nobody wrote."""

import struct
import tomllib
from contextlib import suppress
from importlib.resources import files
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from telethon.extensions import BinaryReader
from telethon.tl import TLObject, TLRequest, types
from telethon.tl import functions as ask
from telethon.tl.alltlobjects import LAYER, tlobjects
from telethon.tl.core import GzipPacked

from schakel.collecting.mtproto.judging import judge, judge_plain
from schakel.collecting.mtproto.refusal import RefusalError
from schakel.collecting.mtproto.rules import PURPOSES, Purpose, checked, read_rules
from tests.collecting.mtproto.by_hand import HISTORY, JOIN, MARKT, packed, quiet
from tests.collecting.mtproto.every_request import built, one_of_each, requests
from tests.collecting.mtproto.loopback import dotted

RULES = read_rules()
LIST = tomllib.loads(files("schakel.collecting.mtproto").joinpath("allowlist.toml").read_text("utf-8"))


def lets_out(thing: TLObject | bytes, purpose: Purpose = "collect") -> str:
    """The name of what the guard lets out; empty if it refuses."""
    try:
        return judge(bytes(thing), RULES, purpose).name
    except RefusalError:
        return ""


def hello(inner: TLRequest, **other: Any) -> TLRequest:
    said = {"api_id": 1, "device_model": "Computer", "system_version": "not stated", "app_version": "1"}
    said |= {"system_lang_code": "en", "lang_pack": "", "lang_code": "en"} | other
    return ask.InvokeWithLayerRequest(LAYER, quiet(ask.InitConnectionRequest(query=inner, **said)))


def test_all_requests_are_there() -> None:
    assert len(requests()) == len(RULES.known) == 823
    assert {one.CONSTRUCTOR_ID for one in requests()} == set(RULES.known)
    assert all(RULES.known[one.CONSTRUCTOR_ID].name == dotted(one) for one in one_of_each())


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_request_is_judged_as_the_list_says(purpose: Purpose) -> None:
    allowed, wrappers = set(LIST["requests"][purpose]), set(LIST["requests"]["wrappers"])
    let_out = set()
    for request in one_of_each():
        name = dotted(request)
        if name not in wrappers and lets_out(quiet(request), purpose):
            let_out.add(name)
    assert let_out == allowed


@pytest.mark.parametrize("purpose", PURPOSES)
def test_bare_only_a_ping_goes_out(purpose: Purpose) -> None:
    wrappers = LIST["requests"]["wrappers"]
    bare = [one for one in one_of_each() if dotted(one) not in wrappers]
    assert [dotted(one) for one in bare if lets_out(one, purpose)] == ["ping"]


def test_before_there_is_a_key_only_the_exchange_of_keys_goes_out() -> None:
    let_out = set()
    for one in one_of_each():
        try:
            let_out.add(judge_plain(bytes(one), RULES).name)
        except RefusalError:
            continue
    assert let_out == set(LIST["requests"]["handshake"])


def test_of_all_types_only_two_words_of_the_protocol_go_out() -> None:
    let_out, tried = set(), 0
    for one in tlobjects.values():
        if issubclass(one, TLRequest):
            continue
        with suppress(
            TypeError
        ):  # a few that hold messages cannot be written with what their signature asks for
            body = bytes(built(one))
            tried += 1
            let_out |= {one.__name__} if lets_out(body) else set()
    assert let_out == {"MsgsAck", "MsgsStateInfo"}
    assert tried > 1650


@pytest.mark.parametrize("wrapper", LIST["requests"]["wrappers"])
@pytest.mark.parametrize("inner", [ask.channels.JoinChannelRequest(types.InputChannel(5, 6)), HISTORY])
def test_what_is_around_a_request_does_not_hide_it(wrapper: str, inner: TLRequest) -> None:
    around = {
        "invokeWithLayer": lambda one: ask.InvokeWithLayerRequest(LAYER, one),
        "initConnection": hello,
        "invokeWithoutUpdates": quiet,
        "invokeAfterMsg": lambda one: ask.InvokeAfterMsgRequest(5, one),
        "invokeAfterMsgs": lambda one: ask.InvokeAfterMsgsRequest([5], one),
        "invokeWithMessagesRange": lambda one: ask.InvokeWithMessagesRangeRequest(
            types.MessageRange(1, 2), one
        ),
    }[wrapper]
    assert bool(lets_out(around(quiet(inner)))) == bool(lets_out(quiet(around(inner)))) == (inner is HISTORY)


@pytest.mark.parametrize(
    "wrapper",
    [
        lambda one: ask.InvokeWithTakeoutRequest(5, one),
        lambda one: ask.InvokeWithBusinessConnectionRequest("x", one),
        lambda one: ask.InvokeWithReCaptchaRequest("x", one),
        lambda one: ask.InvokeWithApnsSecretRequest("x", "y", one),
    ],
)
def test_other_wrappers_are_refused_whatever_is_in_them(wrapper: Any) -> None:
    assert not lets_out(quiet(wrapper(HISTORY)))
    assert not lets_out(wrapper(quiet(HISTORY)))


@pytest.mark.parametrize(
    ("good", "bad"),
    [
        (ask.contacts.ResolveUsernameRequest("markt"), ask.contacts.ResolveUsernameRequest("markt", "bot")),
        (ask.contacts.ResolveUsernameRequest("markt"), ask.contacts.ResolveUsernameRequest("markt", "")),
        (
            ask.messages.GetRepliesRequest(MARKT, 5, 0, None, 0, 100, 0, 0, 0),
            ask.messages.GetRepliesRequest(types.InputPeerUser(5, 6), 5, 0, None, 0, 100, 0, 0, 0),
        ),
        (HISTORY, ask.messages.GetHistoryRequest(types.InputPeerUser(5, 6), 0, None, 0, 100, 0, 0, 0)),
        (HISTORY, ask.messages.GetHistoryRequest(types.InputPeerSelf(), 0, None, 0, 100, 0, 0, 0)),
        (
            ask.upload.GetFileRequest(types.InputPhotoFileLocation(1, 2, b"", "x"), 0, 10),
            ask.upload.GetFileRequest(
                types.InputPhotoFileLocation(1, 2, b"", "x"), 0, 10, cdn_supported=True
            ),
        ),
        (
            ask.upload.GetFileRequest(types.InputPhotoFileLocation(1, 2, b"", "x"), 0, 10),
            ask.upload.GetFileRequest(types.InputTakeoutFileLocation(), 0, 10),
        ),
        (
            ask.channels.GetParticipantsRequest(
                types.InputChannel(5, 6), types.ChannelParticipantsRecent(), 0, 10, 0
            ),
            ask.channels.GetParticipantsRequest(
                types.InputChannel(5, 6), types.ChannelParticipantsContacts("x"), 0, 10, 0
            ),
        ),
    ],
)
def test_arguments_that_make_more_of_a_read_are_refused(good: TLRequest, bad: TLRequest) -> None:
    assert lets_out(quiet(good)) == dotted(good)
    assert not lets_out(quiet(bad))


@pytest.mark.parametrize("purpose", PURPOSES)
@pytest.mark.parametrize(
    "read",
    [
        ask.messages.GetMessagesViewsRequest(MARKT, [1], False),
        ask.messages.GetMessagesViewsRequest(MARKT, [1], True),
        ask.channels.SearchPostsRequest(0, MARKT, 0, 10, query="x"),
        ask.channels.SearchPostsRequest(0, MARKT, 0, 10, query="x", allow_paid_stars=5),
        ask.channels.GetChannelsRequest([types.InputChannel(5, 6)]),
        ask.channels.GetMessagesRequest(types.InputChannel(5, 6), [types.InputMessageID(1)]),
        ask.messages.GetChatsRequest([5]),
        ask.users.GetUsersRequest([types.InputUserSelf()]),
        ask.users.GetUsersRequest([types.InputUserSelf(), types.InputUser(5, 6)]),
        ask.messages.GetForumTopicsRequest(MARKT, None, 0, 0, 10),
        ask.messages.SearchRequest(
            MARKT, "x", types.InputMessagesFilterEmpty(), None, None, 0, 0, 10, 0, 0, 0
        ),
    ],
)
def test_reads_that_no_command_asks_do_not_go_out_though_nobody_would_notice(
    read: TLRequest, purpose: Purpose
) -> None:
    assert not lets_out(quiet(read), purpose)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_every_request_on_the_list_is_one_that_the_program_makes(purpose: Purpose) -> None:
    """What is asked stands in the source by the class of the library."""
    folder = Path(str(files("schakel.collecting.mtproto")))
    sources = "".join(path.read_text("utf-8") for path in folder.glob("*.py")).lower()
    listed = LIST["requests"][purpose]
    assert [name for name in listed if f"ask.{name}request(".lower() not in sources] == []


def test_a_login_asks_for_a_code_and_nothing_beside_it() -> None:
    def code(**settings: Any) -> TLRequest:
        return quiet(ask.auth.SendCodeRequest("+31600000001", 1, "x", types.CodeSettings(**settings)))

    assert lets_out(code(), "login") == "auth.sendCode"
    assert not lets_out(code())
    assert not lets_out(code(allow_flashcall=True), "login")
    assert not lets_out(code(logout_tokens=[b"x"]), "login")
    email = types.EmailVerificationCode("1")
    assert not lets_out(quiet(ask.auth.SignInRequest("+31", "h", "1", email_verification=email)), "login")
    assert not lets_out(quiet(ask.auth.SignUpRequest("+31", "h", "An", "Onym")), "login")


@pytest.mark.parametrize(
    "other",
    [
        {"device_model": "Samsung"},
        {"system_version": "6.1.0-kernel"},
        {"app_version": "Telegram Desktop 5"},
        {"lang_code": "nl"},
        {"system_lang_code": "nl-NL"},
        {"lang_pack": "tdesktop"},
        {"proxy": types.InputClientProxy("host", 1)},
        {"params": types.JsonObject([])},
    ],
)
def test_the_program_says_hello_in_one_way_only(other: dict[str, Any]) -> None:
    assert lets_out(hello(ask.help.GetConfigRequest())) == "help.getConfig"
    assert not lets_out(hello(ask.help.GetConfigRequest(), **other))


def test_in_another_layer_nothing_goes_out() -> None:
    assert not lets_out(ask.InvokeWithLayerRequest(LAYER - 1, quiet(HISTORY)))


def test_a_request_among_the_arguments_of_another_is_refused() -> None:
    join = ask.channels.JoinChannelRequest(types.InputChannel(5, 6))
    for stray in (join, HISTORY, quiet(join)):
        assert not lets_out(quiet(ask.messages.GetHistoryRequest(stray, 0, None, 0, 1, 0, 0, 0)))
        assert not lets_out(quiet(ask.channels.GetMessagesRequest(types.InputChannel(5, 6), [stray])))
        assert not lets_out(ask.InvokeWithMessagesRangeRequest(stray, quiet(HISTORY)))


def test_something_packed_among_the_arguments_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(GzipPacked, "__bytes__", lambda self: packed(self.data))  # the same at any second
    place = types.InputChannel(5, 6)
    assert lets_out(quiet(ask.channels.GetFullChannelRequest(place)))
    hidden = packed(bytes(place))
    body = bytes(quiet(ask.channels.GetFullChannelRequest(place))).replace(bytes(place), hidden)
    assert bytes(BinaryReader(hidden).tgread_object()) == hidden
    assert not lets_out(body)


def test_bytes_behind_a_request_are_refused() -> None:
    assert lets_out(bytes(quiet(HISTORY)))
    assert not lets_out(bytes(quiet(HISTORY)) + bytes(4))
    assert not lets_out(bytes(quiet(HISTORY))[:-4])


def test_a_flag_that_nobody_knows_is_refused() -> None:
    body = bytearray(bytes(quiet(ask.contacts.ResolveUsernameRequest("markt"))))
    assert lets_out(bytes(body))
    body[8 + 3] |= 0x40  # the 30th of the flags, behind both numbers
    assert not lets_out(bytes(body))


def test_what_is_large_is_refused() -> None:
    assert not lets_out(quiet(ask.contacts.ResolveUsernameRequest("a" * 70_000)))


@settings(deadline=None)
@given(st.binary(max_size=300))
def test_bytes_that_nobody_wrote_do_not_go_out(noise: bytes) -> None:
    try:
        judged = judge(noise, RULES, "collect")
    except RefusalError:
        return
    assert judged.name in (*LIST["service"].values(), *LIST["requests"]["always"])


@settings(deadline=None)
@given(st.sampled_from(sorted(RULES.known)), st.binary(max_size=120), st.sampled_from(PURPOSES))
def test_whatever_follows_the_number_of_a_request_only_the_list_goes_out(
    number: int, rest: bytes, purpose: Purpose
) -> None:
    body = struct.pack("<I", quiet.CONSTRUCTOR_ID) + struct.pack("<I", number) + rest
    try:
        judged = judge(body, RULES, purpose)
    except RefusalError:
        return
    assert judged.name in LIST["requests"][purpose]
    assert bytes(BinaryReader(body).tgread_object()) == body


@settings(deadline=None)
@given(st.data())
def test_a_changed_byte_does_not_make_another_request_of_it(data: st.DataObject) -> None:
    body = bytearray(bytes(hello(HISTORY)))
    place = data.draw(st.integers(0, len(body) - 1))
    body[place] = data.draw(st.integers(0, 255))
    try:
        judged = judge(bytes(body), RULES, "collect")
    except RefusalError:
        return
    assert judged.name == "messages.getHistory"
    assert isinstance(judged.request.peer, types.InputPeerChannel)


# The list


def rows() -> list[dict[str, str]]:
    return [
        {"request": one.name, "constructor_id": hex(one.number), "effect": one.effect, "why": one.why}
        for one in RULES.known.values()
    ]


def test_a_list_that_lets_out_what_others_see_is_no_list() -> None:
    import msgspec  # noqa: PLC0415 - for this one test

    wider = msgspec.structs.replace(RULES.allow.requests, collect=["messages.sendMessage"])
    with pytest.raises(Exception, match="others can see"):
        checked(msgspec.structs.replace(RULES.allow, requests=wider), rows())
    unknown = msgspec.structs.replace(RULES.allow.requests, collect=["messages.getAll"])
    with pytest.raises(Exception, match="no request"):
        checked(msgspec.structs.replace(RULES.allow, requests=unknown), rows())
    assert checked(RULES.allow, rows()).known.keys() == RULES.known.keys()


def test_the_list_is_of_the_layer_that_the_library_speaks() -> None:
    assert RULES.allow.layer == LAYER


def test_a_refusal_says_what_and_why_in_words() -> None:
    with pytest.raises(RefusalError) as refused:
        judge(JOIN, RULES, "collect")
    assert refused.value.happened == (
        "The guard refused to send channels.joinChannel: it is not on the list of what may go out (others can see it)."
    )
    with pytest.raises(RefusalError, match=r"login only, and this is collect|login"):
        judge(bytes(quiet(ask.account.GetPasswordRequest())), RULES, "collect")
