// Links of a problem page keep the rest of the request: only the parameter at fault changes.
for (const link of document.querySelectorAll("a[data-parameter]")) {
  const parameters = new URLSearchParams(window.location.search);
  const { parameter, value } = link.dataset;
  if (value) parameters.set(parameter, value);
  else parameters.delete(parameter);
  const query = parameters.toString();
  link.href = window.location.pathname + (query && `?${query}`);
}
