"""How far the families of signs bear each other out here, and so how sure all of them together make anybody.

Where signs tell much, those of one kind agree with those of all others over the market; where they tell little, they agree with none.
So the distance between ghosts and real sellers that the other families find in each (`contradicted`), held against the
published one, tells without any truth how much the log odds are worth. On 33 markets of three simulators of others and eight kinds
of our own its logarithm goes with that of the factor that the log odds needed (correlation .73).
"""

import numpy as np

from schakel.judging.ghosts.contradicted import by_family, found_distance
from schakel.judging.ghosts.label_model import Learned, Marks, Published
from schakel.judging.weights import GhostModel

_LEAST = 0.1  # of the published distance


def borne_out(marks: Marks, published: Published, learned: Learned, model: GhostModel) -> float:
    """How many times the log odds count in these data, at most once: 1 where the families bear each other out as in our own
    markets, or where too little is seen to tell.
    """
    (parts, apart), settings = by_family(marks, published, learned, model), model.groups
    score = parts.sum(axis=1) + learned.prior
    weighed = total = varied = 0.0
    for at in range(parts.shape[1]):
        told = found_distance(score - parts[:, at], parts[:, at], apart[:, at], model)
        if told is not None:
            worth = float(apart[:, at].mean())
            total, weighed, varied = (
                total + worth,
                weighed + worth * told[0],
                varied + (worth * told[1]) ** 2,
            )
    if not total:
        return 1.0
    here, usual = total**2 / varied, settings["borne_usual"]
    elsewhere = 1.0 / settings["borne_moves"] ** 2
    mean = (here * weighed / total + elsewhere * usual) / (here + elsewhere)
    times = (max(mean, _LEAST) / usual) ** settings["borne_power"]
    return round(float(np.clip(times, settings["borne_least"], 1.0)), 6)
