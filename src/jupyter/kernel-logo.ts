import { Resvg } from "@resvg/resvg-js";

/** The kernel's mark: values that scatter about a floor, and one that stands out. */
export const kernelLogo: string = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 64" width="64" height="64">
  <rect width="64" height="64" rx="12" fill="#17324d"/>
  <g fill="#7fc4e8">
    <circle cx="11" cy="45" r="3.2"/><circle cx="18.5" cy="39.5" r="3.2"/><circle cx="25" cy="47" r="3.2"/>
    <circle cx="32" cy="41" r="3.2"/><circle cx="39" cy="46" r="3.2"/><circle cx="46" cy="40" r="3.2"/>
    <circle cx="53.5" cy="45.5" r="3.2"/>
  </g>
  <path d="M8 54.5H56" stroke="#ffffff" stroke-width="3" stroke-linecap="round"/>
  <path d="M32 34V21" stroke="#ffb454" stroke-width="3" stroke-linecap="round" stroke-dasharray="1 5"/>
  <circle cx="32" cy="14" r="5.5" fill="#ffb454"/>
</svg>
`;

/** The mark as PNG, as wide and high as `pixels`. */
export function kernelLogoPng(pixels: number): Uint8Array {
  return new Resvg(kernelLogo, { fitTo: { mode: "width", value: pixels } }).render().asPng();
}
