/* The round that is going on: a reload, or the way back from a rule, goes on with it. It is gone with the window. */
(function () {
  "use strict";
  var here = document.querySelector("[data-gz-practice]");
  var verdict = window.guizhangVerdict;
  if (!here || !verdict) return;
  var KEY = "guizhang.round." + here.dataset.handbook;

  function put(text) {
    try {
      if (text) sessionStorage.setItem(KEY, text);
      else sessionStorage.removeItem(KEY);
    } catch (blocked) {
      /* a reload then begins anew */
    }
  }
  function got() {
    try {
      return JSON.parse(sessionStorage.getItem(KEY));
    } catch (blocked) {
      return null;
    }
  }
  function named(map) {
    return Array.from(map, function (pair) { return [pair[0].id, pair[1]]; });
  }
  /* Rebuilds what was kept from the items it names; null where one of them is gone. */
  function rebuilt(kept, items) {
    var byId = new Map(items.map(function (item) { return [item.id, item]; }));
    function asMap(pairs) {
      return new Map(pairs.map(function (pair) { return [byId.get(pair[0]), pair[1]]; }));
    }
    var queue = kept.queue.map(function (one) {
      var item = byId.get(one[0]);
      var step = item && verdict.steps([item])[one[2] - 1];
      return step && (one[3] ? Object.assign(step, { again: true }) : step);
    });
    if (!queue.length || !queue.every(Boolean)) return null;
    return { queue: queue, at: kept.at, shares: asMap(kept.shares), outcome: asMap(kept.outcome), note: kept.note };
  }

  window.guizhangRunning = {
    /* Steps in their order; `at`: how many are over; shares and outcome: Map of items. */
    keep: function (round) {
      put(JSON.stringify({
        at: round.at, note: round.note, address: location.hash, version: here.dataset.version,
        queue: round.queue.map(function (step) {
          return [step.item.id, step.item.cites[0].split("/")[0], step.number, step.again ? 1 : 0];
        }),
        shares: named(round.shares), outcome: named(round.outcome),
      }));
    },
    forget: function () {
      put("");
    },
    /* The round of this address, or null; questions of another build are not the same questions. */
    taken: function () {
      var kept = got();
      if (!kept || kept.address !== location.hash || kept.version !== here.dataset.version) return Promise.resolve(null);
      var names = Array.from(new Set(kept.queue.map(function (one) { return one[1]; })));
      return window.guizhangPick.items(names).then(function (items) { return rebuilt(kept, items); });
    },
  };
})();
