/* The page from the first screen to the last. */
const screen_ = () => document.getElementById("screen");
const WARNINGS = [600, 300, 60];

const ofForm = () => (exam.form ? say("form", { id: exam.form }) : null);
function onTop(main) {
  scrollTo(0, 0);
  main.querySelector("h2")?.focus({ preventScroll: true });
}
function showBar(shown) {
  document.querySelectorAll("#bar, #overview, #timer").forEach((part) => { part.hidden = !shown; });
}

/* Before the start: what it is, the rules, and who sits here. */
function begin() {
  document.body.dataset.screen = "start";
  showBar(false);
  sitting = null;
  const fields = [field("number", "who")];
  if (!exam.hash) fields.push(field("name", "called"));
  const problem = el("p", { role: "alert", class: "warning", id: "problem" });
  const form = el("form", { novalidate: true, autocomplete: "off", onsubmit: (event) => { event.preventDefault(); identify(form, problem); } },
    ...fields, problem,
    el("div", { class: "actions" }, el("button", { class: "primary", type: "submit" }, say("start"))));
  const rules = ["rule_time", "rule_kept", "rule_away", "rule_auto", "rule_file"].map((word) => el("li", {}, say(word, { minutes: exam.minutes })));
  put(screen_(),
    el("p", { class: "company" }, text(exam.company)),
    el("h2", { class: "title", tabindex: "-1" }, text(exam.title)),
    exam.called ? el("p", { class: "for" }, say("for", { name: exam.called })) : null,
    el("p", { class: "facts" }, ofForm(), say("count", { count: items.length }), say("full", { points: exam.points }), say("minutes", { minutes: exam.minutes }), say("pass_line", { points: exam.cut })),
    exam.practical ? el("p", { class: "note" }, say("practical", { points: exam.practical })) : null,
    exam.extra ? el("p", { class: "note" }, say("extra", { minutes: exam.extra })) : null,
    exam.instructions ? el("p", { class: "instructions" }, text(exam.instructions)) : null,
    el("h3", {}, say("rules")), el("ul", { class: "rules" }, rules),
    exam.key && !canSeal() ? insecure() : null,
    el("h3", {}, say("who_are_you")), form,
    el("details", { id: "draft" }, el("summary", {}, say("from_file")), draftField(problem)),
  );
}
function field(word, id) {
  const input = el("input", { id, name: id, type: "text", autocomplete: "off", autocapitalize: "off", spellcheck: "false", maxlength: 120, required: true });
  return el("p", { class: "entry" }, el("label", { for: id }, say(word)), input);
}
/* Over plain http a browser has no WebCrypto; the same page opened from a file has. */
const insecure = () => el("div", { class: "warning" }, el("p", {}, say("no_sealing")), button("save_page", () => download("exam.html", source)));

let draft = null;
function draftField(problem) {
  const file = label(el("input", { type: "file", accept: ".json", onchange: async () => {
    draft = null;
    try {
      const found = JSON.parse(await file.files[0].text());
      if (found.page === exam.page) draft = found.sitting;
    } catch (_) {
      // Said just below.
    }
    problem.replaceChildren(draft ? say("draft_read") : say("draft_bad"));
  } }), "from_file");
  return file;
}
const saveDraft = () => download(`draft-${fileName(sitting.who)}.json`, JSON.stringify({ page: exam.page, sitting }));

async function identify(form, problem) {
  const who = form.elements.who.value.trim();
  const called = form.elements.called?.value.trim() ?? "";
  // Pressed again while the page still asks the other tabs, it would take itself for the only one.
  const begins = form.querySelector("[type=submit]");
  begins.disabled = true;
  const wrong = (input, word) => {
    begins.disabled = false;
    problem.replaceChildren(say(word));
    form.elements[input].setAttribute("aria-invalid", "true");
    form.elements[input].setAttribute("aria-describedby", "problem");
    form.elements[input].focus();
  };
  if (!who) return wrong("who", "number_missing");
  if (!exam.hash && !called) return wrong("called", "name_missing");
  if (exam.hash) {
    const hash = base64url(await stretched(folded(who), fromBase64url(exam.salt), exam.rounds));
    if (hash !== exam.hash) return wrong("who", "number_wrong");
  }
  if (draft && folded(draft.who) !== folded(who)) return wrong("who", "draft_bad");
  findPlace(who);
  const free = await claim(false);
  await recall();
  if (free) enter(who, called);
  else elsewhere(() => enter(who, called));
}
/* Handed in, perhaps from another tab: the plain answers have no business here any more. */
function over(done) {
  write("", null);
  handed(done);
}

