/** The bar of people one can act as: name, what they do, their language, and whether something waits for them. */
import { fill, h } from "./dom.js";
import { avatar } from "./message.js";
import { dot, drawer } from "./sidebar.js";
import { anyUnread, go, nameOf, people, store } from "./store.js";
import { languageOf, t } from "./strings.js";

const root = () => document.getElementById("people");

export function drawPeople() {
  const had = root().contains(document.activeElement);
  root().setAttribute("aria-label", t("act_as"));
  fill(root(), ...people().map(chip));
  if (had) root().querySelector("[aria-pressed=true]")?.focus();
}

function chip(user, at) {
  const on = user.id === store.me;
  const language = languageOf(user.locale) === "zh" ? "中文" : "EN";
  const label = [h("strong", {}, nameOf(user)), h("small", {}, h("span", { class: "title" }, user.title), h("span", { class: "language" }, language))];
  const spoken = [nameOf(user), user.title, language, !on && anyUnread(user.id) && t("unread")].filter(Boolean).join(", "); // a phone shows less of it
  const act = () => { drawer(false); go({ me: user.id }); };
  return h("button", { type: "button", class: "person", "aria-pressed": String(on), "aria-label": spoken, title: `${nameOf(user)} · ${user.tz} · Alt+${at + 1}`, onclick: act }, avatar(user), h("span", { class: "who" }, label), !on && anyUnread(user.id) && dot());
}

/** Alt+1 … Alt+9 change the person from the keyboard. */
export function personKeys(event) {
  const user = event.altKey && /^Digit[1-9]$/.test(event.code) && people()[event.code.slice(5) - 1];
  if (!user || document.querySelector("dialog[open]")) return;
  event.preventDefault();
  go({ me: user.id });
}
