"""Every number a manager decides from has its definition here: what it is called, and which tables it is read from.

The computing stands beside (crm/funnel.py, crm/forecast.py, crm/quality.py, crm/people_figures.py); names and formulas in
words are handlers/measures/define.py's, and `/dibs define` quotes them. A share is never shown of fewer than TOO_FEW, and
with its interval where it is of few.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from math import sqrt
from statistics import median

TOO_FEW = 10
FEW = 30
Z = 1.96  # of the 95% interval


@dataclass(frozen=True, slots=True)
class Measure:
    """`code` names it for good; `called` are the words people ask for it by; `source` the tables it is read from."""

    code: str
    called: tuple[str, ...]
    source: tuple[str, ...]


SUBJECTS: Mapping[str, tuple[Measure, ...]] = {
    "deals": (
        Measure("open_deals", ("open deals", "open", "进行中", "进行中的商机"), ("deals",)),
        Measure("value", ("value", "金额", "商机金额"), ("deals", "exchange_rates")),
        Measure("opened", ("opened", "deals opened", "新增", "新增商机"), ("deals",)),
        Measure("steps_ahead", ("steps ahead", "推进"), ("deal_versions",)),
        Measure("won", ("won", "赢单"), ("deals", "exchange_rates")),
        Measure("lost", ("lost", "why lost", "lost reasons", "输单", "输单原因"), ("deals",)),
        Measure("win_rate", ("win rate", "success rate", "赢单率", "成功率"), ("deals",)),
        Measure("conversion", ("conversion", "转化", "转化率"), ("deal_versions",)),
        Measure("days_in_stage", ("days", "days in stage", "停留天数", "天数"), ("deal_versions",)),
        Measure("weak_stage", ("weak stage", "薄弱环节", "薄弱阶段"), ("deal_versions",)),
        Measure("stalled", ("stalled", "停滞", "停滞商机"), ("deals", "activities", "deal_stages")),
        Measure("odd_deals", ("odd deals", "odd", "异常商机", "异常"), ("deals", "deal_versions", "followups")),
        Measure("time_to_win", ("time to win", "time to close", "成交周期", "赢单周期"), ("deals",)),
        Measure("credits", ("credits", "credit", "积分", "开发奖励"), ("credits", "claims", "deals")),
    ),
    "forecast": (
        Measure("weighted", ("weighted", "weighted forecast", "加权", "加权预测"), ("deals", "deal_stages")),
        Measure("committed", ("committed", "commit", "承诺", "承诺预测"), ("deals", "deal_stages")),
        Measure("best", ("best", "best case", "最好", "最好情况"), ("deals",)),
        Measure("change", ("change", "since last week", "变化", "较上周"), ("deal_versions",)),
        Measure("late", ("past their day", "late", "no day set", "已过预计日", "未定日期"), ("deals",)),
        Measure("came_out", ("came out", "last quarter", "预测结果", "上季预测"), ("deal_versions",)),
        Measure("slipped", ("slipped", "unforeseen", "延后", "不在预测之内"), ("deal_versions",)),
    ),
    "team": (
        Measure("activities", ("activities", "activities logged", "跟进次数", "记录跟进"), ("activities",)),
        Measure("followed_up", ("followed up", "followed", "已跟进", "跟进客户"), ("customers", "activities")),
        Measure("new_customers", ("new customers", "entered", "新客户", "新增客户"), ("ledger",)),
        Measure("kept_missed", ("follow-ups", "follow-ups kept", "missed", "按时跟进", "错过跟进"), ("followups",)),
        Measure("plans_overdue", ("plans overdue", "计划逾期"), ("followups",)),
        Measure("pooled", ("pooled", "went to the pool", "进入公海"), ("ledger",)),
        Measure("reassigned", ("reassigned", "new owner", "换了负责人", "转手"), ("ledger",)),
        Measure("waiting", ("waiting", "needs an owner", "待分配"), ("reassignments",)),
        Measure("running_out", ("running out", "runs out", "到期", "一周内到期"), ("customers",)),
        Measure("overdue_promises", ("complaints", "promises", "投诉", "承诺逾期"), ("complaints",)),
        Measure("note_amounts", ("amounts", "amounts in the notes", "记录里的金额"), ("activities",)),
        Measure("adoption", ("adoption", "logged this week", "使用情况"), ("activities", "leaves")),
    ),
    "people": (
        Measure("plan_done", ("plan done", "plans done", "plan", "计划完成", "计划完成率"), ("followups",)),
        Measure("held", ("held", "owned", "持有", "持有客户"), ("customers",)),
        Measure("need", ("need", "by need", "需求"), ("customers", "deals")),
        Measure("bought", ("bought", "by value", "customer value", "客户价值"), ("customers", "deals")),
        Measure("grade", ("grade", "by grade", "等级", "客户等级"), ("customers",)),
        Measure(
            "pareto", ("suggested grade", "grades", "建议等级", "等级建议"), ("deals", "finance_papers", "customers")
        ),
    ),
    "quality": (
        Measure("quality", ("quality", "entry quality", "质量", "录入质量"), ("workspaces",)),
        Measure(
            "complete", ("complete", "completeness", "完整", "完整度"), ("customers", "contacts", "followups", "deals")
        ),
        Measure("in_time", ("in time", "timeliness", "及时", "及时性"), ("activities",)),
        Measure("sound", ("sound", "accuracy", "准确", "准确性"), ("activities", "spot_checks", "merges")),
        Measure("plans_kept", ("plans kept", "kept", "计划兑现", "兑现"), ("followups", "activities")),
    ),
    "worth": (
        Measure(
            "rescued", ("rescued", "rescued by a warning", "预警救回", "救回"), ("warnings", "activities", "claims")
        ),
        Measure("new_hands", ("won in new hands", "won after reassignment", "转手赢单"), ("deals", "claims")),
        Measure("found_again", ("found again", "silent", "重新联系", "沉默客户"), ("activities",)),
        Measure("log_seconds", ("seconds per log", "seconds", "记录用时"), ("activities",)),
    ),
    "sources": (
        Measure("came", ("leads", "came", "线索", "新来客户"), ("customers",)),
        Measure("first_touch", ("first touch", "first touch time", "首次跟进"), ("customers", "activities")),
        Measure("not_called", ("not called yet", "not called", "还没联系"), ("customers", "activities")),
        Measure("source_won", ("source conversion", "bought since", "来源转化"), ("customers", "deals")),
    ),
    "finance": (
        Measure("ordered", ("ordered", "orders", "订单"), ("finance_papers",)),
        Measure("invoiced", ("invoiced", "开票", "已开票"), ("finance_papers",)),
        Measure("received", ("received", "收款", "已收款"), ("finance_papers",)),
        Measure("owed", ("owed", "应收", "欠款"), ("finance_papers",)),
        Measure("overdue", ("overdue", "逾期", "逾期款"), ("finance_papers",)),
    ),
}
MEASURES = tuple(one for measures in SUBJECTS.values() for one in measures)


def named(words: str) -> Measure | None:
    """The measure these words ask for."""
    asked = words.strip().casefold().replace("_", " ")
    return next((one for one in MEASURES if asked in (*one.called, one.code.replace("_", " "))), None)


@dataclass(frozen=True, slots=True)
class Share:
    """`part` of `whole`. It has a rate only where the whole is enough to speak of."""

    part: int
    whole: int

    @property
    def rate(self) -> float | None:
        return self.part / self.whole if self.whole >= TOO_FEW else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Wilson's 95% interval, told where the whole is small."""
        return wilson(self.part, self.whole) if TOO_FEW <= self.whole < FEW else None


