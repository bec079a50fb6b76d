"""Questions about people and figures as they are asked in words: each is a line of /dibs, shown or offered behind a tap.

Only a whole message counts, so that no note is taken for a question; a name must be a team's, which is seen later.
"""

import re
import unicodedata

from operations.hearing.heard import Line

_NOW_EN = r"(?:this week|today|lately|so far)"
_NOW_ZH = r"(?:这周|本周|这个月|本月|最近|现在|今天)"
_ASKED: tuple[tuple[str, str], ...] = (
    (
        rf"who (?:has not|hasn't|hasnt|have not|haven't|did not|didn't) (?:followed|follow|logged?)(?: up)?(?: {_NOW_EN})?",
        "adoption",
    ),
    (rf"{_NOW_ZH}?(?:还有)?谁{_NOW_ZH}?(?:还没有|还没|没有|没)(?:跟进|记录|录入)(?:过|客户|记录)?", "adoption"),
    (
        r"(?:what(?:'s| is)|which customers are) (?:expiring|running out|about to (?:expire|run out))(?: soon| this week)?",
        "expiring",
    ),
    (r"(?:what|which customers) (?:runs?|expires?|will run|will expire)(?: out)?(?: soon| this week)?", "expiring"),
    (
        r"我?(?:有)?(?:哪些|什么|谁)(?:客户)?(?:快|快要|要|即将)到期了?|快到期的(?:客户)?(?:有哪些|是哪些|有谁)?",
        "expiring",
    ),
    (
        r"(?:which|what) deals (?:are|have|stand) (?:stalled|stuck|still|standing still)|what(?:'s| is) (?:stalled|stuck)",
        "funnel",
    ),
    (r"(?:哪些|什么)(?:商机|单子|项目)(?:停滞|卡住|卡着|没动|不动)了?", "funnel"),
    (r"how(?:'s| is| does) (?:the|my|our) (?:pipeline|funnel)(?: look| looking| doing)?|where do we stand", "funnel"),
    (r"(?:漏斗|商机)(?:现在)?(?:怎么样|怎样|如何)了?", "funnel"),
    (
        rf"how (?:am i|are we|is my team|is the team|is our team|is everybody|is everyone) doing(?: {_NOW_EN})?",
        "people",
    ),
    (rf"(?:我|我们|大家|团队|我们团队|我的团队){_NOW_ZH}?(?:做得|干得|表现|业绩)?(?:怎么样|怎样|如何)了?", "people"),
)
_OF_A_TEAM = (
    rf"how(?:'s| is| are) (?:the )?(?P<team>.+?)(?: team)? (?:doing|going|getting on)(?: {_NOW_EN})?",
    rf"(?P<team>.+?)(?:团队)?{_NOW_ZH}?(?:做得|干得|表现|业绩)?(?:怎么样|怎样|如何)了?",
)
_LINES = tuple((re.compile(pattern, re.I), name) for pattern, name in _ASKED)
_TEAMS = tuple(re.compile(pattern, re.I) for pattern in _OF_A_TEAM)


def asked(text: str) -> Line | None:
    """ "Who has not followed up?", 「华东怎么样」: None for anything that is no such question."""
    said = unicodedata.normalize("NFKC", text).replace("’", "'").strip().rstrip("?!.。 ")
    if name := next((name for pattern, name in _LINES if pattern.fullmatch(said)), None):
        return Line(name, "", "sure")
    team = next((found["team"].strip() for pattern in _TEAMS if (found := pattern.fullmatch(said))), None)
    return Line("people", team, "team") if team else None
