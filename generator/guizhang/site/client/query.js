/* A query to what it may mean: readings of it, their parts, the ways each part may be written. docs/search.md, section 5. */

const RUN = `[${HAN}0-9]*[${HAN}][${HAN}0-9]*`;
const TOKEN = new RegExp(`(${RUN})|([a-z0-9\\u00df-\\u058f]+)(?:'[a-z]{1,2}(?![a-z]))?`, "gu");
const WHOLE_RUN = new RegExp(`^${RUN}$`, "u");
const PHRASE = /["“]([^"“”]+)["”]|「([^」]+)」/g;
const FULL = 100;
const CUTS = 8;
const CHAINS = 64;
const SLIP = 12; // a longer run is a sentence, and its rare pairs no slips
const SOUNDED = 60;
const LONGEST_SYLLABLE = 6;
const unique = (list) => [...new Set(list)];
const blank = (text) => " ".repeat(text.length);
const pairwise = (list) => list.slice(1).map((item, i) => [list[i], item]);
const runs = new Map();
const phrases = new Map();
let rank, stops, asks, needs, fillers, syllables;

/* What is made of the manifest once. */
function prepare() {
  rank = manifest.rank;
  stops = new Set(manifest.stops);
  asks = new RegExp(manifest.asking, "g");
  needs = new RegExp(manifest.needed, "g");
  fillers = new RegExp(manifest.fillers, "g");
  syllables = new Set(manifest.syllables.split(" "));
  manifest.groups.forEach((group, i) => {
    const [zh, en, asked] = group.map((list) => list.map(fold));
    // The company's own terms, and behind them everyday words.
    const weights = i < manifest.declared ? [rank.synonym, rank.translation] : [rank.everyday, rank.everyday];
    for (const form of [...zh, ...en, ...asked]) {
      const [table, key] = new RegExp(`[${HAN}]`, "u").test(form) ? [runs, form] : [phrases, stemsOf(form)];
      if (key && !table.has(key)) table.set(key, [zh, en, ...weights]);
    }
  });
}

/* What an English form is known by: its stems, without words that say nothing. */
function stemsOf(form) {
  const said = words(form).filter(([word]) => !stops.has(word));
  return said.map(([word]) => stem(word)).join(" ");
}

/* The terms that find a folded text: stems; pairs, of digits only those at the edge; characters that stand alone. */
function termsOf(folded) {
  const found = [...folded.matchAll(TOKEN)].flatMap(([, run, word]) => {
    if (word) return stem(word);
    const pairs = pairwise([...run]).map((pair) => pair.join(""));
    return pairs.length ? pairs.filter((pair) => !/^\d+$/.test(pair)) : run;
  });
  return unique(found);
}

/* One way a part may be written: a weight in per cent, terms that are all needed, a text that must stand there. */
const way = (weight, names, literal = "", why = "", form = "") => ({ weight, names, literal, why, form });
const literally = (weight, text, why, form) => way(weight, termsOf(text), text, why, form);
const alias = (weight, form) => way(weight, termsOf(form), "", "synonym", form);
const exists = ({ names }) => names.length > 0 && names.every(termOf);

/* Order by the first thing in two lists that is not equal. */
function byFirst(a, b) {
  const i = a.findIndex((one, at) => one < b[at] || one > b[at]);
  return i < 0 ? 0 : a[i] < b[i] ? -1 : 1;
}

/* Letters to put in, leave out, replace or swap. */
function distance(one, other) {
  let before = [];
  let row = [...Array(other.length + 1).keys()];
  for (let i = 1; i <= one.length; i++) {
    const last = before;
    before = row;
    row = [i];
    for (let j = 1; j <= other.length; j++) {
      row[j] = Math.min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (one[i - 1] !== other[j - 1]));
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) row[j] = Math.min(row[j], last[j - 2] + 1);
    }
  }
  return row[other.length];
}

/* Known terms, the most frequent of the nearest first. */
function ordered(found, far) {
  const rows = found.map((term) => [far(term), -count(lists(term)), term]);
  return rows.sort(byFirst).map(([, , term]) => term);
}

