/* A query to results: found, and cut to what is shown. docs/search.md, sections 6.3 and 7. */

const ENOUGH = 10;
const FEW = 6; // suggestions, and texts to mark where a result leads
const ROOM = [72, 150]; // characters of a snippet, zh and en

function resolve(ways) {
  for (const way of ways) way.terms = way.names.map(termOf);
  const found = ways.filter(exists);
  // Another name tells no more than the most frequent one.
  const others = found.filter(({ why }) => why === "synonym");
  const df = Math.max(...found.filter((way) => way === ways[0] || others.includes(way)).map(rarest));
  for (const way of others) way.df = df;
  return found;
}

const has = (names, id) => exists({ names }) && names.every((name) => termOf(name).flags[id]);

function planned(query, facets) {
  const plan = parse(query);
  const none = { flags: new Uint8Array(manifest.n), open: new Set() };
  const key = plan.folded.split(" ").join("");
  const chosen = Object.entries(facets).filter(([, id]) => id);
  glossary = termOf("@k:term");
  plan.wanted = plan.folded.split(/\s+/).filter(Boolean).join(" ");
  plan.filters = chosen.map(([name, id]) => termOf(`@${name[0]}:${id}`) || none);
  plan.answers = plan.kinds.map((kind) => termOf("@f:" + kind) || none);
  plan.rules = plan.rules ? [termOf("@k:article") || none] : [];
  plan.suggestions = key ? from("s", key).map(([, text]) => text).filter((text) => fold(text) !== plan.wanted) : [];
  plan.first = resolved(plan.readings[0]); // asked for together with the rest
  return plan;
}

const resolved = (reading) => reading().map((part) => ({ ...part, ways: resolve(part.variants) }));

/* Documents that have all of the query. */
async function* full(plan) {
  const taken = new Set();
  for (const reading of plan.readings) {
    const parts = reading === plan.readings[0] ? plan.first : await settle(() => resolved(reading));
    // Nothing typed, but a filter chosen: all that it leaves.
    if (!parts.length && (plan.wanted || !plan.filters.length)) continue;
    for await (const window of windows(() => whole(parts, plan), parts.flatMap(({ ways }) => ways), plan)) {
      const hits = window.flatMap(([id, sum, row]) => {
        const found = verify(parts, row, id, plan.wanted);
        if (!found) return [];
        const added = found.chosen.filter(({ why }) => why).map(({ form }) => form);
        return { id, row, sum: sum + found.score, added, had: found.had };
      });
      for (const hit of hits.sort((a, b) => b.sum - a.sum || a.id - b.id)) {
        if (!taken.has(hit.id)) yield hit;
        taken.add(hit.id);
      }
    }
  }
}

/* Documents that have some of it. */
async function* partial(plan, units, taken) {
  let least = 0;
  for await (const window of windows(() => some(units, plan), units.flat(), plan)) {
    for (const [id, sum, row] of window) {
      if (taken.includes(id)) continue;
      least = least || Math.floor((sum * rank.w_floor) / 100);
      if (sum < least) return;
      yield { id, row, sum, added: [], had: units.flat().filter((way) => way.names.join("")[1] && bitsOf(way, id)) };
    }
  }
}

async function take(count, hits) {
  const out = [];
  while (out.length < count) {
    const { value, done } = await hits.next();
    if (done) break;
    out.push(value);
  }
  return out;
}

/* Parts of the query, or stretches of a Chinese part, that a document has not. */
function lacking(parts, id) {
  return parts.flatMap(({ text, variants }) => {
    if (!WHOLE_RUN.test(text)) return variants.some(({ names }) => has(names, id)) ? [] : text;
    const left = [...text];
    const hide = (piece, at) => left.fill("\n", at, at + piece.length);
    for (let at = 0; at + 1 < text.length || !at; at++) {
      const piece = text.slice(at, at + 2);
      if (has(termsOf(piece), id)) hide(piece, at);
    }
    for (const [form, zh, en] of groupsIn(text)) {
      if ([...zh, ...en].some((other) => has(termsOf(other), id))) hide(form, text.indexOf(form));
    }
    // A character that stands alone in the query may do so in the text.
    return left.join("").split("\n").filter((piece) => piece && !has(termsOf(piece), id));
  });
}

