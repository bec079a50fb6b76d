"""An admin names a channel: what a form, a workflow or a mail posts there is an inquiry."""

from typing import Any

from bot.gap_fill import fill_gaps
from tests.stories.company import BOSS, MEI, TOM, Company
from tests.stories.rep import enter, tap

FORM = (
    "*New submission*\n*Name:* Jane Wu\n*Company:* {company}\n*Email:* <mailto:jane@globex.example|jane@globex.example>"
)


def post(firm: Company, text: str, **more: Any) -> None:
    """What an app posts into the channel."""
    event = {"type": "message", "subtype": "bot_message", "bot_id": "B0FORMS", "channel": "C0FORMS", "text": text}
    stamp = firm.slack.clock.stamp()
    firm.slack.emit({**event, "channel_type": "channel", "ts": stamp, "event_ts": stamp, **more})
    firm.settle()


def test_a_watched_channels_forms_are_inquiries_and_its_talk_is_none(firm: Company) -> None:
    assert "pick the name Slack offers" in firm.command(TOM, "/dibs leads watch #web-forms").text
    assert "You may not do that" in firm.command(TOM, "/dibs leads watch <#C0FORMS|web-forms>").text
    assert "我不认识来源“梦里”" in firm.command(BOSS, "/dibs leads watch <#C0FORMS|web-forms> 梦里").text
    assert "没有被关注" in firm.command(BOSS, "/dibs leads unwatch <#C0FORMS|web-forms>").text
    firm.slack.add_channel("C0FORMS", name="web-forms", members=[BOSS, MEI, TOM])
    heard = len(firm.heard(BOSS))
    post(firm, FORM.format(company="Globex"))
    assert len(firm.heard(BOSS)) == heard, "nobody has named the channel yet"

    said = firm.command(BOSS, "/dibs 线索 关注 <#C0FORMS|web-forms> 展会").text
    assert "频道 <#C0FORMS>：市场活动" in said
    assert "请先把 Dibs 邀请进频道" in said
    post(firm, FORM.format(company="Globex"))
    assert "Globex" in firm.last(BOSS).text and "市场活动" in firm.last(BOSS).text
    pairs = (("姓名", "王芳"), ("公司", "新华"), ("手机", "13800138000"))
    fields = [{"type": "mrkdwn", "text": f"*{heading}*\n{value}"} for heading, value in pairs]
    post(firm, "新的表单", blocks=[{"type": "section", "fields": fields}])
    assert "新华" in firm.last(BOSS).text

    enter(firm, TOM, "Initech")
    mail = {
        "id": "F1",
        "mode": "email",
        "filetype": "email",
        "subject": "A quote, please",
        "plain_text": "for 50 seats",
    }
    sender = {"address": "bill@initech.example", "name": "Bill Lumbergh"}
    post(firm, "", subtype="file_share", files=[{**mail, "from": [sender]}])
    assert firm.last(BOSS).text.startswith("来了一条线索"), "the domain is near a known name: nothing is guessed"
    tap(firm, BOSS, firm.last(BOSS), "是 Initech")
    assert firm.last(TOM).text.startswith("*Initech* has asked for us. Bill Lumbergh")

    before = {who: len(firm.heard(who)) for who in (BOSS, MEI, TOM)}
    firm.say(MEI, "thanks, I'll call them: tomorrow", channel="C0FORMS")
    post(firm, FORM.format(company="Globex"))
    post(firm, FORM.format(company="Hooli"), thread_ts="1.1")
    post(firm, FORM.format(company="Hooli"), subtype="message_changed")
    assert {who: len(firm.heard(who)) for who in (BOSS, MEI, TOM)} == before
    firm.say(MEI, "a lady called the hotline: call her back at +86 139 0013 9000", channel="C0FORMS")
    assert firm.last(BOSS).text.startswith("来了一条线索"), "an address alone is asked about"
    tap(firm, BOSS, firm.last(BOSS), "新客户")
    assert "+86 139 0013 9000" in firm.command(BOSS, "/dibs pool").text

    firm.command(BOSS, "/dibs leads unwatch <#C0FORMS|web-forms>")
    before = {who: len(firm.heard(who)) for who in (BOSS, MEI, TOM)}
    post(firm, FORM.format(company="Umbrella"))
    assert {who: len(firm.heard(who)) for who in (BOSS, MEI, TOM)} == before


def test_what_was_posted_while_nobody_listened_is_read_after_the_outage(firm: Company) -> None:
    firm.slack.add_channel("C0FORMS", name="web-forms", members=[BOSS, MEI, TOM])
    firm.slack.join(MEI, "C0FORMS")
    firm.say(MEI, FORM.format(company="Too Early"), channel="C0FORMS")
    firm.command(BOSS, "/dibs leads watch <#C0FORMS|web-forms> website")
    firm.say(MEI, FORM.format(company="Globex"), channel="C0FORMS")
    firm.slack.disconnect_bot()
    firm.forgiven.add("connection_failed")
    missed = firm.slack.say(MEI, FORM.format(company="Umbrella"), channel="C0FORMS")
    firm.slack.say(TOM, "who takes this one?", channel="C0FORMS", thread_ts=missed.ts)
    firm.slack.say(TOM, "lunch, anybody?", channel="C0FORMS")
    firm.reconnect()
    heard = len(firm.heard(BOSS))
    fill_gaps(firm.dibs.client_of, firm.dibs.office, firm.slack.clock.now)
    firm.settle()
    assert "Umbrella" in firm.last(BOSS).text and "Too Early" not in str(firm.heard(BOSS))
    fill_gaps(firm.dibs.client_of, firm.dibs.office, firm.slack.clock.now)
    firm.settle()
    assert len(firm.heard(BOSS)) == heard + 1


def test_a_workflows_step_adds_a_lead_and_is_told_how_it_ended(firm: Company) -> None:
    inputs = {"company": "Globex", "name": "Jane Wu", "email": "jane@globex.example", "campaign": "spring fair"}
    run = firm.slack.run_step("add_lead", inputs)
    firm.settle()
    assert "Globex" in firm.last(BOSS).text and "spring fair" in firm.last(BOSS).text
    kept = "The inquiry is kept, and whoever it concerns is told."
    assert firm.slack.ws.steps[run] == {"outputs": {"summary": kept, "outcome": "new", "person": BOSS}}
    heard = len(firm.heard(BOSS))
    event = next(
        one.payload for one in reversed(firm.slack.deliveries) if one.payload["event"]["type"] == "function_executed"
    )
    firm.slack.redeliver(event["event_id"])
    firm.settle()
    assert len(firm.heard(BOSS)) == heard, "what is delivered twice is one inquiry, and ends once"
    again = firm.slack.run_step("add_lead", inputs)
    empty = firm.slack.run_step("add_lead", {"message": "hello"})
    firm.settle()
    before = "This inquiry was kept before; nobody is told twice."
    assert firm.slack.ws.steps[again] == {"outputs": {"summary": before, "outcome": "repeated"}}
    said = firm.slack.ws.steps[empty]["error"]
    assert said == "No inquiry was kept: it needs a company, a person, an e-mail or a phone."
