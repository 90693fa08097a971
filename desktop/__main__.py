"""The one command: with a verb or an option the command line, without one the window."""

import sys


def main() -> int:
    """Run the command line, which loads no Qt, or open the window; return the exit code."""
    if len(sys.argv) > 1:
        from tracker.cli import main as run_verb  # noqa: PLC0415

        return run_verb()
    from desktop.app import run  # noqa: PLC0415

    return run()


if __name__ == "__main__":
    sys.exit(main())