/* What none of these documents has. */
function lackingAll(parts, hits) {
  const [first = [], ...others] = hits.map(({ id }) => unique(lacking(parts, id)));
  return first.filter((piece) => others.every((left) => left.some((other) => other.includes(piece))));
}

/* Whether a regulation, chapter or section is called after a part. */
function isSubject({ text, variants: [{ names }] }) {
  const ways = names.map(termOf);
  return text.length > 1 && ways.every(Boolean) && ways[0].flags.some((_, id) => bitsOf({ terms: ways }, id) & 2);
}

/* Whether a figure of a document that has some of the query may answer: it speaks of what that turns on, and of no other subject. */
function mayAnswer(asked, needed, id) {
  const missing = (part) => lacking([part], id).includes(part.text);
  return !needed.some(missing) && !asked.some((part) => missing(part) && isSubject(part));
}

/* The figure that answers the query: of a kind it asks for, with most of its words beside it, or at least above it. */
function answers({ kinds, measures }, units, hits) {
  let best = [-Infinity];
  hits.slice(0, ENOUGH).forEach(({ row, silent, ...hit }, place) => {
    if (silent) return;
    for (const [kind, zh, en, whatZh, whatEn, endZh, endEn] of row[12] || []) {
      if (!kinds.includes(kind)) continue;
      // Of a sentence with several figures, what is said behind this one is of another.
      const near = fold([whatZh.slice(0, endZh), whatEn.slice(0, endEn), row[5], row[6]].join("\n"));
      const above = fold([whatZh, whatEn, row[7], row[8]].join("\n"));
      const told = (ways, line) => ways.find(({ names }) => standIn(names, line));
      const worth = units.filter(({ asked }) => asked).map((ways) => {
        const way = told(ways, near) || told(ways, above);
        return way ? way.weight * idf(way) * (told(ways, near) ? 2 : 1) : 0;
      });
      let sum = worth.reduce((sum, one) => sum + one, 0) * (ENOUGH + 2 - place);
      // Who asks for hours is not answered with days.
      if (measures.some((measure) => (zh + en).includes(measure))) sum += Math.floor(sum / 4);
      if (!sum && place) continue;
      // A rule that is not in force answers where no other does as well.
      if (!hit.state) sum *= 2;
      if (sum > best[0]) best = [sum, { figure: [zh, en], what: [whatZh, whatEn], hit: show({ row, ...hit }) }];
    }
  });
  return best.slice(1);
}

/* "pending" or "ended" where the text of a row is not in force on the reader's own day, which no build knows. */
function standing(row) {
  const today = new Date().toLocaleDateString("sv"); // 2026-12-01
  const [since, until] = manifest.dated[row[2]] || manifest.dated[row[2].split("/")[0]] || [];
  return until && until <= today ? "ended" : since > today ? "pending" : "";
}

/* What is in force goes first. */
function inForceFirst(hits) {
  for (const hit of hits) hit.state = standing(hit.row);
  return hits.sort((a, b) => !b.state - !a.state);
}

/* Places [start, end, way] in a text of what a document was found by. */
function placesOf(had, text) {
  const folded = fold(text);
  const said = words(folded).map(([word, at]) => [stem(word), at, at + word.length]);
  return had.flatMap((way) => {
    const texts = way.literal ? [way.literal] : way.names.filter((name) => !isWord(name));
    const found = texts.flatMap((own) => [...folded.matchAll(pattern(own))]).map((hit) => [hit.index, hit.index + hit[0].length, way]);
    const stems = way.literal ? [] : said.filter(([own]) => way.names.includes(own));
    return [...found, ...stems.map(([, start, end]) => [start, end, way])];
  });
}

/* A stretch of a text in pieces, every second a hit. */
function pieces(text, hits, from = 0, to = text.length) {
  const out = [];
  for (const [start, end] of hits.sort(byFirst)) {
    if (start < from || end > to) continue;
    if (start > from || !out.length) out.push(text.slice(from, start), "");
    out[out.length - 1] += text.slice(Math.max(start, from), end);
    from = Math.max(from, end);
  }
  return [...out, text.slice(from, to)];
}

