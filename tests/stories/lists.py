"""What stories about lists share: dropping one, the message about it, the file that comes back."""

import csv
import io

from sandbox.nouns import Message, Upload
from tests.stories.company import BOSS, Company

OLD_CRM = (
    "Company name,Company owner,Owner assigned date,City,Industry,First name,Last name,Email,Phone number,Notes,Lead score\n"
    "Northwind Ltd,Tom Reed,2026-02-01,Boston,Logistics,Ann,Ray,ann@northwind.example,+1 617 555 0101,Wants a quote,7\n"
    "Contoso GmbH,,,Berlin,,Max,Weber,max@contoso.example,,,\n"
    "Fabrikam,Nobody Known,2026-02-01,,,,,,,,\n"
    ",,,,,Lost,Soul,lost@example.com,,,\n"
)


def drop(firm: Company, user: str, content: str | bytes, name: str = "old crm.csv", text: str = "") -> Message:
    """Drop a file on the bot; the bot's last word about it, the rows that came back as a file apart."""
    raw = content.encode() if isinstance(content, str) else content
    firm.say(user, text, files=[Upload(name, raw, "text/csv")])
    return next(one for one in reversed(firm.heard(user)) if not one.files)


def carry_in(firm: Company, content: str | bytes, name: str = "old crm.csv") -> Message:
    """Drop a list and let it go in; the message as it stands then."""
    card = drop(firm, BOSS, content, name)
    firm.press(BOSS, card, "import.start")
    return standing(firm, card)


def standing(firm: Company, card: Message) -> Message:
    return next(one for one in firm.slack.dm(BOSS) if one.ts == card.ts)


def sent_file(firm: Company, user: str) -> tuple[str, bytes]:
    """Name and content of the last file the bot showed a person."""
    shown = next(one for one in reversed(firm.heard(user)) if one.files)
    file = firm.slack.ws.files[shown.files[0]]
    return file.name, file.content


def sent_rows(firm: Company, user: str) -> list[list[str]]:
    return list(csv.reader(io.StringIO(sent_file(firm, user)[1].decode("utf-8-sig"))))
