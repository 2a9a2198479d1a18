"""Ghost or real: the signs added up, the share of ghosts, and what people found out."""
