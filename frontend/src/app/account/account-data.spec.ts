import { initials } from './account-data';

describe('initials', () => {
  it.each([
    [{ id: '1', name: 'Ada Lovelace' }, 'AL'],
    [{ id: '1', name: 'ada king lovelace' }, 'AL'],
    [{ id: '1', name: 'Ada' }, 'A'],
    [{ id: '1', name: '', email: 'z@example.com' }, 'Z'],
    [{ id: '1', name: '(the) Émile' }, 'É'],
    [{ id: '1' }, ''],
  ])('of%oAre%s', (profile, letters) => {
    expect(initials(profile)).toBe(letters);
  });
});
