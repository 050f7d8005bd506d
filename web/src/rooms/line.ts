// The WebSocket of a room: comes back by itself, says again what nobody has answered. A command has the
// same number however often it is sent, so that the server takes it once.
import type { Answer, Message } from './protocol.ts';

export interface Listener {
  /** What to say first on every new connection; null: nothing to say, stay away. */
  greeting: () => object | null;
  message: (message: Message) => void;
  state: (isOpen: boolean) => void;
}

interface Pending {
  body: object;
  settle: (answer: Answer) => void;
}

const mostPatience = 8000; // ms between two attempts
const signOfLife = 20_000; // ms, as the server expects

export class Line {
  #url: string;
  #listener: Listener;
  #socket: WebSocket | null = null;
  #pending = new Map<number, Pending>();
  #lastId = 0;
  #failures = 0;
  #isWelcome = false;
  #isEnded = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #pulse: ReturnType<typeof setInterval> | undefined;

  constructor(url: string, listener: Listener) {
    this.#url = url;
    this.#listener = listener;
  }

  /** A number never used before, not by an earlier tab of this seat either. */
  nextId(): number {
    this.#lastId = Math.max(this.#lastId + 1, Date.now());
    return this.#lastId;
  }

  /** Connects, or starts again with a new greeting. */
  open(): void {
    clearTimeout(this.#timer);
    this.#isEnded = false;
    this.#drop();
    const greeting = this.#listener.greeting();
    if (!greeting) return;
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => socket.send(JSON.stringify(greeting));
    socket.onmessage = (event: MessageEvent<string>) => this.#hear(JSON.parse(event.data) as Message);
    socket.onclose = () => this.#lost(socket);
    this.#pulse = setInterval(() => this.tell({ type: 'here' }), signOfLife);
  }

  /** Ends for good: another tab has taken over. */
  end(): void {
    this.#isEnded = true;
    this.#drop();
    this.#settleAll(['']);
    this.#listener.state(false);
  }

  /** Says something that wants no answer; lost while there is no connection. */
  tell(body: object): boolean {
    if (!this.#isWelcome || this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(body));
    return true;
  }

  /** A command; the promise is kept when the server has answered, be it after a reconnection. */
  command(body: object): Promise<Answer> {
    const id = this.nextId();
    const whole = { ...body, id };
    return new Promise((settle) => {
      this.#pending.set(id, { body: whole, settle });
      this.tell(whole);
    });
  }

  #hear(message: Message): void {
    if (message.type === 'welcome' || message.type === 'opened') {
      this.#failures = 0;
      this.#isWelcome = true;
      this.#listener.state(true);
    }
    if (message.type === 'answer') {
      this.#pending.get(message.id)?.settle(message);
      this.#pending.delete(message.id);
    }
    if (message.type === 'seat') this.#settleAll([]); // the answer to a join
    this.#listener.message(message);
    if (message.type === 'welcome') for (const { body } of this.#pending.values()) this.tell(body);
  }

  #settleAll(errors: string[]): void {
    for (const [id, { settle }] of this.#pending) settle({ type: 'answer', id, taken: false, repeat: false, errors });
    this.#pending.clear();
  }

  #drop(): void {
    clearInterval(this.#pulse);
    this.#isWelcome = false;
    const socket = this.#socket;
    this.#socket = null;
    if (!socket) return;
    socket.onclose = socket.onmessage = socket.onopen = null;
    socket.close();
  }

  #lost(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    this.#drop();
    if (this.#isEnded) return;
    this.#listener.state(false);
    const patience = Math.min(mostPatience, 300 * 2 ** this.#failures++);
    this.#timer = setTimeout(() => this.open(), patience * (0.75 + Math.random() / 2));
  }
}
