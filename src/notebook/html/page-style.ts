/** The colours of code: each class of highlight.js and what it is drawn in. */
const codeColors = Object.entries({
  "keyword,literal,type,selector-tag,doctag,template-tag": "--code-keyword",
  "string,regexp,addition,char": "--code-string",
  "number,symbol,bullet,attr,variable,attribute,property,template-variable": "--code-number",
  "title,section,name,built_in,selector-id,selector-class": "--code-title",
  "comment,quote,meta,deletion": "--code-comment",
})
  .map(([classes, color]) => {
    const selectors = classes.split(",").map((name) => `.hljs-${name}`);
    return `${selectors.join(",")}{color:var(${color})}`;
  })
  .join("\n");

/** The 16 colours of terminals, on light and on dark paper. */
const terminalColors = Object.entries({
  black: ["#24292f", "#8b949e"],
  red: ["#b3261e", "#ff8f85"],
  green: ["#0b6e4f", "#56d4a4"],
  yellow: ["#8a5300", "#e3b341"],
  blue: ["#0550ae", "#79c0ff"],
  magenta: ["#8250df", "#d2a8ff"],
  cyan: ["#0f6b75", "#66d0dc"],
  white: ["#57606a", "#e6edf3"],
})
  .flatMap(([name, [light, dark]]) =>
    [name, `bright-${name}`].map(
      (color) =>
        `.ansi-${color}{color:light-dark(${light},${dark})}.ansi-${color}-bg{background:light-dark(${dark},${light});color:light-dark(#1b1f24,#e6edf3)}`,
    ),
  )
  .join("\n");

