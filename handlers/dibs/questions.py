"""Questions about people and figures as they are asked in words: each is a line of /dibs, shown or offered behind a tap.

Only a whole message counts, so that no note is taken for a question; a name must be a team's, which is seen later.
"""

import re
import unicodedata

from operations.hearing.heard import Line

_NOW_EN = r"(?:this week|today|lately|so far)"
_NOW_ZH = r"(?:这周|本周|这个月|本月|最近|现在|今天)"
_DAY_ZH = r"(?:今天|明天|这周|本周|下周)"
_TERM_EN = r"(?: (?:so far )?(?:(?:for |in )?(?:this|next|the) (?:month|quarter|year)))?"
_TERM_ZH = r"(?:(?:这|这个|本|下|下个)(?:月|季度)|今年)"
_OUR_EN = r"(?:my|our|the)"
_OUR_ZH = r"(?:我|我们|团队|我们团队)的?"
_WON_EN = r"(?:close|closed|win|won|sell|sold|sign|signed)"
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
    (rf"(?:{_OUR_ZH})?(?:漏斗|商机)里?(?:现在|一共|总共)?(?:怎么样|怎样|如何|有?多少钱?)了?", "funnel"),
    (rf"(?:how much|what) (?:is|do (?:i|we) have|have (?:i|we) got) in {_OUR_EN} (?:pipeline|funnel)", "funnel"),
    (rf"what(?:'s| is) {_OUR_EN} forecast{_TERM_EN}", "forecast"),
    (rf"how much (?:have|has|did|will|can) (?:i|we|{_OUR_EN} team) {_WON_EN}{_TERM_EN}", "forecast"),
    (rf"(?:{_OUR_ZH})?{_TERM_ZH}?(?:业绩)?预测(?:一下)?(?:是|有)?(?:多少|怎么样|如何)", "forecast"),
    (rf"(?:{_OUR_ZH})?{_TERM_ZH}(?:一共|总共|能|已经)?(?:签|签单|成交|卖|赢)(?:下)?了?多少(?:钱|单)?了?", "forecast"),
    (
        r"(?:is |are )?(?:there )?any(?:thing|body|one| customers?) (?:expiring|running out)(?: soon| this week)?",
        "expiring",
    ),
    (rf"我?{_DAY_ZH}我?(?:还|都)?(?:该|要|得|应该|需要)+(?:做|干|忙)(?:什么|些什么|啥|哪些)", "today"),
    (rf"我?{_DAY_ZH}?我?(?:该|要|得|应该)(?:先)?(?:给谁打电话|打给谁|联系谁|找谁|拜访谁|跟进谁)", "today"),
    (
        rf"我?{_NOW_ZH}?我?还?(?:有|剩)(?:多少|哪些|几个)(?:客户)?(?:还)?没有?(?:跟进?|联系)(?:过|的)?(?:客户)?",
        "mine",
    ),
    (
        r"(?:are there |do (?:i|we) have )?(?:any |what |which )?(?:open|unresolved) (?:complaints|promises)",
        "complaint",
    ),
    (r"(?:any|what|which) (?:complaints|promises) (?:are )?(?:still )?(?:open|unresolved)", "complaint"),
    (
        r"(?:还)?有?(?:哪些|什么|多少)?(?:投诉|承诺)(?:有哪些|有多少)?(?:还)?没有?(?:处理|解决|兑现)完?的?(?:有哪些)?",
        "complaint",
    ),
    (
        r"how (?:do|can) i (?:take|ask for|book|request|plan|enter) (?:my )?(?:leave|holidays?|vacation|time off)",
        "away",
    ),
    (r"(?:我?要|我?想)?(?:怎么|如何|怎样)?(?:请假|休假)", "away"),
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
