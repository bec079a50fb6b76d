/** What one may do with a message: react, reply, edit, delete, and the app's message shortcuts. */
import { h } from "./dom.js";
import { post } from "./api.js";
import { ask } from "./dialog.js";
import { icon } from "./icons.js";
import { openMenu } from "./popover.js";
import { changed, store } from "./store.js";
import { t } from "./strings.js";
import { passed } from "./toast.js";

const about = (message) => ({ as: store.me, channel: store.channel, ts: message.ts });

/** The possible doings, as menu items; `quick` ones also stand on the bar shown on hover. */
export function doings({ message, body, inThread, content }) {
  if (message.ephemeral) return [];
  const mine = message.user === store.me && !message.bot;
  return [
    { label: t("react_x"), icon: icon("cross"), quick: true, run: () => react(message, "x") },
    !inThread && { label: t("reply_in_thread"), icon: icon("reply"), quick: true, run: () => openThread(message.thread_ts ?? message.ts) },
    ...shortcuts("message").map((one) => ({ label: one.name, icon: icon("bolt"), run: () => runShortcut(one, message) })),
    mine && { label: t("edit"), icon: icon("edit"), run: () => edit(message, body, content) },
    mine && { label: t("delete"), icon: icon("bin"), danger: true, run: () => remove(message) },
  ].filter(Boolean);
}

export const shortcuts = (scope) => store.world.shortcuts.filter(({ type }) => type.startsWith("message") === (scope === "message"));

export async function runShortcut({ callback_id: callback }, message) {
  const place = message ? { channel: store.channel, ts: message.ts } : {};
  passed(await post("shortcut", { as: store.me, callback_id: callback, ...place }));
}

/** Only the last button is a tab stop; its menu holds everything, so a long list stays quick to pass by keyboard. */
export function toolbar(items) {
  const quick = items.filter((item) => item.quick).map((item) =>
    h("button", { type: "button", class: "quiet quick", tabindex: -1, "aria-label": item.label, title: item.label, onclick: item.run }, item.icon.cloneNode(true)));
  const more = h("button", { type: "button", class: "quiet", "aria-haspopup": "menu", "aria-label": t("more"), onclick: (event) => openMenu(event.currentTarget, items) }, icon("more"));
  return h("div", { class: "toolbar", role: "group", "aria-label": t("message_actions") }, quick, more);
}

export function openThread(ts) {
  store.thread = ts;
  changed("thread");
}

async function react(message, name) {
  const mine = (message.reactions ?? []).some((one) => one.name === name && one.users?.includes(store.me));
  passed(await post("react", { ...about(message), name, remove: mine }));
}

async function remove(message) {
  const sure = await ask({ title: t("delete"), text: t("delete_sure"), confirm: t("delete"), style: "danger" });
  if (sure) passed(await post("delete", about(message)));
}

const entities = { "&lt;": "<", "&gt;": ">", "&amp;": "&" };

function edit(message, body, content) {
  const before = message.text.replace(/&(lt|gt|amp);/g, (entity) => entities[entity]);
  const box = h("textarea", { class: "text", value: before, rows: 3, "aria-label": t("edit") });
  const stop = () => body.replaceChildren(...h("div", {}, content(message)).childNodes);
  const save = async () => {
    if (box.value.trim() === before.trim()) return stop();
    if (passed(await post("edit", { ...about(message), text: box.value }))) stop();
  };
  box.addEventListener("keydown", (event) => {
    if (event.key === "Escape") stop();
    if (event.key === "Enter" && !event.shiftKey && !event.isComposing) { event.preventDefault(); save(); }
  });
  const buttons = [h("button", { type: "button", class: "button", onclick: stop }, t("cancel")), h("button", { type: "button", class: "button primary solid", onclick: save }, t("save"))];
  body.replaceChildren(h("div", { class: "editor" }, box, h("div", { class: "row" }, buttons)));
  box.focus();
}
