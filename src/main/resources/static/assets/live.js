'use strict';
{
// What has changed elsewhere comes over one connection a browser: the tab that holds the lock listens, and
// tells the other tabs. Counts change in their place; what must be fetched again waits until neither the
// focus nor the pointer is in it.

const others = 'BroadcastChannel' in window ? new BroadcastChannel('postbag-live') : undefined;
let shown;

const busy = (part) => part.contains(document.activeElement) || part.matches(':hover');

// A part whose end grows, such as a list, moves nothing: it never has to wait.
const fetchAgain = (part) => {
  if (part.dataset.live !== 'grows' && busy(part)) part.dataset.waits = '';
  else {
    delete part.dataset.waits;
    htmx.trigger(part, 'live');
  }
};
const fetchAll = (kinds) => {
  for (const kind of kinds) document.querySelectorAll(`[data-live="${kind}"]`).forEach(fetchAgain);
};
const fetchWaiting = () => document.querySelectorAll('[data-waits]').forEach(fetchAgain);

// `data-count="approved sending"` is the sum of both; `waiting/calais` is a topic's part of a state.
const count = (element, counts) => {
  const sum = element.dataset.count.split(' ').reduce((all, key) => all + (counts[key] ?? 0), 0);
  if (element.textContent !== String(sum)) element.textContent = sum;
};

// Which lists and topics have letters at all: a list or topic comes or goes.
const lists = (counts) => Object.keys(counts).filter((key) => counts[key] > 0).sort().join(' ');

const show = (state) => {
  document.querySelectorAll('[data-count]').forEach((element) => count(element, state.counts));
  if (shown && shown.letters !== state.letters) fetchAll(['grows', 'letters']);
  if (shown && lists(shown.counts) !== lists(state.counts)) fetchAll(['lists']);
  if (shown && shown.notices !== state.notices) fetchAll(['notices']);
  shown = state;
  document.documentElement.dataset.live = 'on';
};

const listen = () => new Promise((ended) => {
  const source = new EventSource('/live');
  source.addEventListener('open', () => offline(false));
  source.addEventListener('state', (event) => {
    const state = JSON.parse(event.data);
    show(state);
    others?.postMessage(state);
  });
  source.addEventListener('error', () => {
    // The browser tries again by itself, unless the answer was a refusal: then we do, later.
    if (source.readyState === EventSource.CLOSED) setTimeout(ended, 10_000);
  });
});
const listenOn = async () => { for (;;) await listen(); };

if (others) {
  others.addEventListener('message', (event) => {
    if (event.data !== 'hello') show(event.data);
    else if (shown) others.postMessage(shown);
  });
  others.postMessage('hello');
}
if (navigator.locks && others) navigator.locks.request('postbag-live', listenOn);
else listenOn();

for (const name of ['focusout', 'pointerout']) {
  document.addEventListener(name, () => setTimeout(fetchWaiting, 150));
}
}
