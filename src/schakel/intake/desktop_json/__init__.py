"""Telegram Desktop's JSON exports, in every form since 2018."""
