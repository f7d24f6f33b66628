/** Foreign text for Plotly, which reads a little HTML in texts and `%{…}` in hover templates. */
export function plotlyText(text: string): string {
  return text
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replaceAll("%{", "%&#123;");
}
