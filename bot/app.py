"""Dibs put together: one object that holds the office, the rooms, the relay and the ticker of a process."""

import logging
import secrets
from datetime import datetime

from slack_bolt import App
from slack_sdk import WebClient
from slack_sdk.errors import SlackApiError
from sqlalchemy import Connection

from bot import oauth, people_book
from bot.clock import Clock, business_clock, wall
from bot.courtesy import Courtesy
from bot.files import FileNotMoved, Files
from bot.gap_fill import start_gap_fill
from bot.installed import Installed, ManyWorkspaces, OneWorkspace
from bot.jobs import jobs_of
from bot.known import Known, not_here, one_workspace_a_request
from bot.metrics import Metrics
from bot.pictures import pictured
from bot.porter import Porter
from bot.postman import Postman
from bot.pulse import Pulse
from bot.settings import Settings, SettingsRefused
from crm.cards import HomeCard, StepCard
from crm.people import Workspace
from handlers import wording
from handlers.kit.charts import without_charts
from handlers.kit.desk import Desk
from handlers.kit.speech import Speech
from handlers.leads.view import step_outputs
from handlers.rooms import register_all
from operations import delivering, installing, mail, members, telling
from operations.clock import warning
from operations.compose import compose
from operations.customers import sharing
from operations.directory import Directory
from operations.office import Office
from scheduler.relay import Payload, Relay
from scheduler.ticker import Ticker
from storage.database import Database
from storage.outbox import Letter

log = logging.getLogger(__name__)

SERVER_ERROR = 500
VIEWS_OPEN_SECONDS = 2  # a trigger lives three
READING_SECONDS = 10  # nobody waits at a button while people and channels are read


