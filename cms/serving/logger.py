"""Gunicorn's log, kept to the promise of all logs here. There is no access log, whatever the command line says."""

from gunicorn.glogging import Logger

from cms.logs import WithoutValues, WithoutVisitors


class QuietLogger(Logger):
    """Gunicorn's own messages in the form of the site's, without addresses and queries."""

    def setup(self, cfg) -> None:
        """Called by gunicorn when it starts and when it reads its settings again."""
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(WithoutValues())
            handler.addFilter(WithoutVisitors())

    def access(self, resp, req, environ, request_time) -> None:
        """What somebody looked for is written down nowhere."""
