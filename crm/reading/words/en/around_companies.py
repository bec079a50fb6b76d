"""English: what beside a name shows that it is a customer, a new one, or somebody else. Add a word to a line; the engine
needs no change."""

# Words too plain to stand for a name unless the note shows it.
PLAIN_NAMES = """
    old, new, red, blue, green, black, white, gray, grey, gold, silver, golden, brown, purple, pink, yellow, royal,
    noble,
    river, lake, ocean, mountain, hill, valley, north, south, east, west, northern, southern, eastern, western, upper,
    lower, central, center, centre, city, town, country, county, state, union, family, home, house, garden, farm,
    field,
    forest, wood, woods, stone, rock, iron, steel, fire, water, air, star, moon, day, night, king, queen, prince,
    lord,
    knight, captain, master, smart, simple, easy, quick, fast, rapid, direct, express, choice, value, quality, select,
    super, ultra, power, energy, bay, port, island, beach, coast, shore, tower, gate, castle, church, cross, angel,
    little, big, great, grand, high, low, long, short, fine, pure, true, real, fair, fresh, clean, cool, warm, hot,
    cold,
    dry, safe, secure, strong, solid, hand, heart, mind, body, head, foot, eye, voice, world, earth, planet, space,
    digital, data, cloud, tech, media, design, studio, works, group, team, club, circle, square, line, lane, road,
    street,
    park, court, place, corner, market, store, shop, trade, bank, capital, fund, trust, law, legal, health, care,
    life,
    live, living, hope, dream, vision, view, light, sound, color, colour, paper, print, press, book, page, letter,
    word,
    story, school, class, college, student, teacher, doctor, service, services, support, solution, solutions, systems,
    system, network, link, connect, contact, active, motion, drive, ride, run, walk, fly, wing, wings, sail, anchor,
    chain, ring, key, lock, door, window, wall, floor, roof, table, chair, bed, kitchen, bath, glass, metal, plastic,
    wire, tool, tools, machine, motor, engine, wheel, tire, gear, parts, pack, package, box, bag, bottle, cup, plate,
    food, foods, fruit, apple, orange, lemon, cherry, berry, nut, bean, seed, grain, bread, cake, sugar, salt, spice,
    honey, milk, coffee, tea, wine, beer, fish, meat, chicken, dog, cat, horse, cow, bird, duck, goose, bee, ant,
    young,
    early, late, modern, classic, original, special, unique, perfect, ideal, top, max, plus, pro, expert, partner,
    alliance, allied, associated, integrated, advanced, applied, leading, future, forward, next, trend, century,
    millennium,
    target, apple, may, march, sea, sun, chase, delta, gap, visa, oracle, square, block, box, slack, zoom, ring,
    nest, shell, ford, orange, subway, sprint, match, indeed, monday, friday, second, first, next, signal, notion,
    linear, amplitude, segment, stripe, brand, bolt, grab, compass, summit, pinnacle, apex, vertex, harbor, anchor,
    bridge, bright, clear, smart, swift, prime, core, edge, point, peak, spark, wave, flow, unity, alpha, beta,
    echo, nova, eagle, falcon, hawk, lion, tiger, bear, fox, wolf, oak, pine, cedar, maple, rose, lily, iris, ivy,
    diamond, crystal, pearl, ruby, amber, jade, canon, polo, dove, tide, crest, ally, progressive, discover,
    guardian, liberty, unit, meta, x, time, fortune, people, global, general, national, american, united, standard,
    premier, best, total, quest, pilot, quote, order, contract, price, budget, deal, demo, trial, call, meeting,
    visit, lunch, close, open, live, lead, prospect, customer, client, sage
"""

# What ends so is where people met: "saw us at ConExpo".
EVENT_NAMES = (
    "expo, conference, congress, symposium, convention, webinar, tradeshow, messe, hackathon, meetup, roadshow"
)

# What shows that a plain word is a name here: "met Target", "apple meeting".
BEFORE_NAMES = """
    at, @, from, with, w, w/, to, visited, met, called, rang, emailed, texted, pinged, of, via, re, lost, won,
    signed, closed, owns, mark, update, both, near, client, customer, account, prospect, by, company
"""

