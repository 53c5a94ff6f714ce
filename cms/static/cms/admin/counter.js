// Shows how much of a short text field is used, while somebody writes in it. Works for fields that are added later too.
(() => {
  const LONGEST = 300;

  const counts = (field) =>
    field.matches('input[type="text"], textarea') && field.maxLength > 0 && field.maxLength <= LONGEST;

  const show = (field) => {
    let count = field.nextElementSibling;
    if (!count?.matches('.field-counter')) {
      count = document.createElement('span');
      count.className = 'field-counter';
      count.setAttribute('aria-hidden', 'true');
      field.after(count);
    }
    count.textContent = `${field.value.length} / ${field.maxLength}`;
  };

  document.addEventListener('focusin', ({ target }) => {
    if (counts(target)) show(target);
  });
  document.addEventListener('input', ({ target }) => {
    if (counts(target)) show(target);
  });
  document.addEventListener('focusout', ({ target }) => {
    if (target.nextElementSibling?.matches('.field-counter')) target.nextElementSibling.remove();
  });
})();
