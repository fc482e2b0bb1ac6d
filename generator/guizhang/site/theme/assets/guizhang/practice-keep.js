/* Keeping, moving and clearing the record of practice. */
(function () {
  "use strict";
  var here = document.querySelector("[data-gz-practice]");
  var keep = here && here.querySelector(".gz-keep");
  if (!keep || !window.guizhangHome) return;
  var ask = window.guizhangAsk;
  var record = window.guizhangRecord;
  var chosen = keep.querySelector("input");
  var sure = keep.querySelector(".gz-sure");
  function tell(name, values) {
    keep.querySelector(".gz-told").replaceChildren(ask.say(name, values));
    window.guizhangHome();
  }
  var DO = {
    export: function () {
      var file = record.file(here.dataset);
      var link = ask.el("a", { download: "guizhang-practice-" + file.saved.slice(0, 10) + ".json" });
      link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1) + "\n"], { type: "application/json" }));
      link.click();
      setTimeout(URL.revokeObjectURL, 60000, link.href);
    },
    import: function () {
      chosen.click();
    },
    clear: function () {
      sure.querySelector("span").replaceChildren(ask.say("clear-sure", { n: record.all().length }));
      sure.hidden = false;
      sure.querySelector("[data-do=clear-no]").focus();
    },
    "clear-yes": function () {
      record.clear();
      sure.hidden = true;
      tell("cleared");
    },
    "clear-no": function () {
      sure.hidden = true;
    },
  };
  keep.addEventListener("click", function (event) {
    var button = event.target.closest("[data-do]");
    if (button) DO[button.dataset.do]();
  });
  chosen.addEventListener("change", function () {
    var file = chosen.files[0];
    chosen.value = "";
    if (!file) return;
    file.text().then(function (text) {
      var found = record.load(text, here.dataset);
      if (typeof found === "string") tell(found);
      else tell("imported", found);
    });
  });
})();
