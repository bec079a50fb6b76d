"""English: currencies, scales, and what a number counts. Add a word to a line; the engine needs no change."""

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
    "INR": "₹, inr, rupees, rs, rs.",
    "MYR": "rm, myr, ringgit",
    "THB": "฿, thb, baht",
    "CHF": "chf, francs",
    "KRW": "krw, ₩",
    "IDR": "idr, rp",
    "PHP": "₱, php",
    "VND": "₫, vnd",
    "AED": "aed, dirhams, dirham",
    "SEK": "sek",
    "NOK": "nok",
    "DKK": "dkk",
    "NGN": "₦, ngn, naira",
    "KES": "kes, ksh",
    "ZAR": "zar",
    "GHS": "ghs, ghc, cedis, cedi",
    "EGP": "egp",
    "SAR": "sar, riyals, riyal",
    "QAR": "qar",
    "PKR": "pkr",
    "BDT": "bdt, taka",
    "LKR": "lkr",
    "PLN": "pln, zł, zloty",
    "CZK": "czk",
    "HUF": "huf",
    "TRY": "₺",
    "ILS": "₪, ils, shekels",
    "RUB": "₽, rub, roubles",
    "UAH": "₴, uah",
    "BRL": "r$, brl, reais",
    "MXN": "mx$, mxn, mexican pesos",
    "PEN": "pen soles, peruvian soles, soles",
    "COP": "cop, colombian pesos",
    "CLP": "clp, chilean pesos",
    "ARS": "ars, argentine pesos",
    "KWD": "kwd",
    "BHD": "bhd",
    "OMR": "omr",
    "JOD": "jod",
    "MAD": "moroccan dirhams",
    "TZS": "tzs, tsh",
    "UGX": "ugx, ush",
    "RWF": "rwf",
    "ETB": "etb, birr",
}

AMOUNT_SCALES = {
    1_000: "k, thousand, grand, thou",
    1_000_000: "m, mm, mn, mil, mill, million, millions, mio",
    1_000_000_000: "b, bn, billion",
    100_000: "lakh, lakhs, lac, lacs",
    10_000_000: "crore, crores, cr, crs",
}

# What money is called at home, where several countries call theirs so.
HOME_WORDS = {
    "PHP": "pesos, peso",
    "MXN": "pesos, peso",
    "COP": "pesos, peso",
    "CLP": "pesos, peso",
    "ARS": "pesos, peso",
}

# Where 340.000 is three hundred and forty thousand.
DOTTED_THOUSANDS = "EUR, IDR, BRL, VND, DKK, ARS, CLP, COP, TRY"

WHOLE_AMOUNTS = {
    500_000: "half a million, half a mil, half mil, half million",
    250_000: "quarter million, quarter of a million, a quarter million, quarter mil",
    750_000: "three quarters of a million",
    1_500_000: "a million and a half, one and a half million",
}

# A bare number right before one of these is money.
WHOLE_OF = """
    for the year, a year, a yr, per year, per yr, p.a., p.a, pa, per annum, annually, /yr, /year, yearly, in total,
    all in, total,
    plus vat, + vat, ex vat
"""

# A bare number right behind one of these is the paper's own.
NUMBERED_PAPERS = "po, invoice, inv, order, case, ticket, so, rma, rfq, rfp"

# Written against a number where money is counted so at home: 4.8L is 4.8 lakh in India and litres elsewhere.
HOME_SCALES = {
    "INR": {100_000: "l", 10_000_000: "c"},
    "BRL": {1_000: "mil"},
    "MXN": {1_000: "mil"},
    "COP": {1_000: "mil"},
    "CLP": {1_000: "mil"},
    "ARS": {1_000: "mil"},
}

# Written against a number these are money where they are so at home: R85 000, Bs500, N200k.
HOME_SIGNS = {
    "ZAR": "r",
    "NGN": "n, #",
    "BRL": "r",
    "NOK": "kr",
    "SEK": "kr",
    "DKK": "kr",
    "PHP": "p",
    "THB": "b",
}

# A number with an m before one of these is a length: 200m of cable.
LONG_THINGS = """
    of, cable, cables, rope, hose, hoses, pipe, pipes, piping, tube, tubing, wire, wiring, tape, belt, belting,
    fabric,
    cloth, fence, fencing, trunking, tray, conduit, duct, long, wide, high, deep, tall, drop, roll, rolls, reel, reels
"""

