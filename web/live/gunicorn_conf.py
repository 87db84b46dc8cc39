"""How gunicorn runs the server: one gevent worker per process, no control socket, honest limits."""

import gc

from web.settings import Settings

settings = Settings()
bind = f"{settings.host}:{settings.port}"
worker_class = "gevent"
workers = 1
worker_connections = 5000
backlog = 2048
graceful_timeout = 8
timeout = 60
keepalive = 5
loglevel = settings.log_level.lower()
control_socket_disable = True
proc_name = "prontas"
if settings.tls_cert:
    certfile, keyfile = str(settings.tls_cert), str(settings.tls_key)


def post_worker_init(worker):  # type: ignore[no-untyped-def]
    # Cyclic collections are most of the tail of the delivery time: what is loaded now stays.
    gc.freeze()
    gc.set_threshold(50_000, 50, 100)


def worker_exit(server, worker):  # type: ignore[no-untyped-def]
    from web.live.process import close
    from web.live.wsgi import application

    close(application)