def wilson(part: int, whole: int) -> tuple[float, float]:
    """The 95% interval of a share (E. B. Wilson, 1927): true also for few, and never beyond 0 or 1."""
    rate, z2 = part / whole, Z * Z
    middle = (rate + z2 / (2 * whole)) / (1 + z2 / whole)
    half = Z / (1 + z2 / whole) * sqrt(rate * (1 - rate) / whole + z2 / (4 * whole * whole))
    return max(0.0, middle - half), min(1.0, middle + half)


def median_of(numbers: Iterable[float]) -> float | None:
    found = list(numbers)
    return median(found) if found else None


@dataclass(frozen=True)
class Rates:
    """What one unit of a currency is worth in `base`, the workspace's own. Without a rate nothing is converted."""

    base: str
    of: Mapping[str, Decimal]

    def convert(self, amount: Decimal | None, currency: str | None) -> Decimal | None:
        """In `base`, exactly: what is shown is rounded, what is added up is not. None without an amount or a rate."""
        if amount is None or currency is None:
            return None
        if currency == self.base:
            return amount
        rate = self.of.get(currency)
        return amount * rate if rate is not None else None

    def total(self, sums: Iterable[tuple[Decimal | None, str | None]]) -> Decimal:
        """In `base`; what has no rate is left out, and told apart."""
        converted = (self.convert(*one) for one in sums)
        return sum((one for one in converted if one is not None), Decimal())

    def left_out(self, sums: Iterable[tuple[Decimal | None, str | None]]) -> tuple[tuple[str, Decimal], ...]:
        """What has no rate, by currency."""
        missing: dict[str, Decimal] = {}
        for amount, currency in sums:
            if amount is not None and currency and self.convert(amount, currency) is None:
                missing[currency] = missing.get(currency, Decimal()) + amount
        return tuple(sorted(missing.items()))
