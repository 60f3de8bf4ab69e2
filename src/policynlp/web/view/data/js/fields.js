// The fields of a claim, each in a row.
const timeWords = (time) => time && [time.text, time.iso && time.text ? `→ ${time.iso}` : time.iso].filter(Boolean).join(" ");

function quantityWords(quantity) {
  if (!quantity) return null;
  const read = amount(quantity);
  return quantity.text && quantity.text.replace(/\s/g, "") !== read.replace(/\s/g, "") ? `${quantity.text} → ${read}` : read;
}

const baseWords = (quantity) => quantity?.base && `${number(quantity.base.value)} ${quantity.base.unit}`;

function indicatorWords(indicator) {
  if (!indicator) return null;
  return [indicator.text, indicator.inherited ? `（${w("inherited")}）` : "", indicator.id ?? ""].filter(Boolean).join(" ");
}

const certainty = (value) => (value === null || value === undefined ? null : `${Math.round(value * 100)} %`);

// where the reader of a PDF says that pages begin
function pageOf(now) {
  const { pages } = state.paper.record.meta;
  const at = anchorOf(now);
  return pages && pages.length && at !== null ? String(lastUpTo(pages, at - 1) + 1) : null;
}

function fieldRows(now) {
  return [
    ["indicator", indicatorWords(now.indicator)],
    ["kind", [w(now.kind), now.direction && w(now.direction)].filter(Boolean).join(" · ")],
    ["trigger", now.trigger?.text],
    ["quantity", quantityWords(now.quantity)],
    ["relation", now.quantity && now.quantity.relation !== "eq" ? w(now.quantity.relation) : null],
    ["base", baseWords(now.quantity)],
    ["from_quantity", quantityWords(now.from_quantity)],
    ["share_of", now.share_of?.text],
    ["period", timeWords(now.period)],
    ["baseline", timeWords(now.baseline)],
    ["region", now.region && [now.region.text, now.region.id].filter(Boolean).join(" ")],
    ["modality", w(now.modality)],
    ["negated", now.negated ? w("yes") : null],
    ["section", now.section?.length ? now.section.join(" › ") : null],
    ["page", pageOf(now)],
    ["confidence", certainty(now.confidence)],
    ["source", now.source],
  ].filter(([, value]) => value);
}

const fieldList = (now) =>
  el("dl", { class: "fields" }, fieldRows(now).map(([key, value]) => el("div", { "data-field": key }, el("dt", {}, w(key)), el("dd", { lang: "zh-CN" }, value))));
