// Says that a text is not yet or no longer in force, by the reader's own day: a build must not depend on its own.
(function () {
  "use strict";
  var now = new Date();
  var two = function (number) { return ("0" + number).slice(-2); };
  var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  document.querySelectorAll(".gz-force").forEach(function (line) {
    var since = line.dataset.since;
    var until = line.dataset.until;
    var state = until && today >= until ? "ended" : since && today < since ? "pending" : "";
    line.querySelectorAll("[data-when]").forEach(function (said) {
      said.hidden = said.dataset.when !== state;
    });
    line.hidden = !state;
  });
})();
