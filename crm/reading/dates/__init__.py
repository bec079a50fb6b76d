"""Dates and times in a message: found as spans, resolved against the writer's now.

`atoms` turns words into typed atoms, one letter each; `grammar` matches patterns over those letters, so the
same patterns read every language whose words are in the tables; `calendar` does the arithmetic; `finder`
joins a day and a time that stand together.
"""
