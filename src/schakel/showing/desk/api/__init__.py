"""The desk for programs: leads, sellers, messages, verdicts and the plan as JSON, with a token. Names stay hidden."""
