const LIVE_EVERY = 1500;
const toast = document.getElementById('toast');
let hideToast;

/** Shows what has been done where it can be seen and is read aloud. */
function tell(title, text, failed = false) {
  toast.replaceChildren(Object.assign(document.createElement('strong'), { textContent: title }), ' ', text);
  toast.className = failed ? 'shown failed' : 'shown';
  clearTimeout(hideToast);
  hideToast = setTimeout(() => (toast.className = ''), 12000);
}

/** Where the focus is inside a part that is about to be replaced. */
function keyOf(element) {
  return element.closest('form')?.getAttribute('action') + '|' + element.name + '|' + element.value;
}

/** Renews the parts that change by themselves; the forms, the place on the page and the focus stay as they are. */
async function renew() {
  const answer = await fetch('/control');
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  for (const part of document.querySelectorAll('[data-live]')) {
    const now = fresh.getElementById(part.id).innerHTML;
    if (part.innerHTML !== now) {
      const focused = part.contains(document.activeElement) ? keyOf(document.activeElement) : null;
      part.innerHTML = now;
      if (focused) {
        [...part.querySelectorAll('button')].find(button => keyOf(button) === focused)?.focus({ preventScroll: true });
      }
    }
  }
}

async function perform(form, button) {
  const fields = new URLSearchParams(new FormData(form, button));
  const answer = await fetch(form.action, { method: 'POST', body: fields, headers: { Accept: 'application/json' } });
  const told = await answer.json();
  if (answer.ok) {
    tell('Done at ' + told.done.at.slice(11, 19) + ': ' + told.done.words + '.', told.done.next);
  } else {
    tell('Not done:', told.error, true);
  }
  await renew();
}

document.addEventListener('submit', event => {
  event.preventDefault();
  perform(event.target, event.submitter).catch(() => tell('Not done:', 'the stand-in does not answer.', true));
});

/** The person chosen last is chosen everywhere, and after a reload. */
document.addEventListener('change', event => {
  if (event.target.matches('[data-person]')) {
    const address = new URL(location.href);
    address.searchParams.set('person', event.target.value);
    history.replaceState(null, '', address);
  }
});

setInterval(() => document.hidden || renew().catch(() => {}), LIVE_EVERY);
