// Copies an address. The button is shown only where copying works.
if (navigator.clipboard) {
  for (const button of document.querySelectorAll('[data-copy]')) {
    button.hidden = false;
    button.addEventListener('click', async () => {
      await navigator.clipboard.writeText(button.dataset.copy);
      button.querySelector('span').textContent = button.dataset.copied;
    });
  }
}
