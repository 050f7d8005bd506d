import { beforeEach, describe, expect, it, vi } from 'vitest';
import { Connection } from '../src/lib/connection.ts';
import type { Asked, Message } from '../src/lib/protocol.ts';

class FakeSocket {
  static OPEN = 1;
  static last: FakeSocket;
  readyState = 0;
  sent: (Asked & { id: number })[] = [];
  onopen: () => void = () => undefined;
  onmessage: (event: { data: string }) => void = () => undefined;
  onclose: () => void = () => undefined;
  constructor() {
    FakeSocket.last = this;
  }
  send(text: string) {
    this.sent.push(JSON.parse(text));
  }
  open() {
    this.readyState = 1;
    this.onopen();
  }
  answer(id: number) {
    this.onmessage({ data: JSON.stringify({ type: 'fans', id }) });
  }
}

const ask = (slot: 'a' | 'b', value: number): Asked => ({
  type: 'what_if', slot, scenario: 'x', set: [`p=${value}`], seed: 1
});

describe('the connection', () => {
  let heard: Message[];
  let connection: Connection;
  beforeEach(() => {
    vi.stubGlobal('WebSocket', FakeSocket);
    heard = [];
    connection = new Connection('ws://x', { message: (m) => heard.push(m), state: () => undefined });
  });

  it('waits with the newest question until the last one has its first answer', () => {
    FakeSocket.last.open();
    const first = connection.ask(ask('b', 1));
    connection.ask(ask('b', 2));
    connection.ask(ask('b', 3));
    expect(FakeSocket.last.sent.map((q) => q.set[0])).toEqual(['p=1']);
    FakeSocket.last.answer(first);
    expect(FakeSocket.last.sent.map((q) => q.set[0])).toEqual(['p=1', 'p=3']);
    expect(heard).toHaveLength(1);
  });

  it('keeps A and B apart', () => {
    FakeSocket.last.open();
    connection.ask(ask('a', 1));
    connection.ask(ask('b', 2));
    expect(FakeSocket.last.sent).toHaveLength(2);
  });

  it('asks what was asked before it was open', () => {
    connection.ask(ask('b', 1));
    expect(FakeSocket.last.sent).toHaveLength(0);
    FakeSocket.last.open();
    expect(FakeSocket.last.sent).toHaveLength(1);
  });
});
