"""rotte: a market of crews, customers, debts and grudges, told as Telegram exports."""

from .worlds import WORLDS

__all__ = ["WORLDS"]
