// Finds a figure by its words and gives the Markdown that says it rightly.

import { ask, at, el, fill, open, say, why } from '/_edit/page.js';

/** Opens the list of figures; gives the chosen one, or null. */
export async function pick(file) {
  const input = at('picker-words');
  const list = at('picker-list');
  let figures = [];
  let chosen = -1;
  let asked = 0;
  let waiting = 0;
  let answer = null;

  const choose = (to) => {
    chosen = figures.length ? (to + figures.length) % figures.length : -1;
    [...list.children].forEach((item, step) => item.setAttribute('aria-selected', String(step === chosen)));
    const item = list.children[chosen];
    if (item) {
      input.setAttribute('aria-activedescendant', item.id);
      item.scrollIntoView({ block: 'nearest' });
    } else input.removeAttribute('aria-activedescendant');
  };
  const done = (to) => {
    answer = figures[to] ?? null;
    if (answer) at('picker').close('chosen');
  };
  const look = async () => {
    const mine = ++asked;
    const got = await ask(`figures?file=${encodeURIComponent(file)}&q=${encodeURIComponent(input.value)}`);
    if (mine !== asked) return;
    figures = got.status === 200 ? got.body.figures : [];
    at('picker-say').textContent = got.status !== 200 ? why(got) : figures.length ? say('picker-count', figures.length) : say('picker-none');
    fill(list, figures.map((figure, step) => el('li', { id: `figure-${step}`, role: 'option', 'aria-selected': 'false', 'data-address': figure.address },
      el('strong', {}, figure.words), ' ', el('span', {}, figure.title), ' ',
      el('small', {}, [figure.day && !figure.counted ? say('picker-day', figure.day) : null, figure.counted ? say('picker-counted') : null, figure.place, figure.address].filter(Boolean).join(' · ')))));
    choose(0);
  };
  const typed = () => {
    clearTimeout(waiting);
    waiting = setTimeout(look, 150);
  };
  const key = (event) => {
    if (event.isComposing) return;
    const steps = { ArrowDown: 1, ArrowUp: -1, PageDown: 8, PageUp: -8 };
    if (event.key in steps) choose(chosen + steps[event.key]);
    else if (event.key === 'Enter') done(chosen);
    else return;
    event.preventDefault();
  };
  const click = (event) => {
    const item = event.target.closest('[role=option]');
    if (item) done([...list.children].indexOf(item));
  };
  input.addEventListener('input', typed);
  input.addEventListener('keydown', key);
  list.addEventListener('click', click);
  look();
  await open(at('picker'), input);
  input.select();
  clearTimeout(waiting);
  asked += 1;
  input.removeEventListener('input', typed);
  input.removeEventListener('keydown', key);
  list.removeEventListener('click', click);
  return answer;
}
