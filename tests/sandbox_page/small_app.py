"""A small app of Bolt's, so that the page, the sandbox's server and a real bot can be seen working together."""

from __future__ import annotations

from typing import Any

from slack_bolt import Ack, App, Say
from slack_sdk import WebClient

from tests.sandbox_page.samples import RECEIPT, field, mrkdwn, option, plain


def form(outcome: str) -> dict[str, Any]:
    customer = {"type": "external_select", "action_id": "customer", "min_query_length": 0}
    words = {"type": "plain_text_input", "action_id": "words", "initial_value": outcome}
    return {
        "type": "modal",
        "callback_id": "log",
        "title": plain("Log a call"),
        "submit": plain("Save"),
        "blocks": [field("customer", "Customer", customer), field("outcome", "Outcome", words)],
    }


def small_app(api_url: str, secret: str) -> App:
    app = App(
        client=WebClient(token="xoxb-sandbox", base_url=api_url),
        signing_secret=secret,
        process_before_response=True,
        token_verification_enabled=False,
    )

    @app.event("message")
    def receipt(event: dict[str, Any], say: Say) -> None:
        if event.get("subtype") is None and not event.get("bot_id"):
            say(text="Logged: call, Jane Wu (Acme).", blocks=RECEIPT)

    @app.event("app_home_opened")
    def home(event: dict[str, Any], client: WebClient) -> None:
        blocks = [{"type": "section", "text": mrkdwn("*Acme* is yours for 3 more days")}]
        client.views_publish(user_id=event["user"], view={"type": "home", "blocks": blocks})

    @app.event("reaction_added")
    def undone(event: dict[str, Any], client: WebClient) -> None:
        client.chat_postMessage(channel=event["item"]["channel"], text="Undone.")

    @app.command("/who")
    def who(ack: Ack, command: dict[str, Any]) -> None:
        ack(f"{command['text']} is free")

    @app.action("edit")
    @app.shortcut("log_call")
    @app.shortcut("log_message")
    def edit(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        words = (body.get("message") or {}).get("text", "")
        client.views_open(trigger_id=body["trigger_id"], view=form(words))

    @app.action({"action_id": "undo"})
    def undo(ack: Ack, body: dict[str, Any], client: WebClient) -> None:
        ack()
        client.chat_update(channel=body["channel"]["id"], ts=body["message"]["ts"], text="Taken back.", blocks=[])

    @app.options("customer")
    def customers(ack: Ack, payload: dict[str, Any]) -> None:
        ack(options=[option(name, name) for name in ("Acme", "新华书店") if payload["value"].lower() in name.lower()])

    @app.view("log")
    def saved(ack: Ack, view: dict[str, Any], client: WebClient, body: dict[str, Any]) -> None:
        values = view["state"]["values"]
        if len(values["outcome"]["words"]["value"]) < 5:
            return ack(response_action="errors", errors={"outcome": "A little more, please"})
        customer = values["customer"]["customer"]["selected_option"]["value"]
        ack()
        client.chat_postMessage(channel=body["user"]["id"], text=f"Saved for {customer}.")
        return None

    return app
