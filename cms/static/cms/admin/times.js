// Shows what the times of a form come to, while somebody writes them. Without it the preview is that of the last saving.
(() => {
  const preview = document.querySelector('[data-times-preview]');
  const form = preview?.closest('form');
  if (!form) return;
  const NAMES = /^(opening_hours|closures|sessions)-|^(access|schedule_text|season|on_holidays|holiday_opens|holiday_closes|starts_on|signup_deadline)$/;
  const PAUSE = 400;
  let waiting = 0;
  let asked = 0;

  const ask = async () => {
    const number = ++asked;
    const sent = new FormData();
    for (const [name, value] of new FormData(form)) {
      if (NAMES.test(name) || name === 'csrfmiddlewaretoken') sent.append(name, value);
    }
    const answer = await fetch(preview.dataset.timesPreview, { method: 'POST', body: sent }).catch(() => null);
    // An answer that comes late says nothing of what stands there now.
    if (!answer?.ok || number !== asked) return;
    const isOpen = preview.querySelector('details')?.open;
    preview.innerHTML = await answer.text();
    preview.hidden = preview.textContent.trim() === '';
    if (isOpen) preview.querySelector('details')?.setAttribute('open', '');
  };

  const later = ({ target }) => {
    if (!NAMES.test(target.name ?? '')) return;
    clearTimeout(waiting);
    waiting = setTimeout(ask, PAUSE);
  };

  form.addEventListener('input', later);
  form.addEventListener('change', later);

  // A button that sends nothing of the form leaves by a form of its own: the browser then asks about what is not saved.
  form.addEventListener('click', (event) => {
    const button = event.target.closest('[data-own-form]');
    if (!button) return;
    event.preventDefault();
    const own = document.createElement('form');
    own.method = 'post';
    own.action = button.formAction;
    own.append(form.elements.csrfmiddlewaretoken.cloneNode());
    document.body.append(own);
    own.submit();
  });
})();
