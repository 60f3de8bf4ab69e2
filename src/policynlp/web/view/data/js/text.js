// The text pane: plain at first, each block written out with its spans when it comes near.
const article = $("#text");
const near = new IntersectionObserver((entries) => entries.forEach((entry) => entry.isIntersecting && write(entry.target)), {
  root: $("#pane-text"),
  rootMargin: "1200px 0px",
});

function write(node) {
  near.unobserve(node);
  if (node.dataset.full) return;
  node.dataset.full = "1";
  const block = state.paper.blocks[Number(node.dataset.block)];
  fillBlock(state.paper, block, node);
  if (state.claim?.block === block) highlight();
}

function blockNode(paper, block) {
  const props = { class: block.kind, "data-block": block.id };
  const texts = block.cells.map((runs) => paper.shown(runs, 0, Infinity));
  if (block.kind === "row") return el("div", props, texts.map((text) => el("span", { class: "cell" }, text)));
  return el(block.kind === "h" ? `h${block.level + 1}` : "p", props, texts[0]);
}

function showText() {
  const { paper } = state;
  const nodes = paper.blocks.map((block) => blockNode(paper, block));
  const children = [];
  for (const node of nodes) {
    if (!node.classList.contains("row")) children.push(node);
    else if (node.dataset.block > 0 && nodes[node.dataset.block - 1].classList.contains("row")) children[children.length - 1].append(node);
    else children.push(el("div", { class: "grid" }, node));
  }
  article.replaceChildren(...(children.length ? children : [el("p", { class: "p" }, w("no_text"))]));
  $("#pane-text").scrollTop = 0;
  nodes.forEach((node) => near.observe(node));
}

const nodeOf = (block) => $(`[data-block="${block.id}"]`, article);

function rewrite(block) {
  const node = block && nodeOf(block);
  if (!node?.dataset.full) return;
  const focused = document.activeElement?.dataset?.claim;
  delete node.dataset.full;
  write(node);
  if (focused && node.contains(document.activeElement) === false) $(`[data-claim="${focused}"]`, node)?.focus({ preventScroll: true });
}

function highlight() {
  for (const node of $$(".on", article)) {
    node.classList.remove("on");
    delete node.dataset.role;
  }
  const { claim, span, paper } = state;
  if (span) $$(`.e[data-e="${span.id}"]`, article).forEach((node) => node.classList.add("on"));
  if (!claim?.block) return;
  const node = nodeOf(claim.block);
  const now = claimNow(paper, claim);
  $(`[data-claim="${claim.id}"]`, node)?.classList.add("on");
  $(`[data-s="${now.sentence?.start}"]`, node)?.classList.add("on");
  for (const { role, start, end } of partsOf(now)) {
    for (const piece of $$("[data-a]", node)) {
      if (start <= piece.dataset.a && piece.dataset.b <= end) {
        piece.classList.add("on");
        piece.dataset.role = role;
      }
    }
  }
}

const calm = matchMedia("(prefers-reduced-motion: reduce)");

// bring the claim's sentence into sight; its mark is there only once the block is written
function goToSentence(focus) {
  const { claim } = state;
  if (!claim?.block) return;
  const node = nodeOf(claim.block);
  write(node);
  highlight();
  const mark = $(`[data-claim="${claim.id}"]`, node) ?? node;
  mark.scrollIntoView({ block: "center", behavior: calm.matches || focus ? "auto" : "smooth" });
  if (focus) mark.focus({ preventScroll: true });
}

function step(by) {
  const { claims } = state.paper;
  const placed = claims.filter((claim) => claim.block).sort((a, b) => a.anchor - b.anchor);
  const at = placed.indexOf(state.claim);
  const next = placed[at < 0 ? (by > 0 ? 0 : placed.length - 1) : at + by];
  if (next) select(next, "text");
  if (next) goToSentence(true);
}

function clickText(event) {
  const mark = event.target.closest("[data-claim]");
  if (mark) return select(state.paper.claims[Number(mark.dataset.claim)], "text");
  const piece = event.target.closest("[data-e]");
  const ent = piece && state.paper.ents[Number(piece.dataset.e)];
  const start = event.target.closest("[data-s]")?.dataset.s;
  const here = state.paper.claims.filter((claim) => String(claim.original.sentence?.start) === start);
  const using = ent && claimsUsing(spanNow(state.paper, ent));
  const choice = using?.length ? using : here;
  if (!choice.length && !ent) return undefined;
  return select(choice.includes(state.claim) ? state.claim : (choice[0] ?? null), "text", ent);
}

function startText() {
  article.addEventListener("click", clickText);
  article.addEventListener("keydown", (event) => {
    const steps = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };
    if (event.key in steps) step(steps[event.key]);
    else if (["Enter", " "].includes(event.key) && event.target.dataset.claim) backToRow(event.target);
    else if (event.key === "Escape") focusTable();
    else return;
    event.preventDefault();
  });
  on("document", showText);
  on("select", highlight);
  on("language", () => state.paper.blocks.forEach(rewrite));
  on("review", ({ kind, id }) => {
    const { claims, ents, blockAt } = state.paper;
    rewrite(kind === "claims" ? claims[id].block : blockAt.call(state.paper, ents[id].start));
  });
  addEventListener("beforeprint", () => $$("[data-block]", article).forEach(write));
}

function backToRow(mark) {
  select(state.paper.claims[Number(mark.dataset.claim)], "text");
  focusTable();
}
