/* What this reader has read, kept in this browser only: docs/formats.md, "Reading marks". */
(function () {
  "use strict";
  var here = document.querySelector("[data-gz-reading]");
  if (!here) return;
  var MARKS = "guizhang.read." + here.dataset.handbook + ".";
  var TEXTS = "guizhang.text." + here.dataset.handbook + ".";
  var CHANGES = document.currentScript.src.replace("progress.js", "progress-changes.js");
  var memory = new Map(); // marks the browser would not keep last as long as the page
  var listeners = [];

  /* ---- The store ---- */

  function get(key) {
    if (memory.has(key)) return memory.get(key);
    try {
      return localStorage.getItem(key) || "";
    } catch (blocked) {
      return "";
    }
  }
  function put(key, value) {
    for (;;) {
      try {
        localStorage.setItem(key, value);
        return true;
      } catch (refused) {
        if (!dropTexts(1)) return false; // a mark is worth more than an old wording
      }
    }
  }
  function keys(prefix) {
    try {
      return Object.keys(localStorage).filter(function (key) {
        return key.indexOf(prefix) === 0;
      });
    } catch (blocked) {
      return [];
    }
  }
  /* The oldest wordings go until that many characters are free. */
  function dropTexts(room) {
    var dropped = 0;
    keys(TEXTS)
      .sort(function (a, b) {
        return parseInt(get(a), 36) - parseInt(get(b), 36);
      })
      .forEach(function (key) {
        if (dropped >= room) return;
        dropped += get(key).length;
        localStorage.removeItem(key);
      });
    return dropped;
  }

  function read(regulation) {
    var found = new Map();
    get(MARKS + regulation).split("\n").forEach(function (line) {
      var part = /^([a-z0-9_-]+) (-|[\w.-]{8}) ([0-9a-z]{1,9})$/.exec(line);
      if (part) found.set(part[1], { mark: part[2], at: parseInt(part[3], 36) });
    });
    return found;
  }
  /* Another tab may have written meanwhile: of two entries the newer stands. */
  function write(regulation, entries) {
    var all = read(regulation);
    var key = MARKS + regulation;
    var lines = "";
    entries.forEach(function (entry, id) {
      if (!all.has(id) || all.get(id).at <= entry.at) all.set(id, entry);
    });
    all.forEach(function (entry, id) {
      lines += id + " " + entry.mark + " " + entry.at.toString(36) + "\n";
    });
    if (put(key, lines)) memory.delete(key);
    else memory.set(key, lines);
    changed();
  }
  function same(read, mark) {
    return read === "...." || read === mark;
  }
  function state(entry, mark) {
    if (!entry || entry.mark === "-") return "unread";
    var was = entry.mark;
    return same(was.slice(0, 4), mark.slice(0, 4)) && same(was.slice(4), mark.slice(4)) ? "read" : "changed";
  }
  /* Who reads one language has not read the other. */
  function seen(mark) {
    var view = window.guizhangView.get();
    return (view === "en" ? "...." : mark.slice(0, 4)) + (view === "en" || view === "both" ? mark.slice(4) : "....");
  }
  function kept() {
    return !memory.size && put("guizhang.test", "1");
  }
  function changed() {
    listeners.forEach(function (listener) {
      listener();
    });
  }

  /* ---- Lists, texts and words ---- */

  var loads = {};
  var loaded = {};
  window.guizhangReading = function (name, value) {
    loaded[name] = value;
  };
  function add(src) {
    loads[src] =
      loads[src] ||
      new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = src;
        script.onload = resolve;
        script.onerror = reject;
        document.head.append(script);
      });
    return loads[src];
  }
  /* A regulation's list ("complaints") or a chapter's texts ("complaints/taking"). */
  function load(name, version) {
    return add(here.dataset.lists + "/" + name + ".js?" + version).then(function () {
      return loaded[name];
    });
  }
  function changes() {
    return add(CHANGES).then(function () {
      return window.guizhangChanges;
    });
  }
  var parts = here.querySelector("template").content;
  /* The site's words in both languages, with figures and names in their places. */
  function say(name, values) {
    var words = parts.querySelector('[data-word="' + name + '"]').cloneNode(true);
    words.querySelectorAll("[lang]").forEach(function (half) {
      half.textContent = half.textContent.replace(/\{(\w+)\}/g, function (_, key) {
        var value = values[key];
        return Array.isArray(value) ? value[half.lang === "en" ? 1 : 0] : value;
      });
    });
    return words;
  }
  var quiet;
  function tell() {
    var status = here.querySelector("[role=status]");
    status.replaceChildren.apply(status, kept() ? arguments : [say("not-kept")]);
    clearTimeout(quiet);
    quiet = setTimeout(function () {
      status.replaceChildren();
    }, 8000);
  }

  window.addEventListener("storage", function (event) {
    if (!event.key || event.key.indexOf(MARKS) === 0) changed();
  });
  window.addEventListener("pageshow", function (event) {
    if (event.persisted) changed();
  });
  window.guizhangProgress = {
    MARKS: MARKS, TEXTS: TEXTS, memory: memory, listeners: listeners, get: get, put: put, keys: keys, dropTexts: dropTexts,
    read: read, write: write, state: state, seen: seen, kept: kept, load: load, changes: changes, say: say,
  };

  /* ---- The articles of this page ---- */

  var regulation = here.dataset.regulation;
  if (!regulation) return;
  var articles = Array.from(document.querySelectorAll("[data-mark]"));
  var chapter = regulation + "/" + here.dataset.chapter;
  var version = here.dataset.version;
  var all = document.querySelector(".gz-reading-all");
  var list;

  function idOf(article) {
    return article.dataset.address.split("/")[1];
  }
  /* How many rules it counts for: a heading counts for those below it. */
  function rulesIn(article) {
    return Number(article.dataset.rules || 1);
  }
  /* Its heading or first row, else the page's. */
  function headOf(article) {
    return article.querySelector("[id]") || document.querySelector("h1");
  }
  /* The article something stands in, or below. */
  function of(element) {
    var control = element.closest(".gz-mark");
    return control ? control.previousElementSibling : element.closest("[data-mark]");
  }
  function nameOf(article) {
    var head = headOf(article);
    return ["zh", "en"].map(function (lang) {
      var half = "[lang|=" + lang + "]";
      var name = head.querySelector(".gz-num, .gz-title, " + half + " > .gz-label") || head;
      return (name.querySelector(half) || name).textContent.trim().replace(/[、.]$/, "");
    });
  }
  /* Sets or takes back marks, and returns what takes that back. */
  function set(which, on) {
    var before = read(regulation);
    var entries = new Map();
    which.forEach(function (article) {
      entries.set(idOf(article), { mark: on ? seen(article.dataset.mark) : "-", at: Math.floor(Date.now() / 1000) });
    });
    write(regulation, entries);
    if (!kept()) tell();
    changes()
      .then(function (module) {
        return module.keep(chapter, version, entries);
      })
      .catch(Boolean); // without its wording a mark is a mark
    if (!list) loadList();
    return function () {
      entries.forEach(function (entry, id) {
        entry.mark = before.has(id) ? before.get(id).mark : "-";
      });
      write(regulation, entries);
    };
  }
  /* What is unread here; a page may hide what binds others only. */
  function left() {
    return articles.filter(function (article) {
      return article.dataset.read !== "read" && !article.hidden;
    });
  }
  function toggle(article) {
    var on = article.dataset.read !== "read";
    set([article], on);
    return on;
  }
  function loadList() {
    load(regulation, version)
      .then(function (found) {
        list = found;
        show();
      })
      .catch(Boolean);
  }

  function show() {
    var marks = read(regulation);
    var count = { n: 0, m: 0, k: 0 };
    var link = document.createElement("a");
    function add(id, mark, rules, article) {
      var is = state(marks.get(id), mark);
      count.m += rules;
      if (is === "read") count.n += rules;
      if (is === "changed" && !count.k++ && article) link.href = "#" + headOf(article).id;
      if (!article) return;
      article.dataset.read = is;
      article.nextElementSibling.querySelector(".gz-mark-show").hidden = is !== "changed";
    }
    articles.forEach(function (article) {
      add(idOf(article), article.dataset.mark, rulesIn(article), article);
    });
    if (list) {
      // The regulation's own page counts all of it.
      if (!articles.length)
        list.chapters.forEach(function (chapter) {
          chapter[1].forEach(function (article) {
            add(article[0], article[1], article[5]);
          });
        });
      showChapters(marks);
    }
    var line = here.querySelector(".gz-reading-count");
    line.hidden = !count.n && !count.k;
    line.querySelector("progress").value = count.n / (count.m || 1);
    link.append(say("count-changed", count));
    if (!link.href) link.href = here.dataset.lists.replace("assets/guizhang/reading", "my-reading.html#changed");
    line.querySelector("span").replaceChildren(say("count", count), count.k ? link : "");
    if (!all) return;
    all.classList.add("gz-ready");
    all.querySelector("button").disabled = !left().length;
  }
  /* How much is read, beside each chapter in the sidebar and the contents. */
  function showChapters(marks) {
    var read = {};
    list.chapters.forEach(function (found) {
      var n = 0;
      var m = 0;
      found[1].forEach(function (article) {
        m += article[5];
        if (state(marks.get(article[0]), article[1]) === "read") n += article[5];
      });
      read["/" + regulation + "/" + found[0] + ".html"] = n ? n + "/" + m : "";
    });
    document.querySelectorAll(".gz-nav a, .gz-chapter").forEach(function (link) {
      var tail = /\/[^/]+\/[^/]+$/.exec(link.pathname);
      if (tail && tail[0] in read) link.dataset.read = read[tail[0]];
    });
  }

  /* Who has had an article before them as long as it takes to read is asked; scrolling marks nothing. */
  function watch(article, control) {
    var since = 0;
    var timer;
    var eye = new IntersectionObserver(function (changes) {
      changes.forEach(function (change) {
        if (change.target === article) {
          since = change.isIntersecting ? since || Date.now() : 0;
          return;
        }
        clearTimeout(timer);
        if (change.isIntersecting)
          timer = setTimeout(function () {
            article.classList.add("gz-suggest");
            eye.disconnect();
          }, since + article.textContent.length * 30 - Date.now());
      });
    });
    eye.observe(article);
    eye.observe(control);
  }

  articles.forEach(function (article) {
    var control = parts.querySelector(".gz-mark").cloneNode(true);
    control.querySelectorAll("button").forEach(function (button) {
      button.setAttribute("aria-describedby", headOf(article).id);
    });
    article.after(control);
    watch(article, control.firstChild);
  });

  document.addEventListener("click", function (event) {
    var button = event.target.closest(".gz-mark button, .gz-reading-all button");
    if (!button) return;
    var article = of(button);
    if (!article) {
      var which = left();
      var undo = parts.querySelector(".gz-undo").cloneNode(true);
      undo.onclick = set(which, true);
      var n = which.reduce(function (sum, one) {
        return sum + rulesIn(one);
      }, 0);
      tell(say("marked-all", { n: n }), undo);
    } else if (button.matches(".gz-mark-set")) toggle(article);
    else
      changes()
        .then(function (module) {
          return module.toggle(article, button, chapter, version);
        })
        .catch(function () {
          tell(say("no-old-text"));
        });
  });
  document.addEventListener("keydown", function (event) {
    if (event.key.toLowerCase() !== "m" || event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.isContentEditable || event.target.matches("input:not([type=radio], [type=checkbox]), textarea, select")) return;
    var article =
      of(event.target) ||
      articles.find(function (one) {
        return one.getBoundingClientRect().bottom > 120;
      });
    if (!article) return;
    tell(say(toggle(article) ? "marked" : "unmarked", { a: nameOf(article) }));
  });

  listeners.push(show);
  show();
  if (read(regulation).size) window.addEventListener("load", loadList);
})();
