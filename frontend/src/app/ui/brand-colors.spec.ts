import { brandColors, contrast } from './brand-colors';

/** The grounds of texts and focus rings in the brand colour, in the light and in the dark theme. */
const GROUNDS = { light: ['#ffffff', '#faf9fd', '#dfe2ea'], dark: ['#000000', '#121316', '#2f3238'] };

describe('brandColors', () => {
  const STEPS = [0, 51, 102, 153, 204, 255].map((step) => step.toString(16).padStart(2, '0'));
  const ALL = STEPS.flatMap((r) => STEPS.flatMap((g) => STEPS.map((b) => `#${r}${g}${b}`)));

  function both(value: string | undefined): { light: string; dark: string } {
    const [light, dark] = [...(value ?? '').matchAll(/rgb\((\d+) (\d+) (\d+)\)/g)].map(
      ([, ...channels]) => `#${channels.map((each) => Number(each).toString(16).padStart(2, '0')).join('')}`,
    );
    return { light: light ?? '', dark: dark ?? '' };
  }

  it('can be read on every ground of both themes, whatever the colour', () => {
    for (const color of ALL) {
      const { light, dark } = both(brandColors(color)['--mat-sys-primary']);
      for (const ground of GROUNDS.light) expect(contrast(light, ground)).toBeGreaterThanOrEqual(4.5);
      for (const ground of GROUNDS.dark) expect(contrast(dark, ground)).toBeGreaterThanOrEqual(4.5);
    }
  });

  it.each(['primary', 'primary-container', 'secondary-container'])(
    'what is written on %s can be read, whatever the colour',
    (role) => {
      for (const color of ALL) {
        const colors = brandColors(color);
        const [ground, ink] = [both(colors[`--mat-sys-${role}`]), both(colors[`--mat-sys-on-${role}`])];
        expect(contrast(ink.light, ground.light)).toBeGreaterThanOrEqual(4.5);
        expect(contrast(ink.dark, ground.dark)).toBeGreaterThanOrEqual(4.5);
      }
    },
  );

  it('takes a colour as it is where it can be read', () => {
    expect(both(brandColors('#7a1f5c')['--mat-sys-primary']).light).toBe('#7a1f5c');
  });
});
