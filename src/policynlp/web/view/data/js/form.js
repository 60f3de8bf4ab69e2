// A claim to be corrected: its parts are chosen among the spans of its sentence, so that each has its place.
const TIME_FORM = /^\d{4}(-(Q[1-4]|\d\d(-\d\d)?))?(\/\d{4}(-(Q[1-4]|\d\d(-\d\d)?))?)?$/;
const PART_LABELS = {
  indicator: ["INDICATOR"],
  trigger: ["DIRECTION"],
  quantity: ["QUANTITY"],
  from_quantity: ["QUANTITY"],
  share_of: ["INDICATOR"],
  period: ["TIME"],
  region: ["REGION"],
};
const CHOICES = {
  kind: ["level", "change", "trend"],
  direction: ["", "increase", "decrease", "stable"],
  modality: ["actual", "target", "forecast", "action"],
  relation: ["eq", "approx", "gt", "ge", "lt", "le", "range"],
};

// what a part may be: as it is, a span of the sentence, or nothing
function partOptions(role, now) {
  const found = spansHere()
    .filter((ent) => spanState(state.paper, ent) !== "rejected")
    .map((ent) => spanNow(state.paper, ent))
    .filter((span) => PART_LABELS[role].includes(span.label));
  const options = now[role] ? [{ name: now[role].text ?? now[role].iso ?? w("none"), part: now[role] }] : [];
  for (const { start, end } of found) {
    if (now[role]?.start === start && now[role]?.end === end) continue;
    const part = knownPart(role, start, end);
    if (part) options.push({ name: part.text, part });
  }
  return role === "indicator" ? options : [...options, { name: w("none"), part: null }];
}

const SHAPES = {
  indicator: { inherited: false, id: null },
  period: { iso: null },
  region: { id: null },
};

function knownPart(role, start, end) {
  const text = state.paper.surface(start, end);
  const roles = role.endsWith("quantity") ? ["quantity", "from_quantity"] : [role];
  for (const claim of state.paper.claims) {
    for (const name of roles) {
      const part = claim.original[name];
      if (part?.start === start && part?.end === end) return { ...part, text, ...(role === "indicator" ? { inherited: false } : {}) };
    }
  }
  if (role === "from_quantity") return null; // its number is not known
  if (role === "quantity") return { text, start, end, value: null, high: null, unit: "", relation: "eq", dimension: null, base: null };
  return { text, start, end, ...SHAPES[role] };
}

const labelled = (key, input) => el("label", { "data-field": key }, el("span", {}, w(key)), input);

function choice(key, chosen) {
  const options = CHOICES[key].map((value) => el("option", { value, selected: value === (chosen ?? "") }, named(value)));
  return labelled(key, el("select", { name: key }, options));
}

function partChoice(role, now, change) {
  const options = partOptions(role, now);
  const chosen = options.findIndex(({ part }) => (now[role] ? part === now[role] : part === null));
  const nodes = options.map(({ name }, index) => el("option", { value: index, selected: index === chosen }, name));
  const node = el("select", { name: role, lang: "zh-CN", onchange: change }, nodes);
  return { node: labelled(role, node), part: () => options[Number(node.value)].part };
}

const written = (key, value) => labelled(key, el("input", { name: key, value: value ?? "", autocomplete: "off", inputmode: key === "value" || key === "high" ? "decimal" : null }));

function buildForm(now, done) {
  const form = el("form", { class: "correct", id: "correct", novalidate: true, "aria-label": w("correct") });
  const parts = {};
  const fillQuantity = () => {
    const part = parts.quantity.part();
    for (const key of ["value", "high", "unit"]) form.elements[key].value = part?.[key] ?? "";
    form.elements.relation.value = part?.relation ?? "eq";
  };
  const fillTime = () => {
    form.elements.period_iso.value = parts.period.part()?.iso ?? "";
  };
  for (const role of Object.keys(PART_LABELS)) {
    parts[role] = partChoice(role, now, role === "quantity" ? fillQuantity : role === "period" ? fillTime : null);
  }
  const iso = (key, time) => labelled(`${key}_iso`, el("input", { name: `${key}_iso`, value: time?.iso ?? "", autocomplete: "off", placeholder: "2030" }));
  const negated = el("input", { type: "checkbox", name: "negated", checked: Boolean(now.negated) });
  form.append(
    parts.indicator.node, choice("kind", now.kind), choice("direction", now.direction), choice("modality", now.modality),
    parts.trigger.node, parts.quantity.node, written("value", now.quantity?.value), written("high", now.quantity?.high),
    written("unit", now.quantity?.unit), choice("relation", now.quantity?.relation ?? "eq"), parts.from_quantity.node, parts.share_of.node,
    parts.period.node, iso("period", now.period), iso("baseline", now.baseline), parts.region.node, labelled("negated", negated),
    el("p", { class: "error", role: "alert" }),
    el("p", { class: "acts" }, el("button", { type: "submit", class: "main" }, w("save")), el("button", { type: "button", "data-act": "cancel", onclick: () => done() }, w("cancel"))),
  );
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    const { claim, error, at } = readForm(form, parts, now);
    if (!error) return done(claim);
    $(".error", form).textContent = error;
    $$("[aria-invalid]", form).forEach((node) => node.removeAttribute("aria-invalid"));
    form.elements[at].setAttribute("aria-invalid", "true");
    return form.elements[at].focus();
  });
  return form;
}
