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
    "b": "before, by, until, till, til, til the, no later than, latest, due, prior to, b4, by end",
    "<": "ago, back",
    "i": "in, within, w/in, in about, in another, in less than, in around, over, another",
    "n": "on, for, this, come",
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
