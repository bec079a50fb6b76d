"""English: words of dates and times. The codes are explained in dates/atoms.py.

Add a word to a line; the engine needs no change.
"""

NUMBERS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
}

DATES = {
    "D:0": "today, tdy, 2day",
    "D:1": """
        tomorrow, tmrw, tmr, tmw, tmro, tomo, tomoz, tomorow, tommorow, tommorrow, tomm, 2moro, 2morrow, 2mrw,
        next day, the next day, the following day
    """,
    "D:2": """
        day after tomorrow, day after tmrw, the day after tomorrow, the day after tmrw, day after tmr, overmorrow
    """,
    "D:-1": "yesterday, yday, yest, yesterdays",
    "D:-2": "day before yesterday, the day before yesterday",
    "D:0 P:morning": "this morning, earlier this morning, this mornin, this am",
    "D:0 P:afternoon": "this afternoon, earlier this afternoon, this arvo, this aft",
    "D:0 P:evening": "tonight, tonite, 2nite, this night, this evening",
    "D:-1 P:evening": "last night",
    "W:0": "monday, mon, mondays, mond",
    "W:1": "tuesday, tue, tues, tuesdays",
    "W:2": "wednesday, wed, weds, wednes, wednesdays",
    "W:3": "thursday, thu, thur, thurs, thrs, thursdays",
    "W:4": "friday, fri, fridays, frid",
    "W:5": "saturday, sat, saturdays",
    "W:6": "sunday, sun, sundays",
    "M:1": "january, jan",
    "M:2": "february, feb, febr",
    "M:3": "march, mar",
    "M:4": "april, apr",
    "M:5": "may",
    "M:6": "june, jun",
    "M:7": "july, jul",
    "M:8": "august, aug",
    "M:9": "september, sep, sept",
    "M:10": "october, oct",
    "M:11": "november, nov",
    "M:12": "december, dec",
    "R:0": "this, current",
    "R:1": "next, nxt, following, the following, nex",
    "R:-1": "last, previous, past",
    "c": "coming, upcoming, this coming, this upcoming, the coming",
    "U:minute": "minute, minutes, min, mins",
    "U:hour": "hour, hours, hr, hrs",
    "U:day": "day, days",
    "U:bizday": "business day, business days, working day, working days, biz days, bus days",
    "U:week": "week, weeks, wk, wks",
    "U:month": "month, months, mth, mths, mnth, mos",
    "U:quarter": "quarter, quarters, qtr, qtrs",
    "U:year": "year, years, yr, yrs",
    "N:14 U:day": "fortnight, a fortnight, a fortnights time, a fortnight's time",
    "K": "weekend, wkend, the weekend, weekends",
    "B:week": "eow, end of wk, end of the wk",
    "B:month": "eom",
    "B:quarter": "eoq",
    "B:year": "eoy, before christmas week",
    "Q:1": "q1",
    "Q:2": "q2",
    "Q:3": "q3",
    "Q:4": "q4",
    "Y:1": "h1",
    "Y:2": "h2",
    "E:early": """
        early, beginning, beginning of, start, start of, the start of, the beginning of, early in, first part of,
        top of
    """,
    "E:mid": "mid, middle, middle of, the middle of, midway through, mid of",
    "E:late": "late, end, end of, the end of, late in, latter part of, back end of, back of, tail end of",
    "P:morning": """
        morning, mornings, mornin, early morning, the morning, first thing in the morning, first thing
    """,
    "P:ten": "mid morning, midmorning, late morning",
    "P:noon": "noon, midday, mid day, noonish, lunchtime, lunch time, 12 noon, noontime",
    "p:noon": "lunch, over lunch, at lunch, after lunch",
    "P:afternoon": "afternoon, arvo, mid afternoon, midafternoon, late afternoon, aft, the afternoon",
    "P:evening": "evening, late evening, eve, the evening",
    "P:night": "night",
    "P:one": "early afternoon",
    "P:five": "early evening",
    "P:eod": """
        eod, cob, end of day, end of the day, end of business, close of business, close of play, cop, end of play,
        the eod, by eod, by cob, end of today, the end of today, eob
    """,
    "A:am": "a.m., a.m, a m, am, a . m .",
    "A:pm": "p.m., p.m, p m, pm, p . m .",
    "z:0": "o'clock, oclock, o clock",
    "h:30": "half past, half",
    "h:15": "quarter past, a quarter past, quarter after",
    "h:-15": "quarter to, a quarter to, quarter til, quarter of",
    "h:10": "ten past",
    "h:-10": "ten to",
    "h:20": "twenty past",
    "h:-20": "twenty to",
    "f": "from now, hence, out, from today, time",
    "e": "after, from, post",
    "l": "later, later on, later in",
    "b:until": "until, till, til, til the, until after",
    "b": "before, by, no later than, latest, due, prior to, b4",
    "<": "ago, back",
    "i": """
        in, within, w/in, in about, in another, in less than, in around, over the next, over the coming, another
    """,
    "n": """
        on, for, this, come, follow up, follow-up, fu, circle back, check back, touch base, check in, revisit,
        reconnect, regroup, try again, reach out, come back, get back, call back, ring back, speak again,
        talk again, meet again
    """,
    "a": "at, @, around, about, abt, approx, ~, circa",
    "t": "the",
    "o": "of",
    "s": "to, thru, through",
    "&": "and, &",
    "j:1": "a, an",
    "j:2": "couple, couple of, a couple, a couple of, cpl, cple of, a cpl of, a cple",
    "j:3": "few, a few",
    "j:4": "several",
    "N:0.5 U:hour": "half hour, half an hour, a half hour, half hr",
    "N:1.5 U:hour": "an hour and a half, hour and a half",
    "g": "ish, or so",
    "k": """
        week of, wk of, w/c, wc, week commencing, week starting, week beginning, week starting on,
        week beginning on, week commencing on, wk commencing, week of the, w/b
    """,
    "V": "kw, cw, calendar week, cal week",
    "G:week": "week after next, the week after next, the week after the next, wk after next",
    "G:month": "month after next, the month after next, the month after the next",
    "G:weekend": """
        weekend after next, weekend after the next, the weekend after next, the weekend after the next
    """,
    "?": """
        sat down, sat with, sat in on, sat through, we sat, i sat, may be, may have, may not, may need, may want,
        second opinion, second hand, last minute, this is, this was
    """,
    "H:12-25": "christmas, xmas, xmas day, christmas day, the holidays",
    "H:1-1": "new year, the new year, new years, new years day, new year's day, new year's, ny",
    "H:12-31": "new years eve, new year's eve, nye",
    "H:7-4": "4th of july, july 4th, fourth of july, independence day",
    "H:12-26": "boxing day",
    "H:2-14": "valentine's day, valentines, valentines day",
    "H:10-31": "halloween",
    "H:5-1": "may day, labour day",
    "H:11-11": "veterans day",
    "L": """
        black friday, cyber monday, super bowl, the show, the expo, the fair, harvest, quarter close, the audit,
        the merger, the move, maternity leave, the elections, the election, tax season, the conference, summer,
        winter, spring, autumn, the fall, the season, easter, thanksgiving, ramadan, eid, diwali, deepavali,
        chinese new year, cny, lunar new year, hari raya, the holiday, the holidays, golden week, holidays,
        the break, summer break, labor day, memorial day, bank holiday, the bank holiday, spring festival, passover,
        hanukkah, carnival, vesak, national day, spring break, holiday, the shutdown
    """,
}

