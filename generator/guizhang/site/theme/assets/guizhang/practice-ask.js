/* One question on the page: what is asked, the controls to answer it with, and afterwards the verdict. */
(function () {
  "use strict";
  var here = document.querySelector("[data-gz-practice]");
  if (!here || !window.guizhangPick) return;
  var pick = window.guizhangPick;
  var LETTERS = "ABCDEFGHIJ";
  var parts = here.querySelector("template").content;
  var turn = 0;

  /* ---- Elements ---- */

  function el(tag, attributes) {
    var element = document.createElement(tag);
    Object.keys(attributes || {}).forEach(function (name) {
      if (name in element && name !== "list") element[name] = attributes[name];
      else element.setAttribute(name, attributes[name]);
    });
    for (var i = 2; i < arguments.length; i++) if (arguments[i]) element.append(arguments[i]);
    return element;
  }
  /* A text in both languages, as the site's own. */
  function pair(text, tag) {
    var both = el(tag || "span", { className: "gz-pair" });
    // What has no translation, or needs none, stands once and in every view.
    if (text[0] === text[1]) {
      var english = /[A-Za-z]/.test(text[0]) && !/[\u3400-\u9fff]/.test(text[0]);
      both.append(el("span", { lang: english ? "en" : "zh-Hans", "data-keep": "" }, text[0]));
      return both;
    }
    ["zh-Hans", "en"].forEach(function (lang, i) {
      var half = el("span", { lang: lang });
      half.textContent = text[i];
      both.append(half, " ");
    });
    return both;
  }
  function say(name, values) {
    var words = parts.querySelector('[data-word="' + (/^mastery/.test(name) ? name : "practise-" + name) + '"]').cloneNode(true);
    words.querySelectorAll("[lang]").forEach(function (half) {
      half.textContent = half.textContent.replace(/\{(\w+)\}/g, function (_, key) {
        var value = values[key];
        return Array.isArray(value) ? value[half.lang === "en" ? 1 : 0] : value;
      });
    });
    return words;
  }
  function count(n) {
    return say(n === 1 ? "1" : "n", { n: n });
  }
  function letter(i) {
    return el("b", { className: "gz-letter", "aria-hidden": "true" }, LETTERS[i]);
  }

  /* ---- Controls: each returns {element, read: answer or null, mark: shows what was right} ---- */

  /* Figures stand in ascending order, as readers look for them; what keeps its order keeps it; the rest is shuffled. */
  function places(options, fixed) {
    var numbers = options.map(function (_, i) {
      return i;
    });
    var figures = options.map(function (text) {
      return /^(\D*)(\d+(?:\.\d+)?)(\D*)$/.exec(text[0].replace(/,/g, ""));
    });
    var alike = figures.every(function (f) {
      return f && f[1] === figures[0][1] && f[3] === figures[0][3];
    });
    if (alike) return numbers.sort(function (a, b) { return figures[a][2] - figures[b][2]; });
    return fixed ? numbers : pick.shuffled(numbers);
  }
  /* Options as full-width targets; their values are the numbers they have in the item. */
  function options(texts, type, fixed, name) {
    var list = el("div", { className: "gz-options" });
    var inputs = places(texts, fixed).map(function (number, at) {
      var input = el("input", { type: type, name: name, value: number });
      list.append(el("label", { className: "gz-option" }, input, letter(at), pair(texts[number]), el("i", { className: "gz-sign" })));
      return input;
    });
    return {
      element: list,
      chosen: function () {
        return inputs
          .filter(function (input) {
            return input.checked;
          })
          .map(function (input) {
            return Number(input.value);
          });
      },
      mark: function (key) {
        inputs.forEach(function (input) {
          var right = key.indexOf(Number(input.value)) >= 0;
          sign(input.parentElement, input.checked && right ? "right" : right ? "missed" : input.checked ? "wrong" : "");
          input.disabled = true;
        });
      },
    };
  }
  var SIGNS = { right: ["✓", "right"], missed: ["✓", "key"], wrong: ["✗", "not-right"] };
  /* Never by colour alone: a sign to see, words to hear. */
  function sign(element, state) {
    if (!state) return;
    element.classList.add("gz-is-" + state);
    var place = element.querySelector(".gz-sign");
    place.append(el("span", { "aria-hidden": "true" }, SIGNS[state][0]), el("span", { className: "gz-unseen" }, say(SIGNS[state][1])));
  }
  function choice(type) {
    return function (q, name) {
      var list = options(q.options, type, q.fixed, name);
      return {
        element: list.element,
        read: function () {
          var chosen = list.chosen();
          return !chosen.length ? null : type === "radio" ? chosen[0] : chosen;
        },
        mark: function () {
          list.mark(q.key);
        },
      };
    };
  }
  function truth(q, name) {
    var words = ["false", "true"].map(function (word) {
      return Array.from(parts.querySelectorAll('[data-word="practise-' + word + '"] [lang]'), function (half) {
        return half.textContent;
      });
    });
    var list = options([words[1], words[0]], "radio", true, name); // true stands first
    return {
      element: list.element,
      read: function () {
        var chosen = list.chosen();
        return chosen.length ? 1 - chosen[0] : null;
      },
      mark: function () {
        list.mark([1 - q.key]);
      },
    };
  }
  function written(name, label) {
    return el("label", { className: "gz-written" }, label, el("input", { type: "text", name: name, autocomplete: "off", maxLength: 200 }), el("i", { className: "gz-sign" }));
  }
  function cloze(q, name) {
    var box = el("div");
    var gaps = q.gaps.map(function (gap, i) {
      var label = say("gap", { n: i + 1 });
      if (!gap.options) {
        var field = written(name + "-" + i, label);
        box.append(field);
        return { field: field, input: field.querySelector("input") };
      }
      var list = options(gap.options, "radio", q.fixed, name + "-" + i);
      box.append(el("fieldset", {}, el("legend", {}, label), list.element));
      return { list: list };
    });
    return {
      element: box,
      read: function () {
        var answers = gaps.map(function (gap) {
          return gap.list ? (gap.list.chosen().length ? gap.list.chosen()[0] : null) : gap.input.value.trim();
        });
        return answers.some(function (a) { return a !== null && a !== ""; }) ? answers : null;
      },
      mark: function (result) {
        gaps.forEach(function (gap, i) {
          if (gap.list) return gap.list.mark([q.gaps[i].key]);
          gap.input.disabled = true;
          sign(gap.field, result.parts[i] ? "right" : "wrong");
          if (!result.parts[i] && q.gaps[i].answer) gap.field.append(el("p", { className: "gz-key" }, say("key"), " ", pair(q.gaps[i].answer)));
        });
      },
    };
  }
  function numeric(q, name) {
    var field = written(name, el("span", { className: "gz-unseen" }, say("number")));
    field.classList.add("gz-numeric");
    var input = field.querySelector("input");
    input.inputMode = "decimal";
    if (q.unit) input.after(pair(q.unit));
    return {
      element: field,
      read: function () {
        return input.value.trim() || null;
      },
      mark: function (result) {
        input.disabled = true;
        sign(field, result.share === 1 ? "right" : "wrong");
        var key = String(q.key);
        if (result.share < 1) field.append(el("p", { className: "gz-key" }, say("key"), " ", pair(q.unit ? [key + q.unit[0], key + " " + q.unit[1]] : [key, key])));
      },
    };
  }
  function matching(q, name) {
    var shown = places(q.options, q.fixed);
    var box = el("div", { className: "gz-matching" });
    var list = el("ol", { className: "gz-rights" });
    shown.forEach(function (number, at) {
      list.append(el("li", {}, letter(at), pair(q.options[number])));
    });
    box.append(list);
    var rows = q.lefts.map(function (left, i) {
      var row = el("fieldset", { className: "gz-match" }, el("legend", {}, pair(left)));
      var inputs = shown.map(function (number, at) {
        var input = el("input", { type: "radio", name: name + "-" + i, value: number });
        row.append(el("label", { className: "gz-pick" }, input, el("b", {}, LETTERS[at])));
        return input;
      });
      row.append(el("i", { className: "gz-sign" }));
      box.append(row);
      return { row: row, inputs: inputs };
    });
    function chosen(row) {
      var input = row.inputs.find(function (one) {
        return one.checked;
      });
      return input ? Number(input.value) : null;
    }
    return {
      element: box,
      read: function () {
        var answer = rows.map(chosen);
        return answer.some(function (a) { return a !== null; }) ? answer : null;
      },
      mark: function (result) {
        rows.forEach(function (row, i) {
          sign(row.row, result.parts[i] ? "right" : "wrong");
          row.inputs.forEach(function (input) {
            input.disabled = true;
          });
          if (!result.parts[i]) row.row.append(el("p", { className: "gz-key" }, say("key"), " " + LETTERS[shown.indexOf(q.key[i])]));
        });
      },
    };
  }
  function short(q, name) {
    var area = el("textarea", { name: name, rows: 4, maxLength: 2000 });
    var label = el("label", { className: "gz-written" }, el("span", { className: "gz-unseen" }, say("write")), area);
    return {
      element: label,
      read: function () {
        var text = area.value.trim();
        return text ? { text: text, ticked: null } : null;
      },
      mark: function () {
        area.disabled = true;
      },
    };
  }
  var CONTROLS = {
    single_choice: choice("radio"), multiple_choice: choice("checkbox"), true_false: truth, cloze: cloze, numeric: numeric,
    matching: matching, short_answer: short, ordering: window.guizhangOrder,
  };
  var HINTS = {
    single_choice: "single", multiple_choice: "multiple", true_false: "truth", cloze: "gaps", numeric: "number",
    matching: "match", ordering: "order", short_answer: "write",
  };

  /* ---- The question ---- */

  window.guizhangAsk = {
    el: el, pair: pair, say: say, sign: sign, letter: letter, count: count,
    /* Returns {element, heading, read, mark}. A step is {item, question, number, of}; cases have several. */
    question: function (step) {
      var q = step.question;
      var name = "gz-q" + ++turn;
      var heading = el("legend", { className: "gz-stem", tabIndex: -1 }, pair(q.stem));
      var hint = el("p", { className: "gz-hint" }, say(HINTS[q.type]));
      var control = CONTROLS[q.type](q, name, window.guizhangAsk);
      var box = el("fieldset", { className: "gz-question" }, heading, hint, control.element);
      var text = step.of > 1 ? el("div", { className: "gz-case" }, el("p", { className: "gz-hint" }, say("case"), " ", say("question", { n: step.number })), pair(step.item.stem, "div")) : null;
      return { element: el("div", {}, text, box), heading: heading, read: control.read, mark: control.mark };
    },
  };
})();
