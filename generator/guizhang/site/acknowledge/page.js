/* Confirming that the rules were read. Before it stands nothing, behind it the sealing of the exam page. */
const form = document.querySelector(".gz-ack-form");
const asking = form.closest("section");
const done = document.querySelector(".gz-ack-done");
const said = JSON.parse(form.dataset.gzAck);
/* What the sealing asks for: a page that is the same for everybody has no token. */
const exam = { key: said.key, kid: said.kid, token: "" };
