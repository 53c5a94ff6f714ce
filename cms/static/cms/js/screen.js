// Turns a screen on a wall by itself. Where the line is lost the last list stays, with its time, and a word about it.
(() => {
  const { turn, seconds } = document.body.dataset;
  if (!turn) return; // Somebody has stopped it, to read in peace.
  const next = async () => {
    try {
      const answer = await fetch(turn, { cache: 'no-cache' });
      if (!answer.ok) throw new Error(answer.status);
      const made = new DOMParser().parseFromString(await answer.text(), 'text/html');
      for (const part of ['main', 'footer']) document.querySelector(part).replaceWith(made.querySelector(part));
    } catch {
      document.querySelector('[data-lost]').hidden = false;
    }
  };
  setInterval(next, seconds * 1000);
})();
