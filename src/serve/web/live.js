// Waits for the next look at the files and shows the page anew where it was scrolled to.
(async () => {
  let turn = Number(document.currentScript?.dataset.turn ?? 0);
  const key = `minhbach-scroll:${location.pathname}`;
  const kept = sessionStorage.getItem(key);
  if (kept !== null) {
    sessionStorage.removeItem(key);
    if (!location.hash) scrollTo(0, Number(kept));
  }
  for (;;) {
    try {
      const answer = await fetch(`/_live/wait?since=${turn}`, { cache: 'no-store' });
      const now = Number(await answer.text());
      if (now !== turn) {
        sessionStorage.setItem(key, String(scrollY));
        location.reload();
        return;
      }
    } catch {
      // The server was stopped; it may come back.
      await new Promise((done) => { setTimeout(done, 1000); });
      turn = -1;
    }
  }
})();
