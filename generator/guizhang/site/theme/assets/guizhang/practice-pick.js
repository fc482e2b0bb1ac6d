/* Which questions a round asks. The questions of a document are loaded when a round needs them. */
(function () {
  "use strict";
  var here = document.querySelector("[data-gz-practice]");
  if (!here || !window.guizhangPractised) return;
  var known = window.guizhangPractised;
  var record = window.guizhangRecord;
  var ROUND = 10;
  var loaded = {};
  var loads = {};

  window.guizhangPractice = function (name, value) {
    loaded[name] = value;
  };
  function load(name) {
    loads[name] =
      loads[name] ||
      new Promise(function (resolve, reject) {
        var script = document.createElement("script");
        script.src = here.dataset.folder + "/" + name + ".js?" + here.dataset.version;
        script.onload = function () {
          resolve(loaded[name]);
        };
        script.onerror = function () {
          delete loads[name]; // another try may find the network back
          reject(new Error(name));
        };
        document.head.append(script);
      });
    return loads[name];
  }
  function index() {
    return load("_");
  }
  var waits = false; // whether questions were passed over that wait for the first day of their rules

  /* Nobody is asked what does not bind yet, by the reader's own day: a build does not know on which day it is read. */
  function inForce(item) {
    var now = !item.since || item.since <= known.today();
    waits = waits || !now;
    return now;
  }
  /* The questions of some documents; a document that is gone has none. */
  function items(names) {
    return index().then(function (all) {
      var there = names.filter(function (name) {
        return Object.keys(all.documents).indexOf(name) >= 0;
      });
      return Promise.all(there.map(load)).then(function (found) {
        return found.flatMap(function (one) {
          return one.items.filter(inForce);
        });
      });
    });
  }
  function place(rule) {
    for (var name in loaded) if (loaded[name].places && loaded[name].places[rule]) return loaded[name].places[rule];
    return null;
  }

  /* ---- Chance ---- */

  function shuffled(list) {
    var out = list.slice();
    for (var i = out.length - 1; i > 0; i--) {
      var j = Math.floor(Math.random() * (i + 1));
      var kept = out[i];
      out[i] = out[j];
      out[j] = kept;
    }
    return out;
  }

  /* ---- Rounds ---- */

  function myRole() {
    var role = known.get("guizhang.role");
    return /^[a-z0-9-]+$/.test(role) ? role : "";
  }
  function isFor(item, role) {
    return !role || !item.roles || item.roles.indexOf(role) >= 0;
  }
  function seen() {
    var found = new Map();
    record.all().forEach(function (one) {
      found.set(one.id, one.entry);
    });
    return found;
  }
  /* What is due or was wrong comes first, then what is new, then what can wait. */
  function ranked(found) {
    var before = seen();
    var today = known.today();
    function rank(item) {
      var entry = before.get(item.id);
      return !entry ? 1 : entry.due <= today || !entry.right ? 0 : 2;
    }
    return shuffled(found)
      .sort(function (a, b) {
        return rank(a) - rank(b);
      });
  }
  function kept(list) {
    var ids = list.map(function (one) {
      return one.id;
    });
    var names = Array.from(new Set(list.map(function (one) {
      return one.document;
    })));
    return items(names).then(function (found) {
      return found
        .filter(function (item) {
          return ids.indexOf(item.id) >= 0;
        })
        .sort(function (a, b) {
          return ids.indexOf(a.id) - ids.indexOf(b.id);
        });
    });
  }
  function where(test) {
    return index().then(function (all) {
      return items(Object.keys(all.documents).filter(function (name) {
        return test(all.documents[name], name);
      }));
    });
  }
  /* As many of a list as fit beside each other: none that answers another; a second one on a rule only where others run out. */
  function beside(list, most, chosen) {
    var all = (chosen || []).slice();
    [true, false].forEach(function (otherRules) {
      list.forEach(function (item) {
        var fits = all.every(function (one) {
          return one !== item && (one.apart || []).indexOf(item.id) < 0 && !(otherRules && one.cites[0] === item.cites[0]);
        });
        if (fits && all.length < most) all.push(item);
      });
    });
    return all;
  }
  /* Documents as chance has it, but each theme has its turn before one comes again. */
  function spread(documents, role) {
    var turns = {};
    var names = Object.keys(documents).filter(function (name) {
      return !role || documents[name].all || documents[name].roles.indexOf(role) >= 0;
    });
    return shuffled(names)
      .map(function (name) {
        var themes = documents[name].themes;
        var main = Object.keys(themes).reduce(function (a, b) { return themes[b] > themes[a] ? b : a; });
        turns[main] = (turns[main] || 0) + 1;
        return { name: name, turn: turns[main] };
      })
      .sort(function (a, b) { return a.turn - b.turn; })
      .map(function (one) { return one.name; });
  }
  /* What is due, then new questions from all over the handbook: one of each document, of more only where those run out. */
  function daily() {
    var role = myRole();
    var before = seen();
    return Promise.all([kept(record.due()), index()]).then(function (both) {
      return filled(beside(both[0], ROUND), spread(both[1].documents, role), []);
    });
    function fresh(name) {
      return items([name]).then(function (found) {
        return shuffled(found).filter(function (item) {
          return !before.has(item.id) && isFor(item, role);
        });
      });
    }
    function filled(chosen, names, waiting) {
      var missing = ROUND - chosen.length;
      if (missing <= 0) return chosen;
      if (!names.length) return beside(shuffled(waiting), ROUND, chosen);
      return Promise.all(names.slice(0, missing).map(fresh)).then(function (lists) {
        lists.forEach(function (list) {
          chosen = beside(list, chosen.length + 1, chosen);
          waiting = waiting.concat(list);
        });
        return filled(chosen, names.slice(missing), waiting);
      });
    }
  }
  function cites(test) {
    return function (item) {
      return item.cites.some(test);
    };
  }
  function article(rule) {
    var parts = rule.split("&in=");
    return items([parts[0].split("/")[0]]).then(function (found) {
      var own = found.filter(cites(function (cited) {
        return cited === parts[0];
      }));
      if (own.length || !parts[1]) return own;
      return chapter(parts[0].split("/")[0] + "/" + parts[1]).then(function (others) {
        return { items: others, note: "empty-article" };
      });
    });
  }
  function chapter(name) {
    var parts = name.split("/");
    return items([parts[0]]).then(function (found) {
      return found.filter(cites(function (rule) {
        var at = place(rule);
        return at && at.chapter === parts[1] && rule.split("/")[0] === parts[0];
      }));
    });
  }
  var KINDS = {
    due: function () {
      return kept(record.due());
    },
    wrong: function () {
      return kept(record.wrong());
    },
    daily: daily,
    article: article,
    chapter: chapter,
    /* What a result or a retest list sends people to: the rules somebody lost points on. */
    provisions: function (names) {
      var rules = names.split(",");
      var documents = new Set(rules.map(function (rule) { return rule.split("/")[0]; }));
      return items(Array.from(documents)).then(function (found) {
        return found.filter(cites(function (cited) { return rules.indexOf(cited) >= 0; }));
      });
    },
    document: function (name) {
      return items([name]);
    },
    theme: function (theme) {
      return where(function (one) {
        return theme in one.themes;
      }).then(function (found) {
        return found.filter(function (item) {
          return item.themes[0] === theme;
        });
      });
    },
    role: function (role) {
      return where(function (one) {
        return one.all || one.roles.indexOf(role) >= 0;
      }).then(function (found) {
        var own = found.filter(function (item) {
          return item.roles && isFor(item, role);
        });
        // What names the role first: the rest of the handbook is everyone's.
        return own.length >= ROUND ? own : found.filter(function (item) {
          return isFor(item, role);
        });
      });
    },
  };
  /* Returns {items, note}; the note is the word that says why they are not what was asked for. */
  function round(kind, key) {
    waits = false;
    return KINDS[kind](key).then(function (found) {
      var list = Array.isArray(found) ? found : found.items;
      var inOrder = kind === "due" || kind === "daily";
      var most = kind === "due" || kind === "wrong" ? 2 * ROUND : ROUND;
      return { items: beside(inOrder ? list : ranked(list), most), note: found.note, waits: waits };
    });
  }

  window.guizhangPick = {
    index: index, items: items, place: place, round: round, shuffled: shuffled, isFor: isFor, where: where,
  };
})();
