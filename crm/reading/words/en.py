"""English: every word the reader knows, and nothing else. Add a word to a line; the engine needs no change."""

NUMBERS = {
    **{word: n for n, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
        "seventeen eighteen nineteen".split())},
    **{word: 10 * n for n, word in enumerate("twenty thirty forty fifty sixty seventy eighty ninety".split(), 2)},
}
ORDINALS = {
    **{word: n for n, word in enumerate(
        "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
        "fifteenth sixteenth seventeenth eighteenth nineteenth".split(), 1)},
    "twentieth": 20, "thirtieth": 30,
}

# Date words: "code value, code value": "words". The codes are explained in dates/atoms.py.
DATES = {
    "D:0": "today, tdy, 2day",
    "D:1": "tomorrow, tmrw, tmr, tmw, tmro, tomo, tomoz, tomorow, tommorow, tommorrow, tomm, 2moro, 2morrow, 2mrw, "
           "next day, the next day, the following day",
    "D:2": "day after tomorrow, day after tmrw, the day after tomorrow, the day after tmrw, day after tmr, overmorrow",
    "D:-1": "yesterday, yday, yest, yesterdays",
    "D:-2": "day before yesterday, the day before yesterday",
    "D:0 P:evening": "tonight, tonite, 2nite, this night",
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
    "Q:1": "q1", "Q:2": "q2", "Q:3": "q3", "Q:4": "q4",
    "Y:1": "h1", "Y:2": "h2",
    "E:early": "early, beginning, beginning of, start, start of, the start of, the beginning of, early in, "
               "first thing, first part of, top of",
    "E:mid": "mid, middle, middle of, the middle of, midway through, mid of",
    "E:late": "late, end, end of, the end of, late in, latter part of, back end of, back of, "
              "tail end of",
    "P:morning": "morning, mornings, mornin, early morning, the morning, first thing in the morning, first thing",
    "P:ten": "mid morning, midmorning, late morning",
    "P:noon": "noon, midday, mid day, noonish, lunchtime, lunch time, 12 noon, noontime",
    "p:noon": "lunch, over lunch, at lunch, after lunch",
    "P:afternoon": "afternoon, arvo, mid afternoon, midafternoon, late afternoon, aft, "
                   "the afternoon",
    "P:evening": "evening, late evening, eve, the evening",
    "P:night": "night",
    "P:one": "early afternoon",
    "P:five": "early evening",
    "P:eod": "eod, cob, end of day, end of the day, end of business, close of business, close of play, cop, "
             "end of play, the eod, by eod, by cob, end of today, the end of today, eob",
    "A:am": "a.m., a.m, a m, am, a . m .",
    "A:pm": "p.m., p.m, p m, pm, p . m .",
    "z:0": "o'clock, oclock, o clock",
    "h:30": "half past, half",
    "h:15": "quarter past, a quarter past, quarter after",
    "h:-15": "quarter to, a quarter to, quarter til, quarter of",
    "h:10": "ten past", "h:-10": "ten to", "h:20": "twenty past", "h:-20": "twenty to",
    "f": "from now, hence, out, from today, time",
    "e": "after, from, post",
    "l": "later, later on, later in",
    "b:until": "until, till, til, til the, until after",
    "b": "before, by, no later than, latest, due, prior to, b4",
    "<": "ago, back",
    "i": "in, within, w/in, in about, in another, in less than, in around, over the next, over the coming, another",
    "n": "on, for, this, come, follow up, follow-up, fu, circle back, check back, touch base, check in, revisit, reconnect, regroup, try again, reach out, come back, get back, call back, ring back, speak again, talk again, meet again",
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
    "k": "week of, wk of, w/c, wc, week commencing, week starting, week beginning, week starting on, "
         "week beginning on, week commencing on, wk commencing, week of the, w/b",
    "G:week": "week after next, the week after next, the week after the next, wk after next",
    "G:month": "month after next, the month after next, the month after the next",
    "G:weekend": "weekend after next, weekend after the next, the weekend after next, the weekend after the next",
    "?": "sat down, sat with, sat in on, sat through, we sat, i sat, may be, may have, may not, may need, may want, "
         "second opinion, second hand, last minute, this is, this was",
    "H:12-25": "christmas, xmas, xmas day, christmas day, the holidays",
    "H:1-1": "new year, the new year, new years, new years day, new year's day, new year's, ny",
    "H:12-31": "new years eve, new year's eve, nye",
    "H:7-4": "4th of july, july 4th, fourth of july, independence day",
    "H:12-26": "boxing day",
    "H:2-14": "valentine's day, valentines, valentines day",
    "H:10-31": "halloween",
    "H:5-1": "may day, labour day",
    "H:11-11": "veterans day",
    "L": "easter, thanksgiving, ramadan, eid, diwali, deepavali, chinese new year, cny, lunar new year, hari raya, "
         "the holiday, the holidays, golden week, holidays, the break, summer break, labor day, memorial day, "
         "bank holiday, the bank holiday, spring festival, passover, hanukkah, carnival, vesak, national day, "
         "spring break, holiday, the shutdown",
}

# Written against the number: 3p, 2w, 24th.
GLUED_DATES = {"A:am": "a, am", "A:pm": "p, pm", "O": "st, nd, rd, th", "U:day": "d", "U:week": "w, wk, wks",
               "U:month": "mo", "U:hour": "h, hr, hrs", "U:minute": "m, min", "g": "ish"}

# What may follow a bare hour: "at 3 with Bob" is a time, "at 50 seats" is not.
HOUR_FOLLOWERS = """with, w, to, for, in, re, about, abt, and, on, if, but, so, then, their, at, our, via, over, from, by, n,
unless, or, his, her, sharp, please, pls, we, i, he, she, they, again, today, tomorrow, tmrw, works, is, around, the, she'll, he'll"""

# Names of companies: what is no part of the name itself, and words too plain to stand for a name alone.
COMPANY_FORMS = """inc, incorporated, ltd, limited, llc, llp, plc, corp, corporation, co, company, gmbh, ag, sa, sas, srl, spa, bv, nv, kg, se, oy,
ab, as, aps, pty, pte, sdn, bhd, lp, holdings, holding, group, kk, pvt, private, sarl, kgaa, ug, the"""
JOINERS = "and, of, the, de, du, la, le, les, von, van, for, der, den, di, da"
INDUSTRIES = """labs, lab, systems, system, technologies, technology, tech, software, solutions, services, service, networks, network, logistics,
freight, lines, analytics, pharma, pharmaceuticals, partners, partner, foods, food, engineering, energy, energie, bank, banking, consulting,
consultants, insurance, dental, clinic, hospital, health, healthcare, medical, motors, motor, auto, automotive, traders, trading, toys, toy,
fiber, bakery, brewing, brewery, storage, robotics, seafood, marine, shipping, transport, trucking, manufacturing, industries, industrial,
international, global, capital, ventures, investments, finance, financial, credit, union, media, studios, studio, design, designs, digital, data,
cloud, mobile, mobility, telecom, communications, electric, electronics, electrical, power, solar, steel, metals, metal, plastics, packaging, paper,
printing, press, publishing, books, school, schools, university, college, academy, institute, hotel, hotels, resort, resorts, restaurant,
restaurants, cafe, coffee, catering, farms, farm, dairy, organics, wines, winery, vineyards, distillery, construction, builders, building, homes,
realty, properties, property, estates, architects, interiors, furniture, furnishings, flooring, roofing, plumbing, hvac, landscaping, gardens, nursery,
fitness, gym, sports, outdoors, apparel, clothing, fashion, textiles, shoes, jewelry, jewellers, cosmetics, beauty, salon, spa, supply, supplies,
distribution, distributors, distributor, wholesale, retail, stores, store, mart, market, markets, depot, warehouse, equipment, tools, tool, machine,
machinery, machines, instruments, controls, automation, sensors, semiconductor, semiconductors, materials, chemicals, chemical, coatings, glass,
ceramics, water, waste, recycling, environmental, utilities, oil, gas, petroleum, mining, minerals, aviation, aerospace, airlines, airways, defense,
security, legal, law, accounting, advisory, recruiting, staffing, agency, marketing, advertising, creative, productions, entertainment, games,
gaming, travel, tours, logistic, couriers, courier, express, delivery, foundation, trust, council, county, city, district, state, national, american, british,
royal, first, general, united, new, north, south, east, west, northern, southern, eastern, western, central, pacific, atlantic, great, big,
blue, red, green, black, white, golden, silver, star, sun, street, bay, valley, hill, lake, river, mountain, marina, second, third, wire, cable, cables,
pumps, valves, bearings, hydraulics, fasteners, components, parts, tooling, castings, forge, mills, works, brothers, bros, sons, associates"""
PLAIN_NAMES = """target, apple, may, march, sea, sun, chase, delta, gap, visa, oracle, square, block, box, slack, zoom, ring, nest, shell, ford, orange,
subway, sprint, match, indeed, monday, friday, second, first, next, signal, notion, linear, amplitude, segment, stripe, brand, bolt, grab, compass,
summit, pinnacle, apex, vertex, harbor, anchor, bridge, bright, clear, smart, swift, prime, core, edge, point, peak, spark, wave, flow, unity, alpha, beta, echo,
nova, eagle, falcon, hawk, lion, tiger, bear, fox, wolf, oak, pine, cedar, maple, rose, lily, iris, ivy, diamond, crystal, pearl, ruby, amber, jade, canon, polo, dove, tide, crest,
ally, progressive, discover, guardian, liberty, unit, meta, x, time, fortune, people, global, general, national, american, united, standard, premier, best,
total, quest, pilot, quote, order, contract, price, budget, deal, demo, trial, call, meeting, visit, lunch, close, open, live, lead, prospect, customer, client, sage"""

