"""Indices side by side, and the alias that says which of them answers."""

from typing import Any

from search.contract import IndexLost, SearchUnavailable
from search.elastic.address import Address
from search.elastic.door import Door, Missing
from search.elastic.names import Name, Names

#: How long a rebuild waits for copies on other machines before the new index answers, in seconds.
_COPIES = 20


class Indices:
    """Finds, makes, swaps and clears indices."""

    def __init__(self, door: Door, names: Names, address: Address, mappings: dict[str, Any]) -> None:
        self._door = door
        self._names = names
        self._address = address
        self._mappings = mappings

    def current(self) -> Name:
        """The index that answers now, if it is one for these facets."""
        name = self.answering()
        if name is None:
            raise IndexLost(f"There is no index called {self._names.alias} in Elasticsearch: rebuild it.")
        if name.layout != self._names.layout:
            raise SearchUnavailable("The index was made for other facets than are configured: rebuild it.")
        return name

    def make(self) -> str:
        """An empty index beside the others, for filling: it shows nothing before it is told to, and copies nothing yet."""
        name = self._names.new()
        settings = {"number_of_shards": self._address.shards, "number_of_replicas": 0, "refresh_interval": "-1"}
        self._door.ask(
            "make an index",
            lambda client: client.indices.create(index=name, settings=settings, mappings=self._mappings),
        )
        return name

    def finish(self, name: str) -> None:
        """Show what was filled, and copy it."""
        replicas = self._address.replicas
        copies: dict[str, Any] = (
            {"auto_expand_replicas": "0-1"} if replicas is None else {"number_of_replicas": replicas}
        )
        self._door.ask(
            "finish an index", lambda client: client.indices.put_settings(index=name, settings={"index": copies})
        )
        self.show(name)
        # A copy that comes too late is no reason to keep people waiting for what is new.
        self._door.ask(
            "copy an index",
            lambda client: client.options(ignore_status=408).cluster.health(
                index=name, wait_for_status="green", timeout=f"{_COPIES}s"
            ),
        )

    def show(self, name: str) -> None:
        """Let searches find what was written. Nothing else does: the server shows nothing by itself."""
        self._door.ask("show what was written", lambda client: client.indices.refresh(index=name))

    def swap(self, name: str) -> None:
        """Let the index answer from now on, and no other be there. It happens at once or not at all."""
        actions: list[dict[str, Any]] = [{"remove_index": {"index": other}} for other in self._ours() if other != name]
        actions.append({"add": {"index": name, "alias": self._names.alias}})
        self._door.ask("swap indices", lambda client: client.indices.update_aliases(actions=actions))

    def keep_stamp(self, name: str, stamp: str) -> None:
        """Keep a word in what the index says of itself."""
        self._door.ask("stamp an index", lambda client: client.indices.put_mapping(index=name, meta={"stamp": stamp}))

    def stamp_of(self, name: str) -> str:
        """The word that the index keeps; empty when it was given none."""
        told = self._door.ask("read a stamp", lambda client: client.indices.get_mapping(index=name).body)
        return str(told[name]["mappings"].get("_meta", {}).get("stamp", ""))

    def clear(self) -> None:
        """Remove what killed rebuilds left behind. Only with the writer's lock held."""
        answering = self.answering()
        for name in self._ours():
            if answering is None or name != answering.text:
                self._remove(name)

    def answering(self) -> Name | None:
        """The index behind the alias, whatever it was made for."""
        try:
            told = self._door.ask(
                "find its index", lambda client: client.indices.get_alias(name=self._names.alias).body
            )
        except Missing:
            return None
        known = [name for name in map(self._names.read, told) if name]
        return max(known, key=lambda one: one.made, default=None)

    def _ours(self) -> list[str]:
        told = self._door.ask(
            "list its indices", lambda client: client.indices.get_alias(index=self._names.pattern).body
        )
        return sorted(name for name in told if self._names.read(name))

    def _remove(self, name: str) -> None:
        self._door.ask("remove an index", lambda client: client.options(ignore_status=404).indices.delete(index=name))
