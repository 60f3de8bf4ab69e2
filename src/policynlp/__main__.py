"""``python -m policynlp`` is the command ``policynlp``."""

from policynlp.cli import main

if __name__ == "__main__":
    main(prog_name="policynlp")
