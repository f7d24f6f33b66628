import { describe, expect, it } from "vitest";
import { terminalHtml } from "../../../src/notebook/html/terminal-html.js";

const esc = "\u001b";

describe("terminalHtml", () => {
  it.each([
    [`${esc}[31mred${esc}[39m plain`, '<span class="ansi-red">red</span> plain'],
    [`${esc}[1;92mboth${esc}[0m`, '<span class="ansi-bold ansi-bright-green">both</span>'],
    [`${esc}[44mon blue${esc}[m`, '<span class="ansi-blue-bg">on blue</span>'],
    [`${esc}[38;5;9mnine${esc}[0m`, '<span class="ansi-bright-red">nine</span>'],
    [`${esc}[38;5;208morange${esc}[0m`, '<span style="color:rgb(255, 135, 0)">orange</span>'],
    [`${esc}[48;5;244mgrey${esc}[0m`, '<span style="background-color:rgb(128, 128, 128)">grey</span>'],
    [`${esc}[38;2;1;2;3mexact${esc}[0m`, '<span style="color:rgb(1, 2, 3)">exact</span>'],
  ])("terminalHtml(%j) has the colours", (text, html) => {
    expect(terminalHtml(text)).toBe(html);
  });

  it("terminalHtml escapes what is not its own", () => {
    expect(terminalHtml(`<b>${esc}[31m"&'<script>${esc}[0m`)).toBe(
      '&lt;b&gt;<span class="ansi-red">&quot;&amp;&#39;&lt;script&gt;</span>',
    );
    expect(terminalHtml(`${esc}[38;2;1;2;"onload=x;m<i>`)).not.toMatch(/<i>|"onload/);
  });

  it("terminalHtml shows lines as they ended", () => {
    expect(terminalHtml("10 %\r50 %\r100 %\ndone\r\nnext\r")).toBe("100 %\ndone\nnext");
  });

  it("terminalHtml leaves out every other control sequence", () => {
    const link = `${esc}]8;;https://example.org${esc}\\text${esc}]8;;${esc}\\`;
    expect(terminalHtml(`a${esc}[2K${esc}[1;5H${esc}[?25lb ${link} \u0007\u0000c${esc}[3`)).toMatch(
      /^ab text c/,
    );
    expect(terminalHtml(`a${esc}`)).toBe("a");
    expect(terminalHtml("")).toBe("");
  });
});
