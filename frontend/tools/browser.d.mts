/** The path of a browser; rejects if none can be had. */
export function browser(): Promise<string>;
