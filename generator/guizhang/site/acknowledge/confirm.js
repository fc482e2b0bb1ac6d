/* One receipt: checked, sealed, shown, saved. Nothing is kept, and nothing is sent. */
const part = (name) => done.querySelector(`[data-ack="${name}"]`);
let saved = null;

const FIELDS = [
  ["name", (field) => field.value.trim()],
  ["number", (field) => field.value.trim()],
  ["yes", (field) => field.checked],
];
function mark(name, wrong) {
  const field = form.elements[name];
  field.setAttribute("aria-invalid", String(wrong));
  document.getElementById(`ack-need-${name}`).hidden = !wrong;
  return wrong;
}
FIELDS.forEach(([name, given]) => {
  form.elements[name].addEventListener(name === "yes" ? "change" : "input", (event) => {
    if (given(event.target)) mark(name, false);
  });
});

const two = (n) => String(n).padStart(2, "0");
function show(at) {
  const time = new Date(at * 1000);
  const clock = `${two(time.getHours())}:${two(time.getMinutes())}`;
  const day = time.toLocaleDateString("en-GB", { day: "numeric", month: "long", year: "numeric" });
  const [zh, en] = part("at").querySelectorAll("[lang]");
  zh.textContent = `${time.getFullYear()}年${time.getMonth() + 1}月${time.getDate()}日 ${clock}`;
  en.textContent = `${day}, ${clock}`;
}
/* Letters and figures of any script; nothing that a file system refuses or a mail program changes. */
const fileName = (text) => text.normalize("NFKC").toUpperCase().replace(/[^\p{L}\p{N}._-]+/gu, "_").slice(0, 60) || "_";

function save() {
  const url = URL.createObjectURL(new Blob([saved.content], { type: "application/octet-stream" }));
  const link = document.createElement("a");
  link.href = url;
  link.download = saved.name;
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

async function confirmed() {
  const { name, number } = form.elements;
  const at = Math.floor(Date.now() / 1000);
  const box = await handedIn({
    ...said.receipt,
    who: number.value.trim(),
    name: name.value.trim(),
    view: document.documentElement.dataset.gzView,
    at,
    place: `${location.protocol}//${location.host}`,
  });
  const list = said.receipt.list === "*" ? "" : `-${said.receipt.list}`;
  saved = { name: `receipt-${fileName(number.value.trim())}${list}.json`, content: `${JSON.stringify(box)}\n` };
  part("code").textContent = receipt(box.jwe || box.unsealed);
  part("who").textContent = `${name.value.trim()} · ${number.value.trim()}`;
  part("file").textContent = saved.name;
  part("text").value = box.jwe || saved.content.trim();
  part("unsealed").hidden = Boolean(box.jwe);
  show(at);
  asking.hidden = true;
  done.hidden = false;
  done.querySelector("h2").focus();
  save();
}

let busy = false;
form.addEventListener("submit", async (event) => {
  event.preventDefault();
  const wrong = FIELDS.filter(([name, given]) => mark(name, !given(form.elements[name])));
  if (wrong.length) return form.elements[wrong[0][0]].focus();
  if (busy) return;
  busy = true;
  try {
    await confirmed();
  } finally {
    busy = false;
  }
});
part("save").addEventListener("click", save);
part("copy").addEventListener("click", () => {
  const area = part("text");
  const told = () => {
    part("copied").hidden = false;
    setTimeout(() => { part("copied").hidden = true; }, 4000);
  };
  area.select();
  if (navigator.clipboard) navigator.clipboard.writeText(area.value).then(told, told);
  else if (document.execCommand("copy")) told();
});
function clear() {
  saved = null;
  form.reset();
  FIELDS.forEach(([name]) => mark(name, false));
  ["code", "who", "file"].forEach((name) => { part(name).textContent = ""; });
  part("text").value = "";
  done.hidden = true;
  asking.hidden = false;
}
part("next").addEventListener("click", () => {
  clear();
  form.elements.name.focus();
});
/* What a browser brings back belongs to whoever was here before; what is typed while the page still loads does not. */
let typed = false;
form.addEventListener("input", () => { typed = true; });
addEventListener("pageshow", (event) => {
  if (event.persisted || !typed) clear();
});
form.hidden = false;
