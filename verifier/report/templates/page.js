'use strict';
/* Shows some findings and not others, walks through them by keyboard, copies one as text. The page is whole without it. */
(() => {
  const all = (what, within = document) => [...within.querySelectorAll(what)];
  const bar = document.getElementById('bar');
  const shown = document.getElementById('shown');
  const keys = document.getElementById('keys');
  const notes = all('.note');
  const places = new Map();
  for (const piece of all('[data-f]')) {
    for (const name of piece.dataset.f.split(' ')) {
      if (!places.has(name)) places.set(name, []);
      places.get(name).push(piece);
    }
  }
  const listed = new Map();
  for (const line of all('[data-for]')) {
    if (!listed.has(line.dataset.for)) listed.set(line.dataset.for, []);
    listed.get(line.dataset.for).push(line);
  }
  const ticks = all('[data-ticked]'); // facts that somebody decided on: there is no card to walk to
  const voiceNames = new Map(all('[data-voice]').map((voice) => [voice.id, voice.dataset.voice]));
  const speakers = (note) => note.dataset.who.split(' ').map((id) => voiceNames.get(id)).filter(Boolean);
  const origins = { rules: 'rules', model: 'the model' };
  const states = {
    'open': 'open', 'mend': 'to mend', 'fine': 'checked, fine', 'false-alarm': 'false alarm', 'call': 'to call', 'answered': 'call answered',
    'suppressed': 'suppressed', 'known': 'in the baseline',
  };
  let visible = notes;
  let current = null;

  /* Filters */

  function offer(name, values, words = (value) => value) {
    const choice = bar.elements[name];
    const found = [...new Set(values)].sort();
    for (const value of found) choice.add(new Option(words(value), value));
    choice.parentElement.hidden = found.length < 2;
  }

  function chosen() {
    const severities = all('input[name=severity]:checked', bar).map((box) => box.value);
    const { code, who, origin, state } = bar.elements;
    return (note) => severities.includes(note.dataset.severity)
      && (!code.value || note.dataset.code === code.value)
      && (!who.value || speakers(note).includes(who.value))
      && (!origin.value || note.dataset.origin === origin.value)
      && (!state.value || note.dataset.state === state.value);
  }

  function filter() {
    const fits = chosen();
    visible = notes.filter(fits);
    const kept = new Set(visible);
    for (const note of notes) {
      note.hidden = !kept.has(note);
      for (const line of listed.get(note.dataset.name) ?? []) line.hidden = note.hidden;
    }
    const { value } = bar.elements.state;
    for (const line of ticks) line.hidden = value && line.dataset.ticked !== value;
    if (current && current.hidden) leave();
    tell();
  }

  function tell() {
    const at = visible.indexOf(current);
    const rest = notes.length - visible.length;
    shown.textContent = `${at < 0 ? '' : `${at + 1} of `}${visible.length} shown${rest ? `, ${rest} hidden` : ''}`;
  }

  /* Walking */

  function leave() {
    if (!current) return;
    current.classList.remove('current');
    for (const piece of places.get(current.dataset.name) ?? []) piece.classList.remove('here');
    current = null;
  }

  function reach(note) {
    leave();
    current = note;
    note.classList.add('current');
    for (const piece of places.get(note.dataset.name) ?? []) piece.classList.add('here');
    tell();
  }

  function go(step) {
    if (!visible.length) return;
    const at = visible.indexOf(current);
    const next = at < 0 ? (step > 0 ? 0 : visible.length - 1) : at + step;
    const note = visible[Math.max(0, Math.min(visible.length - 1, next))];
    reach(note);
    (note.querySelector(':scope > summary') ?? note).focus({ preventScroll: true });
    note.scrollIntoView({ block: 'center' });
    history.replaceState(null, '', `#${note.dataset.name}`);
  }

  function fold() {
    const part = current.matches('details') ? current : current.querySelector('details');
    part.open = !part.open;
  }

  function toText() {
    const anchors = all(`.at[href="#${CSS.escape(current.dataset.name)}"]`);
    const at = anchors.indexOf(document.activeElement);
    const next = anchors[(at + 1) % anchors.length];
    next.focus({ preventScroll: true });
    next.scrollIntoView({ block: 'center' });
  }

  /* Taking along */

  function asText(note) {
    const words = (what) => note.querySelector(what)?.textContent.replace(/\s+/g, ' ').trim() ?? '';
    const path = note.closest('.report').querySelector('.path').textContent.trim();
    const link = new URL(`#${note.dataset.name}`, location.href).href;
    return [
      `${path}, ${note.dataset.place}: ${note.dataset.severity} ${note.dataset.code}`,
      words('.message bdi'),
      ...all('.sides li', note).map((side) => `  ${side.textContent.replace(/\s+/g, ' ').trim()}`),
      words('.verdict'),
      words('.decision'),
      words('.ask') && `→ ${words('.ask')}`,
      words('.why'),
      link,
    ].filter(Boolean).join('\n');
  }

  async function copy(note) {
    const button = note.querySelector('.copy');
    try {
      await navigator.clipboard.writeText(asText(note));
      button.textContent = 'Copied';
    } catch {
      button.textContent = 'The browser does not allow it';
    }
    setTimeout(() => { button.textContent = 'Copy'; }, 1500);
  }

  function printSheet() {
    document.body.classList.add('calls-only');
    window.print();
  }

  /* Questions that were asked stay ticked, where the browser lets a page remember. */

  function remembered(box) {
    return `verifier:${box.closest('[data-sheet]').dataset.sheet}:${box.dataset.ask}`;
  }

  function tick(box) {
    try {
      if (box.checked) localStorage.setItem(remembered(box), '1');
      else localStorage.removeItem(remembered(box));
    } catch { /* a page from a mail or a sandbox remembers nothing */ }
  }

  function recall() {
    try {
      for (const box of all('[data-ask]')) box.checked = localStorage.getItem(remembered(box)) === '1';
    } catch { /* as above */ }
  }

  /* What is pressed */

  const pressed = {
    j: () => go(1),
    k: () => go(-1),
    Enter: () => current && fold(),
    t: () => current && toText(),
    c: () => current && copy(current),
    f: () => { bar.classList.add('wide'); bar.elements.severity[0].focus(); },
    p: printSheet,
    '?': () => keys.showModal(),
    Escape: () => { leave(); tell(); },
  };

  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || keys.open) return;
    const inside = event.target;
    if (inside.matches('select, textarea, input:not([type=checkbox])')) return;
    if (event.key === 'Enter' && inside.matches('a, button, summary, input')) return;
    const act = pressed[event.key];
    if (!act) return;
    event.preventDefault();
    act();
  });

  document.addEventListener('click', (event) => {
    const note = event.target.closest('.note');
    if (note) reach(note);
    if (event.target.matches('.copy')) copy(note);
  });

  function arrive() {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    const note = target?.closest('.note');
    if (!note) return;
    if (note.hidden) {
      bar.reset();
      filter();
    }
    if (note.matches('details')) note.open = true;
    reach(note);
  }

  recall();
  document.addEventListener('change', (event) => {
    if (event.target.matches('[data-ask]')) tick(event.target);
  });
  const kinds = Object.fromEntries(notes.map((note) => [note.dataset.code, note.dataset.kind]));
  offer('code', notes.map((note) => note.dataset.code), (value) => kinds[value]);
  offer('who', notes.flatMap(speakers));
  offer('origin', notes.map((note) => note.dataset.origin), (value) => origins[value]);
  offer('state', [...notes.map((note) => note.dataset.state), ...ticks.map((line) => line.dataset.ticked)], (value) => states[value]);
  bar.addEventListener('change', filter);
  bar.addEventListener('reset', () => setTimeout(filter));
  bar.addEventListener('submit', (event) => event.preventDefault());
  document.getElementById('on').addEventListener('click', () => go(1));
  document.getElementById('back').addEventListener('click', () => go(-1));
  document.getElementById('help').addEventListener('click', () => keys.showModal());
  document.getElementById('sheet').addEventListener('click', printSheet);
  document.getElementById('more').addEventListener('click', (event) => {
    event.target.setAttribute('aria-expanded', bar.classList.toggle('wide'));
  });
  window.addEventListener('afterprint', () => document.body.classList.remove('calls-only'));
  window.addEventListener('hashchange', arrive);
  document.documentElement.classList.add('scripted');
  bar.hidden = !notes.length;
  filter();
  arrive();
})();
