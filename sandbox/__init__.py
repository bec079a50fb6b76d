"""A small local Slack: the tests' oracle, the demo in a browser, and the place where reps learn.

It speaks only HTTP and Socket Mode to the bot and imports nothing of it. ``sandbox.slack.Slack`` is the workspace and
the hands of its people; ``server.serve`` puts Slack's Web API and the page on 127.0.0.1.
"""
