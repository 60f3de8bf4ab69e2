// How many claims of each kind, and how many spans of each label, as bars.
function barList(title, entries) {
  const most = Math.max(1, ...entries.map(([, count]) => count));
  const rows = entries.map(([name, count, label]) =>
    el(
      "li",
      {},
      el("span", { class: "bar-name" }, name),
      svg("svg", { class: "bar-line", viewBox: "0 0 100 8", preserveAspectRatio: "none", "aria-hidden": "true" },
        svg("rect", { x: 0, y: 0, width: Math.max(0.6, (count / most) * 100), height: 8, rx: 1, "data-l": label })),
      el("b", {}, String(count)),
    ),
  );
  return el("div", { class: "bars" }, el("h4", {}, title), el("ul", {}, rows));
}

function countBy(items, key, name) {
  return [...groupBy(items, key)].sort(([, a], [, b]) => b.length - a.length).map(([value, group]) => [name(value), group.length]);
}

function countsPart(rows) {
  const now = rows.map((row) => claimNow(state.paper, row));
  const labels = countBy(state.paper.ents, (ent) => ent.label, (label) => label).map(([label, count]) => [labelName(label), count, label]);
  return el(
    "section",
    { class: "chart" },
    el("h3", {}, w("counts")),
    el(
      "div",
      { class: "bar-grid" },
      barList(w("by_kind"), countBy(now, (claim) => claim.kind, named)),
      barList(w("by_modality"), countBy(now, (claim) => claim.modality, named)),
      barList(w("by_direction"), countBy(now, (claim) => claim.direction, named)),
      barList(w("by_label"), labels),
    ),
  );
}
