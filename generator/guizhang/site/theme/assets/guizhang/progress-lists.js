/* Reading lists: how much of each is read, what has changed since, where to go on; and keeping, moving, clearing marks. */
(function () {
  "use strict";
  var progress = window.guizhangProgress;
  if (!progress) return;
  var FORMAT = "guizhang-reading";
  var VERSION = 1;
  var LANGS = ["zh", "en"];
  var rows = Array.from(document.querySelectorAll(".gz-progress-row"));
  var versions = new Map(); // regulation -> version of its list, in reading order
  rows.forEach(function (row) {
    if (row.dataset.regulation) versions.set(row.dataset.regulation, row.dataset.version);
  });

  /* ---- What is read ---- */

  function marked() {
    return Array.from(versions.keys()).filter(function (regulation) {
      return progress.read(regulation).size;
    });
  }
  /* Only regulations with marks are asked for: of the others nothing is read. */
  function articles() {
    var loads = marked().map(function (regulation) {
      return progress.load(regulation, versions.get(regulation)).then(
        function (list) {
          var marks = progress.read(regulation);
          return list.chapters.flatMap(function (chapter) {
            return chapter[1].map(function (article) {
              var entry = marks.get(article[0]);
              return {
                regulation: regulation, chapter: chapter[0], id: article[0], mark: article[1], seconds: article.slice(2, 4),
                roles: list.who[article[4]], rules: article[5], state: progress.state(entry, article[1]), at: entry && entry.at,
              };
            });
          });
        },
        function () {
          return []; // a list that does not come is no reason to show none
        }
      );
    });
    return Promise.all(loads).then(function (lists) {
      return lists.flat();
    });
  }
  function belongs(article, data) {
    return (
      (!data.regulation || data.regulation === article.regulation) &&
      (!data.chapter || data.chapter === article.chapter) &&
      (!data.role || !article.roles.length || article.roles.indexOf(data.role) >= 0)
    );
  }
  function fill(row, found) {
    var count = { n: 0, m: Number(row.dataset.count), k: 0 };
    var seconds = row.dataset.seconds.split(" ");
    var next = null;
    found.forEach(function (article) {
      if (article.state === "read") {
        count.n += article.rules;
        seconds = seconds.map(function (left, i) {
          return left - article.seconds[i];
        });
      } else {
        count.k += article.state === "changed";
        next = next || article;
      }
    });
    count.t = seconds.map(function (left) {
      return Math.max(1, Math.ceil(left / 60));
    });
    row.begun = count.n + count.k > 0;
    row.next = count.n < count.m && (next ? page(row, next) + "#" + next.id : row.dataset.first);
    row.querySelector("progress").value = count.m ? count.n / count.m : 0;
    var size = row.querySelector("small");
    row.size = row.size || Array.from(size.childNodes);
    if (!count.n && !count.k) return size.replaceChildren.apply(size, row.size);
    var words = [progress.say("count", count), progress.say(count.n < count.m ? "left" : "done", count)];
    if (count.k) words.push(progress.say("count-changed", count));
    size.replaceChildren(
      pair(
        LANGS.map(function (lang) {
          return words
            .map(function (word) {
              return half(word, lang);
            })
            .join(" · ");
        })
      )
    );
  }
  /* Return the page of an article from here; a row without pages of its own cannot tell. */
  function page(row, article) {
    var path = row.dataset.page;
    if (!path) return "";
    return row.dataset.chapter || article.chapter === "_" ? path : path.replace(/\.html$/, "/" + article.chapter + ".html");
  }

  var shown = 0;
  function show() {
    var turn = ++shown;
    return articles().then(function (found) {
      if (turn !== shown) return;
      rows.forEach(function (row) {
        fill(
          row,
          found.filter(function (article) {
            return belongs(article, row.dataset);
          })
        );
      });
      showNext();
      toggle(".gz-not-kept", !progress.kept());
      toggle(".gz-no-marks", !marked().length);
      var section = document.querySelector("[data-gz-changed]");
      if (!section) return;
      return showChanged(
        section,
        found.filter(function (article) {
          return article.state === "changed" && belongs(article, section.dataset);
        })
      );
    });
  }
  function toggle(selector, on) {
    var note = document.querySelector(selector);
    if (note) note.hidden = !on;
  }
  function showNext() {
    var next = rows.find(function (row) {
      return row.dataset.regulation && row.next;
    });
    var line = document.querySelector(".gz-continue");
    if (!line) return;
    line.hidden = !next;
    if (!next) return;
    var link = line.querySelector("a");
    link.href = next.next;
    link.replaceChildren(progress.say(rows.some(function (row) { return row.begun; }) ? "continue-reading" : "start-reading"));
  }

  /* ---- What has changed ---- */

  var room = 20;
  function showChanged(section, found) {
    if (!found.length) {
      section.hidden = true;
      return;
    }
    var list = section.querySelector("div");
    var more = section.querySelector(":scope > button");
    more.hidden = found.length <= room;
    if (!more.hidden) more.replaceChildren(progress.say("show-more", { n: found.length - room }));
    more.onclick = function () {
      room += 100;
      showChanged(section, found);
    };
    return progress.changes().then(function (changes) {
      var cards = found.slice(0, room).map(function (article) {
        return progress.load(article.regulation + "/" + article.chapter, versions.get(article.regulation)).then(
          function (texts) {
            return card(article, texts, changes);
          },
          function () {
            return ""; // one that does not come is no reason to show none
          }
        );
      });
      return Promise.all(cards).then(function (made) {
        list.replaceChildren.apply(list, made);
        section.hidden = false;
      });
    });
  }
  /* A text in both languages, as the site's own. */
  function pair(text) {
    var both = document.createDocumentFragment();
    LANGS.forEach(function (lang, i) {
      var half = document.createElement("span");
      half.lang = i ? "en" : "zh-Hans";
      half.textContent = text[i];
      both.append(half, " ");
    });
    return both;
  }
  function half(word, lang) {
    return word.querySelector("[lang|=" + lang + "]").textContent;
  }
  function day(at, lang) {
    var options = { year: "numeric", month: "long", day: "numeric" };
    var date = new Date(at * 1000).toLocaleDateString(lang === "en" ? "en-GB" : "zh-CN", options);
    return half(progress.say("read-on", { d: date }), lang);
  }
  function card(article, texts, changes) {
    var text = texts.articles[article.id];
    var address = article.regulation + "/" + article.id;
    var box = document.createElement("section");
    box.className = "gz-changed-article";
    var head = document.createElement("h3");
    var link = document.createElement("a");
    var row = rows.find(function (one) {
      return one.dataset.regulation === article.regulation && (!one.dataset.chapter || one.dataset.chapter === article.chapter);
    });
    link.href = page(row, article) + "#" + article.id;
    link.append(
      pair(
        [0, 1].map(function (i) {
          var title = text.titled ? [text.zh[0] || text.en[0], text.en[0] || text.zh[0]][i] : "";
          return (text.label ? text.label[i] + " " : "") + title;
        })
      )
    );
    head.append(link);
    var note = document.createElement("p");
    note.className = "gz-small";
    note.append(
      pair(
        texts.title.map(function (title, i) {
          return title + " · " + day(article.at, LANGS[i]);
        })
      )
    );
    var again = document.createElement("button");
    again.type = "button";
    again.append(progress.say("mark-again"));
    again.onclick = function () {
      var entry = { mark: progress.seen(article.mark), at: Math.floor(Date.now() / 1000) };
      progress.write(article.regulation, new Map([[article.id, entry]]));
      changes.put(address, entry.at, text);
    };
    box.append(head, note, changes.view(address, text), again);
    return box;
  }

  /* ---- The reader's role ---- */

  var role = document.querySelector("[data-gz-role]");
  function showRole() {
    role.value = progress.get("guizhang.role");
    rows.forEach(function (row) {
      if (row.dataset.role) row.hidden = row.dataset.role !== role.value;
    });
  }
  if (role) {
    role.addEventListener("change", function () {
      if (!progress.put("guizhang.role", role.value)) progress.memory.set("guizhang.role", role.value);
      showRole();
    });
    showRole();
  }

  /* ---- Keeping, moving, clearing ---- */

  var keep = document.querySelector("[data-gz-keep]");
  function tellHere(name, values) {
    var told = keep.querySelector(".gz-told");
    told.replaceChildren(progress.say(name, values));
  }
  function iso(at) {
    return new Date(at * 1000).toISOString().replace(".000", "");
  }
  function save(changes) {
    var read = {};
    marked().forEach(function (regulation) {
      var entries = (read[regulation] = {});
      progress.read(regulation).forEach(function (entry, id) {
        entries[id] = { mark: entry.mark, at: iso(entry.at) };
        var text = changes.old(regulation + "/" + id);
        if (text) entries[id].text = text;
      });
    });
    var file = {
      format: FORMAT, version: VERSION, handbook: keep.dataset.title, edition: keep.dataset.edition,
      saved: iso(Math.floor(Date.now() / 1000)), read: read,
    };
    var link = document.createElement("a");
    link.href = URL.createObjectURL(new Blob([JSON.stringify(file, null, 1) + "\n"], { type: "application/json" }));
    link.download = "guizhang-reading-" + file.saved.slice(0, 10) + ".json";
    link.click();
    setTimeout(function () {
      URL.revokeObjectURL(link.href);
    }, 60000);
  }

  function plain(value) {
    return value !== null && typeof value === "object" && !Array.isArray(value);
  }
  function lines(value) {
    return Array.isArray(value) && value.every(function (line) {
      return line === null || typeof line === "string";
    });
  }
  /* Return a file's entries by regulation, or the word that says why it cannot be used. Nothing is loaded by halves. */
  function parse(source) {
    var file;
    try {
      file = JSON.parse(source);
    } catch (broken) {
      return source.indexOf('"' + FORMAT + '"') >= 0 ? "damaged" : "not-ours";
    }
    if (!plain(file) || file.format !== FORMAT) return "not-ours";
    if (Number.isInteger(file.version) && file.version > VERSION) return "newer";
    if (file.version !== VERSION || !plain(file.read)) return "damaged";
    var found = new Map();
    var sound = Object.keys(file.read).every(function (regulation) {
      var entries = file.read[regulation];
      found.set(regulation, new Map());
      return plain(entries) && Object.keys(entries).every(function (id) {
        var entry = entries[id];
        // A clock that was ahead must not win for ever.
        var at = plain(entry) && typeof entry.at === "string" ? Math.min(Date.parse(entry.at), Date.now()) / 1000 : NaN;
        if (!(at >= 0) || !/^[a-z0-9_-]+$/.test(id) || typeof entry.mark !== "string" || !/^(-|[\w.-]{8})$/.test(entry.mark)) return false;
        if (entry.text && !(plain(entry.text) && lines(entry.text.zh) && lines(entry.text.en))) return false;
        found.get(regulation).set(id, { mark: entry.mark, at: Math.floor(at), text: entry.text });
        return true;
      });
    });
    return sound ? found : "damaged";
  }
  function merge(found, changes) {
    var known = Array.from(found.keys()).filter(function (regulation) {
      return versions.has(regulation);
    });
    if (found.size && !known.length) return tellHere("foreign");
    var loads = known.map(function (regulation) {
      return progress.load(regulation, versions.get(regulation));
    });
    return Promise.all(loads).then(function (lists) {
      var count = { n: 0, o: 0, u: 0 };
      found.forEach(function (entries, regulation) {
        var list = lists[known.indexOf(regulation)];
        var ids = new Set();
        if (list)
          list.chapters.forEach(function (chapter) {
            chapter[1].forEach(function (article) {
              ids.add(article[0]);
            });
          });
        var here = progress.read(regulation);
        var fresh = new Map();
        entries.forEach(function (entry, id) {
          var old = here.get(id);
          if (!ids.has(id)) count.u++;
          else if (old && old.at >= entry.at) count.o += old.mark !== entry.mark;
          else {
            count.n++;
            fresh.set(id, { mark: entry.mark, at: entry.at });
            if (entry.text) changes.put(regulation + "/" + id, entry.at, entry.text);
          }
        });
        if (fresh.size) progress.write(regulation, fresh);
      });
      if (!count.n && !count.o && count.u) return tellHere("foreign");
      changes.makeRoom();
      tellHere("imported", count);
    });
  }
  function sure(open) {
    var line = keep.querySelector(".gz-sure");
    var n = 0;
    marked().forEach(function (regulation) {
      progress.read(regulation).forEach(function (entry) {
        n += entry.mark !== "-";
      });
    });
    line.hidden = !open;
    line.querySelector("span").replaceChildren(progress.say("clear-sure", { n: n }));
    keep.querySelector(open ? '[data-do="clear-no"]' : '[data-do="clear"]').focus();
  }
  var actions = {
    export: function () {
      progress.changes().then(save);
    },
    import: function () {
      keep.querySelector("input").click();
    },
    clear: function () {
      sure(true);
    },
    "clear-no": function () {
      sure(false);
    },
    "clear-yes": function () {
      progress.keys(progress.MARKS).concat(progress.keys(progress.TEXTS)).forEach(function (key) {
        localStorage.removeItem(key);
      });
      progress.memory.clear();
      sure(false);
      tellHere("cleared");
      show();
    },
  };

  if (keep) {
    keep.addEventListener("click", function (event) {
      var button = event.target.closest("[data-do]");
      if (button) actions[button.dataset.do]();
    });
    keep.querySelector("input").addEventListener("change", function (event) {
      var file = event.target.files[0];
      event.target.value = "";
      if (!file) return;
      Promise.all([file.text(), progress.changes()]).then(function (got) {
        var found = parse(got[0]);
        if (typeof found === "string") tellHere(found);
        else return merge(found, got[1]);
      });
    });
  }
  progress.listeners.push(show);
  // Who has marks sees the lists when they are right, so that nothing is pushed down under their eyes; others at once.
  var whole = document.querySelector(".gz");
  function ready() {
    whole.classList.remove("gz-waiting");
  }
  if (marked().length) whole.classList.add("gz-waiting");
  setTimeout(ready, 2000);
  show().then(ready, ready);
})();
