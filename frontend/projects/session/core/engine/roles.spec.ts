import { accountNameIn, rolesIn } from './roles';

function jwt(payload: string): string {
  const bytes = new TextEncoder().encode(payload);
  const text = btoa(String.fromCharCode(...bytes));
  return `e30.${text.replaceAll('+', '-').replaceAll('/', '_').replaceAll('=', '')}.c2ln`;
}

describe('rolesIn', () => {
  it('readsTheGroupsOfAJwtWhateverItsOtherClaims', () => {
    expect(rolesIn(jwt('{"upn":"søren ÿ?>","groups":["user","admin"]}'))).toEqual(['user', 'admin']);
  });

  it('findsNoneInWhatIsNoJwtOrHasNoGroups', () => {
    for (const token of [
      '',
      'token-1',
      'a.%.c',
      jwt('[]'),
      jwt('{}'),
      jwt('null'),
      jwt('{"groups":"admin"}'),
    ]) {
      expect(rolesIn(token)).toEqual([]);
    }
    expect(rolesIn(jwt('{"groups":["user",7,null]}'))).toEqual(['user']);
  });
});

describe('accountNameIn', () => {
  it('isTheUpnOrNothing', () => {
    expect(accountNameIn(jwt('{"sub":"a1","upn":"ada@mail.example"}'))).toBe('ada@mail.example');
    for (const token of ['', 'token-1', jwt('{}'), jwt('{"upn":7}'), jwt('null')])
      expect(accountNameIn(token)).toBeUndefined();
  });
});
