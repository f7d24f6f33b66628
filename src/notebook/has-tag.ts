import type { CodeCell, TextCell } from "./notebook-document.js";

/** Whether a cell carries a tag in its metadata. */
export function hasTag({ metadata }: CodeCell | TextCell, tag: string): boolean {
  const { tags } = metadata;
  return Array.isArray(tags) && tags.includes(tag);
}
