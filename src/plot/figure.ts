import { checkOptionNames, checkOptions } from "../core/check-options.js";
import { InputError } from "../core/input-error.js";
import { jupyterDisplay, type MimeBundle } from "../core/jupyter-display.js";
import { show } from "../core/show.js";
import type { FigureModel, Theme } from "./figure-model.js";
import { checkDrawing } from "./figure-options.js";
import { printable } from "./printable.js";
import { renderPlotly } from "./render/plotly.js";
import type { PlotlyFigure } from "./render/plotly-figure.js";
import { renderText, type TextOptions } from "./render/text.js";

/** Options of {@link Figure.toSvg}; each defaults to the figure's own. */
export interface SvgOptions {
  /** In pixels. */
  readonly width?: number;
  /** In pixels. */
  readonly height?: number;
  readonly theme?: Theme;
}

/** Options of {@link Figure.toPng}. */
export interface PngOptions extends SvgOptions {
  /** Pixels of the image for each pixel of the figure; default 2. */
  readonly scale?: number;
}

/** A figure that shows itself in notebooks and renders to anything else on request. */
export interface Figure {
  /** What is drawn, as plain data. */
  readonly model: FigureModel;
  /** Data, layout and configuration for Plotly.js 2 to 4; hovering shows run, iteration and value. */
  readonly toPlotly: () => PlotlyFigure;
  /** A drawing that stands alone, its font within it. Equal figures give equal bytes. */
  readonly toSvg: (options?: SvgOptions) => Promise<string>;
  /**
   * A picture. Equal figures give equal bytes, since the font comes with the package; characters that this lacks, such as Chinese ones, are
   * drawn in a font of the machine.
   */
  readonly toPng: (options?: PngOptions) => Promise<Uint8Array>;
  /** For terminals: 80 columns and no colour unless asked. */
  readonly toText: (options?: TextOptions) => string;
  readonly [jupyterDisplay]: () => Promise<MimeBundle>;
}

/** SVG in a notebook is worth its bytes only while it is small. */
const largestSvg = 50_000;

const drawingNames = { width: true, height: true, theme: true } as const;

const defaultScale = 2;
const smallestScale = 0.1;
const largestScale = 20;

/** A figure of a model. Heavy renderers are loaded when first used. */
export function createFigure(description: FigureModel): Figure {
  const model = printable(description);
  const toPlotly = (): PlotlyFigure => renderPlotly(model);
  const toText = (options: TextOptions = {}): string => renderText(model, options);
  const drawing = async (options: SvgOptions): Promise<string> => {
    const { renderSvg } = await import("./render/svg.js");
    return renderSvg({ ...model, ...options });
  };
  const toSvg = async (options: SvgOptions = {}): Promise<string> => {
    checkOptionNames("toSvg", checkOptions("toSvg", options), drawingNames);
    checkDrawing("toSvg", options);
    const svg = await drawing(options);
    const { fontFaces } = await import("./typeface/font.js");
    return svg.replace(">", `><style>${await fontFaces(svg)}</style>`);
  };
  const toPng = async (given: PngOptions = {}): Promise<Uint8Array> => {
    checkOptionNames("toPng", checkOptions("toPng", given), { ...drawingNames, scale: true });
    const { scale = defaultScale, ...options } = given;
    checkDrawing("toPng", options);
    if (!(scale >= smallestScale && scale <= largestScale)) {
      throw new InputError(
        "toPng",
        "scale",
        `needs a number from ${smallestScale} to ${largestScale}, got ${show(scale)}`,
      );
    }
    const { renderPng } = await import("./render/png.js");
    return renderPng(await drawing(options), scale);
  };
  const bundle = async (): Promise<MimeBundle> => {
    const svg = await drawing({});
    const { renderPng } = await import("./render/png.js");
    return {
      "application/vnd.plotly.v1+json": toPlotly(),
      "image/png": Buffer.from(await renderPng(svg, defaultScale)).toString("base64"),
      ...(svg.length <= largestSvg ? { "image/svg+xml": svg } : {}),
      "text/plain": toText(),
    };
  };
  return { model, toPlotly, toSvg, toPng, toText, [jupyterDisplay]: bundle };
}
