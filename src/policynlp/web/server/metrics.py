"""What is counted, in the text format of Prometheus."""

from prometheus_client import CollectorRegistry, Counter, Gauge, Histogram, generate_latest

from policynlp.web.server.jobs import End

BUCKETS = (0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120)
FIRST_GUESS = 1.0  # seconds a request, before there was one
WEIGHT = 0.1  # of the newest request in the mean


class Metrics:
    """The counters of one application."""

    def __init__(self) -> None:
        self.registry = CollectorRegistry()
        make = {"registry": self.registry, "namespace": "policynlp"}
        by = ("method", "path")
        self.requests = Counter("requests", "Requests answered", (*by, "status"), **make)  # type: ignore[arg-type]  # one dict for two types
        self.seconds = Histogram("request_seconds", "Time to answer", by, buckets=BUCKETS, **make)  # type: ignore[arg-type]  # one dict for two types
        self.at_work = self._gauge("requests_at_work", "Requests read, waiting or at work")
        self.workers = self._gauge("workers", "Worker processes alive")
        self.replaced = self._gauge("workers_replaced", "Workers that were late or died, so far")
        self.documents = self._counter("documents", "Documents read")
        self.claims = self._counter("claims", "Claims found")
        self.characters = self._counter("characters", "Characters read")
        self._mean = FIRST_GUESS

    def _gauge(self, name: str, about: str) -> Gauge:
        return Gauge(name, about, registry=self.registry, namespace="policynlp")

    def _counter(self, name: str, about: str) -> Counter:
        return Counter(name, about, registry=self.registry, namespace="policynlp")

    def request(self, method: str, path: str, status: int, seconds: float) -> None:
        """Count a request that was answered."""
        self.requests.labels(method, path, status).inc()
        self.seconds.labels(method, path).observe(seconds)

    def work(self, done: End, seconds: float) -> None:
        """Count what a worker did, in how long."""
        self.documents.inc(done.documents)
        self.claims.inc(done.claims)
        self.characters.inc(done.characters)
        self._mean += WEIGHT * (seconds - self._mean)

    def mean_seconds(self) -> float:
        """How long the last requests took a worker."""
        return self._mean

    def text(self) -> bytes:
        """Give all of it."""
        return generate_latest(self.registry)
