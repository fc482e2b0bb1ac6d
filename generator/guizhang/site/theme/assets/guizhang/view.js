/*
 * Which language is shown: set on <html> before the first paint, remembered where the browser lets us.
 * Traditional Chinese is the Chinese view with its characters converted; what converts them comes when it is asked for.
 * Where the rules themselves are Traditional, what stands beside English is converted too.
 */
(function () {
  "use strict";
  var root = document.documentElement;
  var KEY = "guizhang.view";
  var script = document.currentScript;
  var VIEWS = ((script && script.dataset.views) || "zh en both zh-hant").split(" ");
  var preset = (script && script.dataset.default) || "both";
  var original = /-hant$/.test(preset);
  var loading = false;

  function known(view) {
    return VIEWS.indexOf(view) >= 0 ? view : null;
  }
  /* A link's ?lang= holds for the tab it was opened in; what the reader chose holds until another choice. */
  function remembered() {
    try {
      return known(sessionStorage.getItem(KEY)) || known(localStorage.getItem(KEY));
    } catch (refused) {
      return null; // private windows and file:// in some browsers have no storage
    }
  }
  function asked() {
    var match = /[?&]lang=([a-z-]+)/i.exec(location.search);
    var view = match && known(match[1].toLowerCase());
    try {
      if (view) sessionStorage.setItem(KEY, view);
    } catch (refused) {
      /* it then holds for this page */
    }
    return view;
  }
  function current() {
    var view = root.getAttribute("data-gz-view");
    return view === "zh" && root.getAttribute("data-gz-script") === "hant" ? "zh-hant" : view;
  }
  function add(name, failed) {
    var part = document.createElement("script");
    part.src = script.src.replace("view.js", name);
    part.async = false; // in the order they are added
    part.onerror = failed;
    document.head.appendChild(part);
  }
  /* Nothing is drawn before it is converted, or the page would be seen to change its characters. */
  function convert(on) {
    if (window.guizhangHant) return window.guizhangHant.apply(on);
    if (!on || loading) return;
    loading = true;
    root.classList.add("gz-converting");
    function failed() {
      root.classList.remove("gz-converting");
    }
    add("hant.js", failed);
    add("hant-table.js", failed);
    setTimeout(failed, 3000);
  }
  function apply(view) {
    var hant = view === "zh-hant" || (original && view === "both");
    root.setAttribute("data-gz-view", view === "zh-hant" ? "zh" : view);
    root.setAttribute("data-gz-script", hant ? "hant" : "hans");
    root.lang = hant ? "zh-Hant" : view === "en" ? "en" : "zh-Hans";
    var title = document.querySelector("title[data-zh]");
    if (title) document.title = title.getAttribute(view === "en" ? "data-en" : "data-zh");
    convert(hant);
  }

  window.guizhangView = {
    all: VIEWS,
    get: current,
    set: function (view) {
      if (!known(view)) return;
      apply(view);
      try {
        sessionStorage.removeItem(KEY);
        localStorage.setItem(KEY, view);
      } catch (refused) {
        /* the choice then lasts for this page */
      }
    },
  };
  apply(asked() || remembered() || known(preset) || known(preset.replace("-hant", "")) || VIEWS[0]);
})();
