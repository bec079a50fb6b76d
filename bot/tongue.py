"""In which language the command line speaks: as `--language` says, else the language of the person it is run as, else
the machine's (LC_ALL, LC_MESSAGES, LANG). The words are read in when there is something to say: every command passes here.
"""

from __future__ import annotations

import os
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Any, TypeVar

import click

from bot.clock import business_clock

if TYPE_CHECKING:
    from crm.people import Person
    from crm.refusal import Refusal
    from handlers.kit.speech import Speech

CHOSEN = "dibs.language"
LANGUAGES = {"en": "en", "english": "en", "英文": "en", "zh": "zh", "chinese": "zh", "中文": "zh"}
Command = TypeVar("Command", bound=Callable[..., Any])


class Said(click.ClickException):
    """A sentence that ends the command, without click's English word before it."""

    def show(self, file: IO[Any] | None = None) -> None:
        click.echo(self.message, file=file, err=file is None)


def speaks(command: Command) -> Command:
    """A command that takes `--language`."""
    return click.option(
        "--language",
        type=click.Choice(list(LANGUAGES), case_sensitive=False),
        metavar="en|zh",
        expose_value=False,
        callback=_choose,
        help="Speak English or Chinese (中文); else as the person it is run as, or as LANG says.",
    )(command)


def _choose(context: click.Context, _: click.Parameter, value: str | None) -> None:
    if value:
        context.meta[CHOSEN] = LANGUAGES[value]


def tongue(of: Person | None = None) -> Speech:
    """How to speak with the operator; in their own zone where they are known."""
    from handlers.kit.speech import Speech

    context = click.get_current_context(silent=True)
    chosen = context.meta.get(CHOSEN) if context else None
    now = business_clock()()
    if of is None:
        return Speech(chosen or _of_the_machine(), "UTC", now)
    return Speech(chosen or of.locale, of.zone, now)


def _of_the_machine() -> str:
    named = next((value for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (value := os.environ.get(name))), "")
    return "zh" if named.lower().startswith("zh") else "en"


def ask(question: str, speech: Speech) -> None:
    """Goes on with a yes; else the command ends, and says that nothing was changed."""
    from handlers.operator import view

    if not view.is_yes(click.prompt(question, default="n", show_default=False, prompt_suffix=" ")):
        raise Said(view.left_alone(speech))


def refused(refusal: Refusal, speech: Speech) -> Said:
    from handlers.operator import view

    return Said(view.refused(refusal, speech))
