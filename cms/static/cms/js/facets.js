// Opens what may be open from the start on a wide screen. Without it, one click does.
if (matchMedia('(min-width: 900px)').matches) {
  for (const panel of document.querySelectorAll('details[data-open-wide]')) panel.open = true;
}
