import type { FigureModel } from "../figure-model.js";
import { type ThemeColors, themeColors } from "../theme-colors.js";
import { textWidth } from "../typeface/text-width.js";
import { withLyingPanels } from "./lying-panels.js";
import { plotlyAxes } from "./plotly-axes.js";
import type { PlotlyFigure, PlotlyPanel } from "./plotly-figure.js";
import { plotlyGroups } from "./plotly-groups.js";
import {
  lettersAcross,
  lettersInLine,
  lineHeight,
  narrowPage,
  type PlotlyPage,
  plotWidth,
  widePage,
} from "./plotly-page.js";
import { pageWithNames, plotlyPanels, stripFootHeight } from "./plotly-panels.js";
import { plotlyNotes, plotlyShapes } from "./plotly-shapes.js";
import { plotlyText } from "./plotly-text.js";
import { plotlyTraces, withSharedEntries } from "./plotly-traces.js";
import { balanceText, wrapText } from "./wrap-text.js";

/** With more strips side by side, labels would not fit on a phone. */
const mostNarrowStrips = 5;

/**
 * A figure for Plotly.js 2 to 4. Numbers are rounded to what the axes can show. What has to be laid out anew for a phone is in
 * `layout.meta.narrow`, where a page finds it.
 */
export function renderPlotly(given: FigureModel): PlotlyFigure {
  const model = withLyingPanels(given);
  const colors = themeColors(model.theme);
  const data = plotlyTraces(plotlyPanels(model, widePage).panels, model.key, colors);
  const layout = layoutFor(widePage, model, data, colors);
  const crowded = model.panels.some(({ x }) => x.kind === "strips" && x.strips.length > mostNarrowStrips);
  const narrow = Object.entries({ ...layoutFor(narrowPage, model, data, colors), dragmode: false }).filter(
    ([key, value]) => JSON.stringify(value) !== JSON.stringify(layout[key]),
  );
  return {
    data,
    layout: crowded ? layout : { ...layout, meta: { narrow: Object.fromEntries(narrow) } },
    config: { responsive: true, displaylogo: false },
  };
}

function layoutFor(
  bare: PlotlyPage,
  model: FigureModel,
  data: PlotlyFigure["data"],
  colors: ThemeColors,
): PlotlyFigure["layout"] {
  const page = pageWithNames(model, bare);
  const { size, outdent } = page;
  const { panels, height } = plotlyPanels(model, page);
  const heading = headingLines(model, page, colors);
  const caption = wrapText(model.caption, { width: lettersInLine(page, size.small), lines: 12 }).map(
    plotlyText,
  );
  const hasLegend = model.key.length > 0 && data.some(({ showlegend }) => showlegend !== false);
  const legendHeight = hasLegend ? (lineHeight(page) + 12) * legendRows(data, page) : 0;
  const foot = footHeight(panels, page);
  const margin = {
    l: page.left,
    r: page.right,
    t: Math.round(24 + 1.22 * size.title * heading.length + legendHeight),
    b: 30 + foot + Math.round(1.36 * size.small * caption.length),
  };
  return {
    title: {
      text: heading.join("<br>"),
      x: 0,
      xref: "paper",
      xanchor: "left",
      y: 1,
      yanchor: "top",
      // Plotly puts the baseline of the first of several lines where a single line has its top.
      pad: { t: size.title + (heading.length > 1 ? 17 : 1), l: 0 - outdent },
      font: { size: size.title },
    },
    ...Object.assign({}, ...panels.map((place) => plotlyAxes(place, page, colors))),
    shapes: [
      ...withSharedEntries(panels.flatMap((place) => plotlyShapes(place, model.key, colors))),
      ...panels.flatMap((place) => plotlyGroups(place, page, colors).lines),
    ],
    annotations: [
      ...panels.map((place) => panelHeading(place, page, colors)),
      ...panels.flatMap(axisTitle),
      ...panels.flatMap((place) => plotlyNotes(place, page, colors)),
      ...panels.flatMap((place) => plotlyGroups(place, page, colors).names),
      {
        ...belowPlot(16 + foot),
        xshift: 0 - outdent,
        text: caption.join("<br>"),
        font: { size: size.small, color: colors.muted },
      },
    ],
    showlegend: hasLegend,
    legend: {
      orientation: "h",
      x: Number((0 - outdent / plotWidth(page)).toFixed(3)) + 0,
      xanchor: "left",
      y: 1,
      yanchor: "bottom",
      yref: "paper",
      itemsizing: "constant",
    },
    margin,
    height: Math.round(height) + margin.t + margin.b,
    autosize: true,
    modebar: { orientation: "v" },
    ...(data.some(({ type }) => type === "bar") ? { barmode: "overlay", bargap: 0 } : {}),
    hovermode: "closest",
    hoverlabel: { align: "left" },
    font: { family: "Inter, system-ui, sans-serif", size: size.text, color: colors.ink },
    paper_bgcolor: colors.background,
    plot_bgcolor: colors.background,
  };
}

