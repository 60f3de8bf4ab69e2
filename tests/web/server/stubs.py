"""A worker without a pipeline: does what the text of its job says."""

import os
import time

from policynlp.web.server.jobs import Chunk, End, Fault
from policynlp.web.server.worker import READY


def serve_stub(pipe, settings):
    if settings.model == "broken":
        pipe.send("no such model")
        return
    if settings.model == "dead":
        os._exit(1)
    pipe.send(READY)
    while True:
        try:
            job = pipe.recv()
        except EOFError:
            return
        obey(pipe, job.items[0].content)


def obey(pipe, order):
    verb, _, value = order.partition(" ")
    if verb == "sleep":
        time.sleep(float(value))
    elif verb == "die":
        os._exit(1)
    elif verb == "half":
        pipe.send(Chunk(b'{"id": 1}\n'))
        os._exit(1)
    elif verb == "fail":
        pipe.send(
            Fault("internal", {"error": f"text: internal error at a.py:7: KeyError('{value}')"})
        )
        return
    pipe.send(Chunk(f"{order} {os.getpid()}\n".encode()))
    pipe.send(End(1, 2, len(order), 0))
