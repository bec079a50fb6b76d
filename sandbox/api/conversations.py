"""conversations.* and reactions.*: where things are said, and what was."""

from __future__ import annotations

from sandbox import events, shapes
from sandbox.api.registry import method, page, truth
from sandbox.errors import SlackError
from sandbox.nouns import Channel, Json, Message
from sandbox.workspace import Workspace


@method("conversations.open")
def open_conversation(ws: Workspace, args: Json) -> Json:
    if args.get("channel"):
        return {"channel": {"id": _joined(ws, str(args["channel"])).id}}
    users = [each.strip() for each in str(args.get("users") or "").split(",") if each.strip()]
    if not users:
        raise SlackError("users_list_not_supplied")
    if len(users) > 1:
        return {"channel": {"id": _group(ws, users).id}}
    if ws.person(users[0]).is_bot:
        raise SlackError("cannot_dm_bot")
    known = any(each.is_im and each.user == users[0] for each in ws.channels.values())
    channel = ws.dm(users[0])
    shown = shapes.conversation(channel) if truth(args.get("return_im")) else {"id": channel.id}
    return {"channel": shown, "no_op": known, "already_open": known}


@method("conversations.info", "channel")
def info(ws: Workspace, args: Json) -> Json:
    channel = ws.channel(str(args["channel"]))
    shown = {**shapes.conversation(channel), "is_member": ws.bot_user in channel.members}
    if truth(args.get("include_num_members")):
        shown["num_members"] = len(channel.members)
    return {"channel": shown}


@method("conversations.list")
def list_conversations(ws: Workspace, args: Json) -> Json:
    kinds = {each.strip() for each in str(args.get("types") or "public_channel").split(",")}
    listed = [
        {**shapes.conversation(each), "is_member": ws.bot_user in each.members}
        for each in list(ws.channels.values())
        if _kind(each) in kinds and not (truth(args.get("exclude_archived")) and each.archived)
    ]
    shown, more = page(listed, args)
    return {"channels": shown, "response_metadata": more}


@method("conversations.members", "channel")
def members(ws: Workspace, args: Json) -> Json:
    listed, more = page([{"id": each} for each in ws.channel(str(args["channel"])).members], args)
    return {"members": [each["id"] for each in listed], "response_metadata": more}


@method("conversations.history", "channel")
def history(ws: Workspace, args: Json) -> Json:
    """Newest first, without replies and ephemeral messages; oldest and latest exclusive unless inclusive is set."""
    channel = _joined(ws, str(args["channel"]))
    held = [each for each in ws.readable(channel.id) if each.thread_ts in (None, each.ts)]
    return _listed(ws, [each for each in reversed(held) if _between(each, args)], args)


@method("conversations.replies", "channel", "ts")
def replies(ws: Workspace, args: Json) -> Json:
    channel = _joined(ws, str(args["channel"]))
    held = ws.messages[channel.id].get(str(args["ts"]))
    if held is None or held.ephemeral:
        raise SlackError("thread_not_found")
    parent = ws.messages[channel.id].get(held.thread_ts or held.ts, held)
    return _listed(ws, [parent, *(each for each in ws.replies(parent) if _between(each, args))], args)


@method("reactions.add", "channel", "timestamp", "name")
def add_reaction(ws: Workspace, args: Json) -> Json:
    held = _reacted(ws, args)
    users = held.reactions.get(args["name"], ())
    if ws.bot_user in users:
        raise SlackError("already_reacted")
    react(ws, held, args["name"], ws.bot_user)
    return {}


@method("reactions.remove", "channel", "timestamp", "name")
def remove_reaction(ws: Workspace, args: Json) -> Json:
    held = _reacted(ws, args)
    if ws.bot_user not in held.reactions.get(args["name"], ()):
        raise SlackError("no_reaction")
    unreact(ws, held, args["name"], ws.bot_user)
    return {}


@method("reactions.get", "channel", "timestamp")
def get_reactions(ws: Workspace, args: Json) -> Json:
    held = _reacted(ws, args)
    return {"type": "message", "channel": held.channel, "message": shapes.message(ws, held)}


def react(ws: Workspace, held: Message, name: str, user: str) -> Json:
    """Adds the reaction and returns its event."""
    users = (*held.reactions.get(name, ()), user)
    _, after = ws.change_message(held.channel, held.ts, reactions={**held.reactions, name: users})
    return events.reaction(ws, after, "reaction_added", name, user)


def unreact(ws: Workspace, held: Message, name: str, user: str) -> Json:
    rest = tuple(each for each in held.reactions.get(name, ()) if each != user)
    others = {each: users for each, users in held.reactions.items() if each != name}
    _, after = ws.change_message(held.channel, held.ts, reactions={**others, **({name: rest} if rest else {})})
    return events.reaction(ws, after, "reaction_removed", name, user)


def _reacted(ws: Workspace, args: Json) -> Message:
    return ws.message(_joined(ws, str(args["channel"])).id, str(args["timestamp"]))


def _joined(ws: Workspace, name: str) -> Channel:
    channel = ws.channel(name)
    if ws.bot_user not in channel.members:
        raise SlackError("not_in_channel")
    return channel


def _group(ws: Workspace, users: list[str]) -> Channel:
    members = tuple(sorted({*(ws.person(each).id for each in users), ws.bot_user}))
    held = next(
        (each for each in ws.channels.values() if each.name.startswith("mpdm-") and each.members == members), None
    )
    name = f"mpdm-{'--'.join(ws.people[each].name for each in members)}-1"
    return held or ws.add_channel(Channel(ws.new_id("G"), name, members, is_private=True))


def _kind(channel: Channel) -> str:
    if channel.name.startswith("mpdm-"):
        return "mpim"
    return "im" if channel.is_im else "private_channel" if channel.is_private else "public_channel"


def _between(held: Message, args: Json) -> bool:
    ts, inclusive = float(held.ts), truth(args.get("inclusive"))
    oldest = float(args.get("oldest") or 0)
    latest = float(args.get("latest") or "inf")
    return oldest <= ts <= latest if inclusive else oldest < ts < latest


def _listed(ws: Workspace, held: list[Message], args: Json) -> Json:
    metadata = truth(args.get("include_all_metadata"))
    shown, more = page([shapes.message(ws, each, metadata=metadata) for each in held], args)
    return {"messages": shown, "has_more": bool(more["next_cursor"]), "pin_count": 0, "response_metadata": more}
