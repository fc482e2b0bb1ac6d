/* The page as it was sent, before a script has touched it: what is saved where it cannot seal. */
const source = window.crypto?.subtle ? "" : `<!doctype html>\n${document.documentElement.outerHTML}\n`;
const exam = JSON.parse(document.getElementById("exam").textContent);
