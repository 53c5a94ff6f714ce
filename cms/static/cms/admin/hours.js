// Lays a grid of seven days over the rows of weekly hours. The rows are what is saved: each span of the grid fills in one.
(() => {
  const PLAIN = { rhythm: 'weekly', valid_from: '', valid_to: '', first_month: '', last_month: '', note: '' };
  const WEEKDAYS = ['0', '1', '2', '3', '4'];

  // "9.30", "930", "kl. 9" and "24" as a field for times takes them; what is no time stays as it is written.
  const asTime = (written) => {
    const found = /^(?:kl\.?)?\s*(\d{1,2})(?:[.:]?(\d\d))?$/i.exec(written.trim());
    if (!found) return written.trim();
    if (found[1] === '24') return '23:59';
    return `${found[1].padStart(2, '0')}:${found[2] ?? '00'}`;
  };

  const shown = (time) => time.replace(/^0(?=\d)/, '').replace(/:00$/, '').replace(':', '.');

  class Grid {
    constructor(grid) {
      this.grid = grid;
      this.prefix = grid.dataset.hoursGrid;
      this.rows = document.querySelector(`[data-hours-rows="${this.prefix}"]`);
      this.list = document.getElementById(`id_${this.prefix}-FORMS`);
      this.rowOf = new Map();
      for (const row of this.list.querySelectorAll('[data-inline-panel-child]')) this.take(row);
      for (const day of this.days()) if (!day.querySelector('[data-span]')) this.add(day);
      grid.addEventListener('change', ({ target }) => this.written(target));
      grid.addEventListener('keydown', (event) => {
        // Enter would send the whole form.
        if (event.key === 'Enter' && event.target.matches('input')) event.preventDefault();
      });
      grid.addEventListener('click', ({ target }) => this.pressed(target.closest('button')));
      this.list.addEventListener('w-formset:added', () => this.tellOthers());
      grid.hidden = false;
      this.tellOthers();
    }

    days() {
      return this.grid.querySelectorAll('[data-day]');
    }

    field(row, name) {
      return row.querySelector(`[name$="-${name}"]`);
    }

    // A row that says no more than a day, from and to moves into the grid, with what is wrong with it.
    take(row) {
      const isPlain = Object.entries(PLAIN).every(([name, value]) => (this.field(row, name)?.value ?? value) === value);
      const day = this.grid.querySelector(`[data-day="${this.field(row, 'weekday').value}"]`);
      if (!isPlain || !day || this.field(row, 'DELETE').value) return;
      const span = this.add(day);
      span.querySelector('[data-opens]').value = shown(this.field(row, 'opens').value.slice(0, 5));
      span.querySelector('[data-closes]').value = shown(this.field(row, 'closes').value.slice(0, 5));
      this.rowOf.set(span, row);
      row.hidden = true;
      const faults = [...row.querySelectorAll('.error-message')].map((fault) => fault.textContent.trim()).filter(Boolean);
      day.querySelector('[data-faults]').append(faults.join(' '));
      if (faults.length) day.querySelector('[data-faults]').hidden = false;
    }

    add(day) {
      const span = this.grid.querySelector('template').content.firstElementChild.cloneNode(true);
      day.querySelector('[data-spans]').append(span);
      return span;
    }

    written(input) {
      const span = input.closest('[data-span]');
      const [opens, closes] = span.querySelectorAll('input');
      // "10-15" in the first field fills in both.
      const both = opens.value.split(/\s*[-–]\s*/);
      if (both.length === 2 && both[1]) [opens.value, closes.value] = both;
      this.keep(span);
    }

    keep(span) {
      const [opens, closes] = [...span.querySelectorAll('input')].map((input) => asTime(input.value));
      if (!opens && !closes) {
        this.drop(span);
        return;
      }
      for (const input of span.querySelectorAll('input')) input.value = shown(asTime(input.value));
      if (!this.rowOf.has(span)) this.rowOf.set(span, this.newRow());
      const values = { weekday: span.closest('[data-day]').dataset.day, opens, closes };
      for (const [name, value] of Object.entries(values)) {
        const field = this.field(this.rowOf.get(span), name);
        field.value = value;
        field.dispatchEvent(new Event('change', { bubbles: true }));
      }
    }

    // Wagtail scrolls to a new row and puts the cursor there; out of sight it does neither. The page keeps its height
    // meanwhile, or a button would move away while it is pressed.
    newRow() {
      const around = this.grid.parentElement;
      around.style.minHeight = `${around.offsetHeight}px`;
      this.rows.hidden = true;
      document.getElementById(`id_${this.prefix}-ADD`).click();
      this.rows.hidden = false;
      around.style.minHeight = '';
      const row = this.list.lastElementChild;
      row.hidden = true;
      this.tellOthers();
      return row;
    }

    drop(span) {
      const row = this.rowOf.get(span);
      this.rowOf.delete(span);
      if (!row) return;
      row.querySelector('[id$="-DELETE-button"]').click();
      this.field(row, 'DELETE').dispatchEvent(new Event('change', { bubbles: true }));
    }

    pressed(button) {
      const day = button?.closest('[data-day]');
      if (!day) return;
      if (button.matches('[data-more]')) this.add(day).querySelector('input').focus();
      if (button.matches('[data-copy]')) this.copy(day);
    }

    copy(from) {
      const times = [...from.querySelectorAll('[data-span]')].map((span) =>
        [...span.querySelectorAll('input')].map((input) => input.value),
      );
      for (const day of this.days()) {
        if (day === from || !WEEKDAYS.includes(day.dataset.day)) continue;
        while (day.querySelectorAll('[data-span]').length < times.length) this.add(day);
        day.querySelectorAll('[data-span]').forEach((span, place) => {
          const [opens, closes] = span.querySelectorAll('input');
          [opens.value, closes.value] = times[place] ?? ['', ''];
          this.keep(span);
        });
      }
    }

    // Takes rows of [weekday, from, to]: each into an empty span of its day.
    fill(rows) {
      for (const [weekday, opens, closes] of rows) {
        const day = this.grid.querySelector(`[data-day="${weekday}"]`);
        const isEmpty = (span) => [...span.querySelectorAll('input')].every((input) => !input.value);
        const span = [...day.querySelectorAll('[data-span]')].find(isEmpty) ?? this.add(day);
        [opens, closes].forEach((time, place) => {
          span.querySelectorAll('input')[place].value = time;
        });
        this.keep(span);
      }
    }

    tellOthers() {
      const others = this.list.querySelectorAll('[data-inline-panel-child]:not([hidden], .deleted)');
      this.grid.querySelector('[data-others]').hidden = others.length === 0;
    }
  }

  const grids = [...document.querySelectorAll('[data-hours-grid]')].map((grid) => new Grid(grid));

  // Hours that a place told in words, which an editor accepts.
  document.addEventListener('click', ({ target }) => {
    const button = target.closest('[data-suggested]');
    if (!button || !grids.length) return;
    button.disabled = true;
    grids[0].fill(JSON.parse(button.dataset.suggested));
  });
})();