function enter(who, called) {
  const done = read(":done");
  if (done) return over(done);
  const kept = read("");
  const fresh = { v: 1, who, name: called, nonce: random128(), answers: {}, marked: [], away: [], away_count: 0, away_seconds: 0, flags: [], last: 0, at: 1, all: false };
  // What somebody has cut out of a saved file is as at the start.
  sitting = { ...fresh, ...(draft || kept) };
  const before = sitting.elapsed;
  startClock();
  if (broken) flag("storage");
  if (draft) flag("restored");
  if (before !== undefined) {
    const now = seconds();
    noteAway(Math.floor(before / 1000), Math.max(1, now - Math.floor(before / 1000)));
    if (now >= limit) {
      flag("late");
      return handIn("auto");
    }
  }
  save();
  sit();
}

/* Another tab has this exam: nothing can be done here but to take it over. */
function elsewhere(enterHere) {
  const taken = enterHere || (() => {
    const done = read(":done");
    if (done) return over(done);
    sitting = read("") || sitting;
    startClock();
    sit();
  });
  document.body.dataset.screen = "elsewhere";
  showBar(false);
  put(screen_(),
    el("h2", { tabindex: "-1" }, say("elsewhere")), el("p", {}, say("elsewhere_why")),
    el("div", { class: "actions" }, button("use_here", async () => {
      await claim(true);
      await recall();
      taken();
      flag("tabs");
      save();
    }, { class: "primary" })),
  );
  onTop(screen_());
}

/* The questions. */
let paper = null;
function sit() {
  standAround();
  paper = el("div", { id: "paper" }, exam.sections.map((section, at) =>
    el("div", { class: "section", id: `s${at}` },
      el("h2", { tabindex: "-1" }, text(section.title)), el("p", { class: "how" }, text(section.how)),
      items.filter((item) => item.section === at).map(question))));
  document.getElementById("numbers").replaceChildren(...items.map((item) => el("li", {}, el("button", { type: "button", id: `o${item.number}`, onclick: () => goTo(item.number) }, `${item.number}`))));
  showBar(true);
  showQuestions();
  items.forEach(showState);
  goTo(sitting.at);
  warned = WARNINGS.filter((at) => limit - seconds() < at);
  tick();
  clearInterval(ticking);
  ticking = setInterval(tick, 500);
}
function showQuestions() {
  document.body.dataset.screen = "questions";
  if (paper.parentNode !== screen_()) screen_().replaceChildren(paper);
}
/* What the overview, the bar and the question say of an answer. */
function showState(item) {
  const answered = isAnswered(item);
  const marked = sitting.marked.includes(item.number);
  const one = document.getElementById(`o${item.number}`);
  one.className = `${answered ? "answered" : ""} ${marked ? "marked" : ""}`;
  label(one, answered ? (marked ? "is_answered_marked" : "is_answered") : marked ? "is_open_marked" : "is_open", { number: item.number });
  const own = paper.querySelector(`#q${item.number}`);
  own.querySelector(".mark").setAttribute("aria-pressed", String(marked));
  own.querySelector(".clear").hidden = !answered;
  document.getElementById("count").textContent = `${items.filter(isAnswered).length}/${items.length}`;
}
function goTo(number_) {
  sitting.at = number_;
  showQuestions();
  const { all } = sitting;
  document.body.dataset.all = all;
  for (const item of items) paper.querySelector(`#q${item.number}`).hidden = !all && item.number !== number_;
  const section = items[number_ - 1].section;
  paper.querySelectorAll(".section").forEach((part, at) => { part.hidden = !all && at !== section; });
  document.getElementById("previous").disabled = number_ === 1;
  // The button that stands out leads onward: to the next question, and from the last one to the review.
  const last = all || number_ === items.length;
  document.getElementById("next").hidden = last;
  document.getElementById("to-review").classList.toggle("primary", last);
  document.querySelectorAll("#numbers [aria-current]").forEach((other) => other.removeAttribute("aria-current"));
  document.getElementById(`o${number_}`).setAttribute("aria-current", "true");
  document.getElementById("view-all").setAttribute("aria-pressed", String(all));
  save();
  const target = paper.querySelector(`#q${number_}`);
  if (all) target.scrollIntoView();
  else scrollTo(0, 0);
  target.focus({ preventScroll: true });
}

let ticking = 0;
let warned = [];
let saved = 0;
function tick() {
  if (!sitting || !tabs.mine) return clearInterval(ticking);
  const left_ = Math.max(0, limit - seconds());
  const timer = document.getElementById("timer");
  timer.querySelector("b").textContent = minutes(left_);
  timer.dataset.left = left_ < 60 ? "last" : left_ < 300 ? "few" : "";
  for (const at of WARNINGS) {
    if (left_ > at || warned.includes(at)) continue;
    warned.push(at);
    announce(at === 60 ? "one_minute_left" : "minutes_left", { minutes: at / 60 });
  }
  // The highest value the clock has shown survives a crash.
  if (Date.now() - saved > 5_000) {
    saved = Date.now();
    save();
  }
  if (left_ <= 0) handIn("auto");
}

frame();
findPlace("");
write(":try", {});
write(":try", null);
const gone = () => exam.hash && read(":done");
if (gone()) over(gone());
else {
  begin();
  recall().then(() => { if (gone() && !sitting) over(gone()); });
}
