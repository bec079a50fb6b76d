"""English: ordering and chatting.

Add a word to a line; the engine needs no change.
"""

COMMANDS = {
    "remind": """
        book me a call, book me a visit, book me a meeting, book me a demo, book me in with,
        book me a follow up, book me a follow-up, book a follow up, book a follow-up, book me a reminder, book a reminder,
        make a note to, pencil in a follow up, diarise, diarize,
        put … on my list, put … on my calendar, put … in my diary, put … on my todo, remember ¤,
        plan ¤, plan a call, plan a visit, plan a meeting, plan a demo,
        schedule a, schedule an, schedule call, schedule demo, schedule meeting, schedule follow,
        add a follow up, add a follow-up, add a followup, add follow up, add follow-up, add followup,
        add a task, add task, create a task, create task, create a follow up, create a follow-up,
        create follow up, set a follow up, set a follow-up, set a followup, set follow up, set follow-up,
        set up a reminder, set up a follow up, set a task,
        remind me, remind, set a reminder, set reminder, reminder, add a reminder, add reminder, create a reminder,
        create reminder, ping me, alert me, nudge me, don't let me forget, wake me, notify me,
        note to self,
        note to self:
    """,
    "undo": """
        forget what i said, forget what i wrote, ignore what i said, forget the last, forget the note, ignore the last,
        scrap that, scrap the last, scrap my last, scratch my last, wrong ¤，undo, wrong ¤ undo, forget that,
        forget my last,
        undo, undo that, undo last, revert that, revert last, take that back, scratch that, ignore that,
        ignore my last, ignore last, never mind, nevermind, disregard, oops undo, roll back
    """,
    "delete": """
        bin the, bin that, bin my, bin last, bin it, axe the, ditch the note, ditch that, chuck the, chuck that,
        lose the note, lose that note, wipe the, wipe that,
        delete, remove my, remove the, remove last, remove that, remove reminder, remove contact, remove note,
        remove duplicate, erase, discard, clear, trash, remove
    """,
    "cancel": """
        i don't need the … reminder, i dont need the … reminder, don't need the … reminder,
        i no longer need the … reminder,
        no longer need the … reminder,
        don't remind me, dont remind me, do not remind me, stop reminding me, no need to remind me, quit reminding me,
        scrub the, scrub my, take … off my reminders, take … off my list, take … off my calendar,
        take … off my plate, kill the ¤,
        kill my, drop the reminder,
        kill the … follow, lose the reminder,
        no need for the … reminder, no need for … reminder, forget the reminder, kill the reminder,
        cancel my, cancel the, cancel that, cancel reminder, cancel follow up, cancel follow-up, cancel all, cancel
    """,
    "stage": """
        put ¤ down as, put … down as, ¤ goes to won, ¤ goes to lost,
        put ¤ in, put … in … stage, put … into, ¤ to won, ¤ to lost, ¤ is now won, flag,
        close the … deal as, close … as lost, close … as won, close … deal as, make ¤, set ¤,
        mark, set stage, set the stage, change stage, change the stage, move stage, update stage, update the stage,
        set, close deal, reopen
    """,
    "move": """
        don't remind me … until, dont remind me … until, do not remind me … until, don't remind me … till,
        dont remind me … till, don't nag me … until, no reminder … until, no reminders … until,
        hold off on … until, hold … until, park … until, park … till,
        ¤ to … instead, nudge my, nudge the … to, nudge ¤ to, slide, shove,
        move, reschedule, push, postpone, shift, change the date, change date, change follow up,
        change the follow up, change the follow-up, change follow-up, snooze, delay, bump, bring forward, defer,
        push back, push out
    """,
    "rename": "rename, change the name, change name, correct the name",
    "export": """
        send me … spreadsheet, send me … excel, send me … as a csv, give me … as a spreadsheet,
        send me an export, send me a csv, send me a dump, export, download, dump, csv
    """,
    "import": "import, upload",
    "assign": """
        hand ¤ over to, hand ¤ to, hand my, pass ¤ to, assign, reassign, transfer, hand over, handover, give … to, share
    """,
    "merge": "merge, combine, dedupe",
    "settings": """
        quiet until, quiet till, no messages until, no messages till, leave me alone, do not disturb, don't disturb,
        log me out,
        sign me out, i'm off from, i'm off on, i'm off between, i am off from, im off from, i'm out from,
        i am out from, i'm away from,
        i'll be off, i'll be away, i'll be on leave, i'll be on holiday, i'll be on vacation, i'm out of office, ooo from,
        turn … off¶, turn … on¶, turn reminders, turn digests, turn my,
        i want off, take me off, get me off, sign me off, opt me out,
        i'm on leave, i am on leave, im on leave, i'm away, i am away, i'm off next, i'm on holiday,
        i'm on vacation,
        change my, set my, settings, setting, preferences, turn off, turn on, mute, unmute, stop, unsubscribe,
        switch to, switch language, language, subscribe, enable, disable, pause, use, set timezone, timezone,
        notifications, speak, set up notifications, set digest, set language
    """,
    "edit": """
        actually the amount, actually the price was, actually the customer, actually the date, actually the contact,
        sorry the amount was, sorry the amount is,
        that last note was, that note was, last note was for, that was for ¤ not, last one was for, that one was for,
        that note is for, it was ¤ not, last log was for, that log was for,
        take … off ¤¶, that last one wasn't, last one wasn't, that one wasn't ¤, that wasn't ¤，it,
        that last note wasn't, add ¤ to,
        make the ¤ deal, make the ¤ amount, make the ¤ quote, make the ¤ value, make the ¤ budget,
        make the amount, make the deal, make the value, make the budget, make the quote, make the price,
        log it as, log that as, that should be, it should be, should be ¤ not, should have been, i meant, i mean ¤,
        wrong acct, wrong one,
        add … as contact, add … as a contact, add … as the contact, not ¤，¤, not ¤，it's,
        wrong customer, wrong amount, wrong date, wrong company, wrong account,
        change, update, edit, correct, fix, replace, add contact, add phone, add email, add a contact, add tag, tag,
        add to, make it, make that, correction, convert, archive, set
    """,
    "claim": "claim",
    "release": """
        drop ¤，, drop ¤¶, drop … back in the pool, drop ¤ in the pool, put ¤ in the pool, let ¤ go, let … go,
        drop my claim on,
        release, let go of, give up ¤, return ¤ to the pool, put ¤ back, free up ¤
    """,
    "none": """
        claim from, claim about, claim against, claim on, stop gap, stopgap, stop over, help needed, help wanted,
        help from,
        delete key, share of, use case, use cases, use of, push back from, pushback from, push from, set of, export dept,
        export manager, export team, export order, import dept, import manager, import duty, move in, move at,
        move is, move was, move date, transfer of,
        change of, change in, update from, mark up, markup, release date, release note, release notes, release of, plan b,
        cancel risk, archive room, pause in, switch room, language barrier, language school, move from ¤,
        help desk, helpdesk, set up, share price, close to, stop by, pull through
    """,
    "help": """
        help, help me, commands, how do i, how does this work, how do you work, what can you do, /help, menu, how to
    """,
}

