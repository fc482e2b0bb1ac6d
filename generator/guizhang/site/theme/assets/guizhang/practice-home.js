/* The practice page: what is due, what is known, rounds of questions one at a time, and keeping the record. */
(function () {
  "use strict";
  var here = document.querySelector("[data-gz-practice]");
  var ask = window.guizhangAsk;
  if (!here || !ask) return;
  var pick = window.guizhangPick;
  var record = window.guizhangRecord;
  var known = window.guizhangPractised;
  var verdict = window.guizhangVerdict;
  var running = window.guizhangRunning;
  var el = ask.el;
  var home = here.querySelector(".gz-practise-home");
  var room = here.querySelector(".gz-practise-round");
  var title = el("h1", { className: "gz-unseen" });
  room.before(title);
  var KINDS = ["due", "daily", "wrong", "exam", "article", "chapter", "provisions", "document", "theme", "role"];
  var leave = null; // ends what is going on in the room

  /* ---- The home ---- */

  function put(name, words) {
    var place = home.querySelector('[data-count="' + name + '"]');
    place.replaceChildren(words);
    place.hidden = false;
  }
  function count(n) {
    return n ? ask.count(n) : ask.say("nothing");
  }
  /* How many of a row's questions are asked only after today: "21000 3 21365 1", from which day how many. */
  function waiting(later) {
    return later.split(" ").reduce(function (sum, n, i, all) {
      return sum + (i % 2 && all[i - 1] > known.today() ? Number(n) : 0);
    }, 0);
  }
  function showHome() {
    if (!home.querySelector("[data-count]")) return;
    var days = record.streak();
    put("due", count(record.due().length));
    put("wrong", count(record.wrong().length));
    var today = record.today();
    put("daily", today ? ask.say("done-today", { n: today }) : "");
    if (days) put("streak", days > 1 ? ask.say("streak", { n: days }) : ask.say("day-one"));
    home.querySelector(".gz-not-kept").hidden = record.kept();
    home.querySelectorAll("[data-later]").forEach(function (place) {
      place.replaceChildren(count(place.dataset.n - waiting(place.dataset.later)));
    });
    showKnown();
  }
  /* How many rules with questions are known: of each document practised so far, and of each role. */
  function showKnown() {
    var names = known.documents().filter(function (name) {
      return known.read(name).size;
    });
    if (!names.length) return;
    pick.items(names).then(function (items) {
      // What was asked once and is gone, or not in force yet, is not asked again.
      var there = new Set(items.map(function (item) { return item.id; }));
      ["due", "wrong"].forEach(function (kind) {
        put(kind, count(record[kind]().filter(function (one) { return there.has(one.id); }).length));
      });
      var sure = new Map();
      names.forEach(function (name) {
        known.rules(name).forEach(function (is, rule) {
          sure.set(rule, is && sure.get(rule) !== false);
        });
      });
      function show(key, own) {
        var rules = new Set(own.map(function (item) {
          return item.cites[0];
        }));
        var n = Array.from(rules).filter(function (rule) {
          return sure.get(rule);
        }).length;
        var place = home.querySelector('[data-known="' + key + '"]');
        if (place && own.some(function (item) { return sure.has(item.cites[0]); })) place.replaceChildren(ask.say("known", { n: n, m: rules.size }));
      }
      names.forEach(function (name) {
        show("document=" + name, items.filter(function (item) {
          return item.cites[0].split("/")[0] === name;
        }));
      });
      home.querySelectorAll('[data-known^="role="]').forEach(function (place) {
        var role = place.dataset.known.slice(5);
        show(place.dataset.known, items.filter(function (item) {
          return item.roles && pick.isFor(item, role);
        }));
      });
    }).catch(Boolean); // without the questions there are their numbers
  }

  /* ---- A round ---- */

  function play(kind, key) {
    var over = false;
    var stop = function () {
      over = true;
    };
    running.taken().then(function (before) {
      return before || pick.round(kind, key);
    }).then(function (found) {
      if (over) return;
      if (!found.queue && !found.items.length) return nothing(found.waits && ["due", "wrong", "daily"].indexOf(kind) < 0 ? "empty-pending" : { due: "empty-due", daily: "empty-due", wrong: "empty-wrong" }[kind] || "empty");
      leave = run(found);
    }).catch(function () {
      if (!over) nothing("not-loaded");
    });
    return stop;
  }
  function nothing(word) {
    room.replaceChildren(el("p", { role: "status" }, ask.say(word)), el("p", { className: "gz-actions" }, back()));
    room.querySelector("a").focus();
  }
  function back() {
    return el("a", { href: "#", className: "gz-stop" }, ask.say("home"));
  }
  /* `found` is {items, note}, or a round to go on with. */
  function run(found) {
    var queue = found.queue || verdict.steps(found.items);
    var shares = found.shares || new Map(); // item -> shares of its questions so far
    var outcome = found.outcome || new Map(); // item -> whether it was right the first time
    var at = (found.at || 0) - 1;
    var pending = null;
    var count = el("span");
    var line = el("progress", { max: queue.length, value: 0, "aria-hidden": "true" });
    var place = el("div");
    var said = el("div", { className: "gz-feedback", role: "status" });
    var go = el("button", { className: "gz-go" });
    var skip = el("button", { type: "button", className: "gz-skip" }, ask.say("skip"));
    var form = el(
      "form", { className: "gz-step-form", noValidate: true },
      el("p", { className: "gz-bar" }, count, el("a", { href: "#", className: "gz-stop" }, ask.say("stop"))),
      line, found.note ? el("p", { className: "gz-small" }, ask.say(found.note)) : null, place, said,
      el("p", { className: "gz-actions" }, skip, go)
    );
    room.replaceChildren(form);
    var shown, guide, state;

    function next() {
      flush();
      if (++at >= queue.length) return end();
      keep(at);
      shown = ask.question(queue[at]);
      guide = null;
      state = "asked";
      place.replaceChildren(shown.element);
      said.replaceChildren();
      count.textContent = at + 1 + " / " + queue.length;
      line.max = queue.length;
      line.value = at;
      go.replaceChildren(ask.say("check"));
      skip.hidden = false;
      shown.heading.focus({ preventScroll: true });
      here.scrollIntoView({ block: "start" });
    }
    function keep(over) {
      running.keep({ queue: queue, at: over, shares: shares, outcome: outcome, note: found.note });
    }
    function flush() {
      if (!pending) return;
      pending();
      pending = null;
      keep(at + 1);
    }
    function judge() {
      var step = queue[at];
      var answer = shown.read();
      if (state === "asked" && answer === null) return said.replaceChildren(el("p", { className: "gz-hint" }, ask.say("not-answered")));
      if (step.question.guide && state === "asked") {
        state = "guide";
        guide = verdict.guide(step, answer);
        shown.mark({ parts: [] });
        place.append(guide.element);
        said.replaceChildren();
        go.replaceChildren(ask.say("judge"));
        return guide.element.querySelector("legend").focus();
      }
      if (guide) answer.ticked = guide.ticked();
      settle(step, answer, window.guizhangCheck.check(step.question, answer));
    }
    function settle(step, answer, result) {
      state = "told";
      shown.mark(result);
      said.replaceChildren(verdict.show(step, answer, result));
      var open = (step.question.gaps || []).some(function (gap, i) {
        return gap.accepted && !result.parts[i];
      });
      function meant() {
        result.share = 1;
        said.replaceChildren(verdict.show(step, answer, result));
        go.focus();
      }
      if (open) said.append(el("button", { type: "button", className: "gz-meant", onclick: meant }, ask.say("count")));
      pending = function () {
        finished(step, result.share);
      };
      if (result.share < 1 && !step.again && step.of === 1) said.append(el("p", { className: "gz-hint" }, ask.say("comes-again")));
      go.replaceChildren(ask.say(at + 1 < queue.length || result.share < 1 && !step.again ? "next" : "finish"));
      skip.hidden = true;
      line.value = at + 1;
      go.focus({ preventScroll: true });
      said.scrollIntoView({ block: "nearest" });
    }
    /* An item counts once, when its last question is answered; what was not right comes once more, and counts no more. */
    function finished(step, share) {
      if (step.again) return;
      var item = step.item;
      var all = (shares.get(item) || []).concat(share);
      shares.set(item, all);
      if (step.number < step.of) return;
      var mean = all.reduce(function (a, b) { return a + b; }) / step.of;
      outcome.set(item, mean === 1);
      record.record(item, verdict.grade(item, mean));
      if (mean < 1)
        verdict.steps([item]).forEach(function (more) {
          queue.push(Object.assign(more, { again: true }));
        });
    }
    function end() {
      var right = 0;
      var list = el("ul");
      outcome.forEach(function (was, item) {
        right += was;
        if (!was) list.append(el("li", {}, ask.pair(item.stem), verdict.rules(item)));
      });
      var more = el("button", { type: "button", className: "gz-go" }, ask.say("more"));
      more.onclick = open;
      leave = null;
      running.forget();
      room.replaceChildren(
        el("h2", { tabIndex: -1 }, ask.say("end")),
        el("p", { className: "gz-score" }, ask.say("result", { n: right, m: outcome.size })),
        list.children.length ? el("div", { className: "gz-missed" }, el("h3", {}, ask.say("look")), list) : "",
        el("p", { className: "gz-actions" }, back(), more)
      );
      room.querySelector("h2").focus({ preventScroll: true });
      here.scrollIntoView({ block: "start" });
    }
    form.onsubmit = function (event) {
      event.preventDefault();
      if (state === "told") next();
      else judge();
    };
    skip.onclick = next;
    /* 1 to 8, or A to H, choose an option. */
    form.onkeydown = function (event) {
      if (state !== "asked" || event.ctrlKey || event.metaKey || event.altKey || /^(text|textarea)$/.test(event.target.type)) return;
      var number = "12345678".indexOf(event.key) >= 0 ? Number(event.key) - 1 : "abcdefgh".indexOf(event.key.toLowerCase());
      var inputs = place.querySelectorAll(".gz-question > .gz-options input");
      if (event.key.length === 1 && inputs[number]) {
        inputs[number].click();
        inputs[number].focus();
      }
    };
    next();
    return flush;
  }

  /* ---- Ways in and out ---- */

  function open() {
    if (leave) leave();
    leave = null;
    var asked = /^#(\w+)(?:=([\w./&=,-]+))?$/.exec(location.hash.replace(/%2C/gi, ",")); // mail programs write commas so
    var works = asked && KINDS.indexOf(asked[1]) >= 0;
    home.hidden = Boolean(works);
    title.hidden = room.hidden = !works;
    // Who hears the page hears which round it is.
    var named = Array.from(home.querySelectorAll("li a")).find(function (link) {
      return link.hash === location.hash;
    });
    title.replaceChildren.apply(title, (named || home.querySelector("h1")).cloneNode(true).childNodes);
    room.replaceChildren();
    document.documentElement.classList.toggle("gz-asking", Boolean(works));
    if (!works) return showHome();
    leave = asked[1] === "exam" ? window.guizhangExam(asked[2], room, function () { nothing("empty"); }) : play(asked[1], asked[2] || "");
  }
  window.addEventListener("hashchange", function () {
    if (leave) leave();
    leave = null;
    running.forget();
    open();
  });
  window.addEventListener("pagehide", function () {
    if (leave) leave();
  });
  window.addEventListener("storage", function () {
    if (!home.hidden) showHome();
  });
  window.guizhangHome = showHome;
  open();
})();
