// Names of NUTS regions for the region field: read once, when it is first used.
import { filled, textsOf } from "./texts.js";

const CODE = /^[A-Z]{2}[A-Z0-9]{0,3}$/i;
const fold = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().trim();

/** Regions of levels 1 to 3 as {code, name, place} from the features of level 3. */
function regionsOf(features) {
  const regions = new Map();
  for (const { properties: p } of features) {
    if (p.nuts1) regions.set(p.nuts1, { code: p.nuts1, name: p.nuts1_name ?? p.nuts1, place: p.country_name });
    if (p.nuts2) regions.set(p.nuts2, { code: p.nuts2, name: p.nuts2_name ?? p.nuts2, place: p.country_name });
    regions.set(p.nuts_code, { code: p.nuts_code, name: p.name ?? p.nuts_code, place: p.nuts2_name ?? p.country_name });
  }
  return [...regions.values()].sort((a, b) => (a.code < b.code ? -1 : 1));
}

async function load(input) {
  const response = await fetch(input.dataset.regions);
  if (!response.ok) throw new Error(`${response.status} for the list of regions`);
  const regions = regionsOf((await response.json()).features);
  const options = regions.map(({ code, name, place }) => {
    const option = document.createElement("option");
    option.value = code;
    option.label = `${name} (${place}) ${code}`;
    return option;
  });
  input.list.replaceChildren(...options);
  return regions;
}

/** A name becomes its code. Regions of one name at several levels are inside each other: the largest is meant. */
function useCode(input, regions) {
  const text = input.value.trim();
  const named = regions.filter(({ name }) => fold(name) === fold(text)).map(({ code }) => code);
  const largest = named.toSorted((a, b) => a.length - b.length)[0];
  const nested = largest && named.every((code) => code.startsWith(largest));
  if (nested) input.value = largest;
  else if (text.split(",").every((part) => CODE.test(part.trim()))) input.value = text.toUpperCase();
  const known = !input.value || input.value.split(",").every((part) => CODE.test(part.trim()));
  const texts = textsOf(input);
  const reason = named.length ? filled(texts.several, { codes: named.join(", ") }) : texts.unknown;
  input.setCustomValidity(known ? "" : reason);
}

for (const input of document.querySelectorAll("input[data-regions]")) {
  let loading = null;
  let regions = [];
  const begin = () => {
    loading ??= load(input).then(
      (loaded) => { regions = loaded; },
      (error) => { loading = null; console.warn(`The names of regions cannot be read: ${error.message}`); },
    );
  };
  input.addEventListener("focus", begin);
  // Before the form counts or sends: this listener is on the field itself.
  input.addEventListener("input", () => input.setCustomValidity(""));
  input.addEventListener("change", () => useCode(input, regions));
}
