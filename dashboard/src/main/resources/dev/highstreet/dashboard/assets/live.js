// Keeps a page up to date: one event stream, each event a whole part of the page as the server renders it.
// Only what differs is touched, in place, so focus, scrolling and open details survive.
(() => {
  const root = document.documentElement;
  const note = document.getElementById("reconnect");
  const pauses = [1, 2, 4, 8, 15];
  const silence = 15_000; // three heartbeats
  let source, failures = 0, waiting, heard = Date.now(), asked = heard, held = false;
  let fed; // the main element that the stream was opened for
  const late = new Map();

  // ---- one part, in place
  const sameKind = (a, b) => a.nodeType === b.nodeType && a.nodeName === b.nodeName && (a.id ?? "") === (b.id ?? "") && a.dataset?.key === b.dataset?.key;
  const morph = (from, to) => {
    if (from.nodeType !== Node.ELEMENT_NODE) {
      if (from.data !== to.data) from.data = to.data;
      return;
    }
    let changed = false;
    // the browser and ECharts own these
    for (const { name } of [...from.attributes]) if (!to.hasAttribute(name) && !["open", "style", "_echarts_instance_", "data-selected", "data-fresh"].includes(name)) from.removeAttribute(name);
    for (const { name, value } of to.attributes) if (from.getAttribute(name) !== value) from.setAttribute(name, value), changed = true;
    if (from.hasAttribute("data-chart")) {
      if (changed) window.drawChart(from);
      return;
    }
    let at = from.firstChild;
    for (const next of [...to.childNodes]) {
      if (next.dataset?.key && at && !sameKind(at, next)) {
        const known = [...from.children].find((child) => child.dataset.key === next.dataset.key);
        if (known) from.insertBefore(known, at), at = known;
      }
      if (at && sameKind(at, next)) {
        morph(at, next);
        at = at.nextSibling;
      } else if (at && !next.dataset?.key && !at.dataset?.key) {
        const old = at;
        at = at.nextSibling;
        old.replaceWith(next);
      } else {
        from.insertBefore(next, at);
        if (next.dataset?.key) next.setAttribute("data-fresh", "");
      }
    }
    while (at) {
      const old = at;
      at = at.nextSibling;
      old.remove();
    }
  };

  const show = (name, html) => {
    const part = document.getElementById(name);
    if (!part) return;
    const template = document.createElement("template");
    template.innerHTML = html;
    morph(part, template.content.firstElementChild);
    htmx.process(part);
    if (name === "strip") root.toggleAttribute("data-stale", part.hasAttribute("data-stale"));
    document.dispatchEvent(new CustomEvent("live", { detail: { name } }));
  };

  // ---- hold: figures wait, the newest of each kind; so does a list under the pointer or the focus
  const button = () => document.querySelector("[data-waiting]");
  const busy = (name) => document.querySelector(`#${CSS.escape(name)}[data-hold]`)?.matches(":hover, :focus-within");
  const receive = (name, html) => {
    heard = Date.now();
    late.set(name, html);
    if (busy(name)) tellWaiting(name, html);
    release();
  };
  const tellWaiting = (name, html) => {
    const template = document.createElement("template");
    template.innerHTML = html;
    const shown = new Set([...document.querySelectorAll(`#${CSS.escape(name)} [data-key]`)].map((row) => row.dataset.key));
    const fresh = [...template.content.querySelectorAll("[data-key]")].filter((row) => !shown.has(row.dataset.key)).length;
    if (!button()) return;
    button().hidden = fresh === 0;
    button().querySelector("span").textContent = fresh === 1 ? "1 new order" : `${fresh}${fresh >= shown.size ? " or more" : ""} new orders`;
  };
  const release = () => {
    if (held) return;
    for (const [name, html] of late) if (!busy(name)) show(name, html), late.delete(name);
    if (late.size === 0 && button()) button().hidden = true;
  };
  addEventListener("pointerout", () => setTimeout(release));
  addEventListener("focusout", () => setTimeout(release));
  addEventListener("click", (event) => {
    if (!event.target.closest("[data-waiting]")) return;
    late.forEach((html, name) => show(name, html));
    late.clear();
    button().hidden = true;
  });
  const hold = (on) => {
    held = on;
    root.toggleAttribute("data-held", held);
    release();
  };
  window.holdLive = () => hold(!held);

  // ---- words for screen readers, seldom
  let said = 0;
  const say = (words) => {
    const wait = Math.max(0, said + 15_000 - Date.now());
    said = Date.now() + wait;
    setTimeout(() => { document.getElementById("announce").textContent = words; }, wait);
  };

  window.sayLive = say;

  // ---- the stream
  const linked = () => {
    heard = Date.now();
    clearTimeout(waiting);
    if (root.hasAttribute("data-lost")) say("Connected again.");
    failures = 0;
    root.removeAttribute("data-lost");
    root.setAttribute("data-linked", "");
    note.hidden = true;
  };
  const close = () => {
    source?.close();
    source = null;
    root.removeAttribute("data-linked");
  };
  const lost = () => {
    close();
    if (!root.hasAttribute("data-lost")) say("Connection lost. The figures are no longer moving.");
    root.setAttribute("data-lost", "");
    const pause = pauses[Math.min(failures++, pauses.length - 1)];
    const since = new Date(heard).toLocaleTimeString("en-GB");
    let left = pause;
    const count = () => {
      note.hidden = false;
      note.querySelector("span").textContent = left > 0 ? `Connection lost. The figures are as of ${since}; trying again in ${left} s.` : `Connection lost. The figures are as of ${since}; trying now.`;
      if (left-- <= 0) open();
      else waiting = setTimeout(count, 1000);
    };
    clearTimeout(waiting);
    count();
  };
  const open = () => {
    fed = document.getElementById("main");
    const { live: address, parts } = fed.dataset;
    clearTimeout(waiting);
    close();
    if (!address || document.hidden) return;
    asked = Date.now();
    source = new EventSource(address);
    source.onopen = linked;
    source.onerror = lost;
    for (const name of ["strip", "attention", "outages", ...(parts ?? "").split(" ")]) if (name) source.addEventListener(name, (event) => receive(name, event.data));
    source.addEventListener("heartbeat", () => { heard = Date.now(); });
  };

  setInterval(() => { if (source && Date.now() - Math.max(heard, asked) > silence) lost(); }, 1000);
  addEventListener("click", (event) => { if (event.target.closest("[data-reconnect]")) open(); });
  document.addEventListener("visibilitychange", open);
  // a filter swapped the page's parts: another stream belongs to them; an order that opens beside them keeps it
  document.addEventListener("htmx:afterSettle", () => { if (document.getElementById("main") !== fed) late.clear(), open(); });
  addEventListener("pagehide", close);
  addEventListener("pageshow", (event) => { if (event.persisted) open(); });
  open();
})();
