// The language of the pages of rooms: their own words before those of the what-if page.
import { preferredLanguage, text, type Filling, type Key, type Language } from '../lib/i18n/index.ts';
import { engineWords, roomText, type RoomKey } from './i18n/index.ts';

export type Word = RoomKey | Key;

const seats = ['RUS', 'PRK', 'KOR', 'CHN', 'JPN', 'USA'];

export class Speech {
  language = $state<Language>('en');
  #engine = $state.raw<Record<string, string>>({});

  constructor() {
    let kept: string | null = null;
    try {
      kept = localStorage.getItem('language');
    } catch {
      // storage is refused: the browser's language then
    }
    this.language = preferredLanguage(kept ? [kept] : navigator.languages);
    void this.#learn(this.language);
  }

  async #learn(language: Language): Promise<void> {
    const words = await engineWords(language);
    if (this.language === language) this.#engine = words;
  }

  t = (key: Word, filling: Filling = {}): string =>
    roomText(this.language, key as RoomKey, filling) ?? text(this.language, key as Key, filling);

  country = (code: string): string => (seats.includes(code) ? this.t(`country_${code}` as Key) : code);

  countries = (codes: string[]): string => codes.map(this.country).join(', ');

  /** A sentence of the server in the reader's language, if the page knows just this sentence. */
  say = (key: string, sentence: string): string =>
    roomText('en', key as RoomKey) === sentence ? (roomText(this.language, key as RoomKey) ?? sentence) : sentence;

  /** A title or a reason of the engine in the reader's language; "Title (RUS, PRK)" too. What is unknown stays English. */
  engine = (text: string): string => {
    if (text in this.#engine) return this.#engine[text] ?? text;
    const [, title, codes] = /^(.+) \(([A-Z]{3}(?:, [A-Z]{3})*)\)$/.exec(text) ?? [];
    const found = title === undefined ? undefined : this.#engine[title];
    return found && codes ? `${found} (${this.countries(codes.split(', '))})` : text;
  };

  /** The language of what `engine` gives, where it is not the page's. */
  langOf = (text: string): string | undefined => (this.engine(text) === text ? 'en' : undefined);

  /** A text of the page for a name of the server, or the name itself. */
  term = (prefix: string, name: string, otherwise = name): string =>
    roomText(this.language, `${prefix}_${name}` as RoomKey) ?? otherwise;

  number = (value: number, digits = 3): string =>
    new Intl.NumberFormat(this.language, { maximumSignificantDigits: digits }).format(value);

  speak(language: Language): void {
    this.language = language;
    void this.#learn(language);
    try {
      localStorage.setItem('language', language);
    } catch {
      // it is kept for this visit alone
    }
  }
}
