"""Kinds of entry sign by what is seen on a pair."""

from schakel.linking.comparing.agreement import Observation
from schakel.linking.comparing.sign_names import HARDLY_CHANGED_TOO, sign_of


def test_kinds_of_entry_sign() -> None:
    def kind(*rules: str) -> str | None:
        return sign_of([Observation("a", "b", rule) for rule in rules])

    assert kind("same_name", "posts_same_text") == "a like name and an ad"
    assert kind("same_name", "posts_same_text", "same_photo") == "a like name and a photo"
    assert kind("name_one_edit_apart", "same_photo") == HARDLY_CHANGED_TOO
    assert kind("name_one_edit_apart", "claims_to_be_real", "posts_same_ad") == HARDLY_CHANGED_TOO
    assert kind("name_one_edit_apart", "numbered_name", "posts_same_ad") == "a like name and an ad"
    assert kind("claims_to_be_real") == "a like name"
    assert kind("posts_same_text", "others_share_too") == "a near copy that others have too"
    assert kind("posts_same_ad", "others_share_too") == "the same ad"
    assert kind("posts_same_text", "posts_same_ad") == "the same ad"
    assert kind("same_photo", "posts_same_text") == "a near copy"
    assert kind("words_ads_alike") == "ads worded alike"
    assert (
        kind("words_ads_alike", "same_photo", "others_share_too") == "ads worded alike that others have too"
    )
    assert kind("words_ads_alike", "same_name") == "a like name and an ad"
    assert kind("announces_move") is None
