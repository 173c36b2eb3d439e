// A map that moves: features of this service as vectors on a plain sea with land, without tiles and without other hosts.
// Leaflet makes this module large: ./map.js loads it when somebody asks for the map.
/* global L */
import "../vendor/leaflet/leaflet.js";
import { colouring, showLegend } from "./map_colours.js";
import { filled, keptQuery, textsOf } from "./texts.js";
import { geometriesOf } from "./topology.js";

/** Continental Europe: a list with overseas territories still opens there. West, south, east, north. */
const EUROPE = [-25, 34, 45, 72];
const MOST_NAMES = 12;
const MANY_SHAPES = 300;

/** The rings of each polygon of a geometry; a line counts as a polygon of one ring, which covers no place. */
function polygonsOf(geometry) {
  if (!geometry) return [];
  if (geometry.type === "LineString") return [[geometry.coordinates]];
  return geometry.type === "MultiPolygon" ? geometry.coordinates : [geometry.coordinates];
}

/** West, south, east, north of rings. */
function boxOf(rings) {
  const box = [Infinity, Infinity, -Infinity, -Infinity];
  for (const [x, y] of rings.flat()) {
    box[0] = Math.min(box[0], x);
    box[1] = Math.min(box[1], y);
    box[2] = Math.max(box[2], x);
    box[3] = Math.max(box[3], y);
  }
  return box;
}

const size = ([west, south, east, north]) => (east - west) * (north - south);
const inside = (box, [west, south, east, north]) => box[0] >= west && box[1] >= south && box[2] <= east && box[3] <= north;

/** Whether a point is in a polygon: rays through its rings, holes included. */
function covers(rings, x, y) {
  let within = false;
  for (const ring of rings) {
    for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
      const [xi, yi] = ring[i];
      const [xj, yj] = ring[j];
      if (yi > y !== yj > y && x < ((xj - xi) * (y - yi)) / (yj - yi) + xi) within = !within;
    }
  }
  return within;
}

/** Whether a feature is made up. The element of the map names the properties that say so, that name it and that count. */
const isSample = (feature, { sample }) => sample !== undefined && feature.properties[sample] === true;

function graticule(map) {
  const options = { className: "graticule", interactive: false, pane: "land" };
  for (let x = -180; x <= 180; x += 10) L.polyline([[-85, x], [85, x]], options).addTo(map);
  for (let y = -80; y <= 80; y += 10) L.polyline([[y, -180], [y, 180]], options).addTo(map);
}

/** The names at a place; data becomes text nodes only. */
function popupOf(features, element, colours) {
  const texts = textsOf(element);
  const list = document.createElement("ul");
  for (const feature of features.slice(0, MOST_NAMES)) {
    const item = list.appendChild(document.createElement("li"));
    const named = element.dataset.items
      ? Object.assign(document.createElement("a"), { href: `${element.dataset.items}/${encodeURIComponent(feature.id)}${keptQuery()}` })
      : document.createElement("span");
    named.textContent = feature.properties[element.dataset.name] ?? feature.id;
    item.append(named);
    if (isSample(feature, element.dataset)) item.append(` (${texts.sample})`);
    item.append(colours ? `: ${colours.textOf(feature)}` : countOf(feature, element.dataset, texts));
  }
  if (features.length > MOST_NAMES) list.append(filled(texts.more, { count: features.length - MOST_NAMES }));
  return list;
}

/** How many programmes of an area match the search; undefined for what is no area. */
const matchingOf = (feature, { matching }) => (matching === undefined ? undefined : feature.properties[matching]);

/** How many of the programmes of an area match, in words. */
function countOf(feature, names, texts) {
  const count = matchingOf(feature, names);
  const whole = feature.properties[names.all];
  if (count === undefined) return "";
  return ` (${filled(count === whole ? texts.all : texts.matching, { count, whole })})`;
}

/** The class of the shape of an area: four steps up to the highest number of matching programmes. */
function stepOf(shape, most, names) {
  const count = Math.max(...shape.properties.features.map((feature) => matchingOf(feature, names) ?? 0));
  return most && count ? ` feature-step-${Math.ceil((4 * count) / most)}` : "";
}

function frame(features) {
  const boxes = features.flatMap((feature) => polygonsOf(feature.geometry).map(boxOf));
  const near = boxes.filter((box) => inside(box, EUROPE));
  const bounds = L.latLngBounds([]);
  for (const [west, south, east, north] of near.length ? near : boxes) bounds.extend([[south, west], [north, east]]);
  return bounds;
}

async function documentOf(address, type) {
  const response = await fetch(address, { headers: { Accept: type } });
  if (!response.ok) throw new Error(`${response.status} ${response.statusText}`);
  return response.json();
}

async function read(address) {
  const document_ = await documentOf(address, "application/geo+json");
  return document_.type === "FeatureCollection" ? document_.features : [document_];
}

/** The features of a map. Those of all results come without shapes, which are one small file for all areas. */
async function featuresOf({ source, topology }) {
  if (!topology) return read(source);
  const [features, areas] = await Promise.all([read(source), documentOf(topology, "application/topo+json")]);
  const geometries = geometriesOf(areas);
  return features.map((feature) => ({ ...feature, geometry: geometries.get(feature.id) ?? null }));
}

