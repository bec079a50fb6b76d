"""The pages of an installation: the only ones Dibs shows outside Slack."""

from html import escape

from handlers.kit.speech import Speech

LOOK = "font: 17px/1.6 system-ui, sans-serif; max-width: 34em; margin: 12vh auto; padding: 0 1.5em; color: #1d1c1d"
BUTTON = "background: #0d6e64; color: #fff; padding: .7em 1.2em; border-radius: 6px; text-decoration: none"


def install_page(url: str, speech: Speech) -> str:
    """`url`: where Slack asks whether it may be."""
    t = speech.t
    words = (
        t("Dibs keeps customers in Slack: a rep sends one line after a call, and the customer stays theirs."),
        t("It comes into one workspace, where you become its first admin. It reads what people write to it, no more."),
    )
    return _page(t("Add Dibs to Slack"), words, (t("Add to Slack"), url), speech)


def installed_page(team: str, url: str, speech: Speech) -> str:
    t = speech.t
    return _page(
        t("Dibs is in {team}").format(team=team),
        (t("It has written to you in Slack what comes first."),),
        (t("Open Slack"), url),
        speech,
    )


def failed_page(reason: str, again: str, speech: Speech) -> str:
    """`again`: where an installation begins."""
    return _page(speech.t("Dibs was not added"), (_why(reason, speech),), (speech.t("Begin again"), again), speech)


def _why(reason: str, speech: Speech) -> str:
    t = speech.t
    return {
        "access_denied": t("It was not allowed in. Nothing was changed."),
        "invalid_browser": t("The page was open for too long, or in another browser. Begin again here."),
        "invalid_state": t("The page was open for too long, or in another browser. Begin again here."),
        "org_wide": t(
            "Dibs comes into one workspace, not into a whole organisation. Nothing was kept. Begin again, and choose a "
            "workspace where Slack asks."
        ),
        "being_forgotten": t("What Dibs kept of this workspace before is being erased just now. Try again in an hour."),
        "records_away": t("I can't reach my records just now; nothing was saved. Try again in a minute."),
    }.get(reason, t("Slack did not confirm it. Nothing was saved. Begin again."))


def _page(title: str, words: tuple[str, ...], link: tuple[str, str], speech: Speech) -> str:
    label, url = link
    body = "".join(f"<p>{escape(one)}</p>" for one in words)
    return (
        f'<!DOCTYPE html><html lang="{"zh-Hans" if speech.locale == "zh" else "en"}"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{escape(title)}</title><body style="{LOOK}">'
        f'<h1>{escape(title)}</h1>{body}<p><a style="{BUTTON}" href="{escape(url)}">{escape(label)}</a></p></body></html>'
    )
