/** The data_visualization block as a small SVG: bar, line, area, pie. Every figure is also in the label, so none is only a colour. */
import { h, svg } from "./dom.js";
import { me } from "./store.js";

const COLOURS = ["#0d6e64", "#d9822b", "#4c6ef5", "#b3446c", "#6c8a2e", "#7a5ca8"];
const SIZE = { get width() { return innerWidth < 760 ? 330 : 520; }, height: 220, left: 44, right: 10, top: 22, bottom: 30 };

const number = (value) => new Intl.NumberFormat(me().locale, { notation: Math.abs(value) >= 10000 ? "compact" : "standard" }).format(value);

export function chart(block) {
  const spec = block.chart ?? {};
  const drawing = spec.type === "pie" ? pie(spec) : plot(spec);
  const picture = svg("svg", { ...drawing.frame, role: "img", "aria-label": `${block.title}. ${drawing.words}` }, drawing.nodes);
  return h("figure", { class: `chart chart-${spec.type}` }, h("figcaption", {}, block.title), picture, legend(drawing.names));
}

const legend = (names) =>
  names.length > 1 && h("ul", { class: "legend" }, names.map((name, at) => h("li", { style: { "--dot": COLOURS[at % 6] } }, name)));

function plot(spec) {
  const series = spec.series ?? [];
  const labels = spec.axis_config?.categories ?? series[0]?.data.map((point) => point.label) ?? [];
  const rows = series.map((one) => labels.map((label) => Number(one.data.find((point) => point.label === label)?.value ?? 0)));
  const scale = scales(rows, labels.length);
  const marks = { bar: bars, line: lines, area: areas }[spec.type] ?? bars;
  const below = axis(labels, scale);
  const words = series.map((one, at) => `${one.name}: ${labels.map((label, i) => `${label} ${number(rows[at][i])}`).join(", ")}`).join("; ");
  return {
    frame: { viewBox: `${-below.left} 0 ${SIZE.width + below.left} ${SIZE.height + below.deeper}` },
    nodes: [grid(scale), marks(rows, scale, series, labels), below.nodes, axisNames(spec.axis_config, below.deeper)],
    names: series.map((one) => one.name),
    words,
  };
}

function scales(rows, count) {
  const values = [0, ...rows.flat()];
  const step = niceStep((Math.max(...values) - Math.min(...values)) / 4 || 1);
  const low = Math.floor(Math.min(...values) / step) * step;
  const high = Math.max(low + step, Math.ceil(Math.max(...values) / step) * step);
  const slot = (SIZE.width - SIZE.left - SIZE.right) / Math.max(1, count);
  const tall = SIZE.height - SIZE.top - SIZE.bottom;
  return { low, high, step, slot, x: (i) => SIZE.left + slot * (i + 0.5), y: (v) => SIZE.top + tall * (1 - (v - low) / (high - low)) };
}

/** The smallest of 1, 2, 5 × 10ⁿ that is not below `raw`. */
function niceStep(raw) {
  const power = 10 ** Math.floor(Math.log10(raw));
  return [1, 2, 5, 10].find((factor) => factor * power >= raw) * power;
}

function grid({ low, high, step, y }) {
  const ticks = Array.from({ length: Math.round((high - low) / step) + 1 }, (_, i) => low + i * step);
  return ticks.map((value) => [
    svg("line", { x1: SIZE.left, x2: SIZE.width - SIZE.right, y1: y(value), y2: y(value), class: value ? "grid" : "zero" }),
    svg("text", { x: SIZE.left - 6, y: y(value) + 3.5, class: "tick end" }, number(value)),
  ]);
}

const SLANT = 32;
const wide = (label) => [...label].reduce((sum, letter) => sum + (letter > "\u2e80" ? 10.5 : 6), 0);

/** Every label whole: where one is wider than its place all are slanted, and the picture is so much larger. */
function axis(labels, { x, slot }) {
  const longest = Math.max(0, ...labels.map(wide));
  const y = SIZE.height - 14;
  if (longest <= slot) return { left: 0, deeper: 0, nodes: labels.map((label, i) => svg("text", { x: x(i), y, class: "tick mid" }, label)) };
  const turn = (SLANT * Math.PI) / 180;
  const left = Math.max(0, ...labels.map((label, i) => wide(label) * Math.cos(turn) - x(i)));
  const turned = (i) => ({ x: x(i) + 4, y: y - 2, class: "tick end", transform: `rotate(-${SLANT} ${x(i) + 4} ${y - 2})` });
  return { left, deeper: Math.ceil(longest * Math.sin(turn)), nodes: labels.map((label, i) => svg("text", turned(i), label)) };
}

const axisNames = (config, deeper) => [
  config?.x_label && svg("text", { x: SIZE.width - SIZE.right, y: SIZE.height + deeper - 1, class: "tick end axis" }, config.x_label),
  config?.y_label && svg("text", { x: 2, y: 9, class: "tick axis" }, config.y_label),
];

const tip = (name, label, value) => svg("title", {}, `${name} · ${label}: ${number(value)}`);

function bars(rows, { x, y, slot }, series, labels) {
  const wide = Math.min(38, (slot * 0.72) / rows.length);
  return rows.map((row, at) => row.map((value, i) => svg("rect", {
    x: x(i) + (at - rows.length / 2) * wide + 1, width: Math.max(1, wide - 2), y: Math.min(y(value), y(0)),
    height: Math.max(1, Math.abs(y(value) - y(0))), rx: 2, fill: COLOURS[at % 6],
  }, tip(series[at].name, labels[i], value))));
}

const path = (row, { x, y }) => row.map((value, i) => `${i ? "L" : "M"}${x(i)} ${y(value)}`).join("");

function lines(rows, scale, series, labels) {
  return rows.map((row, at) => [
    svg("path", { d: path(row, scale), class: "line", stroke: COLOURS[at % 6] }),
    row.map((value, i) => svg("circle", { cx: scale.x(i), cy: scale.y(value), r: 3.2, fill: COLOURS[at % 6] }, tip(series[at].name, labels[i], value))),
  ]);
}

function areas(rows, scale, series, labels) {
  const floor = (row) => `L${scale.x(row.length - 1)} ${scale.y(0)}L${scale.x(0)} ${scale.y(0)}Z`;
  const fills = rows.map((row, at) => svg("path", { d: path(row, scale) + floor(row), fill: COLOURS[at % 6], "fill-opacity": 0.22 }));
  return [fills, lines(rows, scale, series, labels)];
}

function pie({ segments = [] }) {
  const total = segments.reduce((sum, { value }) => sum + value, 0) || 1;
  let turned = 0;
  const slices = segments.map((segment, at) => slice(segment, turned, (turned += segment.value / total), at));
  const named = segments.map(({ label, value }) => `${label} ${number(value)} (${Math.round((value / total) * 100)}%)`);
  return { frame: { viewBox: "-105 -105 210 210" }, nodes: slices, names: named, words: named.join(", ") };
}

function slice({ label, value }, from, to, at) {
  const fill = COLOURS[at % 6];
  const tipped = svg("title", {}, `${label}: ${number(value)}`);
  if (to - from > 0.999) return svg("circle", { r: 100, fill }, tipped);
  const spot = (turn) => `${100 * Math.sin(turn * 2 * Math.PI)} ${-100 * Math.cos(turn * 2 * Math.PI)}`;
  return svg("path", { d: `M0 0L${spot(from)}A100 100 0 ${to - from > 0.5 ? 1 : 0} 1 ${spot(to)}Z`, fill, class: "slice" }, tipped);
}
