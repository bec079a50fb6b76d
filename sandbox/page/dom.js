/** Building the page. Nothing here parses HTML: what a person or the bot wrote only ever becomes a text node. */

const SVG = "http://www.w3.org/2000/svg";
const PROPERTIES = new Set(["value", "checked", "disabled", "hidden", "open", "indeterminate"]);

export const h = (tag, props, ...children) => dress(document.createElement(tag), props, children);
export const svg = (tag, props, ...children) => dress(document.createElementNS(SVG, tag), props, children);

function dress(node, props, children) {
  for (const [name, value] of Object.entries(props ?? {})) set(node, name, value);
  node.append(...children.flat(Infinity).filter((child) => child != null && child !== false));
  return node;
}

/** Replaces what is in `node`; children that are null or false are left out. */
export function fill(node, ...children) {
  node.replaceChildren();
  return dress(node, {}, children);
}

function set(node, name, value) {
  if (value == null || value === false) return;
  if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
  else if (name === "data") Object.assign(node.dataset, value);
  else if (name === "style") for (const [key, entry] of Object.entries(value)) node.style.setProperty(key, entry);
  else if (PROPERTIES.has(name)) node[name] = value;
  else node.setAttribute(name, value === true ? "" : value);
}

const drawn = new WeakMap();

/**
 * Makes `root` show `items` in order, touching only what changed, so that focus, half-typed words and
 * open menus of the untouched ones survive. `keyOf(item)` names an item, `draw(item)` makes its node.
 */
export function reconcile(root, items, keyOf, draw) {
  const old = new Map([...root.children].map((node) => [node.dataset.key, node]));
  const nodes = items.map((item) => keptOrNew(old, String(keyOf(item)), item, draw));
  const wanted = new Set(nodes);
  for (const node of [...root.children]) if (!wanted.has(node)) node.remove();
  nodes.forEach((node, at) => root.children[at] !== node && root.insertBefore(node, root.children[at] ?? null));
}

function keptOrNew(old, key, item, draw) {
  const print = JSON.stringify(item);
  const was = old.get(key);
  if (was && drawn.get(was) === print) return was;
  const node = draw(item);
  node.dataset.key = key;
  drawn.set(node, print);
  return node;
}

/** Does `work`, and gives the focus back to the same control when it was drawn anew meanwhile. */
export function keepFocus(root, work) {
  const before = root.contains(document.activeElement) ? document.activeElement : null;
  const name = before?.dataset.action;
  const same = () => (name ? [...root.querySelectorAll(`[data-action="${CSS.escape(name)}"]`)] : []);
  const at = same().indexOf(before);
  const caret = before?.selectionEnd;
  work();
  const after = before && !root.contains(document.activeElement) && same()[at];
  after?.focus?.({ preventScroll: true });
  if (after && typeof caret === "number") after.setSelectionRange(caret, caret);
}

let counter = 0;
export const freshId = (stem) => `${stem}-${++counter}`;

/** Says `words` to screen readers without moving the focus. */
export function announce(words) {
  const line = h("p", {}, words);
  document.getElementById("announcer").append(line);
  setTimeout(() => line.remove(), 4000);
}
