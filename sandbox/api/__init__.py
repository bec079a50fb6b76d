"""Slack's Web API: one function a method, each thin round the workspace. Importing this registers them all."""

from sandbox.api import chat, conversations, files, functions, people, views
from sandbox.api.registry import METHODS, run

__all__ = ["METHODS", "chat", "conversations", "files", "functions", "people", "run", "views"]
