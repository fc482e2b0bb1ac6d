/* The wording a reader has read, kept beside the mark, and what has changed since. Loaded when something is marked or shown. */
(function () {
  "use strict";
  var progress = window.guizhangProgress;
  var ROOM = 1000000; // characters of old wordings, about 1,500 articles; a browser gives a site some five million
  var LARGEST = 4000000; // cells of the table below; beyond, whole lines are compared
  var LANGS = ["zh", "en"];
  // A Han character, a word or figure, a blank, or any one other character.
  var TOKEN = /[\u3400-\u9fff\uf900-\ufaff]|[\d.,:]*\d|[A-Za-z\u00c0-\u024f'’-]+|\s+|[^]/g;

  /* ---- The wording that was read ---- */

  function keep(chapter, version, entries) {
    return progress.load(chapter, version).then(function (texts) {
      var regulation = chapter.split("/")[0];
      entries.forEach(function (entry, id) {
        var text = texts.articles[id];
        if (text && progress.state(entry, text.mark) === "read") put(regulation + "/" + id, entry.at, text);
      });
      makeRoom();
    });
  }
  function put(address, at, text) {
    progress.put(progress.TEXTS + address, at.toString(36) + " " + JSON.stringify({ zh: text.zh, en: text.en }));
  }
  function makeRoom() {
    var size = progress.keys(progress.TEXTS).reduce(function (sum, key) {
      return sum + progress.get(key).length;
    }, 0);
    if (size > ROOM) progress.dropTexts(size - ROOM);
  }
  function old(address) {
    var value = progress.get(progress.TEXTS + address);
    try {
      var text = JSON.parse(value.slice(value.indexOf(" ") + 1));
      return Array.isArray(text.zh) && Array.isArray(text.en) ? text : null;
    } catch (broken) {
      return null;
    }
  }

  /* ---- What changed ---- */

  /* Return runs [kind, units] with kind -1 gone, 0 kept, 1 new: a longest common subsequence of two lists. */
  function compare(a, b) {
    var start = 0;
    while (start < a.length && start < b.length && a[start] === b[start]) start++;
    var end = 0;
    while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
    var n = a.length - start - end;
    var m = b.length - start - end;
    var wide = m + 1;
    var longest = new Uint16Array((n + 1) * wide);
    for (var i = n - 1; i >= 0; i--)
      for (var j = m - 1; j >= 0; j--)
        longest[i * wide + j] =
          a[start + i] === b[start + j]
            ? longest[(i + 1) * wide + j + 1] + 1
            : Math.max(longest[(i + 1) * wide + j], longest[i * wide + j + 1]);
    var runs = [];
    function add(kind, units) {
      var last = runs[runs.length - 1];
      if (!units.length) return;
      if (last && last[0] === kind) last[1] = last[1].concat(units);
      else runs.push([kind, units]);
    }
    add(0, a.slice(0, start));
    for (i = 0, j = 0; i < n || j < m; ) {
      if (i < n && j < m && a[start + i] === b[start + j]) add(0, [a[start + i++]]), j++;
      else if (j === m || (i < n && longest[(i + 1) * wide + j] >= longest[i * wide + j + 1])) add(-1, [a[start + i++]]);
      else add(1, [b[start + j++]]);
    }
    add(0, end ? a.slice(-end) : []);
    return runs;
  }

  /* Crumbs kept between two changes make a difference unreadable: what is shorter than both is changed with them. */
  function tidy(runs) {
    var out = [];
    var gone = "";
    var fresh = "";
    function close() {
      if (gone) out.push([-1, gone]);
      if (fresh) out.push([1, fresh]);
      gone = fresh = "";
    }
    runs.forEach(function (run, i) {
      var text = run[1];
      if (run[0] < 0) gone += text;
      else if (run[0] > 0) fresh += text;
      else if (isCrumb(text, Math.max(gone.length, fresh.length), longest(runs, i + 1))) {
        gone += text;
        fresh += text;
      } else {
        close();
        out.push([0, text]);
      }
    });
    close();
    return out;
  }
  /* Return the length of the longer run of the change that begins at *i*; 0 where there is none. */
  function longest(runs, i) {
    return Math.max.apply(
      null,
      [0].concat(
        runs.slice(i, i + 2).map(function (run) {
          return run[0] ? run[1].length : 0;
        })
      )
    );
  }
  function isCrumb(text, before, after) {
    return text.indexOf("\n") < 0 && text.trim().length <= Math.min(2, before, after);
  }

  /* Return the runs of text between two texts: word by word, or of very long ones line by line and then word by word. */
  function words(a, b) {
    var x = a.match(TOKEN) || [];
    var y = b.match(TOKEN) || [];
    if (x.length * y.length <= LARGEST) return joined(compare(x, y));
    x = a.match(/[^\n]*\n|[^\n]+/g);
    y = b.match(/[^\n]*\n|[^\n]+/g);
    if (x.length * y.length > LARGEST || x.length + y.length < 3) return [[-1, a], [1, b]];
    var runs = [];
    joined(compare(x, y)).forEach(function (run) {
      var last = runs[runs.length - 1];
      if (run[0] > 0 && last && last[0] < 0) runs = runs.slice(0, -1).concat(words(last[1], run[1]));
      else runs.push(run);
    });
    return runs;
  }
  function joined(runs) {
    return runs.map(function (run) {
      return [run[0], run[1].join("")];
    });
  }
  function diff(before, after) {
    return tidy(words(before.join("\n"), after.join("\n")));
  }

  /* ---- Showing it ---- */

  /* Lines that changed; an ellipsis stands for lines between them that did not. */
  function cell(runs) {
    var lines = [{ nodes: [], changed: false }];
    runs.forEach(function (run) {
      run[1].split("\n").forEach(function (piece, i) {
        if (i) lines.push({ nodes: [], changed: false });
        var line = lines[lines.length - 1];
        if (run[0]) line.changed = true;
        if (!piece) return;
        var node = document.createElement(run[0] < 0 ? "del" : run[0] ? "ins" : "span");
        node.textContent = piece;
        line.nodes.push(node);
      });
    });
    var shown = [];
    var skipped = false;
    lines.forEach(function (line) {
      if (!line.changed) skipped = true;
      else {
        var p = document.createElement("p");
        if (skipped && shown.length) p.append("… ");
        p.append.apply(p, line.nodes);
        shown.push(p);
        skipped = false;
      }
    });
    return shown;
  }
  function written(lines) {
    return lines.filter(function (line) {
      return typeof line === "string";
    });
  }
  /* Return what changed in an article since it was read, both languages side by side. */
  function view(address, text) {
    var was = old(address);
    if (!was) return progress.say("no-old-text");
    var row = document.createElement("div");
    row.className = "gz-row";
    row.append(document.createElement("div"));
    var found = LANGS.map(function (lang) {
      return diff(written(was[lang]), written(text[lang]));
    });
    LANGS.forEach(function (lang, i) {
      var half = document.createElement("div");
      half.className = "gz-cell";
      half.lang = lang === "zh" ? "zh-Hans" : "en";
      var changed = found[i].some(function (run) {
        return run[0];
      });
      if (changed) half.append.apply(half, cell(found[i]));
      else half.append(progress.say("unchanged-" + lang).querySelector("[lang|=" + lang + "]"));
      row.append(half);
    });
    return row;
  }
  function toggle(article, button, chapter, version) {
    var control = button.parentElement;
    var open = control.nextElementSibling;
    open = open && open.matches(".gz-change") && open;
    if (open) {
      button.setAttribute("aria-expanded", "false");
      return open.remove();
    }
    return progress.load(chapter, version).then(function (texts) {
      button.setAttribute("aria-expanded", "true");
      var shown = document.createElement("div");
      shown.className = "gz-change";
      shown.append(view(article.dataset.address, texts.articles[article.dataset.address.split("/")[1]]));
      control.after(shown);
    });
  }

  window.guizhangChanges = { keep: keep, put: put, makeRoom: makeRoom, old: old, diff: diff, view: view, toggle: toggle };
})();
