// Keeps a page of the preview up to date, and tells the author about it. Only 'blog serve' adds it to pages; nothing of it is published.
(() => {
  "use strict";

  const { token, base } = document.currentScript.dataset;
  const read = page => JSON.parse(page.getElementById("blog-preview-notes").textContent);
  let notes = read(document);
  let messages = { errors: [], page: [], elsewhere: [] };

  // What stands around the page: in a shadow tree, so that the styles of the site and these do not meet.
  const host = document.createElement("div");
  host.id = "blog-preview";
  const shadow = host.attachShadow({ mode: "open" });
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(`
    :host { all: initial; }
    * { box-sizing: border-box; }
    .bar, .errors { font: 13px/1.5 system-ui, sans-serif; color: #eee; background: #1b1d22; color-scheme: dark; }
    .bar { position: fixed; z-index: 2147483646; right: 12px; bottom: 12px; max-width: min(560px, calc(100vw - 24px)); border-radius: 8px; box-shadow: 0 2px 12px #0006; }
    summary { cursor: pointer; }
    .bar > summary { padding: 6px 12px; list-style: none; white-space: nowrap; overflow: hidden; text-overflow: ellipsis; }
    .bar > summary::-webkit-details-marker { display: none; }
    .elsewhere { margin-top: 10px; }
    .more { padding: 0 12px 10px; max-height: 50vh; overflow: auto; }
    .more p { margin: 6px 0; }
    a { color: #8ec5ff; }
    b { font-weight: 600; }
    .mark { padding: 0 6px; border-radius: 4px; background: #b45309; color: #fff; }
    .count { color: #ffb4a9; }
    pre { margin: 8px 0 4px; padding: 10px; overflow: auto; font: 12px/1.5 ui-monospace, monospace; background: #0006; border-radius: 4px; white-space: pre; }
    .errors { position: fixed; z-index: 2147483647; inset: auto 0 0 0; max-height: 60vh; overflow: auto; padding: 14px 20px; border-top: 3px solid #ff6b5e; }
    .errors h2 { margin: 0; font: 600 15px/1.5 system-ui, sans-serif; }
    [hidden] { display: none; }
  `);
  shadow.adoptedStyleSheets = [sheet];
  const bar = shadow.appendChild(element("details", { className: "bar" }));
  const errors = shadow.appendChild(element("section", { className: "errors", hidden: true, role: "alert" }));

  function element(name, properties = {}, ...children) {
    const made = Object.assign(document.createElement(name), properties);
    made.append(...children);
    return made;
  }

  function told(list) {
    return list.flatMap(problem => [element("pre", {}, problem.text), ...(problem.open ? [element("a", { href: problem.open }, "Open in the editor")] : [])]);
  }

  function showBar() {
    bar.hidden = !notes.bar;
    const own = [...messages.page, ...notes.diagnostics.filter(one => !messages.page.some(other => other.text === one.text))];
    const others = messages.elsewhere.filter(one => !own.some(other => other.text === one.text));
    const isOpen = bar.querySelector(".elsewhere")?.open;
    bar.replaceChildren(
      element("summary", {},
        ...(notes.mark ? [element("span", { className: "mark" }, notes.mark), " "] : []),
        notes.source ? `${notes.words} words, ${notes.minutes} min` : "Preview",
        ...(own.length ? [" · ", element("span", { className: "count" }, counted(own))] : []),
        ...(others.length ? [" · ", element("span", { className: "count" }, `${others.length} elsewhere`)] : [])),
      element("div", { className: "more" },
        ...(notes.source ? [element("p", {}, element("a", { href: notes.open }, notes.source)), element("p", {}, element("b", {}, "In lists: "), notes.excerpt || "(no text)")] : []),
        ...told(own),
        ...(others.length ? [element("details", { className: "elsewhere", open: isOpen }, element("summary", {}, `${counted(others)} about other pages`), ...told(others))] : [])));
  }

  function counted(list) {
    return list.length === 1 ? "1 message" : `${list.length} messages`;
  }

  function showMarks() {
    for (const old of document.querySelectorAll(".blog-preview-mark")) old.remove();
    for (const link of document.querySelectorAll("a.u-url[href]")) {
      const mark = notes.marks[new URL(link.href).pathname];
      const isMarked = mark === "draft" && link.closest(".h-entry")?.querySelector(".draft"); // by the theme
      if (mark && !isMarked) link.after(element("small", { className: "blog-preview-mark" }, ` (${mark})`));
    }
  }

  // What is wrong with the page, with others, and with sources that are not shown yet.
  async function showMessages(isBroken, count) {
    const answer = isBroken || count ? await fetch(`${base}messages?token=${token}&page=${encodeURIComponent(notes.source ?? "")}`, { cache: "no-store" }) : null;
    messages = answer?.ok ? await answer.json() : { errors: [], page: [], elsewhere: [] };
    const all = messages.errors.length ? messages.errors : notes.diagnostics.filter(problem => problem.severity === "error");
    errors.hidden = !isBroken || all.length === 0;
    errors.replaceChildren(element("h2", {}, "Not shown yet: there are errors"), ...told(all));
    showBar();
  }

  function show() {
    if (!host.isConnected) document.body.append(host);
    showBar();
    showMarks();
  }

  // What is the page's own, without what the preview adds to it.
  function around(page) {
    const copy = page.body.cloneNode(true);
    for (const part of copy.querySelectorAll("main, #blog-preview, #blog-preview-notes, script[data-token], .blog-preview-mark")) part.remove();
    return copy.innerHTML.replace(/\s+/g, " ");
  }

  function sheets(page) {
    return [...page.querySelectorAll("link[rel~=stylesheet][href]")];
  }

  // A changed style sheet has another address; the new one is there before the old one goes.
  function swapSheets(page) {
    const [old, now] = [sheets(document), sheets(page)];
    if (old.length !== now.length) return false;
    now.forEach((sheet, i) => {
      if (sheet.getAttribute("href") === old[i].getAttribute("href")) return;
      const link = document.importNode(sheet);
      link.onload = () => old[i].remove();
      old[i].after(link);
    });
    return true;
  }

  let isBusy = false, isAsked = false;
  async function refresh() {
    if (isBusy) {
      isAsked = true;
      return;
    }
    isBusy = true;
    try {
      const answer = await fetch(location.href, { cache: "no-store", headers: notes.version ? { "If-None-Match": `"${notes.version}"` } : {} });
      if (answer.status === 304) return;
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const [old, now] = [document.querySelector("main"), page.querySelector("main")];
      const found = page.getElementById("blog-preview-notes");
      if (!found || !old || !now || !notes.version || around(document) !== around(page) || now.querySelector("script:not([type='application/json'])") || !swapSheets(page)) {
        location.reload();
        return;
      }
      notes = JSON.parse(found.textContent);
      document.title = page.title;
      document.documentElement.lang = page.documentElement.lang;
      if (old.innerHTML !== now.innerHTML) {
        const [x, y] = [scrollX, scrollY];
        old.replaceWith(document.importNode(now, true));
        scrollTo({ left: x, top: y, behavior: "instant" });
      }
      document.getElementById("blog-preview-notes").textContent = found.textContent;
      show();
    } catch {
      // The server is busy or gone; the next event tells.
    } finally {
      isBusy = false;
      if (isAsked) {
        isAsked = false;
        refresh();
      }
    }
  }

  // '--navigate' leads the tab that was looked at last, also after it was led; when that one is gone, the tab that listens.
  const [ofTab, ofAll] = (() => { try { return [sessionStorage, localStorage]; } catch { return [{}, {}]; } })();
  const tab = ofTab["blog-preview"] ??= Math.random().toString(36);
  const claim = () => { ofAll["blog-preview"] = tab; };
  const isLed = () => ofAll["blog-preview"] ? ofAll["blog-preview"] === tab : isListening;
  let isListening = false;
  if (document.hasFocus() || !ofAll["blog-preview"]) claim();
  addEventListener("focus", claim);
  addEventListener("pagehide", () => { if (isLed()) delete ofAll["blog-preview"]; });

  let state = 0;
  async function hear(event) {
    if (event.state === state && !event.goTo) return;
    state = event.state;
    if (event.goTo && isLed() && event.goTo !== location.pathname) {
      location.assign(event.goTo);
      return;
    }
    if (!event.broken) await refresh();
    await showMessages(event.broken || notes.broken, event.messages);
  }

  // One connection for all tabs of a browser: the tab that holds the lock listens and tells the others.
  const others = new BroadcastChannel("blog-preview");
  others.onmessage = message => hear(message.data);
  function listen() {
    isListening = true;
    const events = new EventSource(`${base}events?token=${token}`);
    events.onmessage = message => {
      const event = JSON.parse(message.data);
      others.postMessage(event);
      hear(event);
    };
    events.onerror = () => {
      if (events.readyState !== EventSource.CLOSED) return;
      // Another run has another token, and its pages know it.
      const again = setInterval(async () => {
        try {
          if ((await fetch(location.href, { method: "HEAD", cache: "no-store" })).ok) {
            clearInterval(again);
            location.reload();
          }
        } catch {
          // Not yet.
        }
      }, 1000);
    };
  }
  if (navigator.locks) navigator.locks.request("blog-preview", () => (listen(), new Promise(() => {})));
  else listen();

  show();
  showMessages(notes.broken, notes.messages);
})();
