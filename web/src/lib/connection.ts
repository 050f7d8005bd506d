// The WebSocket: comes back by itself, and asks the next question about a setting only when the first
// answer to the last one is there, so that a finger on a slider never outruns the server.
import type { Asked, Message } from './protocol.ts';

export interface Listener {
  message: (message: Message) => void;
  state: (isOpen: boolean) => void;
}

interface Lane {
  inFlight: number;
  next: (Asked & { id: number }) | null;
}

const mostPatience = 5000;

export class Connection {
  #url: string;
  #listener: Listener;
  #socket: WebSocket | null = null;
  #lanes = new Map<string, Lane>();
  #lastId = 0;
  #failures = 0;

  constructor(url: string, listener: Listener) {
    this.#url = url;
    this.#listener = listener;
    this.#open();
  }

  /** Asks, or waits with it; a newer question of the same kind and slot takes its place. */
  ask(question: Asked): number {
    const id = ++this.#lastId;
    const key = `${question.type}.${question.slot}`;
    const lane = this.#lanes.get(key) ?? { inFlight: 0, next: null };
    this.#lanes.set(key, lane);
    lane.next = { ...question, id };
    this.#sendNext(lane);
    return id;
  }

  #sendNext(lane: Lane): void {
    if (this.#socket?.readyState !== WebSocket.OPEN || lane.inFlight !== 0 || !lane.next) return;
    this.#socket.send(JSON.stringify(lane.next));
    lane.inFlight = lane.next.id;
    lane.next = null;
  }

  #take(message: Message): void {
    for (const lane of this.#lanes.values()) {
      if (lane.inFlight === message.id) {
        lane.inFlight = 0;
        this.#sendNext(lane);
      }
    }
    this.#listener.message(message);
  }

  #open(): void {
    const socket = new WebSocket(this.#url);
    this.#socket = socket;
    socket.onopen = () => {
      this.#failures = 0;
      this.#listener.state(true);
      for (const lane of this.#lanes.values()) this.#sendNext(lane);
    };
    socket.onmessage = (event: MessageEvent<string>) => this.#take(JSON.parse(event.data) as Message);
    socket.onclose = () => {
      this.#lanes.clear();
      this.#listener.state(false);
      const patience = Math.min(mostPatience, 250 * 2 ** this.#failures++);
      setTimeout(() => this.#open(), patience);
    };
  }
}
