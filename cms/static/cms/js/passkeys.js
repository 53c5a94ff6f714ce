// Shows what needs a script, starts the library's part of it, and says so where a key did not work.
for (const part of document.querySelectorAll('[data-with-key]')) {
  part.hidden = false;
  const button = part.querySelector('button');
  const ids = { [part.dataset.withKey]: button.id, credential: button.dataset.credential, passwordless: 'key_alone', data: 'js_data' };
  window.allauth.webauthn.forms[`${part.dataset.withKey}Form`]({ ids });
}
document.addEventListener('allauth.error', (event) => {
  event.preventDefault();
  for (const told of document.querySelectorAll('[data-key-failed]')) told.hidden = false;
});
