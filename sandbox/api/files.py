"""files.*: the two-step upload, and what is known of a file."""

from __future__ import annotations

import mimetypes
from dataclasses import replace

from sandbox import events, shapes
from sandbox.api.chat import said
from sandbox.api.registry import method
from sandbox.errors import SlackError
from sandbox.nouns import File, Json, Upload
from sandbox.workspace import Workspace


@method("files.info", "file")
def info(ws: Workspace, args: Json) -> Json:
    """Each look at a voice clip brings its transcript nearer, as waiting would."""
    ws.transcript_polled(str(args["file"]))
    return {
        "file": shapes.file(ws, ws.file(str(args["file"]))),
        "comments": [],
        "response_metadata": {"next_cursor": ""},
    }


@method("files.getUploadURLExternal", "filename", "length")
def get_upload_url(ws: Workspace, args: Json) -> Json:
    if int(args["length"]) < 1:
        raise SlackError("invalid_arguments", messages=["[ERROR] length must be a positive number"])
    file = ws.new_id("F")
    ws.pending_uploads[file] = {"name": str(args["filename"]), "length": int(args["length"]), "content": None}
    return {"upload_url": f"{ws.base_url}/upload/v1/{file}", "file_id": file}


@method("files.completeUploadExternal", "files")
def complete_upload(ws: Workspace, args: Json) -> Json:
    if not args["files"] or any(not given.get("id") for given in args["files"]):
        raise SlackError("invalid_arguments", messages=["[ERROR] each file needs its id"])
    if str(args.get("channel_id") or "").startswith(("U", "W")):
        raise SlackError("channel_not_found")  # Slack wants the conversation's id here, not a person's
    channels = [
        ws.place(each.strip())
        for each in str(args.get("channel_id") or args.get("channels") or "").split(",")
        if each.strip()
    ]
    for channel in channels:
        if ws.bot_user not in channel.members:
            raise SlackError("not_in_channel")
    kept = [_finish(ws, given, tuple(each.id for each in channels)) for given in args["files"]]
    for channel in channels:
        said_args = {"text": args.get("initial_comment") or "", "blocks": args.get("blocks")}
        message = said(ws, channel, said_args, thread_ts=args.get("thread_ts"))
        message = ws.post(replace(message, files=tuple(each.id for each in kept), subtype="file_share"))
        ws.on_bot_event(events.message(ws, message))
    return {"files": [shapes.file(ws, each) for each in kept]}


@method("files.delete", "file")
def delete(ws: Workspace, args: Json) -> Json:
    ws.file(str(args["file"]))
    del ws.files[str(args["file"])]
    return {}


def _finish(ws: Workspace, given: Json, channels: tuple[str, ...]) -> File:
    pending = ws.pending_uploads.pop(str(given.get("id")), None)
    if pending is None:
        raise SlackError("file_not_found")
    if pending["content"] is None or len(pending["content"]) != pending["length"]:
        raise SlackError("file_update_failed")
    upload = Upload(pending["name"], pending["content"])
    mimetype = mimetypes.guess_type(upload.name)[0] or "application/octet-stream"
    held = ws.keep_file(ws.bot_user, upload, mimetype=mimetype)
    del ws.files[held.id]
    file = replace(held, id=str(given["id"]), title=str(given.get("title") or upload.name), channels=channels)
    ws.files[file.id] = file
    return file
