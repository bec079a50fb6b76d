/** Things that float above the page: placed beside what opened them, closed by Escape or a click elsewhere. */
import { h } from "./dom.js";

const GAP = 4;

/** Shows `panel` beside `anchor` in the top layer; the focus goes back to `anchor` when it closes. */
export function float(panel, anchor) {
  panel.setAttribute("popover", "auto");
  (anchor.closest("dialog") ?? document.body).append(panel);
  anchor.setAttribute("aria-expanded", "true");
  panel.addEventListener("toggle", (event) => event.newState === "closed" && sink(panel, anchor));
  panel.showPopover();
  place(panel, anchor);
}

function sink(panel, anchor) {
  const hadFocus = panel.contains(document.activeElement) || document.activeElement === document.body;
  anchor.setAttribute("aria-expanded", "false");
  panel.remove();
  if (hadFocus && anchor.isConnected) anchor.focus({ preventScroll: true });
}

/** Below when there is room, above otherwise, and never outside the window. */
export function place(panel, anchor) {
  const at = anchor.getBoundingClientRect();
  const { offsetWidth: wide, offsetHeight: tall } = panel;
  const below = at.bottom + GAP + tall <= innerHeight || at.top < tall + GAP;
  const top = below ? Math.min(at.bottom + GAP, innerHeight - tall - GAP) : at.top - tall - GAP;
  panel.style.setProperty("top", `${Math.max(GAP, top)}px`);
  panel.style.setProperty("left", `${Math.max(GAP, Math.min(at.left, innerWidth - wide - GAP))}px`);
}

/** Moves the focus among `items` with the arrow keys, Home and End. */
export function roving(event, items) {
  const here = items.indexOf(document.activeElement);
  const goal = { ArrowDown: here + 1, ArrowUp: here < 0 ? items.length - 1 : here - 1, Home: 0, End: items.length - 1 }[event.key];
  if (goal === undefined || !items.length) return;
  event.preventDefault();
  items[(goal + items.length) % items.length].focus();
}

/** A menu of `{label, icon, danger, run}` under `trigger`. */
export function openMenu(trigger, items) {
  const panel = h("div", { class: "menu", role: "menu" });
  const choose = (item) => {
    panel.hidePopover();
    item.run();
  };
  const row = (item) =>
    h("button", { role: "menuitem", type: "button", class: item.danger ? "danger" : "", onclick: () => choose(item) }, item.icon, h("span", {}, item.label));
  panel.append(...items.map(row));
  panel.addEventListener("keydown", (event) => roving(event, [...panel.children]));
  float(panel, trigger);
  panel.firstElementChild?.focus();
}
