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
