// Values as they are read: 2.864万亿元, ≈ 5 %, ↑.
const ARROWS = { increase: "↑", decrease: "↓", stable: "→" };
const SIGNS = { approx: "≈", gt: ">", ge: "≥", lt: "<", le: "≤" };
const SCALES = [
  [1e12, "万亿"],
  [1e8, "亿"],
  [1e4, "万"],
];

// at most seven digits, trailing zeros off
function number(value) {
  if (value === null || value === undefined) return "";
  const [factor, name] = SCALES.find(([scale]) => Math.abs(value) >= scale) ?? [1, ""];
  return Number((value / factor).toPrecision(7)).toLocaleString("en-US", { maximumFractionDigits: 6 }) + name;
}

function amount(quantity) {
  if (!quantity) return "";
  if (quantity.value === null) return quantity.text ?? "";
  const span = quantity.high === null || quantity.high === undefined ? "" : `–${number(quantity.high)}`;
  const sign = SIGNS[quantity.relation];
  return `${sign ? `${sign} ` : ""}${number(quantity.value)}${span} ${quantity.unit ?? ""}`.trim();
}

function valueOf(claim) {
  const arrow = ARROWS[claim.direction] ?? "";
  const from = claim.from_quantity ? `${amount(claim.from_quantity)} → ` : "";
  const told = claim.quantity ? from + amount(claim.quantity) : (claim.trigger?.text ?? "");
  return { arrow, told: claim.negated ? `${w("negated")} ${told}` : told };
}

function summary(claim) {
  const { arrow, told } = valueOf(claim);
  return [claim.indicator?.text, `${arrow}${told}`, claim.period?.iso, claim.region?.text, w(claim.modality)].filter(Boolean).join(" · ");
}
