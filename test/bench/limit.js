/** In place of a rival: a time that the work may take on any machine of today, with the target 1. */
export function limit(milliseconds) {
  return { name: "limit", tool: "none", milliseconds: () => [milliseconds] };
}
