"""Histories of chats over Telegram's own protocol, by an account that nobody notices: every request goes through the guard."""
