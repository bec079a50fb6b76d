/** The middle of the page: the head of the place, its tabs, its messages or home, and the composer. */
import { fill, h } from "./dom.js";
import { composer, takesFiles } from "./composer.js";
import { homePane } from "./home.js";
import { roving } from "./popover.js";
import { inChannel, loadMessages, messageList } from "./messages.js";
import { openThread } from "./messagemenu.js";
import { channelById, go, store } from "./store.js";
import { t } from "./strings.js";
import { showThread } from "./thread.js";

const root = () => document.getElementById("place");
let list = null;

export const titleOf = (channel) => (channel === "dm" ? (store.world.bot?.name ?? "Dibs") : `#${channelById(channel)?.name ?? ""}`);

export function mountPlace() {
  takesFiles(root(), () => ({ as: store.me, channel: store.channel }));
  root().addEventListener("click", (event) => {
    const opener = event.target.closest("[data-thread]");
    if (opener) openThread(opener.dataset.thread);
  });
}

/** Draws the place anew: another person, channel or tab. */
export function drawPlace() {
  const home = store.tab === "home";
  list = home ? null : messageList({ empty: t(store.channel === "dm" ? "empty_dm" : "empty_channel") });
  const pane = home ? [homePane()] : [list.root, composer({ label: t("message_to", { place: titleOf(store.channel) }) })];
  fill(root(), head(), ...pane);
  root().dataset.drop = t("drop_here");
  refreshMessages();
}

export async function refreshMessages() {
  const mine = list;
  const messages = await loadMessages();
  if (!messages || mine !== list) return;
  list?.show(inChannel(messages));
  showThread(messages);
}

function head() {
  const channel = channelById(store.channel);
  const note = store.channel === "dm" ? "" : [t("members", { n: channel?.members?.length ?? 0 }), channel?.external && t("external")].filter(Boolean).join(" · ");
  return h("header", { class: "place-head" }, h("h1", {}, titleOf(store.channel)), note && h("small", {}, note), store.channel === "dm" && tabs());
}

function tabs() {
  const tab = (name) => h("button", { type: "button", role: "tab", "aria-selected": String(store.tab === name), tabindex: store.tab === name ? 0 : -1, onclick: () => go({ tab: name }) }, t(name));
  const row = h("div", { role: "tablist", class: "tabs" }, tab("messages"), tab("home"));
  row.addEventListener("keydown", (event) => {
    const keys = { ArrowRight: "ArrowDown", ArrowLeft: "ArrowUp" };
    if (keys[event.key]) roving({ key: keys[event.key], preventDefault: () => event.preventDefault() }, [...row.children]);
  });
  return row;
}
