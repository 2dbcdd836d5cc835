'use strict';
// What a letter's page does besides desk.js: it keeps what is written, each second, and chooses from menus by a few letters.

{
const writing = () => document.getElementById('writing');
let due = 0;
let last = null;

const words = (form) => new URLSearchParams(new FormData(form));

const show = (html) => {
  const parts = new DOMParser().parseFromString(html, 'text/html').querySelectorAll('[data-part]');
  for (const part of parts) {
    document.querySelector(`#progress [data-part="${part.dataset.part}"]`)?.replaceChildren(...part.childNodes);
  }
};

// Sends what is written, if a word has changed. The page may be closing: the browser finishes it by itself.
const keep = async (form) => {
  clearTimeout(due);
  due = 0;
  const body = words(form);
  if (!form.isConnected || last === body.toString()) return;
  last = body.toString();
  const said = form.querySelector('.kept-at');
  try {
    const answer = await fetch(form.dataset.typing, {method: 'POST', body, keepalive: body.toString().length < 60000});
    if (!answer.ok) throw new Error(String(answer.status));
    said.textContent = 'Kept at ' + new Date().toLocaleTimeString('en-GB');
    show(await answer.text());
  } catch (e) {
    last = null;
    said.textContent = 'Not kept yet: Postbag cannot be reached. It is tried again.';
    if (form.isConnected && !due) due = setTimeout(() => keep(form), 3000);
  }
};

document.addEventListener('input', (event) => {
  const form = event.target.closest('#writing');
  if (form && !due) due = setTimeout(() => keep(form), 1000);
  if (event.target.dataset.filter) filter(event.target);
});

// Saving ends the keeping: nothing that comes later is kept beside it.
document.addEventListener('submit', (event) => {
  if (event.target.id !== 'writing') return;
  // The buttons stand in the bar, outside of the form: htmx does not see which of them was pressed.
  event.target.querySelector('input[name="approve"]').disabled = event.submitter?.name !== 'approve';
  clearTimeout(due);
  due = 0;
  last = words(event.target).toString();
}, true);

for (const name of ['pagehide', 'visibilitychange']) {
  document.addEventListener(name, () => { if (writing() && due) keep(writing()); });
}
// What is kept is shown on the page behind this one, so leaving waits for it; once, should it fail.
let leaving = false;
document.addEventListener('click', (event) => {
  const leave = event.target.closest('[data-leave]');
  if (!leave || !writing() || !due || leaving) return;
  event.preventDefault();
  event.stopPropagation();
  leaving = true;
  keep(writing()).finally(() => {
    leave.click();
    leaving = false;
  });
}, true);

// Only the choices with these letters; without any, all.
const filter = (field) => {
  const sought = field.value.toLowerCase().split(/\s+/).filter(Boolean);
  for (const button of document.querySelectorAll(`${field.dataset.filter} form button`)) {
    const text = button.textContent.toLowerCase();
    button.hidden = !sought.every((word) => text.includes(word));
  }
};

const choices = (menu) => Array.from(menu.querySelectorAll('button')).filter((button) => button.checkVisibility());

// In an open menu digits choose, arrows go up and down, Enter takes the first.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.key === 'Escape' && event.target.closest('#writing')) {
    event.preventDefault();
    document.querySelector('[data-leave]').click();
    return;
  }
  const menu = event.target.closest?.('.menu') ?? document.querySelector('.menu:popover-open');
  if (!menu) return;
  const field = event.target.matches?.('input[data-filter]') ? event.target : null;
  const all = choices(menu);
  const at = all.indexOf(document.activeElement);
  const digit = /^[1-9]$/.test(event.key) && (!field || field.value === '') && !(event.target.matches?.('input, select, textarea') && !field);
  let chosen = null;
  if (digit) chosen = menu.querySelector(`[data-digit="${event.key}"]`);
  else if (event.key === 'Enter' && field) chosen = all[0];
  else if (event.key === 'ArrowDown' && (field || at >= 0)) (all[at + 1] ?? all[0])?.focus();
  else if (event.key === 'ArrowUp' && at >= 0) (all[at - 1] ?? menu.querySelector('input[data-filter]') ?? all.at(-1)).focus();
  else return;
  event.preventDefault();
  event.stopPropagation();
  chosen?.click();
}, true);

// Letters chosen in a list, by `x` or with Shift and a click, to decide on them together.
const chosen = new Map();
let anchor = null;

const drawChosen = () => {
  for (const row of document.querySelectorAll('#rows a[data-row]')) {
    const is = chosen.has(row.dataset.row);
    row.classList.toggle('chosen-row', is);
    if (is) row.setAttribute('aria-description', 'chosen'); else row.removeAttribute('aria-description');
  }
  let box = document.getElementById('chosen');
  if (!chosen.size) { box?.remove(); return; }
  if (!box) {
    box = document.createElement('div');
    box.id = 'chosen';
    box.setAttribute('role', 'status');
    const count = document.createElement('span');
    const go = Object.assign(document.createElement('a'), {className: 'button primary', textContent: 'Decide on them together'});
    const none = Object.assign(document.createElement('button'), {type: 'button', textContent: 'None'});
    none.addEventListener('click', () => { chosen.clear(); drawChosen(); });
    box.append(count, go, none);
    document.querySelector('.list')?.append(box);
  }
  box.firstChild.textContent = chosen.size === 1 ? '1 letter chosen' : `${chosen.size} letters chosen`;
  const query = new URLSearchParams(Array.from(chosen.keys(), (id) => ['letter', id]));
  const view = new URLSearchParams(location.search).get('view');
  if (view) query.set('view', view);
  box.children[1].href = '/selection?' + query;
};

const choose = (row, whole) => {
  const all = Array.from(document.querySelectorAll('#rows a[data-row]'));
  const from = whole && anchor ? all.findIndex((one) => one.dataset.row === anchor) : -1;
  const to = all.indexOf(row);
  if (from >= 0) {
    for (const one of all.slice(Math.min(from, to), Math.max(from, to) + 1)) chosen.set(one.dataset.row, true);
  } else if (!chosen.delete(row.dataset.row)) {
    chosen.set(row.dataset.row, true);
  }
  anchor = row.dataset.row;
  drawChosen();
};

document.addEventListener('click', (event) => {
  const row = event.target.closest('#rows a[data-row]');
  if (!row || !event.shiftKey) return;
  event.preventDefault();
  event.stopPropagation();
  choose(row, true);
}, true);

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || !keysOn() || standardKey(event.key.toLowerCase()) !== 'x') return;
  if (event.target.matches('input:not([type=checkbox]), textarea, select') || document.querySelector('dialog[open]')) return;
  const row = event.target.closest('#rows a[data-row]') ?? document.querySelector('#rows a[aria-current]');
  if (!row) return;
  event.preventDefault();
  choose(row, event.shiftKey);
});

document.addEventListener('htmx:afterSettle', drawChosen);
}
