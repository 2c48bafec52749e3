// A text: typing on one side, the page as the generator draws it on the other, problems with their lines between.

import { ask, at, el, fill, hunkList, kept, problemItem, say, tell, why } from '/_edit/page.js';
import { pick } from '/_edit/picker.js';
import { conflict, review } from '/_edit/review.js';

/** Shows a file as text; gives a function that takes it away. */
export async function showText(work, file, failed, line = 0) {
  const first = await ask(`text?file=${encodeURIComponent(file)}`);
  if (first.status !== 200) {
    failed(first);
    return null;
  }
  /** What the file said when it was opened, and the hash of its bytes. */
  let base = first.body.text;
  let hash = first.body.hash;
  const name = `text:${file}`;
  const old = kept.get(name);

  const area = el('textarea', { id: 'text', className: 'text', value: old?.text ?? base, spellcheck: 'false', autocomplete: 'off', wrap: 'soft', 'aria-describedby': 'where' });
  const where = el('span', { id: 'where', className: 'hint' });
  const save = el('button', { type: 'button', id: 'save', className: 'main', title: 'Ctrl+S', onclick: () => saving() }, say('save'));
  const drop = el('button', { type: 'button', id: 'drop', onclick: dropping }, say('drop'));
  const picker = el('button', { type: 'button', id: 'pick', title: 'Ctrl+Shift+F', onclick: () => picking() }, say('picker'));
  const notes = el('div', { id: 'text-notes' });
  const problems = el('ul', { id: 'problems', className: 'problems' });
  const frame = el('iframe', { id: 'preview', name: 'preview', className: 'preview', title: say('preview'), sandbox: 'allow-same-origin' });
  const empty = el('p', { id: 'preview-none', className: 'hint', hidden: true }, say('preview-none'));
  const changed = () => area.value !== base;

  // A text that was kept belongs to the version it was typed over: saving shows both when the file is another by now.
  if (old && old.text !== base) {
    if (old.hash !== hash) [base, hash] = [old.base, old.hash];
    tell(say('restored-text') + (old.hash !== first.body.hash ? ` ${say('restored-other')}` : ''));
  } else tell('');

  function keep() {
    if (changed()) kept.set(name, { text: area.value, base, hash });
    else kept.drop(name);
    drop.hidden = !changed();
  }

  // ---- places

  function caret() {
    const before = area.value.slice(0, area.selectionStart);
    const line = before.split('\n').length;
    where.textContent = say('where', line, before.length - before.lastIndexOf('\n'));
  }

  /** Puts the caret on a line and brings it into view: a copy of the text before it tells how high it stands. */
  function jump(line, column = 1, width = 0) {
    const lines = area.value.split('\n');
    let start = 0;
    for (let step = 0; step < line - 1 && step < lines.length; step += 1) start += lines[step].length + 1;
    const letters = [...(lines[line - 1] ?? '')];
    const from = start + letters.slice(0, column - 1).join('').length;
    area.focus();
    area.setSelectionRange(from, from + letters.slice(column - 1, column - 1 + width).join('').length);
    const mirror = el('div', { className: 'text mirror', 'aria-hidden': 'true' }, area.value.slice(0, from));
    mirror.style.width = `${area.clientWidth}px`;
    area.after(mirror);
    area.scrollTop = Math.max(0, mirror.scrollHeight - area.clientHeight / 2);
    mirror.remove();
    caret();
  }

  function put(words) {
    area.focus();
    // This way the browser can undo it.
    if (!document.execCommand('insertText', false, words)) {
      area.setRangeText(words, area.selectionStart, area.selectionEnd, 'end');
      area.dispatchEvent(new Event('input'));
    }
  }

  // ---- what is wrong, and the picture

  function listed(list, elsewhere) {
    const go = (problem) => (problem.line > 0 ? () => jump(problem.line, problem.column, problem.width) : undefined);
    fill(problems, list.length ? list.map((problem) => problemItem(problem, go(problem))) : el('li', {}, say('problems-none')),
      elsewhere ? el('li', {}, say('problems-elsewhere', elsewhere)) : null);
  }

  let asked = 0;
  let waiting = 0;

  async function look() {
    const mine = ++asked;
    const answer = await ask('preview', { file, text: area.value });
    if (mine !== asked) return;
    if (answer.status !== 200) return tell(why(answer), 'error');
    listed(answer.body.problems, answer.body.elsewhere);
    empty.hidden = Boolean(answer.body.frame);
    if (answer.body.frame) turn(answer.body.frame);
  }

  /** Shows another picture at the height of the one before. */
  function turn(address) {
    const before = frame.contentDocument?.scrollingElement?.scrollTop ?? 0;
    frame.addEventListener('load', () => { if (frame.contentDocument?.scrollingElement) frame.contentDocument.scrollingElement.scrollTop = before; }, { once: true });
    frame.contentWindow.location.replace(address);
  }

  function typed() {
    keep();
    caret();
    clearTimeout(waiting);
    waiting = setTimeout(look, 350);
  }

  async function picking() {
    const [start, end] = [area.selectionStart, area.selectionEnd];
    const figure = await pick(file);
    area.focus();
    area.setSelectionRange(start, end);
    if (!figure) return;
    put(figure.markdown);
    tell(say('inserted', figure.words));
  }

  function dropping() {
    if (!confirm(say('drop-sure', 1))) return;
    reload();
  }

  async function reload() {
    kept.drop(name);
    const now = await ask(`text?file=${encodeURIComponent(file)}`);
    if (now.status !== 200) return tell(why(now), 'error');
    [base, hash] = [now.body.text, now.body.hash];
    area.value = base;
    fill(notes);
    typed();
    tell(say('dropped'));
  }

  // ---- saving

  const send = (seen) => ask('text', { file, hash, text: area.value, seen: seen ?? null });

  async function saving() {
    if (!changed()) return tell(say('nothing'));
    tell(say('writing'));
    save.disabled = true;
    let answer = await send();
    save.disabled = false;
    if (answer.status === 200) {
      tell('');
      answer = await review(answer, send);
      if (!answer) return area.focus();
    }
    if (answer.status === 409) return meet(answer.body);
    if (answer.status === 422 && answer.body.problems) {
      const sentence = say('refused', answer.body.problems.length);
      const go = (problem) => (problem.file === file && problem.line > 0 ? () => jump(problem.line, problem.column, problem.width) : undefined);
      fill(notes, el('p', { className: 'note note--error' }, sentence), el('ul', { className: 'problems', id: 'refused' }, answer.body.problems.map((problem) => problemItem(problem, go(problem)))));
      notes.querySelector('button')?.focus();
      return tell(sentence, 'error');
    }
    if (answer.status !== 200) return tell(why(answer), 'error');
    base = area.value;
    hash = answer.body.hash;
    keep();
    fill(notes, answer.body.told.length ? el('ul', { className: 'problems' }, answer.body.told.map((problem) => problemItem(problem))) : null);
    area.focus();
    tell(say('written'), 'good');
  }

  /** The file was changed elsewhere: both versions, and a way to have both. */
  async function meet(body) {
    tell(say('conflict-what', file), 'warning');
    const choice = await conflict([file], el('h3', {}, say('conflict-differs')), hunkList(body.hunks));
    if (choice === 'reload') return reload();
    if (choice !== 'keep') return area.focus();
    const merged = await ask('merge', { base, mine: area.value, theirs: body.text });
    if (merged.status !== 200) return tell(why(merged), 'error');
    area.value = merged.body.text;
    [base, hash] = [body.text, body.hash];
    const left = merged.body.left_out;
    fill(notes, left.length ? el('div', { className: 'note note--warning', id: 'left-out' }, el('p', {}, say('conflict-both', left.length)), hunkList(left.map((hunk) => ({ ...hunk, after: [] })))) : null);
    typed();
    area.focus();
    tell(say('conflict-kept'));
  }

  // ---- together

  function shortcut(event) {
    if (!(event.ctrlKey || event.metaKey) || document.querySelector('dialog[open]')) return;
    const letter = event.key.toLowerCase();
    if (letter === 's' && !event.shiftKey) saving();
    else if (letter === 'f' && event.shiftKey) picking();
    else return;
    event.preventDefault();
  }

  area.addEventListener('input', typed);
  area.addEventListener('keyup', caret);
  area.addEventListener('click', caret);
  document.addEventListener('keydown', shortcut);
  document.title = `${file} – ${say('title')}`;
  fill(work,
    el('div', { className: 'heads' }, el('h1', {}, el('label', { htmlFor: 'text' }, say('text-label', file)))),
    el('div', { className: 'bar' }, save, first.body.prose ? picker : null, drop, where),
    notes,
    el('div', { className: 'desk' },
      el('div', { className: 'desk__side' }, area, el('section', { 'aria-labelledby': 'problems-title' }, el('h2', { id: 'problems-title' }, say('problems')), problems)),
      el('section', { className: 'desk__side', 'aria-labelledby': 'preview-title' }, el('h2', { id: 'preview-title' }, say('preview')), empty, frame)));
  keep();
  area.setSelectionRange(0, 0);
  caret();
  listed(first.body.problems, 0);
  if (line > 0) jump(line);
  look();
  return () => {
    clearTimeout(waiting);
    asked += 1;
    document.removeEventListener('keydown', shortcut);
  };
}
