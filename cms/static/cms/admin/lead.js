// Leads from the name of what is missing to its field, on whichever tab it stands, and opens the panel around it.
(() => {
  document.addEventListener('click', (event) => {
    const link = event.target.closest('a[data-lead-to]');
    const target = link && document.getElementById(link.hash.slice(1));
    if (!target) return;
    event.preventDefault();
    const tab = target.closest('[role="tabpanel"]');
    if (tab?.hidden) document.querySelector(`[role="tab"][href="#${tab.id}"]`)?.click();
    const content = target.closest('[hidden]');
    if (content?.id) document.querySelector(`[aria-controls="${content.id}"]`)?.click();
    const field = target.matches('input, select, textarea, button') ? target : target.querySelector('input, select, button, a');
    const focus = target.type === 'hidden' ? target.parentElement.querySelector('button, a[href]') : field;
    (focus ?? target).scrollIntoView({ block: 'center' });
    (focus ?? target).focus({ preventScroll: true });
  });
})();
