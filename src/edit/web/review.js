// Before a file is written: what changes, what to know of it, and what to do when somebody else was faster.

import { at, el, fill, hunkList, open, problemItem, say } from '/_edit/page.js';

/**
 * Shows what would be written and waits for a yes.
 * `send(seen)` asks the server; `answer` is what it said without a yes. Gives the last answer, or null for "not now".
 */
export async function review(answer, send) {
  let moved = false;
  for (;;) {
    draw(answer.body, moved);
    const write = at('review-write');
    write.disabled = false;
    const yes = () => at('review').close('write');
    write.addEventListener('click', yes);
    const said = await open(at('review'), at('review-title'));
    write.removeEventListener('click', yes);
    if (said !== 'write') return null;
    const next = await send(answer.body.seen);
    // What was shown is no longer what would be written: it is shown again.
    if (next.status !== 412) return next;
    answer = next;
    moved = true;
  }
}

function draw(body, moved) {
  const cells = body.changes ?? [];
  const columns = { plan: 'column-plan', result: 'column-result', state: 'column-state', note: 'column-note', source: 'column-source' };
  const column = (change) => (columns[change.column] ? say(columns[change.column]) : change.column);
  const places = body.files.reduce((sum, file) => sum + file.hunks.length, 0);
  const exact = body.files.map((file) => [el('p', {}, el('code', {}, file.file)), hunkList(file.hunks)]);
  fill(at('review-body'),
    moved ? el('p', { className: 'note note--warning' }, say('review-moved')) : null,
    el('p', {}, cells.length ? say('review-cells', cells.length, body.files.length) : say('review-lines', places, body.files.map((file) => file.file).join(', '))),
    cells.length ? el('table', { className: 'changes' },
      el('thead', {}, el('tr', {}, [say('column-name'), say('review-before'), say('review-after'), say('review-file')].map((head) => el('th', { scope: 'col' }, head)))),
      el('tbody', {}, cells.map((change) => el('tr', {},
        el('th', { scope: 'row' }, `${change.name} · ${column(change)}`),
        el('td', { 'data-label': say('review-before') }, change.before ?? `(${say('blank')})`),
        el('td', { 'data-label': say('review-after') }, el('strong', {}, change.after ?? say('will-go'))),
        el('td', { 'data-label': say('review-file') }, change.line ? `${change.file}:${change.line}` : change.file))))) : null,
    body.told.some((problem) => problem.severity === 'error') ? el('p', { className: 'note note--warning' }, say('review-follow')) : null,
    body.told.length ? [el('h3', {}, say('review-told')), el('ul', { className: 'problems' }, body.told.map((problem) => problemItem(problem)))] : null,
    cells.length ? el('details', {}, el('summary', {}, say('review-exact')), exact) : exact);
}

/** Tells of a change from elsewhere; gives `keep`, `reload` or nothing. */
export async function conflict(files, ...body) {
  fill(at('conflict-body'), el('p', {}, say('conflict-what', files.join(', '))), ...body);
  const keep = () => at('conflict').close('keep');
  const reload = () => at('conflict').close('reload');
  at('conflict-keep').addEventListener('click', keep);
  at('conflict-reload').addEventListener('click', reload);
  const said = await open(at('conflict'), at('conflict-title'));
  at('conflict-keep').removeEventListener('click', keep);
  at('conflict-reload').removeEventListener('click', reload);
  return said;
}
