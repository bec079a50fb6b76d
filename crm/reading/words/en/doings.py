"""English: papers that went out, where one talks, and what is only planned. Add a word to a line; the engine needs no
change."""

# One of the first and, somewhere behind it in the clause, one of the second.
_PAPERS = """
    quote, quotes, quotation, qt, proposal, contract, contracts, agreement, msa, nda, sow, estimate, offer, pricing,
    prices, price list,
    price sheet, rate card, redlines, paperwork, order form, invoice, tender, bid, rfp, rfp response, rfq, deck,
    one pager, one-pager,
    brochure, catalog, catalogue, datasheet, data sheet, spec sheet, term sheet, renewal docs, docs, documents,
    packet, submittal, submittals
"""
_GONE = """
    sent, gone, gone out, gone over, 's out, 's gone, has gone, have gone, went, went out, went over, submitted,
    emailed,
    is in with, 's in with, are in with, in with ¤, sent back, sent over, out the door, out to ¤,
    over to ¤, across to ¤, is with them, 's with them, are with them, with them now
"""
# What people sit down to together.
_SAT_DOWN_TO = """
    chai, tea, kopi, teh tarik, coffee, coffees, cuppa, latte, matcha, boba, beer, beers, a pint, pints, wine,
    cocktails,
    a drink, drinks, happy hour, breakfast, brekkie, brunch, lunch, dinner, supper, tiffin, meal, a bite, a snack,
    snacks,
    sushi, ramen, noodles, hotpot, hot pot, dim sum, yum cha, bbq, barbecue, braai, tapas, pizza, burgers, steak,
    steaks,
    curry, buffet, banquet, feast, iftar, shisha, karaoke, ktv, golf, nine holes, 9 holes, 18 holes
"""
# What is left at somebody's place.
_LEFT_THERE = """
    samples at, sample at, testers at, brochures at, brochure at, catalogs at, catalogue at, catalogues at, flyers at,
    swatches at, parts at, leaflets at, cards at, card at, price list at, pricelist at, demo unit at, docs at
"""
KIND_PAIRS = {
    "meeting done": (
        ("had, grabbed, shared, enjoyed, did, went for, took … to, took … for, took … out for", _SAT_DOWN_TO),
    ),
    "meeting noun": ((_SAT_DOWN_TO, "with, w"),),
    "visit done": (
        ("dropped, delivered, hand delivered", "at ¤, to ¤, over at ¤, over to ¤"),
        ("dropped, dropped off, left", _LEFT_THERE),
    ),
    "email done": (
        (
            """
            sent, resent, re-sent, fired, fired off, fired over, shot, circulated, submitted, issued, lodged,
            put in, put together and sent,
            turned in, passed along, got out, got over, mailed, returned, dropped over, pushed out, released,
            turned around, whizzed over,
            flicked, flicked over, pinged over, popped over
            """,
            _PAPERS,
        ),
    ),
    "email open": ((_PAPERS, _GONE),),
}

# What they sent us is no e-mail of ours.
THEM = "they, he, she, legal, procurement, who, customer, client, it, finance, purchasing, buyer"

HELPING_VERBS = "has, have, had, 's, 've, just, already, now, finally, also, then"
SENT = "sent, forwarded, fwded, shared, submitted, passed, circulated, returned, issued"

REPORTED = "said, says, told, wants, wanted, asked, thinks, reckons, replied, declined, passed, agreed, confirmed"

# Where a talk is face to face.
EVENTS = """
    on the fair, on the … fair, at the … fair, at the … show, on the expo,
    booth talk, stand talk, booth,
    at the expo, at expo, at the show, at the trade show, trade show, tradeshow, trade fair, at the fair,
    at the conference, at the conf,
    at the summit, at the convention, at the mixer, mixer, at the meetup, meetup, markets, farmers market,
    at the market, our booth,
    the booth, our stand, the stand, networking event, at the event, at the airport, at the servo, at the pub,
    at the bar, at the gym,
    at the golf, on the golf course, at the club, at the game, at the wedding, at church, at the school,
    in the lobby, in person, face to face,
    face-to-face, f2f, at their christmas party, at the party, over coffee, over lunch, over dinner, over drinks,
    over a beer, over beers,
    over breakfast, at our office, in our office, at our place, at our hq
"""

APPOINTMENTS = """
    appointment, appt, scheduled, booked, supposed to meet, due to meet, slot, kick-off, kickoff, kick off
"""

# The next step is planned, not done.
PLANS = """
    there's a, not yet, yet to, about, looking to, look to, still to, needs a, want to, wants to, pencil in, pencil,
    slot in, happening, takes place, on the calendar, on calendar, in the diary, diarised, set a, set, i'm going,
    we're going, heading to, swing, drop, shoot, wait, wait until, leave it, leave it til, retry, redo, rebooked,
    regroup, circle, check, revisit, touch base, ping, nudge, get back, come back, comes back, coming back, back to,
    back at, back on, send, sending, call, ring, email, text, visit, meet, due, decision, decide, decides, answers,
    answer, returns, return, starts, starting, start, begins, opens, closes, ends, ship, ships, deliver, delivering,
    install, installing, fitting, arrives, kickoff, kick off, kicks off, goes live, go live, launch, deadline, next,
    will, would, wants, want, wanted, need, needs, needed, schedule, scheduled, scheduling, book, booked, booking,
    set up, setting up, arrange, arranged, arranging, plan, planning, planned, let's, lets, should, can, could,
    going to, gonna, i'll, we'll, he'll, she'll, they'll, it'll, todo, to do, to, prep, prepare, preparing,
    follow up, follow-up, fu, f/u, fup, invite, invited, propose, proposed, asked for, asks for, asking for,
    asked if, agreed to, agreed on, upcoming, until, till, then, remind, waiting for, waiting on, awaiting, confirm,
    confirmed, offer, offered, might, may, must, have to, has to, requested, requesting, request, again, set for,
    slated, locked in, pencilled in, penciled in, expects, expecting, hoping, hope, one more, one last, last try,
    before, pending, promised, reschedule, rebook, looking for, would like, i will, we will, follow, chase,
    wait for, shall, try, trying to, keen on a, open to a, push for, pushing for, if
"""

NO_ANSWER = """
    no answer, no ans, no pickup, no pick up, didn't pick up, didnt pick up, did not pick up, didn't answer,
    voicemail, voice mail, vm, lvm, left vm, left a vm, vm left, left message, left msg, left a message,
    left a voicemail, left voicemail, couldn't reach, could not reach, unable to reach, wasn't in, not in,
    wasn't there, gatekeeper, went to voicemail, straight to voicemail, no reply, no response, ghosted, number busy,
    line busy, no show, no-show, out of office, unanswered, no luck
"""
