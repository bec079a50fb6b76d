"""A list dropped on the bot: shown first, carried in by a tap, taken back as one."""

from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, labels, words
from sandbox.nouns import Upload

LIST = (
    "Company name,Company owner,Owner assigned date,City,Industry,First name,Last name,Email,Phone number,Notes,Lead score\n"
    "Northwind Ltd,Tom Reed,2026-02-01,Boston,Logistics,Ann,Ray,ann@northwind.example,+1 617 555 0101,Wants a quote,7\n"
    "Contoso GmbH,,,Berlin,,Max,Weber,max@contoso.example,,,\n"
    "Fabrikam,Nobody Known,2026-02-01,,,,,,,,\n"
    ",,,,,Lost,Soul,lost@example.com,,,\n"
)


def drop(firm: Company, user: str, content: str | bytes, name: str = "old crm.csv", text: str = "") -> None:
    raw = content.encode() if isinstance(content, str) else content
    firm.say(user, text, files=[Upload(name, raw, "text/csv")])


def test_a_list_is_shown_before_anything_changes(firm: Company) -> None:
    drop(firm, BOSS, LIST)
    card = firm.last_with(BOSS, "import.start")
    print(card.text); print(words(card.blocks)); print(labels(card))
    for m in firm.heard(BOSS): print("--", m.text, m.files)
    firm.press(BOSS, card, "import.start")
    for m in firm.heard(BOSS)[-3:]: print("--", m.text)
    who = firm.command(TOM, "/who Northwind"); print(words(who.message.blocks))
    print(words(firm.command(BOSS, "/who Contoso").message.blocks))
    print(firm.command(BOSS, "/dibs history Northwind").message.text)
    print(firm.troubles())
