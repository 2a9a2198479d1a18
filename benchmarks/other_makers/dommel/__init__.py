"""dommel: a market of firms, thieves, buyers and bystanders, written out as Telegram exports."""

from .worlds import WORLDS

__all__ = ["WORLDS"]