/* Known words a letter or two away. */
function near(word) {
  const own = stem(word);
  const most = (word.length >= 4) + (word.length >= 8);
  if (!most || place("w", own) < 0) return [];
  const beside = records(content(fileOf(own)), own[0]).map(([term]) => term);
  const close = beside.filter((term) => Math.abs(term.length - own.length) <= most && distance(own, term) <= most);
  return ordered(close, (term) => distance(own, term)).slice(0, 3);
}

/* Known words that begin as *word* does. */
function beginning(word) {
  const own = stem(word);
  if (own.length < 2) return [];
  const found = unique([word, own].flatMap((prefix) => from("w", prefix).map(([term]) => term)));
  const best = ordered(found.filter((term) => term !== own), () => 0).slice(0, rank.prefixes);
  return best.map((term) => way(rank.prefix, [term]));
}

/* All ways to cut a word into syllables, longer ones first; with *open* the last may be a beginning. */
function cuts(word, least = 2, open = false) {
  const out = [];
  const dead = new Set(); // places from which no way leads on
  const begins = (piece) => [...syllables].some((whole) => whole.startsWith(piece));
  function cut(at, done) {
    if (dead.has(at) || out.length >= CUTS) return !dead.has(at);
    if (at >= word.length) return done.length < least || out.push(done);
    if (word[at] === "'") return cut(at + 1, done);
    let leads = false;
    for (let end = Math.min(word.length, at + LONGEST_SYLLABLE); end > at; end--) {
      const piece = word.slice(at, end);
      const fits = syllables.has(piece) || (open && end === word.length && begins(piece));
      if (fits && cut(end, [...done, piece])) leads = true;
    }
    return leads || !dead.add(at);
  }
  cut(0, []);
  return out;
}

const isSyllable = (slot) => slot < "\x7f";

function soundsOf(slot) {
  if (isSyllable(slot)) return [slot];
  return records(content("r"), "").flatMap(([sound, chars]) => (chars.includes(slot) ? sound : []));
}

/* Pairs of characters, each as two, for two slots: syllables or characters. */
function pairs(first, second, open) {
  if (!isSyllable(first) && !isSyllable(second)) return [[first, second]];
  const keys = soundsOf(first).flatMap((x) => soundsOf(second).map((y) => `${x}'${y}${open ? "" : " "}`));
  const found = keys.flatMap((key) => from("p", key)).flatMap(([, text]) => text.match(/../gsu));
  const fits = (slot, char) => isSyllable(slot) || slot === char;
  return found.map((pair) => [...pair]).filter(([a, b]) => fits(first, a) && fits(second, b));
}

/* What slots may stand for, the likeliest first: how far down the lists the pairs were found tells. */
function written(slots, open) {
  let chains = [];
  pairwise(slots).forEach(([first, second], at) => {
    const next = pairs(first, second, open && at === slots.length - 2).map(([a, b], far) => [far, a, b]);
    if (!at) chains = next.map(([far, a, b]) => [far, a + b, b]);
    else {
      const grown = ([far, text, end]) => next.filter(([, a]) => a === end).map(([more, , b]) => [far + more, text + b, b]);
      chains = chains.flatMap(grown);
    }
    chains = chains.sort(byFirst).slice(0, CHAINS);
  });
  return chains.map(([, text]) => text);
}

function spelt(ways, weight, open = false, why = "pinyin") {
  const found = unique(ways.flatMap((slots) => written(slots, open)));
  return found.slice(0, rank.chains).map((text) => literally(weight, text, why, text));
}

function pinyin(word, last) {
  if (!/^[a-z]+$/.test(word)) return [];
  const whole = cuts(word);
  return whole.length || !last ? spelt(whole, rank.pinyin) : spelt(cuts(word, 2, true), rank.pinyin_open, true);
}

/* Forms of glossary groups that stand in a run without overlap, the longest first, each with its group. */
function groupsIn(run) {
  const found = [...runs.keys()].filter((form) => run.includes(form)).map((form) => [-[...form].length, run.indexOf(form), form]);
  let left = run;
  return found.sort(byFirst).flatMap(([, at, form]) => {
    if (left.slice(at, at + form.length) !== form) return [];
    left = left.slice(0, at) + blank(form) + left.slice(at + form.length);
    const [zh, ...group] = runs.get(form);
    return [[form, zh.filter((other) => other !== form), ...group]];
  });
}