# What orders a step, and is no part of it.
ORDERS = """
    plan, plan a, plan an, remind me to, remind me about, remind me that i, remind me, remind, please remind me to,
    set a reminder to, set a reminder for, set a reminder, set reminder, add a reminder to, add a reminder,
    ping me to, nudge me to, alert me to, don't let me forget to, schedule a, schedule an, schedule
"""

LOG_STARTS = """
    log, note, note:, update:, log:, logging, record, notes, note that, fyi, add note, add a note, new lead,
    new customer, log a, log call, log meeting, jot down, save,
    list price
"""

# Before a colleague's name: for whom a note is written.
WRITTEN_FOR = "logging for, log for, entering for, for, on behalf of, behalf of"

# At the end of a message these order what went before: "Globex is 40k not 14k, fix it".
CLOSING_COMMANDS = {
    "remind": "remind me, ping me, nudge me",
    "edit": "，fix it, ，fix that, ，fix this, ，change it, ，change that, ，correct it, ，correct that",
    "stage": """
        ，close it out as lost, ，close it as lost, ，mark it lost, ，mark it as lost, ，mark it won, ，mark it as won,
        ，close it as won, ，close it out, ，mark as lost, ，mark as won, ，put it as lost
    """,
    "delete": "，delete it, ，delete that, ，remove it, ，bin it",
}

