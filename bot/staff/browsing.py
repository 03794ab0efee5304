"""`kommunmal browse`: the database in Datasette, on this machine."""

import contextlib
import socket
from collections.abc import Mapping
from gettext import gettext as _

import click
import uvicorn

from knowledge.browsing.application import FIRST_PAGE, application
from knowledge.database import open_store


def browse(port: int, opened: bool, environ: Mapping[str, str]) -> None:
    """Serve until interrupted. With port 0 the system chooses one."""
    with open_store(environ) as store:
        database = store.path
    try:
        # Of this machine alone: what is open to the network is somebody's decision.
        listening = socket.create_server(("127.0.0.1", port))
    except OSError as error:
        raise click.ClickException(
            _("Port {port} can't be used: {error}").format(port=port, error=error.strerror)
        ) from None
    address = f"http://127.0.0.1:{listening.getsockname()[1]}{FIRST_PAGE}"
    click.echo(_("Browse here, end with Ctrl+C: {address}").format(address=address))
    if opened:
        click.launch(address)
    with listening, contextlib.suppress(KeyboardInterrupt):
        app = application(database).app()
        server = uvicorn.Server(uvicorn.Config(app, log_level="warning", lifespan="on"))
        server.run(sockets=[listening])
