/** A colour such as "#0072b2" with an opacity, as style sheets write it. */
export function translucent(color: string, opacity: number): string {
  const value = Number.parseInt(color.slice(1), 16);
  return `rgba(${value >> 16},${(value >> 8) & 255},${value & 255},${opacity})`;
}
