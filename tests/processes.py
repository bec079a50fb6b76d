"""Processes of their own for tests: forked from a server that has read the program once, so that they start at once."""

import multiprocessing

fresh = multiprocessing.get_context("forkserver")
fresh.set_forkserver_preload(["tests.faults.carrier", "tests.faults.sender", "tests.yard"])
