import { IncomingMessage, Server, ServerResponse, createServer, request as ask } from 'node:http';
import { AddressInfo, connect } from 'node:net';
import { Duplex } from 'node:stream';

/** One request that passed the wire; each time it was sent counts. */
export interface Passed {
  readonly method: string;
  readonly url: URL;
  readonly authorization: string | undefined;
  readonly cookie: string | undefined;
  readonly key: string | undefined;
  /** Bytes of the body. */
  readonly size: number;
}

/**
 * A trick with a request. `lose`: the server answers, but the connection dies before the answer. `until`: the
 * server answers, and the answer arrives only then. Otherwise the wire answers in the server's place.
 */
export type Trick =
  | 'lose'
  | { readonly until: Promise<unknown> }
  | { readonly status: number; readonly body?: object; readonly headers?: Readonly<Record<string, string>> };

/** An answer in the server's place; `never` leaves the browser waiting. */
export type Instead = 'never' | { readonly status: number; readonly type: string; readonly content: string };

/** The access JWT is refused. */
export const TOKEN_INVALID: Trick = {
  status: 401,
  body: { status: 401, code: 'access_token_invalid' },
  headers: { 'Content-Type': 'application/problem+json' },
};

/**
 * The wire between browser and servers: the browser's HTTP proxy. It sees each request as it was sent, also
 * those that no script sees, and can play tricks that no script can.
 */
export class Wire {
  readonly requests: Passed[] = [];
  /** Returns the answer to a request that shall not reach the server. */
  instead: (method: string, url: URL) => Instead | undefined = () => undefined;
  readonly #tricks = new Map<string, Trick[]>();
  readonly #pages = new Map<string, { readonly type: string; readonly content: string }>();
  readonly #server: Server = createServer((incoming, outgoing) => {
    void this.#pass(incoming, outgoing).catch(() => incoming.socket.destroy());
  });

  static async open(): Promise<Wire> {
    const wire = new Wire();
    // The proxy never closes a connection by itself: the browser repeats a request only if it died with a
    // connection that was not new.
    wire.#server.keepAliveTimeout = 0;
    wire.#server.on('connect', tunnel);
    await new Promise<void>((resolve) => wire.#server.listen(0, '127.0.0.1', resolve));
    return wire;
  }

  get address(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port.toString()}`;
  }

  close(): void {
    this.#server.closeAllConnections();
    this.#server.close();
  }

  /** Answers that path itself, as if a server had that page. */
  show(path: string, type: string, content: string): void {
    this.#pages.set(path, { type, content });
  }

  /** Sets the tricks for the next requests to a path, one after another; later requests pass unharmed. */
  next(path: string, ...tricks: Trick[]): void {
    this.#tricks.set(path, tricks);
  }

  to(path: string): Passed[] {
    return this.requests.filter(({ url }) => url.pathname === path);
  }

  async #pass(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { method = 'GET', headers } = incoming;
    const url = new URL(incoming.url ?? '');
    const body = await content(incoming);
    this.requests.push({
      method,
      url,
      authorization: headers.authorization,
      cookie: headers.cookie,
      key: headers['idempotency-key'] as string | undefined,
      size: body.length,
    });
    const instead = this.instead(method, url);
    if (instead === 'never') return;
    if (instead) {
      const { status, type, content } = instead;
      return void outgoing.writeHead(status, { 'Content-Type': type }).end(content);
    }
    const page = this.#pages.get(url.pathname);
    if (page) return void outgoing.setHeader('Content-Type', page.type).end(page.content);
    const trick = this.#tricks.get(url.pathname)?.shift();
    if (trick && trick !== 'lose' && 'status' in trick) {
      return void outgoing.writeHead(trick.status, trick.headers).end(JSON.stringify(trick.body));
    }
    const answer = await forward(url, method, headers, body);
    if (trick === 'lose') return void incoming.socket.destroy();
    await trick?.until;
    outgoing.writeHead(answer.head.statusCode ?? 502, answer.head.rawHeaders).end(answer.body);
  }
}

/** Requests of the tests themselves pass unseen: they are not the browser's. */
function tunnel({ url = '' }: IncomingMessage, near: Duplex): void {
  const { hostname, port } = new URL(`http://${url}`);
  const far = connect(Number(port), hostname, () => {
    near.write('HTTP/1.1 200 Connected\r\n\r\n');
    near.pipe(far).pipe(near);
  });
  near.on('error', () => far.destroy());
  far.on('error', () => near.destroy());
}

async function content(message: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of message) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

interface Answer {
  readonly head: IncomingMessage;
  readonly body: Buffer;
}

function forward(
  url: URL,
  method: string,
  headers: IncomingMessage['headers'],
  body: Buffer,
): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asking = ask(url, { method, headers }, (head) => {
      content(head).then((received) => {
        resolve({ head, body: received });
      }, reject);
    });
    asking.on('error', reject).end(body);
  });
}