/** The lines of title and subtitle; Plotly does not wrap. */
function headingLines(model: FigureModel, page: PlotlyPage, colors: ThemeColors): readonly string[] {
  const { title: large, text } = page.size;
  const title = balanceText(model.title, { width: lettersInLine(page, large), lines: 4, weight: 600 });
  const subtitle = wrapText(model.subtitle, { width: lettersInLine(page, text), lines: 4 });
  return [
    ...title.map((line) => `<b>${plotlyText(line)}</b>`),
    ...subtitle.map(
      (line) => `<span style="font-size:${text}px;color:${colors.muted}">${plotlyText(line)}</span>`,
    ),
  ];
}

function legendRows(data: PlotlyFigure["data"], page: PlotlyPage): number {
  const entries = data.filter(({ showlegend }) => showlegend !== false);
  const room = lettersAcross(page, page.size.text);
  let [rows, used] = [1, 0];
  for (const { name } of entries) {
    // With room for the sign of the mark.
    const needed = textWidth(String(name)) + 3.5;
    if (used > 0 && used + needed > room) [rows, used] = [rows + 1, 0];
    used += needed;
  }
  return rows;
}

/** Room for what stands below the x axis. */
function footHeight(panels: readonly PlotlyPanel[], page: PlotlyPage): number {
  const names = panels.flatMap((place) => place.names);
  return names.length === 0
    ? 48
    : stripFootHeight(
        panels.map(({ panel }) => panel),
        names,
        page,
      );
}

function panelHeading(
  { panel, domain, note }: PlotlyPanel,
  { outdent }: PlotlyPage,
  colors: ThemeColors,
): object {
  const lines = note.lines.map((line) => `<span style="color:${colors.muted}">${plotlyText(line)}</span>`);
  const place = {
    xref: "paper",
    yref: "paper",
    x: domain.x[0],
    y: domain.y[1],
    xanchor: "left",
    yanchor: "bottom",
  };
  const label = panel.y.label === "" ? [] : [`<b>${plotlyText(panel.y.label)}</b>`];
  const text = [...label, ...lines].join(note.beside ? "  " : "<br>");
  return { ...place, xshift: 0 - outdent, yshift: 6, align: "left", showarrow: false, text };
}

/** At the right end of the numbers. */
function axisTitle({ panel: { x }, domain, numbersBelow }: PlotlyPanel): readonly object[] {
  if (x.kind !== "number" || !numbersBelow || x.label === "") return [];
  const place = { xref: "paper", yref: "paper", x: domain.x[1], y: domain.y[0] };
  const text = `<b>${plotlyText(x.label)}</b>`;
  return [
    { ...place, xanchor: "right", yanchor: "top", yshift: -26, align: "right", showarrow: false, text },
  ];
}

function belowPlot(distance: number): object {
  const place = { xref: "paper", yref: "paper", x: 0, y: 0, xanchor: "left", yanchor: "top" };
  return { ...place, yshift: -distance, align: "left", showarrow: false };
}
