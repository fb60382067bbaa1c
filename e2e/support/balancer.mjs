// A small balancer in front of several servers: in turn, the next one when one cannot be reached, and one that is drained gets
// nothing new. It says who the client is, as a proxy does, in `x-client`; a test names another client by `x-from`.
import { createServer, request as ask } from 'node:http';

class Balancer {
  servers = [];
  turn = 0;
  /** How many requests each server answered, by its port. */
  answered = new Map();
  /** How many requests each has in its hands, by its port. */
  inHands = new Map();
  /** Requests that were in the hands of a server when it broke: `{ port, method, path }`. */
  lost = [];

  /** The servers from the next one on. */
  order() {
    const first = this.turn++ % Math.max(this.servers.length, 1);
    return [...this.servers.slice(first), ...this.servers.slice(0, first)];
  }

  add(...servers) {
    this.servers.push(...servers);
  }

  /** Sends it nothing more, and waits until it has answered what it was sent. */
  async drain(server) {
    this.servers = this.servers.filter((kept) => kept !== server);
    while (this.inHands.get(server.port)) await new Promise((resolve) => setTimeout(resolve, 10));
  }

  async forward(request, response) {
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const { 'x-from': from = '127.0.0.1', ...headers } = request.headers;
    const asked = { method: request.method, path: request.url, headers: { ...headers, 'x-client': from }, body: Buffer.concat(chunks) };
    for (const { port } of this.order()) {
      this.hold(port, 1);
      const taken = await this.attempt(port, asked, response);
      this.hold(port, -1);
      if (taken) return;
    }
    response.writeHead(503, { 'content-type': 'text/plain' });
    response.end('no server\n');
  }

  hold(port, by) {
    this.inHands.set(port, (this.inHands.get(port) ?? 0) + by);
  }

  /** Resolves to false when the server could not be reached at all: then it has done nothing. */
  attempt(port, { method, path, headers, body }, response) {
    return new Promise((resolve) => {
      let reached = false;
      let over = false;
      // A connection for each request: on one that was kept, nobody could tell whether the server has had it.
      const asking = ask({ host: '127.0.0.1', port, method, path, headers: { ...headers, connection: 'close' }, agent: false });
      asking.on('socket', (socket) => socket.once('connect', () => (reached = true)));
      const broke = () => {
        if (over) return;
        over = true;
        if (!reached) return resolve(false);
        this.lost.push({ port, method, path });
        if (response.headersSent) response.destroy();
        else response.writeHead(502, { 'content-type': 'text/plain' }).end('the server broke\n');
        resolve(true);
      };
      asking.on('error', broke);
      asking.on('response', (answer) => {
        const parts = [];
        answer.on('data', (part) => parts.push(part));
        answer.on('error', broke);
        answer.on('end', () => {
          over = true;
          this.answered.set(port, (this.answered.get(port) ?? 0) + 1);
          response.writeHead(answer.statusCode, withoutHops(answer.rawHeaders));
          response.end(Buffer.concat(parts));
          resolve(true);
        });
      });
      asking.end(body);
    });
  }
}

// What is between two neighbours only. The body comes whole.
const HOPS = new Set(['connection', 'keep-alive', 'transfer-encoding', 'content-length']);

function withoutHops(raw) {
  const kept = [];
  for (let at = 0; at < raw.length; at += 2) {
    if (!HOPS.has(raw[at].toLowerCase())) kept.push(raw[at], raw[at + 1]);
  }
  return kept;
}

/** Starts one without servers; `url` is where visitors come. */
export async function startBalancer() {
  const balancer = new Balancer();
  const http = createServer((request, response) =>
    balancer.forward(request, response).catch((error) => {
      response.destroy(error);
    }),
  );
  await new Promise((resolve) => http.listen(0, '127.0.0.1', resolve));
  balancer.url = `http://localhost:${http.address().port}`;
  balancer.stop = () => {
    http.closeAllConnections();
    return new Promise((resolve) => http.close(resolve));
  };
  return balancer;
}
