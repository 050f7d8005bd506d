import { mount } from 'svelte';
import './style.css';

const places: Record<string, 'seat' | 'host' | 'screen'> = { '/join': 'seat', '/host': 'host', '/screen': 'screen' };
const target = document.getElementById('app')!;
const place = places[location.pathname.replace(/\/$/, '')];

if (place) {
  const { default: RoomApp } = await import('./rooms/RoomApp.svelte');
  mount(RoomApp, { target, props: { place } });
} else {
  const { default: App } = await import('./App.svelte');
  mount(App, { target });
}
