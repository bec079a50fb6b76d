"""English: who is named, and who is not the contact. Add a word to a line; the engine needs no change."""

TITLES = """
    ma'am, maam,
    oga, datin, herrn, senor, senora, engineer,
    retd,
    seu, dona, senhor, senhora, dra, shri, smt, bapak, mbak, khun, kuya, alhaji, mzee, bwana, signor, signora,
    mevrouw, meneer, fru, pani, cdr, brig, adv, ustaz, haji, tuan, cikgu, madame, mlle, brother, bro, sis,
    eng, engr, ir, ing,
    coach, rev, reverend, father, pastor, judge, sgt, sergeant, lt, col, colonel, chef, principal, councillor, cllr,
    uncle, auntie, aunty, aunt, encik, puan, datuk, dato, pak, ibu,
    doctor, doc,
    mr, mrs, ms, miss, mdm, madam, dr, prof, professor, herr, frau, maj, major, sir, monsieur, mme, sr, sra, señor,
    señora, capt, captain
"""

# Behind a name: Pandey ji, Kavita ma'am.
TITLES_BEHIND = (
    "ji, sir, madam, maam, ma'am, bhai, sahib, saheb, sahab, garu, behen, ben, san, sensei, bey, hanim, uncle"
)

# A full stop behind one of these ends no sentence.
SHORT_TITLES = """
    mr, mrs, ms, dr, prof, eng, engr, sr, jr, st, messrs, capt, lt, col, sgt, rev, approx, no, nos, attn, dept, ext,
    vs, mdm, ir
"""

ROLES = """
    hrbp, hrd, cho, bdm, kam, cdo, cro, gc,
    ceo, cfo, cto, coo, cio, cmo, cpo, ciso, vp, svp, evp, avp, director, manager, head, lead, owner, founder,
    cofounder, co-founder, president, buyer, engineer, procurement, purchasing, ops, operations, marketing, sales,
    finance, hr, it, admin, assistant, pa, secretary, receptionist, chef, gm, md, partner, supervisor, foreman,
    superintendent, principal, controller, treasurer, analyst, architect, consultant, coordinator, specialist,
    technician, doctor, nurse, chairman, chairwoman, executive, exec, officer, planner, boss, team, dept,
    department, office, treasury, legal, quality, maintenance, production, plant, warehouse, logistics, facilities,
    mgr, dir
"""

PERSON_ACTS = """
    is, was, has, walked, loves, hates, gave, bought, ordered, moved, pushed, passed, said, offered, says, say,
    wants, want, asked, asks, called, emailed, likes, liked, loved, confirmed, confirms, needs, needed, agreed,
    told, mentioned, replied, texted, thinks, promised, signed, approved, requested, ok'd, is interested, is keen,
    isn't, wasn't, will, can't, didn't, hasn't, doesn't, rang, pushed back, reckons, thought, wanted, picked up,
    answered, interested, keen, forwarded, complained, prefers, cancelled, bailed, got back, came back, is out,
    is on, is away, is back, is the, is our, is now, runs, owns, handles, impressed, happy, out until, out till
"""

PERSON_BEFORE = """
    name 's, names, is called,
    owner son, owner's son, son, daughter, wife, husband, brother, sister, hod, clerk, secretary, incharge, in-charge,
    fella, gent, dude, mate, lad, lass, colleague there, contact there,
    trying, retry, retrying, waiting on, waiting for, expecting, hearing from,
    gave, text from, email from, call from, vm from, voicemail from, message from, name is, reply from, note from,
    card off, card from, card for, intro call with, zoom with, called, thanks, thx, caught up w, spoke briefly to,
    contacted, cornered, nabbed, grabbed, chased, prompted, bugged, emailing, texting, calling, ringing, meeting,
    seeing, head of, new buyer, the buyer, new contact, main contact, key contact, poc is, dm is, decision maker,
    decision maker is, the owner, owner is, contact name, person is, gatekeeper, receptionist, manager, lady, guy,
    chap, bloke, with, w, w/, to, spoke to, talked to, spoke with, met, met with, rang, phoned, emailed, texted,
    whatsapped, whatsapp'd, messaged, pinged, ping, dm'd, nudge, chase, tell, ask, asked, ask for, call, ring,
    email, text, whatsapp, meet, see, saw, for, contact, contact is, contact:, contact person, attn, by,
    said to, intro to, introduced to, introduced me to, talked 2, spoke 2, 2, caught, reached, tried, try, chasing,
    remind, invite, invited, hear from, heard from, catch, catch up with, caught up with, lunch with, coffee with,
    and, &, from, fu, fu w/, msg to, dm to, note to, cc, cc'd, buyer, boss, owner, cfo, ceo, cto, coo, vp, director,
    buyer is, named, called her, showed, thanks to, sold, via, linkedin, bumped into, ran into, update, updated,
    reached out to, chat with, got, told, help, hosted, poc, champion, champion is, procurement, it manager,
    plant manager, ops manager, purchasing manager, engineer, office manager, gm, md, assistant, pa, rep, lead is,
    purchasing, facilities, hr, finance, treasury, ops
"""

