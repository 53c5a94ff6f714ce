// What lies outside the screen, what is cut off, and what is too small to hit. Each answers with lines of text.
(() => {
  const named = (element) => {
    const words = (element.getAttribute('aria-label') || element.textContent || element.id).replace(/\s+/g, ' ').trim();
    return `<${element.localName} ${element.getAttribute('class') || ''}> "${words.slice(0, 40)}"`;
  };
  // Words for screen readers alone are clipped to a dot; a skip link waits above the page.
  const put_away = (element) => {
    for (let at = element; at !== document.body && at; at = at.parentElement) {
      const style = getComputedStyle(at);
      if (style.position !== 'absolute') continue;
      if (style.clip !== 'auto' || style.clipPath !== 'none' || at.getBoundingClientRect().bottom <= 0) return true;
    }
    return false;
  };
  const seen = (selector) => [...document.querySelectorAll(selector)].filter((element) => {
    const box = element.getBoundingClientRect();
    return box.width && box.height && getComputedStyle(element).visibility === 'visible' && !put_away(element);
  });
  // What lies in a map is reached by moving the map, as in a box by scrolling it.
  const scrolls = (element) => {
    const parent = element.parentElement;
    return parent && (/auto|scroll/.test(getComputedStyle(parent).overflowX) || parent.matches('[data-map]') || scrolls(parent));
  };
  // A control and its label are hit as one.
  const target = (element) => {
    const boxes = [element, ...(element.labels || [])].map((part) => part.getBoundingClientRect());
    const left = Math.min(...boxes.map((box) => box.left));
    const top = Math.min(...boxes.map((box) => box.top));
    const right = Math.max(...boxes.map((box) => box.right));
    const bottom = Math.max(...boxes.map((box) => box.bottom));
    return { element, left, top, right, bottom, width: right - left, height: bottom - top };
  };
  const in_sentence = (element) => element.localName === 'a' && getComputedStyle(element).display === 'inline'
    && [...element.parentElement.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim().length > 3);
  // A circle of 24 px on the middle of a small target must not touch another target.
  const crowd = (one, other) => {
    const x = (one.left + one.right) / 2;
    const y = (one.top + one.bottom) / 2;
    return Math.hypot(Math.max(other.left - x, x - other.right, 0), Math.max(other.top - y, y - other.bottom, 0)) < 12;
  };

  window.layout = {
    outside: () => seen('body *')
      .filter((element) => element.getBoundingClientRect().right > document.documentElement.clientWidth + 1 && !scrolls(element))
      .map((element) => `${named(element)} goes beyond the right edge`),
    // Words may stick out of a box that itself fits.
    wide: () => (document.documentElement.scrollWidth > document.documentElement.clientWidth + 1
      ? [`the page is ${document.documentElement.scrollWidth} px wide`] : []),
    cut: () => seen('body *')
      .filter((element) => [...element.childNodes].some((node) => node.nodeType === Node.TEXT_NODE && node.data.trim()))
      .filter((element) => {
        const style = getComputedStyle(element);
        return (/hidden|clip/.test(style.overflowX) && element.scrollWidth > element.clientWidth + 2)
          || (/hidden|clip/.test(style.overflowY) && element.scrollHeight > element.clientHeight + 2);
      })
      .map((element) => `${named(element)} cuts its words`),
    small: () => {
      const targets = seen('a[href], button, input, select, textarea, summary').filter((element) => !in_sentence(element)).map(target);
      return targets
        .filter((one) => (one.width < 24 || one.height < 24) && targets.some((other) => other !== one && crowd(one, other)))
        .map((one) => `${named(one.element)} is ${Math.round(one.width)} x ${Math.round(one.height)} px and close to another`);
    },
    low: () => seen('button, .button').map(target).filter((one) => one.height < 44)
      .map((one) => `${named(one.element)} is a main action of ${Math.round(one.height)} px`),
  };
})();