# What shows that a plain word is a name here: "met Target", "from Apple", "apple meeting".
BEFORE_NAMES = """at, @, from, with, w, w/, to, visited, met, called, rang, emailed, texted, pinged, of, via, re, lost, won, signed, closed, owns,
mark, update, both, near, client, customer, account, prospect, by, company"""
AFTER_NAMES = """meeting, mtg, call, demo, deal, visit, said, says, wants, want, asked, signed, rep, team, procurement, contract, renewal, order, pilot,
trial, account, approved, confirmed, cancelled, postponed, pushed, ghosted, is, are, has, have, need, needs, didn't, follow, fu, f, po, quote"""
# Words worth mending when one letter is wrong.
ORDINARY_TOO = "monday, tuesday, wednesday, thursday, friday, saturday, sunday"
MENDABLE = """monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july, august, september, october, november,
december, tomorrow, tonight, today, yesterday, morning, afternoon, evening, weekend, month, quarter, weeks, months, hours, minutes, before, after, until, early, follow,
followup, followed, called, calling, spoke, talked, phoned, voicemail, answer, emailed, email, meeting, visited, visit, dropped, stopped, texted, whatsapp, wechat, linkedin,
message, messaged, lunch, coffee, dinner, demoed, demo, quote, quoted, quotes, proposal, pricing, contract, discount, negotiating, negotiation, legal, procurement, redlines,
signed, signing, order, ordered, invoice, interested, budget, approved, pilot, trial, sample, samples, testing, evaluating, comparing, competitor, expensive, remind,
reschedule, rescheduled, cancelled, postponed, pushed, moved, delete, export, cancel, update, change, schedule, scheduled, renewal, expansion, contact, customer, remove,
reminder, another, inbound, referral, introduced, verbal, verbally, agreed, payment, shipping, delivery, purchase, bought, closed, declined, rejected, sent, send, call, next,
week, lost, deal, asked, wants, needs, kickoff, workshop, review, decision, deposit, owner, owns, pipeline, deals, stage, which, where, undo, please, thanks, reached, again,
couple, website, conference, price, lead, prospect, back, with, ring, rang, chase, their, there, last, days, left, first, waiting, hour, half, help, zoom, site, good, great, went, from, about, show"""
# Words too common to be a misspelled name, or a name by themselves when written small.
ORDINARY_WORDS = """about, above, across, after, again, agree, agreed, almost, along, already, also, always, among, another, answer, anyone, anything,
around, asked, asking, available, aware, based, because, become, before, behind, being, below, better, between, beyond, bigger, board, bring, brief, brought,
budget, business, busy, buyer, called, calling, calls, cancel, cancelled, cannot, change, changed, changes, check, checked, checking, clear, client, close, closed,
closing, coffee, comes, coming, company, compare, concern, concerned, concerns, confirm, confirmed, contact, contract, contracts, could, couple, course, current,
currently, customer, customers, dated, deadline, deals, decide, decided, decision, definitely, delay, delayed, deliver, delivery, demos, detail, details, didnt,
different, difficult, dinner, direct, director, discount, discuss, discussed, doesnt, doing, domain, done, dropped, during, early, easily, either, email, emailed,
emails, ended, enough, entire, especially, evaluate, evaluating, evening, event, every, everyone, everything, exact, excited, existing, expand, expansion, expect,
expected, expects, expensive, explain, extra, factory, family, favor, feature, features, feedback, feels, field, figure, final, finally, finance, find, fine, finish,
first, fixed, floor, follow, followed, following, forget, former, forward, found, friday, friend, friendly, front, further, future, general, getting, given, gives, giving,
going, gonna, great, group, guess, guys, happy, hard, having, head, hear, heard, heavy, hello, help, helpful, holding, honest, hope, hopefully, hours, house, however,
ideal, ideas, immediately, important, include, includes, including, inside, install, instead, intent, interest, interested, internal, interview, invoice, involved, issue, issues,
items, itself, joined, keen, keeps, known, large, larger, last, later, latest, launch, leader, leave, leaves, leaving, legal, length, level, license, licenses, liked, likely, likes,
limit, lines, listed, little, local, location, looking, looks, loved, lower, lunch, maker, makes, making, manage, management, manager, many, market, maybe, means, meant, meet, meeting,
meetings, mention, mentioned, message, might, minor, minute, minutes, missed, model, monday, money, month, monthly, months, morning, mostly, moved, moving, much, needed, needs, negotiate,
nephew, never, nice, night, nobody, normal, north, nothing, notice, number, numbers, offer, offered, office, often, older, online, onsite, opened, opening, option, options, order, ordered,
orders, other, others, outside, owner, owners, pages, paper, parts, party, passed, people, perfect, perhaps, person, personal, phone, phoned, pilot, place, plans, planned, planning, plant,
please, point, points, positive, possible, possibly, potential, prefer, prefers, present, pretty, price, prices, pricing, prior, probably, problem, problems, procurement, product, production,
products, project, projects, promised, proposal, provide, purchase, pushed, quality, quarter, question, questions, quick, quickly, quiet, quite, quote, quoted, quotes, raised, range, rates, rather,
ready, really, reason, receive, received, recent, recently, reception, regarding, regular, reject, rejected, remind, renew, renewal, replace, replied, reply, report, reported, request, requested, require,
required, requirements, reschedule, rescheduled, response, review, reviewed, reviewing, rough, roughly, round, sales, samples, saturday, saying, schedule, scheduled, seats, second, seems, sending, senior,
series, serious, server, service, session, setup, several, share, shared, sheet, shipment, short, should, showed, shown, signed, signing, simple, since, single, sites, slides, slipped, slots,
small, smooth, solid, solution, somebody, someone, something, soon, sorted, sounds, south, speak, special, specs, spend, spent, spoke, spoken, staff, stage, stall, stand, start, started, starting, starts,
stated, still, stock, stopped, store, story, strong, stuck, study, stuff, sunday, supplier, support, swing, swung, switch, table, taken, takes, taking, talked, talking, talks, teams, technical, terms, tested, testing,
texted, thanks, their, them, there, these, thing, things, think, thinks, third, those, though, thought, through, thursday, tired, today, together, tomorrow, total, touch, tough, tours, track, trade,
training, travel, tried, trying, tuesday, turned, under, understand, unless, until, update, updated, upset, urgent, users, using, usual, value, vendor, vendors, verbal, verbally, version, visit, visited, volume,
waiting, wanted, wants, warehouse, wasnt, watch, website, wednesday, weekly, weeks, weird, whether, which, while, whole, willing, within, without, wonder, worked, working, works, would, write,
wrong, wrote, years, yesterday, your, pinged, intro, invited, revert, reverts, reverted, chase, chased, nudge, ping, order, rang, sent, send, seen, left, said, says, tell, told, took, want, went, were, what, when, where, will, with, have, been,
call, from, that, this, they, than, then, very, well, into, only, over, some, such, just, like, make, need, next, onto, open, past, same, also, back, both, does, down, each, even, good, here, high, hold, idea, keep, kind, know, late, less,
list, long, look, lost, mean, miss, more, most, move, must, name, near, news, note, once, paid, part, plan, play, poor, post, pull, push, real, rest, right, role, safe, sale, seem, show, side, sign, site, size, sold, sort, stay, stop,
sure, talk, task, team, term, test, text, time, trip, true, turn, type, unit, upon, used, user, view, wait, walk, warm, ways, week, wife, wish, word, work, year, zero, zoom, demo, deal, deck, docs, info, lead, link, memo, menu"""

