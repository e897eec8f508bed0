"""``python -m verifier``."""

from verifier.cli import main

if __name__ == "__main__":  # a process that reads files for this one imports it, too
    main()
