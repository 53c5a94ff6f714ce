// Keeps the visitor's list on the telephone once somebody has chosen it, and not before. It is sent nowhere.
(() => {
  const box = document.querySelector('[data-remember]');
  if (!box) return;
  const KEY = 'vejviser-list';
  let store;
  try {
    store = localStorage;
    store.getItem(KEY);
  } catch {
    return; // Storage is switched off: then there is nothing to choose.
  }
  const here = box.dataset.remember;
  const show = () => {
    const kept = store.getItem(KEY);
    for (const part of box.querySelectorAll('[data-when]')) part.hidden = (part.dataset.when === 'kept') !== Boolean(kept);
    const open = box.querySelector('[data-open]');
    open.href = box.dataset.lists + (kept || '') + '/';
    open.hidden = !kept || kept === here;
    box.hidden = !kept && !here;
  };
  box.addEventListener('click', (event) => {
    const wanted = event.target.closest('[data-do]')?.dataset.do;
    if (wanted === 'keep') store.setItem(KEY, here);
    if (wanted === 'forget') store.removeItem(KEY);
    if (wanted) show();
  });
  // A list that was changed is kept as it is now.
  if (here && store.getItem(KEY)) store.setItem(KEY, here);
  show();
})();
