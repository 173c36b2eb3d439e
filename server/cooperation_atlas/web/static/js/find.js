// The page "Find a partner" without it does all of this more slowly: suggestions, a clean address, copy and print.

/** The parameters of a form, without empty ones; several boxes of one name are one list. */
function queryOf(form) {
  const parameters = new Map();
  for (const [name, value] of new FormData(form)) {
    const text = value.trim();
    if (text) parameters.set(name, parameters.has(name) ? `${parameters.get(name)},${text}` : text);
  }
  const query = new URLSearchParams([...parameters]).toString();
  return query.replaceAll("%2C", ",").replaceAll("%3A", ":");
}

for (const form of document.querySelectorAll("form[data-find]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = queryOf(form);
    window.location.assign(form.getAttribute("action") + (query && `?${query}`));
  });
}

/** Names that fit what was typed so far; of several names with commas between them, the last one. */
async function suggest(input) {
  const typed = input.value;
  const before = typed.includes(",") ? `${typed.slice(0, typed.lastIndexOf(",") + 1)} ` : "";
  const word = typed.slice(typed.lastIndexOf(",") + 1).trim();
  if (word.length < 2) return;
  const response = await fetch(input.dataset.suggest + encodeURIComponent(word), { headers: { Accept: "application/geo+json" } });
  if (!response.ok || input.value !== typed) return; // typed on, or nothing fits
  const id = input.dataset.id;
  const options = (await response.json()).features.map(({ properties }) => {
    const option = document.createElement("option");
    option.value = before + properties[id];
    option.label = Object.entries(properties).filter(([name]) => name !== id).map(([, value]) => value).filter(Boolean).join(" · ");
    return option;
  });
  input.list.replaceChildren(...options);
}

for (const input of document.querySelectorAll("input[data-suggest]")) {
  let timer;
  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => suggest(input).catch((error) => console.warn(`No suggestions: ${error.message}`)), 150);
  });
}

// A choice that is open covers the page: it closes on Escape, and when the focus or a click is elsewhere.
const several = [...document.querySelectorAll("details[data-several]")];
const closeOthers = (target) => several.filter((one) => !one.contains(target)).forEach((one) => { one.open = false; });
document.addEventListener("click", (event) => closeOthers(event.target));
document.addEventListener("focusin", (event) => closeOthers(event.target));
document.addEventListener("keydown", (event) => {
  const open = event.key === "Escape" && several.find((one) => one.open);
  if (open) {
    open.open = false;
    open.querySelector("summary").focus();
  }
});

for (const link of document.querySelectorAll("a[data-copy]")) {
  link.addEventListener("click", async (event) => {
    if (!navigator.clipboard) return; // it is a link: people can copy it themselves
    event.preventDefault();
    await navigator.clipboard.writeText(link.href);
    link.textContent = link.dataset.copy;
  });
}
for (const button of document.querySelectorAll("[data-print]")) {
  button.hidden = false;
  button.addEventListener("click", () => window.print());
}
