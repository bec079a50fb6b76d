/** The places of the acting person: their conversation with Dibs, and their channels. */
import { fill, h } from "./dom.js";
import { avatar } from "./message.js";
import { channelsOf, go, hasUnread, store } from "./store.js";
import { t } from "./strings.js";

const root = () => document.getElementById("sidebar");

export function drawSidebar() {
  const { world } = store;
  root().setAttribute("aria-label", t("places"));
  fill(root(),
    h("div", { class: "team" }, h("strong", {}, world.team?.name ?? "Dibs"), h("small", {}, t("sandbox"))),
    h("h2", {}, t("apps")), h("ul", {}, place("dm", [avatar({ ...world.bot, isBot: true }), world.bot?.name ?? "Dibs"])),
    h("h2", {}, t("channels")), h("ul", {}, channelsOf(store.me).map((one) => place(one.id, [h("span", { class: "hash", "aria-hidden": "true" }, "#"), h("span", { class: "name" }, one.name), one.external && h("span", { class: "tag" }, t("external"))]))),
    h("p", { class: "advice" }, t("advice")),
  );
}

function place(channel, words) {
  const unread = hasUnread(store.me, channel);
  const here = store.channel === channel;
  const open = () => { go({ channel, tab: channel === "dm" && here ? store.tab : "messages" }); drawer(false); };
  return h("li", {}, h("button", { type: "button", class: unread ? "unread" : "", "aria-current": here ? "page" : null, onclick: open }, words, unread && dot()));
}

export const dot = () => h("span", { class: "dot" }, h("span", { class: "unseen" }, t("unread")));

/** On a phone the sidebar is a drawer. */
export function drawer(open = !document.body.classList.contains("drawer-open")) {
  document.body.classList.toggle("drawer-open", open);
  document.getElementById("drawer").setAttribute("aria-expanded", String(open));
}
