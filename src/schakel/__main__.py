"""`python -m schakel` is the command `schakel`."""

from schakel.showing.cli.door import main

if __name__ == "__main__":
    main()
