/* Opens the search box and marks what a result led to. The rest is loaded with the box. */
(() => {
  "use strict";
  const dialog = document.querySelector(".gz-search");
  const [, folder, version = ""] = /^(.*\/)[^/?]*(\?.*)?$/.exec(document.currentScript.src);
  const asked = new URLSearchParams(location.search);
  let parts;

  function script(path, query = version) {
    return new Promise((done, failed) => {
      const element = document.createElement("script");
      element.src = folder + path + query;
      element.onload = () => done(element.remove());
      element.onerror = () => failed(element.remove());
      document.head.append(element);
    });
  }

  function load() {
    const index = () => script("search/manifest.js", "?v=" + dialog.dataset.index).catch(() => {});
    parts = parts || Promise.all([script("search-box.js"), index()]);
    return parts.then(() => search.start(), () => (parts = null));
  }

  function open() {
    if (dialog.open) return;
    const input = dialog.querySelector("input");
    dialog.showModal();
    input.select();
    load();
  }

  /* *words* are as they stand in the text, so nothing is folded. */
  function mark(words) {
    const anchor = document.getElementById(location.hash.slice(1));
    const top = document.querySelector(".md-content") || document.body;
    let block = (anchor && anchor.closest("section")) || anchor || top;
    while (block !== top && !words.some((word) => block.textContent.includes(word))) block = block.parentElement;
    const nodes = [];
    let text = "";
    for (const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT); walk.nextNode(); ) {
      nodes.push([text.length, walk.currentNode]);
      text += walk.currentNode.data;
    }
    let mask = " ".repeat(text.length);
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
        mask = mask.slice(0, at) + "x".repeat(word.length) + mask.slice(at + word.length);
      }
    }
    for (const [start, node] of nodes) {
      const range = document.createRange();
      for (const { 0: hit, index } of [...mask.slice(start, start + node.length).matchAll(/x+/g)].reverse()) {
        range.setStart(node, index);
        range.setEnd(node, index + hit.length);
        range.surroundContents(document.createElement("mark"));
      }
    }
    const first = [...block.querySelectorAll("mark")].find((found) => found.getClientRects().length);
    if (first && first.getBoundingClientRect().bottom > innerHeight) first.scrollIntoView({ block: "center" });
  }

  const search = (window.guizhangSearch = (name, content) => search.files.set(name, content));
  Object.assign(search, { files: new Map(), dialog, script });
  document.querySelector(".gz-search-open").addEventListener("click", open);
  document.addEventListener("keydown", (event) => {
    const typing = event.target.isContentEditable || event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
    if (event.key !== "/" || event.ctrlKey || event.metaKey || event.altKey || typing) return;
    event.preventDefault();
    open();
  });
  if (asked.has("h")) mark(asked.getAll("h").filter(Boolean));
  if (asked.has("q")) {
    dialog.querySelector("input").value = asked.get("q");
    open();
  }
})();
