// The two panels of the map. The land is baked with the same projections when the page is built, so
// that corridors, projected in the browser, lie on it.
import { geoConicConformal, type GeoProjection } from 'd3-geo';

export interface Panel {
  width: number;
  height: number;
  projection: GeoProjection;
}

function panel(width: number, height: number, centre: [number, number], scale: number): Panel {
  const projection = geoConicConformal()
    .parallels([38, 54])
    .rotate([-centre[0], 0])
    .center([0, centre[1]])
    .scale(scale)
    .translate([width / 2, height / 2])
    .clipExtent([[-2, -2], [width + 2, height + 2]])
    .precision(0.3);
  return { width, height, projection };
}

/** From Lake Baikal to the Kuril islands. */
export const region = panel(760, 500, [124.5, 46.2], 880);

/** The peninsula and the mouth of the Tumen. */
export const peninsula = panel(190, 236, [127.9, 39.2], 1370);
