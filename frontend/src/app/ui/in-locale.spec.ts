import { shareInLocale, sizeInLocale, timeInLocale } from './in-locale';
import { offeredSignInLink, signInLink, webLink } from './links';

describe('sizeInLocale', () => {
  it.each([
    [0, '0 bytes'],
    [1, '1 byte'],
    [1_234, '1 kB'],
    [4_812_345, '4.8 MB'],
    [7_340_032_000, '7.3 GB'],
  ])('of%dIs%s', (bytes, words) => {
    expect(sizeInLocale(bytes, 'en')).toBe(words);
  });

  it('followsTheLocale', () => {
    expect(sizeInLocale(4_812_345, 'de')).toBe('4,8 MB');
  });
});

describe('shareInLocale', () => {
  it.each([
    ['en', '45%'],
    ['de', '45\u00a0%'],
  ])('follows%s', (locale, words) => {
    expect(shareInLocale(0.451, locale)).toBe(words);
  });
});

describe('timeInLocale', () => {
  it('followsTheLocale', () => {
    expect(timeInLocale('2026-03-02T10:00:00Z', 'day', 'de')).toBe('2. März 2026');
  });

  it('isEmptyWhenUnreadable', () => {
    expect(timeInLocale('yesterday')).toBe('');
  });
});

describe('Links', () => {
  it.each([
    ['https://drive.google.com/x', 'https://drive.google.com/x'],
    ['javascript:alert(1)', undefined],
    ['data:text/html,x', undefined],
    ['/relative', undefined],
    [null, undefined],
  ])('webLinkOf%sIs%s', (address, link) => {
    expect(webLink(address)).toBe(link);
  });

  it('signInLinkNamesTheWayBack', () => {
    expect(signInLink('/files?q=1')).toBe('/auth/login?return_to=%2Ffiles%3Fq%3D1');
  });

  it.each([
    ['/auth/login?scope=a', '/auth/login?scope=a&return_to=%2Ffiles'],
    ['/auth/login?return_to=%2Fx', '/auth/login?return_to=%2Fx'],
    ['//elsewhere.example/auth/login', undefined],
    ['/auth/../elsewhere', undefined],
    [undefined, undefined],
  ])('offeredSignInLinkOf%sIs%s', (offered, link) => {
    expect(offeredSignInLink(offered, '/files')).toBe(link);
  });
});
