// Leads from the name of what is missing, here or on another page, to its field, on whichever tab it stands, and opens the panel around it.
(() => {
  // A tab that was just chosen may take a moment to show what is on it.
  const TRIES = 40;
  const PAUSE = 50;

  const reach = (field, left) => {
    if (left && !field.offsetParent) {
      setTimeout(() => reach(field, left - 1), PAUSE);
      return;
    }
    field.scrollIntoView({ block: 'center' });
    field.focus({ preventScroll: true });
  };

  const open = (field) => {
    const tab = field.closest('[role="tabpanel"]');
    if (tab) document.querySelector(`[role="tab"][href="#${tab.id}"]`)?.click();
    const folded = field.parentElement.closest('[hidden]:not([role="tabpanel"])');
    if (folded?.id) document.querySelector(`[aria-controls="${folded.id}"]`)?.click();
  };

  const lead = (target) => {
    // A chooser keeps its value in a hidden field, and is used by its button.
    const field = target.type === 'hidden' ? target.parentElement.querySelector('button, a[href]') ?? target : target;
    open(field);
    reach(field, TRIES);
  };

  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-lead-to]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    lead(target);
  });

  // From another page, where the address names a field.
  window.addEventListener('load', () => {
    const target = location.hash.startsWith('#id_') && document.getElementById(location.hash.slice(1));
    if (target) lead(target);
  });
})();
