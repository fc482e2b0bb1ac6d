/* The box: what the reader types, the results, and the keys. Rule text reaches the page as text only. */

const [input, filters, note, list] = ["input", "filters", "note", "list"].map((name) => dialog.querySelector(".gz-search-" + name));
let limit = ENOUGH;
let turn = 0;
let active = -1;

/* The words of the box stand on the dialog: data-none="没有“{}”|No “{}”". */
const say = (name, values) =>
  dialog.dataset[name].split("|").map((text, en) => text.replace("{}", () => values.join(en ? ", " : "、")));

/* One string in the reader's languages, where markup cannot stand. */
function plain([zh, en]) {
  const view = window.guizhangView.get();
  if (view === "both" && zh && en && zh !== en) return zh + " " + en;
  return (view === "en" ? en || zh : zh || en) || "";
}

function make(tag, name, ...children) {
  const element = document.createElement(tag);
  element.className = "gz-search-" + name;
  element.append(...children);
  return element;
}

/* A text in both languages, in pieces of which every second is a hit. The view hides one half, but not the only one or the
   only hit. */
function duo(pair) {
  const halves = pair.map((half) => [].concat(half || []));
  return halves.flatMap((half, i) => {
    if (!half.join("")) return [];
    const other = halves[1 - i];
    const span = make("span", "half", ...half.map((piece, at) => (at % 2 ? make("mark", "mark", piece) : piece)));
    span.lang = i ? "en" : "zh-Hans";
    if (!other?.join("") || (half.length > 1 && other.length < 2)) span.dataset.keep = "";
    return [span, " "];
  });
}

function option(tag, name, act, ...children) {
  const element = make(tag, name, ...children);
  element.setAttribute("role", "option");
  element.tabIndex = -1; // the focus stays in the input
  if (act) element.addEventListener("click", act);
  return element;
}

function group(name, options) {
  const element = make("div", name, ...options);
  element.setAttribute("role", "group");
  element.setAttribute("aria-label", plain(say(name)));
  return options.length ? [element] : [];
}

function hit({ href, number, title, where, snippet, state }) {
  const head = make("span", "head", make("b", "num", ...duo(number)), make("b", "title", ...duo(title)));
  if (state) head.append(make("b", "state", ...duo(say(state))));
  const link = option("a", "hit", null, head, make("small", "where", ...duo(where)), make("span", "text", ...duo(snippet)));
  link.href = href;
  return link;
}

function card({ figure, what, hit: found }) {
  const link = hit({ ...found, snippet: [] });
  link.prepend(make("strong", "figure", ...duo(figure)), make("span", "what", ...duo(what)));
  return link;
}

/* What is to be said about the results: failures, what was added, how many there are. */
function notes({ hits, partly, added, lacking, more, failed, stale }, query) {
  const lines = [];
  const line = (name, values) => lines.push(make("p", "line", ...duo(say(name, values))));
  if (stale) line("stale");
  if (failed) {
    line(hits.length ? "partly" : "failed");
    const again = make("button", "again", ...duo(say("again")));
    again.type = "button";
    again.addEventListener("click", () => run());
    lines.push(again);
  }
  if (added.length) line("added", added);
  if (!query) return lines;
  if (hits.length) line("count", [hits.length + (more ? "+" : "")]);
  if (partly.length) line(lacking.length ? (hits.length ? "lacking" : "some") : "others", lacking);
  else if (!hits.length && !failed) line("none", [query.slice(0, 40)]);
  return lines;
}

const options = () => [...list.querySelectorAll("[role=option]")];

function render(found, place) {
  const more = () => {
    limit += ENOUGH;
    run(active);
  };
  list.replaceChildren(
    ...group("suggestions", found.suggestions.map((text) => option("span", "suggestion", () => ask(text), text))),
    ...group("answers", found.answers.map(card)),
    ...group("results", found.hits.map(hit)),
    ...group("others", found.partly.map(hit)),
    ...(found.more ? [option("span", "more", more, ...duo(say("more")))] : [])
  );
  options().forEach((element, i) => (element.id = "gz-search-" + i));
  input.setAttribute("aria-expanded", String(list.hasChildNodes()));
  note.replaceChildren(...notes(found, input.value.trim()));
  activate(place);
}

function activate(place) {
  active = place;
  input.removeAttribute("aria-activedescendant");
  options().forEach((element, i) => {
    element.setAttribute("aria-selected", String(i === active));
    if (i !== active) return;
    input.setAttribute("aria-activedescendant", element.id);
    element.scrollIntoView({ block: "nearest" });
  });
}

/* Suggestions stand above the results: Up leads into them, Down passes them by. */
function move(step) {
  const count = options().length;
  const above = list.querySelectorAll(".gz-search-suggestion").length;
  if (count) activate(((active < 0 ? above - (step > 0) : active) + step + count) % count);
}

/* An answer to what was typed before is dropped; what is shown stays until there is something new. */
async function run(place = -1) {
  const mine = ++turn;
  const facets = Object.fromEntries([...filters.children].map(({ name, value }) => [name, value]));
  list.setAttribute("aria-busy", "true");
  const found = await find(input.value, facets, limit);
  if (mine !== turn) return;
  list.removeAttribute("aria-busy");
  render(found, place);
}

function fresh() {
  limit = ENOUGH;
  list.scrollTop = 0;
  run();
}

function ask(text) {
  input.value = text;
  input.focus();
  fresh();
}

/* The address keeps the query, so that the way back from a result leads to the results. */
function remember(query) {
  const address = new URL(location.href);
  address.searchParams.delete("q");
  if (query) address.searchParams.set("q", query);
  try {
    history.replaceState(history.state, "", address);
  } catch (refused) {
    // file:// in some browsers
  }
}

function close(query) {
  remember(query);
  dialog.close();
}

/* Filters say what there is, in the view of the moment. */
function selects() {
  const { kinds: kind, roles: role, themes: theme } = manifest;
  const before = [...filters.children].map(({ value }) => value);
  const made = Object.entries({ kind, role, theme }).map(([name, values], i) => {
    const select = make("select", "filter");
    select.name = name;
    select.setAttribute("aria-label", plain(say(name)));
    for (const [id, ...title] of [["", ...say(name)], ...values]) select.add(new Option(plain(title), id));
    select.value = before[i] || "";
    select.hidden = values.length < 2;
    return select;
  });
  filters.replaceChildren(...made);
}

input.addEventListener("input", (event) => event.isComposing || fresh());
input.addEventListener("compositionend", fresh);
input.addEventListener("keydown", (event) => {
  if (event.isComposing || event.keyCode === 229) return; // the keys of an input method
  if (/^Arrow(Up|Down)$/.test(event.key)) {
    event.preventDefault();
    move(event.key === "ArrowDown" ? 1 : -1);
  } else if (event.key === "Enter") {
    const target = options()[active] || list.querySelector("a");
    if (target) target.click();
  }
});
filters.addEventListener("change", fresh);
list.addEventListener("click", (event) => {
  if (event.target.closest("a") && !event.ctrlKey && !event.metaKey && !event.shiftKey) close(input.value);
});
dialog.addEventListener("click", (event) => {
  if (event.target === dialog || event.target.closest(".gz-search-close")) close("");
});
dialog.addEventListener("cancel", () => remember(""));

window.guizhangSearch.start = async () => {
  input.placeholder = plain(say("input"));
  input.setAttribute("aria-label", input.placeholder);
  fresh();
  if (await openIndex()) selects();
};
