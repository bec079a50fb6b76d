"""What a person gets to see, as frozen facts: the composed form of notices and the answers to look-ups.

Views turn these into words and blocks. Instants are aware UTC; the view knows the reader's zone.
"""

from crm.cards.adoption import AdoptionCard, NudgeCard, QuietLine
from crm.cards.claims import (
    ClaimLine,
    DaysBackCard,
    ExpiringCard,
    HaltedCard,
    LeaveCard,
    LetGoCard,
    LockCard,
    MineCard,
    PooledCard,
    SpotCheckRow,
    SpotChecksCard,
    SpotRejectedCard,
    TimeRequestCard,
    UntouchedCard,
    WarningCard,
)
from crm.cards.customers import (
    Candidate,
    ChoicesCard,
    ComplaintCard,
    ContactsCard,
    CustomerCard,
    DetailsCard,
    Doubt,
    HistoryCard,
    JoinCard,
    Queue,
    SharedCard,
    TimelineCard,
)
from crm.cards.days import (
    AdminHome,
    DayCard,
    DigestCard,
    Done,
    HelpCard,
    HomeCard,
    MemberLine,
    TeamHome,
    TeamNumbers,
    Tended,
    TodayCard,
    WelcomeCard,
)
from crm.cards.deals import DealCard, DealHint, DealLine, DealsCard, HomeDeals
from crm.cards.erasing import Erasable, ErasedCard
from crm.cards.finance import Debtor, FinanceCard, Sums
from crm.cards.leads import DoorsCard, LeadCard, StepCard
from crm.cards.lists import ImportCard, LargeExportCard, UndeliverableCard
from crm.cards.measures import Circle, ForecastCard, FunnelCard
from crm.cards.moves import (
    BatchCard,
    BriefCard,
    BriefsCard,
    Leaver,
    MovedOnCard,
    MovedOnsCard,
    ReassignmentCard,
    ReassignmentsCard,
    Together,
)
from crm.cards.notes import (
    DeclinedCard,
    ForWhomCard,
    LineCard,
    PlanCard,
    PreviewCard,
    PreviewRow,
    QuestionCard,
    ReceiptCard,
    ReminderCard,
    TeamLogCard,
    VoiceCard,
    WordCard,
)
from crm.cards.pool import FreedCard, HandoverAskCard, PoolCard, PoolLine, QueuedCard, RestsCard
from crm.cards.quality import QualityCard
from crm.cards.rollout import (
    RolloutCard,
    ShadowCount,
    ShadowWeekCard,
    TeamClockCard,
    TeamRollout,
    WouldHavePooled,
)
from crm.cards.rules import (
    CalendarCard,
    CalendarSpan,
    ProposalCard,
    RecountCard,
    RuleFormFacts,
    RulesCard,
    Scope,
    ScopeRule,
    VersionLine,
)
from crm.cards.team import PeopleCard, SourcesCard, ValueCard
