import type { FigureModel } from "../figure-model.js";
import { type ThemeColors, themeColors } from "../theme-colors.js";
import { plotlyAxes } from "./plotly-axes.js";
import type { PlotlyFigure, PlotlyPanel } from "./plotly-figure.js";
import { lettersAcross, plotlyPanels, stripFootHeight } from "./plotly-panels.js";
import { plotlyNotes, plotlyShapes } from "./plotly-shapes.js";
import { plotlyText } from "./plotly-text.js";
import { plotlyTraces } from "./plotly-traces.js";
import { textWidth } from "./text-width.js";
import { balanceText, wrapText } from "./wrap-text.js";

const titleSize = 19;

/** A figure for Plotly.js 2 to 4. Numbers are rounded to what the axes can show. */
export function renderPlotly(model: FigureModel): PlotlyFigure {
  const colors = themeColors(model.theme);
  const { panels, height } = plotlyPanels(model);
  const data = plotlyTraces(panels, colors);
  const heading = headingLines(model, colors);
  const caption = wrapText(model.caption, { width: lettersAcross(11), lines: 8 }).map(plotlyText);
  const margin = {
    l: 64,
    r: 40,
    t: 24 + 23 * heading.length + 30 * (model.key.length > 0 ? legendRows(data) : 0),
    b: 30 + footHeight(panels) + 15 * caption.length,
  };
  return {
    data,
    layout: {
      title: {
        text: heading.join("<br>"),
        x: 0,
        xref: "paper",
        xanchor: "left",
        y: 1,
        yanchor: "top",
        // Plotly puts the baseline of the first of several lines where a single line has its top.
        pad: { t: heading.length > 1 ? 36 : 20 },
        font: { size: titleSize },
      },
      ...Object.assign({}, ...panels.map((place) => plotlyAxes(place, colors))),
      shapes: panels.flatMap((place) => plotlyShapes(place, colors)),
      annotations: [
        ...panels.map((place) => panelHeading(place, colors)),
        ...panels.flatMap((place) => plotlyNotes(place, colors)),
        {
          ...belowPlot(16 + footHeight(panels)),
          text: caption.join("<br>"),
          font: { size: 11, color: colors.muted },
        },
      ],
      showlegend: model.key.length > 0,
      legend: {
        orientation: "h",
        x: 0,
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
      font: { family: "Inter, system-ui, sans-serif", size: 13, color: colors.ink },
      paper_bgcolor: colors.background,
      plot_bgcolor: colors.background,
    },
    config: { responsive: true, displaylogo: false },
  };
}

/** The lines of title and subtitle; Plotly does not wrap. */
function headingLines(model: FigureModel, colors: ThemeColors): readonly string[] {
  const title = balanceText(model.title, { width: lettersAcross(titleSize), lines: 3, weight: 600 });
  const subtitle = wrapText(model.subtitle, { width: lettersAcross(13), lines: 3 });
  return [
    ...title.map((line) => `<b>${plotlyText(line)}</b>`),
    ...subtitle.map(
      (line) => `<span style="font-size:13px;color:${colors.muted}">${plotlyText(line)}</span>`,
    ),
  ];
}

function legendRows(data: PlotlyFigure["data"]): number {
  const entries = data.filter(({ showlegend }) => showlegend !== false);
  // In letters of 13 pixels, with room for the sign of the mark.
  const lengths = entries.map(({ name }) => textWidth(String(name)) + 3.5);
  return Math.ceil(lengths.reduce((a, b) => a + b, 0) / lettersAcross(13));
}

/** Room for what stands below the x axis. */
function footHeight(panels: readonly PlotlyPanel[]): number {
  const names = panels.flatMap((place) => place.names);
  return names.length === 0 ? 48 : stripFootHeight(names);
}

function panelHeading({ panel, domain, note }: PlotlyPanel, colors: ThemeColors): object {
  const lines = note.lines.map((line) => `<span style="color:${colors.muted}">${plotlyText(line)}</span>`);
  const place = {
    xref: "paper",
    yref: "paper",
    x: domain.x[0],
    y: domain.y[1],
    xanchor: "left",
    yanchor: "bottom",
  };
  const text = [`<b>${plotlyText(panel.y.label)}</b>`, ...lines].join(note.beside ? "  " : "<br>");
  return { ...place, yshift: 6, align: "left", showarrow: false, text };
}

function belowPlot(distance: number): object {
  const place = { xref: "paper", yref: "paper", x: 0, y: 0, xanchor: "left", yanchor: "top" };
  return { ...place, yshift: -distance, align: "left", showarrow: false };
}
