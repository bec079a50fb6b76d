/** One message: who, when, what, and what can be done with it. */
import { h } from "./dom.js";
import { post } from "./api.js";
import { showBlocks } from "./blocks.js";
import { clockTime, fullTime } from "./dates.js";
import { emoji } from "./emoji.js";
import { Form } from "./form.js";
import { icon } from "./icons.js";
import { doings, toolbar } from "./messagemenu.js";
import { mrkdwn } from "./mrkdwn.js";
import { nameOf, person, store } from "./store.js";
import { t } from "./strings.js";
import { passed } from "./toast.js";

const SLACKBOT = { id: "USLACKBOT", name: "Slackbot", avatar_color: "#4a5568" };

export function authorOf(message) {
  if (message.bot) return { ...store.world.bot, real_name: store.world.bot?.name, isBot: true };
  return person(message.user) ?? (message.user === SLACKBOT.id ? SLACKBOT : { name: message.user ?? "" });
}

export function avatar(user) {
  const face = user.isBot ? "D" : initials(nameOf(user));
  return h("span", { class: `avatar ${user.isBot ? "bot" : ""}`, style: { "--face": user.avatar_color ?? "#0d6e64" }, "aria-hidden": "true" }, face);
}

/** Two letters of a western name, the family name of a Chinese one. */
const initials = (name) => (/^\p{Script=Han}/u.test(name) ? name[0] : name.split(/\s+/).map((word) => word[0]).join("").slice(0, 2).toUpperCase());

/** `follows` is true when the same person has just spoken, so that the face is not repeated. */
export function messageRow({ message, follows, inThread }) {
  const author = authorOf(message);
  const body = h("div", { class: "body" }, content(message));
  const row = h("article", { class: rowClass(message, follows), "aria-label": `${nameOf(author)}, ${clockTime(message.ts)}`, data: { ts: message.ts } },
    message.ephemeral && h("p", { class: "private" }, icon("eye"), t("only_you")),
    avatar(author), h("div", { class: "said" }, heading(message, author), body, footing(message, inThread)));
  const items = doings({ message, body, inThread, content });
  if (items.length) row.append(toolbar(items));
  return row;
}

const rowClass = (message, follows) => ["message", message.ephemeral && "ephemeral", follows && "follows"].filter(Boolean).join(" ");

function heading(message, author) {
  const time = h("time", { datetime: new Date(message.ts * 1000).toISOString(), title: fullTime(Number(message.ts)) }, clockTime(message.ts));
  return h("header", {}, h("strong", {}, nameOf(author)), author.isBot && h("span", { class: "tag" }, t("app")), time);
}

function content(message) {
  const edited = message.edited && h("small", { class: "edited" }, t("edited"));
  const text = message.bot && message.blocks?.length ? [blocksOf(message, message.blocks), edited] : h("div", { class: "words" }, mrkdwn(message.text), edited);
  return [text, (message.attachments ?? []).map((part) => attachment(message, part)), (message.files ?? []).map(fileLink)];
}

function blocksOf(message, blocks) {
  const root = h("div", { class: "blocks" });
  const container = { type: "message", channel: store.channel, ts: message.ts, ephemeral: Boolean(message.ephemeral) };
  showBlocks(root, blocks, { container, form: new Form() });
  return root;
}

function attachment(message, part) {
  const inner = part.blocks ? blocksOf(message, part.blocks) : [part.title && h("strong", {}, part.title), h("div", {}, mrkdwn(part.text ?? part.fallback))];
  return h("div", { class: "attachment", style: { "--bar": /^#?[0-9a-f]{6}$/i.test(part.color ?? "") ? `#${part.color.replace("#", "")}` : "#ccd3d1" } }, inner);
}

function fileLink(file) {
  const url = new URL(file.url_private ?? file.permalink ?? "", location.origin);
  const ours = url.origin === location.origin;
  url.searchParams.set("as", store.me);
  const words = [icon("file"), h("span", {}, file.title || file.name, h("small", {}, size(file.size)))];
  return ours ? h("a", { class: "file", href: url.href, target: "_blank", rel: "noopener" }, words) : h("span", { class: "file" }, words);
}

const size = (bytes) => (bytes == null ? "" : bytes < 1024 ? `${bytes} B` : bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`);

function footing(message, inThread) {
  const reactions = (message.reactions ?? []).map((one) => reaction(message, one));
  const replies = message.reply_count > 0 && !inThread && h("button", { type: "button", class: "replies", data: { thread: message.ts } }, icon("reply"), t(message.reply_count === 1 ? "reply_one" : "replies", { n: message.reply_count }));
  return (reactions.length > 0 || replies) && h("footer", {}, reactions, replies);
}

function reaction(message, { name, users = [], count = users.length }) {
  const mine = users.includes(store.me);
  const toggle = async () => passed(await post("react", { as: store.me, channel: store.channel, ts: message.ts, name, remove: mine }));
  const who = users.map((id) => nameOf(person(id))).join(", ");
  return h("button", { type: "button", class: "reaction", "aria-pressed": String(mine), "aria-label": `:${name}: ${count}. ${who}`, title: who, onclick: toggle }, name === "x" ? icon("cross") : emoji(name), ` ${count}`);
}
