/** A grid of dots for terminals, eight to a character: two across, four down. */
export interface BrailleCanvas {
  /** Sets the dot at a place from 0 to 1 across (left to right) and down (top to bottom). */
  readonly dot: (across: number, down: number) => void;
  /** Sets the dots of a straight line between two such places. */
  readonly line: (fromAcross: number, fromDown: number, toAcross: number, toDown: number) => void;
  /** What is set from now on belongs to a group; 0 until told. */
  readonly setGroup: (group: number) => void;
  /** One string a row; characters without dots are spaces. */
  readonly rows: () => readonly string[];
  /** For each character the group that last set a dot in it. */
  readonly groups: () => readonly Int16Array[];
}

/** An empty canvas of so many characters. */
export function createBrailleCanvas(columns: number, rows: number): BrailleCanvas {
  const cells = new Uint8Array(columns * rows);
  const owners = new Int16Array(columns * rows);
  let current = 0;
  const [width, height] = [2 * columns - 1, 4 * rows - 1];
  const set = (x: number, y: number): void => {
    if (!(x >= 0 && x <= width && y >= 0 && y <= height)) return;
    const cell = (y >> 2) * columns + (x >> 1);
    cells[cell] = cells[cell]! | bits[y & 3]![x & 1]!;
    owners[cell] = current;
  };
  return {
    dot: (across, down) => set(Math.round(across * width), Math.round(down * height)),
    line: (fromAcross, fromDown, toAcross, toDown) => {
      const steps = Math.max(
        1,
        Math.ceil(Math.max(Math.abs(toAcross - fromAcross) * width, Math.abs(toDown - fromDown) * height)),
      );
      for (let step = 0; step <= steps; step++) {
        const part = step / steps;
        set(
          Math.round((fromAcross + part * (toAcross - fromAcross)) * width),
          Math.round((fromDown + part * (toDown - fromDown)) * height),
        );
      }
    },
    setGroup: (group) => {
      current = group;
    },
    rows: () =>
      Array.from({ length: rows }, (_, row) =>
        Array.from(cells.subarray(row * columns, (row + 1) * columns), (cell) =>
          cell === 0 ? " " : String.fromCharCode(0x2800 + cell),
        ).join(""),
      ),
    groups: () =>
      Array.from({ length: rows }, (_, row) => owners.subarray(row * columns, (row + 1) * columns)),
  };
}

/** The bit of each dot of a character, by row and column. */
const bits = [
  [0x01, 0x08],
  [0x02, 0x10],
  [0x04, 0x20],
  [0x40, 0x80],
] as const;
