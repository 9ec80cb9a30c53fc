import { LocalKeyStore } from './local-key-store';

describe('LocalKeyStore', () => {
  const keys = new LocalKeyStore('holdfast.refresh-key');
  beforeEach(() => {
    localStorage.clear();
  });
  afterEach(() => {
    vi.restoreAllMocks();
  });

  it('mintKeepsOneFreshKeyOfVisibleCharacters', () => {
    const [first, second] = [keys.mint(), keys.mint()];
    expect(first).toMatch(/^[\x21-\x7e]{16,128}$/);
    expect(second).not.toBe(first);
    expect(localStorage).toHaveLength(1);
    expect(localStorage.getItem('holdfast.refresh-key')).toBe(second);
    expect(new LocalKeyStore('holdfast.refresh-key').latest()).toBe(second);
  });

  it('removeLeavesNothing', () => {
    keys.mint();
    keys.remove();
    expect(localStorage).toHaveLength(0);
    expect(keys.latest()).toBeUndefined();
  });

  it.each(['short', 'with a space in it', 'x'.repeat(129)])('latestIgnores%s', (key) => {
    localStorage.setItem('holdfast.refresh-key', key);
    expect(keys.latest()).toBeUndefined();
  });

  it('mintRemembersInMemoryWhenStorageIsFull', () => {
    const store = new LocalKeyStore('holdfast.refresh-key');
    const older = store.mint();
    const full = vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('full', 'QuotaExceededError');
    });
    const newer = store.mint();
    expect(newer).not.toBe(older);
    expect(store.latest()).toBe(newer);
    full.mockRestore();
    const newest = keys.mint();
    expect(store.latest()).toBe(newest);
  });

  it('mintRemembersInMemoryWhenStorageIsForbidden', () => {
    vi.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    vi.spyOn(Storage.prototype, 'getItem').mockImplementation(() => {
      throw new DOMException('no', 'SecurityError');
    });
    const store = new LocalKeyStore('other');
    expect(store.mint()).toBe(store.latest());
  });
});
