"""What a camera wrote beside a picture that can tell who took it, or where; all else is left alone."""

import json
from collections.abc import Mapping
from typing import Any

_MOST = 120
_TAGS = {0x013B: "artist", 0x0110: "camera", 0x9C9D: "artist"}
_IN_EXIF = {0xA430: "owner", 0xA431: "serial", 0x9003: "taken"}
_EXIF, _GPS = 0x8769, 0x8825


def told_beside(picture: Any) -> str | None:
    """The data of a Pillow image as canonical JSON: gps, owner, artist, camera, serial, taken; None without any.

    The moment and the camera alone tell nobody apart, so pictures with nothing but a moment give None.
    """
    tags = picture.getexif()
    told: dict[str, Any] = _texts(tags, _TAGS)
    told |= _texts(tags.get_ifd(_EXIF), _IN_EXIF)
    place = _place(tags.get_ifd(_GPS))
    if place:
        told["gps"] = place
    if not told.keys() - {"taken"}:
        return None
    return json.dumps(told, sort_keys=True, separators=(",", ":"), ensure_ascii=False)


def _texts(tags: Mapping[int, Any], wanted: Mapping[int, str]) -> dict[str, str]:
    out = {}
    for tag, name in sorted(wanted.items(), reverse=True):
        value = tags.get(tag)
        if isinstance(value, bytes):
            value = value.decode("utf-16-le", "ignore")
        text = "".join(c for c in str(value or "") if c.isprintable()).strip()
        if text:
            out[name] = text[:_MOST]
    return out


def _place(tags: Mapping[int, Any]) -> list[float] | None:
    try:
        north, east = (_degrees(tags[number]) for number in (2, 4))
        north *= -1 if tags.get(1) == "S" else 1
        east *= -1 if tags.get(3) == "W" else 1
    except (KeyError, TypeError, ValueError, ZeroDivisionError, IndexError):
        return None
    known = (north or east) and -90 <= north <= 90 and -180 <= east <= 180
    return [round(north, 5), round(east, 5)] if known else None


def _degrees(parts: Any) -> float:
    return float(parts[0]) + float(parts[1]) / 60 + float(parts[2]) / 3600