# What was done. `done` says so itself; `noun` is done unless the clause plans it; `chat` gives way to a named channel;
# `again` is a call only if nothing else was done.
KINDS = {
    "call done": """rang in, rung up, gave … a call, gave … a ring, gave … a bell, gave … a shout, had a call, had call, took a call, took call, got a call, got call, phone chat, quick phone, spoke by phone, called in, called me, called us, phoned in, rang me, rang us, rang back, left a note on his voicemail, left vmail, vmail, left a msg, left a vmail, left him a, left her a, left … a message, left … a vm, left … voicemail, number not in service, wrong number, dial tone, disconnected, no luck calling, chased by phone, chased on the phone, put me on hold, transferred me, spoke with, spoke to, talked to, talked with, talked through, jumped on a call, hopped on a call, had a quick call, 30 min call, 15 min call, finally spoke, finally reached, finally got, got ahold of, picked up the phone, engaged tone, line engaged, spoke, spoken, talked, rang, rung, phoned, called, cold called, cold-called, dialed, dialled, left vm, left a vm, left voicemail,
        left a voicemail, left voice mail, lvm, vm left, voicemail, voice mail, left message, left msg, left a msg, left a message, left word, no answer, no ans,
        no pickup, no pick up, didn't pick up, did not pick up, didnt pick up, didn't answer, didnt answer, gatekeeper, got through, hung up, couldn't reach,
        could not reach, couldnt reach, unable to reach, can't reach, got off the phone, off the phone, on the phone, by phone, over the phone, called back,
        callback from, rang back, returned my call, went to voicemail, went to vm, straight to voicemail, straight to vm, number busy, line busy, line was busy,
        call in from, inbound call, cold call, cold calls, tried calling, tried ringing, tried again, tried, phonecall, telephoned, just off a call, got hold of, voicemailed,
        call done, calls done, call went, reached, vm, missed call from, buzzed, on a call with, tel call""",
    "call chat": """chatted, had a chat, quick chat, good chat, long chat, chat, caught up, touched base, catch up, catch-up, catchup, quick catch up,
        good conversation, had a conversation, conversation, convo, discussed, spoke briefly, checked in, quick word, had a word, heard from, connected with""",
    "call noun": "call, phone call, ring, calls, telecon, phone, con call, conf call, concall, conference call, callback",
    "call again": "call again, ring again, call back, ring back, try again, try calling again, try him again, try her again, phone again",
    "meeting done": """toured our, visited our, tour of our, came to our, came over to, came into our, came in for, met over, hosted them, hosted him, hosted her, took them out, took him out, took her out, had a drink, had a beer, had beers, had a pint, pint with, had tea, had a brew, brew with, grabbed a beer, grabbed breakfast, got lunch, got coffee, got drinks, did lunch, caught up over, caught … at the show, caught … at the conference, chatted at the, spoke at the show, talked at the show, stopped by our, swung by our office, visited our office, visited our booth, zoom went, kickoff went, kickoff done, workshop done, workshop went, sat in on, dined with, was over for, joined our webinar, on a zoom, on a teams, met them, met him, met her, met up with, met, met with, met up, sat down with, sat with, had lunch, had coffee, had dinner, had drinks, had breakfast, had brunch, had a coffee,
        had a meeting, had a call on zoom, bumped into, ran into, hosted, came to our office, came to the office, came by our office, came by the office, came in to our, visited us,
        visited our, came to see us, dropped by our, came to our, was in our office, at our office, at our booth, at our stand, stopped by our booth, came by our booth,
        no show, no-show, noshow, stood me up, stood us up, didn't show, didnt show, did not show, took him to lunch, took her to lunch, took them to lunch,
        meeting done, meeting went, meeting cancelled, meeting postponed, played golf, golf with, met at, saw, over coffee, over lunch, over dinner, over drinks, over brunch,
        over breakfast, over beers, over zoom, on zoom, over teams, on teams, on webex, at the trade show, at the show, at the expo, at the conference, at the fair, at canton fair,
        at a trade show, at an event, at a conference, zoomed, grabbed lunch, grabbed coffee, grabbed a coffee, grabbed a drink, grabbed dinner, lunched, wined""",
    "meeting noun": """meeting, mtg, meet, meetings, lunch, coffee, dinner, drinks, breakfast, brunch, beers, zoom, zoom call, teams call, teams meeting, google meet,
        gmeet, webex, video call, vc, video meeting, videocall, video conference, trade show, tradeshow, expo, conference, workshop, qbr, quarterly review, face to face, f2f, teams,
        skype call, skype, intro meeting, sit down, sit-down, catch up over coffee, catch up over lunch, kickoff meeting, hangout, in person""",
    "visit done": """left a card, left card, left my card, left a brochure, left brochure, left some samples, left samples, dropped samples, drove up, drove out, drove over, drove down, drove by, rode along with, ride along with, did a walkthrough, did a site walk, did a walk through, walked through the, was in their, spent time at, went round, went out to, went up to, went down to, nipped in, nipped into, nipped over, called round, called by, came over to their, stopped over at, hit the site, made a stop at, in person at, made it to, made it out to, at site, doorstepped, canvassed, visited, dropped off, dropped … off, left … samples with, left … brochure with, left … quote with, left … card with, dropped by, dropped in, dropped into, stopped by, stopped in, stopped at, popped in, popped by, popped into, popped over, swung by, swung past,
        went to see, went to visit, toured, drove out to, drove over to, drove to, drove up to, drove down to, went to, went over to, went by, been to, looked in on, called in at, called in on,
        walked the plant, walked the site, walked the floor, walked through their, was on site, was onsite, was at their, was at ¤, was over at ¤, been at ¤, came by their, on site with, onsite with, knocked on, door knocked, walked in, walk-in at, site walk, swing by done, spent the morning at, spent the day at,
        spent the afternoon at, spent an hour at, stop at, paid a visit, was out at""",
    "visit noun": "at their office, at their place, at their hq, at their plant, at their factory, at their site, at their warehouse, site visit, on-site visit, onsite visit, on-site, onsite, on site, visit, plant tour, factory tour, plant visit, walkthrough, walk through, field visit, store visit, walk-through, stop by, drop by, swing by",
    "demo done": """demo bombed, demo flopped, demo today, demo complete, demo over, gave a presentation, gave a product demo, gave product demo, did product demo, did another demo, gave another demo, second demo done, 2nd demo done, demo yesterday, showed off, showed him how, showed her how, walked … through the product, walked … through the platform, walked … through the software, walked … through the app, walked … through the tool, showed … the product, showed … the platform, showed … the software, showed … the app, showed … the tool, showed … the dashboard, showed … the machine, demo with … done, demo at … went, demo for … went, demo to … went, demo with … went, demoed, demo'd, demo-ed, gave a demo, gave them a demo, gave demo, did a demo, did demo, did the demo, ran a demo, ran the demo, ran demo, demo done, demo went, demo ok, demo was,
        demo complete, demo completed, demo finished, finished demo, finished the demo, showed them the product, showed the product, showed them the platform, showed him the, showed her the, showed them the,
        showed them how, presented, presentation went, live demo done, delivered a demo, delivered demo, product walkthrough with, walked them through the product, walked them through the platform,
        walked him through the product, walked her through the product, demonstrated, did a live demo, had a demo, had demo""",
    "demo noun": "demo, demos, product demo, live demo, demonstration, demo call, demo meeting, 2nd demo, online demo",
    "email done": """sent，, sent., sent¶, sent!, sent off, sent … link, sent … references, sent … samples list, sent … report, sent … report over, sent … presentation, sent … slides, sent … one pager, sent … one-pager, sent … form, sent … agenda, sent … recap, sent … notes, sent … invite, sent … dpa, sent … questionnaire, submitted … quote, submitted … rfp, submitted the, submitted our, tender submitted, bid submitted, rfp submitted, proposal submitted, quote submitted, quote emailed, mailed the, mailed them, mailed him, mailed her, mailed … catalog, heard back by email, replied to the email, replied with, cc'd, bcc'd, email bounced, emailed out, followed up by email, followed up via email, followed up over email, dropped … a line, dropped … a note, wrote him, wrote her, wrote them, re-sent, resent, got a reply from, reply from, emailed, e-mailed, mailed, emailed back, wrote to, wrote back, sent quote, sent … quote, sent … quotation, sent … proposal, sent … contract, sent … nda, sent … msa, sent … agreement,
        sent … pricing, sent … deck, sent … invoice, sent … email, sent … mail, sent … price list, sent … brochure, sent … catalog, sent … catalogue, sent … specs, sent … spec, sent … docs, sent … estimate, sent … sow,
        sent … redlines, sent … terms, sent … paperwork, sent … info, sent … offer, sent … datasheet, sent … draft, sent … order form, sent … case study, sent … datasheets, sent … bid, sent ¤, sent the, sent them, sent him, sent her, sent out, sent off, sent over, sent across,
        quote sent, quotation sent, proposal sent, contract sent, email sent, emails sent, mail sent, offer sent, nda sent, msa sent, pricing sent, invoice sent, sow sent, estimate sent, deck sent, quote out, quote went out, proposal went out,
        proposal out, quote is out, replied by email, replied to my email, replied to email, answered my email, forwarded, fwd, fwded, shot an email, shot over, dropped an email, dropped … email, fired off, got an email, got email, email from,
        mail from, email back, emailed over, replied via email, by email, via email, over email, submitted … proposal, submitted … quote, submitted … bid, submitted … tender, resent, re-sent""",
    "email noun": "email, e-mail, emails, mail",
    "message done": """messaged on, sent … a text, sent … a whatsapp, sent … a message on, sent … a dm, sent … a connection request, sent … connection request, sent … linkedin, connected w, linked in with, linkedin connect, dm from, message from, msg from, whatsapp from, wechat from, text message from, sms from, replied to my text, replied by text, replied via text, answered my text, answered on whatsapp, facetimed with, voice noted, left … a voice note, ig dm, im'd, chatted on whatsapp, chatted on wechat, chatted on linkedin, chat on whatsapp, texted, whatsapped, whatsapp'd, whatsapped, wechatted, wechated, wechat'd, dm'd, dmed, dmd, messaged, msgd, msg'd, inmailed, inmail'd, linkedined, sms'd, smsed, pinged, pinged … on, added on wechat, added … on wechat,
        added … on linkedin, connected on linkedin, connected … on linkedin, added on linkedin, text from, text back, texted back, via text, by text, via whatsapp, on whatsapp, over whatsapp, via wechat, on wechat, over wechat, via linkedin, on linkedin,
        via sms, by sms, on telegram, slacked, sent … text, sent … whatsapp, sent … wechat, sent … dm, sent … message, sent … msg, sent … sms, sent … inmail, replied on whatsapp, replied on linkedin, voice note, exchanged texts, viber""",
    "message noun": "text, texts, sms, whatsapp, wechat, linkedin msg, linkedin message, linkedin, dm, inmail, telegram, whats app, wa msg, fb messenger, insta dm",
    "moved": "pushed, postponed, cancelled, canceled, rescheduled, moved, slipped, bumped, called off, put off, pushed back, delayed",
    "none": "sent back, sends back, call it, call out, called for, calls for, on call, call center, call centre, call volume, call recording, text field, email address, email is, e-mail is, email:, mail:, phone number, phone is, phone:, whatsapp same, ring road, meet the, meets the, meet their, meet our, meeting room, meeting rooms, met their target, met their budget, video surveillance, visitor, phone system, phone systems, email list, email marketing, email tool, email campaign, call list, teams are, their teams, sales teams, both teams, product teams, demo unit, demo units, demo account, demo kit, saw a, saw the, saw our, reached the, reached a, reached out on linkedin",
}