class Dibs:
    """One process of Dibs. Build it, `open()` it, then serve `app` by socket or HTTP; `close()` drains."""

    def __init__(self, settings: Settings, *, clock: Clock | None = None) -> None:
        self.settings = settings
        self.clock = clock or business_clock(settings.clock_file)
        self.database = Database(settings.database_url, pool_size=settings.handler_threads + 3)
        self.office = Office(self.database, Directory(self.database))
        token = settings.slack_bot_token.get_secret_value()
        self.client = self._slack(token, VIEWS_OPEN_SECONDS)
        self.one = OneWorkspace(token)
        self.many = ManyWorkspaces(self.office, settings.safe()) if settings.many else None
        self.installed = self.many or self.one
        self.app = self._bolt()
        self.postman = self._postman()
        self.desk = Desk(self.office, self.clock, draws_charts=lambda: self.postman.draws_charts)
        register_all(self.app, self.desk)
        self.pulse = Pulse(
            self.office, wall=wall, lost_since=lambda: self.postman.unreachable_since, answers=self._slack_answers
        )
        self.metrics = Metrics(self.database, self.clock)
        self.courtesy = Courtesy()
        self.relay = self._relay()
        self.porter = self._porter()
        self.ticker = Ticker([self.metrics.watched(job) for job in jobs_of(self)], self.clock)

    def introduce(self) -> None:
        """Know where we are: from the database, or, of one workspace by token, from Slack, and keep it and its people.
        Raises SlackApiError, and SettingsRefused where no key opens a token."""
        if self.many:
            self.many.catch_up()
            if self.many.unreadable:
                raise SettingsRefused(
                    "DIBS_TOKEN_KEYS: no key opens the tokens that are stored. Add the key they were stored under."
                )
            return
        name = self.one.ask(self._slack(self.settings.slack_bot_token.get_secret_value(), READING_SECONDS))
        for me in self.one.all():
            home = Workspace(
                me.workspace_id,
                name,
                currency=self.settings.currency,
                date_order=self.settings.date_order,
                bot_user_id=me.bot_user_id,
            )
            members.keep_workspace(self.office, workspace=home, now=self.clock())
            self._read_people_of(me, self.clock())

    def start(self) -> None:
        """Begin to send and to tick, and read what was written while nobody listened."""
        for one in self.installed.all():  # read here and not before: no thread survives the fork of a server
            self.office.directory.warm(one.workspace_id)
        self.database.on_mail(self.relay.wake)
        self.relay.start()
        self.pulse.beat(self.clock())  # before anything ticks: an outage is known before anybody is swept by it
        self.ticker.start()
        start_gap_fill(self.client_of, self.office, self.clock)

    def stop(self) -> None:
        """Take nothing new, let what is in the air land, close the database."""
        self.porter.stop()
        self.ticker.stop()
        self.relay.stop()
        self.database.dispose()

    def read_people(self, now: datetime) -> None:
        """Take over everybody from Slack: names, zones, languages, who has left."""
        for one in self.installed.all():
            self._try_people_of(one, now)

    def read_new_workspaces(self, now: datetime) -> None:
        """The people of a workspace that has just come."""
        for workspace_id in installing.unread(self.office):
            if one := self.installed.of(workspace_id):
                self._try_people_of(one, now)

    def client_of(self, workspace_id: str, *, timeout: int = READING_SECONDS) -> WebClient | None:
        """Slack, as we are known in a workspace; None where we are not."""
        one = self.installed.of(workspace_id)
        if one is None:
            return None
        return self._slack(one.token, timeout)

    def _slack(self, token: str, seconds: int) -> WebClient:
        return WebClient(token, base_url=self.settings.slack_api_url, timeout=seconds, retry_handlers=[])

    def _try_people_of(self, one: Installed, now: datetime) -> None:
        """One workspace's trouble is its own."""
        try:
            self._read_people_of(one, now)
        except (SlackApiError, OSError) as error:
            log.warning("the people of %s can't be read: %s", one.workspace_id, type(error).__name__)

    def _read_people_of(self, one: Installed, now: datetime) -> None:
        client = self.client_of(one.workspace_id)
        if client:
            admins = self.settings.admin_ids()
            people_book.read_people(client, self.office, workspace_id=one.workspace_id, admins=admins, now=now)
            installing.people_read(self.office, workspace_id=one.workspace_id, now=now)

    def prepare(self, letter: Letter, now: datetime) -> Payload | None:
        """Word a letter for its reader, or None where it is no longer true."""
        is_edit = letter.method in ("chat.update", "views.publish")
        person_id = letter.person_id or letter.to
        reader, card = compose(
            self.office,
            mail.read(letter),
            workspace_id=letter.workspace_id,
            person_id=person_id,
            now=now,
            is_edit=is_edit,
        )
        if card is None:
            return None
        speech = Speech(reader.locale, reader.zone, now, to_many=letter.to_many)
        if isinstance(card, HomeCard):
            return Payload(view=wording.word_home(card, speech))
        message = wording.word(card, speech)
        if isinstance(card, StepCard):
            return Payload(message.text, outputs=step_outputs(card, speech))
        return Payload(message.text, message.blocks, fallback_blocks=without_charts(message.blocks))

    def _bolt(self) -> App:
        """Listeners commit before they acknowledge; who we are is known from the start, so no request asks Slack."""
        quiet = logging.getLogger("dibs.bolt")
        quiet.setLevel(logging.ERROR)  # it warns of the token it finds in the environment
        logging.getLogger("slack_sdk").setLevel(logging.INFO)  # below, it writes down answers with tokens in them
        return App(
            logger=quiet,
            name="dibs",  # unnamed, it would look through the whole stack for who makes it
            client=self.client,
            authorize=Known(self.installed),  # type: ignore[arg-type]
            before_authorize=one_workspace_a_request if self.many else None,
            oauth_flow=self._oauth_flow(),
            user_facing_authorize_error_message=not_here(),
            signing_secret=self.settings.slack_signing_secret.get_secret_value() or secrets.token_hex(),
            process_before_response=True,
            token_verification_enabled=False,
        )

    def _oauth_flow(self) -> oauth.Flow | None:
        if not self.many:
            return None
        return oauth.flow(
            self.settings, office=self.office, safe=self.settings.safe(), known=self.many, clock=self.clock
        )

    def _porter(self) -> Porter:
        return Porter(self.office, lambda workspace_id: self._files(workspace_id, timeout=15), self.clock)

    def _files(self, workspace_id: str, *, timeout: int) -> Files:
        """Raises FileNotMoved where we are no more."""
        one, client = self.installed.of(workspace_id), self.client_of(workspace_id, timeout=timeout)
        if one is None or client is None:
            raise FileNotMoved("not installed")
        return Files(client, token=one.token, base_url=self.settings.slack_api_url)

    def _postman(self) -> Postman:
        return Postman(
            self._token_of,
            wall=wall,
            base_url=self.settings.slack_api_url,
            # three calls of it fit well into a letter's lease
            picture=pictured(lambda workspace_id: self._files(workspace_id, timeout=3)),
        )

    def _token_of(self, workspace_id: str) -> str | None:
        one = self.installed.of(workspace_id)
        return one.token if one else None

    def _slack_answers(self) -> bool:
        """Whether Slack can be reached at all, be it with a no."""
        try:
            self.client.api_test()
        except SlackApiError as error:
            return bool(error.response.status_code < SERVER_ERROR)
        except OSError:
            return False
        return True

    def _relay(self) -> Relay:
        return Relay(
            self.database,
            self.metrics.counting(self.postman),
            prepare=self.prepare,
            delivered=_delivered,
            dead=_dead,
            clock=self.clock,
            wall=wall,
            name="relay",
            give_way=self.courtesy.give_way,
            pace_seconds=self.settings.pace_seconds,
        )


def _delivered(tx: Connection, letter: Letter, now: datetime) -> None:
    delivering.receipt_delivered(tx, letter)
    warning.warning_delivered(tx, letter, now)


def _dead(tx: Connection, letter: Letter, why: str, now: datetime) -> None:
    warning.warning_undeliverable(tx, letter, now)
    sharing.share_refused(tx, letter, why, now)
    telling.report_dead(tx, letter, why, now)
