"""What an intervention did: to ads, sellers, members and prices, beside what was not touched; and where the trade went."""
