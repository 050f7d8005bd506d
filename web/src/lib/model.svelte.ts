// The state of the page and what it asks of the server.
import { Connection } from './connection.ts';
import { text, preferredLanguage, type Filling, type Key, type Language } from './i18n/index.ts';
import type { Fans, Lever, Message, Scenario, ScenarioList, Story, Why } from './protocol.ts';
import { fromFragment, toFragment, type Shared } from './share.ts';

const defaultScenario = 'classroom-2011';
const seed = 1;
/** Milliseconds for which all futures may make the drawing of the first ones superfluous. */
const patience = 120;

function stored(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null; // storage is refused: the page works without
  }
}

async function json<T>(path: string): Promise<T> {
  const response = await fetch(path);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return (await response.json()) as T;
}

function settingsOf(set: Record<string, number>): string[] {
  return Object.keys(set).sort().map((path) => `${path}=${set[path]}`);
}

export class Model {
  list = $state.raw<ScenarioList>({ runs: 1000, scenarios: [] });
  scenario = $state.raw<Scenario | null>(null);
  allLevers = $state.raw<Lever[] | null>(null);
  set = $state<Record<string, number>>({});
  pinned = $state.raw<Record<string, number> | null>(null);
  fans = $state.raw<Fans | null>(null);
  pinnedFans = $state.raw<Fans | null>(null);
  story = $state.raw<Story | null>(null);
  why = $state.raw<Why | null>(null);
  isWhyOpen = $state(false);
  isWhyWhole = $state(false);
  run = $state(0);
  tick = $state(0);
  question = $state('');
  language = $state<Language>('en');
  isConnected = $state(false);
  errors = $state.raw<string[]>([]);
  #connection: Connection;
  #isStoryDue = false;
  #early: { message: Fans; timer: ReturnType<typeof setTimeout> } | null = null;

