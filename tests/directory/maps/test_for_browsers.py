"""The postal codes and towns that scripts fetch are made from the same data as the map, and up to date."""

from directory.maps import for_browsers


def test_written_again_nothing_changes(monkeypatch, tmp_path):
    monkeypatch.setattr(for_browsers, "FOLDER", tmp_path)
    ships = for_browsers.Path(for_browsers.__file__).parents[1] / "static/directory"
    for_browsers.main()
    written = {path.name: path.read_text() for path in tmp_path.iterdir()}
    assert written == {name: (ships / name).read_text() for name in ("postal_points.json", "towns.json")}
