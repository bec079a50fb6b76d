"""English: asking.

Add a word to a line; the engine needs no change.
"""

# These open a question, or close one.
LOOKUPS = """
    ¤ who is, ¤ who's, ¤ whose, ¤ who handles, ¤ who owns, ¤ who got, ¤ who has, ¤ belongs to who, ¤ whose account,
    ¤ when did, ¤ when was, ¤ what was, ¤ which rep, ¤ is under who, ¤ is with who,
    my appointments, my schedule, my calendar, my diary, my agenda, my target, how close am i, which ones,
    what's left, did … ever, has … ever, has ¤ been, has ¤ had, everything on, everything about, all notes on, latest on,
    latest notes, last … notes, last … logs, last … touches, last notes on, biggest deals, largest deals,
    biggest customers,
    best customers, oldest deals, newest customers, coldest customers, coldest accounts, total quoted, total won,
    total value,
    total sold, total closed, total pipeline, remind me what we, remind me who we, do we already have, do we still have,
    have we got, can i have, could i have, may i have, free customers, free accounts, free leads, customers near,
    accounts near, unclaimed, am i still, am i on, am i the owner, i need … number¶, i need … phone¶, i need … email¶,
    i need … address¶, need the phone for, need the number for, need a number for, need the email for, need an email for,
    need the contact for, need a contact for, need the address for, need the phone of, need the number of,
    want to see my, wanna see my, need to see my, want to know who, want to know when, want to know how,
    does anyone own, does anybody own, does anyone have, does anybody have, does anyone look, does anybody look,
    does anyone cover, does anybody cover, does anyone handle, does anybody handle, does anyone know, does anybody know,
    do any of us, does someone own, does somebody own, ¤ who handling, ¤ who handle, ¤ who taking, ¤ who own,
    ¤ who doing, ¤ who manage, ¤ who follow, ¤ who cover, ¤ under who, ¤ under whose, ¤ got who,
    is ¤ one of, is ¤ still, help me find, help me look, help me check, help me see, help me 查, help me 看,
    help me 找, is this one free,
    how big is, how big, what's on for, whats on for, customers i, accounts i, clients i, leads i,
    does ¤ have, did ¤ ever,
    remind me，who, remind me，what, remind me，when, remind me，which, remind me，how, remind me，whose, remind me，is,
    remind me，did, remind me，do, remind me again who, remind me again what, remind me again when,
    remind me who, remind me what, remind me which, remind me how much, remind me where, remind me when we,
    remind me when i, got a number for,
    got an email for, ¤ status,
    is ¤ taken, is ¤ free, is ¤ mine, is ¤ available, is ¤ owned, is ¤ open, ¤ status¶, ¤ history¶, ¤ details¶,
    ¤ contact¶, ¤ contacts¶, ¤ phone¶, ¤ owner¶, ¤ pipeline¶, ¤ deals¶, ¤ notes¶, ¤ info¶, my overdue,
    my expiring, my open, my upcoming, my due, my hot, my lost, my won, my claims, my quota, my numbers,
    my calls, my visits, my meetings, my reminders, my notes, my leads, my accounts, my prospects, my forecast,
    my funnel, anything, until when, till when, can i see, can i get, can i claim, can i take, could i see,
    could i get, may i, top 10, top 5, top 20, top customers, top accounts, top deals, deals closing,
    deals over, deals in, deals above, deals won, deals lost, customers without, customers in, customers with,
    customers that, customers who, customers not, customers expiring, accounts without, leads without,
    whos got, whos on, whos the, whos, who talked, who spoke, who called, who visited, who met, who last,
    give me the, give me all, give me my, share pending, share all, share my, share today's, share status,
    share the status,
    share latest, share the latest, share details, share the details, share contact, share the contact, share number,
    share the number, share list, share the list, share history, share the history, share overdue, share me,
    any word on, any news on, any update on, any updates on, status, update on, who owns, who's owning,
    who is owning, who has, who's got, who is on, who's on, who handles, who is handling, who covers,
    who's covering, who looks after, whose is, whose customer, whose account, whose, who is the owner,
    who's the owner, who is our contact, who's our contact, who is the contact, who's the contact, who is, who's,
    who, show me, show my, show, list, list my, list all, any open, any deals, any news, any updates, any update,
    any notes, any overdue, any follow ups, any follow-ups, any, what's, whats, what is, what are, what do,
    what did, what was, what deals, what have, what happened, what, when did, when is, when was, when are, when's,
    when do, when, where is, where are, where's, where, how many, how much, how's, how is, how are my, how long,
    how often, which, find, find me, look up, lookup, search, search for, look for, get me, give me, pull up, pull,
    open deals, do we have, do i have, do we know, did we, did i, did anyone, did somebody, has anyone, has anybody,
    have we, have i, is there, are there, is anyone, is anybody, is acme, tell me, can you tell me,
    could you tell me, can you show me, can you find, can you check, could you check, my pipeline, my deals,
    my customers, my follow ups, my follow-ups, my tasks, my list, my day, my plan, pipeline, forecast, status of,
    status on, check status, history of, history for, last note on, last contact with, last call with, details for,
    details on, info on, contact info for, contact for, contact details for, phone number for, number for,
    email for, address for, summary of, summarize, summarise, brief me on, open tasks, overdue, due today,
    today's list,
    anyone working on, anybody working on, is anyone on, is anybody on, is … free¶, is … taken¶, is … available¶,
    is … free?, is … taken?, is … available?, ¤'s phone, ¤'s number, ¤'s email, ¤'s contact, ¤'s contacts,
    ¤'s address, ¤'s history
"""

