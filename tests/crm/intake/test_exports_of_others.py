"""A file as HubSpot, Salesforce, Pipedrive, Zoho, Cordys or WuKong exports it is read whole, without a word about its columns."""

import io
from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from crm.intake import values
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
    "HubSpot contacts": (exports.HUBSPOT_CONTACTS, "MDY", [
        {"name": "Northwind Ltd", "contact": "Ann Ray", "email": "ann@northwind.example", "owner": "Tom Reed"},
    ]),
    "HubSpot calls": (exports.HUBSPOT_CALLS, "MDY", [
        {"name": "Northwind Ltd", "touch.kind": "call", "touch.outcome": "Call with Ann: Wants racks in June",
         "touch.happened_at": at("2026-02-11 16:02"), "touch.author": "Tom Reed"},
    ]),
    "Salesforce contacts": (exports.SALESFORCE_CONTACTS, "MDY", [
        {"name": "Café Zürich AG", "contact": "Zoë Müller", "city": "Zürich", "email": "zoe@cafe.example", "touch": None},
    ]),
    "Salesforce activities": (exports.SALESFORCE_ACTIVITIES, "MDY", [
        {"name": "Café Zürich AG", "touch.kind": "call", "touch.outcome": "Call: asked for a trial", "plan": None,
         "touch.happened_at": at("2026-02-03 12:00"), "touch.author": "Tom Reed"},
        {"touch": None, "plan.due_at": at("2026-03-20 12:00"), "plan.step": "Send offer", "plan.owner": "Tom Reed"},
    ]),
    "Pipedrive organizations": (exports.PIPEDRIVE_ORGANIZATIONS, "DMY", [
        {"name": "Northwind Ltd", "owner": "Tom Reed", "city": "Boston", "created": at("2025-11-04 09:58")},
    ]),
    "Pipedrive activities": (exports.PIPEDRIVE_ACTIVITIES, "DMY", [
        {"name": "Northwind Ltd", "touch.kind": "call", "touch.contact": "Ann Ray", "touch.outcome": "Racks: wants 12"},
        {"touch": None, "plan.step": "Visit the site", "plan.contact": "Ann Ray", "plan.owner": "Tom Reed"},
    ]),
    "Pipedrive won deals": (exports.PIPEDRIVE_WON, "DMY", [{"deal.name": "Racks", "deal.stage": "won"}]),
    "Zoho contacts": (exports.ZOHO_CONTACTS, "MDY", [
        {"name": "Fabrikam Inc", "contact": "Eva Lind", "phone": "415-555-0102", "owner": "Tom Reed"},
    ]),
    "Zoho deals": (exports.ZOHO_DEALS, "MDY", [
        {"name": "Fabrikam Inc", "deal.name": "Line two", "deal.stage": "Identify Decision Makers", "deal.probability": 50},
    ]),
    "Zoho calls": (exports.ZOHO_CALLS, "MDY", [
        {"name": "Fabrikam Inc", "contact": "Eva Lind", "touch.kind": "call", "touch.author": "Tom Reed",
         "touch.outcome": "Prices: will decide in March"},
    ]),
    "Cordys deals": (exports.CORDYS_DEALS, "YMD", [
        {"name": "新华物流有限公司", "deal.name": "仓储项目", "deal.stage": "项目汇报", "deal.amount": Decimal(88000),
         "deal.close_on": date(2026, 6, 30), "deal.probability": 60},
    ]),
    "Cordys contacts": (exports.CORDYS_CONTACTS, "YMD", [{"contact": "王芳", "phone": "13800001111", "touch": None}]),
    "Cordys records": (exports.CORDYS_RECORDS, "YMD", [
        {"name": "新华物流有限公司", "touch.kind": "call", "touch.outcome": "看了样品", "touch.author": "陈梅"},
    ]),
    "WuKong contacts": (exports.WUKONG_CONTACTS, "YMD", [{"name": "北风科技", "contact": "李强", "email": "li@bf.example"}]),
    "WuKong deals": (exports.WUKONG_DEALS, "YMD", [{"deal.name": "二期", "deal.stage": "方案/报价", "deal.owner": None}]),
    "WuKong records": (exports.WUKONG_RECORDS, "YMD", [
        {"name": "北风科技", "touch.kind": "visit", "touch.contact": "李强", "touch.author": "陈梅", "deal": None,
         "touch.outcome": "讨论交期", "plan.due_at": at("2026-04-01 09:30")},
    ]),
    "headings merged over groups": (exports.MERGED_GROUPS, "MDY", [
        {"name": "Litware", "city": "Oslo", "industry": "Energy", "contact": "Kari Dahl", "email": "kari@litware.example",
         "phone": "+47 22 55 01 01"},
    ]),
}  # fmt: skip


def test_their_stages_are_ours() -> None:
    stages = {
        "qualified": ("Qualification", "需求明确", "Contact Made"),
        "evaluation": ("Needs Analysis", "Identify Decision Makers", "Demo Scheduled", "方案验证"),
        "proposal": ("Proposal/Price Quote", "Proposal Made", "方案/报价", "项目汇报"),
        "negotiation": ("Negotiation/Review", "Contract Sent", "Negotiations Started", "商务采购"),
        "lost": ("Closed Lost to Competition", "Closed Lost", "输单", "无效"),
        "won": ("Closed Won", "赢单", "成功"),
    }
    assert {ours: {values.stage(word) for word in words} for ours, words in stages.items()} == {
        ours: {ours} for ours in stages
    }


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
