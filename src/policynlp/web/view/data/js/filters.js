// Which claims the table shows, and in which order.
const FACETS = {
  kind: { value: (claim) => claim.kind, name: named },
  direction: { value: (claim) => claim.direction ?? "", name: named },
  modality: { value: (claim) => claim.modality, name: named },
  indicator: { value: (claim) => claim.indicator?.text ?? "", name: (value) => value || w("none") },
  region: { value: (claim) => claim.region?.text ?? "", name: (value) => value || w("none") },
  period: { value: (claim) => claim.period?.iso ?? "", name: (value) => value || w("none") },
  state: { value: (claim, row) => claimState(state.paper, row), name: w },
};
const TEXT_ORDER = new Intl.Collator("zh-CN", { numeric: true });
const SORTS = {
  number: (row) => row.anchor ?? Infinity,
  indicator: (row, now) => now.indicator?.text ?? "",
  value: (row, now) => now.quantity?.value ?? -Infinity,
  period: (row, now) => now.period?.iso ?? "",
  region: (row, now) => now.region?.text ?? "",
  modality: (row, now) => named(now.modality),
  state: (row) => STATES.indexOf(claimState(state.paper, row)),
};

function hayOf(now) {
  const parts = ROLES.map((role) => now[role]?.text ?? "");
  const words = [now.kind, now.direction, now.modality].map(named);
  const { sentence } = now;
  const context = sentence?.start != null ? state.paper.surface(sentence.start, sentence.end) : "";
  return [...parts, ...words, now.indicator?.id, now.period?.iso, now.quantity?.unit, context].join(" ").toLowerCase();
}

function matches(row) {
  const now = claimNow(state.paper, row);
  for (const [facet, wanted] of Object.entries(state.wanted)) {
    if (FACETS[facet].value(now, row) !== wanted) return false;
  }
  if (!state.query) return true;
  row.hay = row.hay ?? hayOf(now);
  return state.query.split(/\s+/).every((word) => row.hay.includes(word));
}

function compare(a, b) {
  if (typeof a === "number" && typeof b === "number") return a === b ? 0 : a - b;
  return TEXT_ORDER.compare(a, b);
}

function refresh() {
  const key = SORTS[state.sort];
  const rows = state.paper.claims.filter(matches).map((row) => [key(row, claimNow(state.paper, row)), row]);
  rows.sort(([a, first], [b, second]) => (state.down ? compare(b, a) : compare(a, b)) || first.number - second.number);
  state.shown = rows.map(([, row]) => row);
  $("#found").textContent = w("found", state.shown.length, state.paper.claims.length);
  emit("shown");
}

function sortBy(key) {
  state.down = state.sort === key && !state.down;
  state.sort = key;
  refresh();
}

function facetOptions(name) {
  const { value } = FACETS[name];
  const groups = [...groupBy(state.paper.claims, (row) => value(claimNow(state.paper, row), row))];
  if (name === "period") groups.sort(([a], [b]) => compare(b, a));
  else groups.sort(([, a], [, b]) => b.length - a.length);
  return groups.map(([key, rows]) => [key, rows.length]);
}

function facetSelect(name) {
  const wanted = state.wanted[name];
  const options = facetOptions(name).map(([value, count]) =>
    el("option", { value: `=${value}`, selected: value === wanted }, `${FACETS[name].name(value)} (${count})`),
  );
  const change = (event) => {
    if (event.target.value) state.wanted[name] = event.target.value.slice(1);
    else delete state.wanted[name];
    event.target.classList.toggle("set", Boolean(event.target.value));
    refresh();
  };
  const css = wanted === undefined ? "" : "set";
  return el("label", {}, el("span", {}, w(name)), el("select", { id: `facet-${name}`, class: css, onchange: change }, el("option", { value: "" }, w("all")), options));
}

function showFacets() {
  $("#facet-list").replaceChildren(...Object.keys(FACETS).map(facetSelect));
}

function clearFilters() {
  state.query = "";
  state.wanted = {};
  $("#search").value = "";
  showFacets();
  refresh();
}

function startFilters() {
  const form = $("#filters");
  form.addEventListener("submit", (event) => event.preventDefault());
  form.addEventListener("reset", clearFilters);
  let waiting = 0;
  $("#search").addEventListener("input", (event) => {
    clearTimeout(waiting);
    waiting = setTimeout(() => {
      state.query = event.target.value.trim().toLowerCase();
      refresh();
    }, 80);
  });
  $("#facets").open = wide.matches;
  on("document", clearFilters);
  on("language", () => {
    state.paper.claims.forEach((row) => delete row.hay);
    showFacets();
    refresh();
  });
  on("review", () => {
    state.paper.claims.forEach((row) => delete row.hay);
    if (!$("#facets").contains(document.activeElement)) showFacets();
    refresh();
  });
}
