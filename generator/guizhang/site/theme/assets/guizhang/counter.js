/* Phrases of a script: a button that copies one, and the counter, where one phrase fills the screen. */
(function () {
  "use strict";
  var page = document.querySelector(".gz-script");
  var dialog = page && page.querySelector(".gz-counter");
  if (!dialog) return;
  var root = document.documentElement;
  var SIZES = [88, 76, 66, 58, 50, 44, 38, 34, 31, 28];

  function said(cell) {
    var copy = cell.cloneNode(true);
    copy.querySelectorAll(".gz-take, .gz-note").forEach(function (part) {
      part.remove();
    });
    return copy;
  }

  /* ---- Copy ---- */

  page.querySelectorAll(".gz-phrase > .gz-cell:not(.gz-cell-missing)").forEach(function (cell) {
    var language = cell.lang === "en" ? "En" : "Zh";
    var button = document.createElement("button");
    button.type = "button";
    button.className = "gz-take";
    button.textContent = page.dataset["copy" + language];
    button.setAttribute("aria-live", "polite");
    button.addEventListener("click", function (event) {
      event.stopPropagation();
      window.guizhangCopy(said(cell).textContent.trim()).then(function () {
        button.textContent = page.dataset["done" + language];
        setTimeout(function () {
          button.textContent = page.dataset["copy" + language];
          button.classList.remove("gz-on");
        }, 1500);
      });
    });
    cell.append(button);
    cell.addEventListener("click", function () {
      page.querySelectorAll(".gz-take.gz-on").forEach(function (other) {
        if (other !== button) other.classList.remove("gz-on");
      });
      button.classList.toggle("gz-on");
    });
  });

  /* ---- Counter ---- */

  var phrase = dialog.querySelector(".gz-counter-phrase");
  var cue = dialog.querySelector(".gz-counter-cue");
  var place = dialog.querySelector(".gz-counter-place");
  var back = dialog.querySelector("[data-step='-1']");
  var on = dialog.querySelector("[data-step='1']");
  var steps = [];
  var now = 0;
  var pressed = null;

  function cells(row) {
    return Array.from(row.querySelectorAll(":scope > .gz-cell")).map(said);
  }

  /* What staff say, in order; before each what was said to them. */
  function collect(scene) {
    var heard = null;
    var found = [];
    scene.querySelectorAll(".gz-turn, .gz-say").forEach(function (row) {
      if (row.classList.contains("gz-phrase")) {
        found.push({ row: row, heard: heard });
        heard = null;
      } else heard = row;
    });
    return found;
  }

  function fit() {
    SIZES.some(function (size) {
      phrase.style.setProperty("--size", size + "px");
      return phrase.scrollHeight <= phrase.clientHeight && phrase.scrollWidth <= phrase.clientWidth;
    });
  }

  function show() {
    var step = steps[now];
    phrase.replaceChildren.apply(phrase, cells(step.row));
    cue.replaceChildren();
    if (step.heard) {
      var who = step.heard.querySelector(".gz-word").cloneNode(true);
      who.className = "";
      cue.append.apply(cue, [who].concat(cells(step.heard)));
    }
    place.textContent = now + 1 + " / " + steps.length;
    back.disabled = now === 0;
    on.disabled = now === steps.length - 1;
    phrase.scrollTop = 0;
    fit();
  }

  function go(by) {
    var next = Math.max(0, Math.min(steps.length - 1, now + by));
    if (next === now) return;
    now = next;
    show();
    // A button that has just gone cannot keep the focus.
    if (document.activeElement === document.body || document.activeElement.disabled) phrase.focus();
  }

  // The same switch as at the head of the page, which the counter hides.
  var views = document.querySelector(".md-header .gz-view");
  if (views) dialog.querySelector("header").prepend(views.cloneNode(true));

  page.addEventListener("click", function (event) {
    var opener = event.target.closest(".gz-open-counter");
    if (!opener) return;
    steps = collect(opener.closest(".gz-article"));
    now = 0;
    dialog.showModal();
    show();
    phrase.focus();
  });
  dialog.addEventListener("click", function (event) {
    var step = event.target.closest("[data-step]");
    if (step) go(Number(step.dataset.step));
    if (event.target.closest(".gz-counter-close")) dialog.close();
  });
  dialog.addEventListener("close", function () {
    steps[now].row.scrollIntoView({ block: "center", behavior: "instant" });
  });
  dialog.addEventListener("keydown", function (event) {
    var by = { ArrowRight: 1, ArrowDown: 1, PageDown: 1, ArrowLeft: -1, ArrowUp: -1, PageUp: -1, Home: -999, End: 999 }[event.key];
    if (event.key === " " && event.target === phrase) by = 1;
    if (!by || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    go(by);
  });
  phrase.addEventListener("pointerdown", function (event) {
    pressed = { x: event.clientX, y: event.clientY };
  });
  phrase.addEventListener("pointerup", function (event) {
    if (!pressed) return;
    var across = event.clientX - pressed.x;
    var down = event.clientY - pressed.y;
    pressed = null;
    if (Math.abs(down) > 40 && Math.abs(down) > Math.abs(across)) return; // scrolled
    if (Math.abs(across) > 40) go(across < 0 ? 1 : -1);
    else go(event.clientX < phrase.clientWidth / 3 ? -1 : 1);
  });
  phrase.addEventListener("pointercancel", function () {
    pressed = null;
  });
  window.addEventListener("resize", function () {
    if (dialog.open) fit();
  });
  new MutationObserver(function () {
    if (dialog.open) fit();
  }).observe(root, { attributeFilter: ["data-gz-view"] });
})();
