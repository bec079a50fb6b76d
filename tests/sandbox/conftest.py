"""A sandbox with three people and a channel, served on a free port, and small bots to put behind it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from slack_bolt import App
from slack_bolt.adapter.wsgi import SlackRequestHandler
from slack_sdk import WebClient

from sandbox.server import Server, serve
from sandbox.slack import Slack

MakeApp = Callable[[], App]


@pytest.fixture
def slack() -> Iterator[Slack]:
    made = Slack(retry_after=(0.0, 0.05, 0.1))
    made.add_user("U_MEI", name="mei", real_name="陈梅", tz="Asia/Shanghai", locale="zh-CN", email="mei@example.com")
    made.add_user("U_TOM", name="tom", real_name="Tom Baker")
    made.add_user("U_ANN", name="ann", real_name="Ann Manager", is_admin=True)
    made.add_channel("C_SALES", name="sales", members=["U_MEI", "U_TOM"])
    yield made
    made.close()


@pytest.fixture
def server(slack: Slack) -> Iterator[Server]:
    with serve(slack) as running:
        yield running


@pytest.fixture
def client(slack: Slack, server: Server) -> WebClient:
    return WebClient(token=slack.bot_token, base_url=server.api_url, retry_handlers=[])


@pytest.fixture
def bot(slack: Slack, client: WebClient) -> App:
    """A Bolt app behind the sandbox, in process; tests add listeners to it."""
    app = App(client=client, signing_secret=slack.signing_secret, process_before_response=True)
    slack.connect_wsgi(SlackRequestHandler(app))
    return app
