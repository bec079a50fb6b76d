"""English: what was done, and what is only planned. Add a word to a line; the engine needs no change."""

# `done` says itself that it was done; `noun` was done unless its clause plans it; `chat` and `talk` give way to a
# named channel; `again` is a call only if nothing else was done; `none` only looks like a kind.
KINDS = {
    "call done": """
        had … on the line, got … first try, got … first time, answered this time, got the receptionist,
        got reception, third dial, second dial, dial to ¤, bell to ¤, jumped on w, jumped on with, hopped on w,
        hopped on with, went thru to vmail, first try,         not picking, not lifting, didn't lift, not picking call,
        tried the office, tried the mobile, tried the number, tried the landline, tried the switchboard,
        tried the main line, tried his cell, tried her cell, tried his mobile, tried her mobile, tried to call,
        tried to reach, tried to ring, tried him, tried her, tried them again, caught … on her mobile,
        caught … on his mobile, caught … on mobile, caught … on her cell, caught … on his cell,
        caught … on the phone, caught … by phone, on his cell, on her cell, on his mobile, on her mobile,
        not picking up, isn't picking up, won't pick up, hasn't picked up, never picks up, never picked up,
        not answering, isn't answering, won't answer, had a natter, natter with, had a chinwag, chinwag with,
        put me through, put through to, put straight through, gave … a buzz, gave … a tinkle, gave … a ding,
        could not get hold, couldn't get hold, couldnt get hold, can't get hold, cant get hold,
        couldn't get through, couldnt get through, can't get through, phone off, kept ringing, phone just rings,
        rings out, rang out, dial in with, dialled in, got on the phone, got on a call, got on the line,
        on the line with, on the horn, on the blower, was on the phone, call dropped, got cut off, missed call,
        missed his call, missed her call, missed their call, missed me, screened my call, conf called, phoned up,
        rang up, left … message, left … message with, left … message for, left … msg, no joy with, no luck with,
        no joy getting, no luck getting, no joy again, rang in, rung up, gave … a call, gave … a ring,
        gave … a bell, gave … a shout, had a call, had call, took a call, took call, got a call, got call,
        phone chat, quick phone, spoke by phone, called in, called me, called us, phoned in, rang me, rang us,
        rang back, left a note on his voicemail, left vmail, vmail, left a msg, left a vmail, left him a,
        left her a, left … a message, left … a vm, left … voicemail, number not in service, wrong number, dial tone,
        disconnected, no luck calling, chased by phone, chased on the phone, put me on hold, transferred me,
        jumped on a call, hopped on a call, had a quick call, 30 min call, 15 min call, finally spoke,
        finally reached, finally got, got ahold of, picked up the phone, engaged tone, line engaged, rang, rung,
        phoned, called, cold called, cold-called, dialed, dialled, left vm, left a vm, left voicemail,
        left a voicemail, left voice mail, lvm, vm left, voicemail, voice mail, left message, left msg,
        left a message, left word, no answer, no ans, no pickup, no pick up, didn't pick up, did not pick up,
        didnt pick up, didn't answer, didnt answer, gatekeeper, got through, hung up, couldn't reach,
        could not reach, couldnt reach, unable to reach, can't reach, got off the phone, off the phone,
        on the phone, by phone, over the phone, called back, callback from, returned my call, went to voicemail,
        went to vm, straight to voicemail, straight to vm, number busy, line busy, line was busy, call in from,
        inbound call, cold call, cold calls, tried calling, tried ringing, tried again, tried, phonecall,
        telephoned, just off a call, got hold of, voicemailed, call done, calls done, call went, reached, vm,
        missed call from, buzzed, on a call with, tel call
    """,
    "call said": """
        spoke with, spoke to, talked to, talked with, talked through, speaking with, speaking to, spoke, spoken,
        talked, got chatting, got talking, got speaking
    """,
    "call chat": """
        yarned with, yarned, had a yarn, shot the breeze, chewed the fat, talked shop, connected, chatted,
        had a chat, caught up, touched base, had a conversation, discussed, spoke briefly, checked in, had a word,
        heard from, connected with
    """,
    "call talk": """
        booth talk, stand talk, talk with, talk w, convos, convo w, long convo, good convo, word with,
        walked through the contract, walked through the quote, walked through the numbers,
        walked through the deck, walked through the proposal, walked through the terms,
        walked through the pricing, walked through pricing, walked through the agenda,
        walked through the slides, walked through the plan, walked through the redlines,
        walked through the invoice, walked him through the, walked her through the, walked them through the,
        went over the, went over pricing, went through the numbers, went through the quote,
        went through the contract, went through the proposal, went through pricing,
        quick chat, good chat, long chat, chat, catch up, catch-up, catchup, quick catch up, good conversation,
        conversation, convo, quick word
    """,
    "call noun": """
        call, phone call, telco, telko, discovery, discovery call, intro call, intro w, intro with, tech call, ring, calls,
        telecon, phone, con call, conf call, concall, conference call, callback
    """,
    "call again": """
        call again, ring again, call back, ring back, try again, try calling again, try him again, try her again,
        phone again
    """,
    "meeting done": """
        took … to the footy, took … to the game, took … to the match, took … golfing, came in today,
        came in this morning,
        came in yesterday, over at ours, kickoff with ¤, kick off with ¤, stopped at our, caught … at, stood me up,
        stood us up,
        nice to see, good to see, great to see, lovely to see, nice seeing, good seeing, great seeing, lovely seeing,
        had ¤ over, had them over, had him over, had her over, had … over for, had … round for, kickoff w,
        kickoff with … went, kick off went, kick-off went, ¤ no-showed, no-showed, no showed, noshowed,
        cancelled on us, canceled on us, cancelled on me, canceled on me, bailed on us, bailed on me,
        bailed on our, flaked, flaked on us, flaked on me, blew us off, blew me off, sat in with,
        round table with, roundtable with, spoke … at the trade fair, spoke … at the show, spoke … at the expo,
        spoke … at the conference, spoke … at the fair, talked … at the show, talked … at the fair,
        talked … at the expo, talked … at the conference, chatted … at the show, chatted … at the fair,
        chatted … at the expo, chatted … at the conference, at the trade fair, dropped into our,
        popped into our, popped by our, came by our, called in to our, came by the booth, came by the stand,
        came by the showroom, came to our showroom, came to our factory, came to our plant,
        visited our showroom, visited our factory, visited our plant, visited our stand,
        had … in for, had them in, had him in, had her in, had ¤ in,
        had a cuppa, cuppa with, had a cup of, cup of tea with, bite to eat, grabbed a bite, bite with,
        had a sit down,
        sitting with, sitting down with, just met, just out of a meeting, out of a meeting with, in a meeting with,
        toured our, visited our, tour of our, came to our, came over to, came into our, came in for a, met over,
        hosted them, hosted him, hosted her, took them out, took him out, took her out, had a drink, had a beer,
        had beers, had a pint, pint with, had tea, had a brew, brew with, grabbed a beer, grabbed breakfast,
        got lunch, got coffee, got drinks, did lunch, caught up over, caught … at the show,
        caught … at the conference, chatted at the, spoke at the show, talked at the show, stopped by our,
        swung by our office, visited our office, visited our booth, zoom went, kickoff went, kickoff done,
        workshop done, workshop went, sat in on, dined with, was over for, joined our webinar, on a zoom,
        on a teams, met them, met him, met her, met up with, met, met with, met up, sat down with, sat with,
        had lunch, had coffee, had dinner, had drinks, had breakfast, had brunch, had a coffee, had a meeting,
        had a call on zoom, bumped into, ran into, hosted, came to our office, came to the office,
        came by our office, came by the office, came in to our, visited us, came to see us, dropped by our,
        was in our office, at our office, at our booth, at our stand, stopped by our booth, came by our booth,
        no show, no-show, noshow, stood me up, stood us up, didn't show, didnt show, did not show,
        took him to lunch, took her to lunch, took them to lunch, meeting done, meeting went, meeting cancelled,
        meeting postponed, played golf, golf with, met at, saw, over coffee, over lunch, over dinner, over drinks,
        over brunch, over breakfast, over beers, over zoom, on zoom, over teams, on teams, on webex,
        at the trade show, at the show, at the expo, at the conference, at the fair, at canton fair,
        at a trade show, at an event, at a conference, zoomed, grabbed lunch, grabbed coffee, grabbed a coffee,
        grabbed a drink, grabbed dinner, lunched, wined
    """,
    "meeting noun": """
        video chat, video chats, vid call, vidcall, brekkie, smoko, yum cha, dim sum, bbq, steering committee, steerco,
        round of golf, networking event, board meeting, vendor day, pitch meeting, panel, qbr,
        meeting, mtg, meet, meetings, lunch, coffee, dinner, drinks, breakfast, brunch, beers, zoom, zoom call,
        teams call, teams meeting, google meet, gmeet, webex, video call, vc, video meeting, videocall,
        video conference, trade show, tradeshow, expo, conference, workshop, qbr, quarterly review, face to face,
        f2f, teams, skype call, skype, intro meeting, sit down, sit-down, catch up over coffee, catch up over lunch,
        kickoff meeting, hangout, in person
    """,
    "visit done": """
        in ¤ 's warehouse, in ¤ 's plant, in ¤ 's factory, called in to ¤, called into ¤, delivered … by hand,
        drive-by at,
        drive by at, trip to ¤, installed … at ¤, inspected … at ¤, audit at ¤, serviced … at ¤,
        walked into, walk into, walked in on, wandered into,
        came out from ¤, came out of ¤, just came out of, just came out from, walked out of ¤, just out of ¤,
        leaving ¤ now,
        took … over to ¤, took … round to ¤, delivered … in person, delivered by hand, hand delivered,
        hand-delivered, popped round, popped round to, nipped round, came by ¤, came past ¤, went past ¤,
        stopped off, stopped off at, did the rounds at, did a round at, measured up, took measurements,
        measured the, called round to, dropped round, in at ¤ today, looked round, had a look round,
        looked around, was shown around, showed me around, showed me round, showed us around, showed us round,
        walked me around, walked me through their, gave me a tour, gave us a tour,
        left brochures, left flyers, left leaflets, left catalogs, left catalogues, left cards,
        left literature, left a flyer, left a catalog, left a sample,
        walked 2, walked three, walked two, walked the, toured ¤, toured the, toured their, just left ¤,
        back from ¤, coming back from ¤, drove to ¤, ran over to ¤, headed to ¤, spent … at ¤, left a card,
        left card, left my card, left a brochure, left brochure, left some samples, left samples, dropped samples,
        drove up, drove out, drove over, drove down, drove by, rode along with, ride along with, did a walkthrough,
        did a site walk, did a walk through, walked through the, was in their, spent time at, went round,
        went out to, went up to, went down to, nipped in, nipped into, nipped over, called round, called by,
        came over to their, stopped over at, hit the site, made a stop at, in person at, made it to, made it out to,
        at site, doorstepped, canvassed, visited, dropped off, dropped … off, left … samples with,
        left … brochure with, left … quote with, left … card with, dropped by, dropped in, dropped into, stopped by,
        stopped in, stopped at, popped in, popped by, popped into, popped over, swung by, swung past, went to see,
        went to visit, toured, drove out to, drove over to, drove to, drove up to, drove down to, went to,
        went over to, went by, been to, looked in on, called in at, called in on, walked the plant, walked the site,
        walked the floor, walked through their, was on site, was onsite, was at their, was at ¤, was over at ¤,
        been at ¤, came by their, on site with, onsite with, knocked on, door knocked, walked in, walk-in at,
        swing by done, spent the morning at, spent the day at, spent the afternoon at, spent an hour at, stop at,
        paid a visit, was out at
    """,
    "visit noun": """
        safety walk, gemba walk, site safety walk, line walk,
        site survey, site inspection, site audit, site check, ride along, ride-along, route ride,
        site walk, tour, walk the site, at their office, at their place, at their hq, at their plant,
        at their factory, at their site, at their warehouse, site visit, on-site visit, onsite visit, on-site,
        onsite, on site, visit, plant tour, factory tour, plant visit, walkthrough, walk through, field visit,
        store visit, walk-through, stop by, drop by, swing by
    """,
    "demo done": """
        showed ¤, gave … a run through, gave … a run-through, gave … a walkthrough, saw the product, saw the system,
        saw the platform,
        product tour, ran … thru the, ran … through the dashboard, ran … through the platform,
        ran … through the product,
        saw the demo, saw our demo, watched the demo, watched our demo, attended the demo, attended our demo,
        joined the demo, got the demo, sat through the demo, loved the demo, liked the demo, enjoyed the demo,
        demo bombed, demo flopped, demo today, demo complete, demo over, gave a presentation, gave a product demo,
        gave product demo, did product demo, did another demo, gave another demo, second demo done, 2nd demo done,
        demo yesterday, showed off, showed him how, showed her how, walked … through the product,
        walked … through the platform, walked … through the software, walked … through the app,
        walked … through the tool, showed … the product, showed … the platform, showed … the software,
        showed … the app, showed … the tool, showed … the dashboard, showed … the machine, demo with … done,
        demo at … went, demo for … went, demo to … went, demo with … went, demoed, demo'd, demo-ed, gave a demo,
        gave them a demo, gave demo, did a demo, did demo, did the demo, ran a demo, ran the demo, ran demo,
        demo done, demo went, demo ok, demo was, demo completed, demo finished, finished demo, finished the demo,
        showed them the product, showed the product, showed them the platform, showed him the, showed her the,
        showed them the, showed them how, presented, presentation went, live demo done, delivered a demo,
        delivered demo, product walkthrough with, walked them through the product, walked them through the platform,
        walked him through the product, walked her through the product, demonstrated, did a live demo, had a demo,
        had demo
    """,
    "demo noun": """
        demo, demos, product demo, live demo, demonstration, demo call, demo meeting, 2nd demo, online demo
    """,
    "email done": """
        pinged … an email, put in a quote, put … quote in, submitted pricing, tender in to, bid in to, tender in,
        bid in,
        emld, emlded, e'mailed, em'd,
        chaser sent, sent … chaser, chaser email,
        sent … qt, sent … qte,
        proposal is with ¤, quote is with ¤, contract is with ¤, offer is with ¤, contract went out,
        agreement went out, offer went out, invoice went out, email went out, shared … deck, shared … slides,
        shared … proposal, shared … quote, shared … pricing, shared … case study, shared … brochure,
        shared … spec, shared … doc, shared … docs, shared … link, issued quote, issued a quote,
        issued the quote, issued … quote, issued … proposal, issued … invoice, quoted ¤, sent follow up,
        sent follow-up, sent a follow, sent … follow-up, sent … follow up, re-quoted, requoted,
        sent … reminder, sent … statement, sent … confirmation, sent … certificate, sent … sheet,
        sent … drawings, sent … drawing, sent … plan, sent … summary, sent … details, sent … forms, sent … w-9,
        sent … updated, sent … revised,
        sent，, sent., sent¶, sent!, sent off, sent … link, sent … references, sent … samples list, sent … report,
        sent … report over, sent … presentation, sent … slides, sent … one pager, sent … one-pager, sent … form,
        sent … agenda, sent … recap, sent … notes, sent … invite, sent … dpa, sent … questionnaire,
        submitted … quote, submitted … rfp, submitted the, submitted our, tender submitted, bid submitted,
        rfp submitted, proposal submitted, quote submitted, quote emailed, mailed the, mailed them, mailed him,
        mailed her, mailed … catalog, heard back by email, replied to the email, replied with, cc'd, bcc'd,
        email bounced, emailed out, followed up by email, followed up via email, followed up over email,
        dropped … a line, dropped … a note, wrote him, wrote her, wrote them, re-sent, resent, got a reply from,
        reply from, emailed, e-mailed, mailed, emailed back, wrote to, wrote back, sent quote, sent … quote,
        sent … quotation, sent … proposal, sent … contract, sent … nda, sent … msa, sent … agreement,
        sent … pricing, sent … deck, sent … invoice, sent … email, sent … mail, sent … price list, sent … brochure,
        sent … catalog, sent … catalogue, sent … specs, sent … spec, sent … docs, sent … estimate, sent … sow,
        sent … redlines, sent … terms, sent … paperwork, sent … info, sent … offer, sent … datasheet, sent … draft,
        sent … order form, sent … case study, sent … datasheets, sent … bid, sent ¤, sent the, sent them, sent him,
        sent her, sent out, sent over, sent across, quote sent, quotation sent, proposal sent, contract sent,
        email sent, emails sent, mail sent, offer sent, nda sent, msa sent, pricing sent, invoice sent, sow sent,
        estimate sent, deck sent, quote out, quote went out, proposal went out, proposal out, quote is out,
        replied by email, replied to my email, replied to email, answered my email, forwarded, fwd, fwded,
        shot an email, shot over, dropped an email, dropped … email, fired off, got an email, got email, email from,
        mail from, email back, emailed over, replied via email, by email, via email, over email,
        submitted … proposal, submitted … bid, submitted … tender
    """,
    "email noun": "email, e-mail, emails, mail",
    "message done": """
        exchanged whatsapps, exchanged messages, exchanged msgs, exchanged dms, whatsapping, texting with,
        texting back, chatting on, msging, messaging with, sent … emoji, left on read, read my message,
        read but, blue ticks, voice message from, voice messages from,
        txt me, txt from, txted, txt'd, txtd, txt him, txt her, texts from, pm'd, pmed, messaged on, sent … a text,
        sent … a whatsapp, sent … a message on, sent … a dm, sent … a connection request, sent … connection request,
        sent … linkedin, connected w, linked in with, linkedin connect, dm from, message from, msg from,
        whatsapp from, wechat from, text message from, sms from, replied to my text, replied by text,
        replied via text, answered my text, answered on whatsapp, facetimed with, voice noted, left … a voice note,
        ig dm, im'd, chatted on whatsapp, chatted on wechat, chatted on linkedin, chat on whatsapp, texted,
        whatsapped, whatsapp'd, wechatted, wechated, wechat'd, dm'd, dmed, dmd, messaged, msgd, msg'd, inmailed,
        inmail'd, linkedined, sms'd, smsed, pinged, pinged … on, added on wechat, added … on wechat,
        added … on linkedin, connected on linkedin, connected … on linkedin, added on linkedin, text from,
        text back, texted back, via text, by text, via whatsapp, on whatsapp, over whatsapp, via wechat, on wechat,
        over wechat, via linkedin, on linkedin, via sms, by sms, on telegram, slacked, sent … text, sent … whatsapp,
        sent … wechat, sent … dm, sent … message, sent … msg, sent … sms, sent … inmail, replied on whatsapp,
        replied on linkedin, voice note, exchanged texts, viber
    """,
    "message noun": """
        text, texts, sms, whatsapp, wechat, linkedin msg, linkedin message, linkedin, dm, inmail, telegram,
        whats app, wa msg, fb messenger, insta dm
    """,
    "moved": """
        shifted, brought forward, pulled forward, moved up, rearranged, re-scheduled, rebooked,
        pushed, postponed, cancelled, canceled, rescheduled, moved, slipped, bumped, called off, put off,
        pushed back, delayed
    """,
    "none": """
        replied to my email? no, haven't replied, hasn't replied, havent replied, not replied, no reply to my email,
        my email,
        tried the, tried our, tried it, tried a, tried out, tried one, tried them, tried to sell,
        tried another,
        haven't heard from, havent heard from, have not heard from, not heard from, hasn't heard from,
        never heard from, didn't hear from, didnt hear from, yet to hear from, nothing heard from,
        still haven't heard, not heard back, to do: call, todo: call, to do - call, todo call, must call,
        need to call,
        prefers texts, prefers text, prefers email, prefers emails, prefers calls, prefers whatsapp,
        prefers a call, prefers wechat, likes texts, best by text, best by email, text only,
        is called, are called, called off, not to call, don't call, dont call, do not call, best to call,
        better to call,
        saw the email, saw the quote, saw the proposal, saw the demo, saw the invoice, saw your, saw our, saw that,
        saw a, call the, call him, call her, call them, call their, ring him, ring her, ring them, ring the,
        email him, email her, email them, email the, text him, text her, text them, meet him, meet her, meeting her,
        meeting him, meeting them, visit them, see them, meet them, went to tender, went to market, went to legal,
        went to procurement, went to the board, went to their board, went to committee, went to plan, sent back,
        sends back, call it, call out, on call, call center, call centre, call volume, call recording, text field,
        email address, email is, e-mail is, email:, mail:, phone number, phone is, phone:, whatsapp same, ring road,
        meet the, meets the, meet their, meet our, meeting room, meeting rooms, met their target, met their budget,
        video surveillance, visitor, phone system, phone systems, email list, email marketing, email tool,
        email campaign, call list, teams are, their teams, sales teams, both teams, product teams, demo unit,
        demo units, demo account, demo kit, reached the, reached a, reached out on linkedin
    """,
}

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
    is in with, 's in with, are in with, in with ¤, sent back, sent over, out the door, out to ¤
"""
KIND_PAIRS = {
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

# Where a talk is face to face.
EVENTS = """
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

APPOINTMENTS = "appointment, appt, scheduled, booked, supposed to meet, due to meet, slot"

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
