/** The path of a browser; rejects if none can be had. */
export function browser(): Promise<string>;

/** The same for pages alone, without windows: the path of a headless shell if there is one. */
export function headlessBrowser(): Promise<string>;
