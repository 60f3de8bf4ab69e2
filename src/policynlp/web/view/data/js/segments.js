// A block's text cut where sentences, spans and parts of claims begin and end.
function fillBlock(paper, block, node) {
  const holders = block.kind === "row" ? $$(".cell", node) : [node];
  block.cells.forEach((runs, index) => {
    holders[index].replaceChildren();
    new Writer(paper, block, runs).write(holders[index]);
  });
}

class Writer {
  constructor(paper, block, runs) {
    this.paper = paper;
    this.block = block;
    this.runs = runs;
    this.ents = block.ents.filter((ent) => spanState(paper, ent) !== "rejected").map((ent) => spanNow(paper, ent));
    this.claims = block.claims.map((claim) => ({ claim, now: claimNow(paper, claim) }));
    this.parts = this.claims.flatMap(({ now }) => partsOf(now));
  }

  write(root) {
    this.root = root;
    const cuts = this._cuts();
    for (let i = 0; i + 1 < cuts.length; i += 1) this._piece(cuts[i], cuts[i + 1]);
  }

  _cuts() {
    const start = this.runs[0];
    const end = this.runs[this.runs.length - 1];
    const places = [start, end];
    for (const { start: a, end: b } of [...this.ents, ...this.parts, ...this.block.sentences]) places.push(a, b);
    for (const { claim } of this.claims) places.push(claim.anchor);
    if (this.block.bold) places.push(this.block.bold);
    return [...new Set(places)].filter((at) => at >= start && at <= end).sort((a, b) => a - b);
  }

  _piece(start, end) {
    const text = this.paper.shown(this.runs, start, end);
    const holds = (range) => range.start <= start && end <= range.end;
    if (text) {
      const ent = this.ents.find((other) => other.label !== "UNIT" && holds(other));
      const unit = this.ents.find((other) => other.label === "UNIT" && holds(other));
      const home = this._into(this._sentence(this.block.sentences.find(holds)), ent);
      const marked = unit || ent || this.parts.some(holds);
      home.append(marked ? this._segment(text, start, end, unit) : this._plain(text, end));
    }
    for (const { claim } of this.claims) if (claim.anchor === end) (this.inner ?? this.root).append(this._mark(claim));
  }

  _sentence(range) {
    if (!this.open || this.open.range !== range) {
      const node = range ? el("span", { class: "s", "data-s": range.start }) : this.root;
      if (range) this.root.append(node);
      this.open = { range, node };
      this.ent = null;
    }
    this.inner = this.open.node;
    return this.open.node;
  }

  _into(home, ent) {
    if (!ent) {
      this.ent = null;
      return home;
    }
    if (this.ent?.id !== ent.id) {
      const state = spanState(this.paper, ent);
      const node = el("span", { class: `e ${state}`, "data-l": ent.label, "data-e": ent.id });
      home.append(node);
      this.ent = { id: ent.id, node };
    }
    return this.ent.node;
  }

  _segment(text, start, end, unit) {
    return el("span", { class: unit ? "g e" : "g", "data-a": start, "data-b": end, "data-l": unit && "UNIT", "data-e": unit && unit.id }, text);
  }

  _plain(text, end) {
    return this.block.bold && end <= this.block.bold ? el("b", {}, text) : text;
  }

  _mark(claim) {
    const label = w("mark", claim.number, summary(claimNow(this.paper, claim)));
    const css = `mark ${claimState(this.paper, claim)}`;
    return el("span", { role: "button", class: css, tabindex: -1, "data-claim": claim.id, "aria-label": label }, String(claim.number));
  }
}
