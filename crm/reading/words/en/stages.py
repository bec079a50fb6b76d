"""English: how far a deal has come, and what is said on the way. Add a word to a line; the engine needs no change."""

# The strongest stage a note supports; `none` only looks like one.
STAGES = {
    "won": """
        closed ¤, signed ¤, we closed, closed them, has closed,
        contract stamped, contract already stamped, agreement stamped, scanned cheque, cheque received,
        cheque collected, cheque deposited, collected the cheque, advance received, advance paid, paid the advance,
        paid advance,
        added … to the order, adding … to the order, another … on the order, on the framework,
        put us on the framework, same again, same order again, repeat of last order,
        usual order,
        big order, huge order, nice order, small order, another order, order for,
        sent … po, sent their po, po for, quote accepted, accepted our quote, accepted the quote,
        accepted our proposal, accepted the proposal, proposal accepted, offer accepted, accepted our offer, po #,
        signed today, signed yesterday, signed up for the, signed up for 12, signed the contract,
        signed the agreement, signed off the order, inked, deal inked, it's ours, is ours, we got it, got the deal,
        got the order, got the business, landed, landed the, bagged, in the bag, on the books, booked the order,
        invoice paid, invoice settled, payment cleared, cheque cleared, check cleared, first order, 1st order,
        opening order, placed their order, placed their first, placed a repeat order, rush order, restocked, re-up,
        re-upped, upgraded, they bought, took 2, took 3, took the deal, contract executed, fully executed,
        executed contract, executed agreement, contract countersigned, renewal done, renewal closed, has renewed,
        have renewed, back with a signed, signed copy back, deposit landed, deposit in, deposit cleared,
        paid in full, wire received, wire came, remittance received, signed, has signed, signed off on the order,
        signed the, signed contract, contract signed, closed won, deal closed, closed the deal, closed it,
        closed-won, we won, won, won it, won the deal, po received, received po, received the po, got the po,
        got po, got a po, got their po, po in, po is in, po came, po came through, po came in, po arrived,
        po signed, po issued, issued the po, issued po, issued a po, po number, signed the po, sent the po, sent po,
        sent over the po, sent us the po, ordered, placed an order, placed the order, placed order, order placed,
        order confirmed, order in, order came in, new order, go ahead with, the go-ahead, gave the go ahead,
        repeat order, reordered, re-ordered, reorder, bought, purchased, paid, payment received, wired,
        deposit received, deposit paid, paid deposit, paid the deposit, paid the invoice, it's a win, renewed,
        renewal signed, contract came back signed, signed copy, signed agreement, countersigned, docusign completed,
        docusign done, deal is done, deal done, done deal, they're in, went with us, chose us, choose us, picked us,
        going with us, award us, awarded us, awarded to us, going ahead with the order, approved … expansion,
        closed!,
        full payment, po no, po … received, payment received in full, transferred the balance, balance paid,
        lpo received, lpo in, got lpo, got the lpo, lpo issued, received lpo, lpo came
    """,
    "lost": """
        drop it, dropping it, merged with another, no money at all, has no budget, have no budget, without budget,
        budget is zero, they passed on us, not this time, no dice,
        money got pulled, money was pulled, money pulled, funding got pulled, fed up with us,
        they go with, they'll go with, plumped for another, gone for another, went for another, another supplier,
        a different supplier, different vendor, another vendor, no money this year, have no money, has no money,
        no money for, no funds, no funding, cousin's shop, someone cheaper, somebody else,
        gone in-house, went in-house, going in-house, taking it in-house, switched to, moved to a competitor,
        no chance, zero chance,
        deal's off, deals off, selling up, sold the business, not going to go ahead, not gonna happen,
        decided to stay, going another way, gone another way, went another way,
        ¤ passed., ¤ passed，, ¤ passed on it, ¤ passed on us, passed on our, passed on the deal,
        passed on the proposal, ¤ passed¶, ¤ passed for, ¤ passes,
        came second, came in second, second place, runner up, runners up, came third, they passed, taking a pass,
        order cancelled, order canceled, doesn't want it, doesnt want it, doesn't want, doesnt want, don't want it,
        not keen, isn't keen, wants out, moving on, no further interest, lost interest, won't be buying, is a no,
        said no thanks, no thanks, no thank you, going with, going w, went with, not for them, not for us,
        not for now, lost out, lost out to, lost it, lost them, lost the deal, lost the bid, lost the tender,
        lost the business, lost the account, bid lost, tender lost, didn't win, did not win, we didn't get it,
        didn't get the, weren't selected, not selected, weren't shortlisted, not shortlisted, awarded to another,
        awarded to someone, awarded elsewhere, gone elsewhere, went elsewhere, going elsewhere, buying elsewhere,
        bought elsewhere, signed elsewhere, dead in the water, dead end, deal off, deal is off, deal fell through,
        fell through, called it off, canned, axed, shelved, project on ice, hold indefinitely, on hold indefinitely,
        cancelled everything, cancelled the order, cancelled the project, cancelled their order, cancelled project,
        pulled the project, pulled the tender, can't afford, cannot afford, won't buy, not buying, not renewing,
        won't renew, isn't renewing, aren't renewing, will not renew, decided not, no go, no-go, no deal,
        not going to happen, not happening, not a priority, isn't a priority, took us off, struck off, disqualify,
        nurture only, wants nothing, never calling, told us to stop, asked us to stop, unsubscribed, bad lead,
        wrong number for, business closed, closed down, closing down, went bust, bankrupt, gone bust,
        into administration, lost, lost to, closed lost, closed-lost, went with another, went with a competitor,
        went with someone else, gone with another, gone with, going with another, going with someone, signed with,
        chose, chose another, chosen another, choosing another, picked another, decided on another, opted for,
        not interested, no interest, no longer interested, isn't interested, isnt interested, aren't interested,
        not a fit, no fit, not the right fit, bad fit, isn't a fit, not a good fit, deal dead, deal is dead, dead,
        is dead, deal's dead, killed, killed the project, project killed, project cancelled, project canceled,
        project scrapped, scrapped, pulled the plug, no budget this year, no budget, budget cut, budget frozen,
        budget got cut, budget was cut, budget was pulled, budget pulled, hiring freeze, spending freeze,
        budget freeze, passed on, they're passing, passing on, turned us down, turned down, declined, rejected,
        said no, it's a no, hard no, not going ahead, not going forward, not moving forward, not moving ahead,
        not proceeding, won't be moving, won't proceed, won't be going ahead, decided not to, decided against,
        remove from list, take off the list, take us off, do not call, dnc, stick with current, sticking with,
        staying with, stay with, stayed with, going in another direction, different direction, close it out,
        close out, close lost, churned, churning, cancelling their, out of business, went out of business,
        shut down, disqualified, unqualified, not now, pulling out, backed out, walked away, dropped us, then drop,
        we're out, in house instead, building in-house, build in-house, build it in-house, building it themselves,
        doing it in-house, no need,
        tender cancelled, tender canceled, tender scrapped, tender withdrawn, project withdrawn, enquiry cancelled,
        enquiry withdrawn
    """,
    "negotiation": """
        agreement draft, draft agreement, agreement to be signed, stamp paper, dealer margin,
        more margin, margin of, price fixed, fix the price, price lock, lock the price, instead of advance, l/c,
        letter of credit, free delivery, delivery to be free, delivery free, do lease, lease option, on lease,
        legal checking, legal is checking, with the juridico, juridico, price he says, price she says, rip off,
        too dear, too costly, costly, talk on numbers, talk numbers, agree numbers, is fine if, ok if we,
        ok for him, ok for her, ok for them, fee ok, meet us halfway, meet in the middle, split the difference,
        throw in, sweetener, sweeten, waive,
        if we'd match, if we could match, if we can match, can we match, could we match, we match, match ¤,
        beat ¤, beat their price, beat the price, match them,
        onboarding form, onboarding forms, onboarding docs, onboarding paperwork, price ok, price okay,
        price is ok, price is fine, price agreed, boss approve, boss approval, boss to approve, need boss,
        needs boss, ok on price, fine on price, happy with the price, happy with price,
        countersign, to countersign, legals, sharp on pricing, w-9, insurance cert, free shipping, best and final,
        sending order, sending the order, send the order, send over the order, saved the account, raising the po,
        wants … off, want … off, asked for … off, asking for … off, needs … off, or he walks, or she walks,
        or they walk, price down, bring the price down, come down on price, come down, do better on price,
        do any better, sharpen, sharpen our pencil, sharper price, better deal, wants a deal, cut the price,
        cut price, price cut, drop the price, drop price, lower, too high, too much, too steep, steep, pricey,
        budget is only, only has, only have, dearer, dearer than, more expensive than, expensive, extended terms,
        longer terms, payment plan, pay in, upfront payment, t and cs, t & c, contracts team, their counsel,
        counsel, lawyer, attorney, redlining, red lines, mark up, markup of contract, msa review, legal review,
        drawing up papers, drawing up the contract, drawing up the papers, hold the price, hold the old price,
        hold … price, hold pricing, nda back, dpa, data processing agreement,
        vendor setup, vendor set up, new vendor forms, supplier form,
        supplier set up, w9, credit app, credit application, credit check, insurance certificate, po is coming,
        po on its way, po on the way, po imminent, po this, po tomorrow, po monday, po friday, sending po,
        sending a po, sending the po, send po, send the po, send a po, will send po, will send the po, get the po,
        get po, need po, needs po, chase po, chase the po, chasing po, waiting for signature, awaiting signature,
        out for signature, for signature, with their ceo for signature, got the nod, said yes, yes verbally,
        handshake, shook hands, handshake deal, we have a deal, will go ahead, want to go ahead, wants to go ahead,
        wants to proceed, ready to go, ready to move, ready to buy, ready to order, wants to order, want to order,
        will order, going to order, plan to order, planning to order, to be signed, signing friday, signing monday,
        sign tomorrow, sign monday, closing call, close this week, close it this week, close by, should close,
        final sign off, final signoff, final round, preferred supplier, preferred vendor, preferred bidder,
        commercial terms, commercial discussion, loi, letter of intent, discount, discounts, price too high,
        too expensive, price is too high, too pricey, over budget, price objection, price pushback,
        pushback on price, pushed back on price, push back on price, pushing back on price, haggling, haggle,
        negotiate, negotiating, negotiation, negotiations, terms, payment terms, net 30, net 45, net 60, net 90,
        t&cs, t&c, legal, lawyers, redline, redlines, redlined, procurement review, with procurement,
        to procurement, through procurement, procurement process, procurement approval, in procurement,
        purchasing dept, vendor onboarding, supplier onboarding, vendor form, security questionnaire,
        infosec review, msa, contract out, contract sent, sent contract, sent the contract, sent … contract,
        sent … msa, sent … agreement, send contract, send the contract, send … contract, contract review,
        reviewing the contract, reviewing contract, contract in review, contract is with, contract with,
        contract draft, draft contract, sign next, to sign, sign by, will sign, ready to sign, signing,
        expect to sign, sign on, sign off, sign-off, signature, signatures, docusign out, docusign, docusigned,
        paperwork, verbal, verbal yes, verbal commitment, verbally, verbally agreed, verbal agreement, verbal ok,
        verbal order, po coming, po expected, po due, po to follow, po by, po next, waiting on po, waiting for po,
        waiting on the po, waiting for the po, awaiting po, expect po, expecting po, expect the po,
        expecting the po, cutting a po, cut a po, cutting the po, po this week, raise a po, raising a po,
        raise the po, raising po, will issue po, best price, final price, final offer, lower price, lower the price,
        reduce the price, price reduction, price match, match the price, match price, match their price, cheaper,
        % off, percent off, knock off, volume pricing, rebate, rebates, counter offer, counteroffer, countered,
        counter, exclusivity, liability, indemnity, sla terms, payment schedule, instalments, installments,
        wants better pricing, better pricing, better price, wants net, price concession, concession, concessions,
        term sheet, close the deal, closing paperwork, good to go, gave the nod, agreed in principle,
        agreed on price, agreed price, agreed pricing, ok'd, okayed, deposit due, contract, financing, leasing,
        price increase, order form, final approval, board approval, cfo approval, cfo sign off,
        days credit, credit days, credit period, days' credit, cut scope, cut the scope, new price is,
        trim the scope, reduce scope,
        lpo, price fine, price is good, price good, happy on price, split in, split into, in instalments,
        moving ahead, signs tomorrow, signs next, signs on, signs this, order coming, order of … coming,
        margin issue, over budget by, over on price, % over
    """,
    "proposal": """
        3 bids, three bids, 2 bids, wants bids, want bids, ours goes in, our bid, proforma, pro forma,
        turnkey breakdown, price breakdown, cost breakdown, breakdown of cost, how much for, asked how much,
        asks how much, ask how much, what it costs, what it would cost, need numbers, wants numbers, wants the numbers,
        the 3yr number, recording + price, on-prem quote,
        costed, options costed, qt, qte, qtn, revised qt, updated qt,
        price of, gave them price, gave a price, gave him price, a price of,
        price on, wants price, wants a price, wants prices, want price, want a price, want prices,
        wants pricing, want pricing, needs price, needs a price, needs pricing, asked for a price,
        asked for price, asked for pricing, after a price, asking for a price, asking price,
        price for, pricing for, pricing on, costs for, costing, costings, priced up, price up, work up a price,
        a price on, gave them a price, gave him a price, gave her a price, gave price, prices for, rate card, rates,
        rate sheet, ballpark, budgetary, budgetary quote, formal offer, business proposal, resend the quote,
        requote, re-quote, revised proposal, revise the quote, updated quote, bill of materials, bom pricing,
        tender docs, tendering, tender closes, tender due, bid due, rfp due, rfp response, rfq due, submission,
        submit, shortlisted us, made the shortlist, quote, quotes, quoted, quotation, quoting, proposal, proposals,
        rfq, rfp, rfi, bid, bidding, tender, estimate, pricing, price list, pricelist, pricing deck, offer, sow,
        statement of work, revised quote, send price, sent price, send prices, prices, pricing proposal,
        commercial offer, commercials, business case, shortlist, shortlisted, scope of work
    """,
    "evaluation": """
        testers, tester, try with her, try w her, try with his, try with their, compared 3, compared three,
        compared suppliers, compare suppliers, side by side, kicking the tyres, kicking the tires, test run, dry run,
        wants to try, want to try, to try, try one, try 1, try 2, try a few, test drive, trialling it, trial kit,
        trial license, trial licence, trial period, test unit, test one, test it, try it out, trying it out, try it,
        trial run, pilot project, pilot program, pilot phase, demo kit, demo unit, demo machine, demo booked,
        demo scheduled, book a demo, booked a demo, schedule demo, demo set, reference call, references,
        site reference, comparing quotes, comparing bids, comparing options, comparing, compare, comparing prices,
        getting other quotes, three quotes, shopping around, looking at alternatives, looking at other options,
        weighing options, evaluating options, evaluating vendors, evaluating us, validation, qualification test,
        first article, sample order, sample pack, sample request, samples sent, swatches, feasibility,
        technical evaluation, technical fit, hands on, walkthrough of the product, wants to see it,
        wants to see the product, wants to see product, see the product in action, wants to see a demo,
        security questionnaire, demo, demoed, demo'd, demos, pilot, piloting, pilots, poc, proof of concept, trial,
        trialing, trialling, trials, free trial, testing, test, tests, tested, test batch, test order, trial order,
        sample, samples, sandbox, evaluation, evaluating, evaluate, eval, compare us, comparing us, compared with,
        two other vendors, other vendors, bake off, bake-off, bakeoff, benchmark, prototype, sample kit,
        test account, demonstration, shortlisting vendors, loaner, loan unit, technical review, security review,
        proof of value, pov, looking at two others, looking at other vendors, looking at competitors,
        vendor selection, presented, hands-on
    """,
    "qualified": """
        bgt, bdgt,
        very keen, super keen, dead keen, hot lead, excited, really likes, loves it, loves the, impressed,
        is open to, open to a chat, sounds positive, positive, wants in, likes us, they like us, interested in,
        showed interest, some interest, strong interest, has interest, has a need, has a budget, budget secured,
        budget signed off, budget in place, budget set, money is there, funded, funding approved, funding secured,
        got funding, has funding, capex approved, ready to move forward, project is a go, looking for a,
        looking for someone, looking for new, looking to switch, wants to switch, wants to replace,
        unhappy with current, unhappy with their current, current vendor sucks, expanding, opening new,
        opening a new, growing, need a solution, needs a solution, needs a supplier, needs help with, has authority,
        decision maker is, interested, very interested, keen, budget approved, budget is approved, budget confirmed,
        budget is, budget of, budget around, budget, has budget, have budget, got budget, approved budget, needs,
        need, looking for, looking to, in the market for, want to buy, wants to buy, plan to buy, planning to buy,
        planning to replace, replacing, want to replace, good fit, project approved, green light, green lit,
        greenlit, greenlight, approved, funding, likes, liked, loved, decision in, decision by, qualified,
        pain point, pain points, wants to move forward, move forward, moving forward, requirements, use case,
        decision maker, wants to expand, wants to add, want to add,
        to spend, has money
    """,
    "lead": """
        trade show lead, show lead, cold lead, warm lead, inbound from, came via the website, came in via,
        came in from, website enquiry, website inquiry, got a lead, lead from, met at the show, got his card,
        got her card, got a card, swapped cards, wants a brochure, wants some info, wants information, new enquiry,
        new lead, lead, inbound, inbound lead, intro, introduced, introduction, new contact, new prospect, prospect,
        web lead, website lead, webinar lead, referral, referred, filled in the form, filled out the form,
        contact form, card from, business card, enquiry, inquiry, new inquiry, came in through, signed up on,
        warm intro, met at the booth, wants to know more, wants more info, asked for info, asked for more info,
        requested info
    """,
    "none": """
        rebate query, tender opens, tender drops, tender next, rfp drops, rfp comes out, rfp in, rfp next,
        tender coming, rfp coming, tender out in, budget is closed, budget closed, if the financing, don't drop it,
        drop it off, drop it at, drop it in, drop it to, drop it by, dropping it off, throw in the towel,
        is crazy busy, is crazy here,
        i said no, we said no, told them no, told him no, told her no, i've said no, said no to us going,
        said no problem, said no worries, said no issue,
        went with … to, try it again, went along with … to, went with him to, went with her to, goes with … to,
        out of budget, over the budget meeting, budget meeting, budget review,
        budget resets, budget year, budget cycle, budget opens, budget holder, budget season,
        contract up, contract up in, contract comes up, contract renews,
        need the samples back, test results are, testing times, test the waters, too high up, lower floor,
        lower level, quote of the day, expanding on, growing season, passed on the message, passed it on,
        passed on my, passed her on, passed him on, passed on his, passed on her, passed along, passing through,
        passing by, landed in, landed safely, steep learning, comes in three, submit a ticket, too much on,
        too much going, loves dogs, loves golf, lower back, passed away, passed his, passed her, passed security,
        passed the message, passed audit, passed qa, passed all, review passed, security review passed, has passed,
        may move forward, might move forward, contract expires, contract ends, contract runs, contract value,
        contract renewal, contract is up, contract until, contract end, annual contract, current contract,
        existing contract, contract size, contract expiry, contract expiration, under contract, need approval,
        needs approval, need … weeks, needs … weeks, need … days, need … time, needs … time, need … months,
        legal name, legal entity, legal department head, test call, need to, needs to, need a call, needs a call,
        need me, needs me, need more time, needs more time, need time, needs time, needs another, in terms of,
        lead time, lead times, lead engineer, lead developer, lead buyer, team lead, ops lead, sales lead,
        project lead, tech lead, it lead, the lead, new ops lead, terms of reference, signed up for, signed up,
        signed nda, nda signed, signed the nda, signed an nda, not signed, hasn't signed, hasnt signed,
        haven't signed, unsigned, still not signed, signed in, paid a visit, paid us a visit, paid attention,
        unpaid, not paid, hasn't paid, haven't paid, paid pilot, paid trial, not lost, lost track, lost my,
        lost his, lost her, lost the email, lost contact, no decision, offered coffee, job offer, lost touch,
        no need for, we won't, won't know, quote unquote, don't need, doesn't need, does not need,
        a couple of questions, terms with, on good terms, test results, order status, their demo, quote attached,
        bid farewell, need it asap, they won, won by, loved ones, budget owner, won't, demo account, not a no,
        dead line, dead end, brought in,
        or no deal
    """,
}

