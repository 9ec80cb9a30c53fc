/** One event of a stream (HTML standard, "Server-sent events"). */
export interface StreamEvent {
  readonly name: string;
  readonly data: string;
}

/** The longest event that is read, in characters; a stream with a longer one is broken. */
const LONGEST = 1_000_000;

/**
 * Yields the events of a body as they arrive. An event that the end of the body cuts off is left out. Throws what reading the
 * body throws, and gives the connection up when the caller stops.
 */
export async function* eventsIn(body: ReadableStream<Uint8Array>): AsyncGenerator<StreamEvent> {
  const reader = body.getReader();
  const decoder = new TextDecoder();
  let buffer = '';
  try {
    for (;;) {
      const { done, value } = await reader.read();
      buffer += decoder.decode(value, { stream: !done });
      const blocks = buffer.split(/\r\n\r\n|\n\n|\r\r/u);
      buffer = blocks.pop() ?? '';
      for (const block of blocks) {
        const event = eventOf(block);
        if (event) yield event;
      }
      if (done) return;
      if (buffer.length > LONGEST) throw new Error('an event is too long');
    }
  } finally {
    await reader.cancel().catch(() => undefined);
  }
}

/** Returns the event of a block; none if it has no data, as comments have none. */
function eventOf(block: string): StreamEvent | undefined {
  let name = 'message';
  const data: string[] = [];
  for (const line of block.split(/\r\n|\n|\r/u)) {
    const [, field, value = ''] = /^([^:]*)(?:: ?(.*))?$/u.exec(line) ?? [];
    if (field === 'event') name = value;
    if (field === 'data') data.push(value);
  }
  return data.length === 0 ? undefined : { name, data: data.join('\n') };
}
