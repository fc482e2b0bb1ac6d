/* Which language is shown: set on <html> before the first paint, remembered where the browser lets us. */
(function () {
  "use strict";
  var root = document.documentElement;
  var KEY = "guizhang.view";
  var VIEWS = ["zh", "en", "both"];
  var script = document.currentScript;

  function known(view) {
    return VIEWS.indexOf(view) >= 0 ? view : null;
  }
  function remembered() {
    try {
      return known(localStorage.getItem(KEY));
    } catch (refused) {
      return null; // private windows and file:// in some browsers have no storage
    }
  }
  function asked() {
    var match = /[?&]lang=([a-z]+)/.exec(location.search);
    return match && known(match[1]);
  }
  function apply(view) {
    root.setAttribute("data-gz-view", view);
    root.lang = view === "en" ? "en" : "zh-Hans";
    var title = document.querySelector("title[data-zh]");
    if (title) document.title = title.getAttribute(view === "en" ? "data-en" : "data-zh");
  }

  window.guizhangView = {
    all: VIEWS,
    get: function () {
      return root.getAttribute("data-gz-view");
    },
    set: function (view) {
      if (!known(view)) return;
      apply(view);
      try {
        localStorage.setItem(KEY, view);
      } catch (refused) {
        /* the choice then lasts for this page */
      }
    },
  };
  apply(asked() || remembered() || known(script && script.dataset.default) || "both");
})();
