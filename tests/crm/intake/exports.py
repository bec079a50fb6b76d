"""Files as other systems export them, built after their public documentation: their headings, their ways with dates, names,
money and encodings, and what they put around the table. Firms and people are made up."""

import io

from openpyxl import Workbook
from openpyxl.styles import Font

HUBSPOT_COMPANIES = (
    b'"Record ID","Company name","Company Domain Name","Company owner","Create Date","Phone Number","Last Activity Date",'
    b'"City","Country/Region","Industry","Original Source"\r\n'
    b'"18231","Northwind Ltd","northwind.example","Tom Reed","2025-11-03 09:14","+1 617-555-0101","2026-02-11 16:02",'
    b'"Boston","United States","LOGISTICS_AND_SUPPLY_CHAIN","Organic Search"\r\n'
    b'"18232","Contoso, GmbH","contoso.example","","2025-12-01 11:00","","","Berlin","Germany","",""\r\n'
)
HUBSPOT_DEALS = (
    b'"Record ID","Deal Name","Deal Stage","Close Date","Deal owner","Amount","Pipeline","Associated Company"\r\n'
    b'"991","Northwind - warehouse","Contract Sent","2026-06-30 00:00","Tom Reed","48000","Sales Pipeline","Northwind Ltd"\r\n'
)
SALESFORCE_ACCOUNTS = (  # a report, "ISO-8859-1", dates as an American user has them, a footer of its own
    '"Account Name","Account Owner","Billing City","Billing Country","Type","Industry","Phone","Rating","Account Source",'
    '"Created Date","Description"\r\n'
    '"Café Zürich AG","Tom Reed","Zürich","Switzerland","Prospect","Food & Beverage","+41 44 555 01 01","Hot","Web",'
    '"11/3/2025","Wants two machines,\r\nbudget in spring"\r\n'
).encode("latin-1")
SALESFORCE_OPPORTUNITIES = (
    '"Opportunity Name","Account Name","Stage","Close Date","Amount","Probability (%)","Opportunity Owner","Next Step",'
    '"Created Date"\r\n'
    '"Café Zürich AG-two machines","Café Zürich AG","Proposal/Price Quote","6/30/2026","CHF 36,000.00","75","Tom Reed",'
    '"send revised offer","1/15/2026"\r\n'
).encode("latin-1")
PIPEDRIVE_PEOPLE = (
    b"Person - ID,Person - Name,Person - Organization,Person - Email - Work,Person - Phone - Work,Person - Phone - Mobile,"
    b"Person - Owner,Person - Person created\n"
    b"12,Ann Ray,Northwind Ltd,ann@northwind.example,,+1 617 555 0102,Tom Reed,2025-11-04 10:00:00\n"
)
PIPEDRIVE_DEALS = (
    b"Deal - ID,Deal - Title,Deal - Organization,Deal - Value,Deal - Currency of Value,Deal - Stage,Deal - Owner,"
    b"Deal - Expected close date,Deal - Deal created,Deal - Probability\n"
    b"7,Northwind racks,Northwind Ltd,12500,EUR,Negotiations Started,Tom Reed,2026-05-15,2026-01-20 08:30:00,60\n"
)
ZOHO_ACCOUNTS = (
    "\ufeffRecord Id,Account Name,Account Owner.id,Account Owner,Rating,Phone,Website,Industry,Billing City,Created Time,"
    "Description,Tag\n"
    "zcrm_554023000000238121,Fabrikam Inc,zcrm_554023000000235011,Tom Reed,Active,415-555-0101,http://www.fabrikam.example,"
    "Manufacturing,San Francisco,2025-10-05 14:31:10,,\n"
).encode()
ZOHO_LEADS = (
    b"Record Id,Company,First Name,Last Name,Email,Phone,Lead Source,Lead Owner,Lead Status,Created Time\n"
    b"zcrm_1,Adatum,Max,Weber,max@adatum.example,,Trade Show,Tom Reed,Contacted,2025-10-05 14:31:10\n"
)


def _book(*rows: list[object], merged: tuple[str, ...] = ()) -> bytes:
    book, out = Workbook(), io.BytesIO()
    sheet = book.active
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    for cell in sheet[1]:
        cell.font = Font(bold=True)
    book.save(out)
    return out.getvalue()


