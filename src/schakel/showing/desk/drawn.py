"""What was drawn or written of figures is kept as long as the figures are the same ones.

Prepared figures (`prepared.py`) are one object until the tables change; a page that says nothing else is the same for all
who read it in one language. Drawing the market anew took four fifths of the time of its page.
"""

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TypeVar, cast

Made = TypeVar("Made")
_MOST = 64  # of some 100 to 250 KB each
_KEPT: "OrderedDict[tuple[str, ...], tuple[object, object]]" = OrderedDict()
_LOCK = Lock()


def drawn(of: object, key: tuple[str, ...], draw: Callable[[], Made]) -> Made:
    """What `draw` gives of the figures `of`; not drawn again for these figures under this key.

    The key tells of everything that the drawing depends on besides: page, language, and what was asked.
    """
    with _LOCK:
        known = _KEPT.get(key)
        if known is not None and known[0] is of:
            _KEPT.move_to_end(key)
            return cast(Made, known[1])
    made = draw()
    with _LOCK:
        _KEPT[key] = (of, made)
        _KEPT.move_to_end(key)
        while len(_KEPT) > _MOST:
            _KEPT.popitem(last=False)
    return made