# Said of a plan or a wish, this stage has not been reached.
STAGE_PLANS = {
    "won": "negotiation",
}

# Before a won, these make it a hope.
UNSURE = """
    will, would, to, if, should, might, may, could, hope, hoping, hopes, expect, expects, expecting, expected, want,
    wants, before, until, once, when, ready to, about to, going to, plan, plans, planning, likely, due, waiting,
    awaiting, needs, need, not, n't, hasn't, haven't, didn't, can, gets, get, i'll, they'll, he'll, she'll, we'll,
    ask, promised, promises, not yet, pending, by, next, soon, almost, nearly, close to, once they've, needs to be
"""

LOST_REASONS = {
    "price": """
        price too high, price was too high, too expensive, cheaper, on price, pricey, price, cost, costs too much,
        undercut, low-balled, lowballed
    """,
    "competitor": """
        competitor, another vendor, someone else, other vendor, another supplier, went with, chose, gone with,
        signed with, going with, rival, incumbent, sticking with, staying with
    """,
    "no budget": """
        no budget, budget frozen, budget cut, budget was cut, budget got cut, budget freeze, funding pulled,
        budget pulled, budget
    """,
    "no need": """
        not interested, no need, no interest, in-house, in house, not a priority, doesn't need, don't need
    """,
    "timing": """
        not now, not right now, next year, timing, bad timing, on hold, postponed indefinitely, not this year
    """,
    "fit": """
        not a fit, missing feature, missing features, feature gap, no integration, not the right fit, bad fit,
        lacks, doesn't support
    """,
    "no response": "ghosted, no response, went dark, gone dark, went silent, unresponsive",
}

