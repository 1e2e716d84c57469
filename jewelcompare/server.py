"""How gunicorn serves the site: `gunicorn -c python:jewelcompare.server jewelcompare.wsgi`.

The proxy before it buffers requests; a worker's thread never waits for a slow visitor.
"""

import gc
import logging
import os
from datetime import timedelta
from typing import Any

# Before numpy is loaded: each worker has a core of its own, and a pool of threads would only wait for it.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

from gunicorn.arbiter import Arbiter
from gunicorn.glogging import Logger

from jewelcompare.logs import HEADER, AsJson

bind = [f"{host}:{os.environ.get('PORT') or 8000}" for host in (os.environ.get("HOST") or "127.0.0.1").split(",")]
workers = int(os.environ.get("WEB_WORKERS") or os.cpu_count() or 1)
worker_class = "gthread"
threads = 4
timeout = 30
graceful_timeout = 10
# A little longer than a proxy keeps an idle connection, so that none is closed in its face.
keepalive = 75
backlog = 512
limit_request_line = 8190
limit_request_fields = 60
# gunicorn's own would be shared by all its instances of one user.
control_socket_disable = True
# The master reads what all workers share.
preload_app = True
accesslog = "-"
errorlog = "-"


class Lines(Logger):  # type: ignore[misc]
    """gunicorn's own log and a line for each request, as all logs of the site, without queries or addresses."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for log in (self.error_log, self.access_log):
            for handler in log.handlers:
                handler.setFormatter(AsJson())

    def access(self, resp: Any, req: Any, environ: dict[str, Any], request_time: timedelta) -> None:
        headers = dict(resp.headers)
        path = environ.get("PATH_INFO", "")
        told = {
            "method": environ["REQUEST_METHOD"],
            # An address that is the only way to its page (`http.unlisted`) is a key, and keys belong in no log.
            "path": f"/{path.split('/')[1]}/…" if headers.get("Referrer-Policy") == "no-referrer" else path,
            "status": int(str(resp.status).split(maxsplit=1)[0]),
            "bytes": getattr(resp, "sent", None),
            "milliseconds": round(request_time / timedelta(milliseconds=1), 1),
            "request": headers.get(HEADER, ""),
        }
        self.access_log.info("request", extra={"told": told})


logger_class = Lines


def on_starting(server: Arbiter) -> None:
    """What every worker needs is there once before they part, in memory that they share: all pages, and the catalog."""
    from django.db import DatabaseError, connections
    from django.urls import get_resolver
    from django.utils import timezone

    from buyers.stock.loading import listed_stock
    from catalog.facets.loading import current_index

    get_resolver().url_patterns  # noqa: B018
    try:
        for read in (listed_stock, current_index):
            read(timezone.localdate())
    except DatabaseError:
        logging.getLogger(__name__).warning("The catalog is read with the first request: the database is not there.")
    connections.close_all()
    gc.freeze()
