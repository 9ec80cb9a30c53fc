import { failureWords, reasonOf } from './failure-names';

describe('reasonOf', () => {
  it.each([
    ['grant_refresh_failed', 'timeout', 'Google did not answer in time'],
    ['grant_refresh_failed', 'constructor', 'No usable answer from Google (constructor)'],
    ['session_ended', 'idle', 'Not used for a long time'],
    ['signed_in', null, ''],
  ])('of%sWith%sIs%s', (type, reason, words) => {
    expect(reasonOf({ type, reason })).toBe(words);
  });

  it('isGeneralWhereNothingIsKnown', () => {
    expect(failureWords(undefined)).toBe('No usable answer from Google');
  });
});
