/* The reader's role: chosen once, kept on this device, and shown wherever it changes what is seen. */
(function () {
  "use strict";
  var KEY = "guizhang.role";
  var kept = null; // for this page, where the browser keeps nothing

  function get() {
    try {
      return localStorage.getItem(KEY) || "";
    } catch (refused) {
      return kept || "";
    }
  }
  function set(role) {
    kept = role;
    try {
      role ? localStorage.setItem(KEY, role) : localStorage.removeItem(KEY);
    } catch (refused) {
      /* the choice then lasts for this page */
    }
    show();
  }
  function half(text, lang) {
    var span = document.createElement("span");
    span.lang = lang === "en" ? "en" : "zh-Hans";
    span.textContent = text;
    return span;
  }
  /* A sentence of the page in both languages, with its blanks filled. */
  function say(into, kind, values) {
    into.replaceChildren();
    ["zh", "en"].forEach(function (lang) {
      var key = kind + (lang === "zh" ? "Zh" : "En");
      var text = into.dataset[key].replace(/\{(\w+)\}/g, function (_, name) {
        return typeof values[name] === "object" ? values[name][lang] : values[name];
      });
      into.append(half(text, lang), " ");
    });
  }

  /* ---- Rules: what binds others only is not shown ---- */

  var chips = document.querySelector(".gz-chips");
  var articles = Array.from(document.querySelectorAll(".gz-article, .gz-provision, .gz-contents ul > li"));
  function others(role) {
    return articles.filter(function (article) {
      var roles = article.dataset.roles;
      return role && roles && roles.split(" ").indexOf(role) < 0;
    });
  }
  function filter(role) {
    var buttons = Array.from(chips.querySelectorAll("[data-role]"));
    buttons.forEach(function (button) {
      button.setAttribute("aria-pressed", String(button.dataset.role === role));
    });
    var hidden = others(role);
    // A page on which nothing is for the role says so, and is no blank page.
    var nothing = hidden.length === articles.length;
    articles.forEach(function (article) {
      article.hidden = !nothing && hidden.indexOf(article) >= 0;
    });
    document.querySelectorAll(".gz-section").forEach(function (heading) {
      var below = [];
      for (var next = heading.nextElementSibling; next && !next.matches(".gz-section"); next = next.nextElementSibling) {
        if (next.matches(".gz-article, .gz-text")) below.push(next);
      }
      heading.hidden = below.length > 0 && below.every(gone);
    });
    document.querySelectorAll(".md-nav--secondary a").forEach(function (link) {
      var target = link.hash && document.getElementById(decodeURIComponent(link.hash.slice(1)));
      var article = target && target.closest(".gz-article, .gz-provision");
      link.parentElement.hidden = Boolean(article && article.hidden);
    });
    var note = chips.querySelector(".gz-hidden-note");
    note.hidden = !role;
    if (!role) return;
    var chip = buttons.find(function (button) { return button.dataset.role === role; });
    var name = chip ? chip.dataset : note.dataset;
    var values = { role: { zh: name.zh, en: name.en }, count: hidden.length };
    say(note, nothing ? "all" : hidden.length ? "some" : "none", values);
    var clear = chips.querySelector(".gz-show-all");
    clear.hidden = !hidden.length || nothing;
    reveal();
  }
  /* Loose text is gone when every provision in it is. */
  function gone(block) {
    var inside = Array.from(block.querySelectorAll(".gz-provision, :scope > .gz-row"));
    return block.hidden || (block.matches(".gz-text") && inside.every(function (row) { return row.hidden; }));
  }
  /* A link to a rule leads to it, whomever it binds. */
  function reveal() {
    var id = decodeURIComponent(location.hash.slice(1));
    var target = id && document.getElementById(id);
    var article = target && target.closest(":is(.gz-article, .gz-provision)[hidden]");
    if (!article) return;
    article.hidden = false;
    target.scrollIntoView();
  }
  if (chips && articles.length) {
    chips.hidden = false;
    chips.addEventListener("click", function (event) {
      var button = event.target.closest("[data-role]");
      if (button) set(button.getAttribute("aria-pressed") === "true" ? "" : button.dataset.role);
      if (event.target.closest(".gz-show-all")) set("");
    });
    window.addEventListener("hashchange", reveal);
  }

  /* ---- A role's own page, and the home page ---- */

  var mine = document.querySelector(".gz-set-role");
  if (mine) {
    mine.hidden = false;
    mine.addEventListener("click", function () {
      set(get() === mine.dataset.role ? "" : mine.dataset.role);
    });
  }
  var people = Array.from(document.querySelectorAll(".gz-roles [data-role]"));

  function show() {
    var role = get();
    if (chips && articles.length) filter(role);
    if (mine) mine.setAttribute("aria-pressed", String(role === mine.dataset.role));
    people.forEach(function (link) {
      if (link.dataset.role === role) link.setAttribute("aria-current", "true");
      else link.removeAttribute("aria-current");
    });
  }
  window.addEventListener("storage", function (event) {
    if (event.key === KEY) show();
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) show();
  });
  show();
})();
