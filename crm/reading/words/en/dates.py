"""English: words of dates and times. The codes are explained in dates/atoms.py.

Add a word to a line; the engine needs no change.
"""

NUMBERS = {
    "zero": 0,
    "one": 1,
    "two": 2,
    "three": 3,
    "four": 4,
    "five": 5,
    "six": 6,
    "seven": 7,
    "eight": 8,
    "nine": 9,
    "ten": 10,
    "eleven": 11,
    "twelve": 12,
    "thirteen": 13,
    "fourteen": 14,
    "fifteen": 15,
    "sixteen": 16,
    "seventeen": 17,
    "eighteen": 18,
    "nineteen": 19,
    "twenty": 20,
    "thirty": 30,
    "forty": 40,
    "fifty": 50,
    "sixty": 60,
    "seventy": 70,
    "eighty": 80,
    "ninety": 90,
}

ORDINALS = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "fifth": 5,
    "sixth": 6,
    "seventh": 7,
    "eighth": 8,
    "ninth": 9,
    "tenth": 10,
    "eleventh": 11,
    "twelfth": 12,
    "thirteenth": 13,
    "fourteenth": 14,
    "fifteenth": 15,
    "sixteenth": 16,
    "seventeenth": 17,
    "eighteenth": 18,
    "nineteenth": 19,
    "twentieth": 20,
    "thirtieth": 30,
}

