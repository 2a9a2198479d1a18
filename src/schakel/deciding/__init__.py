"""What to work on: what each lead is worth, what it costs, and the best use of the hours at hand."""

from schakel.deciding.capacity import Capacity, parse_hours
from schakel.deciding.choose import choose
from schakel.deciding.leads import propose_leads
from schakel.deciding.rules import Rules

__all__ = ["Capacity", "Rules", "choose", "parse_hours", "propose_leads"]
