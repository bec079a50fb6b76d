"""English: what makes a date a next step, and what does not. Add a word to a line; the engine needs no change."""

# A date after one of these is no next action.
NEVER_NEXT = """
    nothing before, nothing happens before, nothing moves before, nothing doing before, nothing will happen before,
    no movement before,
    not to call before, don't call before, dont call before, do not call before, never before, no calls before,
    best after, not call before,
    freeze until, freeze till, frozen until, frozen till, frozen til, freeze til, on hold until, on hold till,
    nothing until, nothing till, nothing til, no budget until, no budget till, no money until, no money till,
    no money til, no decision until, busy until, expires, expire, expired, expiring, expiry, expiration,
    contract ends, contract runs, runs until, runs through, runs till, valid until, valid till,
    under contract until, under contract till, locked in until, locked in till, locked until, locked into, since,
    founded, established, warranty, end of life, eol, lease, birthday, born, deployed since, customer since,
    contract is up, contract up, up for renewal, renews, renewal is, renewal in, renewal on, renewal date,
    year end is, year ends, fy ends, fiscal ends, fiscal year ends, financial year ends, year-end is,
    runs out, ran out, run out, offer ends, offer runs,
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
    opening, ramp, season, order in, delivery in, scheduled for production,
    re, regarding, about
"""

# What may be done on a date.
ACTIONS = """
    intro, introduce, introduces, introducing, introduction,
    park, parking, parked, leaving it, leave it,
    resend, re-send, revise, prepare, prep, draft, finish, finalise, finalize, forward, share, collect, bring,
    drop off, replace, measure, requote, re-quote, reprice, courier, hand over,
    once more, another go, one last go, one more go, one more time, last attempt, last try, again, chase up,
    firm up, sort,
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
    submit, sign, signing, invoice, order, po, ship, ships, shipping, pay, payment, start, starts, starting,
    offer, quote, quotation, proposal, samples,
    sometime, some time
"""

# What makes even a month or a quarter a next step, standing beside it.
FOLLOW_ACTIONS = """
    intro, introduce, introduces, introducing,
    parking it, park it, leave it, leaving it, parked,
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

# Behind one of these even a month or a quarter is a next step: "wants to push the trial to March".
PUT_OFF_TO = """
    brought forward … to, bring forward … to, bring … forward to, brought forward to,
    brought … forward to, pulled forward to, pull … forward to, moved up to, moved … up to, pulled in to,
    push … to, pushed … to, pushing … to, push … into, pushed … into, pushing … into, push … out to, push … back to,
    pushed … back to, push … til, push … till, push … until,
    pushed to, pushed into, pushed back to, pushed out to, pushed til, pushed till, pushed until,
    move … to, moved … to, moving … to, move … into, moved to, moved into, moving to, slid to, slides to, slip to,
    slips to, slipped to, slipping to, slipped into, shift … to, shifted … to, shifted to, bump … to, bumped … to,
    bumped to, bumped into,
    kick … to, kicked … to, kick … into, kicked … into, delay … to, delay … until, delay … till, delayed to,
    delayed until, delayed till, postpone … to, postpone … until, postponed to, postponed until, postponed till,
    defer … to, defer … until, deferred to, deferred until, put … off to, put … off until, put … off till, put off to,
    put off until, put off till, put back to, put … back to, rescheduled to, rescheduled for, reschedule … for,
    reschedule … to, carried over to, rolled over to, rolled to, park … til, park … till, park … until, parked til,
    parked till, parked until, parking … til, parking … till, parking … until
"""

# Takes up a time named before: "busy until March, call him then".
THEN = "then, at that point, at that time"

# What makes "today" a next step.
TODAY_PLANS = """
    to be, to send, to call, to go,
    will, i'll, we'll, need to, needs to, must, have to, has to, by, before, due, going to, deadline, owes, owe,
    promised, sending, asap, later
"""

# The date after one of these no longer holds.
NEGATED_DATES = """
    instead of, rather than, not, can't do, cannot do, can't make, couldn't do, couldn't make, isn't free,
    not available, no longer, was, originally, supposed to be, scheduled for, original, missed, unavailable, busy,
    was due, was set for, cancelled, canceled,
    no meeting, no call, no visit, no demo, no session, can't meet, can't see us, can't talk, cant meet,
    pulled out of, backed out of, pulled, bailed on, bailed out of, scrapped, called off
"""

# The date right before one of these does not hold.
REFUSED_DATES = """
    ? no, ? nope, ? nah, ? not, is no good, is not good, is bad,
    's out, 's no good, 's bad, 's off, doesn't suit, doesnt suit, does not suit, don't suit, isn't good, isnt good,
    but i can't, but i cant, but can't, but cant, but couldn't, but we can't, but we cant, but i'm away, but i'm out,
    but i'm booked, but we're booked, but she can't, but he can't, but they can't, too soon, too early, is too soon,
    is too early, clashes, is full, 's full, is taken,
    no good, no go, not good, doesn't work, doesnt work, does not work, won't work, wont work, not possible,
    isn't possible, is out, is off,
    cancelled, canceled, fell through, is not an option, isn't an option, didn't work, didnt work, got cancelled,
    got canceled
"""

# "from Tuesday to Thursday": the first of the two no longer holds.
MOVED_FROM = "from"
MOVED_TO = "to, now"

# A "to" that plans nothing: "sent the quote to Acme on Monday".
TO_SOMEBODY = """
    to ¤, to the, to their, to him, to her, to them, to his, to our, to my, to both, to all, to procurement, to legal,
    to finance, to purchasing