/** The page's style: light and dark, for wide screens, phones and paper. */
export const pageStyle: string = `
:root { color-scheme: light dark;
  --ink: light-dark(#1b1f24, #e6edf3); --paper: light-dark(#fff, #0d1117); --quiet: light-dark(#57606a, #9da7b1);
  --line: light-dark(#d8dee4, #30363d); --tint: light-dark(#f6f8fa, #161b22); --link: light-dark(#0a58ad, #79b8ff);
  --bad: light-dark(#b3261e, #ff8f85); --bad-tint: light-dark(#fdf1f0, #2a1614); --accent: light-dark(#d55e00, #ff9a52);
  --code-keyword: light-dark(#a3262a, #ff8b83); --code-string: light-dark(#0a3069, #a5d6ff); --code-number: light-dark(#0550ae, #79c0ff);
  --code-title: light-dark(#6639ba, #d2a8ff); --code-comment: light-dark(#59636e, #929ca6);
  --mono: ui-monospace, SFMono-Regular, Menlo, Consolas, "DejaVu Sans Mono", monospace; }
:root[data-theme="light"] { color-scheme: light; }
:root[data-theme="dark"] { color-scheme: dark; }
* { box-sizing: border-box; }
html { scroll-padding-top: 1rem; -webkit-text-size-adjust: 100%; text-size-adjust: 100%; }
body { margin: 0; background: var(--paper); color: var(--ink); font: 16px/1.6 Inter, system-ui, -apple-system, "Segoe UI", sans-serif;
  overflow-wrap: break-word; }
a { color: var(--link); text-underline-offset: .15em; }
.page { max-width: 58rem; margin: 0 auto; padding: 1.2rem 1.2rem 4rem; }
.tools { display: flex; justify-content: flex-end; gap: .5rem; position: absolute; top: 1rem; right: 1.2rem; }
.tools button { font: inherit; font-size: .8rem; line-height: 1; color: var(--quiet); background: var(--paper); border: 1px solid var(--line);
  border-radius: 6px; padding: .45rem .65rem; cursor: pointer; }
.tools button:hover, .tools button:focus-visible { color: var(--ink); border-color: var(--quiet); }
main { padding-top: 2.6rem; }
footer { margin-top: 4rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); font-size: .85rem; }

.toc { font-size: .88rem; line-height: 1.4; margin-top: 3rem; padding: .7rem 1rem; background: var(--tint); border-radius: 8px; }
.toc + main { padding-top: .6rem; }
.toc summary { font-weight: 600; cursor: pointer; }
.toc ol { list-style: none; margin: .6rem 0 .2rem; padding: 0; }
.toc a { display: block; padding: .2rem .6rem; color: var(--quiet); text-decoration: none; border-left: 2px solid transparent; }
.toc a:hover { color: var(--ink); }
.toc a[aria-current] { color: var(--ink); border-left-color: var(--accent); }
.toc .level-1 { font-weight: 600; } .toc .level-3 { padding-left: 1.6rem; }
@media (min-width: 78rem) {
  .page { max-width: 76rem; display: grid; grid-template-columns: 15rem minmax(0, 1fr); column-gap: 4rem; align-items: start; }
  .page.plain { display: block; max-width: 58rem; }
  .page > .tools { position: fixed; }
  .page > footer { grid-column: 2; }
  .toc { position: sticky; top: 1.5rem; max-height: calc(100vh - 3rem); overflow-y: auto; margin-top: 2.8rem; padding: 0; background: none; }
  .toc summary { list-style: none; cursor: default; pointer-events: none; padding-left: .7rem; }
  .toc summary::-webkit-details-marker { display: none; }
  .toc + main { padding-top: 2.2rem; }
}

.cell { margin: 1.1rem 0; }
.prose > :first-child { margin-top: 0; } .prose > :last-child { margin-bottom: 0; }
.cell + .cell:has(> h1:first-child, > h2:first-child) { margin-top: 2.8rem; } .cell + .cell:has(> h3:first-child) { margin-top: 2rem; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.2rem 0 .8rem; text-wrap: balance; }
h1 { font-size: 1.9rem; letter-spacing: -.01em; } h2 { font-size: 1.4rem; } h3 { font-size: 1.15rem; } h4, h5, h6 { font-size: 1rem; }
.prose blockquote { margin: 1rem 0; padding: .1rem 1rem; border-left: 3px solid var(--line); color: var(--quiet); }
.prose blockquote p { margin: .5rem 0; }
.prose hr { border: 0; border-top: 1px solid var(--line); margin: 2rem 0; }
.prose li + li { margin-top: .25rem; }
.prose img, .html img, .html video { max-width: 100%; height: auto; }
.prose img, .html img, .picture { background: #fff; border-radius: 6px; }
code, pre, kbd, samp { font-family: var(--mono); font-size: .875em; }
.prose :not(pre) > code, .toc code { background: var(--tint); border-radius: 4px; padding: .12em .35em; }
.prose pre { background: var(--tint); border-radius: 8px; padding: .8rem 1rem; overflow-x: auto; line-height: 1.5; }
.prose pre code { font-size: inherit; }
.alert { padding: .7rem 1rem; margin: 1rem 0; border-radius: 8px; background: var(--tint); border-left: 3px solid var(--link); }
.alert-success { border-left-color: light-dark(#0b6e4f, #56d4a4); } .alert-warning { border-left-color: var(--accent); }
.alert-danger { border-left-color: var(--bad); }
.katex { position: relative; } .katex-block { position: relative; overflow-x: auto; overflow-y: hidden; padding: .1rem 0; } .katex-display { margin: .6rem 0; }

.code { position: relative; background: var(--tint); border: 1px solid var(--line); border-radius: 8px; }
.code pre { margin: 0; padding: .75rem 1rem; overflow-x: auto; line-height: 1.5; tab-size: 4; }
.count { position: absolute; right: calc(100% + .6rem); top: .8rem; color: var(--quiet); font: .75rem/1.5 var(--mono); }
.outputs { display: flow-root; }
.output { margin: .7rem 0 0; }
pre.output { padding: .1rem 1rem; overflow: auto; max-height: 32rem; line-height: 1.45; tab-size: 8; }
pre.output.stderr, pre.output.error { padding: .7rem 1rem; background: var(--bad-tint); border-left: 3px solid var(--bad); border-radius: 0 8px 8px 0; }
pre.sentences { white-space: pre-wrap; }
pre.raw { white-space: pre-wrap; color: var(--quiet); }
.note { color: var(--quiet); font-style: italic; font-size: .9rem; padding-left: 1rem; }
.picture { display: block; max-width: 100%; height: auto; }
.html { overflow-x: auto; contain: paint; padding: .1rem 0; }
.paper { color-scheme: light; background: #fff; color: #1b1f24; border-radius: 6px; padding: .4rem .6rem; }
.plot { margin: .7rem 0 0; background: #fff; border-radius: 6px; overflow-x: auto; }
.plot .output { margin: 0; }
.plot.drawn > .still { display: none; }
.folded > summary { color: var(--quiet); font-size: .85rem; cursor: pointer; padding: .2rem 0; }
.without-code .code { display: none; }

table { border-collapse: collapse; font-size: .9rem; line-height: 1.4; font-variant-numeric: tabular-nums; margin: .4rem 0; }
.prose table { display: block; overflow-x: auto; margin: 1rem 0; }
th, td { padding: .32rem .9rem .32rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
th { font-weight: 600; text-align: inherit; } thead th { border-bottom-color: var(--quiet); white-space: nowrap; } .html td { white-space: nowrap; }

${codeColors}
.hljs-emphasis, .ansi-italic { font-style: italic; } .hljs-strong, .ansi-bold { font-weight: 600; }
.ansi-dim { opacity: .7; } .ansi-underline { text-decoration: underline; } .ansi-strikethrough { text-decoration: line-through; }
.ansi-hidden { visibility: hidden; }
${terminalColors}

@media (max-width: 48rem) {
  body { font-size: 15px; }
  .page { padding: .8rem .9rem 3rem; } .tools { top: .8rem; right: .9rem; }
  h1 { font-size: 1.55rem; } h2 { font-size: 1.25rem; }
  .count { display: none; }
  pre.output { padding-left: .2rem; padding-right: 0; } .code pre { padding: .65rem .75rem; font-size: .8rem; } pre.output { font-size: .78rem; }
}
@media print {
  :root { color-scheme: light !important; }
  body { font-size: 10.5pt; }
  .page, .page.plain { display: block; max-width: none; padding: 0; } main, .toc + main { padding-top: 0; }
  .toc, .tools { display: none; }
  h1, h2, h3, h4, .code { break-after: avoid; } .picture, .plot, tr, .katex-display { break-inside: avoid; }
  pre, pre.output { white-space: pre-wrap; overflow: visible; max-height: none; }
  .html, .prose table, .plot { overflow: visible; }
  .plot.drawn:has(.picture) > .still { display: block; } .plot.drawn:has(.picture) > .chart { display: none; }
  a { color: inherit; }
}
`;
