"""Which customer a command begins with, and what it says after the name."""

from crm.customers import Customer, CustomerState
from crm.people import Person
from operations.customers.seeing import one_of
from operations.office import Office
from storage import customers

MARKS = ("：", ": ", "，", ", ")  # between a customer's name and what is said of it


def one_and_rest(office: Office, *, workspace_id: str, asker: Person, text: str) -> tuple[Customer, str]:
    """The customer a command begins with, and the words after it: "Acme: their board meets", or "Acme their board meets".

    Raises Refusal: no_name, no_customer, several.
    """
    head, mark, tail = next((parts for mark in MARKS if (parts := text.partition(mark))[1]), (text, "", ""))
    if mark:
        return one_of(office, workspace_id=workspace_id, asker=asker, query=head), tail.strip()
    words = text.split()
    for n in range(len(words), 0, -1):
        with office.database.read() as tx:
            exact = customers.named(tx, workspace_id=workspace_id, name=" ".join(words[:n]))
        if exact and exact.state != CustomerState.ARCHIVED:
            return exact, " ".join(words[n:])
    return one_of(office, workspace_id=workspace_id, asker=asker, query=text), ""
