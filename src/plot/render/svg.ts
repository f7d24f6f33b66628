import { parseHTML } from "linkedom";
import { axisPosition } from "../axis-position.js";
import type { FigureModel, StripAxis } from "../figure-model.js";
import { countText, percentText } from "../quantity-text.js";
import { seriesColor, themeColors } from "../theme-colors.js";
import { textWidth } from "../typeface/text-width.js";
import { withLyingPanels } from "./lying-panels.js";
import { keyLeading, keySign } from "./place-key.js";
import { leading, type PanelPlace } from "./place-panels.js";
import { stripGroups } from "./strip-groups.js";
import { keyGlyph } from "./svg-key.js";
import { type SvgLayout, svgLayout } from "./svg-layout.js";
import { svgPanel } from "./svg-panel.js";
import { type Attributes, createPen, type Pen, type SvgDocument, type SvgElement } from "./svg-pen.js";
import { cutText } from "./wrap-text.js";

/** A figure as SVG text, numbers rounded to two decimals; the same figure gives the same bytes. */
export function renderSvg(given: FigureModel): string {
  const model = withLyingPanels(given);
  const { document } = parseHTML("<!doctype html><html><body></body></html>");
  const colors = themeColors(model.theme);
  const layout = svgLayout(model);
  const draw = createPen(document as unknown as SvgDocument, colors);
  const { width, height } = model;
  const root = draw.element("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    viewBox: `0 0 ${width} ${height}`,
    width,
    height,
    "font-family": "Inter, system-ui, sans-serif",
    role: "img",
  });
  root.append(
    draw.element("title", {}, model.title),
    draw.element("desc", {}, model.alt),
    draw.element("rect", { width, height, fill: colors.background }),
    ...draw.block(layout.title, layout.margin, { "font-weight": 600, fill: colors.ink }),
    ...draw.block(layout.subtitle, layout.margin, { fill: draw.colors.muted }),
    ...key(layout, draw),
    ...layout.panels.flatMap((place) => [
      svgPanel(place, layout.fontSize, draw),
      ...panelTexts(place, layout, draw),
    ]),
    ...draw.block(layout.caption, layout.margin, { fill: draw.colors.muted }),
  );
  roundNumbers(root);
  return `${root.outerHTML}\n`;
}

function key({ key, margin, fontSize }: SvgLayout, draw: Pen): SvgElement[] {
  const size = fontSize.text;
  return key.entries.flatMap(({ entry, text, x: left, row }) => {
    const [x, y] = [margin + left, key.y + row * size * keyLeading];
    const ink = seriesColor(draw.colors, entry.color);
    const label = draw.text(text, x + keySign, y, size, { fill: draw.colors.muted });
    return [...keyGlyph(entry, x, y - size * 0.35, ink, draw), label];
  });
}

function panelTexts(place: PanelPlace, layout: SvgLayout, draw: Pen): SvgElement[] {
  const { panel, left, top, height, width, names, numbersBelow } = place;
  const size = layout.fontSize.text;
  const base = top + height;
  const { x, y } = panel;
  const beside = (place.aside ? (panel.aside ?? []) : []).map(({ value, label }) =>
    draw.text(label, left + width + 12, base - axisPosition(y, value) * height + size * 0.36, size),
  );
  if (x.kind === "strips") {
    return [
      ...panelHeading(place, size, draw),
      ...stripLabels(x, names, { left, width, y: base + size * 1.5 }, size, draw),
    ];
  }
  const label = { "font-weight": 600, "text-anchor": "end" };
  const below = numbersBelow
    ? [draw.text(labelThatFits(x.label, (left + width) / size), left + width, base + size * 2.9, size, label)]
    : [];
  return [...panelHeading(place, size, draw), ...below, ...beside];
}

/** A long quantity is cut, its unit is not. */
function labelThatFits(text: string, width: number): string {
  const [, quantity = text, unit = ""] = /^(.*?)( \([^()]*\))?$/s.exec(text) ?? [];
  return `${cutText(quantity, { width: width - textWidth(unit, 600), weight: 600 })}${unit}`;
}

function panelHeading({ panel, left, top, note }: PanelPlace, size: number, draw: Pen): SvgElement[] {
  const { label } = panel.y;
  const muted = { fill: draw.colors.muted };
  const line = size * leading;
  const last = top - size * 0.9;
  const first = note.beside ? last : last - note.lines.length * line;
  const x = note.beside && label !== "" ? left + textWidth(label, 600) * size + 12 : left;
  return [
    ...(label === "" ? [] : [draw.text(label, left, first, size, { "font-weight": 600 })]),
    ...note.lines.map((text, index) =>
      draw.text(text, x, first + (note.beside ? 0 : index + 1) * line, size, muted),
    ),
  ];
}

function stripLabels(
  { strips }: StripAxis,
  names: readonly (readonly string[])[],
  at: { readonly left: number; readonly width: number; readonly y: number },
  size: number,
  draw: Pen,
): SvgElement[] {
  const step = at.width / strips.length;
  const lineOf = (line: number): number => at.y + line * size * leading;
  const lines = 2 + Math.max(...names.map((name) => name.length));
  const groups = stripGroups(strips).flatMap(({ group, from, to }) => {
    const [left, right] = [from, to].map((place) => at.left + (place + 0.5) * step) as [number, number];
    const top = lineOf(lines) - size * 0.7;
    const name = cutText(group, { width: (right - left) / size, weight: 600 });
    return [
      draw.element("path", { d: `M${left} ${top}H${right}`, stroke: draw.colors.muted, "stroke-width": 1 }),
      draw.text(name, (left + right) / 2, top + size * 1.3, size, {
        "text-anchor": "middle",
        "font-weight": 600,
      }),
    ];
  });
  const labels = strips.flatMap(({ at: middle, coefficientOfVariation: cv, n }, index) => {
    const x = at.left + (middle + 0.5) * step;
    const lines = [
      ...(names[index] ?? []).map((text) => ({ text, style: { "font-weight": 600 } as Attributes })),
      { text: cv === null ? "CV –" : `CV ${percentText(cv)}`, style: {} },
      { text: `n = ${countText(n)}`, style: { fill: draw.colors.muted } },
    ];
    return lines.map(({ text, style }, line) =>
      draw.text(text, x, lineOf(line), size, { "text-anchor": "middle", ...style }),
    );
  });
  return [...labels, ...groups];
}

function roundNumbers(element: SvgElement): void {
  for (const attribute of Array.from(element.attributes)) {
    const rounded = attribute.value.replace(/-?\d+\.\d{3,}/g, (number: string) =>
      String(Number(Number(number).toFixed(2))),
    );
    if (rounded !== attribute.value) element.setAttribute(attribute.name, rounded);
  }
  for (const child of Array.from(element.children)) roundNumbers(child);
}
