/** Runs before anything is drawn: the theme that the reader has chosen before, on any page from here. */
export const themeScript = `
try {
  const theme = localStorage.getItem("noisefloor-theme");
  if (theme === "light" || theme === "dark") document.documentElement.dataset.theme = theme;
} catch {}
`;

/** The page's own script: the buttons, the table of contents. The page can be read without it. */
export const pageScript = `
{
  const root = document.documentElement;
  const [code, theme] = document.querySelectorAll(".tools button");
  const system = matchMedia("(prefers-color-scheme: dark)");
  code?.addEventListener("click", () => {
    const hidden = root.classList.toggle("without-code");
    code.textContent = hidden ? "Show code" : "Hide code";
    code.setAttribute("aria-pressed", String(hidden));
  });
  const showTheme = () => {
    const dark = (root.dataset.theme ?? (system.matches ? "dark" : "light")) === "dark";
    theme.textContent = dark ? "Light" : "Dark";
    return dark ? "light" : "dark";
  };
  theme.addEventListener("click", () => {
    root.dataset.theme = showTheme();
    showTheme();
    try {
      localStorage.setItem("noisefloor-theme", root.dataset.theme);
    } catch {}
  });
  system.addEventListener("change", showTheme);
  showTheme();
  document.querySelector(".tools").hidden = false;

  const contents = document.querySelector(".toc details");
  if (contents !== null) {
    const wide = matchMedia("(min-width: 78rem)");
    const fold = () => (contents.open = wide.matches);
    wide.addEventListener("change", fold);
    fold();
    const links = [...contents.querySelectorAll("a")];
    const headings = links.map((link) => document.getElementById(decodeURIComponent(link.hash.slice(1))));
    const mark = () => {
      const above = headings.filter((heading) => heading.getBoundingClientRect().top < innerHeight / 4).length;
      for (const [index, link] of links.entries()) {
        if (index === Math.max(0, above - 1)) link.setAttribute("aria-current", "true");
        else link.removeAttribute("aria-current");
      }
    };
    addEventListener("scroll", mark, { passive: true });
    addEventListener("resize", mark);
    mark();
  }
}
`;

/**
 * Draws the plots one after the other, so that the page stays alive meanwhile. On a phone they take the layout that they
 * bring for it, or narrower margins. A plot that cannot be drawn leaves the picture that stands in its place.
 */
export const plotScript = `
{
  const phone = matchMedia("(max-width: 48rem)");
  // These WebGL kinds need code made at run time, which the page forbids; each has a twin that draws SVG.
  const drawable = (trace) => (typeof trace?.type === "string" ? { ...trace, type: trace.type.replace(/gl$/, "") } : trace);
  const draw = async (figure) => {
    const { data, layout, frames } = JSON.parse(figure.querySelector("script").textContent);
    const chart = document.createElement("div");
    chart.className = "chart";
    figure.append(chart);
    const narrow = layout.meta?.narrow ?? { margin: { l: 44, r: 12, ...layout.margin }, dragmode: false };
    const show = () => {
      const { width, ...flexible } = phone.matches ? { ...layout, ...narrow } : layout;
      const config = { responsive: true, displaylogo: false, displayModeBar: phone.matches ? false : "hover" };
      return Plotly.react(chart, data.map(drawable), { ...flexible, autosize: true }, config);
    };
    try {
      await show();
      if (chart.querySelector(".no-webgl") !== null) throw new Error("its kind needs WebGL and code made at run time");
      if (frames !== undefined) await Plotly.addFrames(chart, frames);
      figure.classList.add("drawn");
      phone.addEventListener("change", show);
    } catch (error) {
      chart.remove();
      if (figure.querySelector(".still img") !== null) return;
      const note = document.createElement("p");
      note.className = "output note";
      note.textContent = "This plot could not be drawn: " + error.message;
      figure.append(note);
    }
  };
  // Paper shows the picture; a plot that came without one gets one.
  const picture = async (figure) => {
    const still = figure.querySelector(".still");
    const chart = figure.querySelector(".chart");
    if (chart === null || still.querySelector("img") !== null) return;
    const image = document.createElement("img");
    image.className = "output picture";
    image.alt = chart.layout?.title?.text ?? "";
    image.src = await Plotly.toImage(chart, { format: "png", width: 740, height: chart._fullLayout.height, scale: 2 });
    still.replaceChildren(image);
  };
  (async () => {
    for (const step of [draw, picture]) {
      for (const figure of document.querySelectorAll("figure.plot")) {
        await step(figure);
        await new Promise((resolve) => setTimeout(resolve));
      }
    }
  })();
}
`;
