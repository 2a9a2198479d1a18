"""What is collected without a trace: the only room that may open a network connection, and it only ever asks."""