# Opened by one of these it is a question, even of things done.
SURELY_ASKS = """
    is ¤ one of, is ¤ still mine, did … ever, has … ever, has ¤ been, has ¤ had, total quoted, total won, total sold,
    which ones, which of my, which customers, which accounts,
    total closed, remind me what, remind me who, remind me when we, remind me how much, remind me which, remind me where,
    do we already have, do we have a, do we still have, have we got, who … last¶,
        who hasn't, who hasnt, who has not, who haven't, who have i not,
    who talked, when did i, when have, is ¤ taken, is ¤ free, is ¤ mine,
    tell me when, tell me who, tell me what, tell me how, tell me which, tell me where, when did, when was, what did,
    what happened, what was, who was, who spoke, who called, who met, who visited, who last, where did, which deals,
    how many, show me, did anyone, did anybody, did somebody, has anyone, has anybody, have we, did we
"""

# These open a question only where the message has a question mark.
ASKED = "got the, is, are, does, do, was, were, has, have, had, should, will, can"

# A short message that counts is a question, even of things done.
COUNTING = "how many, how much did, how often did"

# A whole message of nothing but these asks for a list.
SHOWN = {
    "mine": "mine, my customers, my list, my accounts",
    "today": """
        today, my day, my week, my plans, my agenda, what's due, what's next, my tasks, my todo,
        what do i have, what do i have today, what do i have tomorrow, what do i have this week, what do i have on,
        what have i got today, what have i got tomorrow, what have i got this week, what's on today,
        what's on tomorrow, what's on this week, what's up today, what's up tomorrow, what's due today,
        what's due tomorrow, what's due this week, what is due, what is next, who do i call today,
        who do i call tomorrow, who should i call today, who should i call, what should i do today
    """,
    "pool": "pool, the pool, public pool",
    "pipeline": "my deals, deals",
}

