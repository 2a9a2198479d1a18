"""What likeness of writing weighs: a curve from the word list, the same for everybody."""

import numpy as np

from schakel.linking.weights import load_settings


def writing_weight(alike: float) -> float:
    """The log10 likelihood ratio of a likeness of writing between 0 and 1 (see `style`)."""
    curve = load_settings().curves["writes_alike"]
    return round(float(np.interp(alike, curve.values, curve.weights)), 4)
