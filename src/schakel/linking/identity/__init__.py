"""Identity leads: what a seller let slip, each with the place where it can be seen; never a conclusion about a person."""
