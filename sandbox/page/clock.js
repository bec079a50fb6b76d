/** The workspace's clock: what time it is there, and buttons that move it on. */
import { announce, fill, h } from "./dom.js";
import { post } from "./api.js";
import { clockFace, workspaceNow } from "./dates.js";
import { icon } from "./icons.js";
import { changed, store } from "./store.js";
import { t } from "./strings.js";
import { passed } from "./toast.js";

const root = () => document.getElementById("clock");
let moving = null; // the words of the step being made

const STEPS = [
  ["hour", { advance_seconds: 3600 }],
  ["day", { advance_seconds: 86400 }],
  ["next_event", { to_next: true }],
  ["reset", { reset: true }],
];

export function drawClock() {
  const held = document.activeElement?.dataset.step;
  const offset = Math.round(store.world.clock?.offset_seconds ?? 0);
  root().setAttribute("aria-label", t("clock"));
  root().classList.toggle("moving", Boolean(moving));
  fill(root(),
    h("span", { class: `face ${offset ? "ahead" : ""}`, title: offset ? t("ahead", { time: distance(offset) }) : t("real_time") }, icon("clock"), h("time", {}, clockFace(workspaceNow()))),
    h("span", { class: "steps" }, STEPS.map(([name, body]) => step(name, body, offset))),
    moving && h("progress", { "aria-label": moving }),
  );
  if (held) root().querySelector(`[data-step=${held}]`)?.focus();
}

function step(name, body, offset) {
  const words = name === "reset" ? icon("reset") : t(name);
  return h("button", { type: "button", data: { step: name }, title: t(`${name}_hint`), "aria-label": name === "reset" ? t("reset_hint") : null, "aria-disabled": moving || (name === "reset" && !offset) ? "true" : null, onclick: () => move(name, body) }, words);
}

async function move(name, body) {
  if (moving || (name === "reset" && !Math.round(store.world.clock?.offset_seconds ?? 0))) return;
  moving = t("moving");
  drawClock();
  const answer = await post("clock", body);
  moving = null;
  if (passed(answer)) hearClock(answer.clock ?? answer);
  else drawClock();
  announce(clockFace(workspaceNow()));
}

/** Takes over what the server says of its clock; the page counts on from there. */
export function hearClock(clock) {
  if (clock?.now !== undefined) store.world.clock = { ...store.world.clock, ...clock, heard: Date.now() };
  changed("clock");
}

function distance(seconds) {
  const days = Math.floor(seconds / 86400);
  const hours = Math.round((seconds % 86400) / 3600);
  return [days && t("days", { n: days }), hours && t("hours", { n: hours })].filter(Boolean).join(" ") || t("hours", { n: 0 });
}
