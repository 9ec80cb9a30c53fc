/** Where a document is: its origin, and the address that relative ones start from. */
export interface Place {
  /** Such as `https://holdfast.example`. */
  readonly origin: string;
  /** An absolute address. */
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
