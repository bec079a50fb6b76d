"""Every button, menu and form there is: its id, and the facts it carries.

A tap's id is `verb|fact|fact`, so that ids are unique in a message with many rows, and an old button still says what it
was about. `Tap.id` writes it, `Tap.read` reads it, and by its verb the desk knows whose it is.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from crm.refusal import Refusal

WHOLE = re.compile(r"[0-9]{1,11}")  # what both databases and a date can hold


def _is_whole(fact: str) -> bool:
    return WHOLE.fullmatch(fact) is not None


def _is_instant(fact: str) -> bool:
    try:
        return datetime.fromisoformat(fact).tzinfo is not None
    except ValueError:
        return False


# Facts that are no text: what is read as a number or an instant was looked at before
KINDS: dict[str, Callable[[str], bool]] = {
    **dict.fromkeys(("part", "epoch", "kept_epoch", "gone_epoch", "epoch_seconds", "offset", "version"), _is_whole),
    **dict.fromkeys(("opened_at", "halted_at"), _is_instant),
}


@dataclass(frozen=True)
class Tap:
    """A verb and the names of the facts behind it. `answers`: what the last of them may be, where that is a choice."""

    verb: str
    names: tuple[str, ...] = ()
    answers: tuple[str, ...] = ()

    def id(self, *facts: str | int) -> str:
        assert len(facts) == len(self.names), self
        return "|".join([self.verb, *(str(fact) for fact in facts)])

    def read(self, action_id: str) -> dict[str, str]:
        """Raises Refusal("old_button") for an id this tap does not write: of an earlier version, or made up."""
        verb, *facts = action_id.split("|")
        if verb != self.verb or len(facts) != len(self.names) or (self.answers and facts[-1] not in self.answers):
            raise Refusal("old_button")
        read = dict(zip(self.names, facts, strict=True))
        if not all(KINDS[name](fact) for name, fact in read.items() if name in KINDS):
            raise Refusal("old_button")
        return read


def verb_of(action_id: str) -> str:
    return action_id.partition("|")[0]


# A kept note and its customer
CHOOSE = Tap("note.choose", ("draft_id", "choice"))
FOR_WHOM = Tap("note.for", ("draft_id", "choice", "rep_id"))
OTHER_CUSTOMER = Tap("note.other", ("draft_id",))

# A kept note about several customers
PART_CUSTOMER = Tap("part.customer", ("draft_id", "part", "customer_id"))
PART_EDIT = Tap("part.edit", ("draft_id", "part"))
PART_DROP = Tap("part.drop", ("draft_id", "part"))
SAVE_ALL = Tap("part.save_all", ("draft_id",))

# A log and its receipt
EDIT_LOG = Tap("log.edit", ("activity_id",))
UNDO_LOG = Tap("log.undo", ("activity_id",))
TAKE_OTHER_DATE = Tap("log.other_date", ("followup_id", "epoch_seconds"))
SET_DAY = Tap("log.day", ("activity_id", "epoch_seconds"))
PICK_DAY = Tap("log.pick_day", ("activity_id",))
LOG_CALL = Tap("log.open", ("customer_id",))

# A list that was dropped
IMPORT_START = Tap("import.start", ("import_id",))
IMPORT_DROP = Tap("import.drop", ("import_id",))
IMPORT_UNDO = Tap("import.undo", ("import_id",))
IMPORT_COLUMNS = Tap("import.columns", ("import_id",))
IMPORT_ABOUT = Tap("import.about")

# Teams
TEAM = Tap("team.open", ("team_id",))

# Customers
OPEN_CARD = Tap("card.open", ("customer_id",))
CARD_MENU = Tap("card.menu", ("customer_id",))
EDIT_CUSTOMER = Tap("customer.edit", ("customer_id",))
ADD_CONTACT = Tap("contact.add", ("customer_id",))
CONTACTS = Tap("contact.list", ("customer_id", "offset"))
EDIT_CONTACT = Tap("contact.edit", ("customer_id", "contact_id"))
REMOVE_CONTACT = Tap("contact.remove", ("customer_id", "contact_id"))
JOIN = Tap("team.join", ("customer_id",))
ANSWER_JOIN = Tap("team.answer", ("customer_id", "person_id", "answer"), ("yes", "no"))
MERGE = Tap("customer.merge", ("kept_id", "kept_epoch", "gone_id", "gone_epoch"))
UNMERGE = Tap("customer.unmerge", ("merge_id",))
COMPLAIN = Tap("complaint.open", ("kind", "customer_id", "activity_id"))
RESOLVE = Tap("complaint.resolve", ("complaint_id",))
CLAIM = Tap("pool.claim", ("customer_id",))
TIMELINE = Tap("card.timeline", ("customer_id", "offset", "turned"))
HISTORY = Tap("history.page", ("of", "about_id", "offset"))
RELEASE = Tap("pool.release", ("customer_id",))
RELEASE_REASON = Tap("reason")  # a field that is heard at once goes by its own name
LET_GO = Tap("pool.let_go", ("customer_id", "why"))
ASSIGN = Tap("pool.assign", ("customer_id", "epoch", "owner_id"))
ASSIGN_OTHER = Tap("pool.assign_other", ("customer_id", "epoch"))
ASSIGN_ALL = Tap("pool.assign_all", ("manager_id", "opened_at"))
HAND_OVER = Tap("pool.hand_over", ("manager_id", "opened_at"))
OPEN_TO_ALL = Tap("pool.open", ("customer_id", "epoch"))
TAKE_BACK = Tap("pool.take_back", ("customer_id", "epoch"))
QUEUE_JOIN = Tap("queue.join", ("customer_id",))
QUEUE_LEAVE = Tap("queue.leave", ("customer_id",))
ASK_OWNER = Tap("owner.ask", ("customer_id",))
ANSWER_ASK = Tap("owner.answer", ("ask_id", "answer"), ("give", "keep"))
RESUME_SWEEP = Tap("pool.resume_sweep", ("halted_at",))

# Rules and calendars
SWITCH_CLOCK = Tap("rules.switch", ("switch",), ("on", "off"))
CHANGE_RULE = Tap("rules.change", ("version",))
NEW_RULE = Tap("rules.new")
RETIRE_RULE = Tap("rules.retire", ("version",))
ANSWER_RULE = Tap("rules.answer", ("proposal_id", "answer"), ("save", "drop"))
SET_DAYS = Tap("calendar.days", ("team_id",))

# Inquiries
LEAD_ANSWER = Tap("lead.answer", ("lead_id", "choice"))
LEAD_CONTACT = Tap("lead.contact", ("lead_id",))

# Roll-out
SWITCH_TEAM = Tap("rollout.switch", ("team_id", "clock"), ("on", "shadow", "off"))

# Erasing
ERASE_CONTACT = Tap("erase.contact", ("customer_id", "contact_id"))
ERASE_PERSON = Tap("erase.person", ("person_id",))
ERASE_INQUIRER = Tap("erase.inquirer", ("lead_id",))

# Plans
PLAN = Tap("plan.open", ("customer_id",))
PLAN_DONE = Tap("plan.done", ("followup_id", "customer_id"))
PLAN_SNOOZE = Tap("plan.snooze", ("followup_id",))
PLAN_MOVE = Tap("plan.move", ("followup_id",))
PLAN_MENU = Tap("plan.menu", ("followup_id",))

# Deals
DEAL_NEW = Tap("deal.new", ("customer_id",))
DEALS = Tap("deal.list", ("customer_id", "offset"))
DEAL_EDIT = Tap("deal.edit", ("deal_id",))
DEAL_LOST = Tap("deal.lost", ("deal_id",))
DEAL_MOVE = Tap("deal.move", ("deal_id", "version", "stage"))
DEAL_STAGE = Tap("stage")  # the field of the form
EDIT_STAGES = Tap("stages.edit")
DEAL_OFFER = Tap("deal.offer", ("activity_id", "deal_id"))

# Digests
WEEK_MINE = Tap("week.mine", ("what",))
SHOW_FIGURES = Tap("figures.show", ("what", "days"))

# Grades
CONFIRM_GRADES = Tap("grades.confirm", ("manager_id", "month"))
KEEP_GRADE = Tap("grades.keep", ("manager_id", "month", "customer_id"))

# Time
ASK_TIME = Tap("time.ask", ("customer_id",))
ANSWER_TIME = Tap("time.answer", ("request_id", "answer"), ("grant", "refuse"))

# Leave
ANSWER_LEAVE = Tap("leave.answer", ("leave_id", "answer"), ("approve", "refuse"))
COME_BACK = Tap("leave.back", ("leave_id",))

# Locks
ANSWER_LOCK = Tap("lock.answer", ("lock_id", "answer"), ("approve", "refuse"))

# Spot checks
SPOT_FINE = Tap("spot.fine", ("activity_id",))
SPOT_REJECT = Tap("spot.reject", ("activity_id",))

# Who logs
NUDGE = Tap("adoption.nudge", ("person_id",))

# The person
NEW_LOG = Tap("home.log")
LANGUAGE = Tap("home.language", ("locale",), ("en", "zh"))
DIGESTS = Tap("home.digests", ("switch",), ("on", "off"))
SETTINGS = Tap("home.settings")
MINE = Tap("home.mine", ("offset",))
EXPIRING = Tap("home.expiring", ("offset",))
POOL_PAGE = Tap("pool.page", ("offset",))
MINE_ONLY = Tap("home.only", ("only", "offset"))
TRY = Tap("home.try", ("command",))
LINE = Tap("dibs.line", ("name",))
LINE_FROM = Tap("dibs.from", ("name", "offset"))

# Fields that search
PICK_CUSTOMER = "pick.customer"
PICK_REP = "pick.rep"

# Forms
LOG_FORM = "form.log"
PLAN_FORM = "form.plan"
MOVE_FORM = "form.move"
RELEASE_FORM = "form.release"
TIME_FORM = "form.time"
ASSIGN_FORM = "form.assign"
HAND_OVER_FORM = "form.hand_over"
REJECT_FORM = "form.reject"
LEAVE_FORM = "form.leave"
DEAL_FORM = "form.deal"
STAGES_FORM = "form.stages"
IMPORT_FORM = "form.import"
CUSTOMER_FORM = "form.customer"
COMPLAINT_FORM = "form.complaint"
RESOLVE_FORM = "form.resolve"
CONTACT_FORM = "form.contact"
CONTACTS_VIEW = "view.contacts"
TEAM_FORM = "form.team"
SETTINGS_FORM = "form.settings"
SHARE_FORM = "form.share"
RULE_FORM = "form.rule"
DAYS_FORM = "form.days"
CARD_VIEW = "view.card"

# Shortcuts, as the manifest names them
LOG_MESSAGE = "log_message"
LOG_ANYWHERE = "log_call"
