"""Telegram Desktop's HTML exports: one page after the other."""