# A number before one of these counts things, not money.
COUNTED = """
    reel, reels, spool, spools, coil, coils, ohm, ohms, amp, amps, watt, watts, lumen, lumens, dpi, count, gram,
    grams, tents, lamps, chairs, tables, panels, tiles, bricks, cartridges, servers, cabins, plots, flats, apartments,
    villas, sheep, cows, head of,
    seats, seat, users, user, licenses, license, licences, licence, units, unit, pcs, pc, pieces, piece, sets,
    people, ppl, pax, persons, employees, employee, staff, heads, headcount, %, percent, pct, sqft, sq, sqm, tons,
    ton, tonnes, tonne, kg, kgs, kilos, lbs, lb, km, miles, mile, stores, store, sites, site, locations, trucks,
    truck, boxes, box, pallets, pallet, cases, case, months, month, days, day, hours, hour, hrs, hr, mins, min,
    minutes, weeks, week, wks, yrs, years, year, yr, reps, agents, beds, rooms, doors, branches, offices, machines,
    machine, cameras, devices, laptops, desks, accounts, containers, container, meters, metres, m2, m3, litres,
    liters, l, gal, gallons, skus, orders, customers, clients, leads, logos, times, x, vendors, others, options,
    questions, samples, students, vehicles, drivers, lines, th, st, nd, rd, mm, cm, ft, inch, inches, kw, kwh, mw,
    hp, rpm, gb, tb, mb, bar, psi, volts, v, a, star, points, pages, slides, attendees, members, teams, team, floor,
    pumps, valves, sensors, motors, robots, modules, kits, bags, drums, rolls, sheets, barrels, cartons, bottles,
    tablets, phones, screens, contacts, records, calls, visits, meetings, demos, emails, contract, st.
"""

PER_UNIT = """
    x,
    a pop, a throw, a go, a shot, a copy, a plate, a cover, a night, a visit, a trip, a dozen, a pair, a yard, a sheet,
    /mo each, /month each, a month each, per month each, pm each, pcm each, /user, per user, /seat, per seat,
    /license, per license, per licence, /unit, per unit, /pc, per pc, /piece, per piece, each, apiece, a piece,
    per head, a head, a seat, a user, /head, /kg, per kg, per ton, /ton, per box, /box, per case, /case, per set,
    /set, per hour, /hr, /hour, an hour, per day, /day, per month per, a unit, pppm, pupm, ea, per tonne, per metre,
    per sqft, per employee, per person, pp, per site, /site, per device, /device, per agent, /agent, per store,
    per truck, per container, per camera, per bag, per pallet, /pallet, per drum, per pump, per sensor, /sensor,
    /camera, per liter, per litre, per meter, unit price, per lic, per mile
"""

AMOUNT_CUES = """
    cheque, cheques, transferred, transfer, credited, deposited, sanctioned, sanction, received, payment, payments,
    outstanding, dues, balance, advance, settled, cleared, remitted, billed, charged, fees, fee,
    bgt, bdgt,
    budget, budgets, quote, quoted, price, priced, worth, deal, amount, total, totals, totaling, totalling, value,
    valued, contract, invoice, po, order, ordered, arr, acv, tcv, mrr, proposal, estimate, offer, bid, cost, costs,
    spend, spending, paid, wired, deposit, size, ask, asking, at, for, around, approx, about, roughly, framework,
    renewal, renew, signed, closed, won, expansion, upsell, ballpark, revenue, opportunity, opp, pipeline
"""

TOTAL_CUES = """
    total, totals, totaling, totalling, in total, all in, all-in, overall, altogether, contract value, deal value,
    tcv, total value, order value, total contract, worth, grand total, deal size, comes to, came to, deal, =,
    equals, makes it, so total
"""

# Before a sum: it is a competitor's, or an old one.
THEIR_CUES = """
    lowball, lowballed, low-balled, low balled,
    competitor, competitor's, competitors, rival, they pay, paying, currently pay, currently paying, they spend,
    currently spend, currently spending, last year, incumbent, other vendor, other quote, other vendor's,
    another quote, another vendor, vs, versus, against, counter, countered, counteroffer, counter offer,
    counter-offer, they offered, want it for, wants it for, wants it at, want it at, target price, list price,
    list is, their offer, they want to pay, hoping for, originally, was, down from, from, instead of, used to be,
    previously, up from, undercut us at, theirs is, theirs, they countered, asking us for, asked for,
    pays, pay, they're paying, is paying, are paying, would like to pay, willing to pay only,
    another mill, another supplier, another vendor at, another shop, another firm, another house, local guy,
    local supplier, elsewhere, somebody else, someone else, cheaper one
"""