# What they sent us is no e-mail of ours.
THEM = "they, he, she, legal, procurement, who, customer, client, it, finance, purchasing, buyer"
APPOINTMENTS = "appointment, appt, scheduled, booked, supposed to meet, due to meet, slot"
# The next step is planned, not done.
PLANS = """there's a, not yet, yet to, about, looking to, look to, still to, needs a, want to, wants to, pencil in, pencil, slot in, happening, takes place, on the calendar, on calendar, in the diary, diarised, set a, set, i'm going, we're going, heading to, swing, drop, shoot, wait, wait until, leave it, leave it til, retry, redo, rebooked, regroup, circle, check, revisit, touch base, ping, nudge, get back, come back, comes back, coming back, back to, back at, back on, send, sending, call, ring, email, text, visit, meet, due, decision, decide, decides, answers, answer, returns, return, starts, starting, start, begins, opens, closes, ends, ship, ships, deliver, delivering, install, installing, fitting, arrives, kickoff, kick off, kicks off, goes live, go live, launch, deadline, next, will, would, wants, want, wanted, need, needs, needed, schedule, scheduled, scheduling, book, booked, booking, set up, setting up, arrange, arranged, arranging, plan,
planning, planned, let's, lets, should, can, could, going to, gonna, i'll, we'll, he'll, she'll, they'll, it'll, todo, to do, to, prep, prepare, preparing, follow up, follow-up, fu, f/u, fup, invite, invited, propose,
proposed, asked for, asks for, asking for, asked if, agreed to, agreed on, due, upcoming, until, till, then, remind, waiting for, waiting on, awaiting, confirm, confirmed, offer, offered, might, may, must, have to, has to, requested, requesting, request,
again, set for, slated, locked in, pencilled in, penciled in, expects, expecting, hoping, hope, one more, one last, last try, before, pending, promised, reschedule, rebook, looking for, would like, i will, we will, follow, chase, wait for, shall, try, trying to, keen on a, open to a, push for, pushing for, if"""
DONE_MARKS = """went, was, had, today, just, done, finished, completed, complete, great, good, productive, short, quick, after, earlier, happened, gave, did, ran, nice, yesterday, ok, okay, held, positive, from, this morning, re, done with,
had a, first, recap, notes, ended, logged, log, on our"""

