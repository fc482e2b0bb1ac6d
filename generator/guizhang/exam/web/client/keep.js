/* What the browser keeps: the answers while they are given, a receipt afterwards. */
let place = "";
let broken = false;
const inMemory = new Map();

/* On a page for everybody, each candidate has a place of his own. */
function findPlace(who) {
  place = `guizhang-exam:${exam.page}`;
  if (!exam.hash) place += `:${base64url(sha256(utf8(exam.page + folded(who))).slice(0, 9))}`;
}
const folded = (who) => who.normalize("NFKC").trim().toLowerCase();

/* The browser's storage, the tab's own and a database hold the same: a page opened from a file has been seen with the
   browser's storage empty, or as it was before the last writes, and what it wrote there lost; the tab's goes with the tab.
   What was written last counts. */
const STORAGES = ["localStorage", "sessionStorage"];
function held(storage, key) {
  try {
    return JSON.parse(window[storage].getItem(key));
  } catch (_) {
    // A browser that refuses to be asked, or a text that is not ours.
    return null;
  }
}
const later = (one, other) => ((other?.saves ?? 0) > (one?.saves ?? 0) ? other : (one ?? other));

function read(part) {
  const key = place + part;
  return [...STORAGES.map((storage) => held(storage, key)), inMemory.get(key)].reduce(later) ?? null;
}
/* The database has to be asked before. */
async function recall() {
  for (const key of [place, `${place}:done`]) {
    const found = await database.get(key);
    inMemory.set(key, later(inMemory.get(key), found));
  }
}
function write(part, value) {
  const key = place + part;
  if (value) value.saves = (value.saves ?? 0) + 1;
  inMemory.set(key, value);
  database.put(key, value);
  try {
    store("sessionStorage", key, value);
  } catch (_) {
    // There are two other places.
  }
  try {
    store("localStorage", key, value);
    if (broken) storageBack();
  } catch (_) {
    storageGone();
  }
}
function store(storage, key, value) {
  if (value === null) window[storage].removeItem(key);
  else window[storage].setItem(key, JSON.stringify(value));
}
/* Another tab goes on with it: what this one holds is of yesterday, and nobody's business on a shared computer. */
function forgetHere() {
  try {
    sessionStorage.removeItem(place);
  } catch (_) {
    // Then there is nothing to forget.
  }
}
function storageGone() {
  if (!broken) addEventListener("beforeunload", warnOfLoss);
  broken = true;
  flag("storage");
  const notice = document.getElementById("storage");
  if (notice) notice.hidden = false;
}
function storageBack() {
  broken = false;
  removeEventListener("beforeunload", warnOfLoss);
  const notice = document.getElementById("storage");
  if (notice) notice.hidden = true;
}
const warnOfLoss = (event) => event.preventDefault();

/* Answers and times of the one who sits here; null before the start. */
let sitting = null;
function save() {
  if (!sitting || !tabs.mine) return;
  write("", sitting);
}
function flag(what) {
  if (sitting && !sitting.flags.includes(what)) sitting.flags.push(what);
}

function download(file, content) {
  const url = URL.createObjectURL(new Blob([content], { type: "application/octet-stream" }));
  const link = el("a", { href: url, download: file });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}
const fileName = (who) => folded(who).toUpperCase().replace(/[^\p{L}\p{N}._-]+/gu, "_").slice(0, 60) || "_";
