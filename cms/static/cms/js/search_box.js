// What the search box does beside asking. Without scripts a box is a box, and a postal code is typed.

// Suggests names while one types, as a combobox with a list (ARIA practices). Without it the box is a box.
for (const box of document.querySelectorAll('input[data-suggest]')) {
  const list = document.createElement('ul');
  const told = document.createElement('p');
  let options = [], at = -1, timer = 0, asked = 0;
  list.id = box.id + '-list';
  list.className = 'vv-suggest';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', box.labels[0].textContent);
  told.className = 'sr-only';
  told.setAttribute('role', 'status');
  box.after(list);
  box.form.append(told);
  for (const [name, value] of [['role', 'combobox'], ['aria-expanded', 'false'], ['aria-controls', list.id], ['aria-autocomplete', 'list']]) box.setAttribute(name, value);

  const close = () => {
    list.hidden = true;
    at = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };
  const choose = to => {
    options.forEach((option, n) => option.setAttribute('aria-selected', n === to));
    at = to;
    if (to < 0) return box.removeAttribute('aria-activedescendant');
    box.setAttribute('aria-activedescendant', options[to].id);
    options[to].scrollIntoView({ block: 'nearest' });
  };
  const show = rows => {
    options = rows.map((row, n) => {
      const option = document.createElement('li');
      const kind = document.createElement('span');
      option.id = list.id + n;
      option.setAttribute('role', 'option');
      option.append(row.label + ' ', kind);
      kind.textContent = row.kind;
      option.addEventListener('mousedown', event => event.preventDefault());
      option.addEventListener('click', () => { location.href = row.url; });
      return option;
    });
    list.replaceChildren(...options);
    close();
    told.textContent = rows.length ? rows.length + ' ' + box.dataset.found : box.dataset.none;
    list.hidden = !rows.length;
    box.setAttribute('aria-expanded', String(!list.hidden));
  };
  const ask = async () => {
    const mine = ++asked;
    if (box.value.trim().length < 2) return close();
    try {
      const answer = await fetch(box.dataset.suggest + '?q=' + encodeURIComponent(box.value), { referrerPolicy: 'no-referrer' });
      const { suggestions } = await answer.json();
      if (mine === asked && document.activeElement === box) show(suggestions);
    } catch { close(); }
  };

  box.addEventListener('input', () => { clearTimeout(timer); timer = setTimeout(ask, 150); });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', event => {
    if (list.hidden) return;
    const last = options.length - 1;
    if (event.key === 'ArrowDown') choose(at < last ? at + 1 : -1);
    else if (event.key === 'ArrowUp') choose(at < 0 ? last : at - 1);
    else if (event.key === 'Enter' && at >= 0) options[at].click();
    else if (event.key === 'Escape') close();
    else return;
    event.preventDefault();
  });
}

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
