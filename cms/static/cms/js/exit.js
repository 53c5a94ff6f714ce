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
