// A click on the map, or the button for its middle, writes the position of a place into its fields.
// Wagtail asks for it in the head of the page, before there is a form.
document.addEventListener('DOMContentLoaded', () => {
  const holder = document.querySelector('[data-position]');
  const [lat, lon, about] = ['lat', 'lon', 'approximate'].map((name) => document.getElementById(`id_${name}`));
  if (!holder || !window.L || !lat || !lon) return;
  holder.hidden = false;
  const box = holder.querySelector('[data-position-map]');
  const tiles = box.dataset.tiles;
  const map = L.map(box, {
    attributionControl: false, zoomControl: false, scrollWheelZoom: false, zoomAnimation: false, fadeAnimation: false,
    markerZoomAnimation: false, inertia: false, minZoom: 6, maxZoom: 17,
  });
  L.control.zoom({ zoomInTitle: box.dataset.nearer, zoomOutTitle: box.dataset.farther }).addTo(map);
  const written = () => (lat.value && lon.value ? [Number(lat.value), Number(lon.value)] : null);
  const pin = L.circleMarker([0, 0], { radius: 8, className: 'position-pin' });
  const show = () => { if (written()) pin.setLatLng(written()).addTo(map); };
  const take = ({ lat: north, lng: east }) => {
    lat.value = north.toFixed(5);
    lon.value = east.toFixed(5);
    if (about) about.checked = false;
    for (const field of [lat, lon]) field.dispatchEvent(new Event('change', { bubbles: true }));
  };
  map.setView(written() || [56.1, 10.6], written() ? 13 : 7);
  show();
  map.on('click', ({ latlng }) => take(latlng));
  holder.querySelector('[data-position-middle]').addEventListener('click', () => take(map.getCenter()));
  for (const field of [lat, lon]) field.addEventListener('change', show);
  // A map in a section that is closed has no size before it is opened.
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(box);
  if (tiles) { L.tileLayer(tiles, { maxZoom: 17 }).addTo(map); return; }
  const read = (address) => fetch(address).then((answer) => answer.json());
  read(box.dataset.coast).then((land) => {
    L.geoJSON(land, { interactive: false, style: { className: 'position-land' } }).addTo(map).bringToBack();
  });
  read(box.dataset.towns).then((towns) => {
    const small = L.layerGroup();
    for (const [name, north, east, large] of towns) {
      const icon = L.divIcon({ className: 'position-town', html: name, iconSize: null });
      L.marker([north, east], { icon, interactive: false, keyboard: false }).addTo(large ? map : small);
    }
    // From afar the names of villages would lie on each other.
    const sift = () => (map.getZoom() >= 11 ? small.addTo(map) : small.remove());
    map.on('zoomend', sift);
    sift();
  });
});
