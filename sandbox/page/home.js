/** The App Home of the acting person. */
import { h } from "./dom.js";
import { post } from "./api.js";
import { load } from "./actions.js";
import { showBlocks } from "./blocks.js";
import { Form } from "./form.js";
import { store } from "./store.js";
import { t } from "./strings.js";

let surface = null; // lives as long as one person looks at their home
let root = null;

export function homePane() {
  surface = { container: { type: "home" }, form: new Form(), owner: store.me };
  root = h("div", { class: "blocks" });
  post("open_home", { as: store.me }).then(refreshHome);
  return h("section", { class: "home", "aria-label": t("home") }, root);
}

export async function refreshHome() {
  if (!root?.isConnected) return;
  const asked = surface;
  const view = await load("home");
  if (asked !== surface || view?.ok === false) return;
  if (!view) return root.replaceChildren(h("p", { class: "empty" }, t("no_home")));
  if (root.querySelector(".empty")) root.replaceChildren();
  surface.container.view_id = view.id;
  showBlocks(root, view.blocks ?? [], surface);
}
