/** JSON for a script element of type application/json: no "<" may end it. */
export function embedJson(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}

/** A script's source for a script element: "</script" occurs in strings and comments only, where the backslash changes nothing. */
export function embedScript(source: string): string {
  return source.replaceAll("</script", "<\\/script");
}
