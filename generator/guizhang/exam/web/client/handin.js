/* Review, handing in, and what stays afterwards: a receipt and the sealed file. */
function review() {
  const main = document.getElementById("screen");
  const open = items.filter((item) => !isAnswered(item));
  const marked = items.filter((item) => sitting.marked.includes(item.number));
  const listed = (found) =>
    el("ul", { class: "numbers" }, found.map((item) => el("li", {}, label(el("button", { type: "button", onclick: () => goTo(item.number) }, `${item.number}`), "question", { number: item.number }))));
  document.body.dataset.screen = "review";
  put(main,
    el("h2", { tabindex: "-1" }, say("review")),
    el("p", {}, say("answered_of", { answered: items.length - open.length, all: items.length })),
    ...(open.length ? [el("h3", {}, say("open_questions", { count: open.length })), listed(open)] : []),
    ...(marked.length ? [el("h3", {}, say("marked_questions", { count: marked.length })), listed(marked)] : []),
    sitting.away_count ? el("p", { class: "note" }, say(sitting.away_count === 1 ? "away_once" : "away_so_far", { count: sitting.away_count, seconds: sitting.away_seconds })) : null,
    el("p", { class: "note" }, say("final")),
    el("div", { class: "actions" }, button("back_to_questions", () => goTo(sitting.at)), button("hand_in", () => handIn(), { class: "primary" })),
  );
  onTop(main);
}

let handing = false;
async function handIn(reason) {
  if (handing) return;
  handing = true;
  back();
  if (reason) flag(reason);
  const used = seconds();
  const { who, name: called, nonce, started, last, away, away_count, away_seconds, flags, answers } = sitting;
  const submission = {
    v: 1, exam: exam.exam, form: exam.form, who, name: called, nonce, token: exam.token,
    start: Math.floor(started / 1000), end: Math.floor(Date.now() / 1000), used, last, away, away_count, away_seconds, flags,
    answers: items.map((item) => answers[item.number] ?? ""),
  };
  const content = await handedIn(submission);
  const file = `${JSON.stringify(content)}\n`;
  const done = { at: Date.now(), who, receipt: receipt(content.jwe || content.unsealed), file, late: flags.includes("late") };
  // First the sealed answers are kept, then the plain ones go: at no moment is there neither.
  write(":done", done);
  write("", null);
  sitting = null;
  handing = false;
  handed(done, true);
}

function handed(done, fresh) {
  removeEventListener("beforeunload", warnOfLoss);
  const main = document.getElementById("screen");
  const content = done.file && JSON.parse(done.file);
  const name_ = `answers-${fileName(done.who)}.json`;
  const keep = () => download(name_, done.file);
  document.body.dataset.screen = "handed";
  document.querySelectorAll("#bar, #overview, #timer, #storage").forEach((part) => { part.hidden = true; });
  const at = when(done.at);
  put(main,
    el("h2", { tabindex: "-1" }, say("handed_in")),
    el("p", {}, text({ zh: fill(exam.words.handed_at[0], { time: at.zh }), en: fill(exam.words.handed_at[1], { time: at.en }) })),
    done.late ? el("p", { class: "warning" }, say("was_late")) : null,
    el("p", {}, say("receipt")),
    el("p", { class: "receipt", translate: "no" }, done.receipt),
    ...(content ? sealedParts(content, name_, keep, done) : [el("p", { class: "note" }, say("cleared"))]),
    exam.hash || content ? null : el("div", { class: "actions" }, button("next_candidate", () => { place = ""; begin(); })),
  );
  onTop(main);
  if (fresh && content) keep();
}
function sealedParts(content, file, keep, done) {
  const whole = content.jwe || done.file.trim();
  const code = content.jwe ? guizhangQr(whole) : null;
  const area = label(el("textarea", { readonly: true, rows: 4, class: "sealed", spellcheck: "false" }), "as_text");
  area.value = whole;
  const copy = () => {
    area.select();
    const said = () => announce("copied");
    if (navigator.clipboard) navigator.clipboard.writeText(whole).then(said, said);
    else if (document.execCommand("copy")) said();
  };
  return [
    content.jwe ? null : el("p", { class: "warning" }, say("not_sealed")),
    el("p", {}, say("give_file", { file })),
    el("div", { class: "actions" }, button("save_file", keep, { class: "primary" })),
    el("details", {}, el("summary", {}, say("other_ways")), area, el("div", { class: "actions" }, button("copy", copy)), code ? picture(code) : el("p", { class: "note" }, say("no_code"))),
    el("p", { class: "note" }, say("finish_note")),
    el("div", { class: "actions" }, button("finish", () => {
      const left_ = { ...done, file: undefined };
      write(":done", left_);
      handed(left_);
    })),
  ];
}
function picture(rows) {
  const size = rows.length + 8;
  const namespace = "http://www.w3.org/2000/svg";
  const svg = document.createElementNS(namespace, "svg");
  svg.setAttribute("viewBox", `0 0 ${size} ${size}`);
  svg.setAttribute("role", "img");
  svg.setAttribute("class", "code");
  label(svg, "code");
  const path = document.createElementNS(namespace, "path");
  path.setAttribute("d", rows.flatMap((row, y) => row.map((dark, x) => (dark ? `M${x + 4} ${y + 4}h1v1h-1z` : ""))).join(""));
  svg.append(path);
  return svg;
}
