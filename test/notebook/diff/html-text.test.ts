import { describe, expect, it } from "vitest";
import { htmlText } from "../../../src/notebook/diff/html-text.js";

describe("htmlText", () => {
  it("htmlText aligns the columns of tables", () => {
    const table = `<table class="x"><thead><tr><th>name</th><th>n</th></tr></thead>
      <tbody><tr><td>a &amp; <i>b</i></td><td>1</td></tr><tr><td>
      long name</td><td>22</td></tr></tbody></table>`;
    expect(htmlText(table)).toBe("name       n\na & b      1\nlong name  22");
  });

  it("htmlText keeps blocks apart, and leaves scripts and styles out", () => {
    const html = "<style>p {}</style><p>one <b>two</b></p><script>x</script>three<div>four<br>five</div>";
    expect(htmlText(html).split("\n").filter(Boolean)).toEqual(["one two", "three", "four", "five"]);
    expect(htmlText("plain")).toBe("plain");
    expect(htmlText("")).toBe("");
  });
});