CORDYS_CUSTOMERS = _book(
    ["客户名称", "负责人", "领取时间", "客户等级", "客户来源", "所属行业", "联系人", "联系电话", "最新跟进人", "创建时间"],
    ["新华物流有限公司", "陈梅", "2026-02-20 10:00:00", "A级", "展会", "物流", "王芳", 13800001111, "陈梅", "2025-11-03"],
)  # fmt: skip
WUKONG_CUSTOMERS = _book(
    ["客户导入导出（*为必填项）"],
    ["客户名称(*)", "客户级别", "客户行业", "手机", "网址", "下次联系时间", "备注", "负责人", "负责人获取客户时间"],
    ["北风科技", "B（普通客户）", "制造业", "138-0000-2222", "www.bf.example", "2026-04-01 09:30:00", "老板关心交期", "陈梅",
     "2026-02-25 08:00:00"],
    merged=("A1:I1",),
)  # fmt: skip
MERGED_GROUPS = _book(  # as people make them: groups merged over their columns, plain headings merged downwards
    ["Customers 2026"],
    ["Company", "Where", None, "Contact", None, None],
    [None, "City", "Industry", "Name", "Phone", "E-mail"],
    ["Litware", "Oslo", "Energy", "Kari Dahl", "+47 22 55 01 01", "kari@litware.example"],
    merged=("A1:F1", "A2:A3", "B2:C2", "D2:F2"),
)
HUBSPOT_CONTACTS = (
    b'"Record ID","First Name","Last Name","Email","Phone Number","Contact owner","Create Date","Associated Company"'
    b'\r\n"551","Ann","Ray","ann@northwind.example","+1 617-555-0102","Tom Reed","2025-11-03 09:20","Northwind Ltd"\r\n'
)
HUBSPOT_CALLS = (
    b'"Record ID","Call Title","Activity date","Activity assigned to","Call notes","Call outcome","Associated Company"\r\n'
    b'"7001","Call with Ann","2026-02-11 16:02","Tom Reed","Wants racks in June","Connected","Northwind Ltd"\r\n'
)
SALESFORCE_CONTACTS = (
    '"First Name","Last Name","Title","Account Name","Mailing City","Email","Phone","Account Owner"\r\n'
    '"Zoë","Müller","CFO","Café Zürich AG","Zürich","zoe@cafe.example","+41 44 555 01 02","Tom Reed"\r\n'
).encode("latin-1")
SALESFORCE_ACTIVITIES = (  # the report of tasks and events: its "Date" and "Status" are theirs
    '"Subject","Company / Account","Contact","Assigned","Date","Type","Status","Full Comments"\r\n'
    '"Call","Café Zürich AG","Zoë Müller","Tom Reed","2/3/2026","Call","Completed","asked for a trial"\r\n'
    '"Send offer","Café Zürich AG","Zoë Müller","Tom Reed","3/20/2026","Other","Not Started",""\r\n'
).encode("latin-1")
PIPEDRIVE_ORGANIZATIONS = (
    b"Organization - ID,Organization - Name,Organization - Owner,Organization - City/town/village/locality of Address,"
    b"Organization - Organization created\n4,Northwind Ltd,Tom Reed,Boston,2025-11-04 09:58:00\n"
)
PIPEDRIVE_ACTIVITIES = (
    b"Activity - Subject,Activity - Type,Activity - Organization,Activity - Contact person,Activity - Due date,Activity - Done,"
    b"Activity - Assigned to user,Activity - Note\n"
    b"Racks,Call,Northwind Ltd,Ann Ray,2026-02-11,Done,Tom Reed,wants 12\n"
    b"Visit the site,Meeting,Northwind Ltd,Ann Ray,2026-04-02,To do,Tom Reed,\n"
)
PIPEDRIVE_WON = b"Deal - Title,Deal - Organization,Deal - Stage,Deal - Status\nRacks,Northwind Ltd,Proposal Made,Won\n"
ZOHO_CONTACTS = (
    b"Record Id,First Name,Last Name,Account Name,Email,Phone,Mobile,Contact Owner,Created Time\n"
    b"zcrm_9,Eva,Lind,Fabrikam Inc,eva@fabrikam.example,,415-555-0102,Tom Reed,2025-10-05 14:40:00\n"
)
ZOHO_DEALS = (
    b"Record Id,Deal Name,Account Name,Amount,Closing Date,Stage,Probability (%),Deal Owner,Lead Source\n"
    b"zcrm_7,Line two,Fabrikam Inc,15000,2026-07-01,Identify Decision Makers,50,Tom Reed,Trade Show\n"
)
ZOHO_CALLS = (
    b"Record Id,Subject,Call Type,Call Owner,Related To,Contact Name,Call Start Time,Call Duration,Description\n"
    b"zcrm_8,Prices,Outbound,Tom Reed,Fabrikam Inc,Eva Lind,2026-02-11 10:00:00,05:10,will decide in March\n"
)
CORDYS_DEALS = _book(
    ["商机名称", "客户名称", "商机阶段", "金额", "可能性", "结束时间", "负责人"],
    ["仓储项目", "新华物流有限公司", "项目汇报", 88000, "60%", "2026-06-30", "陈梅"],
)
CORDYS_RECORDS = _book(
    ["客户名称", "联系人", "跟进方式", "跟进时间", "跟进内容", "负责人"],
    ["新华物流有限公司", "王芳", "电话", "2026-02-21 09:30:00", "看了样品", "陈梅"],
)
CORDYS_CONTACTS = _book(
    ["客户名称", "姓名", "手机号", "邮箱", "负责人"],
    ["新华物流有限公司", "王芳", "13800001111", "w@xh.example", "陈梅"],
)
WUKONG_CONTACTS = _book(
    ["联系人导入导出（*为必填项）"],
    ["姓名(*)", "客户名称(*)", "手机", "电子邮箱", "职务"],
    ["李强", "北风科技", "13900002222", "li@bf.example", "采购"],
    merged=("A1:E1",),
)  # fmt: skip
WUKONG_DEALS = _book(
    ["商机名称", "客户名称", "商机金额", "预计成交日期", "商机阶段", "负责人"],
    ["二期", "北风科技", "50000", "2026-05-31", "方案/报价", "陈梅"],
)
WUKONG_RECORDS = _book(
    ["跟进记录"],
    ["所属客户", "跟进内容", "跟进人", "跟进时间", "跟进方式", "下次联系时间", "相关联系人", "相关商机"],
    ["北风科技", "讨论交期", "陈梅", "2026-02-25 15:00:00", "见面拜访", "2026-04-01 09:30:00", "李强", "二期"],
    merged=("A1:H1",),
)
