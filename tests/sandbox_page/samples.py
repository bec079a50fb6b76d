"""Messages and views that hold every block and element the page must draw."""

from __future__ import annotations

from typing import Any

Json = dict[str, Any]
NOW = 1_795_284_000  # Sat 21 Nov 2026 18:00 UTC


def plain(text: str) -> Json:
    return {"type": "plain_text", "text": text, "emoji": True}


def mrkdwn(text: str) -> Json:
    return {"type": "mrkdwn", "text": text}


def option(text: str, value: str, note: str = "") -> Json:
    return {"text": plain(text), "value": value, **({"description": plain(note)} if note else {})}


def button(text: str, action_id: str, **more: Any) -> Json:
    return {"type": "button", "text": plain(text), "action_id": action_id, "value": action_id, **more}


CONFIRM = {
    "title": plain("Let go of Acme?"),
    "text": mrkdwn("It goes back to the pool at once."),
    "confirm": plain("Let go"),
    "deny": plain("Keep"),
    "style": "danger",
}

RECEIPT: list[Json] = [
    {
        "type": "section",
        "block_id": "receipt",
        "text": mrkdwn(
            "*Logged:* call, Jane Wu (<https://acme.example|Acme>)\nYours until "
            f"<!date^{NOW + 20 * 86400}^{{date_short_pretty}}|11 Dec> (+12 days). "
            f"Next: <!date^{NOW + 3 * 86400 - 32400}^{{date_long}} {{time}}|Tue 24 Nov 09:00>, send quote."
        ),
        "accessory": {
            "type": "overflow",
            "action_id": "more",
            "options": [option("Card", "card"), option("Move the next step", "move")],
        },
    },
    {
        "type": "actions",
        "block_id": "doings",
        "elements": [
            button("Edit", "edit", style="primary"),
            button("Undo", "undo"),
            button("Let go", "let_go", style="danger", confirm=CONFIRM),
        ],
    },
    {"type": "context", "elements": [mrkdwn("Logged by <@U_LI> in <#C_SALES> at 5 &lt; 6 &amp; done")]},
]

MARKS = (
    "*bold* _italic_ ~gone~ `code` and 5*3*2 stays\n&gt; quoted &amp; kept\n• one\n• two\n"
    "```\nlet x = 1;\n```\n<mailto:jane@acme.example|write to Jane> <javascript:alert(1)|no> &lt;b&gt;not bold&lt;/b&gt; "
    "<@U_MEI> <!here>"
)

ELEMENTS: list[Json] = [
    {"type": "header", "text": plain("Everything one can press")},
    {
        "type": "actions",
        "block_id": "selects",
        "elements": [
            {
                "type": "static_select",
                "action_id": "stage",
                "placeholder": plain("Stage"),
                "option_groups": [
                    {"label": plain("Open"), "options": [option("Lead", "lead"), option("Qualified", "qualified")]},
                    {"label": plain("Closed"), "options": [option("Won", "won"), option("Lost", "lost")]},
                ],
                "initial_option": option("Qualified", "qualified"),
            },
            {"type": "users_select", "action_id": "owner", "placeholder": plain("Owner")},
            {"type": "channels_select", "action_id": "channel", "placeholder": plain("Channel")},
            {"type": "datepicker", "action_id": "day", "initial_date": "2026-11-24", "placeholder": plain("Day")},
            {"type": "timepicker", "action_id": "time", "initial_time": "09:00"},
            {"type": "datetimepicker", "action_id": "when", "initial_date_time": NOW},
        ],
    },
    {
        "type": "section",
        "block_id": "fields",
        "text": mrkdwn("*Acme* · grade A"),
        "fields": [
            mrkdwn("*Owner*\nLi Na"),
            mrkdwn("*Until*\n11 Dec"),
            mrkdwn("*Phone*\n138 0013 8000"),
            plain("*Stage*"),
        ],
        "accessory": {"type": "image", "image_url": "/page/icon.svg", "alt_text": "The mark of Dibs"},
    },
    {"type": "divider"},
    {
        "type": "section",
        "block_id": "ticks",
        "text": mrkdwn("What was agreed?"),
        "accessory": {
            "type": "checkboxes",
            "action_id": "agreed",
            "options": [option("Price", "price"), option("Date", "date", "when it starts")],
            "initial_options": [option("Price", "price")],
        },
    },
    {
        "type": "image",
        "image_url": "https://elsewhere.example/a.png",
        "alt_text": "A picture elsewhere",
        "title": plain("Elsewhere"),
    },
    {
        "type": "rich_text",
        "elements": [
            {
                "type": "rich_text_section",
                "elements": [
                    {"type": "text", "text": "rich ", "style": {"bold": True}},
                    {"type": "user", "user_id": "U_LI"},
                    {"type": "link", "url": "https://acme.example", "text": " a link"},
                ],
            },
            {
                "type": "rich_text_list",
                "style": "ordered",
                "elements": [{"type": "rich_text_section", "elements": [{"type": "text", "text": "first"}]}],
            },
        ],
    },
    {
        "type": "markdown",
        "text": "## Heading\n**bold** and [link](https://acme.example)\n\n- one\n- two\n\n| a | b |\n|---|---|\n| 1 | 2 |",
    },
]


