"""English: asking, ordering, chatting; and the spelling of ordinary words.

Add a word to a line; the engine needs no change.
"""

# These open a question, or close one.
LOOKUPS = """
    ¤ who is, ¤ who's, ¤ whose, ¤ who handles, ¤ who owns, ¤ who got, ¤ who has, ¤ belongs to who, ¤ whose account,
    ¤ when did, ¤ when was, ¤ what was, ¤ which rep, ¤ is under who, ¤ is with who,
    is ¤ one of, is ¤ still, help me find, help me look, help me check, help me see, help me 查, help me 看,
    help me 找, is this one free,
    how big is, how big, what's on for, whats on for, customers i, accounts i, clients i, leads i,
    does ¤ have, did ¤ ever,
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
    give me the, give me all, give me my, share pending, share all, share my, share today's, share status, share the status,
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
    is ¤ one of, is ¤ still mine,
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
        who looks after, who,
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
    due, today, tomorrow, week, month, quarter, revenue, closing, numbers, quota, complaint, complaints, claim,
    pool, expire, expiring, expires, untouched, cold, stale, mine, my, prospects, funnel, win rate, reports, report
"""

COMMANDS = {
    "remind": """
        put … on my list, put … on my calendar, put … in my diary, put … on my todo, remember ¤,
        plan ¤, plan a call, plan a visit, plan a meeting, plan a demo,
        schedule a, schedule an, schedule call, schedule demo, schedule meeting, schedule follow,
        add a follow up, add a follow-up, add a followup, add follow up, add follow-up, add followup,
        add a task, add task, create a task, create task, create a follow up, create a follow-up,
        create follow up, set a follow up, set a follow-up, set a followup, set follow up, set follow-up,
        set up a reminder, set up a follow up, set a task,
        remind me, remind, set a reminder, set reminder, reminder, add a reminder, add reminder, create a reminder,
        create reminder, ping me, alert me, nudge me, don't let me forget, wake me, notify me,
        note to self,
        note to self:
    """,
    "undo": """
        scrap that, scrap the last, scrap my last, scratch my last, wrong ¤，undo, wrong ¤ undo, forget that,
        forget my last,
        undo, undo that, undo last, revert that, revert last, take that back, scratch that, ignore that,
        ignore my last, ignore last, never mind, nevermind, disregard, oops undo, roll back
    """,
    "delete": """
        bin the, bin that, bin my, bin last, bin it, axe the, ditch the note, ditch that, chuck the, chuck that,
        lose the note, lose that note, wipe the, wipe that,
        delete, remove my, remove the, remove last, remove that, remove reminder, remove contact, remove note,
        remove duplicate, erase, discard, clear, trash, remove
    """,
    "cancel": """
        scrub the, scrub my, take … off my reminders, take … off my list, take … off my calendar,
        take … off my plate, kill the ¤,
        kill my, drop the reminder,
        kill the … follow, lose the reminder,
        no need for the … reminder, no need for … reminder, forget the reminder, kill the reminder,
        cancel my, cancel the, cancel that, cancel reminder, cancel follow up, cancel follow-up, cancel all, cancel
    """,
    "stage": """
        put ¤ in, put … in … stage, put … into, ¤ to won, ¤ to lost, ¤ is now won, flag,
        close the … deal as, close … as lost, close … as won, close … deal as, make ¤, set ¤,
        mark, set stage, set the stage, change stage, change the stage, move stage, update stage, update the stage,
        set, close deal, reopen
    """,
    "move": """
        nudge my, nudge the … to, nudge ¤ to, slide, shove,
        move, reschedule, push, postpone, shift, change the date, change date, change follow up,
        change the follow up, change the follow-up, change follow-up, snooze, delay, bump, bring forward, defer,
        push back, push out
    """,
    "rename": "rename, change the name, change name, correct the name",
    "export": "send me an export, send me a csv, send me a dump, export, download, dump, csv",
    "import": "import, upload",
    "assign": """
        hand ¤ over to, hand ¤ to, hand my, pass ¤ to, assign, reassign, transfer, hand over, handover, give … to, share
    """,
    "merge": "merge, combine, dedupe",
    "settings": """
        i want off, take me off, get me off, sign me off, opt me out,
        i'm on leave, i am on leave, im on leave, i'm away, i am away, i'm off next, i'm on holiday,
        i'm on vacation,
        change my, set my, settings, setting, preferences, turn off, turn on, mute, unmute, stop, unsubscribe,
        switch to, switch language, language, subscribe, enable, disable, pause, use, set timezone, timezone,
        notifications, speak, set up notifications, set digest, set language
    """,
    "edit": """
        actually the amount, actually the price was, actually the customer, actually the date, actually the contact,
        sorry the amount was, sorry the amount is,
        that last note was, that note was, last note was for, that was for ¤ not, last one was for, that one was for,
        that note is for, it was ¤ not, last log was for, that log was for,
        log it as, log that as, that should be, it should be, should be ¤ not, should have been, i meant, i mean ¤,
        wrong acct, wrong one,
        add … as contact, add … as a contact, add … as the contact, not ¤，¤, not ¤，it's,
        wrong customer, wrong amount, wrong date, wrong company, wrong account,
        change, update, edit, correct, fix, replace, add contact, add phone, add email, add a contact, add tag, tag,
        add to, make it, make that, correction, convert, archive, set
    """,
    "claim": "claim",
    "release": """
        drop … back in the pool, drop ¤ in the pool, put ¤ in the pool, let ¤ go, let … go, drop my claim on,
        release, let go of, give up ¤, return ¤ to the pool, put ¤ back, free up ¤
    """,
    "none": "help desk, helpdesk, set up, share price, close to, stop by, pull through",
    "help": """
        help, help me, commands, how do i, how does this work, how do you work, what can you do, /help, menu, how to
    """,
}

