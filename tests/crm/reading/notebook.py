"""A writer and their customers, whose notes the tests beside this read; the customers are the writer's own."""

from datetime import datetime

from crm.reading import CustomerIndex, KnownCustomer, Reading, ReadingContext, read_note

NOW = datetime.fromisoformat("2026-03-11T16:20")
NAMES = (
    "Acme Corp|Acme Labs|Globex Corporation|Northwind Traders|Target|May Mobility|International Business Machines"
    "|Delta Dental of Ohio|华为技术有限公司|招商银行|招商证券|京东集团|京东方科技集团|周大福珠宝|海康威视|东方航空"
)
KNOWN = tuple(KnownCustomer(f"C{n}", name) for n, name in enumerate(NAMES.split("|")))
OWN = frozenset(customer.customer_id for customer in KNOWN)
INDEX = CustomerIndex(KNOWN)


def read(text: str, index: CustomerIndex = INDEX) -> Reading:
    return read_note(text, customers=index, context=ReadingContext(now=NOW, own=OWN))
