"""English: asking, ordering, chatting; and the spelling of ordinary words.

Add a word to a line; the engine needs no change.
"""

LOOKUPS = """
    who owns, who's owning, who is owning, who has, who's got, who is on, who's on, who handles, who is handling,
    who covers, who's covering, who looks after, whose is, whose customer, whose account, whose, who is the owner,
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
    today's list
"""

# These open a question only where the message has a question mark.
ASKED = "is, are, does, do, was, were, has, have, had, should, will, can"

# A short message that counts is a question, even of things done.
COUNTING = "how many, how much did, how often did"

LOOKUP_KINDS = {
    "owner": """
        who owns, who's got, who has, who is on, who's on, who handles, who is handling, who covers, whose, owner,
        who looks after, who
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
        remind me, remind, set a reminder, set reminder, reminder, add a reminder, add reminder, create a reminder,
        create reminder, ping me, alert me, nudge me, don't let me forget, wake me, notify me
    """,
    "undo": """
        undo, undo that, undo last, revert that, revert last, take that back, scratch that, ignore that,
        ignore my last, ignore last, never mind, nevermind, disregard, oops undo, roll back
    """,
    "delete": """
        delete, remove my, remove the, remove last, remove that, remove reminder, remove contact, remove note,
        remove duplicate, erase, discard, clear, trash, remove
    """,
    "cancel": """
        cancel my, cancel the, cancel that, cancel reminder, cancel follow up, cancel follow-up, cancel all, cancel
    """,
    "stage": """
        mark, set stage, set the stage, change stage, change the stage, move stage, update stage, update the stage,
        set, close deal, reopen
    """,
    "move": """
        move, reschedule, push, postpone, shift, change the date, change date, change follow up,
        change the follow up, change the follow-up, change follow-up, snooze, delay, bump, bring forward, defer,
        push back, push out
    """,
    "rename": "rename, change the name, change name, correct the name",
    "export": "export, download, dump, csv",
    "import": "import, upload",
    "assign": "assign, reassign, transfer, hand over, handover, give, share",
    "merge": "merge, combine, dedupe",
    "settings": """
        change my, set my, settings, setting, preferences, turn off, turn on, mute, unmute, stop, unsubscribe,
        switch to, switch language, language, subscribe, enable, disable, pause, use, set timezone, timezone,
        notifications, speak, set up notifications, set digest, set language
    """,
    "edit": """
        change, update, edit, correct, fix, replace, add contact, add phone, add email, add a contact, add tag, tag,
        add to, make it, make that, correction, convert, archive, set
    """,
    "help": """
        help, help me, commands, how do i, how does this work, how do you work, what can you do, /help, menu, how to
    """,
}

LOG_STARTS = """
    log, note, note:, update:, log:, logging, record, notes, note that, fyi, add note, add a note, new lead,
    new customer, log a, log call, log meeting, jot down, save
"""

POLITE = """
    please, pls, plz, can you, could you, would you, hey, hi, hello, dibs, ok, okay, kindly, i want to, i'd like to,
    i need to, i need you to, let's, lets, also, and, now, just, bot, yo, @someone, sorry, actually, oops, hey dibs,
    quick q, quick question, question, q, so, um, remember to, go ahead and, quickly, thanks, oh, @
"""

# Small talk.
CHITCHAT = """
    thanks, thank you, thx, ty, cheers, hi, hello, hey, yo, ok, okay, k, lol, haha, hahaha, lmao, cool, great, nice,
    good morning, morning, good afternoon, good evening, good night, bye, goodbye, see you, cya, test, testing,
    ping, hi there, hello there, yes, no, yep, nope, yeah, sure, got it, perfect, awesome, wow, good bot, bad bot,
    well done, how are you, what's up, whats up, sup, who are you, are you there, anyone there, weather, joke,
    happy friday, tgif, love you, sorry, never mind, hmm, good job, np, no worries, no problem, welcome, congrats,
    good stuff, you there, sounds good, roger, noted, done, brb, ttyl, have a good weekend, have a nice weekend,
    happy new year, merry christmas, the game, football, are you a bot, are you human, are you real,
    what time is it, coffee anyone, lunch anyone, tired, happy birthday, good luck, my bad, whoops, oops, asdf, foo,
    bar, hello world, 1 2 3, this is great, this is cool, love it, love this, works great, traffic,
    what's the weather, office party, wifi, parking, printer
"""

