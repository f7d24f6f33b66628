/** The protocol counts characters (Unicode code points), JavaScript UTF-16 units; this is the way there. */
export function toUtf16Offset(text: string, characters: number): number {
  let offset = 0;
  for (let i = 0; i < characters && offset < text.length; i++) {
    offset += (text.codePointAt(offset) ?? 0) > 0xffff ? 2 : 1;
  }
  return offset;
}

/** And back. */
export function toCharacters(text: string, offset: number): number {
  return Array.from(text.slice(0, offset)).length;
}
