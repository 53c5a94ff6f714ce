"""`make operator`: the whole path, with everything installed as the guide says; how long each step took."""

import sys

from tests.operator.path import whole_path


def main() -> int:
    """Walk the path, and tell the minutes that belong into the guide."""
    seconds = whole_path(installs=True)
    for name, taken in seconds.items():
        print(f"{taken:6.0f} s  {name}")
    print(f"{sum(seconds.values()) / 60:6.1f} minutes in all")
    return 0


if __name__ == "__main__":
    sys.exit(main())
