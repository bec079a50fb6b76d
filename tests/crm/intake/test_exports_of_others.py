"""A file as HubSpot, Salesforce, Pipedrive, Zoho, Cordys or WuKong exports it is read whole, without a word about its columns."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from crm.intake.lists import batches, first_reading, headings_of
from crm.intake.rows import ListedCustomer
from tests.crm.intake import exports

Expected = dict[str, object]


def at(when: str) -> datetime:
    return datetime.fromisoformat(when).replace(tzinfo=UTC)


FILES: dict[str, tuple[bytes, str, list[Expected]]] = {
    "HubSpot companies": (exports.HUBSPOT_COMPANIES, "MDY", [
        {"name": "Northwind Ltd", "owner": "Tom Reed", "domain": "northwind.example", "city": "Boston",
         "source": "Organic Search", "phone": "+1 617-555-0101", "created": at("2025-11-03 09:14")},
        {"name": "Contoso, GmbH", "owner": None, "city": "Berlin", "industry": None},
    ]),
    "HubSpot deals": (exports.HUBSPOT_DEALS, "MDY", [
        {"name": "Northwind Ltd", "touch": None, "deal.name": "Northwind - warehouse", "deal.stage": "Contract Sent",
         "deal.amount": Decimal(48000), "deal.close_on": date(2026, 6, 30), "deal.owner": "Tom Reed"},
    ]),
    "Salesforce accounts": (exports.SALESFORCE_ACCOUNTS, "MDY", [
        {"name": "Café Zürich AG", "owner": "Tom Reed", "city": "Zürich", "grade": None, "source": "Web",
         "created": at("2025-11-03 12:00"), "touch.outcome": "Wants two machines,\r\nbudget in spring"},
    ]),
    "Salesforce opportunities": (exports.SALESFORCE_OPPORTUNITIES, "MDY", [
        {"name": "Café Zürich AG", "deal.name": "Café Zürich AG-two machines", "deal.stage": "Proposal/Price Quote",
         "deal.amount": Decimal("36000.00"), "deal.probability": 75, "deal.close_on": date(2026, 6, 30)},
    ]),
    "Pipedrive people": (exports.PIPEDRIVE_PEOPLE, "DMY", [
        {"name": "Northwind Ltd", "contact": "Ann Ray", "email": "ann@northwind.example", "phone": "+1 617 555 0102",
         "owner": "Tom Reed"},
    ]),
    "Pipedrive deals": (exports.PIPEDRIVE_DEALS, "DMY", [
        {"name": "Northwind Ltd", "deal.name": "Northwind racks", "deal.amount": Decimal(12500), "deal.currency": "EUR",
         "deal.created_at": at("2026-01-20 08:30"), "deal.probability": 60},
    ]),
    "Zoho accounts": (exports.ZOHO_ACCOUNTS, "MDY", [
        {"name": "Fabrikam Inc", "owner": "Tom Reed", "domain": "fabrikam.example", "industry": "Manufacturing",
         "created": at("2025-10-05 14:31:10")},
    ]),
    "Zoho leads": (exports.ZOHO_LEADS, "MDY", [
        {"name": "Adatum", "contact": "Max Weber", "email": "max@adatum.example", "source": "Trade Show"},
    ]),
    "Cordys": (exports.CORDYS_CUSTOMERS, "YMD", [
        {"name": "新华物流有限公司", "owner": "陈梅", "owner_since": at("2026-02-20 10:00"), "grade": "A",
         "contact": "王芳", "phone": "13800001111", "industry": "物流"},
    ]),
    "WuKong": (exports.WUKONG_CUSTOMERS, "YMD", [
        {"name": "北风科技", "owner": "陈梅", "owner_since": at("2026-02-25 08:00"), "domain": "bf.example",
         "touch.outcome": "老板关心交期", "plan.due_at": at("2026-04-01 09:30"), "phone": "138-0000-2222"},
    ]),
    "headings merged over groups": (exports.MERGED_GROUPS, "MDY", [
        {"name": "Litware", "city": "Oslo", "industry": "Energy", "contact": "Kari Dahl", "email": "kari@litware.example",
         "phone": "+47 22 55 01 01"},
    ]),
}  # fmt: skip


@pytest.mark.parametrize("system", FILES)
def test_an_export_of_another_system_is_read_whole(system: str) -> None:
    raw, order, expected = FILES[system]
    reading = first_reading(headings_of(io.BytesIO(raw)), date_order=order, zone="UTC")
    listed = [one for _, batch in batches(io.BytesIO(raw), reading) for _, _, one in batch]
    assert all(isinstance(one, ListedCustomer) for one in listed), listed
    read = [{path: _at(one, path) for path in facts} for one, facts in zip(listed, expected, strict=True)]
    assert read == expected


def _at(value: object, path: str) -> object:
    for name in path.split("."):
        value = getattr(value, name)
    return value
