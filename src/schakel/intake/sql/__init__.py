"""SQL of the whole tables that follow from the messages."""
