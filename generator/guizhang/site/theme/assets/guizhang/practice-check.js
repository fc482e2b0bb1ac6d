/* Whether an answer is right, and how much of it. */
(function () {
  "use strict";
  var score = window.guizhangScore;
  var DIGITS = "零一二三四五六七八九";
  var UNITS = { 十: 10, 百: 100, 千: 1000 };

  /* 二十四 -> 24; what is no number stays. */
  function numeral(run) {
    var total = 0;
    var part = 0;
    var digit = 0;
    if (!/[十百千万]/.test(run)) return Array.from(run, function (sign) { return DIGITS.indexOf(sign); }).join("");
    for (var sign of run) {
      if (sign === "万") {
        total = (part + digit) * 10000;
        part = digit = 0;
      } else if (sign in UNITS) {
        part += (digit || 1) * UNITS[sign];
        digit = 0;
      } else digit = DIGITS.indexOf(sign);
    }
    return String(total + part + digit);
  }
  /* Width, case, spaces, marks, ways to write a number and English plurals make no difference. */
  function fold(text) {
    return text
      .normalize("NFKC")
      .toLowerCase()
      .replace(/〇/g, "零")
      .replace(/两/g, "二")
      .replace(/[零一二三四五六七八九十百千万]+/g, numeral)
      .replace(/(\d),(?=\d{3})/g, "$1")
      .replace(/([a-z]{2,})s\b/g, "$1")
      .replace(/[\s，。、；：？！“”‘’（）《》,;:?!"'()]+|\.(?!\d)/g, "");
  }
  var AMOUNT = /^(\D*)(\d+(?:\.\d+)?)(\D*)$/;
  function amount(folded) {
    var found = AMOUNT.exec(folded);
    return found && { around: found[1] + "|" + found[3], value: Number(found[2]) };
  }
  function fills(gap, given) {
    var folded = fold(given);
    var mine = amount(folded);
    return gap.accepted.some(function (text) {
      var right = fold(text);
      if (folded === right) return true;
      var theirs = amount(right);
      return Boolean(mine && theirs && mine.around === theirs.around && Math.abs(mine.value - theirs.value) <= gap.tolerance);
    });
  }
  function number(question, given) {
    var found = AMOUNT.exec(fold(given).replace(/^-(?=\d)/, ""));
    if (!found) return false;
    var unit = (question.unit || []).map(fold).concat("");
    var value = Number(found[2]) * (/^\s*[-－−]/.test(given) ? -1 : 1);
    return found[1] === "" && unit.indexOf(found[3]) >= 0 && Math.abs(value - question.key) <= question.tolerance + 1e-9;
  }
  /* For each part of an answer whether it is right: gaps, pairs, points of the guide. */
  var PARTS = {
    cloze: function (q, a) {
      return q.gaps.map(function (gap, i) {
        return gap.options ? a[i] === gap.key : fills(gap, a[i] || "");
      });
    },
    matching: function (q, a) {
      return q.key.map(function (right, i) {
        return a[i] === right;
      });
    },
    short_answer: function (q, a) {
      return q.guide.map(function (point, i) {
        return Boolean(a.ticked && a.ticked[i]);
      });
    },
  };
  function weights(q) {
    if (q.gaps) return q.gaps.map(function (gap) { return gap.share; });
    if (q.guide) return q.guide.map(function (point) { return point[2]; });
    return q.key.map(function () { return 1; });
  }
  function share(policy, q, a, parts) {
    var cost = score.cost(policy, q.type, (q.options || []).length);
    if (q.type === "multiple_choice") return score.multiple(policy, q.key, a, q.options.length, cost);
    if (q.type === "ordering") return score.ordering(policy, q.key, a);
    if (q.type === "numeric") return Number(number(q, a));
    if (parts.length) return score.parts(policy[q.type] || "per_part", parts, weights(q));
    return a === (q.type === "true_false" ? q.key : q.key[0]) ? 1 : -cost;
  }

  window.guizhangCheck = {
    fold: fold,
    /* {share: of the points, -1..1, parts: for each part whether it is right}; the share of nothing answered is 0. */
    check: function (question, answer, policy) {
      if (answer === null) return { share: 0, parts: [] };
      var parts = question.type in PARTS ? PARTS[question.type](question, answer) : [];
      return { share: share(policy || score.DEFAULT, question, answer, parts), parts: parts };
    },
  };
})();
