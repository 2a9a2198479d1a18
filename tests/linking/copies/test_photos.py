import hashlib
import io
from pathlib import Path

import numpy as np
import pyarrow as pa
import pytest
from PIL import Image, ImageFile

from schakel.linking.copies.photos import hash_photos, photo_groups
from schakel.records.tables import empty
from schakel.store.duckdb_engine import DuckDBEngine
from tests.linking.copies.test_pdq import _made_up
from tests.linking.market import Market, groups, reasons


def _seal(folder: Path, raw: bytes) -> str:
    name = hashlib.sha256(raw).hexdigest()
    folder.mkdir(exist_ok=True)
    (folder / name).write_bytes(raw)
    return name


def _saved(picture: Image.Image, quality: int) -> bytes:
    raw = io.BytesIO()
    picture.save(raw, "JPEG", quality=quality)
    return raw.getvalue()


def test_an_edited_copy_of_a_photo_is_the_same_photo(engine: DuckDBEngine, tmp_path: Path) -> None:
    sealed = tmp_path / "photos"
    first = _seal(sealed, _saved(_made_up(1), 95))
    smaller = _seal(sealed, _saved(_made_up(1).resize((100, 100)), 50))
    other = _seal(sealed, _saved(_made_up(2), 95))
    market = Market()
    for who, photo in ((1, first), (2, smaller), (3, other)):
        market.post(who, f"verkoper nummer {who} heeft weer wat anders {who * 77}", photo=photo, day=who)
    market.write(engine)
    made = hash_photos(engine, sealed, empty("photos"))["photos"]
    assert made["quality"].null_count == 0
    engine.write(made, "photos")
    linked = market.link(engine)
    assert reasons(linked, 1, 2)["same_photo"] > 0
    assert reasons(linked, 1, 3) == {}
    assert groups(linked) == [[1], [2], [3]]


def test_a_photo_that_was_cut_otherwise_is_the_same_photo(engine: DuckDBEngine, tmp_path: Path) -> None:
    sealed = tmp_path / "photos"
    whole = _made_up(1, 300)
    cuts = [whole, whole.crop((12, 0, 300, 288)), whole.crop((0, 9, 291, 300)), _made_up(2, 300)]
    market = Market()
    for who, picture in enumerate(cuts, 1):
        market.post(who, f"nummer {who}", photo=_seal(sealed, _saved(picture, 90)), day=who)
    market.write(engine)
    made = hash_photos(engine, sealed, empty("photos"))["photos"]
    assert len(set(photo_groups(made)["photo"].to_pylist())) == 2
    before = made.set_column(
        made.schema.get_field_index("turned"),
        made.schema.field("turned"),
        pa.array([ways[:8] for ways in made["turned"].to_pylist()], pa.list_(pa.string())),
    )
    assert len(set(photo_groups(before)["photo"].to_pylist())) == 4  # hashed before cuts were: as they are


def test_broken_hostile_and_lost_files_stand_without_a_look(
    engine: DuckDBEngine, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ImageFile, "LOAD_TRUNCATED_IMAGES", True)  # as it is once a report was printed
    sealed = tmp_path / "photos"
    whole = _saved(_made_up(3), 90)
    names = [
        _seal(sealed, b""),
        _seal(sealed, b"\xff\xd8\xff" + b"x" * 90),
        _seal(sealed, whole[: len(whole) // 3]),
        _seal(sealed, b"<svg onload=alert(1)>"),
        "0" * 64,
    ]
    market = Market()
    for who, photo in enumerate(names):
        market.post(who, f"waar {who}", photo=photo)
    market.write(engine)
    made = hash_photos(engine, sealed, empty("photos"))["photos"]
    assert made.num_rows == 5
    assert made["pdq"].null_count == 5


def test_known_photos_are_not_opened_again(engine: DuckDBEngine, tmp_path: Path) -> None:
    sealed = tmp_path / "photos"
    name = _seal(sealed, _saved(_made_up(4), 90))
    market = Market()
    market.post(1, "waar", photo=name)
    market.write(engine)
    first = hash_photos(engine, sealed, empty("photos"))["photos"]
    engine.write(first, "photos")
    (sealed / name).unlink()
    assert hash_photos(engine, sealed, first)["photos"].equals(first)
    anew = hash_photos(engine, sealed, empty("photos"))["photos"]
    assert anew["pdq"].null_count == 1
    assert np.array(first["turned"].to_pylist()).shape == (1, 32)
