// Opens the print dialogue. The button is shown only with this script; the browser's own menu does the same.
for (const button of document.querySelectorAll('[data-print]')) {
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
