"""Every message the CRM starts, as a slip: what it is about, not what it says.

A slip goes into the outbox in the transaction of the work it tells of. Just before it is sent it is composed from the
rows as they are then (operations/compose/, in the room of the same name) and worded in the reader's language
(handlers/*/view.py), so a message is true at the moment it is read, and editing a message is sending its slip again.
"""

from crm.notices import clock, conversation, leads, ownership, reporting

Notice = clock.Notice | conversation.Notice | leads.Notice | ownership.Notice | reporting.Notice