"""

# These look like the past and are to come.
COMING_VERBS = """
    ringing, calling, visiting, emailing, texting, seeing, popping, dropping, swinging, heading, going, driving,
    flying, chasing, presenting,
    demoing, shipping, collecting, hosting, signing, bringing, taking,
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
    completed,
    ghosted, skipped, no-showed, blew off, stood me up, bailed on
"""

# Counted from a day named before: "out till the 6th, call her the following Monday".
FOLLOWING = "following"

# At the hour named before: "our 10am moved to Monday, same time".
SAME_TIME = """
    same time, the same time, at same time, at the same time, same hour, ，same time, ， same time, - same time,
    same slot, the same slot
"""

# What keeps them from us for a time, so that the day it ends gives way to what is planned for then.
WAITS = """
    half term, half-term, school holidays, school hols, school break, stocktake, stocktaking, stock take, audit,
    year end close, exams, harvest, shutdown, shut down, conference, trade show, reopens, re-opens, reopening,
    closed, shut, flies out, flying out, travelling, traveling, is out, are out, 's out, is off,
    out of office, ooo, new role, new job, takes over, taking over, starts as, on holiday, on leave, on vacation,
    annual leave, in transit,
    mid move, moving offices, moving office, moving house, jury duty, surgery, ramadan, closed for
"""
UNTIL = "until, till, til, thru, through"
# Until a day they gave us, or we them, it is one to act by.
GIVEN_UNTIL = """
    have, has, had, gave, give, given, giving, got, get, wait, waiting, waits, good, open, valid, free, leave,
    leaving,
    can wait, deadline, submit, submissions, offer
"""
# Right behind a day: nothing is done before it.
TILL_THEN = """
    nothing moves before, nothing happens before, nothing doing before, nothing moves til then, nothing til then,
    nothing till then, nothing until then, nothing before then, nothing … til then,
    nothing … till then, nothing … until then, not before then, not before that, won't talk before, wont talk before,
    won't talk til, no decisions before then, no action before then, until that's done, til that's done
"""

# What lasts from one day to another: only its end is a date to act on.
AWAY = """
    closing, shutting, on break, break, closes, closes down, on strike,
    closed, close, off, away, out, ooo, oof, pto, on leave, on holiday, on vacation, vacation, holiday, holidays,
    shut,
    shutdown, travelling, traveling, annual leave, parental leave, maternity leave
"""
# What, right before a day, says that nobody is to be had on it.
AWAY_ON = """
    ¤ out, is out, 's out, are out, out on, i'm out, he's out, she's out, they're out, out all,
    closed, closed on, shut, shut on, 's off, is off, are off, i'm off, we're off, they're off, day off, off on,
    ooo, ooo on, oof, out of office,
    on leave, on holiday, on vacation, 's away, is away, are away, away on, on pto, not around, isn't in, isnt in,
    bank hol, bank holiday, public holiday, bank hols
"""
# These only look like it: "paperwork going out on Monday".
NOT_AWAY = """
    ship out, ship out on, them off, them off on, it off, it off on, dropping … off on, drop … off on, him off on,
    going out, going out on, goes out, goes out on, go out, go out on, gone out on, sending out on, sent out on,
    send out on, ships out, ships out on, shipping out on, heading out on, head out on, set out on, day out on,
    signs off on, signed off on, kicks off, kicks off on, kick off on, kicked off on, take off on, takes off on
"""
RANGE_MARKS = "-, to, thru, through, till, until, til"

# The date behind one of these ends a stretch of time: `300 kg a week through Xmas`.
THROUGHOUT = """
    a week through, a week thru, a month through, a month thru, a day through, a day thru, all through,
    right through, throughout
"""

# Behind an hour of today that is over these tell how it was.
WENT = "was, went, were, ran over, ran long, is done, done, happened, finished, over"

# Behind a day's own meeting these say that it is to come: "Thursday's call is now at 4".
STILL_HOLDS = """
    is now, is at, is still on, is on, still on, now at, moves to, is moving, will be, is confirmed, is a go,
    needs, stands, still stands, has to, can go ahead, 's fine, 's good, 's ok, 's okay, 's better, 's best, 's perfect,
    's free, 's open
"""

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
    pencil me in, pencilled in, put me down, pop me down,
    am, a, also, but, now, just, she'll, he'll, they'll, :, -
"""

# What stands before a day's event is to come: "approval at Thursday's board".
TOWARDS = "at, for, before, by, in, to, until, after"

# "Morning all" greets.
GREETED = "all, team, folks, guys, everyone, everybody, boss"

# What is agreed for a date.
AGREED_DATES = """
    pencilled, penciled,
    booked, booked in, scheduled for, set for, locked in, confirmed for, agreed on, agreed for, pencilled in,
    penciled in, slotted for,
    appointment, appt, set up for, on the calendar, in the diary, fixed for
"""

# Said with one of these a date is guessed at; what is agreed goes before it.
GUESSES = """
    won't do anything, wont do anything, not doing anything, nothing will happen,
    likely, reckon, reckons, probably, prob, hopefully, maybe, might, eta, all being well, with any luck
"""

# With one of these an hour says when somebody is to be had on any day.
USUALLY = """
    only in, only available, only free, only around, only there, usually in, usually free, usually around, always in,
    never in, mostly in, best time, best before, best after, best reached, best caught, easiest before, opening hours,
    open from, open till, opens at, closes at, shift starts, shift ends, works until, works till, on nights
"""

# What stands behind one of these is what will happen: "Bob said the units ship Friday".
TELLS = "said, said that, says, says that, told me, told me that, told us, told us that, mentioned, mentioned that"
OWNED_MARKS = "'s"

# With whom a day is agreed, and not what for: "meet w/ Dana Friday".
AGREED_WITH = "with, w, plan, remind, me, remind me"
