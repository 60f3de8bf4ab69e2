// The interface in Chinese and in English.
const LANGUAGES = ["zh", "en"];
const language = {
  now: data.lang ?? ((navigator.language || "zh").toLowerCase().startsWith("zh") ? "zh" : "en"),
};

const place = () => LANGUAGES.indexOf(language.now);

// w("found", 3, 9): the words of that key, {0} and {1} filled in
function w(key, ...values) {
  const words = data.words[key]?.[place()] ?? key;
  return words.replace(/\{(\d)\}/g, (_, index) => values[Number(index)]);
}

const labelName = (label) => data.labels[label]?.[place()] ?? label;
const named = (value) => (value === null || value === undefined || value === "" ? w("none") : w(value));

function translatePage() {
  document.documentElement.lang = language.now === "zh" ? "zh-CN" : "en";
  for (const node of $$("[data-w]")) node.textContent = w(node.dataset.w);
  for (const node of $$("[data-wl]")) node.setAttribute("aria-label", w(node.dataset.wl));
  for (const node of $$("[data-wp]")) node.setAttribute("placeholder", w(node.dataset.wp));
  const other = $("#language");
  other.textContent = language.now === "zh" ? "English" : "中文";
  other.lang = language.now === "zh" ? "en" : "zh-CN";
}

function switchLanguage() {
  language.now = LANGUAGES[1 - place()];
  translatePage();
  emit("language");
}
