"""What a process of its own does that claims one customer after the other."""

from multiprocessing.queues import Queue
from multiprocessing.synchronize import Barrier

from crm.refusal import Refusal
from operations.assigning import reassigning
from tests.races.hands import press
from tests.yard import MONDAY, T1, Yard


def run(url: str, rep: str, customer_ids: list[str], start: Barrier, said: "Queue[dict[str, str]]") -> None:
    """Waits until all are ready, then says who owns each customer, with "!" where it was this rep who won."""
    one = Yard(url, build=False)
    start.wait(120)
    told = {}
    for customer_id in customer_ids:
        try:
            wanted = {"workspace_id": T1, "person_id": rep, "customer_id": customer_id}
            press(lambda wanted=wanted: reassigning.claim(one.office, **wanted, now=MONDAY))  # type: ignore[misc]
            told[customer_id] = f"{rep}!"
        except Refusal as refusal:
            told[customer_id] = str(refusal.facts["owner_id"])
    said.put(told)
    one.close()