/* What a run may stand for where some of its characters are only right in sound: 投述 for 投诉. */
function sameSound(run) {
  const { length } = [...run];
  const lost = termsOf(run).filter((pair) => termOf(pair) === null).join("");
  if (!lost || length < 2 || length > SLIP) return [];
  let ways = [[]];
  for (const char of run) {
    const slots = lost.includes(char) ? soundsOf(char) : [char];
    ways = ways.flatMap((done) => slots.map((slot) => [...done, slot])).slice(0, CHAINS);
  }
  return spelt(ways, rank.homophone, false, "sound");
}

function runWays(run) {
  const [[form, zh, en, synonym, translation] = ["", [], []]] = groupsIn(run);
  const others = zh.map((other) => run.replace(form, () => other));
  return [
    ...forms(run).map((own, i) => literally(i ? rank.number_form : FULL, own)),
    ...others.map((other) => literally(synonym, other, "synonym", other)),
    // A word that is known is not misspelt.
    ...(form === run ? en.map((other) => alias(translation, other)) : sameSound(run)),
  ];
}

function wordWays(word, last) {
  const own = way(FULL, [stem(word)]);
  const known = exists(own);
  const found = last || !known ? beginning(word) : [];
  if (/^[a-z]{2,12}$/.test(word)) {
    const size = Math.min(3, word.length);
    found.push(way(rank.initial, unique([...word].slice(size - 1).map((_, i) => "^" + word.slice(i, i + size)))));
  }
  found.push(...pinyin(word, last));
  // That some title has the letters as initials does not make them a word.
  const typos = known || found.some((own) => own.names[0][0] !== "^" && exists(own)) ? [] : near(word);
  return [own, ...found, ...typos.map((term) => way(rank.typo, [term], "", "typo", term))];
}

/* A term of the glossary typed in English, its other names, and its Chinese ones. */
function formWays(own, [zh, en, synonym, translation]) {
  return [
    way(FULL, own.split(" ")),
    ...en.filter((form) => stemsOf(form) !== own).map((form) => alias(synonym, form)),
    ...zh.map((form) => literally(translation, form, "synonym", form)),
  ];
}

/* Tokens of a folded query in order; words that say nothing are left out unless nothing else is there. */
function tokensOf(folded, silent = stops) {
  const out = [];
  const left = folded.replace(PHRASE, (whole, one, other, at) => {
    const text = (one || other).trim();
    if (text) out.push({ kind: "phrase", text, start: at + 1, end: at + whole.length - 1 });
    return blank(whole);
  });
  for (const { 0: whole, 1: run, 2: word, index: start } of left.matchAll(TOKEN)) {
    out.push({ kind: run ? "run" : "word", text: run || word, start, end: start + whole.length });
  }
  out.sort((a, b) => a.start - b.start);
  const said = out.filter(({ kind, text }) => kind !== "word" || !silent.has(text));
  return said.length ? said : out;
}

/* Tokens as parts {text, variants}; a part that is a whole article number may be that too. */
function partsOf(tokens, open, numbers = []) {
  const out = [];
  for (let at = 0, size; at < tokens.length; at += size) {
    const behind = tokens.findIndex(({ kind }, i) => i >= at && kind !== "word");
    const said = tokens.slice(at, behind < 0 ? tokens.length : behind).map(({ text }) => stem(text));
    size = said.length;
    while (size && !phrases.has(said.slice(0, size).join(" "))) size--;
    const form = said.slice(0, size).join(" ");
    size = size || 1;
    const row = tokens.slice(at, at + size);
    const [{ kind, text, start }] = row;
    let variants = [];
    if (kind === "phrase") variants = [literally(FULL, text)];
    else if (size === 1) variants = kind === "run" ? runWays(text) : wordWays(text, open && at === tokens.length - 1);
    if (form) variants = [...formWays(form, phrases.get(form)), ...variants.slice(1)];
    const number = numbers.find((known) => known[0] === start && known[1] === row[size - 1].end);
    if (number) variants.unshift(way(FULL, [number[2]]));
    variants = variants.filter(({ names }) => names.length);
    if (variants.length) out.push({ text: row.map((token) => token.text).join(" "), variants });
  }
  return out;
}

