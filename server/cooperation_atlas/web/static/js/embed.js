// Tells the page around how high this one is. The message goes to the origin of that page only: browsers name it, or the
// referrer does. Where neither is known, nothing is sent, and the frame keeps the height that it has.
function originAround() {
  if (window.parent === window) return null;
  const named = window.location.ancestorOrigins?.[0] ?? originOf(document.referrer);
  return named === "null" ? null : named;
}

function originOf(address) {
  try {
    return new URL(address).origin;
  } catch {
    return null;
  }
}

const origin = originAround();
let told = 0;

function tell() {
  const height = Math.ceil(document.documentElement.getBoundingClientRect().height);
  if (height === told) return;
  told = height;
  window.parent.postMessage({ type: "cooperation-atlas:size", height }, origin);
}

if (origin) new ResizeObserver(tell).observe(document.documentElement);
