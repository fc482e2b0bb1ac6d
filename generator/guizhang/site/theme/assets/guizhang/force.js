// Says that a text is not yet or no longer in force, by the reader's own day: a build must not depend on its own.
(function () {
  "use strict";
  var now = new Date();
  var two = function (number) { return ("0" + number).slice(-2); };
  var today = now.getFullYear() + "-" + two(now.getMonth() + 1) + "-" + two(now.getDate());
  function stateOf(dated) {
    var since = dated.dataset.since;
    var until = dated.dataset.until;
    return until && today >= until ? "ended" : since && today < since ? "pending" : "";
  }
  var words = document.querySelector(".gz-force-words");
  document.querySelectorAll("a[data-since], a[data-until]").forEach(function (link) {
    var said = stateOf(link) && words.content.querySelector('[data-when="' + stateOf(link) + '"]');
    if (said) link.append(" ", said.cloneNode(true));
  });
  document.querySelectorAll(".gz-force").forEach(function (line) {
    var state = stateOf(line);
    line.querySelectorAll("[data-when]").forEach(function (said) {
      said.hidden = said.dataset.when !== state;
    });
    line.hidden = !state;
  });
})();
