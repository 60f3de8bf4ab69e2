// The charts of the claims that the table shows.
const placedNumber = (quantity) => quantity && Number.isFinite(quantity.value);

function drawing(rows, scale, tell, marks) {
  const height = 24 + rows.length * LINE;
  const lines = rows.map((row, index) => {
    const now = claimNow(state.paper, row);
    return lineOf(row, index, tell(now), (y) => marks(now, scale, y));
  });
  return svg("svg", { viewBox: `0 0 ${WIDTH} ${height}`, width: WIDTH, role: "group", class: "drawing" }, axis(scale, height), lines);
}

function unitPart(title, unit, rows, draw) {
  const kept = rows.slice(0, MOST);
  return el(
    "figure",
    {},
    el("figcaption", { lang: "zh-CN" }, `${unit || "—"} · ${rows.length}`),
    el("div", { class: "wide", tabindex: 0, role: "region", "aria-label": `${w(title)} ${unit}` }, draw(kept)),
    rows.length > MOST ? el("p", { class: "note" }, w("first_rows", MOST, rows.length)) : null,
  );
}

function byUnit(title, rows, draw) {
  const groups = [...groupBy(rows, (row) => claimNow(state.paper, row).quantity.unit ?? "")];
  groups.sort(([, a], [, b]) => b.length - a.length);
  return groups.map(([unit, group]) => unitPart(title, unit, group, draw));
}

const bySize = (rows) =>
  rows.map((row) => [hedge(claimNow(state.paper, row)).up, row]).sort(([a], [b]) => b - a).map(([, row]) => row);

function changesChart(rows) {
  const values = rows.flatMap((row) => {
    const { low, up } = hedge(claimNow(state.paper, row));
    return [low, up];
  });
  return drawing(rows, scaleOf(values, true), (now) => `${ARROWS[now.direction] ?? ""}${amount({ ...now.quantity, unit: "" })}`, changeMarks);
}

function movesChart(rows) {
  const values = rows.flatMap((row) => {
    const now = claimNow(state.paper, row);
    return [now.from_quantity.value, now.quantity.high ?? now.quantity.value];
  });
  const tell = (now) => `${number(now.from_quantity.value)} → ${amount({ ...now.quantity, unit: "" })}`;
  return drawing(rows, scaleOf(values, false), tell, moveMarks);
}

function chartPart(title, help, rows, draw) {
  const parts = byUnit(title, rows, draw);
  const content = parts.length ? [el("p", { class: "note" }, w(help)), parts] : [el("p", { class: "note" }, w("nothing"))];
  return el("section", { class: "chart" }, el("h3", {}, w(title)), content.flat());
}

function showCharts() {
  const isShown = document.body.dataset.pane === "charts" || painted.all;
  if (!isShown || !state.paper) return;
  const now = (row) => claimNow(state.paper, row);
  const changes = bySize(state.shown.filter((row) => now(row).kind === "change" && placedNumber(now(row).quantity)));
  const moves = state.shown.filter((row) => placedNumber(now(row).from_quantity) && placedNumber(now(row).quantity));
  $("#charts").replaceChildren(
    countsPart(state.shown),
    chartPart("changes", "changes_help", changes, changesChart),
    chartPart("moves", "moves_help", moves, movesChart),
  );
}

function startCharts() {
  for (const name of ["shown", "pane", "language"]) on(name, showCharts);
  addEventListener("beforeprint", showCharts);
}