LOOKUP_KINDS = {
    "pool": "pool, which customers are free, who is free",
    "owner": """
        who owns, who's got, who has, who is on, who's on, who handles, who is handling, who covers, whose, owner,
        who looks after, who, does anyone own, does anybody own, does anyone have, does anybody have, does someone own,
        does somebody own,
        anyone working on, anybody working on, is anyone on, is anybody on, anyone on, anybody on, is … free¶,
        is … taken¶, is … available¶, is … free?, is … taken?, is … available?,
        is … free, is … taken, is … available
    """,
    "contact": "contact, phone number, number, email, address, phone",
    "last_touch": "when did, last, history, last contact, when",
    "pipeline": "pipeline, deals, deal, open deals, opportunities, opps, forecast, funnel",
    "plan": """
        follow ups, follow-ups, followups, tasks, due, overdue, today, my day, plan, agenda, calendar, schedule,
        meetings
    """,
    "amount": "value, worth, contract value, price, how much, amount, revenue",
    "count": "how many",
    "customers": "customers, accounts, clients, leads, list",
}

CRM_NOUNS = """
        claims, slots, warnings, protection, extension, extensions,
    log, logged, entered, recorded, rep, account manager, assigned, deal, deals, customer, customers, client,
    clients, account, accounts, lead, leads, pipeline, forecast, follow up, follow ups, follow-up, follow-ups,
    followups, followup, task, tasks, contact, contacts, phone, number, email, owner, owns, note, notes, stage,
    quote, quotes, proposal, contract, value, opportunity, opportunities, opps, overdue, calls, meetings, visits,
    demos, won, lost, history, activity, activities, last, spoke, speak, talk, talked, touched, reminders, reminder,
    left for me, on my plate, appointments, my target, my schedule, my calendar, my diary, my agenda,
    due, today, tomorrow, week, month, quarter, revenue, closing, numbers, quota, complaint, complaints, claim,
    pool, expire, expiring, expires, untouched, cold, stale, mine, my, prospects, funnel, win rate, reports, report
"""

# Somebody else's question is told: "Acme asks if we deliver in May".
REPORTS = "asks, asked, asking, wants to know, wanted to know, wondering, wonders, curious, enquired, inquired"

# Where somebody answered, a question mark asks us nothing.
TOLD = """
    said, told, replied, answered, agreed, says, ? no, ? nope, ? nah, ? yes, ? yep, ? yup, ? yeah, ? sure, ? they,
    ? he, ? she, ? we, ? i,
"""

# Behind a question, these tell that it was somebody's, and what was said.
ANSWERED = """
    asked, asks, was asking, wanted to know, wants to know, was wondering, was the question, was what, that's what,
    told her, told him, told them, told ¤, i told, i said, we said, she said, he said, they said, said yes, said no,
    answered, told me
"""

# Behind a name and a mark, these ask of it: "Acme, when does my claim run out".
TOPIC_ASKS = """
    when does, when do, when did, when is, when was, when will, when's, who has, who owns, who's, who is, whose,
    who handles,
    who handling, who did, who last, who spoke, where are we, where do we, what's the, what is the, what did,
    what do we have,
    how much is, how much did, how much was, how many, how long, is it free, is it taken, is it mine, is it still,
    still mine,
    last visit, last call, last contact, last order, last touch, next visit, next call, any update, any news,
    what's her, what's his, what's their, whats her, whats his, whats their, where's, what was the, when was it,
    when is it,
    still ours, still free, which rep, any contact, any number, any phone, free or taken, is anyone, is anybody,
    anyone on,
    anybody on, anyone working, do we have, do we know, did we, did i, have we
"""

# These only look like a question.
NO_LOOKUPS = """
    what ¤ really, what ¤ needs, what ¤ need, what ¤ want, what ¤ wants, who ¤ uses, who ¤ use, how ¤ works,
    what a, what an, who knew, who would have thought, list sent, list price, find out, how about, how nice, pull through,
    number of, search party, which is, which means, who is a, show room, showroom, show went, show was, status quo,
    any day,
    anything else they, when we met, when i called, when i got, when we spoke, what they, what he, what she, which they
"""
