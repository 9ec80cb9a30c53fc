import { formatLocale, languageFor } from './language';

describe('languageFor', () => {
  it.each([
    [null, ['de-AT', 'en'], 'de'],
    [null, ['fr', 'DE', 'en'], 'de'],
    [null, ['fr-CA', 'nl'], 'en'],
    [null, [], 'en'],
    ['de', ['en-GB'], 'de'],
    ['en', ['de'], 'en'],
    ['xx', ['de'], 'de'],
    ['', ['de'], 'de'],
  ])('of the choice %o and the wishes %o is the right one', (choice, wishes, code) => {
    expect(languageFor(choice, wishes).code).toBe(code);
  });
});

describe('formatLocale', () => {
  it.each([
    [['de', 'en-GB'], 'en-GB'],
    [['en', 'en-GB'], 'en'],
    [['fr'], 'en'],
  ])('of the wishes %o is the variant of the language spoken', (wishes, locale) => {
    expect(formatLocale(wishes)).toBe(locale);
  });
});