FOR_SOMEBODY = "for, on behalf of, logging for, log for, from, behalf of, entering for"

# Words worth mending when one letter is wrong.
MENDABLE = """
    monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july,
    august, september, october, november, december, tomorrow, tonight, today, yesterday, morning, afternoon,
    evening, weekend, month, quarter, weeks, months, hours, minutes, before, after, until, early, follow, followup,
    followed, called, calling, spoke, talked, phoned, voicemail, answer, emailed, email, meeting, visited, visit,
    dropped, stopped, texted, whatsapp, wechat, linkedin, message, messaged, lunch, coffee, dinner, demoed, demo,
    quote, quoted, quotes, proposal, pricing, contract, discount, negotiating, negotiation, legal, procurement,
    redlines, signed, signing, order, ordered, invoice, interested, budget, approved, pilot, trial, sample, samples,
    testing, evaluating, comparing, competitor, expensive, remind, reschedule, rescheduled, cancelled, postponed,
    pushed, moved, delete, export, cancel, update, change, schedule, scheduled, renewal, expansion, contact,
    customer, remove, reminder, another, inbound, referral, introduced, verbal, verbally, agreed, payment, shipping,
    delivery, purchase, bought, closed, declined, rejected, sent, send, call, next, week, lost, deal, asked, wants,
    needs, kickoff, workshop, review, decision, deposit, owner, owns, pipeline, deals, stage, which, where, undo,
    please, thanks, reached, again, couple, website, conference, price, lead, prospect, back, with, ring, rang,
    chase, their, there, last, days, left, first, waiting, hour, half, help, zoom, site, good, great, went, from,
    about, show
"""

ORDINARY_TOO = "monday, tuesday, wednesday, thursday, friday, saturday, sunday"

