/* Opens the search box (its button, `/`, ?q=) and marks the words a result led to. The rest is loaded with the box. */
(() => {
  "use strict";
  const dialog = document.querySelector(".gz-search");
  const opener = document.querySelector(".gz-search-open");
  const [, folder, version = ""] = /^(.*\/)[^/?]*(\?.*)?$/.exec(document.currentScript.src);
  const asked = new URLSearchParams(location.search);
  let parts;

  /* Adds a script from the folder of this one; rejects when it does not load. */
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
    // What fails is asked for again at the next opening: the reader may have been off the network.
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

  /* Marks *words* in the block of the page's anchor. They are taken from the text as it stands, so nothing is folded. */
  function mark(words) {
    const anchor = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    let block = (anchor && anchor.closest("section")) || anchor || document.querySelector("main");
    const top = block.closest("main") || block;
    while (block !== top && !words.some((word) => block.textContent.includes(word))) block = block.parentElement;
    const nodes = [];
    let text = "";
    for (const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT); walk.nextNode(); ) {
      nodes.push([text.length, walk.currentNode]);
      text += walk.currentNode.data;
    }
    const hit = new Uint8Array(text.length + 1);
    for (const word of words) {
      for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) hit.fill(1, at, at + word.length);
    }
    for (const [start, node] of nodes) {
      let end = start + node.length;
      while (end > start) {
        let from = hit.lastIndexOf(1, end - 1) + 1; // the place behind the last hit
        if (from <= start) break;
        const to = from;
        while (from > start && hit[from - 1]) from--;
        const range = document.createRange();
        range.setStart(node, from - start);
        range.setEnd(node, to - start);
        range.surroundContents(document.createElement("mark"));
        end = from;
      }
    }
    const first = [...block.querySelectorAll("mark")].find((found) => found.getClientRects().length);
    if (first && first.getBoundingClientRect().bottom > innerHeight) first.scrollIntoView({ block: "center" });
  }

  /* The files of the index call this; the other scripts hang what they have on it. */
  const search = (window.guizhangSearch = (name, content) => search.files.set(name, content));
  Object.assign(search, { files: new Map(), dialog, script });
  opener.addEventListener("click", open);
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
