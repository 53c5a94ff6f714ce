"""The engine over Elasticsearch: as every other, with an end to how long a search may take."""

from collections.abc import Callable
from datetime import date

from search.contract import Health, Query, Results
from search.elastic.door import CITIZENS_TIMEOUT, budget
from search.finding import Finder
from search.plan import Planner
from search.semantic import Likeness
from search.store import Store


class ElasticEngine(Finder):
    """Fills the contract within the time that people wait: a search may ask several times, and it is for all of them."""

    def __init__(
        self,
        store: Store,
        planner: Planner,
        audience_facet: str = "",
        today: Callable[[], date] = date.today,
        likeness: Likeness | None = None,
        *,
        patience: float = CITIZENS_TIMEOUT,
    ) -> None:
        super().__init__(store, planner, audience_facet, today, likeness)
        self._patience = patience

    def search(self, query: Query) -> Results:
        with budget(self._patience):
            return super().search(query)

    def check(self) -> Health:
        with budget(self._patience):
            return super().check()
