/* When a question should come again: FSRS-6 with its default parameters, without steps of minutes and without fuzz.
   Source: open-spaced-repetition, "The Algorithm" (wiki of fsrs4anki), section FSRS-6. Held against the same formulas in
   Python by tests/site/test_practice_fsrs.py. */
(function () {
  "use strict";
  var w = [
    0.212, 1.2931, 2.3065, 8.2956, 6.4133, 0.8334, 3.0194, 0.001, 1.8722, 0.1666, 0.796, 1.4835, 0.0614, 0.2629, 1.6483,
    0.6014, 1.8729, 0.5425, 0.0912, 0.0658, 0.1542,
  ];
  var DECAY = -w[20];
  var FACTOR = Math.pow(0.9, 1 / DECAY) - 1;
  var LONGEST = 36500;

  function within(value, low, high) {
    return Math.min(high, Math.max(low, value));
  }
  /* The share of people who still know it so many days after, if they had nine in ten after `stability` days. */
  function recall(days, stability) {
    return Math.pow(1 + (FACTOR * days) / stability, DECAY);
  }
  /* In how many days recall has fallen to a share. */
  function interval(stability, share) {
    return (stability / FACTOR) * (Math.pow(share, 1 / DECAY) - 1);
  }
  function firstDifficulty(grade) {
    return w[4] - Math.exp(w[5] * (grade - 1)) + 1;
  }
  function difficulty(before, grade) {
    var moved = before + (-w[6] * (grade - 3) * (10 - before)) / 9; // the harder, the less it moves
    return within(w[7] * firstDifficulty(4) + (1 - w[7]) * moved, 1, 10);
  }
  function sameDay(stability, grade) {
    var growth = Math.exp(w[17] * (grade - 3 + w[18])) * Math.pow(stability, -w[19]);
    return stability * (grade >= 3 ? Math.max(1, growth) : growth);
  }
  function forgotten(memory, share) {
    var long = w[11] * Math.pow(memory.d, -w[12]) * (Math.pow(memory.s + 1, w[13]) - 1) * Math.exp(w[14] * (1 - share));
    return Math.min(long, memory.s / Math.exp(w[17] * w[18]));
  }
  function remembered(memory, share, grade) {
    var growth = Math.exp(w[8]) * (11 - memory.d) * Math.pow(memory.s, -w[9]) * (Math.exp(w[10] * (1 - share)) - 1);
    return memory.s * (1 + growth * (grade === 2 ? w[15] : 1) * (grade === 4 ? w[16] : 1));
  }

  window.guizhangFsrs = {
    recall: recall,
    /* Memory {s: stability in days, d: difficulty 1..10} after an answer; grade 1 forgotten, 2 hard, 3 good, 4 easy.
       `memory` is null for the first answer, `days` whole days since the one before. */
    next: function (memory, days, grade) {
      if (!memory) return { s: w[grade - 1], d: within(firstDifficulty(grade), 1, 10) };
      var share = recall(days, memory.s);
      var s = days < 1 ? sameDay(memory.s, grade) : grade === 1 ? forgotten(memory, share) : remembered(memory, share, grade);
      return { s: within(s, 0.001, LONGEST), d: difficulty(memory.d, grade) };
    },
    /* Whole days until recall falls to a share, at least one. */
    days: function (stability, share) {
      return within(Math.round(interval(stability, share)), 1, LONGEST);
    },
  };
})();