# The strongest stage a note supports.
STAGES = {
    "won": """quote accepted, accepted our quote, accepted the quote, accepted our proposal, accepted the proposal, proposal accepted, offer accepted, accepted our offer, po #, signed today, signed yesterday, signed up for the, signed up for 12, signed the contract, signed the agreement, signed off the order, inked, deal inked, it's ours, is ours, we got it, got the deal, got the order, got the business, landed, landed the, bagged, in the bag, on the books, booked the order, invoice paid, invoice settled, payment cleared, cheque cleared, check cleared, first order, 1st order, opening order, placed their order, placed their first, placed a repeat order, rush order, restocked, re-up, re-upped, upgraded, they bought, took 2, took 3, took the deal, contract executed, fully executed, executed contract, executed agreement, contract countersigned, renewal done, renewal closed, has renewed, have renewed, back with a signed, signed copy back, deposit landed, deposit in, deposit cleared, paid in full, wire received, wire came, remittance received, signed, has signed, signed off on the order, signed the, signed contract, contract signed, closed won, deal closed, closed the deal, closed it, closed-won, we won, won, won it, won the deal, po received, received po, received the po, got the po, got po, got a po,
        got their po, po in, po is in, po came, po came through, po came in, po arrived, po signed, po issued, issued the po, issued po, issued a po, po number, signed the po, sent the po, sent po, sent over the po, sent us the po, ordered, placed an order, placed the order, placed order, order placed, order confirmed, order in, order came in, new order, go ahead with, the go-ahead, gave the go ahead, repeat order, reordered, re-ordered, reorder,
        bought, purchased, paid, payment received, wired, deposit received, deposit paid, paid deposit, paid the deposit, paid the invoice, it's a win, renewed, renewal signed, contract came back signed, signed copy, signed agreement, countersigned, docusign completed, docusign done, deal is done, deal done, done deal, they're in, went with us, chose us, choose us, picked us, going with us, award us, awarded us, awarded to us, going ahead with the order, approved … expansion, closed!""",
    "lost": """is a no, said no thanks, no thanks, no thank you, going with, going w, went with, not for them, not for us, not for now, lost out, lost out to, lost it, lost them, lost the deal, lost the bid, lost the tender, lost the business, lost the account, bid lost, tender lost, didn't win, did not win, we didn't get it, didn't get the, weren't selected, not selected, weren't shortlisted, not shortlisted, awarded to another, awarded to someone, awarded elsewhere, gone elsewhere, went elsewhere, going elsewhere, buying elsewhere, bought elsewhere, signed elsewhere, dead in the water, dead end, is off, deal off, deal is off, deal fell through, fell through, called it off, canned, axed, shelved, project on ice, hold indefinitely, on hold indefinitely, cancelled everything, cancelled the order, cancelled the project, cancelled their order, cancelled project, pulled the project, pulled the tender, can't afford, cannot afford, won't buy, not buying, not renewing, won't renew, isn't renewing, aren't renewing, will not renew, decided not, no go, no-go, no deal, not going to happen, not happening, not a priority, isn't a priority, passing, pass on this, passed, hard pass, took us off, struck off, disqualify, nurture only, wants nothing, never calling, told us to stop, asked us to stop, unsubscribed, bad lead, wrong number for, business closed, closed down, closing down, went bust, bankrupt, gone bust, into administration, lost, lost to, closed lost, closed-lost, went with another, went with a competitor, went with someone else, gone with another, gone with, going with another, going with someone, went with, going with, signed with, chose, chose another, chosen another, choosing another, picked another, decided on another, opted for,
        not interested, no interest, no longer interested, isn't interested, isnt interested, aren't interested, not a fit, no fit, not the right fit, bad fit, isn't a fit, not a good fit, deal dead, deal is dead, dead, is dead, deal's dead, killed, killed the project, project killed, project cancelled, project canceled, project scrapped, scrapped, pulled the plug,
        no budget this year, no budget, budget cut, budget frozen, budget got cut, budget was cut, budget was pulled, budget pulled, hiring freeze, spending freeze, budget freeze, passed on, they passed, they're passing, passing on, turned us down, turned down, declined, rejected, said no, it's a no, hard no, not going ahead, not going forward, not moving forward, not moving ahead, not proceeding, won't be moving, won't proceed, won't be going ahead, decided not to, decided against,
        remove from list, take off the list, take us off, do not call, dnc, stick with current, sticking with, staying with, stay with, stayed with, going in another direction, different direction, close it out, close out, close lost, churned, churning, cancelling their, out of business, went out of business, shut down, disqualified, unqualified, not now, pulling out, backed out, walked away, dropped us, then drop, we're out, in house instead, building in-house, build in-house, build it in-house, building it themselves, doing it in-house, no need""",
    "negotiation": """wants … off, want … off, asked for … off, asking for … off, needs … off, or he walks, or she walks, or they walk, price down, bring the price down, come down on price, come down, do better on price, do any better, sharpen, sharpen our pencil, sharper price, better deal, wants a deal, cut the price, cut price, price cut, drop the price, drop price, lower, too high, too much, too steep, steep, pricey, budget is only, only has, only have, dearer, dearer than, more expensive than, expensive, extended terms, longer terms, payment plan, pay in, upfront payment, t and cs, t & c, contracts team, their counsel, counsel, lawyer, attorney, redlining, red lines, mark up, markup of contract, msa review, legal review, nda back, dpa, data processing agreement, vendor setup, vendor set up, new vendor forms, supplier form, supplier set up, w9, w-9, credit app, credit application, credit check, insurance certificate, po is coming, po on its way, po on the way, po imminent, po this, po tomorrow, po monday, po friday, sending po, sending a po, sending the po, send po, send the po, send a po, will send po, will send the po, get the po, get po, need po, needs po, chase po, chase the po, chasing po, waiting for signature, awaiting signature, out for signature, for signature, with their ceo for signature, got the nod, said yes, yes verbally, handshake, shook hands, handshake deal, we have a deal, will go ahead, want to go ahead, wants to go ahead, wants to proceed, ready to go, ready to move, ready to buy, ready to order, wants to order, want to order, will order, going to order, plan to order, planning to order, to be signed, signing friday, signing monday, sign tomorrow, sign monday, closing call, close this week, close it this week, close by, should close, final sign off, final signoff, final round, preferred supplier, preferred vendor, preferred bidder, commercial terms, commercial discussion, loi, letter of intent, discount, discounts, price too high, too expensive, price is too high, too pricey, pricey, over budget, price objection, price pushback, pushback on price, pushed back on price, push back on price, pushing back on price, haggling, haggle, negotiate, negotiating, negotiation, negotiations, terms, payment terms, net 30, net 45, net 60, net 90, t&cs, t&c, legal, lawyers, redline, redlines, redlined,
        procurement review, with procurement, to procurement, through procurement, procurement process, procurement approval, in procurement, purchasing dept, vendor onboarding, supplier onboarding, vendor form, security questionnaire, infosec review, msa, contract out, contract sent, sent contract, sent the contract, sent … contract, sent … msa, sent … agreement, send contract, send the contract, send … contract, contract review, reviewing the contract, reviewing contract, contract in review, contract is with, contract with, contract draft, draft contract, sign next, to sign, sign by, will sign, ready to sign, signing, expect to sign, sign on, sign off, sign-off, signature, signatures, docusign out, docusign, docusigned, paperwork, verbal, verbal yes, verbal commitment, verbally, verbally agreed, verbal agreement, verbal ok, verbal order, po coming,
        po expected, po due, po to follow, po by, po next, waiting on po, waiting for po, waiting on the po, waiting for the po, awaiting po, expect po, expecting po, expect the po, expecting the po, cutting a po, cut a po, cutting the po, po this week, raise a po, raising a po, raise the po, raising po, will issue po, best price, best and final, final price, final offer, lower price, lower the price, reduce the price, price reduction, price match, match the price, match price, match their price, cheaper, % off, percent off, knock off, volume pricing, rebate, rebates, counter offer, counteroffer, countered, counter, exclusivity, liability, indemnity, sla terms, payment schedule, instalments, installments, wants better pricing, better pricing, better price, wants net, price concession, concession, concessions, term sheet, close the deal, closing paperwork, good to go, gave the nod, agreed in principle, agreed on price, agreed price, agreed pricing, ok'd, okayed, deposit due, contract, financing, leasing, price increase, order form, final approval, board approval, cfo approval, cfo sign off""",
    "proposal": """price for, pricing for, pricing on, costs for, costing, costings, priced up, price up, work up a price, a price on, gave them a price, gave him a price, gave her a price, gave price, prices for, rate card, rates, rate sheet, ballpark, budgetary, budgetary quote, formal offer, business proposal, resend the quote, requote, re-quote, revised proposal, revise the quote, updated quote, bill of materials, bom pricing, tender docs, tendering, tender closes, tender due, bid due, rfp due, rfp response, rfq due, submission, submit, shortlisted us, made the shortlist, quote, quotes, quoted, quotation, quoting, proposal, proposals, rfq, rfp, rfi, bid, bidding, tender, estimate, pricing, price list, pricelist, pricing deck, offer, sow, statement of work, revised quote, send price, sent price, send prices, prices, pricing proposal, commercial offer, commercials, business case, shortlist, shortlisted, scope of work""",
    "evaluation": """test drive, trialling it, trial kit, trial license, trial licence, trial period, test unit, test one, test it, try it out, trying it out, try it, trial run, pilot project, pilot program, pilot phase, demo kit, demo unit, demo machine, demo booked, demo scheduled, book a demo, booked a demo, schedule demo, demo set, reference call, references, site reference, comparing quotes, comparing bids, comparing options, comparing, compare, comparing prices, getting other quotes, three quotes, shopping around, looking at alternatives, looking at other options, weighing options, evaluating options, evaluating vendors, evaluating us, validation, qualification test, first article, sample order, sample pack, sample request, samples sent, swatches, feasibility, technical evaluation, technical fit, hands on, walkthrough of the product, wants to see it, wants to see the product, wants to see product, see the product in action, wants to see a demo, security questionnaire, demo, demoed, demo'd, demos, pilot, piloting, pilots, poc, proof of concept, trial, trialing, trialling, trials, free trial, testing, test, tests, tested, test drive, test unit, test batch, test order, trial order, sample, samples, sandbox, evaluation, evaluating, evaluate, eval, comparing, compare us, comparing us, compared with, two other vendors, other vendors, bake off, bake-off, bakeoff, benchmark, prototype, sample kit, test account, demonstration, shortlisting vendors, loaner, loan unit, technical review, security review, proof of value, pov, looking at two others, looking at other vendors, looking at competitors, vendor selection, presented, hands-on""",
    "qualified": """very keen, super keen, dead keen, hot lead, excited, really likes, loves it, loves the, impressed, is open to, open to a chat, sounds positive, positive, wants in, likes us, they like us, interested in, showed interest, some interest, strong interest, has interest, has a need, has a budget, budget secured, budget signed off, budget in place, budget set, money is there, funded, funding approved, funding secured, got funding, has funding, capex approved, ready to move forward, project is a go, looking for a, looking for someone, looking for new, looking to switch, wants to switch, wants to replace, unhappy with current, unhappy with their current, current vendor sucks, expanding, opening new, opening a new, growing, need a solution, needs a solution, needs a supplier, needs help with, has authority, decision maker is, interested, very interested, keen, budget approved, budget is approved, budget confirmed, budget is, budget of, budget around, budget, has budget, have budget, got budget, approved budget, needs, need, looking for, looking to, in the market for, want to buy, wants to buy, plan to buy, planning to buy, planning to replace, replacing, want to replace, good fit, project approved, green light, green lit, greenlit, greenlight, approved, funding, likes, liked, loved, decision in, decision by, qualified, pain point, pain points, wants to move forward, move forward, moving forward, requirements, use case, decision maker, wants to expand, wants to add, want to add""",
    "lead": """trade show lead, show lead, cold lead, warm lead, inbound from, came via the website, came in via, came in from, website enquiry, website inquiry, got a lead, lead from, met at the show, got his card, got her card, got a card, swapped cards, wants a brochure, wants some info, wants information, new enquiry, new lead, lead, inbound, inbound lead, intro, introduced, introduction, new contact, new prospect, prospect, web lead, website lead, webinar lead, referral, referred, filled in the form, filled out the form, contact form, card from, business card, enquiry, inquiry, new inquiry, new enquiry, came in through, signed up on, cold lead, warm intro, met at the booth, wants to know more, wants more info, asked for info, asked for more info, requested info""",
    "none": """need the samples back, test results are, testing times, test the waters, too high up, lower floor, lower level, quote of the day, expanding on, growing season, passed on the message, passed it on, passed on my, passed her on, passed him on, passed on his, passed on her, passed along, passing through, passing by, landed in, landed safely, steep learning, comes in three, submit a ticket, too much on, too much going, loves dogs, loves golf, lower back, passed away, passed his, passed her, passed security, passed the message, passed audit, passed qa, passed all, review passed, security review passed, has passed, may move forward, might move forward, contract expires, contract ends, contract runs, contract value, contract renewal, contract is up, contract until, contract end, annual contract, current contract, existing contract, contract size, contract expiry, contract expiration, under contract, need approval, needs approval, need … weeks, needs … weeks, need … days, need … time, needs … time, need … months, legal name, legal entity, legal department head, test call, need to, needs to, need a call, needs a call, need me, needs me, need more time, needs more time, need time, needs time, needs another, in terms of, lead time, lead times, lead engineer, lead developer, lead buyer, team lead, ops lead, sales lead, project lead, tech lead, it lead, the lead, new ops lead, terms of reference, signed up for, signed up, signed nda, nda signed, signed the nda, signed an nda, not signed, hasn't signed, hasnt signed, haven't signed, unsigned, still not signed, signed in, paid a visit, paid us a visit, paid attention, unpaid, not paid, hasn't paid, haven't paid, paid pilot, paid trial, not lost, lost track, lost my, lost his, lost her, lost the email, lost contact, no decision, offered coffee, job offer, lost touch, no need for, we won't, won't know, quote unquote, don't need, doesn't need, does not need, a couple of questions, terms with, on good terms, test results, order status, their demo, quote attached, bid farewell, need it asap, they won, won by, loved ones, budget owner, won't, demo account, not a no, dead line, dead end, brought in""",
}
# Said of a plan or a wish, these stages have not been reached.
STAGE_PLANS = {"won": "negotiation"}
UNSURE = """will, would, to, if, should, might, may, could, hope, hoping, hopes, expect, expects, expecting, expected, want, wants, before, until, once, when, ready to, about to, going to, plan, plans, planning, likely, due, waiting, awaiting, needs, need, not, n't, hasn't, haven't, didn't, can, gets, get, i'll, they'll, he'll, she'll, we'll, ask, promised, promises, not yet, pending, by, next, soon, almost, nearly, close to, once they've, needs to be"""
NO_ANSWER = """no answer, no ans, no pickup, no pick up, didn't pick up, didnt pick up, did not pick up, didn't answer, voicemail, voice mail, vm, lvm, left vm, left a vm, vm left, left message, left msg, left a message, left a voicemail, left voicemail, couldn't reach, could not reach, unable to reach, wasn't in, not in, wasn't there, gatekeeper, went to voicemail, straight to voicemail, no reply, no response, ghosted, number busy, line busy, no show, no-show, out of office, unanswered, no luck"""
COMPLAINTS = """complaint, complaints, complained, complaining, complains, unhappy, upset, angry, furious, broken, faulty, defective, defect, defects, late delivery, delivered late, wrong item, wrong items, damaged, not working, doesn't work, stopped working, keeps crashing, outage, refund, escalation, escalated, quality issue, quality issues, quality problem, short shipped, missing items, frustrated, threatening to, warranty claim, returned goods, recall, disappointed, not happy, pissed, leaking, billing error, overcharged"""
PROMISES = "promised delivery, delivery promised, promised to deliver, deliver by, delivery by, delivery on, ship by, ships on, shipping on, will ship, delivery date, to be delivered, delivering on, lead time, we promised, i promised, promised them, promised him, promised her, install by, installation on, go live on, go-live on"
LOST_REASONS = {
    "price": "price too high, price was too high, too expensive, cheaper, on price, pricey, price, cost, costs too much, undercut, low-balled, lowballed",
    "competitor": "competitor, another vendor, someone else, other vendor, another supplier, went with, chose, gone with, signed with, going with, rival, incumbent, sticking with, staying with",
    "no budget": "no budget, budget frozen, budget cut, budget was cut, budget got cut, budget freeze, funding pulled, budget pulled, budget",
    "no need": "not interested, no need, no interest, in-house, in house, not a priority, doesn't need, don't need",
    "timing": "not now, not right now, next year, timing, bad timing, on hold, postponed indefinitely, not this year",
    "fit": "not a fit, missing feature, missing features, feature gap, no integration, not the right fit, bad fit, lacks, doesn't support",
    "no response": "ghosted, no response, went dark, gone dark, went silent, unresponsive",
}
SOURCES = {
    "campaign": "webinar, trade show, tradeshow, expo, canton fair, the fair, booth, conference, exhibition, campaign, newsletter, google ads, facebook ad, linkedin ad, event, fair, seminar, mailer",
    "website": "website, web form, contact form, web lead, site form, landing page, chatbot, live chat, filled in the form, filled out the form, website form",
    "inbound email": "inbound email, emailed in, emailed us, wrote in",
    "inbound call": "inbound call, called in, called us, phoned in, rang us, call-in",
    "prospecting": "cold call, cold called, cold-called, cold email, cold emailed, door knocked, knocked on, walked in, prospecting, linkedin outreach, cold calling, walk-in",
    "referral": "referral, referred by, referred, recommended by, introduced by, intro from, intro by, introduction from, introduced us, word of mouth, via a friend, mutual friend",
}
# Who is mentioned as somebody else than the customer.
OTHERS_BEFORE = """going w, went w, gone w, lost it to, lost them to, lost out to, lost this to, awarded to, given to, gave it to, quoting against, bidding against, beaten by, buying from, buys from, buy from, bought from, supplied by, served by, customer of, uses, unhappy with, migrating off, ditching, dumping, dropping, renew with, renewing with, already with, already using, already has, already have, they have, they use, they're on, they are on, they're using, he uses, she uses, we beat, price from, dearer than, cheaper, than, pricier than, competitor, competitors, rival, incumbent, lost to, lost … to, went with, gone with, going with, signed with, chose, choosing, picked, opted for, versus, vs, against, competing with, compared to, compared with, comparing us with, comparing us to, comparing with, than, over, instead of,
replacing, replace, switching from, moving off, migrate from, migrating from, moving from, currently on, currently using, currently with, using, uses, use, on, vendor, supplier is, supplier, distributor for, partner, our partner, via, through, referred by, referral from, referral by, recommended by, introduced by, introduction from, intro from, intro by, intro via, ex, formerly at, formerly, used to be at, used to work at,
previously at, came from, left for, like, same as, similar to, works with, sells to, supplier to, integrates with, integrate with, integration with, cheaper than, stick with, sticking with, staying with, stay with, happy with, contract with, locked in with, also talking to, also looking at, also evaluating, looking at, evaluating, up against, undercut by, quote from, offer from, subsidiary of, owned by, acquired by"""
OTHERS_AFTER = """is cheaper, was cheaper, undercut, offered them, quoted them, is also bidding, are also bidding, is in there, is the incumbent, won it, won the deal, beat us, got it, are in there, is at, are at, referred, introduced, recommended, intro'd"""
CUSTOMER_CUES = """new lead, new customer, new prospect, new account, new client, lead from, new logo, prospect, customer, client, account, company, new company, lead, new inquiry, new enquiry, inquiry from, enquiry from, card from"""

