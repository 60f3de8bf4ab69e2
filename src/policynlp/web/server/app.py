"""The application: its layers, its paths, and how it says that something is wrong."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.metadata import version
from typing import Any

from fastapi import FastAPI, Request, Response
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.types import ExceptionHandler

from policynlp.web.server import api, described, page
from policynlp.web.server.gate import Gate
from policynlp.web.server.inputs import error_at
from policynlp.web.server.metrics import Metrics
from policynlp.web.server.pool import Pool
from policynlp.web.server.problems import RequestError
from policynlp.web.server.settings import Settings
from policynlp.web.server.watch import Watch

TITLE = "policynlp"
ABOUT = "Chinese policy texts to claims: what is said of which indicator, how much, when, where."


def build(settings: Settings) -> FastAPI:
    """Put the application together."""
    app = FastAPI(
        title=TITLE,
        summary=ABOUT,
        version=version("policynlp"),
        license_info={"name": "MIT", "identifier": "MIT"},
        lifespan=_life,
        docs_url=None,  # these two pages fetch scripts from elsewhere
        redoc_url=None,
    )
    app.state.settings, app.state.metrics = settings, Metrics()
    app.state.page = page.make_page(keyed=settings.api_key is not None)
    app.include_router(api.router)
    app.include_router(page.router)
    for kind, handler in _HANDLERS.items():
        app.add_exception_handler(kind, handler)
    routes = [*app.routes, *api.router.routes, *page.router.routes]
    paths = frozenset(path for route in routes if (path := getattr(route, "path", "")))
    app.add_middleware(Gate, settings=settings, metrics=app.state.metrics)
    app.add_middleware(Watch, metrics=app.state.metrics, paths=paths)
    _describe(app, keyed=settings.api_key is not None)
    return app


@asynccontextmanager
async def _life(app: FastAPI) -> AsyncIterator[None]:
    async with Pool(app.state.settings) as pool:
        app.state.pool = pool
        yield


def _describe(app: FastAPI, *, keyed: bool) -> None:
    """Add the shapes to the description that FastAPI makes."""
    made = app.openapi

    def openapi() -> dict[str, Any]:
        if app.openapi_schema is None:
            whole = made()
            for name, parts in described.components(keyed=keyed).items():
                whole.setdefault("components", {}).setdefault(name, {}).update(parts)
            if keyed:
                whole["security"] = [{"key": []}]
                whole["paths"]["/healthz"]["get"]["security"] = []
            app.openapi_schema = whole
        return app.openapi_schema

    app.openapi = openapi  # type: ignore[method-assign]  # as FastAPI's own pages do it


async def _say(request: Request, error: RequestError) -> Response:
    return error.response()


async def _say_http(request: Request, error: HTTPException) -> Response:
    if error.status_code == 405:
        allowed = (error.headers or {}).get("Allow", "")
        problem = RequestError("method_not_allowed", method=request.method, allowed=allowed)
        return problem.response(error.headers)
    if error.status_code == 404:
        return RequestError("not_found").response()
    return RequestError("invalid_form", reason=str(error.detail)).response()


async def _say_query(request: Request, error: RequestValidationError) -> Response:
    first = error.errors()[0]
    root, *place = first["loc"]
    return error_at(str(root), place, first["msg"]).response()


_HANDLERS: dict[type[Exception], ExceptionHandler] = {
    RequestError: _say,  # type: ignore[dict-item]  # each takes the error of its key
    HTTPException: _say_http,  # type: ignore[dict-item]  # as above
    RequestValidationError: _say_query,  # type: ignore[dict-item]  # as above
}
