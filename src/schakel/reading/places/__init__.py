"""Which towns a text names, by the gazetteer and by what stands beside the name."""