# Before a sum: it is a bound, and nobody's price.
LIMIT_CUES = """
    save, saves, saving, savings, would save, saved, rebate, rebate of, a rebate of, turnover, turnover of,
    turnover is, turning over, revenue of, revenues of, revenue is, raised … in, funding, fined, fine of, penalty,
    penalties, penalty is, losing, bleeding, wasting, costs them, costing them, surcharge, surcharge of,
    credit limit, credit line, minimum order, min order, minimum is, moq, moq is, cheaper by, dearer by, short by,
    cover up to, cover of, cover for, sum insured, insured for, indemnity of, claim of, claim for, claiming, cost me,
    costs me, expenses of,
    credit of, refund, refunded, refunding, knock, knocked, knock … off,
    credit note, credit note for, credit note of, refund of, penalty of, fine of,
    everything over, everything above, anything over, anything above, everything under, anything under,
    approval over, approval above,
    limit of, limit is, capped at, sign off over, signoff over, threshold, spend over, orders over, orders under,
    free over
"""

# These look like a bound and are a budget.
NO_LIMITS = "tender capped at, budget capped at, budget is capped at, budget's capped at, spend capped at"

# Behind a sum: it is a difference, or what the firm itself earns or loses, and nobody's price.
NOT_WORTH = """
    cheaper, dearer, more expensive, short, off, discount, rebate, credit note, credit issued,
    credit agreed, credit coming, in credit, in savings, of savings, saving,
    savings,
    turnover, in turnover, of turnover, revenue, in revenue, of revenue, in sales, in penalties, penalty,
    series a, series b, series c, round, in funding, of funding, seed round, too much, too high, under us, below us,
    below ours, above ours, under ours, surcharge, refund, credit limit, minimum, min order, minimum order
"""

# Beside a sum: it is a part of the whole.
PART_CUES = """
    last year, last yr, pilot, trial, poc, paid pilot,
    /mth, per mth, pcm, mthly, pm, /pm, a mth,
    deposit, first payment, first instalment, first installment, down payment, downpayment, upfront, up front,
    installment, installments, instalment, instalments, payments of, discount of, discount, off, shipping, freight,
    setup fee, set-up fee, fee, retainer, monthly, per month, /month,
    /mo, a month, milestone, quarterly, in penalties, commission, tax, vat, gst,
    per quarter, a quarter, /qtr, /quarter, per qtr, credit, credits
"""

# Taxes and the like that come on top, or are left out: the sum is the whole.
NO_PARTS = """
    % off, percent off, pct off, % discount, percent discount, pct discount, off the, discount on the, signed off,
    sign off, signing off,
    plus gst, + gst, plus vat, + vat, plus tax, + tax, ex gst, ex vat, ex tax, excl gst, excl vat, excl tax,
    inc gst, inc vat, incl gst,
    incl vat, incl tax, including gst, including vat, including tax, before tax, before vat, after tax, and gst,
    with gst, with vat
"""

# Before a sum: it is the one that holds.
FINAL_CUES = """
    we'd see, we'd get, we would see, we would get, ours would be, our cut, our number, our number is, our figure,
    our part, our part is, our part only, our share, our share is, our slice, our bit, our portion, our end,
    vs our, versus our, against our, our list,
    we came in at, came in at, we bid, we're in at, we are in at,
    we asked, we asked for, we said, i said, i asked, our ask, we're asking,
    now, final, finally, agreed, agreed on, agreed at, settled, settled on, settled at, down to, reduced to,
    revised to, came down to, dropped to, cut to, went down to, new price, new total, up to, revised, increased to,
    raised to, grew to, approved, closed at, signed at, signed for, our price, our quote, we quoted, i quoted,
    ours is, our offer, ours, we're at, we are at, bumped to, went up to, landed on, landed at, met at
"""

# A number after one of these is a name of something.
NUMBER_LABELS = """
    lot, batch, model, case, ticket, serial, ver, version, rev, bay, gate, hall, booth, stand, invoice no, job,
    route, exit, line no, #, no, number, ref, sku, ext, room, suite, unit, building
"""

# "from 40k to 25k" is a change, no range.
CHANGED_FROM = "from, down from, up from"

# Before "from" these tell of a change.
CHANGE_VERBS = """
    went, gone, go, up, down, raised, increased, increase, grew, bumped, moved, upped, revised, changed, cut, dropped,
    reduced, came, cleaned, lowered, negotiated, expanded, jumped
"""

# They look like somebody else's sum and are not.
NOT_THEIRS = "from ¤, received from, payment from, order from, po from, against invoice"

# They end like things that are counted, and are none.
NO_THINGS = """
    always, across, thanks, perhaps, unless, besides, towards, terms, wants, needs, signs, versus, minus, comes,
    gives,
    plus, less, this, does, goes, says, asks, gets, lets, wins, pays, buys, adds, puts, runs, owes, ours, hers, sees,
    thus, yours, theirs, was, uses, dues, reais,
"""