CURRENCIES = {
    "USD": "$, us$, usd, dollars, dollar, bucks, usd$, us dollars",
    "GBP": "£, gbp, quid, pounds, pound, sterling",
    "EUR": "€, eur, euro, euros",
    "SGD": "s$, sgd, sing dollars",
    "HKD": "hk$, hkd",
    "AUD": "a$, aud, au$",
    "CAD": "c$, cad, ca$",
    "NZD": "nz$, nzd",
    "TWD": "nt$, twd, ntd",
    "JPY": "jpy, yen",
    "CNY": "¥, ￥, rmb, cny, yuan, renminbi",
    "INR": "₹, inr, rupees, rs",
    "MYR": "rm, myr, ringgit",
    "THB": "thb, baht",
    "CHF": "chf, francs",
    "KRW": "krw, ₩",
    "IDR": "idr, rp",
    "PHP": "php",
    "VND": "vnd",
    "AED": "aed, dirhams",
    "SEK": "sek", "NOK": "nok", "DKK": "dkk",
}
AMOUNT_SCALES = {1_000: "k, thousand, grand, thou", 1_000_000: "m, mm, mn, mil, mill, million, millions, mio", 1_000_000_000: "b, bn, billion", 100_000: "lakh, lakhs", 10_000_000: "crore, crores"}
# A number before one of these counts things, not money.
COUNTED = """seats, seat, users, user, licenses, license, licences, licence, units, unit, pcs, pc, pieces, piece, sets, people, ppl, pax, persons, employees, employee, staff, heads, headcount, %, percent, pct, sqft, sq, sqm, tons, ton, tonnes, tonne,
kg, kgs, kilos, lbs, lb, km, miles, mile, stores, store, sites, site, locations, trucks, truck, boxes, box, pallets, pallet, cases, case, months, month, days, day, hours, hour, hrs, hr, mins, min, minutes, weeks, week, wks, yrs, years, year, yr, reps, agents, beds, rooms, doors,
branches, offices, machines, machine, cameras, devices, laptops, desks, accounts, containers, container, meters, metres, m2, m3, litres, liters, l, gal, gallons, skus, orders, customers, clients, leads, logos, times, x, vendors, others, options, questions, samples, students, vehicles, drivers, lines, th,
st, nd, rd, mm, cm, ft, inch, inches, kw, kwh, mw, hp, rpm, gb, tb, mb, bar, psi, volts, v, a, star, points, pages, slides, attendees, members, teams, team, floor, pumps, valves, sensors, motors, robots, modules, kits, bags, drums, rolls, sheets, barrels, cartons, bottles, tablets, phones, screens, licences, contacts, records, calls, visits, meetings, demos, emails, contract, st., employees"""
PER_UNIT = """/user, per user, /seat, per seat, /license, per license, per licence, /unit, per unit, /pc, per pc, /piece, per piece, each, apiece, a piece, per head, a head, a seat, a user, /head, /kg, per kg, per ton, /ton, per box, /box, per case, /case, per set, /set, per hour, /hr, /hour, an hour, per day, /day, per month per, a unit, pppm, pupm, ea, per tonne, per metre, per sqft, per employee,
per person, pp, per site, /site, per device, /device, per agent, /agent, per store, per truck, per container, per camera, per license, per bag, per pallet, /pallet, per drum, per pump, per sensor, /sensor, /camera, per liter, per litre, per meter, unit price, per lic, per mile"""
AMOUNT_CUES = """budget, budgets, quote, quoted, price, priced, worth, deal, amount, total, totals, totaling, totalling, value, valued, contract, invoice, po, order, ordered, arr, acv, tcv, mrr, proposal, estimate, offer, bid, cost, costs, spend, spending, paid, wired, deposit, size, ask, asking, at, for, around, approx, about, roughly, framework, renewal, renew, signed, closed, won, expansion, upsell, roughly, ballpark, revenue, opportunity, opp, pipeline"""
TOTAL_CUES = "total, totals, totaling, totalling, in total, all in, all-in, overall, altogether, contract value, deal value, tcv, total value, order value, total contract, worth, grand total, deal size, comes to, came to, deal"
THEIR_CUES = """competitor, competitor's, competitors, rival, they pay, paying, currently pay, currently paying, they spend, currently spend, currently spending, last year, incumbent, other vendor, other quote, other vendor's, another quote, another vendor, vs, versus, against, counter, countered, counteroffer, counter offer, counter-offer, they offered, want it for, wants it for, wants it at, want it at, target price, list price, list is, their offer, they want to pay, hoping for, originally, was, down from, from, instead of, used to be, previously, up from, undercut us at, theirs is, theirs, they countered, asking us for, asked for, would like to pay, willing to pay only, revenue of, turnover, raised, funding"""
PART_CUES = "deposit, first payment, first instalment, first installment, down payment, downpayment, upfront, up front, installment, installments, instalment, instalments, payments of, discount of, discount, off, save, saves, saving, savings, penalty, shipping, freight, setup fee, set-up fee, fee, retainer, monthly, per month, /month, /mo, a month, milestone, quarterly, in penalties, commission, tax, vat, gst, knock, knocked, rebate, credit, credits"
FINAL_CUES = "now, final, finally, agreed, agreed on, agreed at, settled, settled on, settled at, down to, reduced to, revised to, came down to, dropped to, cut to, went down to, new price, new total, up to, revised, increased to, raised to, grew to, approved, closed at, signed at, signed for, our price, our quote, we quoted, i quoted, ours is, our offer, ours, we're at, we are at, bumped to, went up to, landed on, landed at, met at"
"""Who is on the customer's side."""
TITLES = "mr, mrs, ms, miss, mdm, madam, dr, prof, professor, herr, frau, maj, major, sir, monsieur, mme, sr, sra, señor, señora, capt, captain"
PERSON_ACTS = "said, says, say, wants, want, asked, asks, called, emailed, likes, liked, loved, confirmed, confirms, needs, needed, agreed, told, mentioned, replied, texted, thinks, promised, signed, approved, requested, ok'd, is interested, is keen, isn't, wasn't, will, can't, didn't, hasn't, doesn't, rang, pushed back, reckons, thought, wanted, picked up, answered, interested, keen, forwarded, complained, prefers, cancelled, bailed, got back, came back, is out, is on, is away, is back, is the, is our, is now, runs, owns, handles, impressed, happy, out until, out till"
PERSON_BEFORE = """gave, text from, email from, call from, vm from, voicemail from, message from, name is, reply from, note from, card off, card from, card for, intro call with, zoom with, called, thanks, thx, caught up w, spoke briefly to, contacted, cornered, nabbed, grabbed, chased, prompted, bugged, emailing, texting, calling, ringing, meeting, seeing, head of, new buyer, the buyer, new contact, main contact, key contact, poc is, dm is, decision maker, decision maker is, the owner, owner is, contact name, person is, gatekeeper, receptionist, manager, lady, guy, chap, bloke, with, w, w/, to, spoke to, talked to, spoke with, met, met with, called, rang, phoned, emailed, texted, whatsapped, whatsapp'd, messaged, pinged, ping, dm'd, nudge, chase, tell, ask, asked, ask for, call, ring, email, text, whatsapp, meet, see, saw, visit, for, contact, contact is, contact:, contact person, attn, by, said to, intro to, introduced to, introduced me to, talked 2, spoke 2, 2, caught, reached, tried, try, chasing, remind, invite, invited, hear from, heard from, catch, catch up with, caught up with, lunch with, coffee with, and, &, from, fu, fu w/, msg to, dm to, note to, cc, cc'd, buyer, boss, owner, cfo, ceo, cto, coo, vp, director, manager, buyer is, name is, named, called her, showed, thanks to, sold, via, linkedin, bumped into, ran into, update, updated, reached out to, chat with, got, told, help, hosted, poc, champion, champion is, procurement, it manager, plant manager, ops manager, purchasing manager, engineer, office manager, gm, md, assistant, pa, rep, lead is, purchasing, facilities, hr, finance, treasury, ops, new contact"""
PERSON_AFTER = """said, says, say, wants, want, asked, asks, called, emailed, is, was, likes, liked, loved, confirmed, confirms, needs, needed, will, agreed, told, mentioned, replied, texted, wasn't, isn't, can, can't, could, thinks, promised, back, at, from, @, of, has, had, hasn't, didn't, doesn't, won't, would, 'll, 's, over at, sent, rang, signed, approved, pushed, requested, on, out, left, joined, and, who, (, will, interested, keen, prefers, wanted, went, gave, came, picked, answered, never, also, really, showed, forwarded, complained, reckons, thought, hung, ok'd, got, hates, seems, seemed, to, cancelled, canceled, reschedule, rescheduled, bailed, no, still, just, responded, reached, wrote, pinged, should, may, might, verbally, intro'd, introduced, ghosted, fu, follow, already, re, about, abt, regarding, there, in"""
NOT_CONTACT_BEFORE = """referred by, referral from, referral by, recommended by, introduced by, intro from, intro by, intro via, colleague, colleagues, our, my, my manager, my boss, my colleague, our engineer, our cto, our ceo, our se, teammate, loop in, looped in, looping in, cc, cc'd, bring in, brought, bring, brought in, took, with our, our own, my sales engineer, internally, hand over to, handed over to, hand off to, handover to, handed off to, replaces, replaced, replacing, thanks to, via, for <@, reporting to me, ex, formerly, sync with my, joined by our, replaces, replacing, together with our, boss, se, predecessor, took over from, taking over from, instead of, successor of, on behalf of, shadowed by, covering for, alongside, friend, friend of, friends with, know through, mutual contact"""
ROLES = """ceo, cfo, cto, coo, cio, cmo, cpo, ciso, vp, svp, evp, avp, director, manager, head, lead, owner, founder, cofounder, co-founder, president, buyer, engineer, procurement, purchasing, ops, operations, marketing, sales, finance, hr, it, admin, assistant, pa, secretary, receptionist, chef, gm, md, partner, supervisor, foreman, superintendent, principal, controller, treasurer, analyst, architect, consultant, coordinator, specialist, technician, doctor, nurse, chairman, chairwoman, executive, exec, officer, planner, boss, team, dept, department, office, treasury, legal, quality, maintenance, production, plant, warehouse, logistics, facilities, mgr, dir"""
NOT_NAMES = """i, we, he, she, they, it, you, me, him, her, them, us, hi, hey, hello, thanks, ok, okay, yes, no, note, notes, update, fyi, re, fw, fwd, asap, tbd, tbc, eod, eom, q1, q2, q3, q4, poc, rfp, rfq, po, nda, msa, sow, roi, sso, api, saas, crm, erp, sla, it, hr, vp, ceo, cfo, cto, coo, pm, am, t&cs, loi, mou, qbr, gdpr, soc, iso, ai, ml, usd, eur, gbp, sgd, hkd, cny, rmb, budget, quick, great, good, bad, sent, met, spoke, called, call, emailed, demo, demoed, visited, visit, meeting, zoom, teams, webex, lunch, coffee, dinner, contact, new, next, lost, won, signed, deal, quote, proposal, contract, pricing, price, follow, followup, fu, left, tried, texted, whatsapp, linkedin, wechat, slack, excel, google, hubspot, salesforce, send, sending, talked, rang, chatted, dropped, stopped, popped, bumped, cold, log, please, pls, just, had, have, the, a, an, this, that, their, our, my, his, today, tomorrow, yesterday, still, also, but, and, or, so, then, very, really, no-show, reschedule, rescheduled, cancelled, procurement, legal, finance, team, office, site, on-site, onsite, hq, may, will, mark, drop, remind, undo, delete, move, show, find, who, what, when, where, how, which, can, could, would, should, do, does, did, is, are, was, if, once, after, before, because, since, while, christmas, xmas, easter, ramadan, thanksgiving, diwali, eid, european, american, chinese, german, french, english, asia, europe, apac, emea, china, usa, uk, india, london, paris, new york, chicago, boston, dallas, houston, denver, seattle, atlanta, miami, berlin, munich, singapore, hong, kong, tokyo, sydney, manchester, leeds, birmingham, bristol, shanghai, beijing, shenzhen, guangzhou, sunbury, texas, ohio, california, canton, fair, expo, webinar, trade, show, ltd, inc, corp, llc, gmbh, plc, interested, wants, needs, asked, waiting, awaiting, verbal, verbally, approved, confirmed, agreed, decision, everyone, everybody, someone, anyone, nobody, customer, client, prospect, lead, vendor, supplier, competitor, partner, pilot, trial, poc'd, kickoff, order, orders, invoice, payment, delivery, renewal, expansion, upsell, implementation, onboarding, training, support, security, review, technical, docs, deck, brochure, sample, samples, reminder, reply, urgent, important, quarter, month, week, day, morning, afternoon, evening, spring, summer, autumn, fall, winter, monday, tuesday, wednesday, thursday, friday, saturday, sunday, january, february, march, april, june, july, august, september, october, november, december, jan, feb, mar, apr, jun, jul, aug, sep, sept, oct, nov, dec, mon, tue, tues, wed, weds, thu, thur, thurs, fri, sat, sun, mr, mrs, ms, dr, st, rd, ave, street, road, both, either, neither, each, all, some, many, most, more, less, few, several, first, second, third, last, another, other, others, price objection, objection, discount, happy, unhappy, super, nice, cool, awesome, perfect, bingo, congrats, wow, hmm, lol, haha, btw, imo, afaik, ps, pps, ps:, etc, eta, phone, email, cell, mobile, tel, fax, ext, www, http, https, com, com', inbound, outbound, intro, referral, referred, via, x, usd, on, at, in, to, from, with, for, by, of, as, up, out, off, over, under, about, into, through, between, against, during, without, within, along, across, behind, beyond, plus, except, despite, toward, towards, upon, per, onto, until, till, based, got, get, getting, going, went, gone, came, come, coming, made, make, making, took, take, taking, gave, give, giving, said, says, say, told, tell, see, saw, seen, know, knows, think, thinks, want, need, like, likes, liked, looks, looking, look, working, work, works, use, using, used, start, started, starting, starts, begin, end, ends, ended, finish, finished, close, closed, closing, open, opened, opening, set, setup, book, booked, schedule, scheduled, plan, planned, planning, prepare, ask, check, confirm, nudge, ping, chase, circle, touch, touched, base, loop, looped, share, shared, sharing, add, added, adding, change, changed, push, pushed, pushing, pull, pulled, hold, holding, wait, stuck, blocked, dead, alive, done, ready, due, late, early, soon, later, now, again, back, there, here, yet, already, maybe, perhaps, probably, likely, unlikely, definitely, sure, unsure, true, false, right, wrong, left"""

