/** The place of a document: its origin, and the base of relative addresses. */
export interface Place {
  /** The origin, such as `https://holdfast.example`. */
  readonly origin: string;
  /** The absolute address that relative ones start from. */
  readonly base: string;
}

/** Whether the address is at or below one of the path prefixes, at the document's own origin. */
export function isOwnApi(address: string, prefixes: readonly string[], { origin, base }: Place): boolean {
  const url = new URL(address, base);
  return (
    url.origin === origin &&
    prefixes.some((prefix) => url.pathname === prefix || url.pathname.startsWith(`${prefix}/`))
  );
}
