import { loginUrl, sameOriginPath } from './login-url';

describe('loginUrl', () => {
  it.each([
    [{}, '/login'],
    [{ reason: 'idle' }, '/login?reason=idle'],
    [{ reason: 'a b&c', returnTo: '/x?y=1' }, '/login?reason=a+b%26c&return_to=%2Fx%3Fy%3D1'],
    [{ returnTo: '/' }, '/login'],
    [{ returnTo: '/login?reason=idle' }, '/login'],
  ])('of%oIs%s', (parameters, url) => {
    expect(loginUrl('/login', parameters)).toBe(url);
  });
});

describe('sameOriginPath', () => {
  it.each([
    ['/files?q=1#x', '/files?q=1#x'],
    ['//elsewhere.example/x', '/'],
    ['/\\elsewhere.example', '/'],
    ['/\t/elsewhere.example', '/'],
    ['/.//elsewhere.example', '/'],
    ['javascript:alert(1)', '/'],
    ['https://elsewhere.example', '/'],
    ['', '/'],
    [undefined, '/'],
  ])('of%sIs%s', (path, safe) => {
    expect(sameOriginPath(path, 'https://holdfast.example')).toBe(safe);
  });
});
