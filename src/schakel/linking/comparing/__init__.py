"""What is seen on two accounts: what they have in common or against each other, before it is weighed."""