/* Both halves of the body, from the line that has most of the query. */
function snippet(row, had) {
  const halves = [9, 10].map((place) => (row[place] || "").split("\n"));
  const worth = halves[0].map((_, i) => {
    const ways = unique(halves.flatMap((lines) => placesOf(had, lines[i] || "").map(([, , way]) => way)));
    return ways.reduce((sum, { weight }) => sum + weight, 0);
  });
  const best = worth.indexOf(Math.max(...worth));
  return halves.map((lines, lang) => {
    const text = lines.slice(best).join(" ");
    const hits = placesOf(had, text).sort(byFirst);
    let start = hits.length ? Math.max(0, hits[0][0] - Math.floor(ROOM[lang] / 3)) : 0;
    let end = Math.min(text.length, start + ROOM[lang]);
    // Words stay whole.
    if (lang && start) start = text.indexOf(" ", start) + 1;
    if (lang && end < text.length) end = text.lastIndexOf(" ", end);
    if (!text.trim()) return [];
    const cut = pieces(text, hits, start, end);
    if (best || start) cut[0] = "…" + cut[0];
    if (end < text.length) cut.push("", "…");
    return cut;
  });
}

/* What the box shows of a hit; texts in pieces, zh and en, once where the translation is wanting. */
function show({ id, sum, row, had, state }) {
  const texts = [3, 4, 5, 6, 7, 8].map((place) => (row[place] || "").replace(/\n/g, " › "));
  const [number, title, where] = [0, 2, 4].map((at) => unique(texts.slice(at, at + 2)).map((text) => pieces(text, placesOf(had, text))));
  const body = `${row[9] || ""}\n${row[10] || ""}`;
  const marked = [...placesOf(had, body).map(([start, end]) => body.slice(start, end)), ...title.flatMap((half) => half.filter((_, i) => i % 2))];
  const query = unique(marked).slice(0, FEW).map((text) => "h=" + encodeURIComponent(text)).join("&");
  const href = `${dialog.dataset.root}/${row[1].replace(/(?=#)|$/, query && "?" + query)}`;
  return { id, sum, state, href, number, title, where, snippet: snippet(row, had) };
}

/*
 * What *query* finds: `hits` that have all of it, `partly` those with some, each as it is shown; `failed` where a file of the
 * index did not come, `stale` where index and page are of two builds.
 */
async function find(query, facets = {}, limit = ENOUGH) {
  if (!(await openIndex())) return { hits: [], partly: [], added: [], lacking: [], answers: [], suggestions: [], failed: true };
  const plan = await settle(() => planned(query, facets));
  const hits = await take(limit + 1, full(plan));
  let asked = [];
  let units = [];
  if (hits.length < ENOUGH || plan.kinds.length) {
    [asked, units] = await settle(() => {
      const parts = plan.asked();
      return [parts, unitsOf(parts).map((ways) => Object.assign(resolve(ways), { asked: ways[0].weight === FULL }))];
    });
  }
  const left = hits.length < ENOUGH ? limit + 1 - hits.length : 0;
  const partly = await take(left, partial(plan, units, hits.map(({ id }) => id)));
  const some = inForceFirst(partly.slice(0, Math.max(0, limit - hits.length)));
  const all = [...inForceFirst(hits.slice(0, limit)), ...some];
  if (plan.kinds.length) {
    await settle(() => {
      const needed = plan.needed();
      for (const hit of partly) hit.silent = !mayAnswer(asked, needed, hit.id);
    });
  }
  return {
    hits: all.slice(0, hits.length).map(show),
    partly: some.map(show),
    more: hits.length + partly.length > limit,
    added: unique(all.flatMap(({ added }) => added)),
    lacking: await settle(() => lackingAll(asked, some)),
    answers: answers(plan, units, all),
    suggestions: plan.suggestions.slice(0, FEW),
    failed: failed.size > 0,
    stale: manifest.content !== dialog.dataset.index,
  };
}
