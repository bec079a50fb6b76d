/** The pane beside the messages that holds one thread. */
import { fill, h } from "./dom.js";
import { composer } from "./composer.js";
import { icon } from "./icons.js";
import { inThread, messageList } from "./messages.js";
import { changed, store } from "./store.js";
import { t } from "./strings.js";

const pane = () => document.getElementById("thread");
let list = null;
let opener = null;

export function drawThread() {
  if (!store.thread) return hide();
  opener ??= document.activeElement;
  list = messageList({ thread: true });
  const close = h("button", { type: "button", class: "quiet", "aria-label": t("close"), onclick: closeThread }, icon("close"));
  fill(pane(), h("header", { class: "place-head" }, h("h2", {}, t("thread")), close), list.root, composer({ thread: store.thread, label: t("reply") }));
  pane().setAttribute("aria-label", t("thread"));
  pane().hidden = false;
  pane().querySelector("textarea").focus();
}

function hide() {
  pane().hidden = true;
  pane().replaceChildren();
  list = null;
  opener = null;
}

export function closeThread() {
  const back = opener;
  store.thread = null;
  changed("thread");
  back?.focus?.();
}

export const showThread = (messages) => store.thread && list?.show(inThread(messages, store.thread));
