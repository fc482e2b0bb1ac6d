/* What follows an answer: the verdict, why, and the rule it rests on; the marking guide of written answers. */
(function () {
  "use strict";
  var ask = window.guizhangAsk;
  if (!ask) return;
  var here = document.querySelector("[data-gz-practice]");
  var site = here.dataset.folder.replace("assets/guizhang/practice", "");
  var el = ask.el;

  function reasons(step, answer) {
    var q = step.question;
    var out = el("div");
    function because(name, text) {
      if (text) out.append(el("p", {}, name ? el("b", {}, ask.say(name)) : "", name ? " " : "", ask.pair(text)));
    }
    if (q.whys && answer !== null) {
      var wrong = [].concat(answer).filter(function (number) {
        return q.key.indexOf(number) < 0;
      });
      (wrong.length ? wrong : [].concat(answer)).forEach(function (number) {
        because("your-choice", q.whys[number]);
      });
    }
    because("", q.because);
    if (step.number === step.of && step.of > 1) because("", step.item.because);
    return out;
  }
  function rules(item) {
    var line = el("p", { className: "gz-rule" }, el("b", {}, ask.say("rule")), " ");
    var any = false;
    item.cites.forEach(function (rule) {
      var place = window.guizhangPick.place(rule);
      if (!place) return;
      any = true;
      line.append(el("a", { href: site + place.at }, ask.pair(place.name)), " ");
    });
    return any ? line : null;
  }
  /* The steps in their right order, where they were not. */
  function key(step, result) {
    var q = step.question;
    if (q.type !== "ordering" || result.share === 1) return null;
    var list = el("ol");
    q.key.forEach(function (number) {
      list.append(el("li", {}, ask.pair(q.options[number])));
    });
    return el("div", { className: "gz-key" }, el("b", {}, ask.say("key")), list);
  }

  window.guizhangVerdict = {
    rules: rules,
    word: function (share) {
      return share === 1 ? "right" : share > 0 ? "partly" : "not-right";
    },
    show: function (step, answer, result) {
      var word = this.word(result.share);
      return el(
        "div",
        { className: "gz-verdict gz-is-" + (result.share === 1 ? "right" : "wrong") },
        el("p", { className: "gz-said" }, el("span", { "aria-hidden": "true" }, result.share === 1 ? "✓ " : "✗ "), ask.say(word)),
        key(step, result),
        reasons(step, answer),
        step.number === step.of ? rules(step.item) : null
      );
    },
    /* The guide beside what was written; returns {element, ticked: which points were said}. */
    guide: function (step, answer) {
      var box = el("fieldset", { className: "gz-guide" }, el("legend", { tabIndex: -1 }, ask.say("guide")));
      var inputs = step.question.guide.map(function (point) {
        var input = el("input", { type: "checkbox" });
        box.append(el("label", { className: "gz-option" }, input, ask.pair(point.slice(0, 2)), el("small", {}, ask.say(point[2] === 1 ? "point" : "points", { n: point[2] }))));
        return input;
      });
      return {
        element: box,
        ticked: function () {
          return inputs.map(function (input) {
            input.disabled = true;
            return input.checked;
          });
        },
      };
    },
    /* The questions of items, one after another. */
    steps: function (items) {
      return items.flatMap(function (item) {
        var questions = item.questions || [item];
        return questions.map(function (question, i) {
          return { item: item, question: question, number: i + 1, of: questions.length };
        });
      });
    },
    /* 1 forgotten, 2 remembered with effort, 3 remembered; of a case the share of all its questions. */
    grade: function (item, share) {
      return share === 1 ? 3 : item.type === "short_answer" && share >= 0.5 ? 2 : 1;
    },
  };
})();
