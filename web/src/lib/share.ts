// The state of the page as a fragment of its address, and back. Everything a link says is checked
// again by the server; here only the form is read.
export interface Shared {
  scenario: string;
  set: Record<string, number>;
  pinned: Record<string, number> | null;
  run: number;
  tick: number | null;
}

function setText(set: Record<string, number>): string {
  return Object.keys(set)
    .sort()
    .map((path) => `${path}=${set[path]}`)
    .join(';');
}

function setOf(text: string): Record<string, number> {
  const set: Record<string, number> = {};
  for (const part of text.split(';')) {
    const [path, value] = part.split('=');
    if (path && value && /^[\w.-]+$/.test(path) && Number.isFinite(Number(value))) {
      set[path] = Number(value);
    }
  }
  return set;
}

export function toFragment(shared: Shared): string {
  const parts = new URLSearchParams({ s: shared.scenario });
  if (Object.keys(shared.set).length > 0) parts.set('b', setText(shared.set));
  if (shared.pinned) parts.set('a', setText(shared.pinned));
  if (shared.run > 0) parts.set('future', String(shared.run + 1));
  if (shared.tick !== null) parts.set('t', String(shared.tick));
  return `#${parts.toString()}`;
}

function whole(text: string | null): number | null {
  return text !== null && /^\d{1,6}$/.test(text) ? Number(text) : null;
}

export function fromFragment(fragment: string): Shared | null {
  const parts = new URLSearchParams(fragment.replace(/^#/, ''));
  const scenario = parts.get('s');
  if (!scenario || !/^[\w-]+$/.test(scenario)) return null;
  const pinned = parts.get('a');
  return {
    scenario,
    set: setOf(parts.get('b') ?? ''),
    pinned: pinned === null ? null : setOf(pinned),
    run: Math.max(0, (whole(parts.get('future')) ?? 1) - 1),
    tick: whole(parts.get('t'))
  };
}

/** Copies a text; on plain http there is no clipboard, and the old way is used. */
export async function copyText(text: string): Promise<boolean> {
  if (navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch {
      // refused: try the old way
    }
  }
  const area = document.createElement('textarea');
  area.value = text;
  area.setAttribute('readonly', '');
  area.className = 'off-screen';
  document.body.append(area);
  area.select();
  const done = document.execCommand('copy');
  area.remove();
  return done;
}
