/* One question of each type: how it is asked, how its answer is read and put back. An empty answer is no answer. */
const LETTERS = "ABCDEFGH";
const items = exam.sections.flatMap((section, at) => section.items.map((item) => ({ ...item, section: at })));
const answerOf = (item) => sitting.answers[item.number] ?? "";
const isAnswered = (item) => [].concat(answerOf(item)).some((part) => part.trim() !== "");

function give(item, answer) {
  sitting.answers[item.number] = answer;
  sitting.last = seconds();
  save();
  showState(item);
}
function clear(item) {
  delete sitting.answers[item.number];
  sitting.last = seconds();
  save();
  const field = document.getElementById(`q${item.number}`).querySelector(".field");
  field.replaceWith(fieldOf(item));
  showState(item);
}

/* A gap is printed as its number and a line; a screen reader hears only the number. */
const blanks = (words) =>
  words.split(/(\(\d+\)\u00a0_+)/).map((part, at) =>
    at % 2 ? el("span", { class: "gap" }, part.split("\u00a0")[0], el("span", { class: "line", "aria-hidden": "true" })) : part,
  );
const lettered = (letter, words) => [el("b", { class: "letter" }, letter), el("span", { class: "what" }, text(words))];

function choices(item, type) {
  const one = type === "radio";
  const rows = item.options.map((option, at) => {
    const letter = item.type === "true_false" ? "TF"[at] : LETTERS[at];
    const input = el("input", {
      type,
      name: `a${item.number}`,
      value: letter,
      autocomplete: "off",
      onchange: () => {
        const ticked = [...row.querySelectorAll("input:checked")].map((other) => other.value);
        give(item, one ? ticked[0] : ticked.join(""));
      },
    });
    input.checked = answerOf(item).includes(letter);
    return el("label", { class: "choice" }, input, ...(item.type === "true_false" ? [el("span", { class: "what" }, text(option))] : lettered(letter, option)));
  });
  const row = el("div", { class: "field" }, rows);
  return row;
}
const truth = (item) => choices({ ...item, options: ["true", "false"].map((word) => ({ zh: exam.words[word][0], en: exam.words[word][1] })) }, "radio");

/* A list to choose from, its entries in the language of the reader. */
function chooser(options, value, act, attributes) {
  const list = el("select", { ...attributes, autocomplete: "off", onchange: () => act(list.value) }, el("option", { value: "" }));
  options.forEach((_, at) => list.append(el("option", { value: LETTERS[at] })));
  follow(list.options[0], () => { list.options[0].textContent = name("choose"); });
  options.forEach((option, at) => {
    follow(list.options[at + 1], () => { list.options[at + 1].textContent = `${LETTERS[at]}  ${plain(option)}`; });
  });
  list.value = value;
  return list;
}
const writable = (value, act, attributes) => {
  const input = el("input", { type: "text", autocomplete: "off", spellcheck: "false", maxlength: 500, oninput: () => act(input.value), ...attributes });
  input.value = value;
  return input;
};
/* Answers in several parts: the *at*-th one is set. */
const partOf = (item, count, at) => (part) => {
  const parts = Array.from({ length: count }, (_, n) => answerOf(item)[n] ?? "");
  parts[at] = part;
  give(item, parts);
};
function gaps(item) {
  return el("div", { class: "field gaps" }, item.gaps.map((options, at) => {
    const act = partOf(item, item.gaps.length, at);
    const value = answerOf(item)[at] ?? "";
    const control = options.length ? chooser(options, value, act) : writable(value, act);
    label(control, "gap", { number: at + 1 });
    return el("div", { class: "part" }, el("span", { class: "number", "aria-hidden": "true" }, `(${at + 1})`), control);
  }));
}
function pairs(item) {
  const rights = el("ol", { class: "rights" }, item.options.map((option, at) => el("li", {}, lettered(LETTERS[at], option))));
  const rows = item.lefts.map((left, at) => {
    const id = `left${item.number}-${at}`;
    const act = partOf(item, item.lefts.length, at);
    const list = chooser(item.options, answerOf(item)[at] ?? "", act, { "aria-labelledby": id });
    return el("div", { class: "part left" }, el("span", { class: "what", id }, `(${at + 1}) `, text(left)), list);
  });
  return el("div", { class: "field pairs" }, rights, rows);
}
function number(item) {
  const input = label(writable(answerOf(item), (value) => give(item, value), { inputmode: "decimal", class: "short", maxlength: 40 }), "number_of", { number: item.number });
  return el("div", { class: "field" }, el("label", { class: "part" }, input, item.unit ? el("span", { class: "unit" }, text(item.unit)) : null));
}
function essay(item) {
  const area = el("textarea", { rows: Math.max(4, item.lines), maxlength: 8000, autocomplete: "off", oninput: () => give(item, area.value) });
  label(area, "answer_of", { number: item.number });
  area.value = answerOf(item);
  return el("div", { class: "field" }, area);
}

const FIELDS = {
  single_choice: (item) => choices(item, "radio"),
  multiple_choice: (item) => choices(item, "checkbox"),
  true_false: truth,
  cloze: gaps,
  numeric: number,
  matching: pairs,
  ordering: order,
  short_answer: essay,
};
const fieldOf = (item) => FIELDS[item.type](item);

function question(item) {
  const { number: n } = item;
  const first = item.case && !(items[n - 2]?.case && same(items[n - 2].case, item.case));
  const worth = item.points === "1" ? "worth_one" : "worth";
  const mark = el("button", { type: "button", class: "mark", "aria-pressed": "false", onclick: () => toggleMark(item) }, say("mark"));
  return el(
    "section",
    { class: "question", id: `q${n}`, tabindex: "-1", "aria-labelledby": `n${n}` },
    item.case ? el("div", { class: first ? "case" : "case again" }, el("b", {}, say("case")), el("p", {}, text(item.case))) : null,
    el("div", { class: "head" },
      el("h3", { id: `n${n}` }, say("question", { number: n })),
      el("span", { class: "worth" }, say(worth, { points: item.points })),
      mark),
    el("fieldset", {}, el("legend", { class: "stem" }, text(item.stem, blanks)), fieldOf(item)),
    el("div", { class: "foot" }, button("clear", () => clear(item), { class: "quiet clear", hidden: true })),
  );
}
const same = (a, b) => a.zh === b.zh && a.en === b.en;

function toggleMark(item) {
  const at = sitting.marked.indexOf(item.number);
  if (at < 0) sitting.marked.push(item.number);
  else sitting.marked.splice(at, 1);
  save();
  showState(item);
}
