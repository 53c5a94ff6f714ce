// Finds the postal code where the telephone is, on the telephone: the position, rounded to a kilometre, is sent nowhere.
for (const near of document.querySelectorAll('[data-near]')) {
  if (!navigator.geolocation || !window.isSecureContext) continue;
  const field = near.parentElement.querySelector('input');
  const told = near.querySelector('[role=status]');
  const say = words => { told.textContent = near.dataset[words]; };
  // Kilometres, roughly: a degree of longitude is shorter than one of latitude this far north.
  const km = (lat, lon, point) => Math.hypot(point[1] - lat, (point[2] - lon) * 0.56) * 111;
  const found = async ({ coords }) => {
    const lat = Math.round(coords.latitude * 100) / 100;
    const lon = Math.round(coords.longitude * 100) / 100;
    const points = await (await fetch(near.dataset.near)).json();
    const nearest = points.reduce((one, other) => (km(lat, lon, other) < km(lat, lon, one) ? other : one));
    if (km(lat, lon, nearest) > 40) return say('none');
    field.value = nearest[0];
    say('found');
  };
  near.hidden = false;
  near.querySelector('button').addEventListener('click', () => {
    const refused = () => say('refused');
    navigator.geolocation.getCurrentPosition(place => found(place).catch(refused), refused, { maximumAge: 600000, timeout: 15000 });
  });
}
