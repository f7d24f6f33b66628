import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { IdleCollection } from "../../../src/jupyter/kernel/idle-collection.js";

describe("IdleCollection", () => {
  it("collects when the kernel has been idle after some cells, and after many at once", async () => {
    let collections = 0;
    const collection = new IdleCollection(() => {
      collections += 1;
    });
    for (let i = 0; i < 5; i++) {
      expect(collections).toBe(0);
      collection.cellStarts();
      collection.cellEnded();
    }
    await sleep(250);
    expect(collections).toBe(1);
    for (let i = 0; i < 10; i++) {
      collection.cellStarts();
      collection.cellEnded();
    }
    expect(collections).toBe(2);
  });

  it("is rarer where much is in use", () => {
    let collections = 0;
    const collect = () => {
      collections += 1;
    };
    const collection = new IdleCollection(collect, () => 600e6);
    for (let i = 0; i < 10; i++) collection.cellEnded();
    expect(collections).toBe(1);
    for (let i = 0; i < 29; i++) collection.cellEnded();
    expect(collections).toBe(1);
    collection.cellEnded();
    expect(collections).toBe(2);
  });

  it("collects after fewer cells where they leave much", () => {
    let heapUsed = 100e6;
    let collections = 0;
    const collect = () => {
      collections += 1;
      heapUsed = 100e6;
    };
    const collection = new IdleCollection(collect, () => heapUsed);
    for (let i = 0; i < 10; i++) collection.cellEnded();
    expect(collections).toBe(1);
    for (const left of [15e6, 15e6, 15e6]) {
      expect(collections).toBe(1);
      heapUsed += left;
      collection.cellEnded();
    }
    expect(collections).toBe(2);
  });

  it("finds V8's own collector", () => {
    const collection = new IdleCollection();
    for (let i = 0; i < 20; i++) collection.cellEnded();
  });
});