# Written against the number: 3p, 2w, 24th.
GLUED_DATES = {
    "A:am": "a, am",
    "A:pm": "p, pm",
    "O": "st, nd, rd, th",
    "U:day": "d",
    "U:week": "w, wk, wks",
    "U:month": "mo",
    "U:hour": "h, hr, hrs",
    "U:minute": "m, min",
    "g": "ish",
}

# What may follow a bare hour: "at 3 with Bob" is a time, "at 50 seats" is not.
HOUR_FOLLOWERS = """
    with, w, to, for, in, re, about, abt, and, on, if, but, so, then, their, at, our, via, over, from, by, n,
    unless, or, his, her, sharp, please, pls, we, i, he, she, they, again, today, tomorrow, tmrw, works, is, around,
    the, she'll, he'll
"""

# A date after one of these is no next action.
NEVER_NEXT = """
    not to call before, don't call before, dont call before, do not call before, never before, no calls before,
    best after, not call before,
    freeze until, freeze till, frozen until, frozen till, frozen til, freeze til, on hold until, on hold till,
    nothing until, nothing till, nothing til, no budget until, no budget till, no money until, no money till,
    no money til, no decision until, busy until, expires, expire, expired, expiring, expiry, expiration,
    contract ends, contract runs, runs until, runs through, runs till, valid until, valid till,
    under contract until, under contract till, locked in until, locked in till, locked until, locked, since,
    founded, established, warranty, end of life, eol, lease, birthday, born, deployed since, customer since,
    contract is up, contract up, up for renewal, renews, renewal is, renewal in, renewal on, renewal date,
    good until, good till, contract until, contract till, contract through
"""

# With one of these a month or a quarter is when they buy, not when we act.
COARSE_ONLY = """
    decision, decide, deciding, decides, decided, budget, budgets, budgeted, fiscal, fy, buy, buying, purchase,
    purchasing, go live, go-live, golive, launch, launching, rollout, roll out, rolling out, implement,
    implementation, move forward, moving forward, start date, deploy, deployment, timeline, timing, target,
    targeting, forecast, frozen, freeze, approved for, expand, expansion, hire, hiring, want it, want to, need it,
    needs it, they need, in production, production, possibly, might, may, maybe, no decision, capex, opex, plan to,
    planning to, planning, plans to, project, won't, nothing, not before, until, till, switch, migrate, open,
    opening, ramp, season, order in, delivery in, scheduled for production
"""

