import { parseHTML } from "linkedom";
import type { FigureModel, KeyEntry, StripAxis } from "../figure-model.js";
import { countText, percentText } from "../quantity-text.js";
import { seriesColor, themeColors } from "../theme-colors.js";
import { leading, type PanelPlace } from "./place-panels.js";
import { type SvgLayout, svgLayout } from "./svg-layout.js";
import { svgPanel } from "./svg-panel.js";
import { type Attributes, createPen, type Pen, type SvgDocument, type SvgElement } from "./svg-pen.js";
import { textWidth } from "./text-width.js";

/** A figure as SVG text, numbers rounded to two decimals; the same figure gives the same bytes. */
export function renderSvg(model: FigureModel): string {
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
    ...key(model.key, layout, draw),
    ...layout.panels.flatMap((place) => [
      svgPanel(place, layout.fontSize, draw),
      ...panelTexts(place, layout, draw),
    ]),
    ...draw.block(layout.caption, layout.margin, { fill: draw.colors.muted }),
  );
  roundNumbers(root);
  return `${root.outerHTML}\n`;
}

function key(entries: readonly KeyEntry[], layout: SvgLayout, draw: Pen): SvgElement[] {
  const size = layout.fontSize.text;
  const y = layout.keyY;
  let x = layout.margin;
  return entries.flatMap(({ mark, color, text }) => {
    const ink = color === null ? draw.colors.ink : seriesColor(draw.colors, color);
    const glyph = keyGlyph(mark, x, y - size * 0.35, ink, draw);
    const label = draw.text(text, x + 26, y, size, { fill: draw.colors.muted });
    x += 26 + textWidth(text) * size + 26;
    return [...glyph, label];
  });
}

function keyGlyph(mark: KeyEntry["mark"], x: number, y: number, ink: string, draw: Pen): SvgElement[] {
  const stroke = { stroke: ink, "stroke-linecap": "round" };
  switch (mark) {
    case "dot":
      return [
        draw.element("circle", {
          cx: x + 10,
          cy: y,
          r: 4,
          fill: ink === draw.colors.ink ? draw.colors.muted : ink,
          "fill-opacity": 0.75,
        }),
      ];
    case "line":
      return [draw.element("path", { d: `M${x} ${y}h20`, ...stroke, "stroke-width": 2 })];
    case "area": {
      const area = { fill: ink, "fill-opacity": 0.4, stroke: ink, "stroke-width": 1.5 };
      return [draw.element("rect", { x: x + 2, y: y - 6, width: 16, height: 12, ...area })];
    }
    case "median":
      return [draw.element("path", { d: `M${x} ${y}h20`, ...stroke, "stroke-width": 2 })];
    case "mean":
      return [
        draw.element("path", {
          d: `M${x + 10} ${y - 8}v16m-5 0h10m0 -16h-10`,
          fill: "none",
          stroke: ink,
          "stroke-width": 1.8,
        }),
        draw.element("path", { d: `M${x + 10} ${y - 4.5}l4.5 4.5l-4.5 4.5l-4.5 -4.5Z`, fill: ink }),
      ];
  }
}

function panelTexts(place: PanelPlace, layout: SvgLayout, draw: Pen): SvgElement[] {
  const { panel, left, top, height, width, names, numbersBelow } = place;
  const size = layout.fontSize.text;
  const base = top + height;
  const { x } = panel;
  if (x.kind === "strips") {
    return [
      ...panelHeading(place, size, draw),
      ...stripLabels(x, names, { left, width, y: base + size * 1.5 }, size, draw),
    ];
  }
  const label = { "font-weight": 600, "text-anchor": "end" };
  const below = numbersBelow ? [draw.text(x.label, left + width, base + size * 2.9, size, label)] : [];
  return [...panelHeading(place, size, draw), ...below];
}

function panelHeading({ panel, left, top, note }: PanelPlace, size: number, draw: Pen): SvgElement[] {
  const { label } = panel.y;
  const muted = { fill: draw.colors.muted };
  const line = size * leading;
  const last = top - size * 0.9;
  const first = note.beside ? last : last - note.lines.length * line;
  const x = note.beside ? left + textWidth(label, 600) * size + 12 : left;
  return [
    draw.text(label, left, first, size, { "font-weight": 600 }),
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
  return strips.flatMap(({ at: middle, coefficientOfVariation: cv, n }, index) => {
    const x = at.left + (middle + 0.5) * step;
    const lines = [
      ...(names[index] ?? []).map((text) => ({ text, style: { "font-weight": 600 } as Attributes })),
      { text: cv === null ? "CV –" : `CV ${percentText(cv)}`, style: {} },
      { text: `n = ${countText(n)}`, style: { fill: draw.colors.muted } },
    ];
    return lines.map(({ text, style }, line) =>
      draw.text(text, x, at.y + line * size * leading, size, { "text-anchor": "middle", ...style }),
    );
  });
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
