/*
 * Light or dark, before the first paint, and the switch between them. Where the choice is kept is the theme's own place,
 * so that hand-written pages, which run the theme's script, agree; that script also asks for the functions below.
 */
(function () {
  "use strict";
  var scope = new URL(document.currentScript.dataset.root.replace(/\/?$/, "/"), location.href);
  var dark = window.matchMedia ? window.matchMedia("(prefers-color-scheme: dark)") : { matches: false };

  window.__md_scope = scope;
  window.__md_hash = function (text) {
    return Array.from(text).reduce(function (sum, sign) {
      return (sum << 5) - sum + sign.charCodeAt(0);
    }, 0);
  };
  window.__md_get = function (key, store, base) {
    try {
      return JSON.parse((store || localStorage).getItem((base || scope).pathname + "." + key));
    } catch (refused) {
      return null; // no storage in this window, or something else lies there
    }
  };
  window.__md_set = function (key, value, store, base) {
    try {
      (store || localStorage).setItem((base || scope).pathname + "." + key, JSON.stringify(value));
    } catch (refused) {
      /* the choice then lasts for this page */
    }
  };

  function paint(scheme) {
    document.body.setAttribute("data-md-color-scheme", scheme);
  }

  function chosen() {
    var kept = window.__md_get("__palette");
    var scheme = kept && kept.color && kept.color.scheme;
    return typeof scheme === "string" ? scheme : dark.matches ? "slate" : "default";
  }

  if (window.MutationObserver) {
    new MutationObserver(function (_, observer) {
      if (!document.body) return;
      observer.disconnect();
      paint(chosen());
    }).observe(document.documentElement, { childList: true });
  }

  document.addEventListener("DOMContentLoaded", function () {
    var form = document.querySelector("[data-md-component=palette]");
    // Where the theme's own script runs, it does the rest.
    if (!form || document.getElementById("__config")) return;
    var inputs = Array.from(form.querySelectorAll("input"));

    function show(input) {
      if (!input) return;
      paint(input.dataset.mdColorScheme);
      input.checked = true;
      inputs.forEach(function (other) {
        var label = other.nextElementSibling;
        if (label) label.hidden = other !== input;
      });
    }

    show(
      inputs.find(function (input) {
        return input.dataset.mdColorScheme === chosen();
      }) || inputs[0]
    );
    form.addEventListener("change", function (event) {
      var color = {};
      ["media", "scheme", "primary", "accent"].forEach(function (part) {
        color[part] = event.target.getAttribute("data-md-color-" + part) || "";
      });
      window.__md_set("__palette", { index: inputs.indexOf(event.target), color: color });
      show(event.target);
    });
    if (dark.addEventListener) {
      dark.addEventListener("change", function () {
        if (!window.__md_get("__palette")) show(inputs.find(function (i) { return i.dataset.mdColorScheme === chosen(); }));
      });
    }
  });
})();
