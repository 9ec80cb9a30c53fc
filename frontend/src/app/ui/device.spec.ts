import { deviceOf } from './device';

const WEBKIT = 'AppleWebKit/537.36 (KHTML, like Gecko)';

describe('deviceOf', () => {
  it.each([
    [
      `Mozilla/5.0 (Windows NT 10.0; Win64; x64) ${WEBKIT} Chrome/156.0.0.0 Safari/537.36`,
      'Chrome on Windows',
    ],
    [
      `Mozilla/5.0 (Windows NT 10.0) ${WEBKIT} Chrome/156.0.0.0 Safari/537.36 Edg/156.0.0.0`,
      'Edge on Windows',
    ],
    [`Mozilla/5.0 (X11; Linux x86_64) ${WEBKIT} Chrome/1 Safari/537.36 OPR/120.0`, 'Opera on Linux'],
    ['Mozilla/5.0 (X11; Ubuntu; Linux x86_64; rv:153.0) Gecko/20100101 Firefox/153.0', 'Firefox on Linux'],
    [
      'Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/19.0 Safari/605.1.15',
      'Safari on macOS',
    ],
    [
      'Mozilla/5.0 (iPhone; CPU iPhone OS 19_0 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) CriOS/156.0 Mobile/15E148 Safari/604.1',
      'Chrome on iPhone',
    ],
    [
      `Mozilla/5.0 (Linux; Android 16; K) ${WEBKIT} SamsungBrowser/29.0 Chrome/130.0 Mobile Safari/537.36`,
      'Samsung Internet on Android',
    ],
    [`Mozilla/5.0 (X11; CrOS x86_64 14541.0.0) ${WEBKIT} Chrome/156.0 Safari/537.36`, 'Chrome on ChromeOS'],
  ])('of%sIs%s', (userAgent, words) => {
    expect(deviceOf(userAgent).words).toBe(words);
  });

  it.each([
    ['curl/8.14.1', 'terminal'],
    ['Chrome/1 on Windows NT', 'terminal'],
    ['<b>Chrome</b>', 'terminal'],
    ['Mozilla/5.0 (Haiku) Gecko', 'computer'],
  ])('of%sGuessesNothingAndShowsA%s', (userAgent, icon) => {
    expect(deviceOf(userAgent)).toEqual({ words: userAgent, icon });
  });

  it.each([undefined, null, '', '  '])('of%sIsUnknown', (userAgent) => {
    expect(deviceOf(userAgent).words).toBe('Unknown device');
  });

  it('showsAPhoneForAPhone', () => {
    expect(deviceOf(`Mozilla/5.0 (Linux; Android 16) ${WEBKIT} Chrome/1 Mobile Safari/1`).icon).toBe('phone');
  });
});
