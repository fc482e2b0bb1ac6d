/* Which documents, in which order. docs/search.md, section 6. */

const LOOSE = new RegExp(`\\d(?=[${HAN}])|[${HAN}](?=\\d)`, "gu");
const folds = new WeakMap();
const patterns = new Map();
let glossary;

/* How much the rarest term of a way tells. */
const rarest = ({ terms, df = 0 }) => Math.max(df, Math.min(...terms.map(({ df }) => df)));
const idf = (way) => Math.round(8 * Math.log2(1 + manifest.count / rarest(way)));

/* What a way scores by the bits of a document: 1 text, 2 heading, 4 title, 8 anywhere, 16 in the glossary. */
function worths(way, any, heading, title, number, defined) {
  const each = way.weight * idf(way);
  return Array.from({ length: 32 }, (_, bits) => {
    if (way.names[0][0] === "#") return each * number;
    return each * ((bits & 1 && any) + (bits & 2 && heading) + (bits & 4 && title + (bits & 16 && defined)));
  });
}

/* Titles of the glossary have a bit more. */
const inGlossary = (id) => (glossary && glossary.flags[id] ? 16 : 0);
const bitsOf = ({ terms }, id) => terms.reduce((bits, { flags }) => bits & flags[id], 15);

/* Raises *best* (and *share*, by the weight) to what a way scores, document by document; the rarest term goes ahead. */
function raise({ terms }, worth, best, weight = 0, share = null) {
  const all = [...terms].sort((a, b) => a.df - b.df).map(({ flags }) => flags);
  const [first] = all;
  const defined = glossary ? glossary.flags : NOWHERE;
  for (let i = 0; i < first.length; i++) {
    let bits = first[i];
    for (let k = 1; bits && k < all.length; k++) bits &= all[k][i];
    if (!bits) continue;
    const score = worth[defined[i] ? bits | 16 : bits];
    if (share && (score > best[i] || (score === best[i] && weight > share[i]))) share[i] = weight;
    if (score > best[i]) best[i] = score;
  }
}

/* A figure of a kind that is asked for raises a document, a question the rules; what a filter leaves out falls below 0. */
function finish(total, { filters, answers, rules }) {
  return total.map((sum, i) => {
    const has = ({ flags }) => flags[i];
    if (answers.some(has)) sum += Math.floor((sum * rank.asked) / 100);
    if (rules.some(has)) sum += Math.floor((sum * rank.rule) / 100);
    return filters.every(has) ? sum : -1;
  });
}

/* The sum over *parts* for every document; below 0 where a part has no way that matches. */
function whole(parts, plan) {
  const total = new Float64Array(manifest.n);
  const heading = parts.some(({ variants: [{ names }] }) => names[0][0] === "#") ? rank.named : rank.heading;
  for (const { ways } of parts) {
    const best = new Float64Array(total.length).fill(-1);
    for (const way of ways) {
      way.worth = worths(way, rank.any, heading, rank.title, rank.number, rank.term);
      raise(way, way.worth, best);
    }
    for (let i = 0; i < total.length; i++) {
      if (best[i] < 0) total[i] = -1;
      else if (total[i] >= 0) total[i] += best[i];
    }
  }
  return finish(total, plan);
}

/* The same for documents that have some of *units*; each counts by the share that it has. */
function some(units, plan) {
  const total = new Float64Array(manifest.n);
  const had = new Float64Array(total.length);
  let all = 0;
  for (const ways of units) {
    const best = new Float64Array(total.length);
    const share = new Float64Array(total.length);
    const weights = ways.map((way) => way.weight * idf(way));
    ways.forEach((way, i) => raise(way, worths(way, rank.w_any, rank.w_heading, rank.w_title, rank.w_any, 0), best, weights[i], share));
    all += Math.max(0, ...weights);
    for (let i = 0; i < total.length; i++) {
      total[i] += best[i];
      had[i] += share[i];
    }
  }
  for (let i = 0; i < total.length; i++) total[i] = had[i] ? Math.floor((total[i] * had[i]) / all) : -1;
  return finish(total, plan);
}