AFTER_NAMES = """
    rfp, rfq, tender, proposal, budget, invoice, install, installation, rollout, kickoff, kick-off, samples,
    board, ceo, cfo, cto, buyer, hq, site, plant, folks, guys, people, signing, signs, loved, likes, chose,
    picked, opted, went, just, now, called, emailed, rang, texted, replied, bought, ordered, paid, owes,
    complained, complaint, training, workshop, qbr, poc, upgrade, expansion,
    meeting, mtg, call, demo, deal, visit, said, says, wants, want, asked, signed, rep, team, procurement, contract,
    renewal, order, pilot, trial, account, approved, confirmed, cancelled, postponed, pushed, ghosted, is, are, has,
    have, need, needs, didn't, follow, fu, f, po, quote
"""

# Before a name: somebody else than the customer.
OTHERS_BEFORE = """
    their landlord, landlord is, their bank is, their accountant is, their insurer is, their lawyer is, their auditor is,
    moved from, moved over from, has moved from, jumped from, came over from, joined from, poached from, hired from,
    joined us from, compared us with, compared us to, compares us with, weighed us against, weighing us against,
    benchmarked us against, benchmarking us against, stacked us up against, lined up against, pitted against,
    what we did for, like we did for, as we did for, same as we did for, work we did for, we did for, we did at,
    what we do for, job we did for, case study on, case study from, case study for, case study with,
    sent our way by, sent our way by … at, sent our way by … from, sent our way by … of, sent to us by,
    put on to us by, put onto us by, passed to us by, passed on by, passed on by … at, referred by … at,
    referred by … from,
    referred by … of, introduced by … at, introduced by … from, introduced by … of, intro from … at, intro by … at,
    recommended by … at, recommended by … from, recommended by … of, thanks to … at, courtesy of … at, via … at,
    heard of us from, heard about us from, heard about us from … at, saw our work at, saw us at, she left, he left,
    who left,
    just left her job at, left her job at, left his job at, used to be with, used to work for, was previously at,
    was previously with, late of, until recently at,
    go with, goes with, going for, went for, gone for, plumped for, settled on, settled for, sided with, they go w,
    signed up with, shop with,
    they're on, they are on, he's on, she's on, going w, went w, gone w, lost it to, lost them to, lost out to,
    lost this to, awarded to, given to, gave it to, quoting against, bidding against, beaten by, buying from,
    buys from, buy from, bought from, supplied by, served by, customer of, uses, unhappy with, migrating off,
    ditching, dumping, dropping, renew with, renewing with, already with, already using, already has, already have,
    they have, they use, they're using, he uses, she uses, we beat, price from, dearer than, cheaper, than,
    pricier than, competitor, competitors, rival, incumbent, lost to, lost … to, went with, gone with, going with,
    signed with, chose, choosing, picked, opted for, versus, vs, against, competing with, compared to,
    compared with, comparing us with, comparing us to, comparing with, instead of, replacing, replace,
    switching from, moving off, migrate from, migrating from, moving from, currently on, currently using,
    currently with, using, use, vendor, supplier is, supplier, distributor for, partner, our partner, via, through,
    referred by, referral from, referral by, recommended by, introduced by, introduction from, intro from, intro by,
    intro via, ex, formerly at, formerly, used to be at, used to work at, previously at, came from, left for,
    same as, similar to, works with, sells to, supplier to, integrates with, integrate with, integration with,
    cheaper than, stick with, sticking with, staying with, stay with, happy with, contract with, locked in with,
    also talking to, also looking at, also evaluating, looking at, evaluating, up against, undercut by, quote from,
    offer from, subsidiary of, owned by, acquired by,
    got reference from, reference from, ref from, reference of, they supply, supplies, they sell to, supplier of,
    give them, giving them, sister company of, parent is, parent company is, part of
"""

# After a name: somebody else than the customer.
OTHERS_AFTER = """
    is cheaper, was cheaper, undercut, offered them, quoted them, is also bidding, are also bidding, is in there,
    is the incumbent, won it, won the deal, beat us, got it, are in there, is at, are at, referred, introduced,
    recommended, intro'd,
    offered … less, offered … cheaper, offered … off, quoted lower, quoted less, came in lower, came in cheaper,
    gave us a reference, is their supplier, are their supplier
"""

