// Changes with their hedges, and levels from … to …, a line a claim, an axis a unit.
const MOST = 40; // lines that one axis shows
const WIDTH = 640;
const LEFT = 250;
const RIGHT = 84;
const LINE = 26;

const signed = (claim, value) => (claim.direction === "decrease" ? -value : value);

// the ends of what the words allow; an open end is null
function hedge(claim) {
  const { value, high, relation } = claim.quantity;
  const ends = [signed(claim, value), high === null || high === undefined ? null : signed(claim, high)];
  const low = ends[1] === null ? ends[0] : Math.min(...ends);
  const up = ends[1] === null ? ends[0] : Math.max(...ends);
  const opens = { gt: 1, ge: 1, lt: -1, le: -1 }[relation] ?? 0;
  return { low, up, open: claim.direction === "decrease" ? -opens : opens, approx: relation === "approx" };
}

function niceStep(span) {
  const power = 10 ** Math.floor(Math.log10(span || 1));
  return [1, 2, 5, 10].map((factor) => factor * power).find((step) => span / step <= 5) ?? power * 10;
}

function scaleOf(values, fromZero) {
  let low = Math.min(...values, ...(fromZero ? [0] : []));
  let high = Math.max(...values, ...(fromZero ? [0] : []));
  if (low === high) [low, high] = [low - (Math.abs(low) || 1) * 0.1, high + (Math.abs(high) || 1) * 0.1];
  const step = niceStep(high - low);
  low = Math.floor(low / step) * step;
  high = Math.ceil(high / step) * step;
  const at = (value) => LEFT + ((value - low) / (high - low)) * (WIDTH - LEFT - RIGHT);
  const ticks = [];
  for (let i = Math.round(low / step); i <= Math.round(high / step); i += 1) ticks.push(i * step);
  return { at, ticks };
}

function axis(scale, height) {
  return svg(
    "g",
    { class: "axis", "aria-hidden": "true" },
    scale.ticks.map((tick) => [
      svg("line", { x1: scale.at(tick), x2: scale.at(tick), y1: 18, y2: height, class: tick === 0 ? "zero" : "" }),
      svg("text", { x: scale.at(tick), y: 11, "text-anchor": "middle" }, number(tick)),
    ]),
  );
}

function shorten(text, room) {
  return text.length > room ? `${text.slice(0, room - 1)}…` : text;
}

function lineOf(row, index, told, marks) {
  const now = claimNow(state.paper, row);
  const y = 20 + index * LINE + LINE / 2;
  const name = [now.indicator?.text ?? "", now.period?.iso].filter(Boolean);
  const go = () => {
    select(row, "table");
    goToSentence(false);
  };
  const key = (event) => {
    if (event.key !== "Enter" && event.key !== " ") return;
    event.preventDefault();
    go();
  };
  return svg(
    "g",
    { class: `line ${now.direction ?? "none"} ${now.modality}`, tabindex: 0, role: "button", "aria-label": `${name.join(" ")} ${told}`, onclick: go, onkeydown: key, "data-line": row.id },
    svg("rect", { class: "hit", x: 0, y: y - LINE / 2, width: WIDTH, height: LINE }),
    svg("text", { class: "name", x: LEFT - 56, y: y + 4, "text-anchor": "end", lang: "zh-CN" }, shorten(name[0], 15), svg("title", {}, name[0])),
    svg("text", { class: "when", x: LEFT - 8, y: y + 4, "text-anchor": "end" }, (name[1] ?? "").slice(0, 7)),
    marks(y),
    svg("text", { class: "told", x: WIDTH, y: y + 4, "text-anchor": "end" }, told),
  );
}

const arrowHead = (x, y, way) => svg("path", { class: "head", d: `M${x} ${y}l${-7 * way} -4v8z` });

function changeMarks(claim, scale, y) {
  const { low, up, open, approx } = hedge(claim);
  const [a, b] = [scale.at(low), scale.at(up)];
  const marks = [svg("line", { class: "stem", x1: scale.at(0), x2: low > 0 ? a : b, y1: y, y2: y })];
  if (a !== b) marks.push(svg("rect", { class: "range", x: a, y: y - 5, width: b - a, height: 10, rx: 2 }));
  if (approx) marks.push(svg("line", { class: "approx", x1: a - 12, x2: b + 12, y1: y, y2: y }), svg("line", { class: "cap", x1: a - 12, x2: a - 12, y1: y - 5, y2: y + 5 }), svg("line", { class: "cap", x1: b + 12, x2: b + 12, y1: y - 5, y2: y + 5 }));
  if (open) marks.push(svg("line", { class: "open", x1: a, x2: a + 24 * open, y1: y, y2: y }), arrowHead(a + 26 * open, y, open));
  if (a === b) marks.push(svg("circle", { class: "dot", cx: a, cy: y, r: 4.5 }));
  return marks;
}

function moveMarks(claim, scale, y) {
  const [a, b] = [scale.at(claim.from_quantity.value), scale.at(claim.quantity.high ?? claim.quantity.value)];
  const way = Math.sign(b - a) || 1;
  return [svg("circle", { class: "dot hollow", cx: a, cy: y, r: 3.5 }), svg("line", { class: "move", x1: a + 4 * way, x2: b - 5 * way, y1: y, y2: y }), arrowHead(b, y, way)];
}
