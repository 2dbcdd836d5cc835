'use strict';
{
document.documentElement.classList.add('scripts');
// The form of a topic works without this file; it adds rows for words as they are needed, and takes a
// suggestion with one click.

const form = document.getElementById('tune');
const words = document.getElementById('keywords');
const tune = () => htmx.trigger(form, 'tune');

// The blank row is a word's row as soon as something stands in it, and another one follows.
const grow = () => {
  const blank = words?.querySelector('[data-blank]');
  if (!blank || !blank.querySelector('[name="keyword"]').value.trim()) return;
  const next = blank.cloneNode(true);
  next.querySelectorAll('input').forEach((input) => { input.value = ''; });
  blank.removeAttribute('data-blank');
  blank.querySelector('[data-remove]').hidden = false;
  blank.after(next);
};

const add = (text) => {
  words.querySelector('[data-blank] [name="keyword"]').value = text;
  grow();
  tune();
};

// The focus goes to the row that takes the place of the one that went.
const remove = (button) => {
  const row = button.closest('tr');
  const near = row.nextElementSibling?.querySelector('input');
  row.remove();
  near?.focus();
  tune();
};

form?.addEventListener('input', grow);
form?.addEventListener('click', (event) => {
  const button = event.target.closest('button');
  if (!button) return;
  if (button.hasAttribute('data-remove')) remove(button);
  else if (button.hasAttribute('data-suggest')) {
    add(button.value);
    const next = button.nextElementSibling ?? words.querySelector('[data-blank] input');
    button.remove();
    next.focus();
  } else if (button.dataset.today) {
    document.getElementById(button.dataset.today).value = button.value;
    tune();
  }
});

// The reply's own fields are there when a new one is to be written.
const kind = document.querySelector('#new-reply') && document.getElementById('reply');
const showReply = () => { document.getElementById('new-reply').hidden = kind.value !== '+'; };
kind?.addEventListener('change', showReply);
if (kind) showReply();
// Enter in a word's field is the next field, not the end of the work.
words?.addEventListener('keydown', (event) => {
  if (event.key !== 'Enter') return;
  event.preventDefault();
  const fields = Array.from(words.querySelectorAll('input'));
  fields[fields.indexOf(event.target) + 1]?.focus();
});

document.querySelector('[data-print]')?.addEventListener('click', () => print());
}
