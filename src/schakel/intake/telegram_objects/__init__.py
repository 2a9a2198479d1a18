"""Messages, accounts and chats as objects of Telegram itself: what Telethon and 4CAT write."""