DATES = {
    "D:0": "today, tdy, 2day",
    "D:1": """
        tomorrow, tmrw, tmr, tmw, tmro, tomo, tomoz, tomorow, tommorow, tommorrow, tomm, 2moro, 2morrow, 2mrw,
        next day, the next day, the following day
    """,
    "D:2": """
        next tomorrow,
        day after tomorrow, day after tmrw, the day after tomorrow, the day after tmrw, day after tmr, overmorrow
    """,
    "D:-1": "yesterday, yday, yest, yesterdays",
    "D:-2": "day before yesterday, the day before yesterday",
    "D:0 P:morning": "this morning, earlier this morning, this mornin, this am",
    "D:0 P:afternoon": """
        this afternoon, earlier this afternoon, this arvo, this aft, this pm, today pm,
    """,
    "D:0 P:evening": "tonight, tonite, 2nite, this night, this evening",
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
    "K": """
        weekend, wkend, the weekend, weekends, wknd, w/end, weeknd, the wknd,
    """,
    "B:week": "eow, week's end, the week's end, end of wk, end of the wk, within the week, within this week, inside the week",
    "B:month": "eom, month's end, the month's end, months end, month end, the month end",
    "B:quarter": "eoq",
    "B:year": "eoy, before christmas week",
    "Q:1": "q1",
    "Q:2": "q2",
    "Q:3": "q3",
    "Q:4": "q4",
    "Y:1": "h1",
    "Y:2": "h2",
    "E:early": """
        early, beginning, beginning of, start, start of, the start of, the beginning of, early in, first part of,
        top of
    """,
    "E:mid": "mid, middle, middle of, the middle of, midway through, mid of",
    "E:late": "late, end, end of, the end of, late in, latter part of, back end of, back of, tail end of",
    "P:morning": """
        morning, mornings, mornin, early morning, the morning, first thing in the morning, first thing, the am
    """,
    "P:ten": "mid morning, midmorning, late morning",
    "P:noon": "noon, midday, mid day, noonish, lunchtime, lunch time, 12 noon, noontime",
    "p:noon": "lunch, over lunch, at lunch, after lunch",
    "P:afternoon": "afternoon, arvo, mid afternoon, midafternoon, late afternoon, aft, the afternoon",
    "P:evening": "evening, late evening, eve, the evening",
    "P:night": "night",
    "P:one": "early afternoon",
    "P:five": "early evening",
    "P:eod": """
        eod, cob, end of day, end of the day, end of business, close of business, close of play, cop, end of play,
        the eod, by eod, by cob, end of today, the end of today, eob
    """,
    "A:am": "a.m., a.m, a m, am, a . m .",
    "A:pm": "p.m., p.m, p m, pm, p . m .",
    "z:0": """
        o'clock, oclock, o clock, uhr, heures
    """,
    "h:30": "half past, half",
    "h:15": "quarter past, a quarter past, quarter after",
    "h:-15": "quarter to, a quarter to, quarter til, quarter of",
    "h:10": "ten past",
    "h:-10": "ten to",
    "h:20": "twenty past",
    "h:-20": "twenty to",
    "f": "from now, hence, out, from today, time",
    "e": "after, post",
    "e:from": "from",
    "l": "later, later on, later in",
    "b:until": "until, till, til, til the, until after",
    "b": "before, by, no later than, latest, due, prior to, b4, earlier, beforehand",
    "<": "ago, back",
    "i": """
        in, within, w/in, in about, in another, in less than, in around, over the next, over the coming, another
    """,
    "N:7 U:day f": "this time next week, same time next week, this day next week",
    "i n": "check in, checking in, pop in, drop in, come in, call in, look in, checks in",
    "n": """
        on, for, this, come, follow up, follow-up, fu, circle back, check back, touch base, revisit,
        reconnect, regroup, try again, reach out, come back, get back, call back, ring back, speak again,
        talk again, meet again, try, retry, aim for, aiming for
    """,
    "q": "works, suits, does, doesn't, doesnt, won't, wont, can't, is, would, should, will, looks",
    "u": "between, btwn, btw, anywhere between",
    "a": "at, @, around, about, abt, approx, ~, circa",
    "t": "the",
    "o": "of",
    "s": "to, into, thru, through",
    "&": "and, &",
    "j:1": "a, an",
    "j:2": "couple, couple of, a couple, a couple of, cpl, cple of, a cpl of, a cple",
    "j:3": "few, a few",
    "j:4": "several",
    "N:0.5 U:hour": "half hour, half an hour, a half hour, half hr",
    "N:1.5 U:hour": "an hour and a half, hour and a half",
    "g": "ish, or so",
    "k": """
        week of, wk of, w/c, wc, week commencing, week starting, week beginning, week starting on,
        week beginning on, week commencing on, wk commencing, week of the, w/b
    """,
    "V": "kw, cw, calendar week, cal week",
    "G:week": "week after next, the week after next, the week after the next, wk after next",
    "G:month": "month after next, the month after next, the month after the next",
    "G:weekend": """
        weekend after next, weekend after the next, the weekend after next, the weekend after the next
    """,
    "?": """
        next one, the next one, this one, that one, the one, last one, the last one, another one, first one,
        sat down, sat with, sat in, sat on, sat next, sat across, sat at, sat in on, sat through, we sat, i
        sat, may be, may have, may not, may need, may want, second opinion, second hand, last minute, this is,
        this was
    """,
    "H:12-25": "christmas, xmas, xmas day, christmas day, the holidays",
    "H:1-1": "new year, the new year, new years, new years day, new year's day, new year's, ny",
    "H:12-31": "new years eve, new year's eve, nye",
    "H:7-4": "4th of july, july 4th, fourth of july",
    "H:12-26": "boxing day",
    "H:3-17": "st patrick's day, st patricks day, saint patrick's day, paddy's day, paddys day, st paddy's, st paddys",
    "H:4-25": "anzac day",
    "H:6-19": "juneteenth",
    "H:2-14": "valentine's day, valentines, valentines day",
    "H:10-31": "halloween",
    "H:5-1": "may day",
    "H:11-11": "veterans day, remembrance day, armistice day",
    "L": """
        independence day, republic day, national day, puja, durga puja, dussehra, holi, pongal, onam, monsoon, carnival,
        the monsoon, monsoons, navratri, raksha bandhan, songkran, tet, chuseok, obon, nowruz, mid-autumn, christmas party,
        black friday, cyber monday, super bowl, the show, the expo, the fair, harvest, quarter close, the audit,
        the merger, the move, maternity leave, the elections, the election, tax season, the conference, summer,
        winter, spring, autumn, the fall, the season, easter, thanksgiving, ramadan, eid, diwali, deepavali,
        chinese new year, cny, lunar new year, hari raya, the holiday, the holidays, golden week, holidays,
        the break, summer break, labor day, labour day, paddys day, paddy's day, canada day, australia day,
        memorial day, bank holiday, the bank holiday, spring festival, passover,
        hanukkah, carnival, vesak, national day, spring break, holiday, the shutdown
    """,
}

# With one of these a bare seven is in the morning.
BREAKFAST = "breakfast, brekkie, brekky, sunrise"
EVENING_HOURS = "pm, p, evening, tonight, night, 18, 19"

# Written against the number: 3p, 2w, 24th.
GLUED_DATES = {
    "A:am": "a, am",
    "A:pm": "p, pm",
    "O": "st, nd, rd, th",
    "U:day": "d",
    "U:week": "w, wk, wks",
    "U:month": "mo",
    "U:hour": "h, hr, hrs",
    "U:minute": "m, min",
    "g": "ish",
}

# What may follow a bare hour: "at 3 with Bob" is a time, "at 50 seats" is not.
HOUR_FOLLOWERS = """
    with, w, to, for, in, re, about, abt, and, on, if, but, so, then, their, at, our, via, over, from, by, n,
    unless, or, his, her, sharp, please, pls, we, i, he, she, they, again, today, tomorrow, tmrw, works, is, around,
    the, she'll, he'll, instead, not, ok, fine, good,
    same, maybe, probably, provided, subject, pending
"""
