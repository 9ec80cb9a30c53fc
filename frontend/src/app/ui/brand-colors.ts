/** The least contrast between text and its ground (WCAG 2.2, 1.4.3). */
const TEXT_CONTRAST = 4.5;
/** The least contrast of text on a container of the brand's own hue. */
const MORE_CONTRAST = 7;
/** The darkest and the lightest ground of the brand colour, in the light and in the dark theme. */
const GROUNDS = { light: '#dfe2ea', dark: '#2f3238' } as const;
const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [255, 255, 255];

type Rgb = readonly [number, number, number];

/**
 * The colours of the theme for the colour of an installation (`#rrggbb`), as custom properties. The rule: the
 * colour is taken as it is if its contrast to every ground is at least 4.5:1. Otherwise it is darkened in the
 * light theme, and lightened in the dark one, until it is. Text on it is black or white, whichever has more
 * contrast. So texts (4.5:1) and the focus ring (3:1) can be seen with any colour.
 */
export function brandColors(color: string): Readonly<Record<string, string>> {
  const brand = rgbOf(color);
  const light = readable(brand, rgbOf(GROUNDS.light), BLACK);
  const dark = readable(brand, rgbOf(GROUNDS.dark), WHITE);
  const pale = mix(brand, WHITE, 0.84);
  const deep = mix(brand, BLACK, 0.56);
  const container = lightDark(pale, deep);
  const onContainer = lightDark(
    readable(brand, pale, BLACK, MORE_CONTRAST),
    readable(brand, deep, WHITE, MORE_CONTRAST),
  );
  return {
    '--mat-sys-primary': lightDark(light, dark),
    '--mat-sys-on-primary': lightDark(inkOn(light), inkOn(dark)),
    '--mat-sys-surface-tint': lightDark(light, dark),
    '--mat-sys-inverse-primary': lightDark(dark, light),
    '--mat-sys-primary-container': container,
    '--mat-sys-on-primary-container': onContainer,
    '--mat-sys-secondary-container': container,
    '--mat-sys-on-secondary-container': onContainer,
  };
}

/** Returns the contrast of two colours `#rrggbb`, 1 to 21 (WCAG 2.2, relative luminance). */
export function contrast(one: string, other: string): number {
  return contrastOf(rgbOf(one), rgbOf(other));
}

function readable(color: Rgb, ground: Rgb, towards: Rgb, least = TEXT_CONTRAST): Rgb {
  for (let share = 0; share < 1; share += 0.02) {
    const mixed = mix(color, towards, share);
    if (contrastOf(mixed, ground) >= least) return mixed;
  }
  return towards;
}

function inkOn(color: Rgb): Rgb {
  return contrastOf(color, WHITE) >= contrastOf(color, BLACK) ? WHITE : BLACK;
}

function mix(color: Rgb, other: Rgb, share: number): Rgb {
  const at = (index: 0 | 1 | 2): number => Math.round(color[index] * (1 - share) + other[index] * share);
  return [at(0), at(1), at(2)];
}

function contrastOf(one: Rgb, other: Rgb): number {
  const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return ((lighter ?? 0) + 0.05) / ((darker ?? 0) + 0.05);
}

function luminance([red, green, blue]: Rgb): number {
  const linear = (channel: number): number => {
    const part = channel / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  };
  return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue);
}

function rgbOf(color: string): Rgb {
  const at = (index: number): number => Number.parseInt(color.slice(index, index + 2), 16);
  return [at(1), at(3), at(5)];
}

function lightDark(light: Rgb, dark: Rgb): string {
  return `light-dark(rgb(${light.join(' ')}), rgb(${dark.join(' ')}))`;
}
