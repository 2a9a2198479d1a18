"""From accounts to sellers to real sellers: counts with the doubt about aliases and ghosts carried through."""
