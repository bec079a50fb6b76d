"""English: what a note says beside the deal: why it was lost, complaints, promises, where it came from, competitors. Add a
word to a line; the engine needs no change."""

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
