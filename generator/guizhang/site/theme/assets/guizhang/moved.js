/* An old link to a rule that no longer stands on this page, or to a page that is gone, leads to where it stands now. */
(function () {
  "use strict";
  var root = document.currentScript.dataset.root.replace(/\/?$/, "/");
  var here = document.querySelector("[data-regulation]");

  function look() {
    var id = location.hash.slice(1);
    // A page that is gone is itself looked for where no rule of it is.
    var gone = here && !id && here.dataset.moved !== undefined;
    if (gone) id = here.dataset.moved;
    // Only ids of rules: what a page makes up for its headings may come and go.
    else if (!here || !/^[a-z0-9-]+$/.test(id) || document.getElementById(id)) return;
    window.guizhangPlaces = function (places) {
      if (Object.prototype.hasOwnProperty.call(places, id)) location.replace(root + places[id]);
    };
    var script = document.createElement("script");
    script.src = root + "assets/guizhang/places/" + here.dataset.regulation + ".js";
    document.head.appendChild(script);
  }

  window.addEventListener("hashchange", look);
  look();
})();
