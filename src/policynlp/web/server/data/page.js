// Text or a file in, a report and tables out. Nothing is kept: what is read stays in this page.
"use strict";
(() => {
  const data = JSON.parse(document.getElementById("page-data").textContent);
  const $ = (name) => document.getElementById(name);
  const all = (selector) => [...document.querySelectorAll(selector)];
  const languages = ["zh", "en"];
  let language = document.documentElement.lang.startsWith("zh") ? "zh" : "en";
  let shown = null; // what the report in the frame was made from
  let address = ""; // of that report

  // w("done", 3): the words of that key, {0} filled in
  const w = (key, ...values) =>
    data.words[key][languages.indexOf(language)].replace(/\{(\d)\}/g, (_, place) => values[Number(place)]);

  function translate() {
    document.documentElement.lang = language === "zh" ? "zh-CN" : "en";
    for (const node of all("[data-w]")) node.textContent = w(node.dataset.w);
    for (const node of all("[data-wt]")) node.title = w(node.dataset.wt);
    $("language").textContent = language === "zh" ? "English" : "中文";
    $("language").lang = language === "zh" ? "en" : "zh-CN";
    $("status").textContent = "";
    $("problem").textContent = "";
  }

  function input() {
    const query = $("year").value ? { report_year: $("year").value } : {};
    const file = $("file").files[0];
    if (file) {
      const form = new FormData();
      form.append("file", file);
      return { query, body: form, headers: {} };
    }
    if (!$("text").value.trim()) return null;
    const body = JSON.stringify({ text: $("text").value });
    return { query, body, headers: { "Content-Type": "application/json" } };
  }

  async function ask(what, format, { query, body, headers }) {
    const address = `/v1/${what}?${new URLSearchParams({ ...query, format, lang: language })}`;
    const key = $("key")?.value ? { "X-API-Key": $("key").value } : {};
    const answer = await fetch(address, { method: "POST", body, headers: { ...headers, ...key } }).catch(() => {
      throw new Error(w("network"));
    });
    if (answer.ok) return answer;
    const { error } = await answer.json().catch(() => ({ error: { code: "internal", message: answer.statusText, hint: "" } }));
    const plain = `${error.message}; ${error.hint}`;
    throw new Error(language === "zh" ? `${data.problems[error.code] ?? ""}（${error.message}）` : plain);
  }

  // one thing at a time: the buttons rest, and the line beside them says what goes on
  async function busy(act) {
    const buttons = all("button:not(#language)");
    for (const button of buttons) button.disabled = true;
    $("problem").textContent = "";
    $("status").textContent = w("working");
    try {
      $("status").textContent = await act();
    } catch (error) {
      $("status").textContent = "";
      $("problem").textContent = error.message;
    } finally {
      for (const button of buttons) button.disabled = false;
    }
  }

  async function read() {
    const given = input();
    if (!given) throw new Error(w("nothing"));
    const answer = await ask("documents", "html", given);
    const [found, unread] = ["Claims", "Unread"].map((name) => Number(answer.headers.get(`Policynlp-${name}`)));
    const page = await answer.blob();
    URL.revokeObjectURL(address);
    shown = given;
    address = URL.createObjectURL(page);
    $("report").src = address;
    $("result").hidden = false;
    return w("done", found) + (unread ? ` ${w("parts", unread)}` : "");
  }

  async function save(format) {
    const what = format === "html" ? "documents" : "claims";
    const link = document.createElement("a");
    link.href = URL.createObjectURL(await (await ask(what, format, shown)).blob());
    link.download = format === "html" ? "report.html" : `claims.${format}`;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10000);
    return w("saved", link.download);
  }

  function dropFile() {
    $("file").value = "";
    $("clear").hidden = true;
  }

  $("form").addEventListener("submit", async (event) => {
    event.preventDefault();
    await busy(read);
    if (!$("problem").textContent) $("result").focus({ preventScroll: false });
    else if (!shown) $("text").focus();
  });
  $("sample").addEventListener("click", () =>
    busy(async () => {
      dropFile();
      $("text").value = await (await fetch("/sample.txt")).text();
      return read();
    }),
  );
  for (const button of all("[data-save]")) button.addEventListener("click", () => busy(() => save(button.dataset.save)));
  $("file").addEventListener("change", () => ($("clear").hidden = !$("file").files.length));
  $("clear").addEventListener("click", () => {
    dropFile();
    $("file").focus();
  });
  $("language").addEventListener("click", () => {
    language = languages[1 - languages.indexOf(language)];
    translate();
  });
  document.documentElement.dataset.ready = "1";
})();
