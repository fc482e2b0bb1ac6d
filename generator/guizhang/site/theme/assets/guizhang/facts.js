/* A page made from facts: choice by role and theme, order by a column, and the sheet it prints on. */
(function () {
  "use strict";
  var page = document.querySelector(".gz-facts");
  var table = page && page.querySelector(".gz-table");
  if (!table) return;
  var SHEETS = ["1", "2", "3", "4"];
  var root = document.documentElement;
  var selects = Array.from(page.querySelectorAll(".gz-filter select"));
  var headings = Array.from(table.querySelectorAll("th[data-sort]"));
  var groups = Array.from(table.tBodies);
  var flat = document.createElement("tbody");
  var rows = Array.from(table.querySelectorAll("tr[data-order]")).map(function (tr) {
    return {
      tr: tr,
      group: tr.parentNode,
      roles: tr.dataset.roles.split(" ").filter(Boolean),
      themes: tr.dataset.themes.split(" "),
      order: Number(tr.dataset.order),
      size: tr.dataset.size.split(" ").map(Number),
    };
  });
  var sorted = ""; // a column's key, with "-" before it from the largest down

  function english() {
    return root.getAttribute("data-gz-view") === "en";
  }

  function chosen(name) {
    var select = selects.find(function (s) {
      return s.name === name;
    });
    return select ? select.value : "";
  }

  /* ---- What is shown ---- */

  function show() {
    var role = chosen("role");
    var theme = chosen("theme");
    var shown = 0;
    rows.forEach(function (row) {
      // No role means everyone.
      var mine = !role || !row.roles.length || row.roles.indexOf(role) >= 0;
      row.tr.hidden = !mine || (theme !== "" && row.themes.indexOf(theme) < 0);
      if (!row.tr.hidden) shown++;
    });
    groups.forEach(function (group) {
      group.hidden = !group.querySelector("tr[data-order]:not([hidden])");
    });
    page.querySelector(".gz-count b").textContent = shown === rows.length ? shown : shown + " / " + rows.length;
    page.querySelector(".gz-nothing").hidden = shown > 0;
    table.hidden = shown === 0;
    say();
  }

  /* What was chosen, in words, for the printed sheet. */
  function say() {
    var line = page.querySelector(".gz-chosen");
    line.textContent = "";
    [
      ["zh-Hans", "zh", "："],
      ["en", "en", ": "],
    ].forEach(function (language) {
      var span = document.createElement("span");
      span.lang = language[0];
      span.textContent = selects
        .filter(function (select) {
          return select.value;
        })
        .map(function (select) {
          var name = select.parentNode.querySelector('[lang|="' + language[1] + '"]').textContent;
          return name + language[2] + select.selectedOptions[0].dataset[language[1]];
        })
        .join(language[1] === "zh" ? "；" : "; ");
      line.append(span, " ");
    });
  }

  /* ---- Order ---- */

  /* A cell's own words; its column's name may stand before them. */
  function key(row, column) {
    var half = english() ? "en" : "zh";
    var found = row.tr.cells[column].querySelector(
      ':scope > [lang|="' + half + '"], .gz-cell[lang|="' + half + '"]'
    );
    return found ? found.textContent.trim() : "";
  }

  function compare(heading, column) {
    var how = heading.dataset.sort;
    if (how === "words") {
      var letters = new Intl.Collator(english() ? "en" : "zh-Hans-u-co-pinyin");
      return function (a, b) {
        return letters.compare(key(a, column), key(b, column)) || a.order - b.order;
      };
    }
    return function (a, b) {
      if (how === "size" && a.size[0] !== b.size[0]) return a.size[0] - b.size[0];
      return (how === "size" && a.size[1] - b.size[1]) || a.order - b.order;
    };
  }

  function sort() {
    var heading = headings.find(function (th) {
      return th.dataset.key === sorted.replace("-", "");
    });
    headings.forEach(function (th) {
      if (th === heading) th.setAttribute("aria-sort", sorted[0] === "-" ? "descending" : "ascending");
      else th.removeAttribute("aria-sort");
    });
    if (!heading) {
      flat.remove();
      rows.forEach(function (row) {
        row.group.append(row.tr);
      });
      groups.forEach(function (group) {
        table.append(group);
      });
      return;
    }
    var list = rows.slice().sort(compare(heading, heading.cellIndex));
    if (sorted[0] === "-") list.reverse();
    list.forEach(function (row) {
      flat.append(row.tr);
    });
    groups.forEach(function (group) {
      group.remove();
    });
    table.append(flat);
  }

  headings.forEach(function (th) {
    var button = document.createElement("button");
    button.type = "button";
    button.append.apply(button, Array.from(th.childNodes));
    th.append(button);
    button.addEventListener("click", function () {
      // Up, down, and back to the themes.
      var name = th.dataset.key;
      sorted = sorted === name ? "-" + name : sorted === "-" + name ? "" : name;
      sort();
      keep();
    });
  });

  /* ---- The address keeps it, so that a chosen page can be passed on ---- */

  function keep() {
    var query = new URLSearchParams(location.search);
    [["role", chosen("role")], ["theme", chosen("theme")], ["sort", sorted]].forEach(function (part) {
      if (part[1]) query.set(part[0], part[1]);
      else query.delete(part[0]);
    });
    var text = query.toString();
    try {
      history.replaceState(null, "", (text ? "?" + text : location.pathname) + location.hash);
    } catch (refused) {
      /* some browsers do not rewrite file:// addresses */
    }
  }

  function recall() {
    var query = new URLSearchParams(location.search);
    selects.forEach(function (select) {
      var wanted = query.get(select.name) || "";
      select.value = wanted;
      if (select.selectedIndex < 0) select.value = "";
    });
    sorted = query.get("sort") || "";
  }

  selects.forEach(function (select) {
    select.addEventListener("change", function () {
      show();
      keep();
    });
  });

  /* ---- Paper ---- */

  function fits(sheet) {
    page.dataset.sheet = sheet;
    var box = page.querySelector(".gz-sheetful");
    // Text set for paper may run a little longer than text set for the screen.
    box.style.flex = "0 0 " + box.clientHeight * 0.97 + "px";
    var inside = box.scrollWidth <= box.clientWidth + 1 && box.scrollHeight <= box.clientHeight + 1;
    box.style.flex = "";
    return inside;
  }

  window.addEventListener("beforeprint", function () {
    if (table.hidden) return;
    page.dataset.sheet = SHEETS.find(fits) || "themes";
  });
  window.addEventListener("afterprint", function () {
    delete page.dataset.sheet;
  });

  recall();
  show();
  if (sorted) sort();
})();
