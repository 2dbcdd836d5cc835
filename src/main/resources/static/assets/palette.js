'use strict';
// Ctrl K: every page and every action of this page by its name, with its key. It is made of what the
// page shows, so that it never offers what is not there.
const labelOf = (element) => {
  const copy = element.cloneNode(true);
  for (const sign of copy.querySelectorAll('kbd, .count, script')) sign.remove();
  return copy.textContent.replace(/\s+/g, ' ').trim();
};

const isShown = (element) => element.checkVisibility ? element.checkVisibility() : element.offsetParent !== null;

const commands = () => {
  const main = document.querySelector('main');
  const actions = main.querySelectorAll('[data-key], .bar button, .bar a, .acts button, .acts a');
  const pages = document.querySelectorAll('#navigation a, .top a, .top button');
  const all = [];
  const seen = new Set();
  for (const element of [...actions, ...pages]) {
    const label = labelOf(element);
    if (!label || element.dataset.dialog === 'palette' || seen.has(label) || element.disabled || element.type === 'checkbox') continue;
    if (main.contains(element) && !isShown(element)) continue;
    seen.add(label);
    all.push({label, key: element.dataset.key ? keyFor(element.dataset.key) : '', run: () => element.click()});
  }
  return all;
};

const palette = {
  dialog: null, field: null, list: null, all: [], found: [], at: 0,

  make() {
    this.dialog = document.createElement('dialog');
    this.dialog.id = 'palette';
    this.dialog.setAttribute('aria-label', 'Find a page or an action');
    this.field = document.createElement('input');
    this.field.setAttribute('role', 'combobox');
    this.field.setAttribute('aria-label', 'What you look for');
    this.field.setAttribute('aria-controls', 'palette-list');
    this.field.setAttribute('aria-expanded', 'true');
    this.field.autocomplete = 'off';
    this.field.placeholder = 'A page, an action, or words to search for';
    this.list = document.createElement('ul');
    this.list.id = 'palette-list';
    this.list.setAttribute('role', 'listbox');
    this.list.setAttribute('aria-label', 'Found');
    this.dialog.append(this.field, this.list);
    document.body.append(this.dialog);
    this.field.addEventListener('input', () => this.show());
    this.dialog.addEventListener('keydown', (event) => this.key(event));
    this.list.addEventListener('click', (event) => {
      const option = event.target.closest('[role=option]');
      if (option) this.run(Number(option.dataset.at));
    });
  },

  open() {
    if (document.querySelector('dialog[open]')) return;
    if (!this.dialog) this.make();
    this.all = commands();
    this.field.value = '';
    this.show();
    this.dialog.showModal();
    this.field.focus();
  },

  show() {
    const words = this.field.value.toLowerCase().split(/\s+/).filter(Boolean);
    this.found = this.all.filter((one) => words.every((word) => one.label.toLowerCase().includes(word)));
    if (words.length > 0) {
      const typed = this.field.value.trim();
      this.found.push({label: `Search letters and replies for “${typed}”`, key: '', run: () => {
        const search = document.getElementById('search');
        search.value = typed;
        search.form.requestSubmit();
      }});
    }
    this.at = 0;
    this.list.replaceChildren(...this.found.map((one, at) => this.option(one, at)));
    this.mark();
  },

  option(one, at) {
    const option = document.createElement('li');
    option.id = `palette-${at}`;
    option.dataset.at = at;
    option.setAttribute('role', 'option');
    option.append(one.label);
    if (one.key) {
      const sign = document.createElement('kbd');
      sign.textContent = one.key;
      option.append(' ', sign);
    }
    return option;
  },

  mark() {
    Array.from(this.list.children).forEach((option, at) => option.setAttribute('aria-selected', at === this.at));
    const marked = this.list.children[this.at];
    this.field.setAttribute('aria-activedescendant', marked ? marked.id : '');
    marked?.scrollIntoView({block: 'nearest'});
  },

  key(event) {
    const step = {ArrowDown: 1, ArrowUp: -1}[event.key];
    if (step) this.at = Math.min(Math.max(this.at + step, 0), this.found.length - 1);
    else if (event.key === 'Enter') this.run(this.at);
    else return;
    event.preventDefault();
    this.mark();
  },

  // The dialog closes first and gives the focus back; the action may move it on.
  run(at) {
    this.dialog.close();
    this.found[at]?.run();
  },
};

document.addEventListener('keydown', (event) => {
  if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'k') {
    event.preventDefault();
    palette.open();
  }
});
document.addEventListener('click', (event) => {
  if (event.target.closest('[data-dialog="palette"]')) palette.open();
});