/* Words of pinyin and Chinese runs as one part. */
function soundedPart(row) {
  let ways = [[]];
  if (row[row.length - 1].end - row[0].start > SOUNDED) return [];
  for (const { kind, text } of row) {
    const more = kind === "word" ? cuts(text, 1) : [[...text]];
    ways = ways.flatMap((done) => more.map((slots) => [...done, ...slots])).slice(0, CHAINS);
  }
  const variants = spelt(ways, rank.pinyin);
  return variants.length ? [{ text: row.map(({ text }) => text).join(""), variants }] : [];
}

/* Pinyin beside Chinese, or in several words, read together; nothing where there is none. */
function soundedParts(tokens, open) {
  const words = tokens.length > 1 && tokens.every(({ kind }) => kind === "word");
  const rows = [];
  tokens.forEach((token, i) => {
    if (i && (words || tokens[i - 1].end === token.start)) rows[rows.length - 1].push(token);
    else rows.push([token]);
  });
  const out = [];
  let plain = [];
  for (const row of rows) {
    const kinds = unique(row.map(({ kind }) => kind));
    const part = words || (kinds.length === 2 && !kinds.includes("phrase")) ? soundedPart(row) : [];
    if (part.length) out.push(...partsOf(plain), ...part);
    plain = part.length ? [] : [...plain, ...row];
  }
  return out.length ? [...out, ...partsOf(plain, open)] : [];
}

/*
 * What *text* may mean: `readings`, functions that give parts, in the order they are asked; `asked`, the one that partial
 * hits are made of; `needed`, what a figure's rule must speak of; `kinds` of figures it speaks of, and what they are measured in;
 * `rules`: whether it asks, so that rules go ahead.
 */
function parse(text) {
  const folded = clean(text);
  const open = /\S$/.test(folded);
  const numbers = articleNumbers(folded);
  const asking = folded.match(asks) || [];
  let left = folded;
  for (const [start, end] of numbers) left = left.slice(0, start) + blank(left.slice(start, end)) + left.slice(end);
  const bared = (text) => text.replace(fillers, (whole, silent) => (silent ? blank(whole) : whole));
  left = bared(left);
  const alone = numbers.filter(([start, end]) => !/\S/.test(folded.slice(start - 1, start) + folded.slice(end, end + 1)));
  const own = numbers.map(([start, end, key]) => ({ text: folded.slice(start, end), variants: [way(FULL, [key])] }));
  const typed = () => partsOf(tokensOf(folded), open, alone);
  // Without what only asks, article numbers apart.
  const bare = () => (left === folded ? [] : [...own, ...partsOf(tokensOf(left), open)]);
  const sounded = () => soundedParts(tokensOf(folded, new Set()), open);
  const said = left !== folded && (own.length || tokensOf(left).length);
  return {
    folded,
    kinds: unique(asking.flatMap((phrase) => manifest.questions[phrase].split(" "))),
    // 小时 of 几小时, hours of how many hours
    measures: asking.flatMap((phrase) => (/^(?:(?:几|多少)个?|how many )(.+)/.exec(phrase) || []).slice(1)),
    asked: said ? bare : typed,
    // sick of how many sick days, 迟到 and 开除 of 迟到几次会被开除
    needed: () => partsOf(tokensOf(bared([...folded.matchAll(needs)].flatMap((found) => found.slice(1).filter(Boolean)).join(" ")))),
    rules: said || asking.length,
    readings: said && (own.length || asking.length) ? [bare, typed, sounded] : [typed, bare, sounded],
  };
}

/* What a partial hit may have, each with the ways to have it. */
function unitsOf(parts) {
  const out = parts.flatMap(({ text: run, variants }) => {
    if (!WHOLE_RUN.test(run)) return [variants];
    const groups = groupsIn(run);
    const others = ([, zh, en, synonym, translation]) => [
      ...zh.map((other) => alias(synonym, other)),
      ...en.map((other) => alias(translation, other)),
    ];
    const unit = (weight) => (term) => [way(weight, [term]), ...groups.filter(([form]) => termsOf(form).includes(term)).flatMap(others)];
    const chars = [...run].length > 1 ? unique(run).filter((char) => char > "\x7f") : [];
    return [...termsOf(run).map(unit(FULL)), ...chars.map(unit(rank.w_single))];
  });
  return [...new Map(out.map((ways) => [JSON.stringify(ways), ways])).values()];
}