# Said at the end, these are politeness and no part of an order.
POLITE_ENDS = "please, pls, plz, thanks, thx, thank you, cheers, ta, asap, mate, now"

POLITE = """
    can u, could u, would u, will you, cld you, would you mind, mind, can we, could we, let me, lemme, i wanna,
    wanna,
    please, pls, plz, can you, could you, would you, hey, hi, hello, dibs, ok, okay, kindly, i want to, i'd like to,
    i need to, i need you to, let's, lets, also, and, now, just, bot, yo, @someone, sorry, actually, oops, hey dibs,
    quick q, quick question, question, q, so, um, remember to, go ahead and, quickly, thanks, oh, @
"""

# Small talk.
CHITCHAT = """
    boa tarde, bom dia, boa noite, hola, buenos dias, buenas tardes, bonjour, guten morgen, guten tag, ciao,
    selamat pagi, namaste, salaam, salam, jambo, habari, merci, gracias, obrigado, obrigada, danke, asante,
    terima kasih, shukran, arigato, xie xie,
    ugh, monday again, ugh monday, monday blues, long day, long week, what a week, so tired, is it friday yet,
    friday at last, finally friday, need a nap, need coffee, feeling sick, hungry,
        testing 123, who made you, who built you, my laptop, coffee time, what a day, back from lunch,
        our … team won, our … team lost, our team won, our team lost, my team won, my team lost,
    not logging this, not logging this one, don't log this, dont log this, do not log this, just testing,
        testing voice notes,
    ignore this message,
    who won the game, the match, the score, raining,
    thanks, thank you, thx, ty, cheers, hi, hello, hey, yo, ok, okay, k, lol, haha, hahaha, lmao, cool, great, nice,
    good morning, morning, good afternoon, good evening, good night, bye, goodbye, see you, cya, test, testing,
    ping, hi there, hello there, yes, no, yep, nope, yeah, sure, got it, perfect, awesome, wow, good bot, bad bot,
    well done, how are you, what's up, whats up, sup, who are you, are you there, anyone there, weather, joke,
    happy friday, tgif, love you, sorry, never mind, hmm, good job, np, no worries, no problem, welcome, congrats,
    good stuff, you there, sounds good, roger, noted, done, brb, ttyl, have a good weekend, have a nice weekend,
    happy new year, merry christmas, the game, football, are you a bot, are you human, are you real,
    what time is it, coffee anyone, lunch anyone, tired, happy birthday, good luck, my bad, whoops, oops, asdf, foo,
    bar, hello world, 1 2 3, this is great, this is cool, love it, love this, works great, traffic,
    what's the weather, office party, wifi, parking, printer,
    test test 1 2, test test, test 1 2, what a match, what a game, what a day, what a night,
    test 123, test 1 2 3, testing 1 2 3
"""

FOR_SOMEBODY = "for, on behalf of, logging for, log for, from, behalf of, entering for"

# Before a date, these are of business: nobody chats by Friday 2 pm.
DEADLINES = "by, before, b4, due"

# The writer's own errands and moods: no customer's, whosever name they hold.
PRIVATE = """
    owe … bucks, owe … a beer, owe … a coffee, owe … a pint, owe … lunch, is buying lunch, is buying drinks,
    buying the drinks,
    who's up for, whos up for, who is up for, who fancies, who ate, who took my, who left the, five a side, 5 a side,
    at the consulate, my passport, iced coffee, my dentist, dentist appointment, my kid, my kids, my daughter's, my son's,
    my payslip, my salary, my paycheck, my flat tyre, my flat tire, parking ticket, oil change, my groceries, grocery run,
    my boarding pass, my luggage, for my birthday, my anniversary, my landlord, my credit card, my debit card, my gym,
    on netflix, on tv, my commute, my horoscope, the movie, my lunch break, my playlist
"""
