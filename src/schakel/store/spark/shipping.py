"""What goes to a process of a cluster with every order, before anything of this program is there."""

from collections.abc import Callable, Iterator
from typing import Any

ABROAD = "abroad"  # an answer that says that the program could not be loaded there, and why


def function_for(archive: str, order: tuple[Any, ...]) -> Callable[[Iterator[Any]], Iterator[Any]]:
    """A function for `mapInArrow` that first loads the program from the archive of this name (empty: it stands there already).

    It is sent as it stands, not by the name of its module, and so uses nothing of this program before it has unpacked it.
    """

    def answers(batches: Iterator[Any]) -> Iterator[Any]:
        import pickle  # noqa: PLC0415 - this function travels alone
        import platform  # noqa: PLC0415
        import sys  # noqa: PLC0415

        import pyarrow  # noqa: PLC0415

        if archive:
            from pyspark import SparkFiles  # noqa: PLC0415

            place = SparkFiles.get(archive)
            if place not in sys.path:
                sys.path.insert(0, place)
        try:
            from schakel.store.spark.executing import Order  # noqa: PLC0415
            from schakel.store.spark.executing import answers as made  # noqa: PLC0415
        except ImportError as error:
            why = pickle.dumps(("abroad", f"{platform.node()}: {error}"))
            for batch in batches:
                numbers = batch["number"].to_pylist()
                yield pyarrow.record_batch([numbers, [why] * len(numbers)], ["number", "answer"])
        else:
            yield from made(batches, Order(*order))

    return answers
