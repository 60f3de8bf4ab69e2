// What the reader decided, kept under the hash of the content it was decided on.
const STATES = ["open", "accepted", "corrected", "rejected"];
const storage = { works: true };

const storageKey = (key) => `policynlp:${key}`;

function readStored(key) {
  try {
    const kept = JSON.parse(localStorage.getItem(storageKey(key)) ?? "{}");
    return { claims: kept.claims ?? {}, spans: kept.spans ?? {} };
  } catch {
    storage.works = false; // a browser may refuse, above all to a file
    return { claims: {}, spans: {} };
  }
}

const decisions = new Map();
function decisionsOf(key) {
  if (!decisions.has(key)) decisions.set(key, readStored(key));
  return decisions.get(key);
}

function keep(key) {
  try {
    localStorage.setItem(storageKey(key), JSON.stringify(decisionsOf(key)));
  } catch {
    storage.works = false;
  }
}

const claimState = (paper, claim) => decisionsOf(paper.key).claims[claim.id]?.state ?? "open";
const spanState = (paper, ent) => decisionsOf(paper.key).spans[ent.id]?.state ?? "open";

// a claim and a span as they are now, with the reader's corrections
const claimNow = (paper, claim) => decisionsOf(paper.key).claims[claim.id]?.fields ?? claim.original;
const spanNow = (paper, ent) => ({ ...ent, ...decisionsOf(paper.key).spans[ent.id]?.fields });

function decide(paper, kind, id, decision) {
  const table = decisionsOf(paper.key)[kind];
  if (decision === null) delete table[id];
  else table[id] = decision;
  keep(paper.key);
  emit("review", { kind, id });
}

const decideClaim = (paper, claim, state) => {
  const fields = state === "rejected" ? undefined : decisionsOf(paper.key).claims[claim.id]?.fields;
  decide(paper, "claims", claim.id, { state: fields ? "corrected" : state, fields });
};
const correctClaim = (paper, claim, fields) => decide(paper, "claims", claim.id, { state: "corrected", fields });
const undoClaim = (paper, claim) => decide(paper, "claims", claim.id, null);

const decideSpan = (paper, ent, state) => decide(paper, "spans", ent.id, { state });
const undoSpan = (paper, ent) => decide(paper, "spans", ent.id, null);
function correctSpan(paper, ent, change) {
  const fields = { start: ent.start, end: ent.end, label: ent.label, ...decisionsOf(paper.key).spans[ent.id]?.fields, ...change };
  const same = fields.start === ent.start && fields.end === ent.end && fields.label === ent.label;
  decide(paper, "spans", ent.id, same ? null : { state: "corrected", fields });
}

function countStates(table, total) {
  const counts = { accepted: 0, corrected: 0, rejected: 0 };
  for (const { state } of Object.values(table)) counts[state] += 1;
  return { ...counts, open: total - Object.keys(table).length };
}
