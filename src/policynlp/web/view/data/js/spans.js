// The spans of the sentence that is looked at: each a button, the chosen one with what can be done to it.
function spansHere() {
  const { paper, claim, span } = state;
  const block = claim?.block ?? (span && paper.blockAt(span.start));
  if (!block) return [];
  const sentence = claim ? claimNow(paper, claim).sentence : null;
  const range = sentence?.start != null ? sentence : { start: span?.start ?? block.start, end: span?.end ?? block.end };
  return block.ents.filter((ent) => ent.start < range.end && range.start < ent.end);
}

function spanChip(ent) {
  const now = spanNow(state.paper, ent);
  const review = spanState(state.paper, ent);
  const css = `span-chip ${review}`;
  return el(
    "button",
    {
      type: "button",
      class: css,
      "data-l": now.label,
      "data-span": ent.id,
      "aria-pressed": String(state.span?.id === ent.id),
      onclick: () => select(state.claim, "details", state.span?.id === ent.id ? null : ent),
    },
    el("span", { lang: "zh-CN" }, state.paper.surface(now.start, now.end)),
    el("small", {}, `${labelName(now.label)}${MARKS[review] ? ` ${MARKS[review]}` : ""}`),
  );
}

// how far a border may move: not into the next span, nor out of the block
function limits(ent) {
  const { paper } = state;
  const now = spanNow(paper, ent);
  const block = paper.blockAt(ent.start);
  const inside = now.label === "UNIT";
  const others = block.ents.filter((other) => other.id !== ent.id && spanState(paper, other) !== "rejected").map((other) => spanNow(paper, other));
  const peers = others.filter((other) => (other.label === "UNIT") === inside);
  const before = peers.filter((other) => other.end <= now.start).map((other) => other.end);
  const after = peers.filter((other) => other.start >= now.end).map((other) => other.start);
  return { now, low: Math.max(block.start, ...before), high: Math.min(block.end, ...after) };
}

// one visible character on: white space of the layout is stepped over
function nextPlace(at, by, edge) {
  const isSpace = (offset) => /\s/u.test(state.paper.slice(offset, offset + 1));
  let to = at + by;
  while (isSpace(edge === "start" ? to : to - 1)) to += by;
  return to;
}

function moveBorder(ent, edge, by) {
  const { now, low, high } = limits(ent);
  const change = { [edge]: nextPlace(now[edge], by, edge) };
  const { start, end } = { ...now, ...change };
  if (start >= low && end <= high && start < end) correctSpan(state.paper, ent, change);
}

function borderButton(ent, edge, by) {
  const name = `${edge}_${by < 0 ? "left" : "right"}`;
  return el("button", { type: "button", "data-move": name, "aria-label": w(name), title: w(name), onclick: () => moveBorder(ent, edge, by) }, by < 0 ? "‹" : "›");
}

function claimsUsing(span) {
  const { paper } = state;
  const touches = (part) => part.start < span.end && span.start < part.end;
  return (paper.blockAt(span.start)?.claims ?? []).filter((claim) => partsOf(claimNow(paper, claim)).some(touches));
}

function spanEditor(ent) {
  const { paper } = state;
  const now = spanNow(paper, ent);
  const review = spanState(paper, ent);
  const users = claimsUsing(now);
  const options = Object.keys(data.labels).map((label) => el("option", { value: label, selected: label === now.label }, labelName(label)));
  const button = (key, act, css = "") => el("button", { type: "button", class: css, "data-span-act": key, onclick: act }, w(key));
  return el(
    "div",
    { class: "span-editor", role: "group", "aria-label": w("span") },
    el("p", { lang: "zh-CN", class: "borders" }, borderButton(ent, "start", -1), borderButton(ent, "start", 1), el("mark", { "data-l": now.label }, paper.surface(now.start, now.end)), borderButton(ent, "end", -1), borderButton(ent, "end", 1)),
    el("label", {}, el("span", {}, w("label")), el("select", { id: "span-label", onchange: (event) => correctSpan(paper, ent, { label: event.target.value }) }, options)),
    users.length ? el("p", { class: "note" }, w("in_claims", users.map((claim) => claim.number).join(", "))) : null,
    el(
      "p",
      { class: "acts" },
      button("accept", () => decideSpan(paper, ent, "accepted"), review === "accepted" ? "is" : ""),
      button("reject", () => decideSpan(paper, ent, "rejected"), review === "rejected" ? "is" : ""),
      review === "open" ? null : button("undo", () => undoSpan(paper, ent)),
    ),
  );
}
