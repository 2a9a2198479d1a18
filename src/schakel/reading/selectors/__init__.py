"""What identifies somebody: user names, telephone numbers, links, wallets, accounts on other platforms."""
