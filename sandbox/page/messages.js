/** The messages of one place, newest at the foot, with a line where a day begins. */
import { announce, h, keepFocus, reconcile } from "./dom.js";
import { load } from "./actions.js";
import { dayLabel, workspaceNow } from "./dates.js";
import { authorOf, messageRow } from "./message.js";
import { plainWords } from "./mrkdwn.js";
import { nameOf, store } from "./store.js";
import { t } from "./strings.js";

const NEAR = 80; // px from the foot that still count as "at the foot"
const TOGETHER = 300; // s within which the same person's messages stand under one face

export async function loadMessages() {
  const { me, channel } = store;
  const messages = await load("messages", { channel });
  if (me !== store.me || channel !== store.channel || !Array.isArray(messages)) return null;
  return messages.sort((a, b) => a.ts - b.ts);
}

const isReply = (message) => message.thread_ts && message.thread_ts !== message.ts;
export const inChannel = (messages) => messages.filter((message) => !isReply(message) || message.subtype === "thread_broadcast");
export const inThread = (messages, ts) => messages.filter((message) => message.ts === ts || message.thread_ts === ts);

/** A scrolling list; `show(messages)` brings it up to date and keeps the reader's place. */
export function messageList({ thread = false, empty }) {
  const rows = h("div", { class: "rows" });
  const jump = h("button", { type: "button", class: "jump", hidden: true, onclick: () => toFoot() }, t("new_messages"));
  const root = h("div", { class: "messages", tabindex: 0, role: "region", "aria-label": t(thread ? "thread" : "messages") }, rows, jump);
  let known = null;
  const toFoot = () => { root.scrollTop = root.scrollHeight; jump.hidden = true; };
  root.addEventListener("scroll", () => { if (isAtFoot(root)) jump.hidden = true; });
  const show = (messages) => {
    const atFoot = !known || isAtFoot(root);
    const fresh = messages.filter((message) => known && !known.has(message.ts));
    keepFocus(rows, () => reconcile(rows, items(messages, thread), (item) => item.key, draw));
    if (!messages.length) rows.replaceChildren(h("p", { class: "empty" }, empty));
    known = new Set(messages.map((message) => message.ts));
    fresh.forEach(speak);
    if (atFoot || fresh.some((message) => message.user === store.me && !message.bot)) toFoot();
    else if (fresh.length) jump.hidden = false;
  };
  return { root, show };
}

const isAtFoot = (root) => root.scrollHeight - root.scrollTop - root.clientHeight < NEAR;
const speak = (message) => message.user !== store.me && announce(`${nameOf(authorOf(message))}: ${plainWords(message.text)}`);

function items(messages, thread) {
  const list = [];
  let before = null;
  for (const message of messages) {
    const day = dayLabel(message.ts);
    if (!thread && day !== before?.day) list.push({ key: `day ${day}`, day });
    const follows = Boolean(before) && before.day === day && continues(before.message, message);
    list.push({ key: message.ephemeral ? `private ${message.ts}` : message.ts, message, follows, inThread: thread, hour: timely(message) });
    before = { day, message };
  }
  return list;
}

/** Words such as "today" or "2 hours ago" are drawn again when the hour has changed; other messages are left alone. */
const timely = (message) => (/_pretty\}|\{ago\}/.test(JSON.stringify(message)) ? Math.floor(workspaceNow() / 3600) : null);

const continues = (one, next) =>
  one.user === next.user && Boolean(one.bot) === Boolean(next.bot) && !one.ephemeral && !next.ephemeral && next.ts - one.ts < TOGETHER;

const draw = (item) => (item.day && !item.message ? h("div", { class: "day" }, h("span", {}, item.day)) : messageRow(item));