/* The best documents behind [score, document], by score and then by number: a window of them. */
function behind(total, [below, after]) {
  const top = [];
  for (let i = 0; i < total.length; i++) {
    const score = total[i];
    if (score < 0 || score > below || score <= total[top[rank.window - 1]] || (score === below && i <= after)) continue;
    let at = top.length;
    while (at && total[top[at - 1]] < score) at--;
    top.splice(at, 0, i);
    top.splice(rank.window);
  }
  return top;
}

/*
 * Windows of [document, score, row], best first. A frequent term counts as being everywhere until its blocks are loaded, so no
 * sum is too low: where the blocks of the best are known, these are the best of all.
 */
async function* windows(score, ways, { filters, answers, rules }) {
  const all = unique([...ways.flatMap(({ terms }) => terms), ...filters, ...answers, ...rules]);
  let total = score();
  for (let last = [Infinity, -1], top = [0]; top.length; ) {
    top = await settle(() => {
      for (;;) {
        const found = behind(total, last);
        if (!narrow(all, new Set(found.map((id) => Math.floor(id / manifest.block))))) return found;
        total = score();
      }
    });
    const rows = await settle(() => top.map(read));
    yield top.map((id, i) => [id, total[id], rows[i]]).filter(([, , row]) => row);
    const id = top[top.length - 1];
    last = [total[id], id];
  }
}

/* The folded texts of a document: its names (titles and others), its body, all its lines. */
function foldsOf(row) {
  if (!folds.has(row)) {
    const lines = (...places) => fold(places.map((place) => row[place] || "").join("\n")).split("\n");
    const names = lines(5, 6, 11).filter(Boolean);
    const body = lines(9, 10);
    folds.set(row, { names, body, all: [...names, ...lines(7, 8, 13, 3, 4), ...body] });
  }
  return folds.get(row);
}

/* A pattern for a literal: a blank may part a digit from a Han character. */
function pattern(literal) {
  if (!patterns.has(literal)) {
    const plain = literal.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
    patterns.set(literal, new RegExp(plain.replace(LOOSE, "$& ?"), "g"));
  }
  return patterns.get(literal);
}

const stands = (literal, text) => text.includes(literal) || text.search(pattern(literal)) >= 0;

/* Whether all terms stand in a folded line, words by their stems. */
function standIn(names, line) {
  const stems = words(line).map(([word]) => stem(word));
  return names.length > 0 && names.every((name) => (isWord(name) ? stems.includes(name) : line.includes(name)));
}

/*
 * What a document has of *parts* by its text: its score, `chosen` of each part what comes first, as typed if it can be, and
 * `had`, all ways that stand there; null where a part has none.
 */
function verify(parts, row, id, wanted) {
  const { names, body, all } = foldsOf(row);
  const text = all.join("\n");
  const had = parts.map(({ ways }) => {
    const here = ways.filter((way) => bitsOf(way, id) && (!way.literal || stands(way.literal, text)));
    const rows = here.map((way) => [way.why !== "", -way.worth[bitsOf(way, id) | inGlossary(id)], way]);
    return rows.sort(byFirst).map(([, , way]) => way);
  });
  if (had.some((ways) => !ways.length)) return null;
  const chosen = had.map(([way]) => way);
  const [first] = chosen;
  const equal = [wanted, ...(chosen.length === 1 && first.why ? [first.literal || first.form] : [])];
  const inLine = (line) => chosen.every(({ literal, names }) => (literal ? stands(literal, line) : standIn(names, line)));
  const score =
    (names.some((name) => equal.includes(name)) && rank.equal) +
    (names.some((name) => equal.some((text) => name.startsWith(text))) && rank.start) +
    (chosen.length > 1 && all.some(inLine) && rank.line) +
    (first && rank.often * Math.min(3, body.join("\n").split(first.literal || wanted).length - 1));
  return { score: score * chosen.reduce((sum, way) => sum + FULL * idf(way), 0), chosen, had: had.flat() };
}
