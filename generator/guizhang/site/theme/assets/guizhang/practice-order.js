/* Steps to put in order: by buttons, by dragging, and by the arrow keys on a step's buttons. */
(function () {
  "use strict";
  window.guizhangOrder = function (q, name, ask) {
    var el = ask.el;
    var list = el("ol", { className: "gz-steps" });
    var heard = el("p", { className: "gz-unseen", role: "status" });
    var steps = window.guizhangPick.shuffled(q.options.map(function (_, i) {
      return i;
    }));
    // The right order from the start would be no question.
    if (String(steps) === String(q.key)) steps.push(steps.shift());
    steps.forEach(function (number) {
      var row = el("li", { className: "gz-step" }, el("b", { className: "gz-grip", "aria-hidden": "true" }, "⠿"), ask.pair(q.options[number]), el("i", { className: "gz-sign" }));
      row.dataset.step = number;
      ["up", "down"].forEach(function (way) {
        row.append(el("button", { type: "button", className: "gz-move", "data-way": way }, el("span", { "aria-hidden": "true" }, way === "up" ? "↑" : "↓"), el("span", { className: "gz-unseen" }, ask.say(way), " ", ask.pair(q.options[number]))));
      });
      list.append(row);
    });
    function rows() {
      return Array.from(list.children);
    }
    function told(row) {
      var text = q.options[Number(row.dataset.step)];
      heard.replaceChildren(ask.say("moved", { a: text, n: rows().indexOf(row) + 1 }));
    }
    function move(row, way) {
      var other = way === "up" ? row.previousElementSibling : row.nextElementSibling;
      if (!other) return;
      if (way === "up") other.before(row);
      else other.after(row);
      told(row);
    }
    list.addEventListener("click", function (event) {
      var button = event.target.closest(".gz-move");
      if (!button) return;
      move(button.parentElement, button.dataset.way);
      button.focus();
    });
    list.addEventListener("keydown", function (event) {
      var button = event.target.closest(".gz-move");
      var way = { ArrowUp: "up", ArrowDown: "down" }[event.key];
      if (!button || !way) return;
      event.preventDefault();
      move(button.parentElement, way);
      button.focus();
    });
    /* Dragging: the step in hand takes the place of the one it is over. */
    list.addEventListener("pointerdown", function (event) {
      var row = event.target.closest(".gz-step");
      var grip = event.target.closest(".gz-grip");
      if (!row || event.target.closest("button") || list.dataset.done || (event.pointerType !== "mouse" && !grip)) return;
      event.preventDefault();
      row.classList.add("gz-held");
      function over(moved) {
        var other = rows().find(function (one) {
          var box = one.getBoundingClientRect();
          return one !== row && moved.clientY > box.top && moved.clientY < box.bottom;
        });
        if (!other) return;
        if (rows().indexOf(other) < rows().indexOf(row)) other.before(row);
        else other.after(row);
        }
      function drop() {
        row.classList.remove("gz-held");
        document.removeEventListener("pointermove", over);
        document.removeEventListener("pointerup", drop);
        document.removeEventListener("pointercancel", drop);
        told(row);
      }
      document.addEventListener("pointermove", over);
      document.addEventListener("pointerup", drop);
      document.addEventListener("pointercancel", drop);
    });
    function order() {
      return rows().map(function (row) {
        return Number(row.dataset.step);
      });
    }
    return {
      element: el("div", {}, list, heard),
      read: order,
      mark: function () {
        list.dataset.done = "1";
        order().forEach(function (step, at) {
          var row = rows()[at];
          ask.sign(row, step === q.key[at] ? "right" : "wrong");
          row.prepend(el("b", { className: "gz-letter" }, String(q.key.indexOf(step) + 1)));
          row.querySelectorAll("button").forEach(function (button) {
            button.remove();
          });
        });
      },
    };
  };
})();
