// A map that can be moved, and what lies under its pins: the operator's own tiles, else coast and towns of the site's own.
// `box` tells in its data: tiles (or none), coast, towns, nearer and farther. Gives the map, and a promise of its ground.
function movableMap(box, options) {
  const { tiles, coast, towns, nearer, farther } = box.dataset;
  const map = L.map(box, {
    attributionControl: false, zoomControl: false, scrollWheelZoom: false, zoomAnimation: false, fadeAnimation: false,
    markerZoomAnimation: false, inertia: false, minZoom: 6, maxZoom: 17, ...options,
  });
  L.control.zoom({ zoomInTitle: nearer, zoomOutTitle: farther }).addTo(map);
  if (tiles) {
    L.tileLayer(tiles, { maxZoom: 17 }).addTo(map);
    return { map, ground: Promise.resolve() };
  }
  const read = address => fetch(address).then(answer => answer.json());
  const draw = ([land, names]) => {
    L.geoJSON(land, { interactive: false, style: { className: 'land' } }).addTo(map).bringToBack();
    const small = L.layerGroup();
    for (const [name, lat, lon, large] of names) {
      const icon = L.divIcon({ className: 'vv-town', html: name, iconSize: null });
      L.marker([lat, lon], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(large ? map : small);
    }
    // From afar the names of villages would lie on each other.
    const sift = () => (map.getZoom() >= 11 ? small.addTo(map) : small.remove());
    map.on('zoomend', sift);
    sift();
  };
  return { map, ground: Promise.all([read(coast), read(towns)]).then(draw) };
}