def series(name: str, *values: float) -> Json:
    labels = ["W43", "W44", "W45", "W46", "W47, before Singles"]
    return {"name": name, "data": [{"label": k, "value": v} for k, v in zip(labels, values, strict=True)]}


AXIS = {"categories": ["W43", "W44", "W45", "W46", "W47, before Singles"], "x_label": "Week", "y_label": "Calls"}


def chart(kind: str) -> Json:
    plotted = {"series": [series("Li Na", 4, 7, 3, 9, 12), series("Tom", 6, 5, 8, 7, 4)], "axis_config": AXIS}
    segments = [("Lead", 31), ("Qualified", 18), ("Proposal", 9), ("Won", 5)]
    pie = {"segments": [{"label": k, "value": v} for k, v in segments]}
    return {
        "type": "data_visualization",
        "block_id": f"chart-{kind}",
        "title": f"Calls as {kind}",
        "chart": {"type": kind, **(pie if kind == "pie" else plotted)},
    }


CHARTS: list[Json] = [chart("bar"), chart("line")]
MORE_CHARTS: list[Json] = [chart("area"), chart("pie")]


def cell(text: str) -> Json:
    return {"type": "raw_text", "text": text}


TABLE: list[Json] = [
    {
        "type": "table",
        "block_id": "table",
        "column_settings": [{"is_wrapped": True}, None, {"align": "right"}],
        "rows": [
            [cell("Customer"), cell("Owner"), cell("Days left")],
            [cell("Acme"), cell("Li Na"), {"type": "raw_number", "value": 12, "text": "12"}],
            [cell("新华书店"), cell("Tom Baker"), cell("3")],
        ],
    }
]


def field(block_id: str, label: str, element: Json, **more: Any) -> Json:
    return {"type": "input", "block_id": block_id, "label": plain(label), "element": element, **more}


MODAL: Json = {
    "id": "V1",
    "type": "modal",
    "callback_id": "log",
    "previous_view_id": None,
    "root_view_id": "V1",
    "hash": "1",
    "title": plain("Edit the log"),
    "submit": plain("Save"),
    "close": plain("Cancel"),
    "private_metadata": "",
    "blocks": [
        field(
            "customer",
            "Customer",
            {"type": "external_select", "action_id": "a", "min_query_length": 1, "placeholder": plain("Who?")},
        ),
        field(
            "kind",
            "Kind",
            {
                "type": "radio_buttons",
                "action_id": "a",
                "options": [option("Call", "call"), option("Visit", "visit")],
                "initial_option": option("Call", "call"),
            },
        ),
        field(
            "outcome",
            "Outcome",
            {"type": "plain_text_input", "action_id": "a", "multiline": True, "initial_value": "They want 50 seats"},
            hint=plain("In your own words"),
        ),
        field("next", "Next step", {"type": "plain_text_input", "action_id": "a"}, optional=True),
        field("day", "On", {"type": "datepicker", "action_id": "a", "initial_date": "2026-11-24"}, optional=True),
        field(
            "seats",
            "Seats",
            {"type": "number_input", "action_id": "a", "is_decimal_allowed": False, "min_value": "1"},
            optional=True,
        ),
        field("mail", "E-mail", {"type": "email_text_input", "action_id": "a"}, optional=True),
        field(
            "tags",
            "Tags",
            {
                "type": "multi_static_select",
                "action_id": "a",
                "options": [option("Hot", "hot"), option("Old friend", "old"), option("VIP", "vip")],
            },
            optional=True,
        ),
        {"type": "context", "elements": [mrkdwn("Dates are in your own time zone.")]},
    ],
}

HOME: Json = {
    "id": "VH",
    "type": "home",
    "blocks": [
        {"type": "header", "text": plain("My day")},
        {
            "type": "section",
            "text": mrkdwn("*Acme* · yours for 3 more days"),
            "accessory": button("Log call", "log_call", style="primary"),
        },
        {"type": "divider"},
        chart("bar"),
        *TABLE,
    ],
}
