"""How the photos beside an export look, so that edited copies of one photo are known as one."""

import io
import warnings
from functools import partial
from importlib.resources import files
from pathlib import Path

import numpy as np
import pyarrow as pa
import pyarrow.compute as pc
from scipy.sparse import coo_matrix
from scipy.sparse.csgraph import connected_components

from schakel.linking.copies.exif import told_beside
from schakel.linking.copies.pdq import LEAST_QUALITY, Words, cut_alike, looks, near, words
from schakel.linking.copies.shingles import Ints
from schakel.records.tables import SCHEMAS, empty
from schakel.store.engine import Engine

_SQL = files("schakel.linking.sql")
_FORMATS = ("JPEG", "PNG", "WEBP")  # what Telegram writes; other decoders stay out of reach of hostile files
_MOST_PIXELS = 40_000_000
_ROWS = 64
_NOTHING = (None, None, None, None)
_MOST_TURNED = 20_000  # photos up to which mirrored, turned and cut copies are sought too
_WAYS = 8  # as it is, turned and mirrored; what stands behind them are its cuts


def hash_photos(engine: Engine, sealed: Path, known: pa.Table) -> dict[str, pa.Table]:
    """The table `photos`: how each picture beside the exports looks; files among the rows `known` are not opened.

    A file that is no picture, is broken or is too large stands in the table without a look.
    """
    wanted = engine.step(_SQL / "photo_files.sql")
    known = known.filter(pc.is_in(known["media_sha256"], wanted["media_sha256"].combine_chunks()))
    new = wanted.filter(pc.invert(pc.is_in(wanted["media_sha256"], known["media_sha256"].combine_chunks())))
    made = engine.map_batches(partial(_looks, str(sealed)), new, _ROWS) if new.num_rows else empty("photos")
    both = pa.concat_tables([known, made.cast(SCHEMAS["photos"])])
    return {"photos": both.sort_by("media_sha256").combine_chunks()}


def photo_groups(photos: pa.Table) -> pa.Table:
    """Which photos are one: `media_sha256` and `photo`, the smallest sha256 of those that look the same.

    Photos look the same at 31 bits or fewer between their hashes; mirrored and turned copies count too, and those that were cut
    otherwise by a few hundredths. Photos
    without a look, or with too little in them, are only the same as themselves and have no row.
    """
    told = photos.filter(pc.greater_equal(photos["quality"], LEAST_QUALITY)).sort_by("media_sha256")
    names = told["media_sha256"].to_pylist()
    groups = _groups(told["pdq"].to_pylist(), told["turned"].to_pylist())
    first: dict[int, str] = {}
    for name, group in zip(names, groups, strict=True):
        first.setdefault(group, name)
    return pa.table(
        {
            "media_sha256": pa.array(names, pa.string()),
            "photo": pa.array([first[group] for group in groups], pa.string()),
        }
    )


def _groups(plain: list[str], ways: list[list[str]]) -> list[int]:
    many = len(plain)
    if not many:
        return []
    hashes, owner = words(plain), np.arange(many)
    if many <= _MOST_TURNED:
        hashes = np.concatenate((hashes, words([way for each in ways for way in each[:_WAYS]])))
        owner = np.concatenate((owner, np.repeat(owner, [len(each[:_WAYS]) for each in ways])))
    left, right = near(hashes)
    met = (left < many) | (right < many)  # two turned copies meet as often as the photos themselves
    left, right = owner[left[met]], owner[right[met]]
    if many <= _MOST_TURNED:
        cut_left, cut_right = _cut_alike(hashes[:many], ways)
        left, right = np.concatenate((left, cut_left)), np.concatenate((right, cut_right))
    graph = coo_matrix((np.ones(len(left), np.int8), (left, right)), (many, many))
    return [int(label) for label in connected_components(graph, directed=False)[1]]


def _cut_alike(plain: Words, ways: list[list[str]]) -> tuple[Ints, Ints]:
    """Pairs of photos of which one was cut otherwise; photos that were hashed before cuts were are left out."""
    told = np.flatnonzero([len(each) > _WAYS for each in ways])
    if not len(told):
        return told, told
    cuts = words([way for place in told for way in ways[place][_WAYS:]]).reshape(
        len(told), -1, plain.shape[1]
    )
    left, right = cut_alike(plain[told], cuts)
    return told[left], told[right]


def _looks(sealed: str, rows: pa.Table) -> pa.Table:
    made = [_look(Path(sealed) / name) for name in rows["media_sha256"].to_pylist()]
    return pa.table(
        {
            "media_sha256": rows["media_sha256"],
            "pdq": pa.array([one[0] for one in made], pa.string()),
            "turned": pa.array([one[1] for one in made], pa.list_(pa.string())),
            "quality": pa.array([one[2] for one in made], pa.int32()),
            "exif": pa.array([one[3] for one in made], pa.string()),
        }
    )


def _look(path: Path) -> tuple[str | None, list[str] | None, int | None, str | None]:
    from PIL import Image, ImageFile, UnidentifiedImageError  # noqa: PLC0415 (a quarter of a second, for photos only)

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            # The library that prints reports switches this on when it is loaded; a photo cut short must have no look in either case.
            ImageFile.LOAD_TRUNCATED_IMAGES = False
            picture = Image.open(io.BytesIO(path.read_bytes()), formats=_FORMATS)
            if picture.width * picture.height > _MOST_PIXELS or min(picture.size) < 1:
                return _NOTHING
            beside = told_beside(picture)
            pixels = np.asarray(picture.convert("RGB"))
            made, turned, cut = looks(pixels)
            return made.pdq, [*turned, *cut], made.quality, beside
    except (OSError, ValueError, SyntaxError, MemoryError, UnidentifiedImageError, Warning, EOFError):
        return _NOTHING
    except Image.DecompressionBombError:
        return _NOTHING
