/* What an answer earns under a scoring policy: the rules and formulas of model/scoring.py, under the same names. */
(function () {
  "use strict";
  /* The policy of a blueprint that names none. */
  var DEFAULT = { multiple: "all_or_nothing", missed_share: "0.5", ordering: "exact", cloze: "per_part", matching: "per_part", negative: null, point_step: "0.01" };

  function sum(list) {
    return list.reduce(function (a, b) { return a + b; }, 0);
  }
  /* Half away from zero. What is one half but for the last digits of a float is one half. */
  function rounded(value) {
    return Math.sign(value) * Math.floor(Number(Math.abs(value).toFixed(9)) + 0.5);
  }

  /* k right options, w wrong ones; h right and f wrong ones ticked. */
  var MULTIPLE = {
    all_or_nothing: function (k, w, h, f) { return Number(h === k && !f); },
    per_option: function (k, w, h, f) { return (h + w - f) / (k + w); },
    missed_fixed: function (k, w, h, f, missed) { return h === k && !f ? 1 : h && !f ? missed : 0; },
    missed_share: function (k, w, h, f) { return f ? 0 : h / k; },
    exams_false: function (k, w, h, f) { return h / k - f / Math.max(w, 1); },
    exams_false2: function (k, w, h, f) { return h / k - f / Math.max(w, 2); },
    exams_true: function (k, w, h, f) { return h / k - f / k; },
    exams_all: function (k, w, h, f) { return h / k - f; },
    exams_none: function (k, w, h) { return h / k; },
  };
  function multiple(policy, key, ticked, options, cost) {
    var hits = ticked.filter(function (one) { return key.indexOf(one) >= 0; }).length;
    var share = MULTIPLE[policy.multiple](key.length, options - key.length, hits, ticked.length - hits, Number(policy.missed_share));
    // Rules whose wrong ticks have a price of their own are only bounded by what a wrong answer costs.
    if (/^exams_/.test(policy.multiple)) return Math.max(-cost, share);
    return share > 0 ? share : -cost;
  }
  /* Steps that stand right behind the one they stand behind in the key; none where a step is named twice. */
  function joined(key, given) {
    if (new Set(given).size < given.length) return [];
    return given.slice(1).map(function (step, at) {
      var place = key.indexOf(given[at]);
      return place >= 0 && key[place + 1] === step;
    });
  }
  var ORDERING = {
    exact: function (key, given) {
      return Number(key.length === given.length && key.every(function (step, at) { return step === given[at]; }));
    },
    adjacent_pairs: function (key, given) {
      return joined(key, given).filter(Boolean).length / (key.length - 1);
    },
    longest_run: function (key, given) {
      var run = 1;
      var longest = 1;
      joined(key, given).forEach(function (is) {
        run = is ? run + 1 : 1;
        longest = Math.max(longest, run);
      });
      return longest > 1 ? longest / key.length : 0;
    },
  };
  var PARTS = {
    per_part: function (right, weights) {
      return sum(weights.filter(function (_, at) { return right[at]; })) / sum(weights);
    },
    all_or_nothing: function (right) {
      return Number(right.every(Boolean));
    },
  };
  /* Share of its points that a wrong answer loses. */
  function cost(policy, type, options) {
    var negative = policy.negative;
    if (!negative || negative.types.indexOf(type) < 0) return 0;
    if (negative.share !== "1/(k-1)") return Number(negative.share);
    var answers = type === "true_false" ? 2 : type === "multiple_choice" ? Math.pow(2, options) - 1 : options;
    return 1 / Math.max(answers - 1, 1);
  }

  window.guizhangScore = {
    DEFAULT: DEFAULT, multiple: multiple, cost: cost,
    ordering: function (policy, key, given) { return ORDERING[policy.ordering](key, given); },
    parts: function (rule, right, weights) { return PARTS[rule](right, weights); },
    /* Points that a share of `most` earns, rounded to the step of the policy. */
    points: function (policy, share, most) {
      if (share === 1) return most;
      if (policy.negative && policy.negative.floor === "item") share = Math.max(0, share);
      return Math.min(rounded((share * most) / policy.point_step) * policy.point_step, most);
    },
    /* What a section earns whose answers add up to `points`. */
    section: function (policy, points) {
      return policy.negative && policy.negative.floor === "section" ? Math.max(0, points) : points;
    },
    /* Points shared out by weight in hundredths, adding up to `points`: a case has some for each of its questions. */
    shareOut: function (points, weights) {
      var all = sum(weights);
      var before = 0;
      return weights.map(function (_, at) {
        var last = at === weights.length - 1;
        var mark = last ? points : rounded((points * sum(weights.slice(0, at + 1)) * 100) / all) / 100;
        var own = mark - before;
        before = mark;
        return own;
      });
    },
  };
})();
