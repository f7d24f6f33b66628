import { describe, expect, it } from "vitest";
import { embedJson, embedScript } from "../../src/core/embed-in-html.js";

describe("embedJson", () => {
  it("embedJson is JSON without a sign that could end its element", () => {
    const value = { "</script>": ["<!--", 1, null] };
    expect(embedJson(value)).not.toContain("<");
    expect(JSON.parse(embedJson(value))).toEqual(value);
  });
});

describe("embedScript", () => {
  it("embedScript is the same script, which cannot end its element", () => {
    const source = "const end = '</script>';";
    expect(embedScript(source)).not.toContain("</script");
    expect(new Function(`${embedScript(source)} return end;`)()).toBe("</script>");
  });
});
