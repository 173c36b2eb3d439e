// Texts of scripts in the language of the page: an element carries them as JSON, with names in braces to fill in.

const language = document.documentElement.lang;

/** The texts of an element, by name. */
export const textsOf = (element) => JSON.parse(element.dataset.texts);

/** A text with its names filled in; numbers are written as the language does. */
export const filled = (text, values) =>
  text.replace(/\{(\w+)\}/g, (_, name) => (typeof values[name] === "number" ? values[name].toLocaleString(language) : values[name]));

/** A number with the plural form of a noun; the forms are those of CLDR by category. */
export function counted(count, forms) {
  const form = forms[new Intl.PluralRules(language).select(count)] ?? forms.other;
  return `${count.toLocaleString(language)} ${form}`;
}

/** Parameters of the page that its links keep, as a query. */
export function keptQuery() {
  const page = new URLSearchParams(window.location.search);
  const kept = ["exclude", "lang"].filter((name) => page.has(name)).map((name) => `${name}=${encodeURIComponent(page.get(name))}`);
  return kept.length ? `?${kept.join("&")}` : "";
}
