// Opens what the address asks for: a grid, a text, or the list of both.

import { ask, at, el, fill, open, say, tell, why } from '/_edit/page.js';
import { showGrid } from '/_edit/grid.js';
import { showText } from '/_edit/text.js';

let stop = null;

/** Shows what the address names. */
async function show() {
  stop?.();
  stop = null;
  const asked = new URLSearchParams(location.search);
  fill(at('work'), el('p', { className: 'hint' }, say('loading')));
  if (asked.has('page')) {
    const page = asked.get('page');
    const answer = await ask(`where?page=${encodeURIComponent(page)}`);
    if (answer.status !== 200) return failed(answer);
    const back = new URL(page, location.origin);
    at('to-site').href = back.origin === location.origin ? back.pathname : '/';
    const spot = answer.body;
    if (!spot) return finder();
    history.replaceState(null, '', spot.file ? `?file=${encodeURIComponent(spot.file)}` : `?area=${encodeURIComponent(spot.area)}&period=${encodeURIComponent(spot.period)}`);
    return show();
  }
  if (asked.has('file')) stop = await showText(at('work'), asked.get('file'), failed, Number(asked.get('line') ?? 0));
  else if (asked.has('area')) stop = await showGrid(at('work'), { area: asked.get('area'), period: asked.get('period') ?? '', day: asked.get('day') ?? '', nth: Number(asked.get('nth') ?? 0) }, failed);
  else finder();
}

function failed(answer) {
  fill(at('work'), el('p', { className: 'note note--error' }, why(answer)),
    (answer.body.problems ?? []).length ? el('ul', { className: 'problems' }, answer.body.problems.map((problem) => el('li', {}, `${problem.code} ${problem.what} ${problem.fix}`))) : null);
  tell(why(answer), 'error');
}

let asked = 0;

async function look() {
  const mine = ++asked;
  const words = at('find-words').value;
  const answer = await ask(`find?q=${encodeURIComponent(words)}`);
  // A slow answer to an earlier word does not replace that to a later one.
  if (mine !== asked) return;
  if (answer.status !== 200) return tell(why(answer), 'error');
  const finds = answer.body.finds;
  fill(at('find-list'), finds.length ? finds.map((find) => el('li', {},
    el('a', { href: find.file ? `/_edit/?file=${encodeURIComponent(find.file)}` : `/_edit/?area=${encodeURIComponent(find.area)}&period=${encodeURIComponent(find.period)}` },
      el('strong', {}, find.title), ' ', el('small', {}, `${say(find.file ? 'kind-text' : 'kind-grid')} · ${find.detail}`)))) : el('li', {}, say('find-none')));
  at('find-hint').textContent = words ? say('find-count', finds.length) : say('find-hint');
}

function finder() {
  if (!at('find').open) {
    open(at('find'), at('find-words'));
    look();
  }
  if (!at('work').querySelector('table, textarea')) fill(at('work'));
}

let waiting = 0;
at('find-words').addEventListener('input', () => {
  clearTimeout(waiting);
  waiting = setTimeout(look, 150);
});
at('open-find').addEventListener('click', finder);
at('find-list').addEventListener('click', (event) => {
  const link = event.target.closest('a');
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
  event.preventDefault();
  at('find').close();
  history.pushState(null, '', link.href);
  show();
});
addEventListener('popstate', show);

const first = await ask('site');
if (first.status === 200) {
  at('site-name').textContent = `${first.body.title} – ${say('title')}`;
  await show();
} else {
  failed(first);
}
