'use strict';
// The desk works without this file; it adds single keys, countdowns, and the place where one is.

const typing = (element) =>
  element.isContentEditable || (element.tagName === 'INPUT' && element.type !== 'checkbox') ||
  ['TEXTAREA', 'SELECT'].includes(element.tagName);

// A warning that is not ticked off yet: the key that approves does nothing then.
const unseen = (button) =>
  Array.from(button.form?.elements ?? []).some((field) => field.name === 'acknowledged' && !field.checked);

const rows = () => Array.from(document.querySelectorAll('#rows a[data-row]'));

// Goes to the next row, or the one before; from nowhere to the first.
const move = (step) => {
  const all = rows();
  // The letter on the page, not the marked row: a quick second key comes before the mark has moved.
  const open = document.querySelector('[data-letter]')?.dataset.letter;
  const at = all.findIndex((row) => row.dataset.row === open);
  const to = all[at < 0 ? 0 : at + step];
  if (to) to.click();
  else if (at < 0) document.querySelector('[data-key="j"]')?.click();
};

// Takes one letter out of a group, or in again, and goes on to the next.
const takeOut = (item) => {
  item.querySelector('[data-out]').click();
  item.nextElementSibling?.querySelector('[data-member]')?.focus();
};

const help = () => {
  const dialog = document.getElementById('keys');
  if (dialog && !dialog.open) dialog.showModal();
};

document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing) return;
  if (event.key === 'Escape' && typing(event.target)) event.target.blur();
  if (!keysOn() || typing(event.target) || document.querySelector('dialog[open]')) return;
  const key = standardKey(event.key);
  if (key === null) return;
  const focus = document.querySelector(`[data-focus="${CSS.escape(key)}"]`);
  const button = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  if (key === 'j') move(1);
  else if (key === 'k') move(-1);
  else if (key === '?') help();
  else if (key === 'x' && event.target.closest('.members li')) takeOut(event.target.closest('li'));
  else if (focus) focus.focus();
  else if (button && (button.type === 'checkbox' || !unseen(button)) && !button.disabled && !event.repeat) button.click();
  else return;
  event.preventDefault();
});

document.addEventListener('click', (event) => {
  if (event.target.closest('[data-dialog="keys"]')) help();
});

// Countdowns: the server says how many seconds are left, so that a wrong clock here does no harm.
const tick = () => {
  for (const timer of document.querySelectorAll('b[data-seconds]')) {
    timer.ends ??= performance.now() + Number(timer.dataset.seconds) * 1000;
    const left = Math.max(0, Math.ceil((timer.ends - performance.now()) / 1000));
    const text = `${Math.floor(left / 60)}:${String(left % 60).padStart(2, '0')}`;
    if (timer.textContent !== text) timer.textContent = text;
    if (left === 0) timer.closest('.toast')?.remove();
  }
};

// Marks the row of the letter that is open, and brings it into view without moving the page.
const markRow = () => {
  const open = document.querySelector('[data-letter]')?.dataset.letter;
  for (const row of rows()) {
    if (row.dataset.row === open) row.setAttribute('aria-current', 'true');
    else row.removeAttribute('aria-current');
  }
  document.querySelector('#rows a[aria-current]')?.scrollIntoView({block: 'nearest'});
  const letter = document.querySelector('.listing > #main');
  if (letter) document.querySelector('.desk').classList.toggle('reading', letter.childElementCount > 0);
  const empty = document.querySelector('.list .empty');
  if (empty) empty.classList.toggle('gone', rows().length > 0);
};

document.addEventListener('htmx:afterSettle', (event) => {
  tick();
  markRow();
  showKeys();
  if (event.target.id !== 'main') return;
  document.getElementById('main').scrollTop = 0;
  // The focus goes where reading goes on, and is never lost; where a key has put it since the swap, such as
  // in a menu that it opened before this event, it stays.
  const focused = document.activeElement;
  if (focused?.dataset?.focus || focused?.closest('.menu')) return;
  (document.querySelector('[data-grab]') ?? document.querySelector('#main h2') ??
    document.getElementById('main')).focus({preventScroll: true});
});

const offline = (state) => {
  const notice = document.getElementById('offline');
  if (notice) notice.hidden = !state;
};
for (const name of ['htmx:sendError', 'htmx:timeout']) document.addEventListener(name, () => offline(true));
document.addEventListener('htmx:afterRequest', (event) => { if (event.detail.xhr?.status) offline(false); });

showKeys();
const box = document.getElementById('keys-on');
if (box) box.checked = keysOn();
markRow();
tick();
setInterval(tick, 500);
