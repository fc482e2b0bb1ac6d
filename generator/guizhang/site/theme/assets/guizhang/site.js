/* The language switch, copied links, and what a figure or a term means: on hover, focus or tap. */
(function () {
  "use strict";
  var view = window.guizhangView;
  var assets = document.currentScript.src;

  function english() {
    return view.get() === "en";
  }

  function show() {
    document.querySelectorAll(".gz-view [data-view]").forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.view === view.get()));
    });
    // A list to choose from cannot hold both languages and hide one.
    document.querySelectorAll("option[data-zh]").forEach(function (option) {
      var zh = option.dataset.zh;
      var en = option.dataset.en;
      option.textContent = english() ? en : view.get() === "both" && zh !== en ? zh + " " + en : zh;
    });
  }

  /* The block at the top of the window stays where it is when the other language comes or goes. */
  function choose(next) {
    var blocks = document.querySelectorAll(".gz .gz-row, .gz h1, .gz h2, .gz tr, .md-typeset p");
    var kept = null;
    for (var i = 0; i < blocks.length && !kept; i++) {
      if (blocks[i].getBoundingClientRect().bottom > 80) kept = blocks[i];
    }
    var before = kept && kept.getBoundingClientRect().top;
    view.set(next);
    show();
    if (kept && window.scrollY > 0) {
      window.scrollBy({ top: kept.getBoundingClientRect().top - before, behavior: "instant" });
    }
  }

  function typing(target) {
    return target.isContentEditable || target.matches("input:not([type=radio], [type=checkbox]), textarea, select");
  }

  function copy(text) {
    // Plain http inside a company and file:// have no clipboard API, and a window may refuse it.
    if (!navigator.clipboard || !window.isSecureContext) return Promise.resolve(copyByHand(text));
    return navigator.clipboard.writeText(text).catch(function () {
      copyByHand(text);
    });
  }
  function copyByHand(text) {
    var area = document.createElement("textarea");
    area.value = text;
    area.className = "gz-offscreen";
    document.body.appendChild(area);
    area.select();
    document.execCommand("copy");
    area.remove();
  }
  window.guizhangCopy = copy;

  /* ---- What a figure or a term means ---- */

  var MEANT = ".gz-fact, .gz-def";
  var tip = null;
  var waiting = 0;
  var touched = false;
  var terms = null;
  var wanted = null; // what the reader is at; definitions may come when that has changed

  function hideTip() {
    clearTimeout(waiting);
    wanted = null;
    if (tip) tip.remove();
    tip = null;
  }
  function showTip(target) {
    wanted = target;
    if (target.matches(".gz-def")) return withTerms(function () {
      var found = terms[target.hash.slice(1)];
      if (!found || wanted !== target) return;
      var link = document.createElement("a");
      link.href = target.href;
      var zh = !target.closest("[lang='en']");
      link.textContent = found[zh ? 0 : 2];
      place(target, [link, " ", found[zh ? 1 : 3]]);
    });
    place(target, [meaning(target)]);
  }
  /* The browser's own hint would stand beside ours. */
  function meaning(fact) {
    if (fact.title) fact.dataset.meaning = fact.title;
    fact.removeAttribute("title");
    return fact.dataset.meaning || "";
  }
  function place(target, parts) {
    hideTip();
    tip = document.createElement("div");
    tip.className = "gz-tip";
    tip.setAttribute("role", "status");
    tip.lang = target.closest("[lang]").lang.replace("zh-Hant", "zh-Hans");
    tip.append.apply(tip, parts);
    document.body.appendChild(tip);
    var box = target.getClientRects()[0];
    var room = document.documentElement.clientWidth - tip.offsetWidth - 12;
    tip.style.left = Math.max(12, Math.min(box.left, room)) + window.scrollX + "px";
    tip.style.top = target.getBoundingClientRect().bottom + 6 + window.scrollY + "px";
  }
  function withTerms(then) {
    if (terms) return then();
    window.guizhangTerms = function (found) {
      terms = found;
      then();
    };
    var script = document.createElement("script");
    script.src = assets.replace("site.js", "terms.js");
    document.head.appendChild(script);
  }

  document.addEventListener("pointerdown", function (event) {
    touched = event.pointerType === "touch";
  }, true);
  document.addEventListener("pointerover", function (event) {
    if (event.pointerType !== "mouse") return;
    var target = event.target.closest(MEANT);
    clearTimeout(waiting);
    if (target) waiting = setTimeout(showTip, 150, target);
    else if (tip && !event.target.closest(".gz-tip")) waiting = setTimeout(hideTip, 250);
  });
  document.addEventListener("focusin", function (event) {
    if (event.target.matches(MEANT) && !touched) showTip(event.target);
    else if (!event.target.closest(".gz-tip")) hideTip();
  });

  /* ---- The contents, on small windows a drawer ---- */

  var drawer = document.getElementById("__drawer");
  var menu = document.querySelector("button.gz-menu");

  function draw(open) {
    drawer.checked = open;
    menu.setAttribute("aria-expanded", String(open));
    var line = document.querySelector(".gz-nav [aria-current], .gz-nav a");
    if (open && line) line.focus();
  }
  drawer.addEventListener("change", function () {
    draw(drawer.checked); // by the shade beside it
  });

  document.addEventListener("click", function (event) {
    var target = event.target;
    var button = target.closest("[data-view]");
    if (button) return choose(button.dataset.view);
    var meant = target.closest(MEANT);
    if (meant && (touched || meant.matches(".gz-fact"))) {
      event.preventDefault();
      return showTip(meant);
    }
    if (!target.closest(".gz-tip")) hideTip();
    var link = target.closest(".gz-copy");
    if (link) {
      copy(new URL(link.dataset.link, location.href.split("#")[0]).href).then(function () {
        var label = link.innerHTML;
        if (link.classList.contains("gz-done")) return;
        link.classList.add("gz-done");
        link.textContent = english() ? link.dataset.doneEn : link.dataset.doneZh;
        setTimeout(function () {
          link.innerHTML = label;
          link.classList.remove("gz-done");
        }, 1500);
      });
    }
    if (target.closest(".gz-print")) window.print();
    // A link in the drawer leads to another place on this page or away; either way the drawer has done its work.
    if (target.closest(".gz-nav a")) draw(false);
    if (target.closest("button.gz-menu")) draw(!drawer.checked);
  });

  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape" && drawer.checked) {
      draw(false);
      menu.focus();
    }
    if (event.key === "Escape") return hideTip();
    if (event.key.toLowerCase() !== "l" || event.ctrlKey || event.metaKey || event.altKey || typing(event.target)) return;
    choose(view.all[(view.all.indexOf(view.get()) + 1) % view.all.length]);
  });

  show();
  // On a long handbook the reader's place in the list is below the fold.
  var here = document.querySelector(".gz-nav [aria-current]");
  var pane = here && here.closest(".md-sidebar__scrollwrap");
  if (pane && !pane.scrollTop && here.offsetTop > pane.clientHeight * 0.7) pane.scrollTop = here.offsetTop - pane.clientHeight / 3;
})();
