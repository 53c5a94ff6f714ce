// Puts a map that can be moved in the place of the drawn one, in step with the list. Without it the drawing says the same.
const box = document.querySelector('[data-map]');
const rows = [...document.querySelectorAll('.vv-pins > [data-at]')];
if (box && window.L && rows.length) {
  box.hidden = false;
  document.querySelector('[data-map-help]').hidden = false;
  const drawing = document.querySelector('.vv-beside .vv-map > [role=img]');
  // On a telephone one finger moves the page and two move the map; nothing glides, whatever a device is set to.
  const map = L.map(box, {
    attributionControl: false, zoomControl: false, scrollWheelZoom: false, dragging: !L.Browser.mobile, zoomAnimation: false,
    fadeAnimation: false, markerZoomAnimation: false, inertia: false, minZoom: 6, maxZoom: box.dataset.tiles ? 17 : 14,
  });
  L.control.zoom({ zoomInTitle: box.dataset.nearer, zoomOutTitle: box.dataset.farther }).addTo(map);
  if (box.dataset.tiles) L.tileLayer(box.dataset.tiles, { maxZoom: 17 }).addTo(map);
  else {
    const read = address => fetch(address).then(answer => answer.json());
    Promise.all([read(box.dataset.coast), read(box.dataset.towns)]).then(([land, towns]) => {
      L.geoJSON(land, { interactive: false, style: { className: 'land' } }).addTo(map);
      const small = L.layerGroup();
      for (const [name, lat, lon, large] of towns) {
        const icon = L.divIcon({ className: 'vv-town', html: name, iconSize: null });
        L.marker([lat, lon], { icon, interactive: false, keyboard: false, zIndexOffset: -1000 }).addTo(large ? map : small);
      }
      // From afar the names of villages would lie on each other.
      const sift = () => (map.getZoom() >= 11 ? small.addTo(map) : small.remove());
      map.on('zoomend', sift);
      sift();
    }).catch(() => { drawing.hidden = false; });
  }

  const choose = chosen => {
    for (const pin of pins) pin.marker.getElement().classList.toggle('vv-pin--chosen', pin.rows.includes(chosen));
    for (const row of rows) row.classList.toggle('vv-pins__chosen', row === chosen);
  };
  const places = new Map();
  for (const row of rows) places.set(row.dataset.at, [...(places.get(row.dataset.at) || []), row]);
  const pins = [...places].map(([at, held]) => {
    const numbers = held.map(row => row.dataset.number);
    const text = numbers.length > 3 ? numbers.slice(0, 2).join(', ') + ' …' : numbers.join(', ');
    const width = Math.max(32, text.length * 9 + 14);
    const icon = L.divIcon({ className: 'vv-pin', html: text, iconSize: [width, 32] });
    const marker = L.marker(at.split(' ').map(Number), { icon, keyboard: false }).addTo(map);
    marker.on('click', () => {
      held[0].scrollIntoView({ block: 'nearest' });
      held[0].querySelector('a').focus();
    });
    return { marker, rows: held };
  });
  // The list is what one reads; its numbers are not read a second time.
  map.getPane('markerPane').setAttribute('aria-hidden', 'true');
  map.fitBounds(L.latLngBounds(pins.map(pin => pin.marker.getLatLng())), { padding: [40, 40], maxZoom: 10, animate: false });
  for (const row of rows) {
    const pin = pins.find(one => one.rows.includes(row));
    row.addEventListener('focusin', () => {
      choose(row);
      if (!map.getBounds().contains(pin.marker.getLatLng())) map.panTo(pin.marker.getLatLng(), { animate: false });
    });
    row.addEventListener('mouseenter', () => choose(row));
  }
  drawing.hidden = true;
}