from crm.reading.words.given_names import FIRST_NAMES  # noqa: E402, F401

# What a date is not: a next action.
NEVER_NEXT = "freeze until, freeze till, frozen until, frozen till, frozen til, freeze til, on hold until, on hold till, nothing until, nothing till, nothing til, no budget until, no budget till, no money until, no money till, no money til, no decision until, busy until, expires, expire, expired, expiring, expiry, expiration, contract ends, contract runs, runs until, runs through, runs till, valid until, valid till, under contract until, under contract till, locked in until, locked in till, locked until, locked, since, founded, established, warranty, end of life, eol, lease, birthday, born, deployed since, customer since, contract is up, contract up, up for renewal, renews, renewal is, renewal in, renewal on, renewal date, good until, good till, contract until, contract till, contract through"
COARSE_ONLY = "decision, decide, deciding, decides, decided, budget, budgets, budgeted, fiscal, fy, buy, buying, purchase, purchasing, go live, go-live, golive, launch, launching, rollout, roll out, rolling out, implement, implementation, move forward, moving forward, start date, deploy, deployment, timeline, timing, target, targeting, forecast, frozen, freeze, approved for, expand, expansion, hire, hiring, want it, want to, need it, needs it, they need, in production, production, possibly, might, may, maybe, no decision, capex, opex, plan to, planning to, planning, plans to, project, won't, nothing, not before, until, till, switch, migrate, open, opening, ramp, season, order in, delivery in, scheduled for production"
ACTIONS = "follow up, follow-up, followup, follow, fu, f/u, fup, call, calls, callback, ring, phone, email, mail, send, check, check in, check back, circle, circle back, revisit, ping, touch base, meet, meeting, mtg, demo, visit, reconnect, reengage, re-engage, get back, gets back, getting back, come back, chase, nudge, back, try, reach out, talk, speak, catch up, review, reschedule, rescheduled, pushed, moved, postponed, kickoff, kick off, kick-off, kicks off, workshop, training, install, installation, pilot, pilot starts, trial starts, trial ends, board, out until, out till, away until, on leave until, returns, back from, next step, next steps, next, tender, bid, opens, chat, connect, loop back, resume, sync, present, text, message, whatsapp, go back, swing by, drop by, stop by, pop in, see, regroup, answer, reply, respond, revert, deliver, delivery, deadline, due, submit, sign, signing, invoice, order, po, ship, ships, shipping, pay, payment, start, starts, starting"
TODAY_PLANS = "will, i'll, we'll, need to, needs to, must, have to, has to, by, before, due, going to, deadline, owes, owe, promised, sending, asap, later"
FOLLOW_ACTIONS = "follow up, follow-up, followup, follow, fu, f/u, call, call back, ring, email, check, check in, check back, circle back, revisit, ping, touch base, meet, reconnect, re-engage, get back, chase, nudge, try again, reach out, talk again, speak again, catch up, pushed to, moved to, postponed to, slipped to, kickoff, kick off, kick-off, visit, demo, send, out until, out till, away until, away till, leave until, back in, regroup, loop back, retry, resume, call him, call her, speak, talk, pick it up again, pick up again, pick back up, review"
NEGATED_DATES = "instead of, rather than, not, can't do, cannot do, can't make, couldn't do, couldn't make, isn't free, not available, no longer, was, originally, supposed to be, scheduled for, original, missed, unavailable, busy, was due, was set for, cancelled, canceled"
PAST_VERBS = "sent, got, received, said, told, gave, had, was, were, went, came, bought, ordered, signed, paid, shipped, delivered, installed, left, tried, lost, won, started, began, finished, ended, closed, happened, showed, missed, launched, posted, submitted, introduced, asked, emailed, since, did, didn't, made, took, replied, cancelled, canceled, dropped, picked up, completed"
FILLERS = "fu, f/u, follow up, follow-up, followup, will, i'll, we'll, i will, we will, need to, needs to, to, then, and, so, next, next step, next steps, next step is, next step:, todo, to do, action, action item, please, pls, i, we, going to, gonna, should, must, have to, agreed to, let's, lets, by, on, at, before, the, in, for, until, with, am, a, also, but, now, just, she'll, he'll, they'll, :, -"

