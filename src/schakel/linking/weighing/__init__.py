"""What all that is seen on two accounts weighs together, also by what these data themselves tell."""
