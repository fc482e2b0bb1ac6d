/* A mock assessment: the shape of a blueprint, filled with practice questions; a clock, a score, a pass line. */
(function () {
  "use strict";
  var ask = window.guizhangAsk;
  if (!ask) return;
  var pick = window.guizhangPick;
  var verdict = window.guizhangVerdict;
  var score = window.guizhangScore;
  var el = ask.el;
  var FIELDS = {
    themes: function (item) { return [item.themes[0]]; },
    difficulty: function (item) { return [String(item.difficulty)]; },
    levels: function (item) { return [item.level]; },
    roles: function (item) { return item.roles || []; },
    regulations: function (item) { return Array.from(new Set(item.cites.map(function (rule) { return rule.split("/")[0]; }))); },
  };

  /* ---- Drawing: whoever fills most of the quotas still open comes next ---- */

  function draw(blueprint, all) {
    var used = new Set();
    var rules = new Set();
    return blueprint.sections.map(function (section) {
      var open = {};
      Object.keys(section.quotas).forEach(function (name) {
        open[name] = Object.assign({}, section.quotas[name]);
      });
      var left = pick.shuffled(all).filter(function (item) {
        return item.type === section.type && !used.has(item.id) && fits(item, blueprint.roles);
      });
      function gain(item) {
        var met = 0;
        Object.keys(open).forEach(function (name) {
          met += FIELDS[name](item).some(function (value) { return open[name][value] > 0; });
        });
        var told = (item.apart || []).some(function (id) { return used.has(id); });
        return met - (rules.has(item.cites[0]) ? 0.5 : 0) - (told ? 10 : 0); // questions on one rule may answer each other, others do
      }
      var chosen = [];
      while (chosen.length < section.count && left.length) {
        var best = left.reduce(function (a, b) { return gain(b) > gain(a) ? b : a; });
        left.splice(left.indexOf(best), 1);
        chosen.push(best);
        used.add(best.id);
        rules.add(best.cites[0]);
        Object.keys(open).forEach(function (name) {
          FIELDS[name](best).forEach(function (value) { if (value in open[name]) open[name][value]--; });
        });
      }
      return { section: section, items: chosen };
    });
  }
  function fits(item, roles) {
    return !roles.length || roles.some(function (role) { return pick.isFor(item, role); });
  }
  /* Points out of `most` that a cut score asks for; null where judges set it. */
  function cut(score, total, most) {
    if (score === "angoff" || !score) return null;
    return score.slice(-1) === "%" ? (most * parseFloat(score)) / 100 : (most * parseFloat(score)) / total;
  }
  function right(step) {
    return step.result.share === 1;
  }
  function round(points) {
    return Math.round(points * 100) / 100;
  }

  /* ---- Sitting it ---- */

  window.guizhangExam = function (id, room, done) {
    var timer = 0;
    var over = false;
    function stop() {
      over = true;
      clearInterval(timer);
    }
    pick.index().then(function (all) {
      var blueprint = all.exams[id];
      if (!blueprint) return done();
      var types = blueprint.sections.map(function (section) { return section.type; });
      return pick.where(function (one) {
        return one.types.some(function (type) { return types.indexOf(type) >= 0; });
      }).then(function (items) {
        if (!over) before(blueprint, draw(blueprint, items));
      });
    }).catch(function () {
      if (!over) room.replaceChildren(el("p", {}, ask.say("not-loaded")));
    });

    function before(blueprint, drawn) {
      var rows = el("ul");
      drawn.forEach(function (part) {
        var few = part.items.length < part.section.count;
        rows.append(el("li", {}, ask.pair(part.section.title), el("small", {}, few ? ask.say("short", { n: part.items.length, m: part.section.count }) : ask.count(part.items.length))));
      });
      var any = drawn.some(function (part) { return part.items.length; });
      var start = el("button", { type: "button", className: "gz-go" }, ask.say("begin"));
      start.onclick = function () { sit(blueprint, drawn); };
      room.replaceChildren(
        el("h2", { tabIndex: -1 }, ask.pair(blueprint.title)), el("p", {}, ask.say("exams-lead")), rows,
        el("p", { className: "gz-actions" }, close(), any ? start : ask.say("empty"))
      );
      room.querySelector("h2").focus();
    }
    function close() {
      return el("a", { href: "#", className: "gz-stop" }, ask.say("home"));
    }

    function sit(blueprint, drawn) {
      var steps = drawn.flatMap(function (part) {
        return verdict.steps(part.items).map(function (step) { return Object.assign(step, { part: part }); });
      });
      var shown = [];
      var at = 0;
      var end = performance.now() + blueprint.minutes * 60000; // a clock that is set back gives nobody time
      var clock = el("b", { className: "gz-clock", role: "timer" });
      var line = el("progress", { max: steps.length, value: 0, "aria-hidden": "true" });
      var told = el("p", { className: "gz-told", role: "status" });
      var place = el("div");
      var count = el("span");
      var back = el("button", { type: "button" }, ask.say("back"));
      var next = el("button", { type: "button", className: "gz-go" });
      var form = el("form", { className: "gz-step-form" }, el("p", { className: "gz-bar" }, count, clock, close()), line, place, told, el("p", { className: "gz-actions" }, back, next));
      var sure = false;
      var warned = blueprint.minutes <= 5;
      room.replaceChildren(form);
      back.onclick = function () { go(at - 1); };
      form.onsubmit = function (event) { event.preventDefault(); forth(); };
      next.onclick = forth;
      function go(number) {
        at = number;
        sure = false;
        told.replaceChildren();
        shown[at] = shown[at] || ask.question(steps[at]);
        var section = steps[at].part.section;
        place.replaceChildren(el("p", { className: "gz-hint" }, ask.pair(section.title), section.counting && ask.pair(section.counting)), shown[at].element);
        count.textContent = at + 1 + " / " + steps.length;
        line.value = at + 1;
        back.disabled = !at;
        next.replaceChildren(ask.say(at + 1 < steps.length ? "next" : "hand-in"));
        shown[at].heading.focus();
      }
      function answer(i) {
        return shown[i] ? shown[i].read() : null;
      }
      function forth() {
        if (at + 1 < steps.length) return go(at + 1);
        var blank = steps.filter(function (_, i) { return answer(i) === null; }).length;
        if (blank && !sure) {
          sure = true;
          return told.replaceChildren(ask.say("hand-in-sure", { n: blank }));
        }
        finish(false);
      }
      function tick() {
        var left = Math.max(0, Math.ceil((end - performance.now()) / 1000));
        var text = Math.floor(left / 60) + ":" + String(left % 60).padStart(2, "0");
        clock.replaceChildren(ask.say("left", { t: text }));
        if (left <= 300 && !warned) {
          warned = true;
          told.replaceChildren(ask.say("five"));
        }
        if (!left) finish(true);
      }
      function finish(late) {
        stop();
        steps.forEach(function (step, i) { step.answer = answer(i); });
        mark(blueprint, drawn, steps, late);
      }
      timer = setInterval(tick, 1000);
      tick();
      go(0);
    }

    /* Written answers are marked by whoever wrote them, with the guide, before there is a score. */
    function mark(blueprint, drawn, steps, late) {
      var written = steps.filter(function (step) { return step.question.guide && step.answer; });
      var head = late ? el("p", { role: "status" }, ask.say("time-up")) : null;
      if (!written.length) return result(blueprint, drawn, steps, head);
      var form = el("form", {}, head, el("h2", { tabIndex: -1 }, ask.say("mark-first")));
      var guides = written.map(function (step) {
        var guide = verdict.guide(step, step.answer);
        form.append(el("div", { className: "gz-question" }, el("p", { className: "gz-stem" }, ask.pair(step.question.stem)), el("blockquote", {}, step.answer.text), guide.element));
        return guide;
      });
      form.append(el("p", { className: "gz-actions" }, el("button", { className: "gz-go" }, ask.say("finish"))));
      form.onsubmit = function (event) {
        event.preventDefault();
        written.forEach(function (step, i) { step.answer.ticked = guides[i].ticked(); });
        result(blueprint, drawn, steps, head);
      };
      room.replaceChildren(form);
      form.querySelector("h2").focus();
    }
    function result(blueprint, drawn, steps, head) {
      var policy = blueprint.scoring;
      var check = window.guizhangCheck.check;
      var rows = el("ul");
      var got = 0;
      var most = 0;
      var below = false;
      drawn.forEach(function (part) {
        var points = 0;
        part.items.forEach(function (item) {
          var own = steps.filter(function (step) { return step.item === item; });
          var worth = score.shareOut(part.section.points, own.map(function (step) { return step.question.points || 1; }));
          own.forEach(function (step, i) {
            // What is remembered does not depend on how an assessment counts: the verdict is that of practice.
            step.result = check(step.question, step.answer);
            step.most = worth[i];
            step.points = score.points(policy, check(step.question, step.answer, policy).share, worth[i]);
            points += step.points;
          });
          item.share = own.every(right) ? 1 : own.reduce(function (sum, step) { return sum + step.result.share * step.most; }, 0) / part.section.points;
          if (own.some(function (step) { return step.answer !== null; })) window.guizhangRecord.record(item, verdict.grade(item, item.share));
        });
        points = score.section(policy, points);
        var full = part.items.length * part.section.points;
        var least = cut(part.section.minimum, part.section.count * part.section.points, full);
        below = below || (least !== null && points < least);
        got += points;
        most += full;
        rows.append(el("li", {}, ask.pair(part.section.title), el("small", {}, ask.say("score", { n: round(points), m: round(full) }))));
      });
      var line = cut(blueprint.cut, blueprint.total, most);
      var passed = line === null ? "no-line" : got < line - 1e-9 ? "failed" : "passed";
      var missed = el("div", { className: "gz-missed" });
      steps.forEach(function (step) {
        if (right(step)) return;
        var some = step.points ? el("small", {}, ask.say("score", { n: round(step.points), m: round(step.most) })) : null;
        missed.append(el("details", {}, el("summary", {}, ask.pair(step.question.stem), some), keys(step), verdict.show(step, step.answer, step.result)));
      });
      fill(
        el("h2", { tabIndex: -1 }, ask.pair(blueprint.title)), head,
        el("p", { className: "gz-score" }, ask.say("score", { n: round(got), m: round(most) })),
        el("p", {}, ask.say(passed, { c: line === null ? "" : round(line) })), below ? el("p", {}, ask.say("below")) : null, rows,
        el("p", { className: "gz-small" }, ask.say("mock"), " ", ask.say("self")),
        missed.children.length ? el("h3", {}, ask.say("look")) : null, missed,
        el("p", { className: "gz-actions" }, close())
      );
      room.querySelector("h2").focus();
    }
    function fill() {
      room.replaceChildren.apply(room, Array.from(arguments).filter(Boolean));
    }
    /* The right answer of a question that is no longer on the page. */
    function keys(step) {
      var q = step.question;
      var list = el("ul", { className: "gz-key" });
      function line(text, lead) { list.append(el("li", {}, lead || "", lead ? " — " : "", ask.pair(text))); }
      if (q.type === "true_false") list.append(el("li", {}, ask.say(q.key ? "true" : "false")));
      else if (q.type === "numeric") line(q.unit ? [q.key + q.unit[0], q.key + " " + q.unit[1]] : [String(q.key), String(q.key)]);
      else if (q.lefts) q.key.forEach(function (right, i) { line(q.options[right], ask.pair(q.lefts[i])); });
      else if (q.gaps) q.gaps.forEach(function (gap) { line(gap.options ? gap.options[gap.key] : gap.answer || [gap.accepted[0], gap.accepted[0]]); });
      else if (q.guide) q.guide.forEach(function (point) { line(point.slice(0, 2)); });
      else if (q.type !== "ordering") q.key.forEach(function (number) { line(q.options[number]); });
      return list.children.length ? el("div", {}, el("b", {}, ask.say("key")), list) : null;
    }
    return stop;
  };
})();