CUSTOMER_CUES = """
    referral from, referral, introduced us to, intro to,
    new lead, new customer, new prospect, new account, new client, lead from, new logo, prospect, customer, client,
    account, company, new company, lead, new inquiry, new enquiry, inquiry from, enquiry from, card from, enquiry,
    inquiry, new partner, new distributor,
    new reseller, new dealer, web lead, website lead, inbound,
    reference from, got reference from, ref from
"""

BY_NEW = """
    a firm called, firm called, a company called, company called, an outfit called, outfit called, a place called,
    a shop called, a business called, a startup called, a crowd called, some outfit called, people called,
    referral from, new referral, lead from, inbound from,
    new one:, new customer, new lead, new client, new account, new prospect, new company, new logo, add customer,
    add new customer, create customer, new:, new
"""

# A name after these is a firm where somebody else is the one spoken with, see beside.py.
FIRM_REACHED = """
called, rang, phoned, cold called, cold-called, emailed, e-mailed, texted, messaged, contacted, reached, pinged,
call with,
call to, demo for, demo at, meeting at, meeting with
"""
FIRM_VISITED = (
    "visited, stopped by, dropped by, dropped in at, swung by, popped into, on site at, onsite at, site visit to"
)
PERSON_SPOKEN_WITH = """
spoke with, spoke to, spoke w/, spoken with, spoken to, talked to, talked with, talked w/, chatted with, chatted to,
met,
met with, saw, got hold of, got through to, with, w/
"""
FIRM_SOLD_TO = """
quoted, sent, quote for, quote to, proposal for, proposal to, order from, po from, demo with, demo for, demo at,
demo to,
demoed to, demoed for, pitched, pitch to, onboarded, trial at, trial with, pilot at, pilot with, invoice to,
samples to,
lost, won, signed, closed, met with, deal with, contract with, renewal with, kickoff with, meeting with, mtg with,
call with
"""
# After a name, these make it a firm's: "Hooli's buyer".
FIRM_OWNS = """
's maintenance, 's chief, 's production, 's quality, 's supply, 's store, 's kitchen, 's chef, 's facilities, 's hr,
's finance, 's treasurer, 's controller, 's accountant, 's founder, 's reception, 's front desk, 's yard, 's depot,
's workshop,
's accounts, 's storeman, 's foreman, 's site, 's tender, 's rfq, 's rfp, 's order, 's contract manager,
's buyer, 's cfo, 's ceo, 's cto, 's coo, 's cio, 's owner, 's team, 's procurement, 's purchasing, 's legal, 's hq,
's office, 's plant, 's warehouse, 's factory, 's gm, 's it, 's ops, 's engineer, 's engineers, 's manager,
's director,
's vp, 's head of, 's board, 's contract, 's renewal, 's po, procurement, purchasing team, hq
"""

# After a firm's name that is also a day's, capitalised: "Next have gone quiet", "Sunday's head brewer".
DAY_NAMED_FIRM_DOES = """
    wants, want, have gone, has gone, have asked, have signed, have agreed, have ordered, have paid, have been, are keen,
    are happy, are after, went quiet, still want, still wants, owe us, owes us, 's head, 's buyer, 's owner, 's ceo,
    's cfo,
    's founder, 's brewer, 's chef, 's procurement, 's purchasing, 's manager, 's gm
"""

# After a plain word written small, these show that it is no firm: "visa line", "target date".
THINGS_BEHIND_PLAIN_NAMES = """
    line, lines, queue, run, interview, date, dates, audience, practice, tape, shift, zone, weather, appointment, form,
    forms, card, cards, rules, year, number, numbers, rate, rates, of, year's
"""

# Between somebody and the firm they are with: "she left Acme and is at Globex now".
FIRM_OF_SOMEBODY = """
    now at, is at, is now at, works at, works for, is now with, now with, has joined, have joined, moved to,
    moved over to,
    has moved to, started at, she's at, he's at, she's now at, he's now at, she is at, he is at, she's with, he's with,
    she joined, he joined, who joined, now runs
"""
