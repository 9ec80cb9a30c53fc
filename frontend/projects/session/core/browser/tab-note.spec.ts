import { TabNote } from './tab-note';

describe('TabNote', () => {
  beforeEach(() => {
    sessionStorage.clear();
  });

  it('takeWhenSomethingWasLeftThenItIsTakenOnceAndNothingStays', () => {
    new TabNote('note').leave('account-1');
    expect(new TabNote('note').take()).toBe('account-1');
    expect(new TabNote('note').take()).toBeUndefined();
    expect(sessionStorage).toHaveLength(0);
  });

  it('takeWhenNothingWasLeftThenNothing', () => {
    expect(new TabNote('note').take()).toBeUndefined();
  });
});
