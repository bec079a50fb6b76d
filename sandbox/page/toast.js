/** A line at the foot of the window when something did not work, in words and with Slack's error code. */
import { h } from "./dom.js";
import { icon } from "./icons.js";
import { t, known } from "./strings.js";

export function toast(words, detail) {
  const line = h("div", { class: "toast", role: "alert" }, h("span", {}, words, detail && h("small", {}, detail)));
  line.append(h("button", { type: "button", class: "quiet", "aria-label": t("close"), onclick: () => line.remove() }, icon("close")));
  host().append(line);
  setTimeout(() => line.remove(), 9000);
}

/** An open dialog hides what is behind it, so the line goes inside. */
const host = () => [...document.querySelectorAll("dialog[open]")].at(-1) ?? document.getElementById("toasts");

/** Shows why the server refused, or why the app did not take it; true when all was well. */
export function passed(answer) {
  const error = answer?.ok === false ? answer.error : (answer?.ack_error ?? answer?.command_error);
  if (!error) return true;
  const key = `error_${error}`;
  toast(known(key) ? t(key) : t("error_any"), [known(key) ? "" : error, answer.detail].filter(Boolean).join(": "));
  return false;
}