# Words too common to be a misspelled name, or a name by themselves when written small.
ORDINARY_WORDS = """
    about, above, across, after, again, agree, agreed, almost, along, already, also, always, among, another, answer,
    anyone, anything, around, asked, asking, available, aware, based, because, become, before, behind, being, below,
    better, between, beyond, bigger, board, bring, brief, brought, budget, business, busy, buyer, called, calling,
    calls, cancel, cancelled, cannot, change, changed, changes, check, checked, checking, clear, client, close,
    closed, closing, coffee, comes, coming, company, compare, concern, concerned, concerns, confirm, confirmed,
    contact, contract, contracts, could, couple, course, current, currently, customer, customers, dated, deadline,
    deals, decide, decided, decision, definitely, delay, delayed, deliver, delivery, demos, detail, details, didnt,
    different, difficult, dinner, direct, director, discount, discuss, discussed, doesnt, doing, domain, done,
    dropped, during, early, easily, either, email, emailed, emails, ended, enough, entire, especially, evaluate,
    evaluating, evening, event, every, everyone, everything, exact, excited, existing, expand, expansion, expect,
    expected, expects, expensive, explain, extra, factory, family, favor, feature, features, feedback, feels, field,
    figure, final, finally, finance, find, fine, finish, first, fixed, floor, follow, followed, following, forget,
    former, forward, found, friday, friend, friendly, front, further, future, general, getting, given, gives,
    giving, going, gonna, great, group, guess, guys, happy, hard, having, head, hear, heard, heavy, hello, help,
    helpful, holding, honest, hope, hopefully, hours, house, however, ideal, ideas, immediately, important, include,
    includes, including, inside, install, instead, intent, interest, interested, internal, interview, invoice,
    involved, issue, issues, items, itself, joined, keen, keeps, known, large, larger, last, later, latest, launch,
    leader, leave, leaves, leaving, legal, length, level, license, licenses, liked, likely, likes, limit, lines,
    listed, little, local, location, looking, looks, loved, lower, lunch, maker, makes, making, manage, management,
    manager, many, market, maybe, means, meant, meet, meeting, meetings, mention, mentioned, message, might, minor,
    minute, minutes, missed, model, monday, money, month, monthly, months, morning, mostly, moved, moving, much,
    needed, needs, negotiate, nephew, never, nice, night, nobody, normal, north, nothing, notice, number, numbers,
    offer, offered, office, often, older, online, onsite, opened, opening, option, options, order, ordered, orders,
    other, others, outside, owner, owners, pages, paper, parts, party, passed, people, perfect, perhaps, person,
    personal, phone, phoned, pilot, place, plans, planned, planning, plant, please, point, points, positive,
    possible, possibly, potential, prefer, prefers, present, pretty, price, prices, pricing, prior, probably,
    problem, problems, procurement, product, production, products, project, projects, promised, proposal, provide,
    purchase, pushed, quality, quarter, question, questions, quick, quickly, quiet, quite, quote, quoted, quotes,
    raised, range, rates, rather, ready, really, reason, receive, received, recent, recently, reception, regarding,
    regular, reject, rejected, remind, renew, renewal, replace, replied, reply, report, reported, request,
    requested, require, required, requirements, reschedule, rescheduled, response, review, reviewed, reviewing,
    rough, roughly, round, sales, samples, saturday, saying, schedule, scheduled, seats, second, seems, sending,
    senior, series, serious, server, service, session, setup, several, share, shared, sheet, shipment, short,
    should, showed, shown, signed, signing, simple, since, single, sites, slides, slipped, slots, small, smooth,
    solid, solution, somebody, someone, something, soon, sorted, sounds, south, speak, special, specs, spend, spent,
    spoke, spoken, staff, stage, stall, stand, start, started, starting, starts, stated, still, stock, stopped,
    store, story, strong, stuck, study, stuff, sunday, supplier, support, swing, swung, switch, table, taken, takes,
    taking, talked, talking, talks, teams, technical, terms, tested, testing, texted, thanks, their, them, there,
    these, thing, things, think, thinks, third, those, though, thought, through, thursday, tired, today, together,
    tomorrow, total, touch, tough, tours, track, trade, training, travel, tried, trying, tuesday, turned, under,
    understand, unless, until, update, updated, upset, urgent, users, using, usual, value, vendor, vendors, verbal,
    verbally, version, visit, visited, volume, waiting, wanted, wants, warehouse, wasnt, watch, website, wednesday,
    weekly, weeks, weird, whether, which, while, whole, willing, within, without, wonder, worked, working, works,
    would, write, wrong, wrote, years, yesterday, your, pinged, intro, invited, revert, reverts, reverted, chase,
    chased, nudge, ping, rang, sent, send, seen, left, said, says, tell, told, took, want, went, were, what, when,
    where, will, with, have, been, call, from, that, this, they, than, then, very, well, into, only, over, some,
    such, just, like, make, need, next, onto, open, past, same, back, both, does, down, each, even, good, here,
    high, hold, idea, keep, kind, know, late, less, list, long, look, lost, mean, miss, more, most, move, must,
    name, near, news, note, once, paid, part, plan, play, poor, post, pull, push, real, rest, right, role, safe,
    sale, seem, show, side, sign, site, size, sold, sort, stay, stop, sure, talk, task, team, term, test, text,
    time, trip, true, turn, type, unit, upon, used, user, view, wait, walk, warm, ways, week, wife, wish, word,
    work, year, zero, zoom, demo, deal, deck, docs, info, lead, link, memo, menu
"""
