/** A part of an address as it reads; one that is not encoded as it should be stays as it is. */
export function decodeUri(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
