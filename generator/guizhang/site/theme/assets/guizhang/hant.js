/*
 * Simplified to Traditional, as OpenCC does it: the longest word of the table at each place, else the one character.
 * The characters on the page are changed themselves, so that copying, printing and searching in the page follow.
 */
(function () {
  "use strict";
  var root = document.documentElement;
  var HAN = /[\u3400-\u9fff\ud840-\ud8ff]/;
  var signs = new Map();
  var telling = new Map(); // character of one script only -> 1 for Traditional, -1 for Simplified
  var words = new Map();
  var longest = new Map(); // first two characters -> length of the longest word that begins so
  var before = new Map(); // text node -> [as it was, as it is]
  var attributes = [];
  var tagged = [];
  var note = null;
  var observer = null;

  /* Yield [characters taken, what becomes of them] from left to right. */
  function steps(text) {
    var out = [];
    var i = 0;
    while (i < text.length) {
      var taken = 0;
      for (var n = Math.min(longest.get(text.substr(i, 2)) || 0, text.length - i); n > 1 && !taken; n--) {
        if (words.has(text.substr(i, n))) taken = n;
      }
      var piece = taken ? text.substr(i, taken) : String.fromCodePoint(text.codePointAt(i));
      out.push([piece.length, taken ? words.get(piece) : single(piece)]);
      i += piece.length;
    }
    return out;
  }
  function single(sign) {
    return signs.get(sign) || sign;
  }
  /* Every character of an encoding whose second bytes are those. */
  function charactersOf(encoding, first, last, seconds) {
    var bytes = [];
    for (var row = first; row <= last; row++) {
      seconds.forEach(function (range) {
        for (var cell = range[0]; cell <= range[1]; cell++) bytes.push(row, cell);
      });
    }
    return new Set(new TextDecoder(encoding).decode(new Uint8Array(bytes)));
  }
  /* A rule that is written in Traditional characters stands as it was written. */
  function traditional(text) {
    var balance = 0;
    Array.from(text).forEach(function (sign) {
      balance += telling.get(sign) || 0;
    });
    return balance > 0;
  }
  /* GB 2312 has what Simplified text is written in, Big5 what Traditional text is. */
  function learn() {
    var mainland = charactersOf("gb2312", 0xb0, 0xf7, [[0xa1, 0xfe]]);
    var taiwan = charactersOf("big5", 0xa4, 0xf9, [[0x40, 0x7e], [0xa1, 0xfe]]);
    signs.forEach(function (made, sign) {
      if (!taiwan.has(sign)) telling.set(sign, -1);
      if (!mainland.has(made)) telling.set(made, 1);
    });
  }
  function convert(text) {
    if (traditional(text)) return text;
    return steps(text)
      .map(function (step) {
        return step[1];
      })
      .join("");
  }

  function joined(nodes) {
    return nodes
      .map(function (node) {
        return node.data;
      })
      .join("");
  }
  /* A word may go on behind a marked figure or term: the text nodes of a passage are converted as one text. */
  function passage(nodes) {
    var text = joined(nodes);
    if (!HAN.test(text)) return;
    // Figures are no part of what somebody wrote: each language prints them its own way.
    var figures = nodes.filter(function (node) {
      return node.parentNode.tagName === "DATA";
    });
    var written = nodes.filter(function (node) {
      return figures.indexOf(node) < 0;
    });
    if (!traditional(joined(written))) return rewrite(nodes, text);
    figures.forEach(function (node) {
      rewrite([node], node.data);
    });
  }
  function rewrite(nodes, text) {
    var pieces = steps(text);
    var step = 0;
    var rest = "";
    nodes.forEach(function (node) {
      var room = node.data.length;
      var out = "";
      while (room > 0) {
        if (!rest) {
          rest = pieces[step][1];
          var even = rest.length === pieces[step][0];
          step++;
          if (!even) {
            out += rest;
            room -= pieces[step - 1][0];
            rest = "";
            continue;
          }
        }
        out += rest.slice(0, room);
        var used = Math.min(room, rest.length);
        rest = rest.slice(used);
        room -= used;
      }
      before.set(node, [node.data, out]);
      node.data = out;
    });
  }

  function simplified(element) {
    var tag = element.closest("[lang]");
    return !tag || tag === root || tag.lang === "zh-Hans" || tag.lang === "zh" || tag.lang === "zh-Hant";
  }
  function fresh(node) {
    return !before.has(node) || before.get(node)[1] !== node.data;
  }
  function all(from) {
    var walker = document.createTreeWalker(from, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    var open = [];
    var block = null;
    function close() {
      if (open.length) passage(open);
      open = [];
    }
    for (var node = walker.currentNode; node; node = walker.nextNode()) {
      if (node.nodeType === 3) {
        var parent = node.parentElement;
        if (!parent || /^(SCRIPT|STYLE|TEXTAREA)$/.test(parent.tagName) || !simplified(parent) || !fresh(node)) continue;
        // What stands in one line of text belongs together; anything else begins anew.
        var home = parent.closest(":not(a, b, strong, em, data, i, small, mark)");
        if (home !== block) close();
        block = home;
        open.push(node);
      } else if (node.nodeType === 1) {
        if (!/^(A|B|STRONG|EM|DATA|I|SMALL|MARK)$/.test(node.tagName)) close();
        if (node.tagName === "TEMPLATE") all(node.content);
        ["title", "aria-label", "placeholder", "alt"].forEach(function (name) {
          var value = node.getAttribute(name);
          if (value && HAN.test(value) && (name === "aria-label" || simplified(node))) {
            attributes.push([node, name, value]);
            node.setAttribute(name, convert(value));
          }
        });
        if (node.lang === "zh-Hans") {
          node.lang = "zh-Hant";
          tagged.push(node);
        }
      }
    }
    close();
  }

  function on() {
    all(document.body);
    document.title = convert(document.title);
    if (note.textContent && !note.parentNode) {
      var head = document.querySelector(".gz-pagehead, .md-content__inner h1");
      if (head) head.after(note);
    }
    observer = observer || new MutationObserver(added);
    observer.observe(document.body, { childList: true, subtree: true });
  }
  function added(changes) {
    changes.forEach(function (change) {
      change.addedNodes.forEach(function (node) {
        if (node.isConnected && node !== note) all(node.nodeType === 1 ? node : node.parentNode);
      });
    });
  }
  function off() {
    if (observer) observer.disconnect();
    note.remove();
    before.forEach(function (kept, node) {
      if (node.data === kept[1]) node.data = kept[0];
    });
    attributes.forEach(function (kept) {
      kept[0].setAttribute(kept[1], kept[2]);
    });
    before.clear();
    attributes = [];
    tagged.forEach(function (element) {
      element.lang = "zh-Hans";
    });
    tagged = [];
  }
  var active = false;
  function apply(wanted) {
    if (!words.size || wanted === active) return;
    active = wanted;
    wanted ? on() : off();
  }

  window.guizhangHant = {
    load: function (pairs, lines, words_) {
      var found = Array.from(pairs);
      for (var i = 0; i < found.length; i += 2) signs.set(found[i], found[i + 1]);
      learn();
      lines.split("\n").forEach(function (line) {
        var parts = line.split("\t");
        words.set(parts[0], parts[1] || Array.from(parts[0], single).join(""));
        var start = line.substr(0, 2);
        longest.set(start, Math.max(longest.get(start) || 0, parts[0].length));
      });
      note = document.createElement("p");
      note.className = "gz-converted";
      note.lang = "zh-Hant";
      note.textContent = convert(words_);
      function ready() {
        apply(root.getAttribute("data-gz-script") === "hant");
        root.classList.remove("gz-converting");
      }
      if (document.readyState === "loading") document.addEventListener("DOMContentLoaded", ready);
      else ready();
    },
    convert: convert,
    apply: apply,
  };
})();
