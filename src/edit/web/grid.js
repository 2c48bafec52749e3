// The grid: a row for each line, keys as in a spreadsheet, blocks pasted from one.
//
// A blank never erases: a cell that is emptied shows again what the file says, and blanks of a pasted block are passed over.
// A value goes out of its file only when that is asked for, by Shift+Delete or the button for it.

import { ask, at, el, fill, fold, kept, problemItem, say, tell, why } from '/_edit/page.js';
import { conflict, review } from '/_edit/review.js';

const COLUMNS = ['plan', 'result', 'state', 'note', 'source'];

/** Stands in the place of typed words for a value that shall go; nobody can type it. */
const GONE = '\u0000';

/** Shows the grid of an area, a period and a day; gives a function that takes it away. */
export async function showGrid(work, wanted, failed) {
  const query = (of) => `grid?area=${encodeURIComponent(of.area)}&period=${encodeURIComponent(of.period)}&day=${encodeURIComponent(of.day ?? '')}&nth=${of.nth ?? 0}`;
  const first = await ask(query(wanted));
  if (first.status !== 200) {
    failed(first);
    return null;
  }
  let grid = first.body;
  /** What was typed: `id\tcolumn` → words. */
  let typed = new Map();
  /** What stood there when it was typed. */
  let base = new Map();
  let source = '';
  /** Earlier states of cells, for undoing. */
  let past = [];
  let wrong = [];
  let here = { row: 0, column: 1 };
  let editing = null;

  const key = (row, column) => `${row.id}\t${column}`;
  const said = (row, column) => row[column];
  /** The column whose place a value takes: a number that of a state, a state that of a number. */
  const rival = (row, column) => {
    const main = row.result === null ? 'plan' : 'result';
    return column === 'state' ? main : column === main ? 'state' : null;
  };
  const shown = (row, column) => {
    const own = typed.get(key(row, column));
    if (own === GONE) return '';
    if (own !== undefined) return own;
    const other = rival(row, column);
    return other && typed.has(key(row, other)) ? '' : said(row, column) ?? '';
  };
  const name = () => `grid:${grid.area}/${grid.period}/${grid.day ?? ''}${grid.nth ? `#${grid.nth}` : ''}`;
  const open = (row, column) => column && said(row, column) !== null && said(row, column) !== undefined && !(column === 'state' && row.result === null && row.plan === null);

  // ---- what is kept in the browser

  function keep() {
    if (typed.size || source) kept.set(name(), { typed: [...typed], base: [...base], source });
    else kept.drop(name());
  }

  function bring() {
    const old = kept.get(name());
    typed = new Map(old?.typed ?? []);
    base = new Map(old?.base ?? []);
    source = old?.source ?? '';
    past = [];
    wrong = [];
    const rows = new Map(grid.rows.map((row) => [row.id, row]));
    for (const cell of [...typed.keys()]) {
      const [id, column] = cell.split('\t');
      const row = rows.get(id);
      // What the file says by now needs not be typed again.
      if (row && (typed.get(cell) === said(row, column) || (typed.get(cell) === GONE && !said(row, column)))) {
        typed.delete(cell);
        base.delete(cell);
      }
    }
    return typed.size;
  }

  /** Puts words into a cell; a blank takes back what was typed. Gives what stood there before, for undoing. */
  function put(row, column, value) {
    const cell = key(row, column);
    const before = [cell, typed.get(cell)];
    const words = value.trim();
    if (words === '' || words === said(row, column)) {
      typed.delete(cell);
      base.delete(cell);
    } else {
      typed.set(cell, words);
      if (!base.has(cell)) base.set(cell, said(row, column) ?? '');
    }
    const other = rival(row, column);
    const all = [before];
    if (other && words && typed.has(key(row, other))) {
      all.push([key(row, other), typed.get(key(row, other))]);
      typed.delete(key(row, other));
      base.delete(key(row, other));
    }
    return all;
  }

  /** Marks a value to go out of its file. */
  function remove() {
    commit(false);
    const row = grid.rows[here.row];
    const column = columnAt(here.column);
    if (!open(row, column) || !said(row, column)) {
      tell(say('remove-none'));
      return focus();
    }
    const cell = key(row, column);
    const batch = [[cell, typed.get(cell)]];
    typed.set(cell, GONE);
    base.set(cell, said(row, column));
    const other = rival(row, column);
    if (other && typed.has(key(row, other))) {
      batch.push([key(row, other), typed.get(key(row, other))]);
      typed.delete(key(row, other));
      base.delete(key(row, other));
    }
    past.push(batch);
    wrong = wrong.filter((problem) => problem.cell?.id !== row.id);
    keep();
    redraw(row);
    focus();
    tell(say('removed', said(row, column)));
  }

  function undo() {
    const last = past.pop();
    if (!last) return tell(say('undo-none'));
    for (const [cell, words] of last.reverse()) {
      if (words === undefined) {
        typed.delete(cell);
        base.delete(cell);
      } else {
        const [id, column] = cell.split('\t');
        typed.set(cell, words);
        base.set(cell, grid.rows.find((row) => row.id === id)?.[column] ?? '');
      }
    }
    keep();
    draw();
    focus();
    tell(say('undone', last.length));
  }

  // ---- drawing

  const table = el('table', { id: 'grid', className: 'grid', role: 'grid', 'aria-labelledby': 'grid-title', 'aria-describedby': 'grid-help' });
  const notes = el('div', { id: 'grid-notes' });
  const save = el('button', { type: 'button', id: 'save', className: 'main', title: 'Ctrl+S', onclick: () => saving() });
  const drop = el('button', { type: 'button', id: 'drop', onclick: dropping }, say('drop'));
  const out = el('button', { type: 'button', id: 'remove', title: 'Shift+Delete', onclick: remove }, say('remove'));
  const bar = el('div', { className: 'bar' }, save, out, drop, el('span', { id: 'unsaved', className: 'hint' }));
  const head = el('div', { className: 'heads' });
  const foot = el('div', { className: 'foot' });

  function count() {
    save.textContent = typed.size ? say('save-count', typed.size) : say('save');
    drop.hidden = typed.size === 0;
    bar.querySelector('#unsaved').textContent = typed.size ? say('unsaved', typed.size) : '';
  }

  function cellOf(row, at_row, column) {
    const cell = key(row, column);
    const value = shown(row, column);
    const changed = typed.has(cell);
    const mistakes = wrong.filter((problem) => problem.cell?.id === row.id && problem.cell.column === column);
    const td = el('td', {
      role: 'gridcell',
      id: `cell-${at_row}-${column}`,
      tabIndex: -1,
      'data-label': say(`column-${column}`),
      'data-column': column,
      className: `grid__cell grid__cell--${column}${changed ? ' grid__cell--changed' : ''}${mistakes.length ? ' grid__cell--wrong' : ''}${open(row, column) ? '' : ' grid__cell--closed'}`,
      'aria-readonly': open(row, column) ? null : 'true',
      'aria-invalid': mistakes.length ? 'true' : null,
    });
    if (!open(row, column)) {
      td.append('–');
      return td;
    }
    const goes = typed.get(cell) === GONE;
    td.append(el('span', { className: 'grid__value' }, goes ? say('will-go') : value));
    const before = said(row, column) ?? '';
    if (changed) td.append(el('small', { className: 'grid__was' }, say('was', before || say('blank'))));
    for (const problem of mistakes) td.append(el('small', { className: 'grid__wrong' }, `${problem.what} ${problem.fix}`));
    return td;
  }

  function rowOf(row, at_row) {
    return el('tr', { role: 'row', 'aria-rowindex': at_row + 2, 'data-id': row.id },
      el('th', { role: 'rowheader', scope: 'row', className: 'grid__name', id: `row-${at_row}` }, row.name, row.unit ? el('small', {}, ` ${row.unit}`) : null),
      COLUMNS.map((column) => cellOf(row, at_row, column)));
  }

  function draw() {
    fill(table,
      el('thead', {}, el('tr', { role: 'row', 'aria-rowindex': 1 }, ['name', ...COLUMNS].map((column) => el('th', { role: 'columnheader', scope: 'col' }, say(`column-${column}`))))),
      el('tbody', {}, grid.rows.map(rowOf)));
    table.setAttribute('aria-rowcount', grid.rows.length + 1);
    table.setAttribute('aria-colcount', COLUMNS.length + 1);
    mark();
    count();
  }

  function redraw(row) {
    const at_row = grid.rows.indexOf(row);
    const old = table.tBodies[0]?.rows[at_row];
    if (old) old.replaceWith(rowOf(row, at_row));
    mark();
    count();
  }

  const columnAt = (column) => COLUMNS[column - 1];
  const node = (of = here) => table.querySelector(`#cell-${of.row}-${columnAt(of.column)}`);

  function mark() {
    table.querySelectorAll('[role=gridcell][tabindex="0"]').forEach((cell) => { cell.tabIndex = -1; });
    const cell = node();
    if (cell) cell.tabIndex = 0;
  }

  function focus() {
    mark();
    node()?.focus();
  }

  function go(row, column) {
    here = { row: Math.max(0, Math.min(grid.rows.length - 1, row)), column: Math.max(1, Math.min(COLUMNS.length, column)) };
    focus();
  }

  /** The next cell that can be edited, in a direction along the row and on to the next row. */
  function goOpen(step) {
    let { row, column } = here;
    for (let tries = 0; tries < grid.rows.length * COLUMNS.length; tries += 1) {
      column += step;
      if (column < 1 || column > COLUMNS.length) {
        row += step;
        column = step > 0 ? 1 : COLUMNS.length;
      }
      if (row < 0 || row >= grid.rows.length) break;
      if (open(grid.rows[row], columnAt(column))) return go(row, column);
    }
    focus();
  }

  // ---- editing a cell

  function edit(fresh) {
    const row = grid.rows[here.row];
    const column = columnAt(here.column);
    if (!open(row, column)) return tell(say('not-here'));
    const cell = node();
    const label = `${say(`column-${column}`)}, ${row.name}`;
    const input = column === 'state'
      ? el('select', { 'aria-label': label, className: 'grid__input' }, ['', ...grid.states].map((state) => el('option', { value: state, selected: state === shown(row, 'state') }, state || say('no-state'))))
      : el('input', { type: 'text', 'aria-label': label, className: 'grid__input', value: fresh ? '' : shown(row, column), autocomplete: 'off', spellcheck: 'false', list: column === 'source' ? 'sources' : null });
    editing = { row, column, input, cell };
    fill(cell, input);
    cell.classList.add('grid__cell--open');
    input.focus();
    if (!fresh && column !== 'state') input.select();
    input.addEventListener('blur', () => { if (editing?.input === input) commit(false); });
    if (column === 'state') input.addEventListener('change', () => { if (editing?.input === input) commit(true); });
  }

  function commit(back) {
    if (!editing) return;
    const { row, column, input } = editing;
    editing = null;
    const value = input.value;
    const before = shown(row, column);
    if (value.trim() !== before) {
      past.push(put(row, column, value));
      wrong = wrong.filter((problem) => problem.cell?.id !== row.id);
      keep();
      if (value.trim() === '' && said(row, column)) tell(say('kept-blank'));
    }
    redraw(row);
    if (back) focus();
  }

  function cancel() {
    if (!editing) return;
    const { row } = editing;
    editing = null;
    redraw(row);
    focus();
  }

  function keys(event) {
    const control = event.ctrlKey || event.metaKey;
    if (event.isComposing) return;
    if (editing) {
      const list = editing.column === 'state';
      if (event.key === 'Escape') cancel();
      else if (event.key === 'Enter') { commit(false); go(here.row + (event.shiftKey ? -1 : 1), here.column); }
      else if (event.key === 'Tab') { commit(false); goOpen(event.shiftKey ? -1 : 1); }
      else if (!list && !event.altKey && (event.key === 'ArrowUp' || event.key === 'ArrowDown') && editing.column !== 'source') { commit(false); go(here.row + (event.key === 'ArrowUp' ? -1 : 1), here.column); }
      else return;
      event.preventDefault();
      return;
    }
    if (!event.target.closest('[role=gridcell]')) return;
    const moves = { ArrowUp: [-1, 0], ArrowDown: [1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1], PageUp: [-10, 0], PageDown: [10, 0] };
    if (event.key in moves && !event.altKey) go(here.row + moves[event.key][0], here.column + moves[event.key][1]);
    else if (event.key === 'Home') go(control ? 0 : here.row, 1);
    else if (event.key === 'End') go(control ? grid.rows.length - 1 : here.row, COLUMNS.length);
    else if (event.key === 'Enter' || event.key === 'F2' || (event.altKey && event.key === 'ArrowDown')) edit(false);
    else if (event.key === 'Delete' && event.shiftKey) remove();
    else if (event.key === 'Delete' || event.key === 'Backspace') {
      const row = grid.rows[here.row];
      const column = columnAt(here.column);
      if (open(row, column) && typed.has(key(row, column))) {
        past.push(put(row, column, ''));
        keep();
        redraw(row);
        focus();
      } else tell(say('kept-blank'));
    } else if (control && event.key.toLowerCase() === 'z') undo();
    else {
      // The letter itself goes on into the field that opens; so does what an input method composes.
      if (!control && !event.altKey && (event.key.length === 1 || event.key === 'Process')) edit(true);
      return;
    }
    event.preventDefault();
  }

  // ---- pasting a block

  /** Rows and columns of what a spreadsheet copies: tabs between cells, quotes around cells with line ends. */
  function block(text) {
    const rows = [[]];
    let rest = text.replace(/\r\n?/g, '\n');
    if (rest.endsWith('\n')) rest = rest.slice(0, -1);
    while (rest !== null) {
      let value;
      const quoted = /^"((?:[^"]|"")*)"(?=\t|\n|$)/.exec(rest);
      if (quoted) {
        value = quoted[1].replace(/""/g, '"').replace(/\s*\n\s*/g, ' ');
        rest = rest.slice(quoted[0].length);
      } else {
        [value] = /^[^\t\n]*/.exec(rest);
        rest = rest.slice(value.length);
      }
      rows.at(-1).push(value.replace(/\u00a0/g, ' ').trim());
      if (rest[0] === '\n') rows.push([]);
      rest = rest === '' ? null : rest.slice(1);
    }
    return rows;
  }

  function paste(text) {
    const rows = block(text);
    let [done, blanks, out] = [0, 0, 0];
    const batch = [];
    rows.forEach((cells, down) => cells.forEach((value, right) => {
      const row = grid.rows[here.row + down];
      const column = columnAt(here.column + right);
      if (value === '') { blanks += 1; return; }
      if (!row || !column || !open(row, column)) { out += 1; return; }
      const words = column === 'state' ? (grid.states.find((state) => fold(state) === fold(value)) ?? value) : value;
      if (words !== shown(row, column)) batch.push(...put(row, column, words));
      wrong = wrong.filter((problem) => problem.cell?.id !== row.id);
      done += 1;
    }));
    if (batch.length) past.push(batch);
    keep();
    draw();
    focus();
    tell([say('pasted', done), blanks ? say('pasted-blank', blanks) : '', out ? say('pasted-out', out) : ''].filter(Boolean).join(' '), out ? 'warning' : '');
  }

  function pasted(event) {
    const text = event.clipboardData?.getData('text/plain') ?? '';
    // Firefox names the place of the last selection as the target, whatever has the focus.
    if (!text || !table.contains(document.activeElement)) return;
    // One value goes into the field it is pasted into; a block is spread over cells from here.
    if (editing && !/[\t\n]/.test(text.trim())) return;
    if (editing) cancel();
    event.preventDefault();
    paste(text);
  }

  function copied(event) {
    if (editing || !table.contains(document.activeElement)) return;
    event.clipboardData.setData('text/plain', shown(grid.rows[here.row], columnAt(here.column)));
    event.preventDefault();
  }

  // ---- day, source and notes

  function heads() {
    const days = el('select', { id: 'day', 'aria-label': say('day'), onchange: (event) => change(...event.target.value.split('#')) },
      grid.days.map((day) => el('option', { value: `${day.day}#${day.nth}`, selected: day.day === grid.day && day.nth === grid.nth }, day.words)),
      grid.is_new ? el('option', { value: grid.day ?? '', selected: true }, grid.day_words ?? say('no-day')) : null);
    const box = el('form', { id: 'day-new-box', className: 'newday', hidden: true, onsubmit: (event) => { event.preventDefault(); change(box.querySelector('input').value); } },
      el('label', { htmlFor: 'day-new-words' }, say('day-new-label')),
      el('input', { id: 'day-new-words', type: 'text', autocomplete: 'off' }),
      el('button', { type: 'submit', id: 'day-new-open' }, say('day-open')),
      el('button', { type: 'button', onclick: () => { box.hidden = true; head.querySelector('#day-new').focus(); } }, say('day-cancel')));
    const list = el('datalist', { id: 'sources' }, grid.sources.map((one) => el('option', { value: one.id }, one.title)));
    fill(head,
      el('h1', { id: 'grid-title' }, `${grid.name} · ${grid.period}`),
      el('p', { className: 'heads__day' }, el('label', { htmlFor: 'day' }, say('day')), ' ', days, ' ',
        el('button', { type: 'button', id: 'day-new', onclick: () => { box.hidden = false; box.querySelector('input').focus(); } }, say('day-new'))),
      box,
      grid.is_new ? el('p', { className: 'note' }, say('day-is-new')) : null,
      grid.is_new ? el('p', {}, el('label', { htmlFor: 'source' }, say('source-label')), ' ',
        el('input', { id: 'source', type: 'text', list: 'sources', value: source, autocomplete: 'off', spellcheck: 'false', oninput: (event) => { source = event.target.value; keep(); } }))
        : grid.source ? el('p', { className: 'hint' }, say('source-of-day', grid.source)) : null,
      list,
      el('p', { id: 'grid-help', className: 'hint' }, say('grid-help')));
    fill(foot,
      grid.twice ? el('p', { className: 'note' }, say('twice', grid.twice)) : null,
      el('p', {}, grid.files.filter((file) => file.hash).map((file) => [el('a', { href: `/_edit/?file=${encodeURIComponent(file.path)}` }, say('as-text', file.path)), ' '])));
    document.title = `${grid.name} · ${grid.period} – ${say('title')}`;
  }

  /** What is wrong, each with a way to its cell. */
  function told(problems, after) {
    const goTo = (problem) => {
      if (!problem.cell) return undefined;
      const at_row = grid.rows.findIndex((row) => row.id === problem.cell.id);
      if (at_row < 0) {
        const field = problem.cell.column === 'source' ? 'source' : 'day';
        const go_field = () => at(field)?.focus();
        go_field.words = say(problem.cell.column === 'source' ? 'column-source' : 'day');
        return go_field;
      }
      const go_cell = () => go(at_row, COLUMNS.indexOf(problem.cell.column) + 1);
      go_cell.words = `${grid.rows[at_row].name} · ${say(`column-${problem.cell.column}`)}`;
      return go_cell;
    };
    fill(notes, after ?? null, problems.length ? el('ul', { className: 'problems', id: 'grid-problems' }, problems.map((problem) => problemItem(problem, goTo(problem)))) : null);
  }

  async function change(day, nth = 0) {
    const next = await ask(query({ area: grid.area, period: grid.period, day, nth }));
    if (next.status !== 200) return tell(why(next), 'error');
    grid = next.body;
    history.replaceState(null, '', `?area=${encodeURIComponent(grid.area)}&period=${encodeURIComponent(grid.period)}&day=${encodeURIComponent(grid.day ?? '')}${grid.nth ? `&nth=${grid.nth}` : ''}`);
    const many = bring();
    here = { row: 0, column: COLUMNS.indexOf('result') + 1 };
    heads();
    told(grid.problems);
    draw();
    tell(many ? say('restored', many) : grid.is_new ? say('day-is-new') : '');
  }

  function dropping() {
    if (!confirm(say('drop-sure', typed.size))) return;
    typed.clear();
    base.clear();
    source = '';
    past = [];
    wrong = [];
    keep();
    heads();
    told(grid.problems);
    draw();
    focus();
    tell(say('dropped'));
  }

  // ---- saving

  const send = (seen) => ask('grid', {
    area: grid.area,
    period: grid.period,
    day: grid.day,
    nth: grid.nth,
    source: grid.is_new ? source : null,
    hashes: Object.fromEntries(grid.files.map((file) => [file.path, file.hash])),
    cells: [...typed].map(([cell, value]) => ({ id: cell.split('\t')[0], column: cell.split('\t')[1], ...(value === GONE ? { remove: true } : { value }) })),
    seen: seen ?? null,
  });

  async function saving() {
    commit(false);
    if (!typed.size) return tell(say('nothing'));
    tell(say('writing'));
    save.disabled = true;
    let answer = await send();
    save.disabled = false;
    if (answer.status === 200 && answer.body.files.length === 0) return tell(say('nothing'));
    if (answer.status === 200) {
      tell('');
      answer = await review(answer, send);
      if (!answer) return focus();
    }
    if (answer.status === 409) return meet(answer.body);
    if (answer.status === 422 && answer.body.problems) {
      wrong = answer.body.problems;
      draw();
      const sentence = say('refused', wrong.length);
      told([...wrong, ...answer.body.told], el('p', { className: 'note note--error' }, sentence));
      notes.querySelector('button')?.focus();
      return tell(sentence, 'error');
    }
    if (answer.status !== 200) return tell(why(answer), 'error');
    const reported = answer.body.told;
    typed.clear();
    base.clear();
    source = '';
    keep();
    await change(grid.day ?? '', grid.nth);
    told(reported);
    focus();
    tell(say('written'), 'good');
  }

  /** A file was changed elsewhere: what it says now beside what was typed, and nothing is lost. */
  async function meet(body) {
    const now = new Map(body.grid.rows.map((row) => [row.id, row]));
    const lines = [];
    for (const [cell, mine] of typed) {
      const [id, column] = cell.split('\t');
      const row = now.get(id);
      const old = grid.rows.find((one) => one.id === id);
      lines.push([`${(row ?? old)?.name ?? id} · ${say(`column-${column}`)}`, base.get(cell) ?? '', row?.[column] ?? '', mine === GONE ? say('will-go') : mine]);
    }
    // What the others changed is told too, where nothing was typed.
    for (const row of body.grid.rows) {
      const old = grid.rows.find((one) => one.id === row.id);
      for (const column of COLUMNS.filter((one) => old && (old[one] ?? '') !== (row[one] ?? '') && !typed.has(key(row, one)))) {
        lines.push([`${row.name} · ${say(`column-${column}`)}`, old[column] ?? '', row[column] ?? '', null]);
      }
    }
    const words = (value) => value || `(${say('blank')})`;
    const list = el('table', { className: 'changes' },
      el('thead', {}, el('tr', {}, [say('column-name'), say('conflict-base'), say('conflict-theirs'), say('conflict-mine')].map((head_words) => el('th', { scope: 'col' }, head_words)))),
      el('tbody', {}, lines.map(([what, before, theirs, mine]) => el('tr', { className: mine === null || before === theirs ? '' : 'changes__clash' },
        el('th', { scope: 'row' }, what),
        el('td', { 'data-label': say('conflict-base') }, words(before)),
        el('td', { 'data-label': say('conflict-theirs') }, words(theirs)),
        el('td', { 'data-label': say('conflict-mine') }, mine === null ? '–' : el('strong', {}, mine))))));
    tell(say('conflict-what', body.changed.join(', ')), 'warning');
    const choice = await conflict(body.changed, list);
    if (!choice) return focus();
    grid = body.grid;
    if (choice === 'reload') {
      typed.clear();
      source = '';
    }
    base = new Map([...typed.keys()].map((cell) => [cell, now.get(cell.split('\t')[0])?.[cell.split('\t')[1]] ?? '']));
    keep();
    wrong = [];
    heads();
    told(grid.problems);
    draw();
    focus();
    tell(say(choice === 'keep' ? 'conflict-kept' : 'dropped'));
  }

  // ---- together

  function shortcut(event) {
    if ((event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 's' && !document.querySelector('dialog[open]')) {
      event.preventDefault();
      saving();
    }
  }

  table.addEventListener('keydown', keys);
  table.addEventListener('mousedown', (event) => {
    const cell = event.target.closest('[role=gridcell]');
    if (!cell || editing?.cell === cell) return;
    const row = [...table.tBodies[0].rows].indexOf(cell.parentElement);
    const column = COLUMNS.indexOf(cell.dataset.column) + 1;
    const again = document.activeElement === cell && here.row === row && here.column === column;
    event.preventDefault();
    commit(false);
    go(row, column);
    if (again) edit(false);
  });
  table.addEventListener('click', (event) => { if (event.pointerType === 'touch' && !editing && event.target.closest('[role=gridcell]')) edit(false); });
  table.addEventListener('dblclick', () => { if (!editing) edit(false); });
  table.addEventListener('focusin', (event) => {
    const cell = event.target.closest('[role=gridcell]');
    if (cell && !editing) here = { row: [...table.tBodies[0].rows].indexOf(cell.parentElement), column: COLUMNS.indexOf(cell.dataset.column) + 1 };
  });
  document.addEventListener('paste', pasted);
  document.addEventListener('copy', copied);
  document.addEventListener('keydown', shortcut);

  const many = bring();
  here = { row: 0, column: COLUMNS.indexOf('result') + 1 };
  heads();
  told(grid.problems);
  draw();
  fill(work, head, bar, notes, el('div', { className: 'sheet' }, table), foot);
  tell(many ? say('restored', many) : '');
  return () => {
    document.removeEventListener('paste', pasted);
    document.removeEventListener('copy', copied);
    document.removeEventListener('keydown', shortcut);
  };
}
