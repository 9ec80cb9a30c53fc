import { Broadcast } from './broadcast';

describe('Broadcast', () => {
  afterEach(() => {
    vi.unstubAllGlobals();
  });

  function refuse(): never {
    throw new DOMException('no', 'SecurityError');
  }

  it('postWhenTheBrowserRefusesTheChannelThenSilence', () => {
    vi.stubGlobal('BroadcastChannel', vi.fn(refuse));
    const channel = new Broadcast('holdfast');
    channel.listen(refuse);
    expect(() => {
      channel.post({ type: 'ask' });
    }).not.toThrow();
  });

  it('postWhenTheMessageCannotBeSentThenSilence', () => {
    const postMessage = vi.fn(refuse);
    vi.stubGlobal(
      'BroadcastChannel',
      class {
        readonly postMessage = postMessage;
      },
    );
    expect(() => {
      new Broadcast('holdfast').post({ type: 'ask' });
    }).not.toThrow();
    expect(postMessage).toHaveBeenCalledOnce();
  });
});
