import { grantWords, lastFailureWords } from './grant-words';

describe('grantWords', () => {
  it.each([
    ['active', 'good'],
    ['degraded', 'trouble'],
    ['scope_short', 'trouble'],
    ['revoked', 'bad'],
    ['reauth_required', 'bad'],
    ['blocked_by_policy', 'bad'],
    ['client_rejected', 'bad'],
    ['never heard of', 'trouble'],
    ['constructor', 'trouble'],
  ])('of%sAre%s', (status, tone) => {
    expect(grantWords(status).tone).toBe(tone);
  });

  it('hasWordsForAFailureWithoutShowingItsCode', () => {
    expect(lastFailureWords('timeout')).toBe('Google did not answer in time');
    expect(lastFailureWords('brand_new_code')).not.toContain('brand_new_code');
  });
});
