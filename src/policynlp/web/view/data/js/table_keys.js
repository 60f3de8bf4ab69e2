// The table by mouse and by keyboard: the table itself has the focus, the chosen row is its active one.
function focusTable() {
  if (document.body.dataset.pane === "charts" || !wide.matches) showPane("claims");
  showRow();
  grid.focus({ preventScroll: true });
}

function chooseRow(index) {
  const row = state.shown[Math.max(0, Math.min(index, state.shown.length - 1))];
  if (!row) return;
  select(row, "table");
  if (wide.matches) goToSentence(false);
}

const page = () => Math.max(1, Math.floor(scroller.clientHeight / rowHeight()) - 2);
const MOVES = {
  ArrowDown: (at) => at + 1,
  ArrowUp: (at) => (at < 0 ? 0 : at - 1),
  PageDown: (at) => at + page(),
  PageUp: (at) => at - page(),
  Home: () => 0,
  End: () => state.shown.length - 1,
};
const ACTS = {
  Enter: () => goFromRow(),
  a: () => decideClaim(state.paper, state.claim, "accepted"),
  r: () => decideClaim(state.paper, state.claim, "rejected"),
  u: () => undoClaim(state.paper, state.claim),
  c: () => openForm(),
};

function goFromRow() {
  if (!wide.matches) showPane("text");
  goToSentence(true);
}

function pressKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target !== grid) return;
  const at = state.shown.indexOf(state.claim);
  if (event.key in MOVES) chooseRow(MOVES[event.key](at));
  else if (state.claim && event.key in ACTS) ACTS[event.key]();
  else if (event.key === "Escape" && (state.claim || state.span)) select(null, "table");
  else return;
  event.preventDefault();
}

function startTableKeys() {
  grid.tabIndex = 0;
  grid.addEventListener("keydown", pressKey);
  body.addEventListener("click", (event) => {
    const node = event.target.closest("[data-row]");
    if (!node) return;
    select(state.paper.claims[Number(node.dataset.row)], "table");
    grid.focus({ preventScroll: true });
    if (!wide.matches) showPane("text");
    goToSentence(false);
  });
}
