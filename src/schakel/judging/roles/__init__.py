"""Who does what in the chain, by what is offered, said and seen."""