COMPLAINTS = """
    complaint, complaints, complained, complaining, complains, unhappy, upset, angry, furious, broken, faulty,
    defective, defect, defects, late delivery, delivered late, wrong item, wrong items, damaged, not working,
    doesn't work, stopped working, keeps crashing, outage, refund, escalation, escalated, quality issue,
    quality issues, quality problem, short shipped, missing items, frustrated, threatening to, warranty claim,
    returned goods, recall, disappointed, not happy, pissed, leaking, billing error, overcharged
"""

PROMISES = """
    promised delivery, delivery promised, promised to deliver, deliver by, delivery by, delivery on, ship by,
    ships on, shipping on, will ship, delivery date, to be delivered, delivering on, lead time, we promised,
    i promised, promised them, promised him, promised her, install by, installation on, go live on, go-live on
"""

SOURCES = {
    "campaign": """
        webinar, trade show, tradeshow, expo, canton fair, the fair, booth, conference, exhibition, campaign,
        newsletter, google ads, facebook ad, linkedin ad, event, fair, seminar, mailer
    """,
    "website": """
        website, web form, contact form, web lead, site form, landing page, chatbot, live chat, filled in the form,
        filled out the form, website form
    """,
    "inbound email": "inbound email, emailed in, emailed us, wrote in",
    "inbound call": "inbound call, called in, called us, phoned in, rang us, call-in",
    "prospecting": """
        cold call, cold called, cold-called, cold email, cold emailed, door knocked, knocked on, walked in,
        prospecting, linkedin outreach, cold calling, walk-in
    """,
    "referral": """
        referral, referred by, referred, recommended by, introduced by, intro from, intro by, introduction from,
        introduced us, word of mouth, via a friend, mutual friend
    """,
}

COMPETITOR_CUES = """
    competitor, lost to, went with, gone with, going with, chose, signed with, picked, comparing us with,
    comparing us to, versus, vs, up against, currently using, currently on, using, incumbent, switching from,
    undercut by, also talking to, also looking at, also evaluating, opted for, instead of us
"""
