"""What the traffic means: which sellers are ghosts, what each does in the trade, where, when and how big."""

from schakel.judging.ghost_share import ghost_share
from schakel.judging.judge import judge

__all__ = ["ghost_share", "judge"]
