/* Steps are put in order by buttons, arrow keys or dragging; until one has moved, or the order is taken as it is, there is
   no answer. */
function order(item) {
  const given = answerOf(item);
  const letters = [...(given || LETTERS.slice(0, item.options.length))];
  const list = el("ol", { class: "steps" });
  const settle = () => {
    rename();
    state.hidden = true;
    give(item, [...list.children].map((step) => step.dataset.letter).join(""));
  };
  const rename = () => {
    [...list.children].forEach((step, at, all) => {
      step.querySelector(".place").textContent = `${at + 1}`;
      step.querySelector(".up").disabled = at === 0;
      step.querySelector(".down").disabled = at === all.length - 1;
    });
  };
  /* Focus stays on the step that moves; a button that reaches the end hands it to its neighbour. */
  const move = (step, by, from) => {
    const all = [...list.children];
    const to = all.indexOf(step) + by;
    if (to < 0 || to >= all.length) return;
    if (by < 0) all[to].before(step);
    else all[to].after(step);
    settle();
    if (from.disabled) step.querySelector(by < 0 ? ".down" : ".up").focus();
    else from.focus();
    announce("moved", { letter: step.dataset.letter, place: to + 1 }, true);
  };
  const turn = (step, word, by, sign) => {
    const out = el("button", { type: "button", class: word, onclick: () => move(step, by, out) }, sign);
    return label(out, word, { letter: step.dataset.letter });
  };
  for (const letter of letters) {
    const step = el("li", { "data-letter": letter });
    const grip = el("span", { class: "grip", "aria-hidden": "true", onpointerdown: (event) => drag(event, list, step, settle) }, "≡");
    step.append(el("span", { class: "place", "aria-hidden": "true" }), grip, ...lettered(letter, item.options[LETTERS.indexOf(letter)]), turn(step, "up", -1, "↑"), turn(step, "down", 1, "↓"));
    step.addEventListener("keydown", (event) => {
      const by = { ArrowUp: -1, ArrowDown: 1 }[event.key];
      if (!by) return;
      event.preventDefault();
      move(step, by, event.target);
    });
    list.append(step);
  }
  rename();
  const state = el("p", { class: "unordered", hidden: Boolean(given) }, say("unordered"), button("take_order", settle));
  return el("div", { class: "field" }, list, state);
}

function drag(event, list, step, settle) {
  event.preventDefault();
  const grip = event.target;
  grip.setPointerCapture(event.pointerId);
  step.classList.add("dragged");
  const follows = (now) => {
    for (const other of list.children) {
      if (other === step) continue;
      const { top, bottom } = other.getBoundingClientRect();
      if (now.clientY < top || now.clientY > bottom) continue;
      const above = step.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_PRECEDING;
      // The others move around it: an element that is taken out of the page loses the pointer.
      if (above && now.clientY < (top + bottom) / 2) step.after(other);
      if (!above && now.clientY > (top + bottom) / 2) step.before(other);
    }
  };
  const ends = () => {
    grip.removeEventListener("pointermove", follows);
    step.classList.remove("dragged");
    settle();
  };
  grip.addEventListener("pointermove", follows);
  grip.addEventListener("lostpointercapture", ends, { once: true });
}
