// What is looked at now: the document, the claim, the span, and what the table keeps.
const state = { index: 0, paper: null, claim: null, span: null, query: "", wanted: {}, sort: "number", down: false, shown: [] };

const wide = matchMedia("(min-width: 61rem)");

const claimId = (claim) => (claim ? claim.id : -1);

// where: "table", "text" or "" says where the choice was made, so that the others follow
function select(claim, where = "", span = null) {
  const same = claimId(claim) === claimId(state.claim) && span === state.span;
  state.claim = claim;
  state.span = span;
  emit("select", { where, same });
}

function openDocument(index) {
  state.index = index;
  state.paper = paperAt(index);
  state.claim = null;
  state.span = null;
  emit("document");
  emit("select", { where: "document", same: false });
}

function showPane(name) {
  document.body.dataset.pane = name;
  emit("pane");
}
