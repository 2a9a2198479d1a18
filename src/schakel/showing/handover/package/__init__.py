"""The sealed hand-over package of a lead: what a prosecutor, another unit or an expert of the court needs of it."""
