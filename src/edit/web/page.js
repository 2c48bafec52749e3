// What every part of the editor uses: words, elements, questions to the server, what is kept in the browser.
// Nothing here writes markup: text always becomes text.

const words = JSON.parse(document.documentElement.dataset.words);

/** A sentence of the interface; `{0}`, `{1}` are filled in. */
export function say(id, ...parts) {
  return (words[id] ?? id).replace(/\{(\d)\}/g, (all, at) => String(parts[Number(at)] ?? all));
}

export const at = (id) => document.getElementById(id);

/** An element with properties, `data-*` and `aria-*` among them, and children. */
export function el(name, props = {}, ...children) {
  const node = document.createElement(name);
  for (const [key, value] of Object.entries(props)) {
    if (value === null || value === undefined || value === false) continue;
    if (key in node && !key.includes('-') && !['list', 'form', 'spellcheck'].includes(key)) node[key] = value;
    else node.setAttribute(key, value === true ? '' : value);
  }
  node.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
  return node;
}

export function fill(node, ...children) {
  node.replaceChildren(...children.flat(Infinity).filter((child) => child !== null && child !== undefined));
}

/** Tells the person something, on the page and aloud. */
export function tell(sentence, tone = '') {
  const line = at('say');
  line.className = tone ? `say say--${tone}` : 'say';
  // The same sentence twice is said twice.
  line.textContent = '';
  requestAnimationFrame(() => { line.textContent = sentence; });
}

// The secret comes behind the # of the printed address and stays in this browser, for this address and port only.
const KEY = 'minhbach-edit-token';
const given = new URLSearchParams(location.hash.slice(1)).get('token');
if (given) {
  localStorage.setItem(KEY, given);
  history.replaceState(null, '', location.pathname + location.search);
}

/** Asks the server; `{ status, body }`, status 0 where it does not answer. */
export async function ask(way, body) {
  const headers = { 'x-minhbach-token': localStorage.getItem(KEY) ?? '' };
  if (body !== undefined) headers['content-type'] = 'application/json';
  try {
    const answer = await fetch(`/_edit/api/${way}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers,
      body: body === undefined ? undefined : JSON.stringify(body),
      cache: 'no-store',
      credentials: 'same-origin',
    });
    return { status: answer.status, body: await answer.json().catch(() => ({})) };
  } catch {
    return { status: 0, body: {} };
  }
}

/** What to tell when an answer is none. */
export function why(answer) {
  if (answer.status === 0) return say('offline');
  if (answer.status === 403) return answer.body.say ?? say('no-key');
  return answer.body.say ?? say('offline');
}

/** What was typed and not saved yet, kept in the browser so that nothing is lost with a tab. */
export const kept = {
  name: (of) => `minhbach-edit:${of}`,
  get(of) {
    try { return JSON.parse(localStorage.getItem(this.name(of))); } catch { return null; }
  },
  set(of, what) {
    try { localStorage.setItem(this.name(of), JSON.stringify(what)); } catch { /* A full browser keeps nothing; the page still does. */ }
  },
  drop(of) { localStorage.removeItem(this.name(of)); },
};

/** Words without their marks, for comparing. */
export const fold = (text) => text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/gi, 'd').toLowerCase().replace(/\s+/g, ' ').trim();

/** A problem in words, with a way to its place. */
export function problemItem(problem, go) {
  const place = problem.line > 0 ? say('line', problem.line) : '';
  const elsewhere = problem.file && !go
    ? el('a', { href: `/_edit/?file=${encodeURIComponent(problem.file)}&line=${problem.line}` }, problem.line > 0 ? say('line-of', problem.file, problem.line) : problem.file) : '';
  return el('li', { className: `problem problem--${problem.severity}` },
    el('p', { className: 'problem__what' },
      el('strong', {}, `${say(severities[problem.severity])} ${problem.code}`), ' ',
      go ? el('button', { type: 'button', className: 'link', onclick: go }, go.words ?? place) : elsewhere, ' ',
      problem.what),
    el('p', { className: 'problem__fix' }, el('strong', {}, say('to-fix')), ' ', problem.fix),
    el('p', { className: 'problem__why' }, el('strong', {}, say('why')), ' ', problem.why));
}

const severities = { error: 'severity-error', warning: 'severity-warning', note: 'severity-note' };

/** Lines that go and lines that come. */
export function hunkList(hunks) {
  const lines = [];
  for (const hunk of hunks) {
    hunk.before.forEach((line, step) => lines.push(el('span', { className: 'hunk hunk--before' }, el('b', {}, `${hunk.line + step} − `), line, '\n')));
    hunk.after.forEach((line, step) => lines.push(el('span', { className: 'hunk hunk--after' }, el('b', {}, `${hunk.new_line + step} + `), line, '\n')));
  }
  return el('pre', { className: 'hunks', tabIndex: 0 }, lines);
}

/** Opens a dialog and gives its answer: the value a button closed it with. */
export function open(dialog, first) {
  return new Promise((done) => {
    const buttons = [...dialog.querySelectorAll('button[data-close]')];
    const close = () => dialog.close('');
    buttons.forEach((button) => button.addEventListener('click', close));
    dialog.returnValue = '';
    dialog.addEventListener('close', () => {
      buttons.forEach((button) => button.removeEventListener('click', close));
      done(dialog.returnValue);
    }, { once: true });
    dialog.showModal();
    first?.focus();
  });
}
