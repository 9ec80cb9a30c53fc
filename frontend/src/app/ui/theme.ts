import { brandColors } from './brand-colors';
import { installation } from './installation';

/** The look of the pages; `system` follows the device. */
export type Theme = 'system' | 'light' | 'dark';

/** The key in `localStorage`; present only if the person has chosen `light` or `dark` in the menu. */
const CHOICE = 'holdfast.theme';

let theme: Theme = 'system';

/**
 * Applies the theme that the person chose, and the colour of the installation. Call it before the first
 * paint.
 */
export function prepareTheme(): void {
  theme = readChoice();
  show();
  const brand = installation.color === undefined ? [] : Object.entries(brandColors(installation.color));
  for (const [name, value] of brand) document.documentElement.style.setProperty(name, value);
}

/** Returns the theme in force. */
export function chosenTheme(): Theme {
  return theme;
}

/** Changes the theme at once, and remembers it in this browser. */
export function chooseTheme(chosen: Theme): void {
  theme = chosen;
  show();
  try {
    if (chosen === 'system') localStorage.removeItem(CHOICE);
    else localStorage.setItem(CHOICE, chosen);
  } catch {
    // The browser forbids storage: the choice lasts until the page is loaded again.
  }
}

function show(): void {
  if (theme === 'system') document.documentElement.removeAttribute('data-theme');
  else document.documentElement.dataset['theme'] = theme;
}

function readChoice(): Theme {
  try {
    const stored = localStorage.getItem(CHOICE);
    return stored === 'light' || stored === 'dark' ? stored : 'system';
  } catch {
    return 'system';
  }
}
