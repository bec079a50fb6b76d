/** Where one writes: Enter sends, Shift+Enter breaks the line, and an input method's own Enter is left alone. */
import { h } from "./dom.js";
import { post, upload } from "./api.js";
import { completer, withMentions } from "./complete.js";
import { icon } from "./icons.js";
import { runShortcut, shortcuts } from "./messagemenu.js";
import { steps } from "./steps.js";
import { openMenu } from "./popover.js";
import { store } from "./store.js";
import { t } from "./strings.js";
import { passed, toast } from "./toast.js";

const drafts = new Map(); // "user place thread" → what was not sent yet

export function composer({ thread = null, label }) {
  const { me: as, channel } = store;
  const draft = `${as} ${channel} ${thread}`;
  const box = h("textarea", { class: "compose", rows: 1, "aria-label": label, placeholder: label, value: drafts.get(draft) ?? "" });
  const send = () => sendWords({ as, channel, thread, box });
  const plus = h("button", { type: "button", class: "quiet", "aria-label": t("more_actions"), "aria-haspopup": "menu", onclick: (event) => openMenu(event.currentTarget, plusItems({ as, channel, thread })) }, icon("plus"));
  const go = h("button", { type: "button", class: "quiet send", "aria-label": t("send"), onclick: send }, icon("send"));
  const root = h("div", { class: "composer" }, h("div", { class: "writing" }, plus, box, go));
  const used = completer(box, root);
  const grow = () => { box.style.height = "auto"; box.style.height = `${Math.min(box.scrollHeight, 180)}px`; };
  box.addEventListener("input", () => { drafts.set(draft, box.value); go.classList.toggle("ready", Boolean(box.value.trim())); grow(); });
  box.addEventListener("keydown", (event) => {
    if (used(event)) { event.preventDefault(); event.stopPropagation(); return; }
    if (event.key !== "Enter" || event.shiftKey || event.isComposing || event.keyCode === 229) return;
    event.preventDefault();
    send();
  });
  queueMicrotask(() => box.value && box.dispatchEvent(new Event("input")));
  return root;
}

/** The box empties at once; what could not be sent comes back. */
async function sendWords({ as, channel, thread, box }) {
  const words = box.value.trim();
  if (!words) return;
  if (words.startsWith("/") && thread) { toast(t("no_slash_in_thread")); return; }
  put(box, "");
  const answer = words.startsWith("/")
    ? await post("command", { as, channel, line: withMentions(words) })
    : await post("say", { as, channel, text: withMentions(words), thread_ts: thread ?? undefined });
  if (!passed(answer) && !box.value) put(box, words);
}

function put(box, words) {
  box.value = words;
  box.dispatchEvent(new Event("input"));
}

function plusItems(place) {
  const global = shortcuts("global").map((one) => ({ label: one.name, icon: icon("bolt"), run: () => runShortcut(one) }));
  return [...global, ...steps(), { label: t("upload_file"), icon: icon("file"), run: () => chooseFile(place) }];
}

function chooseFile(place) {
  const input = h("input", { type: "file", multiple: true, onchange: () => sendFiles(place, input.files) });
  input.click();
}

export async function sendFiles({ as, channel, thread }, files) {
  if (files.length) passed(await upload({ as, channel, thread_ts: thread }, files));
}

/** Lets files be dropped anywhere on `pane`. */
export function takesFiles(pane, place) {
  const over = (event, on) => {
    if (!event.dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    pane.classList.toggle("dropping", on);
  };
  pane.addEventListener("dragover", (event) => over(event, true));
  pane.addEventListener("dragleave", (event) => !pane.contains(event.relatedTarget) && over(event, false));
  pane.addEventListener("drop", (event) => { over(event, false); sendFiles(place(), event.dataTransfer.files); });
}
