"""A process of its own that claims one customer after the other: `python -m tests.races.claimant URL REP CUSTOMER…`."""

import json
import sys

from crm.refusal import Refusal
from operations.assigning import reassigning
from tests.yard import MONDAY, T1, Yard


def main(url: str, rep: str, *customer_ids: str) -> None:
    """Says "ready", waits for a line, then prints who owns each customer, with "!" where it was this rep who won."""
    one = Yard(url, build=False)
    print("ready", flush=True)
    sys.stdin.readline()
    told = {}
    for customer_id in customer_ids:
        try:
            reassigning.claim(one.office, workspace_id=T1, person_id=rep, customer_id=customer_id, now=MONDAY)
            told[customer_id] = f"{rep}!"
        except Refusal as refusal:
            told[customer_id] = str(refusal.facts["owner_id"])
    print(json.dumps(told))
    one.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
