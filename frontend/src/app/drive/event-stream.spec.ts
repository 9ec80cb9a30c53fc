import { eventsIn } from './event-stream';

describe('eventsIn', () => {
  async function read(...chunks: (string | Uint8Array<ArrayBuffer>)[]): Promise<string[]> {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        for (const chunk of chunks)
          controller.enqueue(typeof chunk === 'string' ? new TextEncoder().encode(chunk) : chunk);
        controller.close();
      },
    });
    const events: string[] = [];
    for await (const { name, data } of eventsIn(body)) events.push(`${name}=${data}`);
    return events;
  }

  it.each([
    [['event: text\ndata: a\n\n'], ['text=a']],
    [
      ['event: te', 'xt\nda', 'ta: a\n', '\nevent: done\ndata: b\n\n'],
      ['text=a', 'done=b'],
    ],
    [['event: text\r\ndata: a\r\n\r\n'], ['text=a']],
    [['data:a\ndata: b\n\n'], ['message=a\nb']],
    [[': beat\n\n', 'data: a: b\n\n'], ['message=a: b']],
    [['data: whole\n\n', 'data: cut off'], ['message=whole']],
    [[''], []],
  ])('of%jReads%j', async (chunks, events) => {
    await expect(read(...chunks)).resolves.toEqual(events);
  });

  it('keepsALetterTogetherThatArrivesInTwoPieces', async () => {
    const bytes = new TextEncoder().encode('data: ü\n\n');
    await expect(read(bytes.slice(0, 7), bytes.slice(7))).resolves.toEqual(['message=ü']);
  });

  it('doesNotKeepAnEventWithoutEnd', async () => {
    await expect(read('data: ' + 'x'.repeat(1_000_000))).rejects.toThrow('too long');
  });

  it('givesTheConnectionUpWhenTheReaderStops', async () => {
    const cancelled = vi.fn();
    const body = new ReadableStream<Uint8Array>({
      pull(controller) {
        controller.enqueue(new TextEncoder().encode('data: a\n\n'));
      },
      cancel: cancelled,
    });
    for await (const { data } of eventsIn(body)) if (data === 'a') break;
    expect(cancelled).toHaveBeenCalledOnce();
  });
});
