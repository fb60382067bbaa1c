// Wakes the islands. Every page works without them, so nothing is fetched until somebody acts: at the first touch or key
// anywhere, or hover or focus in what stands around an island. Inlined into every page; this must stay below 3 KB, compressed.
(pkg => {
  const all = () => [...document.querySelectorAll("leptos-island")];
  const near = target => all().some(island => (island.parentElement || island).contains(target));
  let waking, awake, held;

  // A policy by hash trusts a script element that we add ('strict-dynamic'), but not an import() of ours. Once the element
  // has loaded the module, import() only hands it over.
  const load = src => new Promise((resolve, reject) => {
    const script = document.createElement("script");
    Object.assign(script, { type: "module", src, onload: () => resolve(import(src)), onerror: reject });
    document.head.append(script);
  });

  // As Leptos' own loader does it: start the module, then hydrate in document order. An island inside the children of
  // another needs its parent's reactive owner first.
  const start = async () => {
    const module = await load(pkg + "/hbnb.js");
    await module.default({ module_or_path: pkg + "/hbnb.wasm" });
    module.hydrate();
    for (const island of all()) {
      const around = island.parentElement.closest("leptos-children");
      if (around && around.$$on_hydrate) around.$$on_hydrate();
      const hydrate = module[island.dataset.component];
      if (hydrate) await hydrate(island);
    }
    awake = true;
    document.documentElement.dataset.islands = "awake";
    if (held) held.click();
  };
  // A lost connection leaves the page as it was: plain and working. The next touch tries again.
  const wake = () => waking ||= start().catch(() => {
    if (held && held.href) location = held.href;
    waking = held = null;
  });

  const listen = (type, act) => document.addEventListener(type, act, { capture: true, passive: type != "click" });
  for (const type of ["pointerdown", "keydown"]) listen(type, () => all()[0] && wake());
  for (const type of ["pointerover", "focusin"]) listen(type, event => near(event.target) && wake());

  // Links and submit buttons do what they say without us. A button that only an island can serve waits for it, and so
  // does a picture, which opens larger in the page.
  listen("click", event => {
    const button = event.target.closest && event.target.closest("button[type=button]:not([popovertarget]),[data-picture]");
    if (awake || !button || !near(button)) return;
    event.preventDefault();
    held = button;
    wake();
  });

  // What shows the time cannot wait for a touch.
  addEventListener("load", () => document.querySelector("[data-wake]") && wake());

  // From a list to a home and back, the card's picture becomes the gallery's first one, which has the name in the style
  // sheet; here because a policy without inline styles leaves only this way.
  const lend = (event, entry) => {
    const path = entry && entry.url && new URL(entry.url).pathname;
    const card = path && document.querySelector(`.card:has(a[href^="${path}"]) .picture`);
    // Nobody who has no card looks at the transition: one that a page without it aborts would be an error that nobody catches.
    const transition = card && event.viewTransition;
    if (!transition) return;
    card.style.viewTransitionName = "home";
    transition.ready.catch(() => 0);
    transition.finished.catch(() => 0).then(() => card.style.viewTransitionName = "");
  };
  addEventListener("pageswap", event => lend(event, event.activation && event.activation.entry));
  addEventListener("pagereveal", event => lend(event, window.navigation && navigation.activation && navigation.activation.from));

  // What was saved is said once: a region that is there from the start is not announced, and a reload says nothing new.
  addEventListener("DOMContentLoaded", () => {
    for (const said of document.querySelectorAll("[data-toast] p")) {
      said.style.visibility = "hidden";
      setTimeout(() => said.style.visibility = "", 150);
      const here = new URL(location);
      here.searchParams.delete("saved");
      history.replaceState(history.state, "", here);
    }
  });

  // What a step keeps of what is typed (islands/keep.rs) is forgotten once its form was saved: it was sent, and what came is a page of
  // the home that asks for nothing to be mended. A log-in or a failure saved nothing. Where storage is refused nothing was kept.
  const kept = act => { try { act(localStorage); } catch { /* refused */ } };
  listen("submit", ({ target, submitter }) => {
    const saves = !submitter || submitter.formMethod != "get";
    if (target.dataset.keep && saves) kept(store => store["hbnb:sent"] = target.dataset.keep);
  });
  addEventListener("DOMContentLoaded", () => kept(store => {
    const sent = store["hbnb:sent"];
    delete store["hbnb:sent"];
    if (sent && document.querySelector("[data-steps]") && !document.getElementById("mend")) delete store[sent];
  }));

  // The menu closes as menus do, and gives the focus back.
  const shut = event => {
    for (const menu of document.querySelectorAll(".menu[open]")) {
      if (event.key ? event.key != "Escape" : menu.contains(event.target)) continue;
      menu.open = false;
      if (event.key) menu.firstElementChild.focus();
    }
  };
  for (const type of ["keydown", "pointerdown"]) listen(type, shut);

  // Warms the cache when there is nothing else to do; not for those who save data, and not for a page that is only
  // being prepared.
  const saving = navigator.connection && navigator.connection.saveData;
  if (saving || document.prerendering || /[?&]noprefetch/.test(location.search)) return;
  const prefetch = () => all()[0] && !waking
    && ["/hbnb.js", "/hbnb.wasm"].map(file => fetch(pkg + file, { priority: "low" }).catch(() => 0));
  addEventListener("load", () => window.requestIdleCallback && requestIdleCallback(prefetch));
})(PKG)
