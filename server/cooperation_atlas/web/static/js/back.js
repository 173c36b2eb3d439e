// The way back to the search that led here, with all that was asked for.
const line = document.querySelector("[data-back]");
const from = document.referrer && new URL(document.referrer);
if (line && from && from.origin === window.location.origin && from.search && from.pathname !== window.location.pathname) {
  line.querySelector("a").href = from.href;
  line.hidden = false;
}
