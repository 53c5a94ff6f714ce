"""`make attack`: the production server under attack, alone and behind the example proxy, and every role against another
municipality. Ends with 1 when something gave way."""

import argparse
import sys
import time
from pathlib import Path

from tests.attack.costs import costs
from tests.attack.roles import roles
from tests.attack.served import Served, prepared, served
from tests.attack.slow import slow
from tests.attack.storm import storm
from tests.attack.uploads import uploads
from tests.attack.watching import Watch
from tests.services.nginx import in_front_of

#: What is done to a site, in this order; each tells its faults to the watch. Whoever adds an attack writes it here.
ATTACKS = (uploads, slow, costs)


def attack(site: Served, port: int, requests: int, *logs: Path, tls: bool = False) -> list[str]:
    """All attacks on one port of a site; the faults that were found."""
    watch = Watch(site)
    for one in ATTACKS:
        one(watch, port, tls=tls)
    storm(watch, requests, port, tls=tls)
    watch.leaks(*logs)
    return watch.faults


def main() -> int:
    """Attack twice, and say what gave way."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--requests", type=int, default=20_000, help="hostile requests in all (default: 20,000)")
    asked = parser.parse_args()
    begun = time.monotonic()
    print("Roles:")
    faults = roles()
    with prepared() as folder:
        print("The server alone:")
        with served(folder) as site:
            faults += attack(site, site.port, asked.requests // 2)
        print("Behind the proxy:")
        with served(folder, {"BEHIND_PROXY": "on"}) as site, in_front_of(site.port, folder) as (port, log):
            faults += attack(site, port, asked.requests // 2, log, tls=True)
    for fault in faults[:50]:
        print(f"FAULT {fault}")
    print(f"{len(faults)} faults, {time.monotonic() - begun:.0f} s")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
