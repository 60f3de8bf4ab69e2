// What the form says, as a claim; or the field that is wrong.
class Refused extends Error {
  constructor(key, at) {
    super(w(key));
    this.at = at;
  }
}

function readNumber(form, name, needed) {
  const said = form.elements[name].value.replace(/[,\s]/g, "");
  if (!said && !needed) return null;
  if (!said || !Number.isFinite(Number(said))) throw new Refused("bad_number", name);
  return Number(said);
}

function readTime(form, key, part) {
  const iso = form.elements[`${key}_iso`].value.trim() || null;
  if (iso && !TIME_FORM.test(iso)) throw new Refused("bad_time", `${key}_iso`);
  if (!part && !iso) return key === "period" ? { text: null, start: null, end: null, iso: null } : null;
  return { ...(part ?? { text: null, start: null, end: null }), iso };
}

function readQuantity(form, part) {
  if (!part) return null;
  const value = readNumber(form, "value", true);
  const high = readNumber(form, "high", false);
  const unit = form.elements.unit.value.trim();
  const same = value === part.value && unit === part.unit && high === part.high;
  return { ...part, value, high, unit, relation: form.elements.relation.value, base: same ? part.base : null };
}

function claimOf(form, parts, now) {
  const said = (name) => form.elements[name].value;
  const isTrend = said("kind") === "trend";
  const quantity = isTrend ? null : readQuantity(form, parts.quantity.part());
  if (!isTrend && !quantity) throw new Refused("bad_number", "quantity");
  return {
    ...now,
    kind: said("kind"),
    direction: said("direction") || null,
    modality: said("modality"),
    negated: form.elements.negated.checked,
    indicator: parts.indicator.part(),
    trigger: parts.trigger.part(),
    quantity,
    from_quantity: isTrend ? null : parts.from_quantity.part(),
    share_of: parts.share_of.part(),
    period: readTime(form, "period", parts.period.part()),
    baseline: readTime(form, "baseline", now.baseline),
    region: parts.region.part(),
    confidence: 1,
    source: "review",
  };
}

function readForm(form, parts, now) {
  try {
    return { claim: claimOf(form, parts, now) };
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    return { error: refused.message, at: refused.at };
  }
}
