import { END_REASONS, endReasonText } from './end-reason';

describe('endReasonText', () => {
  it.each(END_REASONS)('hasWordsFor%s', (reason) => {
    expect(endReasonText(reason)).not.toBe(endReasonText(undefined));
    expect(endReasonText(reason)).not.toContain('_');
  });

  it.each(['brand_new', 'toString', undefined])('hasGeneralWordsFor%s', (reason) => {
    expect(endReasonText(reason)).toBe('Your session has ended. Sign in to continue.');
  });

  it('takesTheWordsOfTheApplicationFirst', () => {
    const words = { idle: 'You were away.', brand_new: 'Something new.' };
    expect(endReasonText('idle', words)).toBe('You were away.');
    expect(endReasonText('brand_new', words)).toBe('Something new.');
    expect(endReasonText('expired', words)).toBe(endReasonText('expired'));
  });
});
