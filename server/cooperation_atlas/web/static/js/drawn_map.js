// What a script adds to a map that the server drew: zoom, the name of the area under the pointer, the rows of a list
// that are about an area, and regions chosen for the search. Without it the map shows the same and its areas are links.

/** A step of the zoom, the closest that it goes, and the part of the map that an arrow key moves it by. */
const STEP = 1.6;
const CLOSEST = 12;
const MOVE = 0.2;
const ARROWS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const codeOf = (use) => use.getAttribute("href").split("#")[1];
const held = (value, low, high) => Math.min(Math.max(value, low), high);

/** Zooms and moves a map by its viewBox, never beyond what is drawn. */
function zooming(svg) {
  const [width, height] = svg.dataset.size.split(" ").map(Number);
  let { x, y } = svg.viewBox.baseVal; // the map of a feature begins close to it
  let scale = width / svg.viewBox.baseVal.width;
  function show(nextScale, centreX, centreY) {
    scale = held(nextScale, 1, CLOSEST);
    x = held(centreX - width / scale / 2, 0, width - width / scale);
    y = held(centreY - height / scale / 2, 0, height - height / scale);
    svg.setAttribute("viewBox", `${x} ${y} ${width / scale} ${height / scale}`);
    svg.style.setProperty("--dm-scale", String(scale));
    svg.style.touchAction = scale > 1 ? "none" : ""; // a finger moves the map once it is close, the page before
  }
  const centre = () => [x + width / scale / 2, y + height / scale / 2];
  return {
    by: (factor, [pointX, pointY] = centre()) => {
      // What is under the pointer stays there.
      const [cx, cy] = centre();
      const next = held(scale * factor, 1, CLOSEST);
      show(next, pointX + ((cx - pointX) * scale) / next, pointY + ((cy - pointY) * scale) / next);
    },
    move: (right, down) => show(scale, centre()[0] + (right * width) / scale, centre()[1] + (down * height) / scale),
    whole: () => show(1, width / 2, height / 2),
    isClose: () => scale > 1,
    at: (event) => {
      const point = new DOMPoint(event.clientX, event.clientY).matrixTransform(svg.getScreenCTM().inverse());
      return [point.x, point.y];
    },
  };
}

/** Drags a map that is close; a click that ends a drag opens nothing. */
function dragging(svg, zoom) {
  let from = null;
  let moved = false;
  svg.addEventListener("pointerdown", (event) => {
    moved = false;
    if (zoom.isClose() && event.button === 0) from = [event.clientX, event.clientY];
  });
  svg.addEventListener("pointermove", (event) => {
    if (!from || !event.buttons) return;
    const [dx, dy] = [event.clientX - from[0], event.clientY - from[1]];
    if (!moved && Math.hypot(dx, dy) < 5) return;
    moved = true;
    zoom.move(-dx / svg.clientWidth, -dy / svg.clientHeight);
    from = [event.clientX, event.clientY];
  });
  svg.addEventListener("dragstart", (event) => event.preventDefault());
  svg.addEventListener("click", (event) => moved && event.preventDefault(), { capture: true });
}

/** Marks the row of a list that leads to an area, and the area that a row leads to. */
function sharing(figure, name) {
  const uses = new Map([...figure.querySelectorAll(".dm-area use")].map((use) => [codeOf(use), use]));
  const rowOf = (code) => document.querySelector(`tbody a[href$="/items/${CSS.escape(code)}"], tbody a[href*="/items/${CSS.escape(code)}?"]`)?.closest("tr");
  const mark = (code, on) => {
    uses.get(code)?.classList.toggle("dm-chosen", on);
    rowOf(code)?.classList.toggle("dm-row", on);
    name.textContent = on ? (uses.get(code)?.textContent ?? "") : "";
  };
  const areaOf = ({ target }) => target.closest?.(".dm-area use");
  figure.addEventListener("pointerover", (event) => areaOf(event) && mark(codeOf(areaOf(event)), true));
  figure.addEventListener("pointerout", (event) => areaOf(event) && mark(codeOf(areaOf(event)), false));
  for (const [on, names] of [[true, ["pointerover", "focusin"]], [false, ["pointerout", "focusout"]]])
    for (const type of names)
      document.addEventListener(type, ({ target }) => {
        const code = target.closest?.("tbody tr")?.querySelector("th a")?.pathname.split("/items/")[1];
        if (code && uses.has(code)) mark(code, on);
      });
  return areaOf;
}

/** A click on an area adds its code to the field of the search, or takes it away, as long as the button is pressed. */
function choosing(figure, button, areaOf) {
  const field = document.querySelector('form [name="nuts3"]');
  if (!field) return;
  button.hidden = false;
  button.addEventListener("click", () => button.setAttribute("aria-pressed", String(button.getAttribute("aria-pressed") !== "true")));
  figure.addEventListener("click", (event) => {
    const use = areaOf(event);
    if (!use || button.getAttribute("aria-pressed") !== "true" || event.defaultPrevented) return;
    event.preventDefault();
    const codes = new Set(field.value.split(",").map((code) => code.trim()).filter(Boolean));
    if (!codes.delete(codeOf(use))) codes.add(codeOf(use));
    field.value = [...codes].join(",");
    use.classList.toggle("dm-picked", codes.has(codeOf(use)));
    field.dispatchEvent(new Event("input", { bubbles: true }));
    field.dispatchEvent(new Event("change", { bubbles: true }));
  });
}

for (const figure of document.querySelectorAll("[data-drawn-map]")) {
  const svg = figure.querySelector("svg");
  const tools = figure.querySelector(".dm-tools");
  const zoom = zooming(svg);
  const press = (name, act) => tools.querySelector(`[data-dm="${name}"]`).addEventListener("click", act);
  tools.hidden = false;
  press("in", () => zoom.by(STEP));
  press("out", () => zoom.by(1 / STEP));
  press("whole", zoom.whole);
  // Arrows move the map while one of its buttons has the focus.
  tools.addEventListener("keydown", (event) => {
    if (!(event.key in ARROWS) || !zoom.isClose()) return;
    event.preventDefault();
    zoom.move(...ARROWS[event.key].map((way) => way * MOVE));
  });
  // The wheel alone scrolls the page.
  svg.addEventListener(
    "wheel",
    (event) => {
      if (!event.ctrlKey) return;
      event.preventDefault();
      zoom.by(event.deltaY < 0 ? STEP : 1 / STEP, zoom.at(event));
    },
    { passive: false },
  );
  dragging(svg, zoom);
  choosing(figure, tools.querySelector('[data-dm="choose"]'), sharing(figure, figure.querySelector(".dm-name")));
}
