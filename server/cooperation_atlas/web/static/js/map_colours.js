// Colours of a map by one property: classes of a code list, or up to four steps of a number.

const language = document.documentElement.lang;
const STEPS = 4;
const NONE = " feature-class-none";
const SEVERAL = " feature-class-several";

/**
 * How features are coloured by a property.
 *
 * `groups` are the features of each shape. The option names the property, and for a code list its codes with their labels,
 * in the order of the list.
 * `classOf` gives the class of a shape, which stands for one or more features; `textOf` the value of one feature in words;
 * `legend` what there is on this map, as class and text.
 */
export function colouring(groups, option, texts) {
  const codes = option.dataset.codes ? new Map(JSON.parse(option.dataset.codes)) : null;
  const valueOf = (feature) => feature.properties[option.value] ?? null;
  const { absent } = option.dataset;
  return codes ? byCode(groups, valueOf, codes, { absent, several: texts.several }) : byNumber(groups.flat(), valueOf, absent);
}

function byCode(groups, valueOf, codes, { absent, several }) {
  const present = [...codes.keys()].filter((code) => groups.flat().some((feature) => valueOf(feature) === code));
  const classes = new Map(present.map((code, i) => [code, ` feature-class-${i + 1}`]));
  const classOf = (those) => {
    const values = new Set(those.map(valueOf));
    if (values.size > 1) return SEVERAL;
    return classes.get([...values][0]) ?? NONE;
  };
  const legend = present.map((code) => [classes.get(code), codes.get(code)]);
  const drawn = new Set(groups.map(classOf));
  if (drawn.has(SEVERAL)) legend.push([SEVERAL, several]);
  if (drawn.has(NONE)) legend.push([NONE, absent]);
  return { classOf, legend, textOf: (feature) => codes.get(valueOf(feature)) ?? absent };
}

/** Steps that hold about as many different values each; the value of several features is their mean. */
function byNumber(features, valueOf, absent) {
  const values = [...new Set(features.map(valueOf).filter((value) => value !== null))].sort((a, b) => a - b);
  const steps = Math.min(STEPS, values.length);
  const ends = Array.from({ length: steps }, (_, i) => values[Math.ceil(((i + 1) * values.length) / steps) - 1]);
  const classOf = (those) => {
    const known = those.map(valueOf).filter((value) => value !== null);
    if (!known.length) return NONE;
    const mean = known.reduce((sum, value) => sum + value, 0) / known.length;
    return ` feature-step-${ends.findIndex((end) => mean <= end) + 1}`;
  };
  const text = (value) => value.toLocaleString(language);
  const legend = ends.map((end, i) => {
    const begin = i ? values[values.indexOf(ends[i - 1]) + 1] : values[0];
    return [` feature-step-${i + 1}`, begin === end ? text(end) : `${text(begin)} – ${text(end)}`];
  });
  if (features.some((feature) => valueOf(feature) === null)) legend.push([NONE, absent]);
  return { classOf, legend, textOf: (feature) => (valueOf(feature) === null ? absent : text(valueOf(feature))) };
}

/** Fill a list with the classes of a map; without colours it is empty. */
export function showLegend(list, colours) {
  list.replaceChildren(
    ...(colours?.legend ?? []).map(([class_, text]) => {
      const item = document.createElement("li");
      const sign = item.appendChild(document.createElement("span"));
      sign.className = `sign${class_}`;
      item.append(text);
      return item;
    }),
  );
}
