// The map that moves is loaded when it is asked for: it is several times as large as everything else on the page.
import { filled, textsOf } from "./texts.js";

for (const button of document.querySelectorAll("[data-map-open]")) {
  const section = button.closest(".map-section");
  const element = section.querySelector("[data-map]");
  const status = section.querySelector("[data-map-status]");
  button.hidden = false;
  button.addEventListener("click", async () => {
    const texts = textsOf(element);
    const focused = document.activeElement === button;
    button.disabled = true;
    status.textContent = texts.loading;
    try {
      const { show } = await import("./moving_map.js");
      status.textContent = await show(element);
      button.hidden = true;
      if (focused) element.focus({ preventScroll: true }); // the button is gone
    } catch (error) {
      button.disabled = false;
      status.textContent = filled(texts.failed, { reason: error.message });
    }
  });
}
