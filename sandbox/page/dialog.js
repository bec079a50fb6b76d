/** One shell for everything that stands in front of the page. The browser's own modal dialog keeps the focus inside. */
import { freshId, h } from "./dom.js";
import { icon } from "./icons.js";
import { t } from "./strings.js";

/**
 * Opens a dialog of `body` and `footer` nodes. Escape and the cross call `onCancel`; without a `back` there is no
 * back arrow. Returns the element; `close()` it when done.
 */
export function openDialog({ title, body, footer, onCancel, back, kind = "" }) {
  const heading = h("h2", { id: freshId("dialog") }, title);
  const cross = h("button", { type: "button", class: "quiet", "aria-label": t("close"), onclick: onCancel }, icon("close"));
  const arrow = back && h("button", { type: "button", class: "quiet", "aria-label": t("back"), onclick: back }, icon("back"));
  const dialog = h("dialog", { class: `dialog ${kind}`, "aria-labelledby": heading.id },
    h("header", {}, arrow, heading, cross), h("div", { class: "dialog-body", tabindex: -1 }, body), h("footer", {}, footer));
  dialog.addEventListener("cancel", (event) => {
    event.preventDefault();
    onCancel();
  });
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
  return dialog;
}

/** Asks before something is done; resolves to true or false. Texts are Slack text objects or strings. */
export function ask({ title, text, confirm, deny, style }) {
  const words = (part) => (typeof part === "string" ? part : part?.text);
  return new Promise((resolve) => {
    const done = (answer) => {
      dialog.close();
      resolve(answer);
    };
    const no = h("button", { type: "button", class: "button", onclick: () => done(false) }, words(deny) ?? t("cancel"));
    const yes = h("button", { type: "button", class: `button ${style === "danger" ? "danger" : "primary"} solid`, onclick: () => done(true) }, words(confirm) ?? t("yes"));
    const dialog = openDialog({ title: words(title) ?? t("sure"), body: [h("p", {}, words(text))], footer: [no, yes], onCancel: () => done(false), kind: "small" });
    no.focus();
  });
}