PERSON_AFTER = """
    said, says, say, wants, want, asked, asks, called, emailed, is, was, likes, liked, loved, confirmed, confirms,
    needs, needed, will, agreed, told, mentioned, replied, texted, wasn't, isn't, can, can't, could, thinks,
    promised, back, at, from, @, of, has, had, hasn't, didn't, doesn't, won't, would, 'll, 's, over at, sent, rang,
    signed, approved, pushed, requested, on, out, left, joined, and, who, (, interested, keen, prefers, wanted,
    went, gave, came, picked, answered, never, also, really, showed, forwarded, complained, reckons, thought, hung,
    ok'd, got, hates, seems, seemed, to, cancelled, canceled, reschedule, rescheduled, bailed, no, still, just,
    responded, reached, wrote, pinged, should, may, might, verbally, intro'd, introduced, ghosted, fu, follow,
    already, re, about, abt, regarding, there, in
"""

NOT_CONTACT_BEFORE = """
    went with, went along with, along with our, joined by my, w/ our, with my,
    intro'd by, introed by, introd by, referral thru, courtesy of,
    no,
    referred by, referral from, referral by, recommended by, introduced by, intro from, intro by, intro via,
    colleague, colleagues, our, my, my manager, my boss, my colleague, our engineer, our cto, our ceo, our se,
    teammate, loop in, looped in, looping in, cc, cc'd, bring in, brought, bring, brought in, took, with our,
    our own, my sales engineer, internally, hand over to, handed over to, hand off to, handover to, handed off to,
    replaces, replaced, replacing, thanks to, via, for <@, reporting to me, ex, formerly, sync with my,
    joined by our, together with our, boss, se, predecessor, took over from, taking over from, instead of,
    successor of, on behalf of, shadowed by, covering for, alongside, friend, friend of, friends with, know through,
    mutual contact,
    our … engr, our … engineer, our … technician, our … tech, our … manager, our … mgr, our … specialist, our … guy,
    our … rep, our … director, our … consultant, our … trainer,
    for @, on behalf of @, behalf of @
"""

NOT_CONTACT_AFTER = """
    no longer there, no longer works, no longer with, is no longer, has moved on, left the firm, left the business,
    transferred to, got promoted, retiring,
    team, region, hub, crew, lot, folks,
    campus, plant, branch, warehouse, division, facility, depot, distribution center, dc, factory, roadshow,
    's left, 's gone, 's leaving, 's moved on, has gone, is retiring, retired, has retired,
    left，, left¶, left., left the company, has left, have left, quit, resigned, moved on, is gone, is leaving,
    referred us, introduced us, from our team, from our side, on my team, my colleague, our,
    (our, (my, (us), (colleague
"""

