/** The few line drawings of the page, all on a 20 × 20 grid. */
import { svg } from "./dom.js";

const PATHS = {
  menu: "M3 5h14M3 10h14M3 15h14",
  plus: "M10 4v12M4 10h12",
  send: "M3 10l14-6-5 13-3-5.5z",
  close: "M5 5l10 10M15 5L5 15",
  back: "M12 4l-6 6 6 6",
  more: "M4.5 10h.01M10 10h.01M15.5 10h.01",
  reply: "M4 5h12v8H9l-4 3v-3H4z",
  cross: "M5 5l10 10M15 5L5 15",
  edit: "M4 16l1-4 8-8 3 3-8 8z",
  bin: "M4 6h12M8 6V4h4v2M6 6l1 10h6l1-10",
  bolt: "M11 3L5 11h4l-1 6 6-8h-4z",
  eye: "M2.5 10s3-5 7.5-5 7.5 5 7.5 5-3 5-7.5 5-7.5-5-7.5-5zM10 12a2 2 0 100-4 2 2 0 000 4z",
  file: "M6 3h6l3 3v11H6zM12 3v3h3",
  clock: "M10 3a7 7 0 100 14 7 7 0 000-14zM10 6v4l3 2",
  reset: "M4 10a6 6 0 106-6H6M8.500 1.500L6 4l2.500 2.500",
  down: "M5 8l5 5 5-5",
  check: "M4 10l4 4 8-9",
  next: "M5 4l7 6-7 6zM15 4v12",
};

export function icon(name) {
  const stroke = name === "more" ? 2.6 : 1.6;
  const path = svg("path", { d: PATHS[name], "stroke-width": stroke });
  return svg("svg", { viewBox: "0 0 20 20", class: "icon", "aria-hidden": "true" }, path);
}
