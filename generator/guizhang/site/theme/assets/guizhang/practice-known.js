/* On the reading list: which rules practice has shown to be known, and which not yet. */
(function () {
  "use strict";
  var section = document.querySelector("[data-gz-mastery]");
  var practised = window.guizhangPractised;
  if (!section || !practised) return;
  var site = section.dataset.folder.replace("assets/guizhang/practice", "");
  var places = {};

  window.guizhangPractice = function (name, value) {
    Object.assign(places, value.places);
  };
  /* Only documents that were practised are asked for. */
  function load(name) {
    return new Promise(function (resolve) {
      var script = document.createElement("script");
      script.src = section.dataset.folder + "/" + name + ".js?" + section.dataset.version;
      script.onload = script.onerror = resolve; // a list that does not come is no reason to show none
      document.head.append(script);
    });
  }
  function line(rule, target) {
    var link = document.createElement("a");
    link.href = site + target;
    ["zh-Hans", "en"].forEach(function (lang, i) {
      var half = document.createElement("span");
      half.lang = lang;
      half.textContent = places[rule].name[i];
      link.append(half, " ");
    });
    var row = document.createElement("li");
    row.append(link);
    return row;
  }
  function show() {
    var names = practised.documents().filter(function (name) {
      return practised.read(name).size;
    });
    Promise.all(names.map(load)).then(function () {
      var lists = { known: [], shaky: [] };
      var sure = new Map();
      names.forEach(function (name) {
        practised.rules(name).forEach(function (is, rule) {
          sure.set(rule, is && sure.get(rule) !== false);
        });
      });
      sure.forEach(function (is, rule) {
        if (!places[rule]) return; // repealed since, or no longer asked about
        lists[is ? "known" : "shaky"].push([line(rule, "practice.html#article=" + rule), line(rule, places[rule].at)][Number(is)]);
      });
      Object.keys(lists).forEach(function (state) {
        var box = section.querySelector('[data-list="' + state + '"]');
        box.querySelector("ul").replaceChildren.apply(box.querySelector("ul"), lists[state]);
        box.querySelector("i").textContent = lists[state].length;
        box.hidden = !lists[state].length;
      });
      section.hidden = !lists.known.length && !lists.shaky.length;
    });
  }
  show();
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) show();
  });
})();
