// The search form: a clean address without empty parameters, and live counts beside the choices.
import { counted, filled, textsOf } from "./texts.js";

/** Parameters of a list that the counts do not take. */
const LIST_ONLY = ["limit", "offset", "sortby", "properties", "skipGeometry", "crs", "resulttype"];

/** What a title field asks for: its text anywhere in the title, or the pattern of the address if it was not touched. */
function pattern(input) {
  const text = input.value.trim();
  if (input.value === input.defaultValue || !text) return text && input.dataset.pattern;
  const escaped = text.replaceAll(",", "\\,");
  return escaped.includes("*") ? escaped : `*${escaped}*`;
}

/** The parameters of a form, without empty ones. */
function parametersOf(form) {
  const parameters = new URLSearchParams();
  for (const field of form.elements) {
    if (!field.name) continue;
    const value = "pattern" in field.dataset ? pattern(field) : field.value.trim();
    if (value) parameters.append(field.name, value);
  }
  return parameters;
}

/** Text of a query; commas, colons and slashes stay readable. */
function queryText(parameters) {
  return parameters.toString().replaceAll("%2C", ",").replaceAll("%3A", ":").replaceAll("%2F", "/");
}

/** What is added to a count where of some it is not known: ", and 5 unknown". */
const andUnknown = (texts, unknown) => (unknown ? filled(texts.unknown, { unknown }) : "");

function showCounts(form, answer) {
  const texts = textsOf(form);
  const status = form.querySelector("[data-count]");
  status.removeAttribute("lang");
  for (const select of form.querySelectorAll("select[data-counted]")) {
    const [counts, unknown] = [answer.facets[select.name], answer.unknown[select.name]];
    if (!counts) continue;
    for (const option of select.options) {
      option.dataset.label ??= option.textContent;
      const count = counts[option.value];
      const label = option.dataset.label;
      const more = unknown[option.value];
      option.textContent = count === undefined ? label : `${label} – ${count - more}${andUnknown(texts, more)}`;
    }
  }
  const met = counted(answer.numberMatched - answer.numberUnknown, JSON.parse(form.dataset.noun));
  status.textContent = met + andUnknown(texts, answer.numberUnknown);
}

async function count(form) {
  const parameters = parametersOf(form);
  for (const name of LIST_ONLY) parameters.delete(name);
  parameters.set("include", "unknown"); // the counts say how many of each are not known
  const query = queryText(parameters);
  form.dataset.query = query;
  const status = form.querySelector("[data-count]");
  try {
    const response = await fetch(`${form.dataset.facets}?${query}`, { headers: { Accept: "application/json" } });
    const answer = await response.json();
    if (form.dataset.query !== query) return; // a later request is on its way
    if (response.ok) showCounts(form, answer);
    else Object.assign(status, { lang: "en", textContent: answer.detail });
  } catch (error) {
    status.textContent = filled(textsOf(form).failed, { reason: error.message });
  }
}

for (const form of document.querySelectorAll("form[data-search]")) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const query = queryText(parametersOf(form));
    window.location.assign(form.getAttribute("action") + (query && `?${query}`));
  });
  form.addEventListener("change", () => count(form));
  count(form);
}
