/* The record of practice: every answer moves its question's next day; kept in this browser, saved to and read from files. */
(function () {
  "use strict";
  var known = window.guizhangPractised;
  if (!known) return;
  var fsrs = window.guizhangFsrs;
  var FORMAT = "guizhang-practice";
  var VERSION = 1;
  var SURE = 0.8; // a rule is known while the forgetting curve gives its questions at least this
  var WANTED = 0.9; // a question comes again when it has fallen to this
  var ITEM = /^[a-z0-9._-]{1,220}$/;
  var RULE = /^[a-z0-9-]+(\/[a-z0-9-]+)?$/;
  var refused = false;

  function put(key, value) {
    try {
      if (value) localStorage.setItem(key, value);
      else localStorage.removeItem(key);
      known.memory.delete(key);
    } catch (blocked) {
      refused = true;
      known.memory.set(key, value);
    }
  }
  function write(name, entries) {
    var lines = "";
    entries.forEach(function (e, id) {
      var figures = [Number(e.right), e.s.toFixed(4), e.d.toFixed(4), e.last, e.due, e.until, e.times, e.lapses];
      lines += id + " " + figures.join(" ") + " " + e.rules.join(",") + "\n";
    });
    put(known.RECORD + name, lines);
  }

  /* ---- Days: "20780 12" for twelve answers on a day ---- */

  function days() {
    var found = new Map();
    known.get(known.DAYS).split("\n").forEach(function (line) {
      var part = /^(\d{1,6}) (\d{1,6})$/.exec(line);
      if (part) found.set(Number(part[1]), Number(part[2]));
    });
    return found;
  }
  function writeDays(found) {
    var lines = Array.from(found.keys())
      .sort(function (a, b) {
        return b - a;
      })
      .slice(0, 400)
      .map(function (day) {
        return day + " " + found.get(day);
      });
    put(known.DAYS, lines.join("\n"));
  }
  /* Days in a row up to today; who has not practised yet today has not broken it. */
  function streak() {
    var found = days();
    var day = known.today();
    var count = 0;
    if (!found.has(day)) day--;
    while (found.has(day--)) count++;
    return count;
  }

  /* ---- Answers ---- */

  function record(item, grade) {
    var name = item.cites[0].split("/")[0];
    var entries = known.read(name);
    var before = entries.get(item.id);
    var today = known.today();
    // A clock that was set back counts no days.
    var memory = fsrs.next(before || null, before ? Math.max(0, today - before.last) : 0, grade);
    entries.set(item.id, {
      right: grade > 1, s: memory.s, d: memory.d, last: today,
      due: today + fsrs.days(memory.s, WANTED), until: today + fsrs.days(memory.s, SURE),
      times: (before ? before.times : 0) + 1, lapses: (before ? before.lapses : 0) + (grade === 1),
      rules: item.cites.filter(function (rule) {
        return RULE.test(rule);
      }),
    });
    write(name, entries);
    var counted = days();
    counted.set(today, (counted.get(today) || 0) + 1);
    writeDays(counted);
  }
  function each(visit) {
    known.documents().forEach(function (name) {
      known.read(name).forEach(function (entry, id) {
        visit(entry, id, name);
      });
    });
  }
  function which(test) {
    var found = [];
    each(function (entry, id, name) {
      if (test(entry)) found.push({ id: id, document: name, entry: entry });
    });
    return found;
  }

  /* ---- Files ---- */

  function file(about) {
    var documents = {};
    each(function (entry, id, name) {
      documents[name] = documents[name] || {};
      documents[name][id] = entry;
    });
    return {
      format: FORMAT, version: VERSION, handbook: about.title, key: about.handbook, edition: about.edition,
      saved: new Date().toISOString().slice(0, 19) + "Z", documents: documents, days: Object.fromEntries(days()),
    };
  }
  function plain(value) {
    return value !== null && typeof value === "object" && !Array.isArray(value);
  }
  function whole(value, most) {
    return Number.isInteger(value) && value >= 0 && value <= most;
  }
  function soundEntry(e) {
    return (
      plain(e) && typeof e.right === "boolean" && e.s > 0 && e.s <= 36500 && e.d >= 1 && e.d <= 10 && whole(e.last, 999999) &&
      whole(e.due, 999999) && whole(e.until, 999999) && whole(e.times, 1e6) && whole(e.lapses, 1e6) &&
      Array.isArray(e.rules) && e.rules.length > 0 && e.rules.every(function (rule) {
        return typeof rule === "string" && RULE.test(rule);
      })
    );
  }
  function sound(found) {
    return (
      plain(found.documents) && plain(found.days) &&
      Object.keys(found.days).every(function (day) {
        return /^\d{1,6}$/.test(day) && whole(found.days[day], 1e6);
      }) &&
      Object.keys(found.documents).every(function (name) {
        var entries = found.documents[name];
        return /^[a-z0-9-]+$/.test(name) && plain(entries) && Object.keys(entries).every(function (id) {
          return ITEM.test(id) && soundEntry(entries[id]);
        });
      })
    );
  }
  /* Returns {n: loaded, o: newer here}, or the word that says why nothing was loaded. */
  function load(source, about) {
    var found;
    try {
      found = JSON.parse(source);
    } catch (broken) {
      return source.indexOf('"' + FORMAT + '"') >= 0 ? "damaged" : "not-ours";
    }
    if (!plain(found) || found.format !== FORMAT) return "not-ours";
    if (Number.isInteger(found.version) && found.version > VERSION) return "newer";
    if (found.version !== VERSION || !sound(found)) return "damaged";
    if (found.key !== about.handbook) return "foreign";
    var count = { n: 0, o: 0 };
    var today = known.today();
    Object.keys(found.documents).forEach(function (name) {
      var here = known.read(name);
      Object.keys(found.documents[name]).forEach(function (id) {
        var entry = found.documents[name][id];
        entry.last = Math.min(entry.last, today); // a clock that was ahead must not win for ever
        var mine = here.get(id);
        if (mine && (mine.last > entry.last || (mine.last === entry.last && mine.times >= entry.times))) return count.o++;
        here.set(id, entry);
        count.n++;
      });
      write(name, here);
    });
    var counted = days();
    Object.keys(found.days).forEach(function (day) {
      counted.set(Number(day), Math.max(counted.get(Number(day)) || 0, found.days[day]));
    });
    writeDays(counted);
    return count;
  }
  function clear() {
    known.documents().forEach(function (name) {
      put(known.RECORD + name, "");
    });
    put(known.DAYS, "");
  }

  window.guizhangRecord = {
    record: record, streak: streak, file: file, load: load, clear: clear,
    today: function () {
      return days().get(known.today()) || 0;
    },
    all: function () {
      return which(Boolean);
    },
    due: function () {
      var today = known.today();
      return which(function (entry) {
        return entry.due <= today;
      }).sort(function (a, b) {
        return a.entry.due - b.entry.due;
      });
    },
    wrong: function () {
      return which(function (entry) {
        return !entry.right;
      });
    },
    kept: function () {
      if (!refused)
        try {
          localStorage.setItem("guizhang.test", "1");
        } catch (blocked) {
          refused = true;
        }
      return !refused;
    },
  };
})();
