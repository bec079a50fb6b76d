/** Completion while typing: slash commands and their words at the beginning, people after an @. */
import { h, freshId } from "./dom.js";
import { nameOf, people, store } from "./store.js";

/** What could be meant at the caret: `{from, choices: [{insert, label, note}]}`, or null. */
export function completions(text, caret) {
  const before = text.slice(0, caret);
  if (before.startsWith("/")) return commands(before);
  const at = /(^|\s)@([\p{L}\p{N}._]*)$/u.exec(before);
  return at && mentions(at[2].toLowerCase(), caret - at[2].length - 1);
}

function commands(before) {
  const [name, ...rest] = before.split(/\s+/);
  const whole = store.world.commands.find((one) => one.command === name);
  if (!rest.length) return { from: 0, choices: store.world.commands.filter((one) => one.command.startsWith(name)).map(commandChoice) };
  if (!whole || rest.length > 1) return null;
  const words = subcommands(whole.usage_hint).filter((word) => word.startsWith(rest[0]) && word !== rest[0]);
  return { from: name.length + 1, begun: rest[0] !== "", choices: words.map((word) => ({ insert: `${word} `, label: `${name} ${word}`, note: "" })) };
}

const commandChoice = (one) => ({ insert: `${one.command} `, label: one.command, hint: one.usage_hint, note: one.description });

/** "[mine | 我的 | claim <name>]" → mine, 我的, claim. Prose without a bar offers nothing. */
export function subcommands(hint = "") {
  if (!hint.includes("|")) return [];
  const firsts = hint.replace(/^\[|\]$/g, "").split("|").map((part) => part.trim().split(/[\s<[(]/)[0]);
  return firsts.filter((word) => /^[\p{L}-]+$/u.test(word));
}

function mentions(words, from) {
  const all = [...people(), { ...store.world.bot, real_name: store.world.bot?.name }];
  const fits = (user) => [user.name, nameOf(user)].some((name) => name?.toLowerCase().includes(words));
  return { from, choices: all.filter(fits).map((user) => ({ insert: `@${nameOf(user)} `, label: nameOf(user), note: `@${user.name ?? ""}` })) };
}

/** Names picked from the list become Slack's own mentions when the words are sent. */
export function withMentions(text) {
  const all = [...people(), { ...store.world.bot, real_name: store.world.bot?.name }].sort((a, b) => nameOf(b).length - nameOf(a).length);
  return all.reduce((words, user) => words.replaceAll(`@${nameOf(user)}`, `<@${user.user_id ?? user.id}>`), text);
}

/** The list above a text box. Returns `key(event)`, which is true when it has used the key. */
export function completer(box, holder) {
  const id = freshId("complete");
  const list = h("div", { class: "completions", role: "listbox", id, hidden: true });
  holder.prepend(list);
  Object.entries({ role: "combobox", "aria-autocomplete": "list", "aria-controls": id, "aria-expanded": "false" }).forEach(([name, value]) => box.setAttribute(name, value));
  let found = null;
  let at = 0;
  const close = () => draw(null);
  const draw = (next) => {
    found = next?.choices.length ? next : null;
    at = Math.min(at, (found?.choices.length ?? 1) - 1);
    list.hidden = !found;
    list.replaceChildren(...(found?.choices ?? []).map((choice, i) => row(choice, i === at, `${id}-${i}`, () => take(choice))));
    box.setAttribute("aria-expanded", String(Boolean(found)));
    box.setAttribute("aria-activedescendant", found && at >= 0 ? `${id}-${at}` : "");
    list.children[at]?.scrollIntoView({ block: "nearest" });
  };
  const take = ({ insert }) => {
    const rest = box.value.slice(box.selectionStart);
    box.value = box.value.slice(0, found.from) + insert + rest;
    box.selectionStart = box.selectionEnd = box.value.length - rest.length;
    box.focus();
    box.dispatchEvent(new Event("input"));
  };
  box.addEventListener("input", () => {
    const next = completions(box.value, box.selectionStart);
    at = next?.begun === false ? -1 : 0; // "/dibs " and Enter sends just that
    draw(next);
  });
  box.addEventListener("blur", () => setTimeout(close, 150));
  const move = (by) => { at = (Math.max(at, by < 0 ? 0 : -1) + by + found.choices.length) % found.choices.length; draw(found); };
  const keys = { ArrowDown: () => move(1), ArrowUp: () => move(-1), Escape: close, Tab: () => take(found.choices[Math.max(0, at)]) };
  return (event) => {
    if (!found || event.isComposing) return false;
    const finished = at < 0 || found.choices[at].insert.trim() === box.value.slice(found.from).trim();
    const use = event.key === "Enter" && !finished ? keys.Tab : keys[event.key];
    use?.();
    return Boolean(use);
  };
}

function row({ label, hint, note }, on, id, take) {
  const pick = (event) => { event.preventDefault(); take(); };
  return h("div", { role: "option", id, "aria-selected": String(on), onmousedown: pick }, h("strong", {}, label), hint && h("code", {}, hint), note && h("small", {}, note));
}
