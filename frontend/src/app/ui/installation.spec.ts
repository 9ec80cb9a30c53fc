import { installation, installationIn } from './installation';

describe('installationIn', () => {
  function read(content: string): ReturnType<typeof installationIn> {
    const head = document.createElement('head');
    const meta = document.createElement('meta');
    meta.name = 'holdfast-installation';
    meta.content = content;
    head.append(meta);
    return installationIn(head);
  }

  const DEFAULTS = {
    name: 'Holdfast',
    logo: undefined,
    color: undefined,
    privacy: undefined,
    terms: undefined,
    support: undefined,
    publicUrl: undefined,
    watchRefreshes: false,
    apis: [],
    version: undefined,
  };

  it.each(['__INSTALLATION__', '', 'null', '[]', '"text"', '{"name":null,"logo":null,"color":null}'])(
    'takes the defaults from %s',
    (content) => {
      expect(read(content)).toEqual(DEFAULTS);
    },
  );

  it('takes the defaults where there is no such element', () => {
    expect(installation).toEqual(DEFAULTS);
  });

  it('reads what is set', () => {
    const told = {
      name: ' Fernhill Vault ',
      logo: '/installation/logo',
      color: '#aB1200',
      privacy: 'https://fernhill.example/privacy',
      terms: 'https://fernhill.example/terms',
      support: 'mailto:help@fernhill.example',
      public_url: 'https://vault.fernhill.example',
      watch_refreshes: true,
      apis: ['calendar', 7],
      version: '1.0.0',
    };
    expect(read(JSON.stringify(told))).toEqual({
      name: 'Fernhill Vault',
      logo: told.logo,
      color: told.color,
      privacy: told.privacy,
      terms: told.terms,
      support: told.support,
      publicUrl: told.public_url,
      watchRefreshes: true,
      apis: ['calendar'],
      version: '1.0.0',
    });
  });

  it.each([
    { logo: 'https://elsewhere.example/logo' },
    { logo: '//elsewhere.example/logo' },
    { color: 'red; background: url(x)' },
    { privacy: 'javascript:alert(1)' },
    { terms: 'http://fernhill.example' },
    { support: 'data:text/html,x' },
    { public_url: 'javascript:alert(1)' },
    { watch_refreshes: 'yes' },
    { apis: 'calendar' },
    { version: 'the newest' },
    { version: 1 },
    { name: 7 },
  ])('ignores what cannot be used: %o', (told) => {
    expect(read(JSON.stringify(told))).toEqual(DEFAULTS);
  });
});
