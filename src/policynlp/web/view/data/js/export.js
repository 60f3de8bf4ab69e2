// The corrections as documents in the shape of the corpus, one a line.
function reviewedDocument(paper) {
  const { record } = paper;
  const decided = decisionsOf(paper.key);
  const review = {
    claims: countStates(decided.claims, paper.claims.length),
    spans: countStates(decided.spans, paper.ents.length),
  };
  return {
    doc_id: record.id,
    text: record.text,
    meta: { ...record.meta, review },
    ents: reviewedSpans(paper),
    claims: paper.claims.filter((claim) => claimState(paper, claim) !== "rejected").map((claim) => reviewedClaim(paper, claim)),
    ...record.rest,
  };
}

// a unit goes with the quantity that it stands in
function reviewedSpans(paper) {
  const kept = paper.ents.filter((ent) => spanState(paper, ent) !== "rejected").map((ent) => spanNow(paper, ent));
  const quantities = kept.filter((span) => span.label === "QUANTITY").sort((a, b) => a.start - b.start);
  const starts = quantities.map((span) => span.start);
  const inside = (unit) => unit.end <= (quantities[lastUpTo(starts, unit.start)]?.end ?? -1);
  return kept
    .filter((span) => span.label !== "UNIT" || inside(span))
    .sort((a, b) => a.start - b.start || b.end - a.end)
    .map(({ start, end, label }) => ({ start, end, label, text: paper.surface(start, end) }));
}

function reviewedClaim(paper, claim) {
  const now = claimNow(paper, claim);
  const { sentence } = now;
  return { ...now, sentence: sentence && { ...sentence, text: paper.surface(sentence.start, sentence.end) } };
}

const hasDecisions = (key) => {
  const { claims, spans } = decisionsOf(key);
  return Object.keys(claims).length + Object.keys(spans).length > 0;
};

const corrections = () =>
  data.documents
    .map((record, index) => (hasDecisions(record.key) ? JSON.stringify(reviewedDocument(paperAt(index))) : ""))
    .filter(Boolean)
    .map((line) => `${line}\n`)
    .join("");

function download() {
  const url = URL.createObjectURL(new Blob([corrections()], { type: "application/x-ndjson" }));
  const first = data.documents.find((record) => hasDecisions(record.key));
  const link = el("a", { href: url, download: `${(first?.id ?? "policynlp").replace(/[^\w\u4e00-\u9fff.-]+/g, "_")}.corrections.jsonl` });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 60000);
}
