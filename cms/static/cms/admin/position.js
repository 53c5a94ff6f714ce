// A click on the map, or the button for its middle, writes the position of a place into its fields.
// Wagtail asks for it in the head of the page, before there is a form.
document.addEventListener('DOMContentLoaded', () => {
  const holder = document.querySelector('[data-position]');
  const [lat, lon, about] = ['lat', 'lon', 'approximate'].map((name) => document.getElementById(`id_${name}`));
  if (!holder || !window.L || !window.movableMap || !lat || !lon) return;
  holder.hidden = false;
  const box = holder.querySelector('[data-position-map]');
  const { map } = movableMap(box);
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
});
