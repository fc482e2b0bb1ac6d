/* Elements and words. Every word stands on the page in each language; which one shows is for the style sheet to say. */
function el(name, attributes, ...children) {
  const out = document.createElement(name);
  for (const [key, value] of Object.entries(attributes || {})) {
    if (key.startsWith("on")) out.addEventListener(key.slice(2), value);
    else if (value === true) out.setAttribute(key, "");
    else if (value !== false && value != null) out.setAttribute(key, value);
  }
  out.append(...children.flat().filter((child) => child != null));
  return out;
}
const put = (into, ...children) => into.replaceChildren(...children.flat().filter((child) => child != null));
const LANGS = ["zh", "en"];
const TAGS = { zh: "zh-Hans", en: "en" };
const view = () => document.documentElement.dataset.view;

/* A text of the exam; *as* makes the node of one language from its words. */
function text(words, as = (said) => [said]) {
  const known = LANGS.filter((lang) => words[lang] != null && exam.langs.includes(lang));
  const shown = known.length ? known : LANGS.filter((lang) => words[lang] != null);
  const same = shown.length === 2 && words.zh === words.en;
  const kept = same ? ["zh"] : shown;
  return el(
    "span",
    { class: kept.length === 2 ? "pair" : null },
    kept.map((lang) => el("span", { lang: TAGS[lang], "data-lang": lang }, as(words[lang], lang))),
  );
}
const fill = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name]);
/* A word of the page. */
const say = (word, values = {}) =>
  text({ zh: fill(exam.words[word][0], values), en: fill(exam.words[word][1], values) });
/* The same as a plain text in the language of the reader, for names and lists of choices. */
function plain(words) {
  if (view() !== "both") return words[view()] ?? words.zh ?? words.en;
  return [...new Set([words.zh, words.en].filter((said) => said != null))].join(" ");
}
const name = (word, values = {}) =>
  plain({ zh: fill(exam.words[word][0], values), en: fill(exam.words[word][1], values) });

/* Keep something that is no node (a label, a choice) in the language of the reader. */
function follow(element, set) {
  element.dataset.follows = "";
  element.follows = set;
  set();
  return element;
}
const label = (element, word, values) => follow(element, () => element.setAttribute("aria-label", name(word, values)));
function setView(chosen) {
  document.documentElement.dataset.view = chosen;
  document.documentElement.lang = TAGS[chosen === "en" ? "en" : "zh"];
  document.title = plain(exam.title) + (exam.form ? ` · ${name("form", { id: exam.form })}` : "");
  document.querySelectorAll("[data-follows]").forEach((element) => element.follows());
}

const button = (word, act, attributes, values) => el("button", { type: "button", onclick: act, ...attributes }, say(word, values));
/* What a screen reader says; *heard* only where the eye sees it anyway. */
function announce(word, values, heard) {
  const region = document.getElementById("live");
  const said = say(word, values);
  region.classList.toggle("heard", Boolean(heard));
  region.replaceChildren(said);
  setTimeout(() => said.remove(), 12_000);
}
const minutes = (seconds) => `${Math.floor(seconds / 60)}:${String(Math.floor(seconds % 60)).padStart(2, "0")}`;
const when = (ms) => {
  const time = new Date(ms);
  const two = (n) => String(n).padStart(2, "0");
  return {
    zh: `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日 ${two(time.getHours())}:${two(time.getMinutes())}`,
    en: `${time.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" })}, ${two(time.getHours())}:${two(time.getMinutes())}`,
  };
};
