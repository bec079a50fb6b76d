"""A company lives for years at random, and after every step the promises of the claim clock are checked.

`make simulate SEED=n`: five years of fifty reps and five thousand customers in memory, event by event. People, Slack
and the server are drawn from the seed; every decision is taken by the pure functions of crm/ and by those of
operations/clock/clockwork.py that the rows are written by, so there is no second clock here that could agree with itself.

`python -m tests.simulate --transactions`: a smaller company, over the real operations and a real database.
"""
