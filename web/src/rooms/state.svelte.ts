// A tab's part in a room: what it has been told, and what it asks for.
import { saveText } from '../lib/csv.ts';
import type { Scenario } from '../lib/protocol.ts';
import { plain } from './figures.ts';
import { forget, keep, keepCode, kept, keptCode, type Kept, type Place } from './kept.ts';
import { Line } from './line.ts';
import type { Answer, Catalogue, Checked, Draft, JoinPlace, Message, Role, Room } from './protocol.ts';
import { Speech } from './speech.svelte.ts';

export interface Opening {
  scenario: string;
  rounds: number;
  minutes: number;
  quarters: number;
}

/** What can be taken home: by the host at any time, by players in the debrief. */
export const files = ['room.json', 'events.csv', 'deals.csv'];

export class RoomState {
  speech = new Speech();
  place: Place;
  code = $state('');
  role = $state<Role | null>(null);
  room = $state.raw<Room | null>(null);
  catalogue = $state.raw<Catalogue | null>(null);
  scenario = $state.raw<Scenario | null>(null);
  checked = $state.raw<Checked | null>(null);
  kept = $state.raw<Kept | null>(null);
  joinPlace = $state.raw<JoinPlace | null>(null);
  isOpen = $state(false);
  isReplaced = $state(false);
  errors = $state.raw<string[]>([]);
  /** What the server's clock is ahead of ours, ms. */
  ahead = $state(0);
  #line: Line;
  #opening: object | null = null;
  #lastCheck = 0;
  #download = 0;

  constructor(place: Place) {
    this.place = place;
    this.kept = kept(place);
    this.code = this.kept?.code ?? keptCode(place);
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    this.#line = new Line(`${scheme}://${location.host}/ws/room`, {
      greeting: () => this.#greeting(),
      message: (message) => this.#take(message),
      state: (isOpen) => (this.isOpen = isOpen)
    });
    if (this.code) this.#line.open();
  }

  get mine() {
    return this.room?.me ?? null;
  }
  /** Titles by name of what a thing of this section may be. */
  choices(section: string): Record<string, string> {
    const told = this.catalogue?.names?.[section];
    if (told) return told;
    const { corridors = [], debts = [] } = this.scenario ?? {};
    const { country } = this.speech;
    if (section === 'corridors') return Object.fromEntries(corridors.map((c) => [c.name, c.title]));
    if (section === 'debts') {
      return Object.fromEntries(debts.map((d) => [d.name, `${country(d.debtor)} → ${country(d.creditor)}`]));
    }
    return {};
  }
  titleOf(draft: Draft): string {
    return this.catalogue?.instruments.find((known) => known.name === draft.instrument)?.title ?? plain(draft.instrument);
  }
  get isSeated(): boolean {
    return this.role === 'seat' || this.role === 'parliament';
  }

  #greeting(): object | null {
    if (this.kept) return { type: 'hello', code: this.kept.code, token: this.kept.token };
    if (this.code) return { type: 'hello', code: this.code };
    const opening = this.#opening;
    this.#opening = null; // a room is opened once
    return opening;
  }

  /** Looks at a room as a stranger. */
  look(code: string): void {
    if (this.kept && this.kept.code !== code) this.#forget();
    this.errors = [];
    this.code = code;
    keepCode(this.place, code);
    this.#line.open();
  }

  openRoom(key: string, settings: Opening): void {
    this.#forget();
    this.code = '';
    this.errors = [];
    this.#opening = { type: 'open', key, settings };
    this.#line.open();
  }

  reopen(): void {
    this.#line.open();
  }
  here(): void {
    this.#line.tell({ type: 'here' });
  }

  /** Gives the seat or the room up in this tab. */
  leave(): void {
    this.#line.end();
    this.#forget();
    this.code = '';
    this.room = null;
    this.role = null;
    this.isReplaced = false;
  }

  #forget(): void {
    forget(this.place);
    this.kept = null;
  }

  async command(type: string, members: object = {}): Promise<Answer> {
    const answer = await this.#line.command({ type, version: this.room?.version ?? 0, ...members });
    this.errors = answer.taken || answer.repeat ? [] : answer.errors;
    return answer;
  }

  /** Asks who must sign a draft and what it is worth; the newest question counts. */
  check(draft: Draft): void {
    this.#lastCheck = this.#line.nextId();
    this.#line.tell({ type: 'check', id: this.#lastCheck, draft });
  }
  clearCheck(): void {
    this.#lastCheck = 0;
    this.checked = null;
  }

  download(what: string): void {
    this.#download = this.#line.nextId();
    this.#line.tell({ type: 'download', id: this.#download, what });
  }

  #take(message: Message): void {
    switch (message.type) {
      case 'opened':
        this.code = message.code;
        this.kept = { code: message.code, token: message.host };
        keep('host', this.kept);
        keep('screen', { code: message.code, token: message.screen });
        this.role = 'host';
        this.joinPlace = message;
        break;
      case 'welcome':
        this.role = message.role;
        if (message.urls) this.joinPlace = { url: message.url ?? '', urls: message.urls, qr: message.qr ?? [] };
        break;
      case 'seat':
        this.role = message.role ?? 'seat';
        this.kept = { code: this.code, token: message.token, country: message.country, role: this.role };
        keep('seat', this.kept);
        this.errors = [];
        break;
      case 'catalogue':
        this.catalogue = message;
        break;
      case 'room':
        this.#see(message);
        break;
      case 'checked':
        if (message.id === this.#lastCheck) this.checked = message;
        break;
      case 'file':
        saveText(message.name, message.text, message.name.endsWith('.csv') ? 'text/csv' : 'application/json');
        break;
      case 'replaced':
        this.isReplaced = true;
        this.#line.end();
        break;
      case 'error':
        this.#refused(message.reason ?? 'code', message.errors);
        break;
    }
  }

  #see(room: Room): void {
    if (this.room && room.code === this.room.code && room.version < this.room.version) return;
    this.ahead = room.now === undefined ? 0 : room.now - Date.now();
    if (this.isSeated && !room.me) this.#lostSeat();
    if (room.scenario !== this.room?.scenario) void this.#load(room.scenario);
    this.room = room;
  }

  /** The host has handed the seat to the policies: the token opens nothing any more. */
  #lostSeat(): void {
    this.#forget();
    this.role = 'stranger';
    this.catalogue = null;
  }

  async #load(name: string): Promise<void> {
    try {
      const response = await fetch(`/api/scenarios/${encodeURIComponent(name)}`);
      if (response.ok) this.scenario = (await response.json()) as Scenario;
    } catch {
      // the map is missing; the table works without
    }
  }

  /** Before the welcome an error means: this token or code opens nothing. */
  #refused(reason: string, errors: string[]): void {
    this.errors = errors;
    if (this.isOpen) return;
    this.room = null;
    this.role = null;
    const isToken = reason === 'token' && this.kept !== null;
    if (isToken || reason === 'gone') this.#forget();
    if (isToken && this.place !== 'host') {
      this.#line.open(); // as a stranger: the seat may be free again
    } else {
      if (!this.kept) forget(this.place);
      this.code = '';
      this.#line.end();
    }
  }
}
