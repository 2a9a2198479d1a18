"""`timesketch`: one event a line with the three fields that Timesketch asks for."""

from datetime import datetime, timedelta

from schakel.showing.handover.export.counts import Counts
from schakel.showing.handover.export.timesketch import LONGEST, _short
from tests.showing.handover.export.conftest import Exported, lines


def test_every_event_has_what_timesketch_asks_for(exported: Exported) -> None:
    out, told = exported("timesketch")
    events = lines(out)
    assert len(events) == told["counts"]["messages"]["exported"] == 6
    for one in events:
        assert one["message"]
        assert one["timestamp_desc"] == "Message sent"
        at = datetime.fromisoformat(one["datetime"])
        assert at.utcoffset() == timedelta(0)
        assert at.timestamp() * 1_000_000 == one["timestamp"]
        assert all(len(value.encode()) <= 32_766 for value in one.values() if isinstance(value, str))
        assert len(one["source_id"]) == 64
    assert told["changed"]["values-cut"] == 1


def test_what_was_read_goes_along_with_how_sure_it_is(exported: Exported) -> None:
    read = [one for one in lines(exported("timesketch")[0]) if one.get("act")]
    assert len(read) == 4
    for one in read:
        assert one["probability"] == 0.97
        assert "goods (log10 LR +2.50)" in one["reasons"]
        assert one["tag"] == ["offer", "proposed-seller"]
        assert one["ghost_low"] < one["ghost_probability"] < one["ghost_high"]
    assert "cocaine, coke, 10 g, 350 EUR, retail" in {item for one in read for item in one.get("items", [])}


def test_an_edited_message_is_two_events(exported: Exported, example_export: Exported) -> None:
    events = lines(example_export("timesketch")[0])
    sent = [one["message_id"] for one in events if one["timestamp_desc"] == "Message sent"]
    edited = [one["message_id"] for one in events if one["timestamp_desc"] == "Message edited"]
    assert len(set(sent)) == len(sent) == example_export("timesketch")[1]["counts"]["messages"]["exported"]
    assert set(edited) <= set(sent)


def test_a_text_of_just_the_length_is_left_whole() -> None:
    counts = Counts({})
    assert _short("x" * LONGEST, counts) == "x" * LONGEST
    assert counts.changed["values-cut"] == 0
    assert _short("x" * (LONGEST + 1), counts) == "x" * (LONGEST - 3) + "…"
    assert counts.changed["values-cut"] == 1


def test_what_stands_as_fields_is_counted_so_and_only_changes_are_told(exported: Exported) -> None:
    told = exported("timesketch")[1]
    for name in ("sellers", "members", "sources"):
        assert list(told["counts"][name]["left_out"]) == ["as-fields"]
    assert list(told["counts"]["links"]["left_out"]) == ["no-place-in-format"]
    assert told["changed"]
    assert all(told["changed"].values())
