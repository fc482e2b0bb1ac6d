/* Leads a copied link to wherever the rule stands now: go.html#complaints/first-reply. */
(function () {
  "use strict";
  var root = document.currentScript.dataset.root.replace(/\/?$/, "/");

  function gone() {
    document.querySelector(".gz-go-moving").hidden = true;
    document.querySelector(".gz-go-gone").hidden = false;
  }

  function go() {
    // Only ids reach a file name: lower-case letters, digits and hyphens.
    var match = /^#([a-z0-9-]+)(?:\/([a-z0-9-]+))?(?:#.*)?$/.exec(location.hash);
    if (!match) return gone();
    window.guizhangPlaces = function (places) {
      var inner = match[2] || "";
      if (!Object.prototype.hasOwnProperty.call(places, inner)) return gone();
      var language = /[?&]lang=(?:zh-hant|zh|en|both)\b/.exec(location.search);
      var target = places[inner].split("#");
      location.replace(
        root + target[0] + (language ? "?" + language[0].slice(1) : "") + (target[1] ? "#" + target[1] : "")
      );
    };
    var script = document.createElement("script");
    script.src = root + "assets/guizhang/places/" + match[1] + ".js";
    script.onerror = gone;
    document.head.appendChild(script);
  }

  window.addEventListener("hashchange", go);
  go();
})();
