// The table of claims: only the rows in sight are there, whatever the number of claims.
const COLUMNS = ["number", "indicator", "value", "period", "region", "modality", "state"];
const ABOVE = 8; // rows kept beyond each edge
const MARKS = { open: "", accepted: "✓", corrected: "✎", rejected: "✕" };

const scroller = $("#scroller");
const sizer = $("#sizer");
const grid = $("#rows");
const body = $("#body");
const painted = { first: 0, last: 0, all: false };

const rowHeight = () => parseFloat(getComputedStyle(grid).getPropertyValue("--row"));

function showHeads() {
  const heads = COLUMNS.map((key, index) => {
    const sorted = state.sort === key ? (state.down ? "descending" : "ascending") : "none";
    const button = el("button", { type: "button", "data-sort": key, title: w("sorted_by", w(key)), onclick: () => sortBy(key) }, w(key));
    return el("th", { class: key, scope: "col", "aria-sort": sorted, "aria-colindex": index + 1 }, button);
  });
  const focused = document.activeElement?.dataset?.sort;
  $("#heads").replaceChildren(...heads);
  if (focused) $(`[data-sort="${focused}"]`).focus();
}

function cellsOf(row, now) {
  const { arrow, told } = valueOf(now);
  const review = claimState(state.paper, row);
  return {
    number: String(row.number),
    indicator: now.indicator?.text ?? "",
    value: [el("span", { class: `arrow ${now.direction ?? ""}`, title: named(now.direction) }, arrow), told],
    period: now.period?.iso ?? "",
    region: now.region?.text ?? "",
    modality: el("span", { class: `chip ${now.modality}` }, w(now.modality)),
    state: review === "open" ? "" : el("span", { class: `state ${review}`, role: "img", "aria-label": w(review), title: w(review) }, MARKS[review]),
  };
}

function rowNode(row, index) {
  const now = claimNow(state.paper, row);
  const cells = cellsOf(row, now);
  const chosen = row === state.claim;
  const chinese = { indicator: "zh-CN", region: "zh-CN", value: "zh-CN" };
  return el(
    "tr",
    {
      id: `row-${row.id}`,
      class: `${chosen ? "chosen " : ""}${claimState(state.paper, row)}`,
      "data-row": row.id,
      "aria-rowindex": index + 2,
      "aria-selected": String(chosen),
    },
    COLUMNS.map((key, column) => {
      const title = key === "indicator" || key === "value" ? (key === "indicator" ? cells.indicator : now.quantity?.text) : null;
      return el("td", { class: key, lang: chinese[key], title, "aria-colindex": column + 1 }, cells[key]);
    }),
  );
}

function paint(force = true) {
  const height = rowHeight();
  const total = state.shown.length;
  const first = painted.all ? 0 : Math.max(0, Math.min(Math.floor(scroller.scrollTop / height) - ABOVE, total));
  const room = Math.ceil(scroller.clientHeight / height) + 2 * ABOVE;
  const last = painted.all ? total : Math.min(total, first + room);
  if (!force && first === painted.first && last === painted.last) return;
  Object.assign(painted, { first, last });
  sizer.style.paddingTop = `${first * height}px`;
  sizer.style.paddingBottom = `${(total - last) * height}px`;
  body.replaceChildren(...state.shown.slice(first, last).map((row, i) => rowNode(row, first + i)));
  const active = state.claim && $(`#row-${state.claim.id}`, body);
  if (active) grid.setAttribute("aria-activedescendant", active.id);
  else grid.removeAttribute("aria-activedescendant");
}

function showRow() {
  const index = state.shown.indexOf(state.claim);
  if (index < 0) return;
  const height = rowHeight();
  const head = $("#heads").offsetHeight;
  const top = index * height;
  if (top < scroller.scrollTop) scroller.scrollTop = top;
  else if (top + height + head > scroller.scrollTop + scroller.clientHeight) scroller.scrollTop = top + 2 * height + head - scroller.clientHeight;
}

function paintAll(all) {
  painted.all = all;
  paint();
}

function startTable() {
  grid.setAttribute("aria-colcount", COLUMNS.length);
  scroller.addEventListener("scroll", () => paint(false), { passive: true });
  new ResizeObserver(() => paint(false)).observe(scroller);
  wide.addEventListener("change", () => paint());
  on("shown", () => {
    grid.setAttribute("aria-rowcount", state.shown.length + 1);
    scroller.scrollTop = Math.min(scroller.scrollTop, state.shown.length * rowHeight());
    showHeads();
    paint();
  });
  on("select", ({ where }) => {
    if (where === "document") return; // its rows were painted when they were found
    showRow();
    paint();
  });
  on("pane", () => {
    showRow();
    paint();
  });
  addEventListener("beforeprint", () => paintAll(true));
  addEventListener("afterprint", () => paintAll(false));
}
