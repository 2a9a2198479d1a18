"""eem: six simulated Telegram markets (see README.md)."""

from .worlds import WORLDS

__all__ = ["WORLDS"]
