// Leaves nothing behind: a risky page that is left quickly, and a computer that many share when nobody touches it.

// Leaves a risky page: replaces it in the history, forgets the visitor's list, and leaves again when it comes back.
(() => {
  const link = document.querySelector('[data-exit]');
  if (!link) return;
  let presses = [];
  const leave = () => {
    document.title = ' ';
    document.body.hidden = true;
    try {
      localStorage.clear();
    } catch {
      // Storage is switched off: then nothing was kept.
    }
    location.replace(link.href);
  };
  link.addEventListener('click', (event) => {
    event.preventDefault();
    leave();
  });
  document.addEventListener('keydown', (event) => {
    if (event.key !== 'Shift') {
      presses = [];
      return;
    }
    if (event.repeat) return;
    presses = [...presses.filter((at) => event.timeStamp - at < 3000), event.timeStamp];
    if (presses.length === 3) leave();
  });
  addEventListener('pageshow', (event) => {
    if (event.persisted && document.body.hidden) leave();
  });
})();

// On a computer that many share: begins again when nobody has touched it for a while, so that the next one sees nothing.
(() => {
  const KEY = 'vejviser-shared', ASK_AFTER = 90, EMPTY_AFTER = 120; // seconds without a touch
  const page = document.querySelector('[data-shared]');
  let kept;
  try {
    // It holds for this window alone, until the window is closed.
    if (page?.dataset.shared === 'on') sessionStorage.setItem(KEY, JSON.stringify(page.dataset));
    else if (page) sessionStorage.removeItem(KEY);
    kept = sessionStorage.getItem(KEY);
  } catch {
    return; // Storage is switched off: then nothing is remembered from page to page.
  }
  if (!kept || page) return;
  const { start, ask, yes } = JSON.parse(kept);
  const question = document.createElement('dialog');
  const button = Object.assign(document.createElement('button'), { className: 'button button-primary', textContent: yes });
  question.append(Object.assign(document.createElement('p'), { textContent: ask }), button);
  document.body.append(question);
  let touched = Date.now();
  const touch = () => {
    touched = Date.now();
    if (question.open) question.close();
  };
  const empty = () => {
    // Once: to begin again each second would break off what a slow line has not brought yet.
    clearInterval(clock);
    document.title = ' ';
    document.body.hidden = true;
    localStorage.clear();
    location.replace(start);
  };
  for (const name of ['pointerdown', 'keydown', 'wheel', 'touchmove', 'click']) addEventListener(name, touch, { passive: true });
  addEventListener('pageshow', (event) => {
    if (event.persisted && document.body.hidden) location.replace(start);
  });
  const clock = setInterval(() => {
    const still = (Date.now() - touched) / 1000;
    if (still >= EMPTY_AFTER) empty();
    else if (still >= ASK_AFTER && !question.open) question.showModal();
  }, 1000);
})();