# What orders a step, and is no part of it.
ORDERS = """
    plan, plan a, plan an, remind me to, remind me about, remind me that i, remind me, remind, please remind me to,
    set a reminder to, set a reminder for, set a reminder, set reminder, add a reminder to, add a reminder,
    ping me to, nudge me to, alert me to, don't let me forget to, schedule a, schedule an, schedule
"""

LOG_STARTS = """
    log, note, note:, update:, log:, logging, record, notes, note that, fyi, add note, add a note, new lead,
    new customer, log a, log call, log meeting, jot down, save,
    list price
"""

# Before a colleague's name: for whom a note is written.
WRITTEN_FOR = "logging for, log for, entering for, for, on behalf of, behalf of"

POLITE = """
    can u, could u, would u, will you, cld you, would you mind, mind, can we, could we, let me, lemme, i wanna,
    wanna,
    please, pls, plz, can you, could you, would you, hey, hi, hello, dibs, ok, okay, kindly, i want to, i'd like to,
    i need to, i need you to, let's, lets, also, and, now, just, bot, yo, @someone, sorry, actually, oops, hey dibs,
    quick q, quick question, question, q, so, um, remember to, go ahead and, quickly, thanks, oh, @
"""

# Small talk.
CHITCHAT = """
    boa tarde, bom dia, boa noite, hola, buenos dias, buenas tardes, bonjour, guten morgen, guten tag, ciao,
    selamat pagi, namaste, salaam, salam, jambo, habari, merci, gracias, obrigado, obrigada, danke, asante,
    terima kasih, shukran, arigato, xie xie,
    monday again, ugh monday, monday blues, long day, long week, what a week, so tired, is it friday yet,
    friday at last, finally friday, need a nap, need coffee, feeling sick, hungry,
        testing 123, who made you, who built you, my laptop, coffee time, what a day, back from lunch,
        our … team won, our … team lost, our team won, our team lost, my team won, my team lost,
    not logging this, not logging this one, don't log this, dont log this, do not log this, just testing,
        testing voice notes,
    ignore this message,
    who won the game, the match, the score, raining,
    thanks, thank you, thx, ty, cheers, hi, hello, hey, yo, ok, okay, k, lol, haha, hahaha, lmao, cool, great, nice,
    good morning, morning, good afternoon, good evening, good night, bye, goodbye, see you, cya, test, testing,
    ping, hi there, hello there, yes, no, yep, nope, yeah, sure, got it, perfect, awesome, wow, good bot, bad bot,
    well done, how are you, what's up, whats up, sup, who are you, are you there, anyone there, weather, joke,
    happy friday, tgif, love you, sorry, never mind, hmm, good job, np, no worries, no problem, welcome, congrats,
    good stuff, you there, sounds good, roger, noted, done, brb, ttyl, have a good weekend, have a nice weekend,
    happy new year, merry christmas, the game, football, are you a bot, are you human, are you real,
    what time is it, coffee anyone, lunch anyone, tired, happy birthday, good luck, my bad, whoops, oops, asdf, foo,
    bar, hello world, 1 2 3, this is great, this is cool, love it, love this, works great, traffic,
    what's the weather, office party, wifi, parking, printer,
    test 123, test 1 2 3, testing 1 2 3
"""

FOR_SOMEBODY = "for, on behalf of, logging for, log for, from, behalf of, entering for"

# Before a date, these are of business: nobody chats by Friday 2 pm.
DEADLINES = "by, before, b4, due"

# Somebody else's question is told: "Acme asks if we deliver in May".
REPORTS = "asks, asked, asking, wants to know, wanted to know, wondering, wonders, curious, enquired, inquired"

# Where somebody answered, a question mark asks us nothing.
TOLD = """
    said, told, replied, answered, agreed, says, ? no, ? nope, ? nah, ? yes, ? yep, ? yup, ? yeah, ? sure, ? they,
    ? he, ? she, ? we, ? i,
"""
