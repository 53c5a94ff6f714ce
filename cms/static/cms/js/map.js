// Puts a map that can be moved in the place of the drawn one, in step with the list. Without it the drawing says the same.
const box = document.querySelector('[data-map]');
const rows = [...document.querySelectorAll('.vv-pins > [data-at]')];
if (box && window.L && window.movableMap && rows.length) {
  box.hidden = false;
  for (const help of document.querySelectorAll('[data-map-help]')) help.hidden = false;
  const drawing = document.querySelector('.vv-beside .vv-map > [role=img]');
  // On a telephone one finger moves the page and two move the map; nothing glides, whatever a device is set to.
  const { map, ground } = movableMap(box, { dragging: !L.Browser.mobile, maxZoom: box.dataset.tiles ? 17 : 14 });
  ground.catch(() => { drawing.hidden = false; });

  let chosen = null;
  let pins = [];
  const mark = () => {
    for (const pin of pins) pin.marker.getElement().classList.toggle('vv-pin--chosen', pin.rows.includes(chosen));
    for (const row of rows) row.classList.toggle('vv-pins__chosen', row === chosen);
  };
  const choose = row => { chosen = row; mark(); };
  const places = new Map();
  for (const row of rows) places.set(row.dataset.at, [...(places.get(row.dataset.at) || []), row]);
  const spots = [...places].map(([at, held]) => ({ point: L.latLng(at.split(' ').map(Number)), held }));
  // What lies on each other is one pin with the numbers of all. It opens: the map comes nearer, until each has its own.
  const open = pin => {
    const bounds = L.latLngBounds(pin.points);
    const nearer = Math.min(map.getBoundsZoom(bounds, false, L.point(80, 80)), map.getMaxZoom());
    if (!bounds.getSouthWest().equals(bounds.getNorthEast()) && nearer > map.getZoom()) return map.setView(bounds.getCenter(), nearer);
    pin.rows[0].scrollIntoView({ block: 'nearest' });
    pin.rows[0].querySelector('a').focus();
  };
  const drawn = L.layerGroup().addTo(map);
  const gather = () => {
    drawn.clearLayers();
    pins = [];
    for (const { point, held } of spots) {
      const at = map.project(point);
      const near = pins.find(pin => pin.at.distanceTo(at) < 36);
      if (near) near.rows.push(...held), near.points.push(point);
      else pins.push({ at, points: [point], rows: [...held] });
    }
    for (const pin of pins) {
      const numbers = pin.rows.map(row => row.dataset.number);
      const text = numbers.length > 3 ? numbers.slice(0, 2).join(', ') + ' …' : numbers.join(', ');
      const icon = L.divIcon({ className: 'vv-pin', html: text, iconSize: [Math.max(32, text.length * 9 + 14), 32] });
      pin.marker = L.marker(pin.points[0], { icon, keyboard: false }).addTo(drawn).on('click', () => open(pin));
    }
    mark();
  };
  // Hits of other pages are dots; each leads to its row.
  for (const told of box.dataset.others ? box.dataset.others.split(',') : []) {
    const [lat, lon, page, key] = told.split(' ');
    L.circleMarker([lat, lon], { radius: 7, className: 'vv-dot', pane: 'shadowPane' }).addTo(map).on('click', () => {
      const asked = new URLSearchParams(location.search);
      asked.set('side', page);
      location.assign(`?${asked}#t${key}`);
    });
  }
  // The list is what one reads; its numbers are not read a second time.
  map.getPane('markerPane').setAttribute('aria-hidden', 'true');
  map.fitBounds(L.latLngBounds(spots.map(spot => spot.point)), { padding: [40, 40], maxZoom: 12, animate: false });
  gather();
  map.on('zoomend', gather);
  for (const row of rows) {
    const { point } = spots.find(spot => spot.held.includes(row));
    row.addEventListener('focusin', () => {
      choose(row);
      if (!map.getBounds().contains(point)) map.panTo(point, { animate: false });
    });
    row.addEventListener('mouseenter', () => choose(row));
  }
  drawing.hidden = true;

  // The same search around the postal code in the middle of the map, as far as its corners.
  const area = document.querySelector('[data-area]');
  area.addEventListener('click', async () => {
    const middle = map.getCenter();
    const away = ([, lat, lon]) => middle.distanceTo([lat, lon]) / 1000;
    const points = await (await fetch(box.dataset.postal)).json();
    const nearest = points.reduce((one, other) => (away(other) < away(one) ? other : one));
    const asked = new URLSearchParams(location.search);
    asked.delete('side');
    asked.set('sted', nearest[0]);
    asked.set('km', Math.max(1, Math.min(500, Math.ceil(away(nearest) + middle.distanceTo(map.getBounds().getNorthEast()) / 1000))));
    location.assign(`?${asked}#resultater`);
  });
}
