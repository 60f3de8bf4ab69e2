// The card: the fields of the chosen claim, the spans of its sentence, and the reader's word on both.
const card = $("#details");
const editing = { on: false };

function actButton(key, act, css = "", title = null) {
  return el("button", { type: "button", class: css, "data-act": key, title, onclick: act }, w(key));
}

function claimActs(claim) {
  const { paper } = state;
  const review = claimState(paper, claim);
  const is = (name) => (review === name ? "is" : "");
  return el(
    "p",
    { class: "acts", role: "group", "aria-label": w("state") },
    actButton("accept", () => decideClaim(paper, claim, "accepted"), is("accepted"), "A"),
    actButton("correct", openForm, is("corrected"), "C"),
    actButton("reject", () => decideClaim(paper, claim, "rejected"), is("rejected"), "R"),
    review === "open" ? null : actButton("undo", () => undoClaim(paper, claim), "", "U"),
  );
}

function cardHead() {
  const { claim, span } = state;
  const title = claim ? `${w("claim")} ${claim.number}` : `${w("span")} ${labelName(spanNow(state.paper, span).label)}`;
  const review = claim ? claimState(state.paper, claim) : "open";
  const at = state.shown.indexOf(claim);
  const to = (index) => () => state.shown[index] && (select(state.shown[index], "table"), goToSentence(false));
  return el(
    "div",
    { class: "card-head" },
    el("h2", { id: "details-head" }, title),
    review === "open" ? null : el("span", { class: `state ${review}` }, `${MARKS[review]} ${w(review)}`),
    el(
      "span",
      { class: "steps" },
      claim ? actButton("previous", to(at - 1)) : null,
      claim ? actButton("next", to(at + 1)) : null,
      claim ? actButton("to_sentence", goFromRow) : null,
      actButton("close", closeCard),
    ),
  );
}

function closeCard() {
  editing.on = false;
  select(null, "details");
  focusTable();
}

function spanPart() {
  const spans = spansHere();
  if (!spans.length) return null;
  return el("div", { class: "spans" }, el("h3", {}, w("spans_here")), el("div", { class: "chips" }, spans.map(spanChip)), state.span ? spanEditor(state.span) : null);
}

// the control that had the focus is built anew: give it back
function focusKey() {
  const node = document.activeElement;
  if (!card.contains(node)) return null;
  for (const name of ["data-act", "data-span-act", "data-span", "data-move", "id"]) {
    if (node.getAttribute(name)) return `[${name}="${node.getAttribute(name)}"]`;
  }
  return null;
}

function showCard() {
  const { claim, span, paper } = state;
  card.hidden = !claim && !span;
  if (card.hidden) return card.replaceChildren();
  const key = focusKey();
  const top = card.scrollTop;
  const middle = claim && (editing.on ? buildForm(claimNow(paper, claim), closeForm) : el("div", {}, claimActs(claim), fieldList(claimNow(paper, claim))));
  card.replaceChildren(...[cardHead(), middle, editing.on ? null : spanPart()].filter(Boolean));
  card.classList.toggle("editing", editing.on);
  card.scrollTop = top;
  if (span && !editing.on) $(".span-editor", card)?.scrollIntoView({ block: "nearest" });
  if (key) ($(key, card) ?? $("[data-act=close]", card)).focus({ preventScroll: true });
  return undefined;
}

function openForm() {
  if (!state.claim) return;
  editing.on = true;
  showCard();
  $("select", card).focus();
}

function closeForm(fields) {
  const { paper, claim } = state;
  editing.on = false;
  if (fields) correctClaim(paper, claim, fields);
  else showCard();
  $("[data-act=correct]", card)?.focus();
}

function startDetails() {
  on("select", ({ same }) => {
    if (!same) {
      editing.on = false;
      card.scrollTop = 0;
    }
    showCard();
  });
  on("review", showCard);
  on("language", showCard);
  card.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    event.preventDefault();
    if (editing.on) closeForm();
    else focusTable();
  });
}
