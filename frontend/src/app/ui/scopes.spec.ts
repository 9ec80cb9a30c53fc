import { scopeWords } from './scopes';

describe('scopeWords', () => {
  it('saysEachPermissionOnce', () => {
    expect(scopeWords(['email', 'https://www.googleapis.com/auth/userinfo.email'])).toHaveLength(1);
  });
});
