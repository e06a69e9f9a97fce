"use strict";
(() => {
  const all = (selector, root = document) => [...root.querySelectorAll(selector)];
  const cards = all(".card"), segments = all(".seg[data-s]"), articles = all("article"), count = document.getElementById("count");
  const filters = ["speaker", "kind", "file"].map((name) => [name, document.getElementById("by-" + name)]).filter(([, box]) => box);
  const anchorOf = (card) => card.id.slice(2);

  function select(anchor, scroll) {
    const figure = document.getElementById(anchor), card = document.getElementById("k-" + anchor);
    if (!figure || !card) return;
    for (const segment of segments) segment.classList.toggle("on", segment.dataset.s.split(" ").includes(anchor));
    for (const one of all(".here")) one.classList.remove("here");
    figure.classList.add("here");
    card.classList.add("here");
    const calm = matchMedia("(prefers-reduced-motion: reduce)").matches ? "auto" : "smooth";
    if (scroll !== "card") figure.scrollIntoView({ block: "center", behavior: calm });
    const list = document.getElementById("claims");
    const top = card.offsetTop - list.offsetTop;
    if (top < list.scrollTop || top + card.offsetHeight > list.scrollTop + list.clientHeight) list.scrollTo({ top: top - 40, behavior: calm });
  }

  function filter() {
    const shown = new Set();
    for (const card of cards) {
      const fits = filters.every(([name, box]) => !box.value || card.dataset[name] === box.value);
      card.hidden = !fits;
      if (fits) shown.add(anchorOf(card));
    }
    for (const segment of segments) {
      const own = segment.dataset.claim;
      segment.classList.toggle("off", own ? !shown.has(own) : !segment.dataset.s.split(" ").some((anchor) => shown.has(anchor)));
    }
    const file = document.getElementById("by-file");
    for (const article of articles) article.hidden = Boolean(file && file.value && article.dataset.file !== file.value);
    count.textContent = shown.size + " of " + cards.length + " shown";
  }

  function step(by) {
    const open = cards.filter((card) => !card.hidden);
    if (!open.length) return;
    const at = open.findIndex((card) => card.classList.contains("here"));
    const next = open[Math.min(Math.max(at < 0 ? (by > 0 ? 0 : open.length - 1) : at + by, 0), open.length - 1)];
    history.replaceState(null, "", "#" + anchorOf(next));
    select(anchorOf(next));
    next.querySelector("a").focus({ preventScroll: true });
  }

  document.addEventListener("click", (event) => {
    const link = event.target.closest("a[href^='#']");
    if (!link || event.metaKey || event.ctrlKey || event.shiftKey || event.button) return;
    const anchor = link.getAttribute("href").slice(1), claim = anchor.startsWith("k-") ? anchor.slice(2) : anchor;
    if (!document.getElementById("k-" + claim)) return;
    event.preventDefault();
    history.replaceState(null, "", "#" + claim);
    const card = document.getElementById("k-" + claim);
    if (card.hidden) {
      for (const [, box] of filters) box.value = "";
      filter();
    }
    select(claim, anchor.startsWith("k-") ? "card" : "figure");
    if (anchor.startsWith("k-")) card.querySelector("a").focus({ preventScroll: matchMedia("(min-width: 861px)").matches });
  });
  document.addEventListener("keydown", (event) => {
    if (event.metaKey || event.ctrlKey || event.altKey || event.target.tagName === "SELECT") return;
    if (event.key === "j") step(1);
    else if (event.key === "k") step(-1);
    else if (event.key === "/" && filters.length) filters[0][1].focus();
    else if (event.key === "Escape") {
      for (const [, box] of filters) box.value = "";
      filter();
    } else return;
    event.preventDefault();
  });
  for (const [, box] of filters) box.addEventListener("change", filter);
  document.querySelector(".filters").addEventListener("submit", (event) => event.preventDefault());
  filter();
  if (/^#(k-)?f\d+-c\d+$/.test(location.hash)) select(location.hash.slice(1).replace(/^k-/, ""));
})();
