// A document: its text by code points, its blocks, and which spans and claims stand in which block.
const ROLES = ["indicator", "trigger", "quantity", "from_quantity", "share_of", "period", "baseline", "region"];

class Paper {
  constructor(record) {
    this.record = record;
    this.key = record.key;
    // a character beyond the basic plane is two units in JavaScript and one in our offsets
    this.chars = /[\ud800-\udfff]/.test(record.text) ? Array.from(record.text) : record.text;
    this.ents = record.ents.map(([start, end, label], id) => ({ id, start, end, label }));
    this.claims = record.claims.map((claim, id) => ({ id, number: id + 1, original: whole(claim, record) }));
    this.blocks = record.blocks.map((block, id) => this._block(block, id));
    this.starts = this.blocks.map((block) => block.start);
    this.ents.forEach((ent) => this.blockAt(ent.start)?.ents.push(ent));
    this.claims.forEach((claim) => this._settle(claim));
  }

  slice(start, end) {
    const piece = this.chars.slice(start, end);
    return typeof piece === "string" ? piece : piece.join("");
  }

  // as the specification writes a span: without white space
  surface(start, end) {
    return this.slice(start, end).replace(/\s+/gu, "");
  }

  blockAt(offset) {
    const block = this.blocks[lastUpTo(this.starts, offset)];
    return block && offset < block.end ? block : null;
  }

  // what a block shows of a raw range: the pieces that the repaired layout keeps
  shown(runs, start, end) {
    let text = "";
    for (let i = 0; i < runs.length; i += 2) {
      const from = Math.max(runs[i], start);
      const to = Math.min(runs[i + 1], end);
      if (from < to) text += this.slice(from, to);
    }
    return text;
  }

  _block(block, id) {
    const cells = block.c ?? [block.r];
    const last = cells[cells.length - 1];
    const kind = { kind: block.k, level: block.l, bold: block.b, cells };
    return { ...kind, id, start: cells[0][0], end: last[last.length - 1], ents: [], claims: [], sentences: [] };
  }

  _settle(claim) {
    const anchor = anchorOf(claim.original);
    claim.anchor = anchor;
    claim.block = anchor === null ? null : this.blockAt(anchor - 1);
    if (!claim.block) return;
    claim.block.claims.push(claim);
    const sentence = claim.original.sentence;
    if (sentence?.start != null && !claim.block.sentences.some((other) => other.start === sentence.start)) {
      claim.block.sentences.push({ start: sentence.start, end: sentence.end });
    }
  }
}

// fields that are null are left out of the file, and a section stands there once
function whole(claim, record) {
  const full = { ...data.shapes.claim, ...claim, section: record.sections[claim.section] ?? [] };
  for (const name in data.shapes) if (claim[name]) full[name] = { ...data.shapes[name], ...claim[name] };
  return full;
}

// where a claim's mark stands: behind its number, else its verb, else its indicator
function anchorOf(claim) {
  for (const role of ["quantity", "trigger", "indicator", "sentence"]) {
    if (claim[role]?.end != null) return claim[role].end;
  }
  return null;
}

const partsOf = (claim) =>
  ROLES.filter((role) => claim[role]?.start != null).map((role) => ({ role, start: claim[role].start, end: claim[role].end }));

const papers = data.documents.map(() => null);
function paperAt(index) {
  if (!papers[index]) papers[index] = new Paper(data.documents[index]);
  return papers[index];
}
