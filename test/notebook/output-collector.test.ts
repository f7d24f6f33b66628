import { describe, expect, it } from "vitest";
import { OutputCollector } from "../../src/notebook/output-collector.js";
import { publishedMessage } from "../support/messages.js";

type Published = readonly [type: string, content: Readonly<Record<string, unknown>>];

const stream = (name: string, text: string): Published => ["stream", { name, text }];
const display = (html: string, id?: string): Published => [
  "display_data",
  { data: { "text/html": html }, metadata: {}, transient: id === undefined ? {} : { display_id: id } },
];
const update = (html: string, id: string): Published => [
  "update_display_data",
  { data: { "text/html": html }, metadata: { new: true }, transient: { display_id: id } },
];
const shown = (html: string) => ({ output_type: "display_data", data: { "text/html": html }, metadata: {} });
const printed = (name: string, text: string) => ({ output_type: "stream", name, text });

/** What the collector makes of several cells' messages. */
function collect(...cells: readonly (readonly Published[])[]): unknown {
  const outputs = new OutputCollector();
  for (const messages of cells) {
    outputs.startCell();
    for (const [type, content] of messages) outputs.add(publishedMessage(type, content));
  }
  return outputs.cells;
}

describe("OutputCollector", () => {
  it("add merges neighbours of one stream, and only those", () => {
    const messages = [
      stream("stdout", "a"),
      stream("stdout", "b\n"),
      stream("stderr", "e"),
      stream("stdout", "c"),
      display("x"),
      stream("stdout", "d"),
    ];
    expect(collect(messages)).toEqual([
      [
        printed("stdout", "ab\n"),
        printed("stderr", "e"),
        printed("stdout", "c"),
        shown("x"),
        printed("stdout", "d"),
      ],
    ]);
  });

  it("add keeps all types of output, without what is transient, and counts executions itself", () => {
    const messages: Published[] = [
      ["display_data", { data: { "image/png": "AA" }, metadata: { w: 1 }, transient: { display_id: "d" } }],
      ["execute_result", { data: { "text/plain": "1" }, metadata: {}, execution_count: 77 }],
      ["error", { ename: "E", evalue: "v", traceback: ["t"] }],
      ["execute_input", { code: "1", execution_count: 77 }],
      ["comm_open", {}],
    ];
    expect(collect([], messages)).toEqual([
      [],
      [
        { output_type: "display_data", data: { "image/png": "AA" }, metadata: { w: 1 } },
        { output_type: "execute_result", data: { "text/plain": "1" }, metadata: {}, execution_count: 2 },
        { output_type: "error", ename: "E", evalue: "v", traceback: ["t"] },
      ],
    ]);
  });

  it("add updates displays by id wherever they stand, and nothing else", () => {
    const first = [display("1", "a"), display("1", "b"), display("1", "a")];
    const second = [display("2", "a"), update("new", "a"), update("never shown", "c")];
    const updated = { ...shown("new"), metadata: { new: true } };
    expect(collect(first, second)).toEqual([[updated, shown("1"), updated], [updated]]);
  });

  it("add clears a cell's outputs at once, or when the next comes", () => {
    const now: Published = ["clear_output", { wait: false }];
    const wait: Published = ["clear_output", { wait: true }];
    expect(collect([stream("stdout", "a"), now])).toEqual([[]]);
    expect(collect([stream("stdout", "a"), wait])).toEqual([[printed("stdout", "a")]]);
    expect(collect([stream("stdout", "a"), wait, stream("stdout", "b"), stream("stdout", "c")])).toEqual([
      [printed("stdout", "bc")],
    ]);
    expect(collect([stream("stdout", "a"), wait], [stream("stdout", "b")])).toEqual([
      [printed("stdout", "a")],
      [printed("stdout", "b")],
    ]);
  });

  it("add forgets displays that were cleared", () => {
    const cleared = [display("1", "a"), ["clear_output", { wait: false }] as Published, display("2")];
    expect(collect([display("0", "a")], [...cleared, update("new", "a")])).toEqual([
      [{ ...shown("new"), metadata: { new: true } }],
      [shown("2")],
    ]);
  });

  it("add survives messages that lack what they should have", () => {
    expect(() =>
      collect([
        ["display_data", {}],
        ["error", {}],
        ["update_display_data", {}],
      ]),
    ).not.toThrow();
  });

  it("streamText is what the current cell wrote to one stream", () => {
    const outputs = new OutputCollector();
    expect(outputs.streamText("stdout")).toBe("");
    for (const text of ["old", "new"]) {
      outputs.startCell();
      outputs.add(publishedMessage("stream", { name: "stdout", text }));
      outputs.add(publishedMessage("stream", { name: "stderr", text: "e" }));
      outputs.add(publishedMessage("stream", { name: "stdout", text: "er" }));
    }
    expect(outputs.streamText("stdout")).toBe("newer");
  });
});