/** One shape for each geometry, with all features that have it: many programmes cover the same country. */
function shapesOf(features) {
  const shapes = new Map();
  for (const feature of features) {
    const key = JSON.stringify(feature.geometry);
    if (!shapes.has(key)) shapes.set(key, { ...feature, properties: { features: [] } });
    shapes.get(key).properties.features.push(feature);
  }
  const sizes = new Map([...shapes.values()].map((s) => [s, Math.max(...polygonsOf(s.geometry).map((r) => size(boxOf(r))))]));
  return [...sizes.keys()].sort((a, b) => sizes.get(b) - sizes.get(a)); // small areas above large ones
}

function showFeatures(map, features, element) {
  const drawn = features.filter((feature) => feature.geometry);
  const shapes = shapesOf(drawn);
  const names = element.dataset;
  const onlySamples = (shape) => shape.properties.features.every((feature) => isSample(feature, names));
  const most = Math.max(0, ...drawn.map((feature) => matchingOf(feature, names) ?? 0));
  const areas = shapes.filter((shape) => shape.geometry.type !== "LineString");
  element.classList.toggle("map-dense", areas.length > MANY_SHAPES);
  const usual = (shape) => (onlySamples(shape) ? " feature-sample" : stepOf(shape, most, names));
  const layer = L.geoJSON(shapes, { style: (shape) => ({ className: `feature${usual(shape)}` }) }).addTo(map);
  let colours = null;
  const chooser = element.parentElement.querySelector("[data-map-colours]");
  if (chooser && drawn.length > 1) {
    chooser.hidden = false;
    const select = chooser.querySelector("select");
    select.addEventListener("change", () => {
      colours = select.value ? colouring(shapes.map((shape) => shape.properties.features), select.selectedOptions[0], textsOf(element)) : null;
      layer.eachLayer((path) => {
        const shape = path.feature;
        const class_ = colours ? colours.classOf(shape.properties.features) : usual(shape);
        path.getElement().setAttribute("class", `leaflet-interactive feature${class_}`);
      });
      showLegend(chooser.querySelector("ul"), colours);
    });
  }
  layer.on("click", ({ latlng, sourceTarget }) => {
    const here = shapes.filter((s) => polygonsOf(s.geometry).some((rings) => covers(rings, latlng.lng, latlng.lat)));
    // A line covers nothing: it is what was clicked.
    const named = (here.length ? here.reverse() : [sourceTarget.feature]).flatMap((shape) => shape.properties.features);
    if (named.length) map.openPopup(popupOf(named, element, colours), latlng);
  });
  return drawn;
}

/** Leaflet's own sheet, before those of the page, which change it. */
async function addSheet() {
  const sheet = Object.assign(document.createElement("link"), { rel: "stylesheet" });
  sheet.href = new URL("../vendor/leaflet/leaflet.css", import.meta.url);
  const loaded = new Promise((resolve, reject) => {
    sheet.addEventListener("load", resolve);
    sheet.addEventListener("error", () => reject(new Error(sheet.href)));
  });
  document.head.querySelector("link[rel=stylesheet]").before(sheet);
  await loaded;
}

/** A map in the element, with nothing on it. */
function begun(element) {
  const texts = textsOf(element);
  element.hidden = false;
  const map = L.map(element, { attributionControl: false, zoomControl: false, zoomSnap: 0.25, scrollWheelZoom: false, maxZoom: 11 });
  map.setView([52, 12], 3.5);
  L.control.zoom({ zoomInTitle: texts.zoomIn, zoomOutTitle: texts.zoomOut }).addTo(map);
  map.on("popupopen", ({ popup }) => popup.getElement().querySelector(".leaflet-popup-close-button").setAttribute("aria-label", texts.close));
  map.createPane("land").style.zIndex = "300";
  graticule(map);
  // The wheel scrolls the page until somebody uses the map.
  map.on("focus", () => map.scrollWheelZoom.enable());
  map.on("blur", () => map.scrollWheelZoom.disable());
  return map;
}

/** Show the map in the element. Rejects where something of it cannot be loaded; then it can be tried again. */
export async function show(element) {
  const [features, land] = await Promise.all([featuresOf(element.dataset), read(element.dataset.land), addSheet()]);
  const map = begun(element);
  const drawn = showFeatures(map, features, element);
  if (drawn.length) map.fitBounds(frame(drawn), { padding: [12, 12], maxZoom: 8, animate: false });
  L.geoJSON(land, { pane: "land", interactive: false, style: () => ({ className: "land" }) }).addTo(map);
  element.dataset.shown = String(drawn.length);
  const texts = textsOf(element);
  const most = Math.max(0, ...drawn.map((feature) => matchingOf(feature, element.dataset) ?? 0));
  const legend = most > 1 ? ` ${filled(texts.legend, { most })}` : "";
  return features.length > 1 ? filled(texts.shown, { count: drawn.length }) + legend : "";
}
