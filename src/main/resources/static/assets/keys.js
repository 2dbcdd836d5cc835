'use strict';
// Single keys: switched off or changed by whoever likes (WCAG 2.1.4); the choice stays on this computer.
// A page names the standard keys (data-key, data-focus); what somebody chose in their place leads there.
const keysOn = () => localStorage.getItem('keys') !== 'off';

const chosenKeys = () => {
  try {
    return JSON.parse(localStorage.getItem('keymap')) ?? {};
  } catch {
    return {};
  }
};

// The key that somebody presses for what the page calls that key.
const keyFor = (standard) => chosenKeys()[standard] ?? standard;

// What the page calls the key that was pressed; nothing for a key that was given away.
const standardKey = (pressed) => {
  const chosen = chosenKeys();
  const taken = Object.keys(chosen).find((standard) => chosen[standard] === pressed);
  return taken ?? (chosen[pressed] === undefined ? pressed : null);
};

// The signs beside buttons say the keys that are in force.
const showKeys = () => {
  document.documentElement.classList.toggle('keyless', !keysOn());
  for (const button of document.querySelectorAll('[data-key]')) {
    const sign = button.querySelector('kbd');
    const key = keyFor(button.dataset.key);
    if (sign && sign.textContent !== key) sign.textContent = key;
  }
  for (const field of document.querySelectorAll('[data-remap]')) {
    // A field that somebody types into is theirs.
    if (field !== document.activeElement) field.value = keyFor(field.dataset.remap);
  }
};

// One key means one thing: the action that had it gets the one that is free now.
const remap = (standard, key) => {
  const chosen = chosenKeys();
  const had = keyFor(standard);
  const all = Array.from(document.querySelectorAll('[data-remap]'), (field) => field.dataset.remap);
  const other = all.find((one) => one !== standard && keyFor(one) === key);
  chosen[standard] = key;
  if (other) chosen[other] = had;
  for (const one of Object.keys(chosen)) if (chosen[one] === one) delete chosen[one];
  localStorage.setItem('keymap', JSON.stringify(chosen));
  showKeys();
};

document.addEventListener('input', (event) => {
  const field = event.target;
  if (field.dataset.remap && /^\S$/u.test(field.value) && !/[0-9]/.test(field.value)) {
    remap(field.dataset.remap, field.value);
  }
});

document.addEventListener('change', (event) => {
  if (event.target.id === 'keys-on') localStorage.setItem('keys', event.target.checked ? 'on' : 'off');
  if (event.target.id === 'keys-on' || event.target.dataset.remap) showKeys();
});

document.addEventListener('click', (event) => {
  if (event.target.id !== 'keys-reset') return;
  localStorage.removeItem('keymap');
  showKeys();
});
