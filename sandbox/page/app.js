/** Starts the page, hears the workspace, and redraws what an event concerns. */
import { get, soon, stream } from "./api.js";
import { drawClock, hearClock } from "./clock.js";
import { workspaceNow } from "./dates.js";
import { h } from "./dom.js";
import { refreshHome } from "./home.js";
import { icon } from "./icons.js";
import { refreshModal } from "./modal.js";
import { drawPeople, personKeys } from "./people.js";
import { drawPlace, mountPlace, refreshMessages } from "./place.js";
import { drawSidebar, drawer } from "./sidebar.js";
import { changed, go, markUnread, me, placeOf, remembered, store, subscribe } from "./store.js";
import { setLanguage, t } from "./strings.js";
import { closeThread, drawThread } from "./thread.js";
import { passed } from "./toast.js";

const messagesSoon = soon(refreshMessages);
const homeSoon = soon(refreshHome);
const modalSoon = soon(refreshModal);
const worldSoon = soon(loadWorld);

const NEWS = new Set(["message", "ephemeral"]);

function hear(event) {
  if (NEWS.has(event.type)) markUnread(event);
  if (["message", "update", "delete", "ephemeral"].includes(event.type)) { if (placeOf(event.channel) === store.channel) messagesSoon(); }
  else if (event.type === "home") homeSoon();
  else if (event.type === "view") modalSoon();
  else worldSoon();
}

async function loadWorld() {
  const world = await get("state");
  if (!passed(world)) return;
  store.world = { ...store.world, ...world };
  hearClock(world.clock);
  if (!me().id || !store.me) start();
  changed("world");
}

function start() {
  const place = remembered();
  if (place.me) go(place);
}

/** After the connection was away anything may have changed. */
async function catchUp() {
  await loadWorld();
  messagesSoon();
  homeSoon();
  modalSoon();
}

function drawChrome() {
  setLanguage(me().locale);
  document.documentElement.lang = me().locale ?? "en";
  document.getElementById("drawer").setAttribute("aria-label", t("places"));
  drawPeople();
  drawSidebar();
  drawClock();
}

function keys(event) {
  personKeys(event);
  if (event.key === "Escape" && store.thread && !document.querySelector("dialog[open], :popover-open")) closeThread();
}

let today = null;

/** Words such as "today" hold for a day only. */
function newDay() {
  const day = Math.floor(workspaceNow() / 3600);
  if (today !== null && day !== today) changed("hour");
  today = day;
}

function main() {
  const opener = document.getElementById("drawer");
  opener.append(icon("menu"));
  opener.addEventListener("click", () => drawer());
  document.getElementById("frame").append(h("div", { class: "shade", onclick: () => drawer(false) }));
  document.addEventListener("keydown", keys);
  mountPlace();
  subscribe("me", () => { drawChrome(); modalSoon(); });
  subscribe("world", drawChrome);
  subscribe("unread", () => { drawPeople(); drawSidebar(); });
  subscribe("place", () => { drawThread(); drawPlace(); drawSidebar(); });
  subscribe("thread", () => { drawThread(); messagesSoon(); });
  subscribe("clock", () => { drawClock(); newDay(); });
  subscribe("hour", messagesSoon);
  setInterval(() => { drawClock(); newDay(); }, 20_000);
  stream(hear, catchUp);
}

main();
