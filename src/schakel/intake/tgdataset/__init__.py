"""TGDataset: channels with their messages, many to a file."""
