"""Coroutines run beside the loop that the browser's driver keeps in the tests' own thread."""

import asyncio
from concurrent.futures import ThreadPoolExecutor


def run_apart(task):
    with ThreadPoolExecutor(1) as pool:
        return pool.submit(asyncio.run, task).result()
