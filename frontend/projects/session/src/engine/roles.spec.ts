import { rolesIn } from './roles';

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
