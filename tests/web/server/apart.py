"""What may not run in the tests' own thread, where the browser's driver keeps a loop and greenlets.

A second loop is refused there, and Python 3.11 loses count of its recursion when it parses code.
"""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def call_apart(work, *arguments):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(work, *arguments).result()


def run_apart(task):
    return call_apart(asyncio.run, task)
