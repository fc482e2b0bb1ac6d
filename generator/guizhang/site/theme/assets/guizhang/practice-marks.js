/* What practice has shown of each rule, read from this browser: docs/formats.md, "Practice record". */
(function () {
  "use strict";
  var here = document.querySelector("[data-handbook]");
  if (!here) return;
  var RECORD = "guizhang.practice." + here.dataset.handbook + ".";
  var DAYS = "guizhang.practised." + here.dataset.handbook;
  var LINE = /^([a-z0-9._-]+) ([01]) ([\d.]+) ([\d.]+) (\d+) (\d+) (\d+) (\d+) (\d+) ([a-z0-9/,-]+)$/;
  var memory = new Map(); // what the browser would not keep lasts as long as the page

  function get(key) {
    if (memory.has(key)) return memory.get(key);
    try {
      return localStorage.getItem(key) || "";
    } catch (blocked) {
      return "";
    }
  }
  function documents() {
    var keys = Array.from(memory.keys());
    try {
      keys = keys.concat(Object.keys(localStorage));
    } catch (blocked) {
      /* then there is only what this page knows */
    }
    return Array.from(new Set(keys))
      .filter(function (key) {
        return key.indexOf(RECORD) === 0;
      })
      .map(function (key) {
        return key.slice(RECORD.length);
      })
      .sort();
  }
  /* Days count from 1 January 1970 on this device's own calendar. */
  function today() {
    var now = new Date();
    return Math.floor((now.getTime() - now.getTimezoneOffset() * 60000) / 86400000);
  }
  /* A line that is not ours is no reason to lose the others. */
  function read(name) {
    var found = new Map();
    get(RECORD + name).split("\n").forEach(function (line) {
      var p = LINE.exec(line);
      if (!p) return;
      found.set(p[1], {
        right: p[2] === "1", s: Number(p[3]), d: Number(p[4]), last: Number(p[5]), due: Number(p[6]), until: Number(p[7]),
        times: Number(p[8]), lapses: Number(p[9]), rules: p[10].split(","),
      });
    });
    return found;
  }
  /* Rule -> whether it is known. All its questions that were asked must have been answered right, and not too long ago. */
  function rules(name) {
    var known = new Map();
    read(name).forEach(function (entry) {
      var sure = entry.right && today() < entry.until;
      entry.rules.forEach(function (rule) {
        known.set(rule, sure && known.get(rule) !== false);
      });
    });
    return known;
  }
  window.guizhangPractised = {
    RECORD: RECORD, DAYS: DAYS, memory: memory, get: get, documents: documents, today: today, read: read, rules: rules,
  };

  /* ---- On the pages of the rules: a word beside the reading mark ---- */

  var parts = here.querySelector("template");
  function show() {
    var known = new Map();
    var name = here.dataset.regulation;
    if (name) known = rules(name);
    document.querySelectorAll("[data-mark]").forEach(function (article) {
      var rule = article.dataset.address;
      var control = article.nextElementSibling;
      var word = control && control.querySelector(".gz-mastery");
      if (word) word.remove();
      if (!known.has(rule) || !control || !control.matches(".gz-mark")) return;
      var words = parts.content.querySelector('[data-word="mastery-' + (known.get(rule) ? "known" : "shaky") + '"]');
      if (!words) return;
      var link = document.createElement("a");
      link.className = "gz-mastery";
      link.href = here.dataset.lists.replace("assets/guizhang/reading", "practice.html#article=" + rule);
      link.append(words.cloneNode(true));
      control.append(link);
    });
  }
  if (here.dataset.regulation) {
    show();
    window.addEventListener("pageshow", show);
  }
})();
