// Areas of this service as TopoJSON (https://github.com/topojson/topojson-specification), made into GeoJSON geometries.

/** The vertices of each arc in degrees: they are steps from the one before, in units of the transform. */
function linesOf({ arcs, transform: { scale, translate } }) {
  return arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([right, up]) => {
      x += right;
      y += up;
      return [x * scale[0] + translate[0], y * scale[1] + translate[1]];
    });
  });
}

/** A ring: its arcs one after another, those with negative numbers from their end; where two meet, there is one vertex. */
function ringOf(numbers, lines) {
  const ring = [];
  for (const number of numbers) {
    const line = number < 0 ? [...lines[~number]].reverse() : lines[number];
    ring.push(...(ring.length ? line.slice(1) : line));
  }
  return ring;
}

/** The geometry of each object, by id. */
export function geometriesOf(topology) {
  const lines = linesOf(topology);
  const rings = (part) => part.map((numbers) => ringOf(numbers, lines));
  return new Map(
    topology.objects.areas.geometries.map(({ id, type, arcs }) => [
      id,
      { type, coordinates: type === "MultiPolygon" ? arcs.map(rings) : rings(arcs) },
    ]),
  );
}
