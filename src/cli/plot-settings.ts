/** Options of a plot by their names in the library; which values they may have, the plot checks. */
export type PlotSettings = Readonly<Record<string, unknown>>;
