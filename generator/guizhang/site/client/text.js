/* What the index and the query agree on: fold, words, stems, numbers. docs/search.md, section 4. */

const HAN = "\\u3007\\u3040-\\u30ff\\u3400-\\u9fff\\uac00-\\ud7af\\u{20000}-\\u{323af}";
const WORD = /([a-z0-9\u00df-\u058f]+)(?:'[a-z]{1,2}(?![a-z]))?/g;
const DIGITS = "零一二三四五六七八九";
const NUMERAL = "零〇一二两三四五六七八九十百千";
const UNIT = "小天日月年周元次个名人分章节倍件份张项级号点秒岁折成";
const MEASURED = new RegExp(
  `^\\s*(?:[${UNIT}%]|(?:hours?|hrs?|days?|minutes?|mins?|seconds?|weeks?|months?|years?|times|yuan|rmb|percent|people|copies|working|business)\\b)`
);
const UNITS = { 千: 1000, 百: 100, 十: 10 };
const letters = new Map();
let simple = new Map();

function letter(char) {
  const wide = char.normalize("NFKC");
  if (char.length === 1 && wide.length === 1) char = wide;
  if (char === "’" || char === "‘") return "'";
  if (/[\p{Z}\t\r]/u.test(char)) return " ";
  const low = char.toLowerCase();
  if (low.length === 1) char = low;
  if (/[\u00c0-\u024f\u1e00-\u1eff]/.test(char)) {
    const base = char.normalize("NFD")[0];
    return /[a-z]/.test(base) ? base : char;
  }
  return simple.get(char) || char;
}

/* Character by character and of the same length, so that a place in the fold is the place in the text. */
function fold(text) {
  let out = "";
  for (const char of text) {
    let to = letters.get(char);
    if (to === undefined) letters.set(char, (to = letter(char)));
    out += to;
  }
  return out;
}

/* The query as it is worked with: a lone surrogate is no text, and nobody means more than 200 characters. */
function clean(query) {
  const text = query.replace(/\p{Cs}/gu, " ").normalize("NFC");
  return fold([...text].slice(0, 200).join(""));
}

function stem(word) {
  if (!/^[a-z]{4,}$/.test(word)) return word;
  if (/sses$/.test(word)) word = word.slice(0, -2);
  else if (/ie[sd]$/.test(word) && word.length > 4) word = word.slice(0, -3) + "y";
  else if (/[^sui]s$/.test(word)) word = word.slice(0, -1);
  const left = word.replace(/ing$|ed$/, "");
  if (left !== word && left.length > 2 && /[aeiouy]/.test(left)) word = left.replace(/([^lsz])\1$/, "$1");
  return word.length > 3 ? word.replace(/e$/, "") : word;
}

/* The value of a Han numeral, with units or by position; null for anything else. */
function valueOf(numeral) {
  const digits = [...numeral].map((c) => (c === "〇" ? 0 : c === "两" ? 2 : DIGITS.indexOf(c)));
  if (!digits.includes(-1)) return Number(digits.join(""));
  let total = 0;
  let digit = null;
  let ceiling = Infinity;
  for (const [i, char] of [...numeral].entries()) {
    const unit = UNITS[char];
    if (!unit) {
      if (digit) return null;
      digit = digits[i];
    } else {
      if (unit >= ceiling || (digit === 0 && unit > 10)) return null;
      total += (digit || 1) * unit;
      digit = null;
      ceiling = unit;
    }
  }
  return total + (digit || 0);
}

function hanNumber(value) {
  let out = "";
  let gap = false;
  for (const [name, unit] of [...Object.entries(UNITS), ["", 1]]) {
    const digit = Math.floor(value / unit) % 10;
    if (digit) out += (gap ? "零" : "") + (name === "十" && digit === 1 && !out ? "" : DIGITS[digit]) + name;
    gap = !digit && out !== "";
  }
  return out;
}

/* A run as typed and with its first number written the other ways: 24小时, 二十四小时. */
function forms(run) {
  const figure = new RegExp(`\\d+|[${NUMERAL}]{2,}|[${NUMERAL}](?=[${UNIT}])`, "g");
  for (const found of run.matchAll(figure)) {
    const typed = found[0];
    const value = /^\d/.test(typed) ? (/^[1-9]\d{0,3}$/.test(typed) ? +typed : 0) : valueOf(typed);
    if (!value || value > 9999) continue;
    const han = hanNumber(value);
    const spellings = [typed, String(value), han, ...(/^二(?!十)/.test(han) ? ["两" + han.slice(1)] : [])];
    const end = found.index + typed.length;
    return [...new Set(spellings.map((form) => run.slice(0, found.index) + form + run.slice(end)))];
  }
  return [run];
}

const plainNumber = (numeral) => (/^\d/.test(numeral) ? numeral : valueOf(numeral));

/* [start, end, key] of every article number in a folded query; a number that stands alone counts too. */
function articleNumbers(text) {
  const N = `(\\d{1,4}|[${NUMERAL}]+)`;
  const latin = "(\\d+(?:[.-]\\d+)*)";
  const article = new RegExp(
    `第?${N}条(?:之${N})?|\\b(?:article|art|clause|rule|no|section|sec)\\b\\.?\\s*${latin}\\b|[#§]\\s*${latin}`,
    "g"
  );
  const whole = new RegExp(`^(?:\\d{1,4}(?:[.-]\\d+)*|[${NUMERAL}]+)$`);
  const out = [];
  let done = 0;
  const bare = (until) => {
    for (const token of text.slice(done, until).matchAll(/\S+/g)) {
      const start = done + token.index;
      const end = start + token[0].length;
      const key = whole.test(token[0]) && !MEASURED.test(text.slice(end)) ? plainNumber(token[0]) : null;
      if (key !== null) out.push([start, end, "#" + key]);
    }
  };
  for (const found of text.matchAll(article)) {
    const [typed, main, extra, ...named] = found;
    const numbers = main ? [main, ...(extra ? [extra] : [])].map(plainNumber) : [named[0] || named[1]];
    if (numbers.includes(null)) continue;
    bare(found.index);
    done = found.index + typed.length;
    out.push([found.index, done, "#" + numbers.join("-")]);
  }
  bare(text.length);
  return out;
}

function words(text) {
  return [...text.matchAll(WORD)].map((found) => [found[1], found.index]);
}

function simplify([from, to]) {
  const plain = [...to];
  letters.clear();
  simple = new Map([...from].map((char, i) => [char, plain[i]]));
}
