/* The tools at an article's head: link, text with citation, QR code, print, report. One set for the page, moved to the
   article that is pointed at, focused or tapped. */
(function () {
  "use strict";
  var page = document.querySelector(".gz-rules-page");
  var template = document.getElementById("gz-tools");
  if (!page || !template) return;
  var source = document.currentScript.src;
  var site = new URL("../../", source);
  var bar = null;
  var current = null;
  var held = false; // by a tap or the keyboard, not only by the pointer above it

  function show(article, hold) {
    held = hold || (held && article === current);
    if (article === current) return;
    hide();
    current = article;
    held = Boolean(hold);
    bar = template.content.firstElementChild.cloneNode(true);
    ["zh", "en"].forEach(function (lang) {
      var there = article.querySelector(".gz-cell[lang|=" + lang + "]:not(.gz-cell-missing)");
      bar.querySelector("[data-need=" + lang + "]").hidden = !there;
    });
    var report = bar.querySelector("[data-tool=report]");
    if (report) report.href = mail(article, report);
    var reading = document.querySelector("[data-gz-reading]");
    var within = reading && reading.dataset.chapter ? "&in=" + reading.dataset.chapter : "";
    bar.querySelector("[data-tool=practise]").href = new URL("practice.html#article=" + article.dataset.address + within, site).href;
    article.querySelector("h2, h3, h4, h5, h6").after(bar);
    // By keyboard a figure is reached in the article in hand only, or a page would have a hundred more stops.
    article.querySelectorAll(".gz-fact").forEach(function (fact) {
      fact.tabIndex = 0;
    });
  }
  function hide() {
    if (!current) return;
    bar.remove();
    current.querySelectorAll(".gz-fact").forEach(function (fact) {
      fact.removeAttribute("tabindex");
    });
    bar = current = null;
    held = false;
  }

  /* ---- What is copied ---- */

  function words(element) {
    // Notes beside the text are no part of it, nor is what stands in for a missing translation.
    var copy = element.cloneNode(true);
    copy.querySelectorAll(".gz-note, .gz-fallback").forEach(function (note) {
      note.remove();
    });
    copy.querySelectorAll("br").forEach(function (line) {
      line.replaceWith("\n");
    });
    return copy.textContent.trim();
  }
  function part(article, selector, lang) {
    var found = article.querySelector(selector + " > [lang|=" + lang + "], " + selector + " > [data-keep]");
    return found ? words(found) : "";
  }
  function name(article, lang) {
    return part(article, ".gz-head > .gz-num", lang) || "“" + part(article, ".gz-head > .gz-title", lang) + "”";
  }
  function shown(text) {
    var hant = window.guizhangHant;
    return hant && document.documentElement.dataset.gzScript === "hant" ? hant.convert(text) : text;
  }
  function citation(article, lang) {
    var data = page.dataset;
    if (lang === "en") return data.nameEn + ", " + name(article, lang) + " " + data.editionEn;
    return shown(data.nameZh) + name(article, lang) + shown(data.editionZh);
  }
  function text(article, lang) {
    var head = [part(article, ".gz-head > .gz-num", lang), part(article, ".gz-head > .gz-title", lang)];
    var rows = Array.from(article.querySelectorAll(".gz-row > .gz-cell[lang|=" + lang + "]:not(.gz-history *)"), function (cell) {
      return words(cell).replace(/^(（[^）]*）) /, "$1"); // a full-width bracket has its own room
    });
    return [head.filter(Boolean).join(lang === "en" ? ". " : "　")]
      .concat(rows)
      .filter(Boolean)
      .concat("", (lang === "en" ? "— " : "——") + citation(article, lang), address(article))
      .join("\n");
  }
  function address(article) {
    return new URL("go.html#" + article.dataset.address, site).href;
  }
  function mail(article, link) {
    var lang = window.guizhangView.get() === "en" ? "en" : "zh";
    var data = link.dataset;
    var subject = (lang === "en" ? data.subjectEn + " " : data.subjectZh) + citation(article, lang);
    var body = data[lang === "en" ? "bodyEn" : "bodyZh"] + "\r\n\r\n\r\n" + citation(article, lang) + "\r\n" + address(article);
    return "mailto:" + data.mail + "?subject=" + encodeURIComponent(subject) + "&body=" + encodeURIComponent(body);
  }

  /* ---- The QR code ---- */

  function withQr(then) {
    if (window.guizhangQr) return then();
    var script = document.createElement("script");
    script.src = source.replace("tools.js", "qr.js");
    script.onload = then;
    document.head.appendChild(script);
  }
  function draw(box, text) {
    var rows = window.guizhangQr(text);
    var svg = box.querySelector("svg");
    svg.toggleAttribute("hidden", !rows); // a text too long for a code
    if (!rows) return;
    var path = "";
    rows.forEach(function (row, y) {
      row.forEach(function (dark, x) {
        if (dark) path += "M" + (x + 4) + " " + (y + 4) + "h1v1h-1z";
      });
    });
    var size = rows.length + 8;
    svg.setAttribute("viewBox", "0 0 " + size + " " + size);
    svg.setAttribute("aria-label", text);
    svg.querySelector("path").setAttribute("d", path);
  }
  function toggleQr(button) {
    var box = bar.querySelector(".gz-qr");
    var article = current;
    button.setAttribute("aria-expanded", String(box.hidden));
    if (!box.hidden) {
      box.hidden = true;
      return;
    }
    withQr(function () {
      draw(box, address(article));
      box.querySelector("figcaption").textContent = citation(article, window.guizhangView.get() === "en" ? "en" : "zh");
      box.hidden = false;
    });
  }

  /* ---- Print one article ---- */

  function print(article) {
    var root = document.documentElement;
    var foot = document.createElement("p");
    foot.className = "gz-cited";
    var view = window.guizhangView.get();
    (view === "both" ? ["zh", "en"] : [view === "en" ? "en" : "zh"]).forEach(function (lang) {
      foot.append(citation(article, lang), document.createElement("br"));
    });
    foot.append(address(article));
    article.append(foot);
    root.classList.add("gz-print-one");
    article.classList.add("gz-printed");
    window.addEventListener("afterprint", function done() {
      window.removeEventListener("afterprint", done);
      root.classList.remove("gz-print-one");
      article.classList.remove("gz-printed");
      foot.remove();
    });
    window.print();
  }

  function done() {
    var said = bar && bar.querySelector(".gz-done");
    if (!said) return;
    said.hidden = false;
    setTimeout(function () {
      said.hidden = true;
    }, 1500);
  }
  function use(tool, button) {
    if (tool === "link") window.guizhangCopy(address(current)).then(done);
    if (tool === "zh" || tool === "en") window.guizhangCopy(text(current, tool)).then(done);
    if (tool === "qr") toggleQr(button);
    if (tool === "print") print(current);
  }

  document.addEventListener("pointerover", function (event) {
    if (event.pointerType !== "mouse") return;
    var article = event.target.closest(".gz-article[data-address]");
    if (article) {
      if (!held || article === current) show(article, false);
    } else if (!held) hide();
  });
  var touched = false;
  document.addEventListener(
    "pointerdown",
    function (event) {
      touched = event.pointerType === "touch";
    },
    true
  );
  document.addEventListener("keydown", function () {
    touched = false;
  }, true);
  document.addEventListener("focusin", function (event) {
    if (touched) return; // a tap focuses too; what opened under the finger would take the tap
    var article = event.target.closest(".gz-article[data-address]");
    if (article) show(article, article !== current || event.target.matches(":focus-visible"));
    else if (held) hide();
  });
  document.addEventListener("click", function (event) {
    var button = event.target.closest(".gz-tools [data-tool]");
    if (button) return use(button.dataset.tool, button);
    if (event.target.closest(".gz-tools")) return;
    var head = event.target.closest(".gz-article[data-address] > .gz-head");
    var number = event.target.closest(".gz-num");
    if (head && number && event.pointerType === "touch") event.preventDefault(); // the tools have its link
    if (head && event.pointerType === "touch") {
      var article = head.parentElement;
      if (article === current && held) hide();
      else show(article, true);
    } else if (held) hide();
  });
  document.addEventListener("keydown", function (event) {
    if (event.key === "Escape") hide();
  });
})();
