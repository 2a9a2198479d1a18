"""Schakel: from lawfully held Telegram traffic to the few cases worth the hours."""

__version__ = "0.1.0"