# Asking, ordering, chatting.
LOOKUPS = """who owns, who's owning, who is owning, who has, who's got, who is on, who's on, who handles, who is handling, who covers, who's covering, who looks after, whose is, whose customer, whose account, whose, who is the owner, who's the owner, who is our contact, who's our contact, who is the contact, who's the contact, who is, who's, who, show me, show my, show, list, list my, list all, any open, any deals, any news, any updates, any update, any notes, any overdue, any follow ups, any follow-ups, any, what's, whats, what is, what are, what do, what did, what was, what deals, what have, what happened, what, when did, when is, when was, when are, when's, when do, when, where is, where are, where's, where, how many, how much, how's, how is, how are my, how long, how often, which, find, find me, look up, lookup, search, search for, look for, get me, give me, pull up, pull, open deals, do we have, do i have, do we know, did we, did i, did anyone, did somebody, has anyone, has anybody, have we, have i, is there, are there, is anyone, is anybody, is acme, tell me, can you tell me, could you tell me, can you show me, can you find, can you check, could you check, my pipeline, my deals, my customers, my follow ups, my follow-ups, my tasks, my list, my day, my plan, pipeline, forecast, status of, status on, check status, history of, history for, last note on, last contact with, last call with, details for, details on, info on, contact info for, contact for, contact details for, phone number for, number for, email for, address for, summary of, summarize, summarise, brief me on, open tasks, overdue, due today, today's list, is acme"""
ASKED = "is, are, does, do, was, were, has, have, had, should, will, can"
LOOKUP_KINDS = {
    "owner": "who owns, who's got, who has, who is on, who's on, who handles, who is handling, who covers, whose, owner, who looks after, who",
    "contact": "contact, phone number, number, email, address, phone",
    "last_touch": "when did, last, history, last contact, when",
    "pipeline": "pipeline, deals, deal, open deals, opportunities, opps, forecast, funnel",
    "plan": "follow ups, follow-ups, followups, tasks, due, overdue, today, my day, plan, agenda, calendar, schedule, meetings",
    "amount": "value, worth, contract value, price, how much, amount, revenue",
    "count": "how many",
    "customers": "customers, accounts, clients, leads, list",
}
CRM_NOUNS = """deal, deals, customer, customers, client, clients, account, accounts, lead, leads, pipeline, forecast, follow up, follow ups, follow-up, follow-ups, followups, followup, task, tasks, contact, contacts, phone, number, email, owner, owns, note, notes, stage, quote, quotes, proposal, contract, value, opportunity, opportunities, opps, overdue, calls, meetings, visits, demos, won, lost, history, activity, activities, last, spoke, speak, talk, talked, touched, reminders, reminder, due, today, tomorrow, week, month, quarter, revenue, closing, numbers, quota, complaint, complaints, claim, pool, expire, expiring, expires, untouched, cold, stale, assigned, mine, my, prospects, funnel, win rate, reports, report"""
COMMANDS = {
    "remind": "remind me, remind, set a reminder, set reminder, reminder, add a reminder, add reminder, create a reminder, create reminder, ping me, alert me, nudge me, don't let me forget, wake me, notify me",
    "undo": "undo, undo that, undo last, revert that, revert last, take that back, scratch that, ignore that, ignore my last, ignore last, never mind, nevermind, disregard, oops undo, roll back",
    "delete": "delete, remove my, remove the, remove last, remove that, remove reminder, remove contact, remove note, remove duplicate, erase, discard, clear, trash, remove",
    "cancel": "cancel my, cancel the, cancel that, cancel reminder, cancel follow up, cancel follow-up, cancel all, cancel",
    "stage": "mark, set stage, set the stage, change stage, change the stage, move stage, update stage, update the stage, set, close deal, reopen",
    "move": "move, reschedule, push, postpone, shift, change the date, change date, change follow up, change the follow up, change the follow-up, change follow-up, snooze, delay, bump, bring forward, defer, push back, push out",
    "rename": "rename, change the name, change name, correct the name",
    "export": "export, download, dump, csv",
    "import": "import, upload",
    "assign": "assign, reassign, transfer, hand over, handover, give, share",
    "merge": "merge, combine, dedupe",
    "settings": "change my, set my, settings, setting, preferences, turn off, turn on, mute, unmute, stop, unsubscribe, switch to, switch language, language, subscribe, enable, disable, pause, use, set timezone, timezone, notifications, speak, set up notifications, set digest, set language",
    "edit": "change, update, edit, correct, fix, replace, add contact, add phone, add email, add a contact, add tag, tag, add to, make it, make that, correction, convert, archive, set",
    "help": "help, help me, commands, how do i, how does this work, how do you work, what can you do, /help, menu, how to",
}
LOG_STARTS = "log, note, note:, update:, log:, logging, record, notes, note that, fyi, add note, add a note, new lead, new customer, log a, log call, log meeting, jot down, save"
POLITE = "please, pls, plz, can you, could you, would you, hey, hi, hello, dibs, ok, okay, kindly, i want to, i'd like to, i need to, i need you to, let's, lets, also, and, now, just, bot, yo, @someone, sorry, actually, oops, hey dibs, quick q, quick question, question, q, so, um, remember to, go ahead and, quickly, um,, thanks, oh, @"
CHITCHAT = """thanks, thank you, thx, ty, cheers, hi, hello, hey, yo, ok, okay, k, lol, haha, hahaha, lmao, cool, great, nice, good morning, morning, good afternoon, good evening, good night, bye, goodbye, see you, cya, test, testing, ping, hi there, hello there, yes, no, yep, nope, yeah, sure, got it, perfect, awesome, wow, good bot, bad bot, well done, how are you, what's up, whats up, sup, who are you, are you there, anyone there, weather, joke, happy friday, tgif, love you, sorry, never mind, hmm, good job, np, no worries, no problem, welcome, congrats, good stuff, you there, sounds good, roger, noted, done, brb, ttyl, have a good weekend, have a nice weekend, happy new year, merry christmas, the game, football, are you a bot, are you human, are you real, what time is it, coffee anyone, lunch anyone, tired, happy birthday, good luck, my bad, whoops, oops, asdf, foo, bar, hello world, 1 2 3, this is great, this is cool, love it, love this, works great, traffic, what's the weather, office party, wifi, parking, printer"""
BY_NEW = "new customer, new lead, new client, new account, new prospect, new company, new logo, add customer, add new customer, create customer, new:, new"
FOR_SOMEBODY = "for, on behalf of, logging for, log for, from, behalf of, entering for"
COMPETITOR_CUES = "competitor, lost to, went with, gone with, going with, chose, signed with, picked, comparing us with, comparing us to, versus, vs, up against, currently using, currently on, using, incumbent, switching from, undercut by, also talking to, also looking at, also evaluating, opted for, instead of us"

NOT_CONTACT_AFTER = "left，, left¶, left., left the company, has left, have left, quit, resigned, moved on, is gone, is leaving, referred us, introduced us, from our team, from our side, on my team, my colleague, our"

COUNTING = "how many, how much did, how often did"
ABBREVIATIONS = {
    "mfg": "manufacturing", "intl": "international", "bros": "brothers", "ave": "avenue", "svcs": "services", "svc": "service", "mgmt": "management",
    "univ": "university", "natl": "national", "assoc": "associates", "inds": "industries", "grp": "group", "ctr": "center", "centre": "center",
    "engg": "engineering", "mfrs": "manufacturers", "dist": "distributors", "pharmaceuticals": "pharma", "hosp": "hospital", "rd": "road", "blvd": "boulevard",
    "sys": "systems", "logs": "logistics", "trans": "transport", "const": "construction", "equip": "equipment", "hldgs": "holdings", "n": "and", "elec": "electric",
}