  constructor() {
    const kept = stored('language');
    this.language = preferredLanguage(kept ? [kept] : navigator.languages);
    const scheme = location.protocol === 'https:' ? 'wss' : 'ws';
    this.#connection = new Connection(`${scheme}://${location.host}/ws/what-if`, {
      message: (message) => this.#take(message),
      state: (isOpen) => {
        this.isConnected = isOpen;
        if (isOpen) this.askAll();
      }
    });
    void this.#start();
  }

  t = (key: Key, filling: Filling = {}): string => text(this.language, key, filling);
  country = (code: string): string => {
    const key = `country_${code}` as Key;
    const known = ['RUS', 'PRK', 'KOR', 'CHN', 'JPN', 'USA'].includes(code);
    return known ? this.t(key) : (this.scenario?.countries.find((c) => c.code === code)?.title ?? code);
  };

  /** The country's name as it stands within a sentence. */
  named = (code: string): string => {
    const hasArticle = this.language === 'en' && ['PRK', 'KOR', 'USA'].includes(code);
    return hasArticle ? `the ${this.country(code)}` : this.country(code);
  };

  speak(language: Language): void {
    this.language = language;
    try {
      localStorage.setItem('language', language);
    } catch {
      // it is kept for this visit alone
    }
  }

  async #start(): Promise<void> {
    const shared = fromFragment(location.hash);
    try {
      this.list = await json<ScenarioList>('/api/scenarios');
      const known = this.list.scenarios.some((entry) => entry.name === shared?.scenario);
      await (shared && known ? this.load(shared.scenario, shared) : this.load(defaultScenario));
    } catch (error) {
      this.errors = [String(error)];
    }
  }

  async load(name: string, shared: Shared | null = null): Promise<void> {
    const scenario = await json<Scenario>(`/api/scenarios/${encodeURIComponent(name)}`);
    this.set = shared?.set ?? {};
    this.pinned = shared?.pinned ?? null;
    this.fans = this.pinnedFans = this.story = this.why = this.allLevers = null;
    this.isWhyOpen = false;
    this.errors = [];
    this.run = Math.min(shared?.run ?? 0, this.list.runs - 1);
    this.scenario = scenario;
    this.tick = Math.min(shared?.tick ?? scenario.ticks - 1, scenario.ticks - 1);
    this.question = scenario.headlines[0] ?? scenario.outcomes[0]?.name ?? '';
    this.askAll();
  }

  async loadAllLevers(): Promise<void> {
    const name = this.scenario?.name;
    if (!name || this.allLevers) return;
    const { levers } = await json<{ levers: Lever[] }>(`/api/scenarios/${name}/levers`);
    if (this.scenario?.name === name) this.allLevers = levers;
  }

  #ask(type: 'what_if' | 'story' | 'why', slot: 'a' | 'b', more: object = {}): void {
    if (!this.scenario) return;
    const set = settingsOf(slot === 'a' ? (this.pinned ?? {}) : this.set);
    const question = { type, slot, scenario: this.scenario.name, set, seed, ...more };
    this.#connection.ask(question);
  }

  askAll(): void {
    this.askFans();
    if (this.pinned) this.#ask('what_if', 'a', { runs: this.list.runs });
    this.askStory();
  }
  askFans(): void {
    if (!this.scenario) return;
    this.#ask('what_if', 'b', { runs: this.list.runs });
    history.replaceState(null, '', this.fragment());
  }
  askStory(): void {
    this.#isStoryDue = false;
    this.#ask('story', 'b', { run: this.run });
  }
  askWhy(name?: string, tick?: number): void {
    this.isWhyOpen = true;
    this.why = null;
    this.isWhyWhole = false;
    this.#ask('why', 'b', { run: this.run, ...(name ? { package: name } : {}), ...(tick !== undefined ? { tick } : {}) });
  }

  #take(message: Message): void {
    if (message.type === 'error') {
      this.errors = message.errors;
      return;
    }
    if (message.type === 'fans') {
      if (message.scenario !== this.scenario?.name) return;
      if (message.slot === 'b') this.#draw(message);
      else if (this.pinned) this.pinnedFans = message;
      this.errors = [];
    } else if (message.type === 'story') {
      this.story = message;
    } else {
      this.why = message;
      this.isWhyWhole = message.explanation.flips !== null;
    }
  }

  /** Of the first futures only where all of them do not follow at once: drawing takes the time of counting. */
  #draw(message: Fans): void {
    const isMoving = this.#early !== null && this.#early.message.id !== message.id;
    if (this.#early) clearTimeout(this.#early.timer);
    this.#early = null;
    if (message.runs === message.of || isMoving) {
      this.fans = message;
    } else {
      const timer = setTimeout(() => {
        this.#early = null;
        if (message.scenario === this.scenario?.name) this.fans = message;
      }, patience);
      this.#early = { message, timer };
    }
    if (message.runs === message.of && this.#isStoryDue) this.askStory();
  }

  move(lever: Lever, value: number): void {
    if (value === lever.value) delete this.set[lever.path];
    else this.set[lever.path] = value;
    this.askFans();
    this.#isStoryDue = true; // after the futures, for which the slider waits
  }
  reset(): void {
    this.set = {};
    this.errors = [];
    this.askFans();
    this.#isStoryDue = true;
  }
  pin(): void {
    this.pinned = { ...this.set };
    this.pinnedFans = this.fans;
    this.#ask('what_if', 'a', { runs: this.list.runs });
  }
  unpin(): void {
    this.pinned = this.pinnedFans = null;
  }
  show(run: number): void {
    this.run = (run + this.list.runs) % this.list.runs;
    this.askStory();
    if (this.isWhyOpen) this.askWhy();
  }

  fragment(): string {
    const { scenario, set, pinned, run } = this;
    const tick = scenario && this.tick !== scenario.ticks - 1 ? this.tick : null;
    return toFragment({ scenario: scenario?.name ?? '', set, pinned, run, tick });
  }
}
