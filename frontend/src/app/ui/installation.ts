/** The operator's settings of this installation. All of them are safe to show and to link to. */
export interface Installation {
  /** The name of the product here. */
  readonly name: string;
  /** The path of the logo, of this origin. */
  readonly logo: string | undefined;
  /** `#rrggbb` */
  readonly color: string | undefined;
  /** Privacy policy: https. */
  readonly privacy: string | undefined;
  /** Terms of use: https. */
  readonly terms: string | undefined;
  /** The address for help: https or `mailto:`. */
  readonly support: string | undefined;
  /** The address that this installation is opened at. */
  readonly publicUrl: string | undefined;
  /** Whether to show how both sessions are refreshed; for demonstrations. */
  readonly watchRefreshes: boolean;
  /** The names of the APIs of Google that the gateway opens to these pages. */
  readonly apis: readonly string[];
  /** The version of Holdfast that the server runs. */
  readonly version: string | undefined;
}

/**
 * The settings of this installation, which the server puts into `<meta name="holdfast-installation">`.
 * Defaults replace missing and unusable values, and all values if another server served the page.
 */
export const installation: Installation = installationIn(document);

/** Reads the settings out of a document; for tests. */
export function installationIn(from: ParentNode): Installation {
  const meta = from.querySelector<HTMLMetaElement>('meta[name="holdfast-installation"]');
  const told = parse(meta?.content ?? '');
  const name = textOf(told['name']);
  return {
    name: name === undefined || name.trim() === '' ? 'Holdfast' : name.trim(),
    logo: matching(told['logo'], /^\/(?!\/|\\)/),
    color: matching(told['color'], /^#[0-9a-f]{6}$/i),
    privacy: matching(told['privacy'], /^https:\/\//i),
    terms: matching(told['terms'], /^https:\/\//i),
    support: matching(told['support'], /^(https:\/\/|mailto:)/i),
    publicUrl: matching(told['public_url'], /^https?:\/\//i),
    watchRefreshes: told['watch_refreshes'] === true,
    apis: Array.isArray(told['apis']) ? told['apis'].filter((api) => typeof api === 'string') : [],
    version: matching(told['version'], /^\d[\w.+-]{0,40}$/),
  };
}

/** Returns the JSON object, or nothing if there is none, as where no server has replaced the placeholder. */
function parse(content: string): Record<string, unknown> {
  try {
    const told: unknown = JSON.parse(content);
    return typeof told === 'object' && told !== null ? { ...told } : {};
  } catch {
    return {};
  }
}

function matching(value: unknown, pattern: RegExp): string | undefined {
  const text = textOf(value);
  return text !== undefined && pattern.test(text) ? text : undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
