/* What stands around every screen; what moves between the questions comes with the first of them, so that the first screen
   has nothing to wait for. */
function frame() {
  const langs = exam.langs.length > 1 ? ["zh", "en", "both"] : [];
  const names = { zh: "中文", en: "English", both: "中英" };
  const switches = langs.map((lang) => el("button", { type: "button", lang: lang === "en" ? "en" : "zh-Hans", "data-view": lang, onclick: () => choose(lang) }, names[lang]));
  const choose = (lang) => {
    setView(lang);
    switches.forEach((other) => other.setAttribute("aria-pressed", String(other.dataset.view === lang)));
  };
  const larger = label(el("button", { type: "button", id: "larger", "aria-pressed": String(exam.large), onclick: () => {
    const large = document.documentElement.classList.toggle("large");
    larger.setAttribute("aria-pressed", String(large));
  } }, "A+"), "larger");
  document.body.replaceChildren(
    el("header", {},
      el("h1", {}, text(exam.title)),
      el("div", { class: "tools" }, langs.length ? label(el("div", { role: "group", class: "langs" }, switches), "language") : null, larger)),
    el("aside", { id: "storage", class: "warning", hidden: true }, el("p", {}, say("no_storage")), button("save_draft", saveDraft)),
    el("main", { id: "screen" }),
    el("div", { id: "live", role: "status", "aria-live": "polite" }),
    el("footer", {}, ofForm(), say("exam_id", { id: exam.exam }), exam.edition ? say("edition", { edition: exam.edition }) : null),
    // A browser that saves the page saves what is in it: without these it would be a picture of an exam.
    ...document.querySelectorAll("script"),
  );
  document.documentElement.classList.toggle("large", exam.large);
  choose(exam.view);
}
/* The time left, the overview and the bar. */
function standAround() {
  if (document.getElementById("bar")) return;
  document.querySelector("header .tools").before(
    el("div", { id: "timer", role: "timer" }, el("span", { class: "hush" }, say("time_left")), el("b", {})));
  screen_().before(
    label(el("nav", { id: "overview" }, el("details", { open: matchMedia("(min-width: 64em)").matches },
      el("summary", {}, say("overview"), " ", el("span", { id: "count" })), el("ol", { id: "numbers" }),
      el("button", { type: "button", id: "view-all", class: "quiet", "aria-pressed": "false", onclick: () => { sitting.all = !sitting.all; goTo(sitting.at); } }, say("all_at_once")))), "overview"));
  screen_().after(
    label(el("nav", { id: "bar" },
      button("previous", () => goTo(sitting.at - 1), { id: "previous" }), button("to_review", review, { id: "to-review" }),
      button("next", () => goTo(sitting.at + 1), { id: "next", class: "primary" })), "steps"));
}
