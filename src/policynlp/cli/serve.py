"""The command that starts the page and its API: serve."""

import asyncio
import ipaddress
import logging
import os
import signal
import socket
import sys
from pathlib import Path
from typing import Any

import click

from policynlp.models import DEFAULT
from policynlp.web.server import Settings, check_extra, create_app

HOST, PORT = "127.0.0.1", 8000
KEY_VARIABLE = "POLICYNLP_API_KEY"
_DEFAULTS = Settings()
_LIMITS = (
    ("--workers", click.IntRange(1, 256), "N", "Processes that extract."),
    ("--queue", click.IntRange(1), "N", "Requests at work or waiting; one more gets 503."),
    ("--max-mb", click.FloatRange(0, min_open=True), "MB", "Largest request."),
    ("--max-chars", click.IntRange(1), "N", "Most characters of a request's texts."),
    ("--max-texts", click.IntRange(1), "N", "Most texts or files in a request."),
    (
        "--timeout",
        click.FloatRange(0, min_open=True),
        "SECONDS",
        "Longest time to send a request, and again to work on it.",
    ),
)


def _limits(command: Any) -> Any:
    """Add an option for each limit of the settings."""
    for name, kind, metavar, words in reversed(_LIMITS):
        value = getattr(_DEFAULTS, name.removeprefix("--").replace("-", "_"))
        command = click.option(
            name, type=kind, default=value, show_default=True, metavar=metavar, help=words
        )(command)
    return command


def _read_key(_ctx: click.Context, _param: click.Parameter, path: Path | None) -> str | None:
    if path is None:
        return None
    try:
        key = path.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise click.UsageError(f"{path}: cannot read the key: {error}") from error
    if not key:
        raise click.UsageError(f"{path}: the file is empty; write the key into it")
    return key


@click.command()
@click.option("--host", default=HOST, show_default=True, help="Address to listen on.")
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    default=PORT,
    show_default=True,
    help="Port to listen on; 0: any that is free.",
)
@click.option(
    "--model",
    default=DEFAULT,
    show_default=True,
    metavar="NAME|PATH",
    help="What to extract with; rules: no learned model.",
)
@_limits
@click.option(
    "--api-key-file",
    "file_key",
    type=click.Path(path_type=Path),
    callback=_read_key,
    help=f"File with the key that callers must show; else {KEY_VARIABLE}, if it is set.",
)
def serve(host: str, port: int, file_key: str | None, **rest: Any) -> None:
    """Serve a page to read reports on, and an API, on this machine alone unless told otherwise.

    Open http://127.0.0.1:8000 in a browser; /openapi.json describes the API. Nothing of what is
    sent is kept or logged. Ctrl-C ends it when the requests at work are answered.
    """
    check_extra()
    key = file_key or os.environ.get(KEY_VARIABLE) or None
    settings = Settings(api_key=key, **rest)
    _start_log()
    with _listen(host, port) as listener:
        address = listener.getsockname()
        if settings.api_key is None and not ipaddress.ip_address(address[0]).is_loopback:
            click.echo("policynlp: no API key: whoever reaches this port is let in", err=True)
        for number in (signal.SIGINT, signal.SIGTERM):
            signal.signal(number, _leave)
        asyncio.run(_run(settings, listener))


def _start_log() -> None:
    logging.basicConfig(format="%(asctime)s %(levelname)s %(message)s", stream=sys.stderr)
    logging.getLogger("policynlp.web").setLevel(logging.INFO)


def _listen(host: str, port: int) -> socket.socket:
    try:
        family = socket.AF_INET6 if ":" in host else socket.AF_INET
        return socket.create_server((host, port), family=family)
    except (OSError, UnicodeError) as error:
        what = f"cannot listen on {host} port {port}: {error}"
        raise click.ClickException(f"{what}; choose others with --host and --port") from error


def _leave(_number: int, _frame: Any) -> None:
    """Leave; uvicorn has answered what was at work when it hands a signal on."""
    sys.exit(0)


async def _run(settings: Settings, listener: socket.socket) -> None:
    import uvicorn

    app = create_app(settings)
    config = uvicorn.Config(
        app,
        lifespan="off",  # run here, so that a model that cannot be loaded is an error of ours
        log_config=None,
        access_log=False,
        server_header=False,
        timeout_graceful_shutdown=round(settings.timeout) + 1,
        ws="none",
    )
    async with app.router.lifespan_context(app):
        host, port = listener.getsockname()[:2]
        name = f"[{host}]" if ":" in host else host
        click.echo(f"policynlp: listening on http://{name}:{port}", err=True)
        await uvicorn.Server(config).serve(sockets=[listener])