NOT_NAMES = """
    gday, g'day, kumusta, bonjour, ciao, hola, namaste, habari, jambo, salaam, angebot, inshallah, insha'allah,
    alhamdulillah, m/s,
    tsh, ksh, ush, gem, hod,
        wont, dont, cant, didnt, isnt, wasnt, hasnt, doesnt, wouldnt, couldnt, shouldnt, arent, werent, havent,
        hadnt, shes, hes,
    theyre, ive, im, weve, thats, whats, theres, lets, youre, theyll, whos,
        safety, quality, health, file, maintenance, engineering, accounts, purchasing, reception, warehouse,
        shipping, facilities,
    i've, i'm, i'd, i'll, we've, we're, we'd, we'll, they've, they're, they'd, they'll, you've, you're, you'd,
    you'll, it'll,
    don't, didn't, can't, won't, couldn't, wouldn't, shouldn't, isn't, wasn't, aren't, weren't, hasn't, haven't,
    hadn't,
    doesn't, there'll, that'll, he'd, he'll, she'd, she'll,
    ooo, oof, pto, wfh, ooto,
    i, we, he, she, they, it, you, me, him, her, them, us, hi, hey, hello, thanks, ok, okay, yes, no, note, notes,
    update, fyi, re, fw, fwd, asap, tbd, tbc, eod, eom, q1, q2, q3, q4, poc, rfp, rfq, po, nda, msa, sow, roi, sso,
    api, saas, crm, erp, sla, hr, vp, ceo, cfo, cto, coo, pm, am, t&cs, loi, mou, qbr, gdpr, soc, iso, ai, ml, usd,
    eur, gbp, sgd, hkd, cny, rmb, budget, quick, great, good, bad, sent, met, spoke, called, call, emailed, demo,
    demoed, visited, visit, meeting, zoom, teams, webex, lunch, coffee, dinner, contact, new, next, lost, won,
    signed, deal, quote, proposal, contract, pricing, price, follow, followup, fu, left, tried, texted, whatsapp,
    linkedin, wechat, slack, excel, google, hubspot, salesforce, send, sending, talked, rang, chatted, dropped,
    stopped, popped, bumped, cold, log, please, pls, just, had, have, the, a, an, this, that, their, our, my, his,
    today, tomorrow, yesterday, still, also, but, and, or, so, then, very, really, no-show, reschedule, rescheduled,
    cancelled, procurement, legal, finance, team, office, site, on-site, onsite, hq, may, will, mark, drop, remind,
    undo, delete, move, show, find, who, what, when, where, how, which, can, could, would, should, do, does, did,
    is, are, was, if, once, after, before, because, since, while, christmas, xmas, easter, ramadan, thanksgiving,
    diwali, eid, european, american, chinese, german, french, english, asia, europe, apac, emea, china, usa, uk,
    india, london, paris, new york, chicago, boston, dallas, houston, denver, seattle, atlanta, miami, berlin,
    munich, singapore, hong, kong, tokyo, sydney, manchester, leeds, birmingham, bristol, shanghai, beijing,
    shenzhen, guangzhou, sunbury, texas, ohio, california, canton, fair, expo, webinar, trade, ltd, inc, corp, llc,
    gmbh, plc, interested, wants, needs, asked, waiting, awaiting, verbal, verbally, approved, confirmed, agreed,
    decision, everyone, everybody, someone, anyone, nobody, customer, client, prospect, lead, vendor, supplier,
    competitor, partner, pilot, trial, poc'd, kickoff, order, orders, invoice, payment, delivery, renewal,
    expansion, upsell, implementation, onboarding, training, support, security, review, technical, docs, deck,
    brochure, sample, samples, reminder, reply, urgent, important, quarter, month, week, day, morning, afternoon,
    evening, spring, summer, autumn, fall, winter, monday, tuesday, wednesday, thursday, friday, saturday, sunday,
    january, february, march, april, june, july, august, september, october, november, december, jan, feb, mar, apr,
    jun, jul, aug, sep, sept, oct, nov, dec, mon, tue, tues, wed, weds, thu, thur, thurs, fri, sat, sun, mr, mrs,
    ms, dr, st, rd, ave, street, road, both, either, neither, each, all, some, many, most, more, less, few, several,
    first, second, third, last, another, other, others, price objection, objection, discount, happy, unhappy, super,
    nice, cool, awesome, perfect, bingo, congrats, wow, hmm, lol, haha, btw, imo, afaik, ps, pps, ps:, etc, eta,
    phone, email, cell, mobile, tel, fax, ext, www, http, https, com, com', inbound, outbound, intro, referral,
    referred, via, x, on, at, in, to, from, with, for, by, of, as, up, out, off, over, under, about, into, through,
    between, against, during, without, within, along, across, behind, beyond, plus, except, despite, toward,
    towards, upon, per, onto, until, till, based, got, get, getting, going, went, gone, came, come, coming, made,
    make, making, took, take, taking, gave, give, giving, said, says, say, told, tell, see, saw, seen, know, knows,
    think, thinks, want, need, like, likes, liked, looks, looking, look, working, work, works, use, using, used,
    start, started, starting, starts, begin, end, ends, ended, finish, finished, close, closed, closing, open,
    opened, opening, set, setup, book, booked, schedule, scheduled, plan, planned, planning, prepare, ask, check,
    confirm, nudge, ping, chase, circle, touch, touched, base, loop, looped, share, shared, sharing, add, added,
    adding, change, changed, push, pushed, pushing, pull, pulled, hold, holding, wait, stuck, blocked, dead, alive,
    done, ready, due, late, early, soon, later, now, again, back, there, here, yet, already, maybe, perhaps,
    probably, likely, unlikely, definitely, sure, unsure, true, false, right, wrong,
    attn, attention
"""

# Inside a person's name: Ludwig van Beethoven.
NAME_PARTICLES = """
    van, de, der, von, bin, al, el, da, di, la, le, du, dos, st, ter, ten, mc, mac, ap, del, des, do, e, und, et, y,
    zu, zur,
"""

# Written small these are names only behind "with", "spoke to" and the like.
SMALL_WORDS_TOO = """
    bill, max, guy, page, case, chance, bud, van, ford, ward, major, art, rich, pat, gene, rose, grant, dale, lane,
    dean,
    king, star, penny, reed, trip, chip, miles, hunter, mason, porter, turner, skip, frank, young, cherry, ginger,
    honey, sunny, candy, angel, sandy, lance, pierce, gale
"""

# Given names that are words too: names only before another capitalised word.
AMBIGUOUS_NAMES = """
    hope, grace, faith, joy, dawn, april, may, june, august, summer, autumn, drew, chase, grant, rich, frank, will,
    mark, bill, rob, pat, art, gene, ray, jean, rose, lily, daisy, ruby, amber, crystal, penny, sky, rusty, cliff,
    dale, glen, brook, lane, dean, duke, earl, king, prince, bishop, young, wade, rod, jack, nick, sue, miles,
    robin, jay, ken, sterling, reed, trip, chip, buddy, sonny, happy, faye, star, destiny, harmony, melody, carol,
    holly, ivy, hazel, olive, violet, heather, iris, jade, pearl, skip, chuck, buck, hunter, mason, carter, parker,
    taylor, cooper, tanner, porter, archer, fisher, sawyer, tucker, turner, walker, weaver
"""
