/* The files of the index and what is in them: lists of documents, and documents. docs/search.md, sections 2 and 3. */

const VALUE = new Uint8Array(128);
[..."ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"].forEach((c, i) => (VALUE[c.charCodeAt(0)] = i));
const KEPT = 400; // terms in memory, a byte a document each
const NOWHERE = new Uint8Array(0);
const { dialog, files, script } = window.guizhangSearch;
const coming = new Map();
const wanted = new Set();
const failed = new Set();
const terms = new Map();
const shown = new Map();
let manifest;
let frequent;

/* Documents are base64 of raw deflate of JSON. */
async function unpack(name) {
  const bytes = Uint8Array.from(atob(files.get(name)), (char) => char.charCodeAt(0));
  const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw"));
  shown.set(name, await new Response(stream).json());
}

async function fetchOne(name) {
  const mark = "?v=" + (manifest ? manifest.build : dialog.dataset.index);
  // Once more, past a cache that keeps failures.
  for (const query of [mark, mark + "&again"]) {
    try {
      if (!files.has(name)) await script(`search/${name}.js`, query);
      if (name[0] === "d") await unpack(name);
      if (files.has(name)) return;
    } catch (refused) {
      files.delete(name);
    }
  }
  failed.add(name);
}

/* The content of a file; where it is not here yet it is noted for `settle`, and the caller goes on with nothing. */
function content(name) {
  if (!files.has(name)) wanted.add(name);
  return files.get(name) || "";
}

/* What *work* returns once all files it reads are here or have failed; it is called again after each loading. */
async function settle(work) {
  for (;;) {
    wanted.clear();
    const result = work();
    const missing = [...wanted].filter((name) => !failed.has(name));
    if (!missing.length) return result;
    for (const name of missing) {
      if (!coming.has(name)) coming.set(name, fetchOne(name).then(() => coming.delete(name)));
    }
    await Promise.all(missing.map((name) => coming.get(name)));
  }
}

function openIndex() {
  failed.clear();
  return settle(() => {
    if (!manifest && content("manifest")) {
      manifest = content("manifest");
      frequent = new Map(manifest.frequent.split(" ").map((term, i) => [term, i]));
      simplify(manifest.han);
      prepare();
    }
    return manifest;
  });
}

/* Sets *bits* of every document in a list and counts them; lists come in two forms (2.2). */
function set(flags, bits, list, base = 0) {
  let count = 0;
  if (list === "-") return count;
  if (list[0] === "!") {
    for (let i = 1, doc = base; i < list.length; i++, doc += 6) {
      const six = VALUE[list.charCodeAt(i)];
      for (let b = 0; b < 6; b++) {
        if (!(six & (32 >> b))) continue;
        flags[doc + b] |= bits;
        count++;
      }
    }
    return count;
  }
  for (let i = 0, doc = base - 1, number = 0, shift = 0, run = false; i < list.length; i++) {
    const code = list.charCodeAt(i);
    const five = VALUE[code];
    run = run || code === 126;
    if (code === 126) continue;
    number |= (five & 31) << shift;
    shift += 5;
    if (five & 32) continue;
    count += run ? number : 1;
    if (run) while (number--) flags[++doc] |= bits;
    else flags[(doc += number + 1)] |= bits;
    number = shift = 0;
    run = false;
  }
  return count;
}

/* Records [key, rest] of a text whose keys begin with *prefix*. */
function records(text, prefix) {
  const out = [];
  for (let at = text.indexOf("\n" + prefix); at >= 0; ) {
    const end = text.indexOf("\n", at + 1);
    if (end < 0) break;
    const [key] = text.slice(at + 1, end).split(" ", 1);
    out.push([key, text.slice(at + key.length + 2, end)]);
    at = text.indexOf("\n" + prefix, end);
  }
  return out;
}

/* The file of an ordered kind (w, p, s) in which *key* would stand. */
function place(kind, key) {
  let i = manifest[kind].length;
  while (i && manifest[kind][i - 1] > key) i--;
  return i - 1;
}

/* Records of an ordered kind whose keys begin with *prefix*. */
function from(kind, prefix) {
  const out = [];
  for (let i = Math.max(0, place(kind, prefix)); manifest[kind][i] < prefix + "\uffff"; i++) {
    out.push(...records(content(`${kind}/${i}`), prefix));
  }
  return out;
}

/* Words stand in order; # numbers, @ facets, ^ initials and whatever has Han stand by hash. */
const isWord = (term) => /^[^#@^\u0590-\uffff](.*[^\u0590-\uffff])?$/.test(term);

function fileOf(term) {
  if (isWord(term)) return "w/" + place("w", term);
  let hash = 2166136261;
  for (const char of term) hash = Math.imul(hash ^ char.codePointAt(0), 16777619) >>> 0;
  return "t/" + ((hash ^ (hash >>> 15)) & (manifest.t - 1));
}

/* The lists of a term; null for no term, undefined where that is not known yet. */
function lists(term) {
  const file = fileOf(term);
  const [record] = file === "w/-1" ? [] : records(content(file), term + " ");
  if (record) return [...record[1].split(" "), "-", "-"];
  // The first block of a frequent term is needed as good as always, so it comes along.
  if (wanted.has(file) && frequent.has(term)) content(`h/${frequent.get(term)}-0`);
  return wanted.has(file) ? undefined : null;
}

/* How many documents have a term in their text, or else in a heading above. */
function count([any, , heading], flags = NOWHERE) {
  if (any[0] === "*") return Number(any.slice(1));
  return set(flags, 9, any) || set(flags, 10, heading);
}

/* What documents have a term: 1 in the text, 2 in a heading above, 4 in the title, 8 in any of these. */
function termOf(name) {
  if (terms.has(name)) return terms.get(name);
  const found = lists(name);
  if (!found) return found;
  const [any, title, heading] = found;
  const flags = new Uint8Array(manifest.n);
  const own = { name, flags, df: count(found, flags) || 1, open: new Set() };
  if (any[0] === "*") {
    // Until its blocks are here, every document may have it: what is best even so is best.
    flags.fill(9);
    for (let block = 0; block * manifest.block < manifest.n; block++) own.open.add(block);
  }
  set(flags, 12, name[0] === "^" ? any : title);
  set(flags, 10, heading);
  if (terms.size > KEPT) terms.clear();
  terms.set(name, own);
  return own;
}

/* Takes in *blocks* of frequent terms; true where that may have changed what is best. */
function narrow(all, blocks) {
  let changed = false;
  for (const own of all) {
    for (const block of blocks) {
      const name = `h/${frequent.get(own.name)}-${block}`;
      if (!own.open.has(block)) continue;
      const list = content(name);
      if (wanted.has(name) && !failed.has(name)) continue;
      const start = block * manifest.block;
      const { flags } = own;
      const end = Math.min(flags.length, start + manifest.block);
      for (let i = start; i < end; i++) flags[i] = flags[i] === 9 ? 0 : flags[i] & 14;
      set(flags, 9, list, start);
      own.open.delete(block);
      if (failed.has(name)) terms.delete(own.name); // made anew by the next search
      changed = true;
    }
  }
  return changed;
}

/* What is shown of a document: an array as in 2.1, undefined where its file failed. */
function read(id) {
  const name = "d/" + Math.floor(id / manifest.per);
  if (!shown.has(name)) wanted.add(name);
  return (shown.get(name) || [])[id % manifest.per];
}
