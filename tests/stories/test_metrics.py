"""Whoever runs Dibs sees in figures how it fares."""

from prometheus_client.parser import text_string_to_metric_families

from bot.web import beside_slack
from tests.stories.company import TOM, Company
from tests.stories.rep import enter


def figures(firm: Company) -> dict[str, float]:
    """What GET /metrics says: `name` or `name{value of its label}` → value."""
    answered: list[str] = []
    body = b"".join(
        beside_slack(firm.dibs)({"PATH_INFO": "/metrics"}, lambda status, headers, info=None: answered.append(status))  # type: ignore[arg-type,return-value]
    )
    assert answered == ["200 OK"]
    samples = [one for family in text_string_to_metric_families(body.decode()) for one in family.samples]
    return {"/".join((one.name, *one.labels.values())): one.value for one in samples}


def test_a_note_and_its_receipt_are_in_the_figures_and_its_customer_is_not(firm: Company) -> None:
    before = figures(firm)
    enter(firm, TOM, "Acme")
    after = figures(firm)
    assert after["dibs_turn_seconds_count"] > before["dibs_turn_seconds_count"]
    assert after["dibs_letters_total/sent"] > before.get("dibs_letters_total/sent", 0)
    assert after["dibs_outbox_due"] == 0 and after["dibs_database_up"] == 1
    assert not any("acme" in name.lower() for name in after)


def test_what_slack_does_not_take_waits_in_the_figures(firm: Company) -> None:
    firm.slack.faults.always("chat.postMessage", "429", retry_after=60)
    firm.say(TOM, "new customer Acme: called Jane Wu, she wants a quote by Friday")
    assert figures(firm)["dibs_letters_total/retryat"] >= 1
    assert figures(firm)["dibs_outbox_due"] >= 1
