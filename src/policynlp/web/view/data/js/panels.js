// The bar above, the legend, the panes and the tip.
function showTabs() {
  const pane = document.body.dataset.pane;
  const right = wide.matches && pane === "text" ? "claims" : pane;
  for (const tab of $$("#tabs [data-pane]")) tab.setAttribute("aria-pressed", String(tab.dataset.pane === right));
}

function showProgress() {
  const { paper } = state;
  const table = decisionsOf(paper.key).claims;
  $("#progress").textContent = w("reviewed", Object.keys(table).length, paper.claims.length);
  $("#download").disabled = !data.documents.some((record) => hasDecisions(record.key));
  if (!storage.works) $("#progress").title = w("not_kept");
  if (!storage.works && !$("#warning")) $("header").append(el("p", { id: "warning", role: "alert", "data-w": "not_kept" }, w("not_kept")));
}

function showTitle() {
  const { record } = state.paper;
  const title = data.title ?? record.title;
  $("#title").textContent = title;
  document.title = title;
}

function showLegend() {
  const counts = groupBy(state.paper.ents, (ent) => ent.label);
  const buttons = Object.keys(data.labels).filter((label) => counts.has(label)).map((label) => {
    const hides = `hide-${label}`;
    const press = (event) => {
      const hidden = article.classList.toggle(hides);
      event.currentTarget.setAttribute("aria-pressed", String(!hidden));
    };
    return el("button", { type: "button", "data-l": label, "aria-pressed": String(!article.classList.contains(hides)), onclick: press }, labelName(label), el("small", {}, String(counts.get(label).length)));
  });
  $("#legend").replaceChildren(...buttons);
}

function startPicker() {
  const picker = $("#picker");
  picker.hidden = data.documents.length < 2;
  const options = data.documents.map((record, index) => el("option", { value: index }, record.title === record.id ? record.id : `${record.id} · ${record.title}`));
  $("#documents").replaceChildren(...options);
  $("#documents").addEventListener("change", (event) => openDocument(Number(event.target.value)));
}

const tip = $("#tip");

const claimTip = (claim) => el("span", {}, `${claim.number} ${summary(claimNow(state.paper, claim))}`);

function spanTip(ent) {
  const now = spanNow(state.paper, ent);
  return [el("b", {}, labelName(now.label)), ...claimsUsing(now).slice(0, 4).map(claimTip)];
}

function showTip(event) {
  const mark = event.target.closest("[data-claim]");
  const piece = event.target.closest("[data-e]");
  if (!mark && !piece) return hideTip();
  tip.replaceChildren(...(mark ? [claimTip(state.paper.claims[Number(mark.dataset.claim)])] : spanTip(state.paper.ents[Number(piece.dataset.e)])));
  tip.hidden = false;
  const box = (mark ?? piece).getBoundingClientRect();
  const { offsetWidth, offsetHeight } = tip;
  tip.style.left = `${Math.max(6, Math.min(box.left, innerWidth - offsetWidth - 6))}px`;
  tip.style.top = `${box.top > offsetHeight + 8 ? box.top - offsetHeight - 6 : box.bottom + 6}px`;
  return undefined;
}

function hideTip() {
  tip.hidden = true;
}

function startPanels() {
  startPicker();
  $("#language").addEventListener("click", switchLanguage);
  $("#download").addEventListener("click", download);
  $$("#tabs [data-pane]").forEach((tab) => tab.addEventListener("click", () => showPane(tab.dataset.pane)));
  wide.addEventListener("change", showTabs);
  on("pane", showTabs);
  on("document", () => [showTitle, showLegend, showProgress].forEach((show) => show()));
  on("language", () => [showLegend, showProgress].forEach((show) => show()));
  on("review", showProgress);
  article.addEventListener("pointerover", showTip);
  article.addEventListener("pointerleave", hideTip);
  $("#pane-text").addEventListener("scroll", hideTip, { passive: true });
  addEventListener("keydown", (event) => event.key === "Escape" && hideTip());
  $(".skip").addEventListener("click", (event) => {
    event.preventDefault();
    focusTable();
  });
}
