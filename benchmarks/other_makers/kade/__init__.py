"""Kade: made-up markets of Dutch street and delivery trade on Telegram, with their truth.

People act day by day (sell, buy, brag, rip, complain, ban, move on); what shows in messages follows from what they did. See worlds.py and README.md.
"""