# What may be done on a date.
ACTIONS = """
    drop … a line, drop a line, give … a shout, give … a bell, give … a ring, give … a buzz, bell, get in touch,
    go see,
    coffee, lunch, dinner, drinks, another crack, have another go, look again, prod,
    pick up, pick this up, pick it up,
    breakfast,
    follow up, follow-up, followup, follow, fu, f/u, fup, call, calls, callback, ring, phone, email, mail, send,
    check, check in, check back, circle, circle back, revisit, ping, touch base, meet, meeting, mtg, demo, visit,
    reconnect, reengage, re-engage, get back, gets back, getting back, come back, chase, nudge, back, try,
    reach out, talk, speak, catch up, review, reschedule, rescheduled, pushed, moved, postponed, kickoff, kick off,
    kick-off, kicks off, workshop, training, install, installation, pilot, pilot starts, trial starts, trial ends,
    board, out until, out till, away until, on leave until, returns, back from, next step, next steps, next, tender,
    bid, opens, chat, connect, loop back, resume, sync, present, text, message, whatsapp, go back, swing by,
    drop by, stop by, pop in, see, regroup, answer, reply, respond, revert, deliver, delivery, deadline, due,
    submit, sign, signing, invoice, order, po, ship, ships, shipping, pay, payment, start, starts, starting
"""

# What makes even a month or a quarter a next step, standing beside it.
FOLLOW_ACTIONS = """
    drop … a line, drop a line, give … a shout, give … a bell, give … a ring, give … a buzz, bell, get in touch,
    go see,
    coffee, lunch, dinner, drinks, another crack, have another go, look again, prod,
    pick up, pick this up, pick it up,
    follow up, follow-up, followup, follow, fu, f/u, call, call back, ring, email, check, check in, check back,
    circle back, revisit, ping, touch base, meet, reconnect, re-engage, get back, chase, nudge, try again,
    reach out, talk again, speak again, catch up, kickoff, kick off, kick-off, visit, demo, send, out until,
    out till, away until, away till, leave until, back in, regroup, loop back, retry, resume, call him, call her,
    speak, talk, pick it up again, pick up again, pick back up, review
"""

# Takes up a time named before: "busy until March, call him then".
THEN = "then, at that point, at that time"

# What makes "today" a next step.
TODAY_PLANS = """
    will, i'll, we'll, need to, needs to, must, have to, has to, by, before, due, going to, deadline, owes, owe,
    promised, sending, asap, later
"""

# The date after one of these no longer holds.
NEGATED_DATES = """
    instead of, rather than, not, can't do, cannot do, can't make, couldn't do, couldn't make, isn't free,
    not available, no longer, was, originally, supposed to be, scheduled for, original, missed, unavailable, busy,
    was due, was set for, cancelled, canceled
"""

# "from Tuesday to Thursday": the first of the two no longer holds.
MOVED_FROM = "from"
MOVED_TO = "to"

# A "to" that plans nothing: "sent the quote to Acme on Monday".
TO_SOMEBODY = """
    to ¤, to the, to their, to him, to her, to them, to his, to our, to my, to both, to all, to procurement, to legal,
    to finance, to purchasing
"""

# These look like the past and are to come.
COMING_VERBS = """
    be paid, be signed, be sent, be done, be shipped, be delivered, be installed, be finished, be completed,
    be closed,
    get paid, get signed, get done, getting paid, getting signed, get it signed, have it signed, get it done,
    have it done
"""

# A bare weekday governed by one of these is past.
PAST_VERBS = """
    sent, got, received, gave, had, was, were, went, came, bought, ordered, signed, paid, shipped, delivered,
    installed, left, tried, lost, won, started, began, finished, ended, closed, happened, showed, missed, launched,
    posted, submitted, introduced, emailed, since, did, didn't, made, took, cancelled, canceled, dropped, picked up,
    completed
"""

# Counted from a day named before: "out till the 6th, call her the following Monday".
FOLLOWING = "following"

# What lasts from one day to another: only its end is a date to act on.
AWAY = """
    closed, close, off, away, out, ooo, oof, pto, on leave, on holiday, on vacation, vacation, holiday, holidays,
    shut,
    shutdown, travelling, traveling, annual leave, parental leave, maternity leave
"""
RANGE_MARKS = "-, to, thru, through, till, until, til"

ON_A_DAY = "on, for, this, to"

NO_SIGNS = "as planned, next to, due to, as agreed, happy to hear, about the, used to"

HABITS = "mondays, tuesdays, wednesdays, thursdays, fridays, saturdays, sundays"

# Directly before a date these say that it is to come.
BEFORE_COMING_DATES = "by, until, till, til, before, b4, for, next, due, is, are, 's"

# Words that say nothing of the next step.
FILLERS = """
    fu, f/u, follow up, follow-up, followup, will, i'll, we'll, i will, we will, need to, needs to, to, then, and,
    so, next, next step, next steps, next step is, next step:, todo, to do, action, action item, please, pls, i, we,
    going to, gonna, should, must, have to, agreed to, let's, lets, by, on, at, before, the, in, for, until, with,
    am, a, also, but, now, just, she'll, he'll, they'll, :, -
"""
