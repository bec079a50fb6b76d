"""Why somebody lets a customer go, as they say it beside its name: "release Acme, wrong fit", 「释放华为，联系不上」.

Only offered as what the form begins with; the person chooses.
"""

import re

_WORDS = {
    "no_response": r"no (response|answer|reply)|never (answers?|replied|replies)|unreachable|not reachable"
    r"|联系不上|没人接|没有?回应|不回|没反应|无回应|打不通",
    "bad_data": r"(bad|wrong) (data|number|phone|address|contact)|duplicate|does ?n.t exist|out of business"
    r"|资料有误|信息有误|空号|号码不对|电话不对|重复|不存在|倒闭",
    "poor_fit": r"(poor|wrong|bad|no|not a) (good )?fit|does ?n.t fit|too small|too big|not for us"
    r"|不合适|不适合|不匹配|规模太小|需求不符",
    "later": r"later|not now|next (year|quarter)|no budget (yet|this year)|以后再说|晚点|明年|下个?季度|暂时不",
    "completed": r"done|completed?|finished|all worked|已完成|做完了|跟完了|已结束",
}
_REASONS = {code: re.compile(rf"(?<![a-z])(?:{words})(?![a-z])") for code, words in _WORDS.items()}


def return_reason(said: str, *, customer: str) -> str | None:
    """The reason in these words (crm.pool.ReturnReason), the customer's own name set aside; None where none is said."""
    rest = said.casefold().replace(customer.casefold(), " ").replace("’", "'")
    return next((code for code, words in _REASONS.items() if words.search(rest)), None)
