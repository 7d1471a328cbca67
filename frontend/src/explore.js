// The drawings of the network and of the map. Each tells what the table under it tells.
import cytoscape from "cytoscape";
import { geoEqualEarth, geoGraticule10, geoPath } from "d3-geo";
import { feature } from "topojson-client";

const colour = (name) => {
  const probe = document.createElement("i");
  probe.style.color = `var(--${name})`; // resolves light-dark() to one colour
  document.body.append(probe);
  const value = getComputedStyle(probe).color;
  probe.remove();
  return value;
};

const network = document.getElementById("network");
if (network) drawNetwork(network);
const map = document.getElementById("map");
if (map) drawMap(map);

async function drawNetwork(place) {
  const { ties } = await (await fetch(place.dataset.source)).json();
  const weight = new Map();
  for (const tie of ties)
    for (const [id, name] of [[tie.source, tie.source_name], [tie.target, tie.target_name]]) {
      const node = weight.get(id) || { id, name, origins: 0 };
      node.origins += tie.independent_origins;
      weight.set(id, node);
    }
  const elements = [
    ...[...weight.values()].map((n) => ({ data: { ...n, size: 14 + 7 * Math.sqrt(n.origins) } })),
    ...ties.map((tie, i) => ({
      data: { ...tie, id: "tie" + i, width: 1 + 1.4 * Math.sqrt(tie.independent_origins), line: tie.leg ? "dotted" : tie.denied ? "dashed" : "solid" },
      classes: (tie.denied ? "denied " : "") + (tie.leg ? "leg" : ""),
    })),
  ];
  const graph = cytoscape({
    container: place,
    elements,
    minZoom: 0.2,
    maxZoom: 4,
    layout: { name: "cose", animate: false, randomize: false, nodeRepulsion: () => 60000, idealEdgeLength: () => 60, nodeOverlap: 12, componentSpacing: 40, padding: 30, nodeDimensionsIncludeLabels: true },
    style: styles(1),
  });
  // However far the drawing had to be shrunk to fit, names keep a size that can be read.
  const scale = Math.max(1, Math.min(4, 1 / graph.zoom()));
  graph.style(styles(scale));
  place.dataset.drawn = String(graph.nodes().length);
  graph.on("tap", "node", (event) => open("who", event.target));
  graph.on("cxttap", "node", (event) => open("whom", event.target));
  graph.on("tap", "edge", (event) => {
    const { ids } = event.target.data();
    location.href = ids.length === 1 ? "/allegations/" + ids[0] : "/allegations?" + new URLSearchParams({ who: event.target.data("source"), whom: event.target.data("target") });
  });
  graph.on("mouseover", "node", (event) => { graph.elements().addClass("dim"); event.target.closedNeighborhood().removeClass("dim"); });
  graph.on("mouseout", "node", () => graph.elements().removeClass("dim"));
  new MutationObserver(() => graph.style(styles(scale))).observe(document.documentElement, { attributes: true, attributeFilter: ["data-theme"] });
}

function open(facet, node) {
  const params = new URLSearchParams(location.search);
  if (params.getAll(facet).includes(node.id())) location.href = "/entities/" + encodeURIComponent(node.id());
  else { params.append(facet, node.id()); location.search = params; }
}

function styles(scale) {
  const [ink, sheet, accent, stop, where, faint] = ["ink", "sheet", "accent", "stop", "where", "faint"].map(colour);
  return [
    { selector: "node", style: { label: "data(name)", width: (n) => n.data("size") * Math.sqrt(scale), height: (n) => n.data("size") * Math.sqrt(scale), "background-color": accent, color: ink, "font-size": 11 * scale, "text-outline-color": sheet, "text-outline-width": 2.5 * scale, "text-valign": "bottom", "text-margin-y": 3 * scale, "text-max-width": 110 * scale, "text-wrap": "ellipsis" } },
    { selector: "edge", style: { width: (e) => e.data("width") * scale, "curve-style": "bezier", "target-arrow-shape": "triangle", "line-color": faint, "target-arrow-color": faint, "line-style": "data(line)", "arrow-scale": 0.9, opacity: 0.75 } },
    { selector: "edge.leg", style: { "line-color": where, "target-arrow-color": where } },
    { selector: "edge.denied", style: { "line-color": stop, "target-arrow-color": stop } },
    { selector: ".dim", style: { opacity: 0.15 } },
  ];
}

const SVG = "http://www.w3.org/2000/svg";

function shape(name, attributes, parent) {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  parent.append(element);
  return element;
}

async function drawMap(place) {
  const [places, topology] = await Promise.all([place.dataset.source, place.dataset.land].map(async (url) => (await fetch(url)).json()));
  const points = places.features.filter((f) => f.geometry.type === "Point");
  const routes = places.features.filter((f) => f.geometry.type === "LineString");
  const { width, height } = place.getBoundingClientRect();
  const around = { type: "MultiPoint", coordinates: points.map((p) => p.geometry.coordinates) };
  const projection = geoEqualEarth().rotate([-centre(points), 0]).fitExtent([[60, 50], [width - 60, height - 50]], around);
  projection.scale(Math.min(projection.scale(), width * 1.6));
  if (points.length === 1) projection.center([0, points[0].geometry.coordinates[1]]).scale(width * 0.9).translate([width / 2, height / 2]);
  else refit(projection, around, width, height);
  projection.clipExtent([[-50, -50], [width + 50, height + 50]]);
  const path = geoPath(projection);
  const svg = shape("svg", { viewBox: `0 0 ${width} ${height}` }, place);
  shape("rect", { class: "sea", width, height }, svg);
  shape("path", { class: "graticule", d: path(geoGraticule10()) }, svg);
  shape("path", { class: "land", d: path(feature(topology, topology.objects.land)) }, svg);
  for (const route of routes) {
    const line = shape("path", { class: "route", d: path(route), "marker-end": "url(#head)" }, svg);
    shape("title", {}, line).textContent = `${route.properties.allegations.length} allegations`;
  }
  const head = shape("marker", { id: "head", viewBox: "0 0 8 8", refX: 12, refY: 4, markerWidth: 5, markerHeight: 5, orient: "auto" }, svg);
  shape("path", { d: "M0 0 L8 4 L0 8 z", class: "head" }, head);
  const taken = [];
  const most = Math.max(...points.map((p) => p.properties.allegations.length));
  for (const point of points) drawPoint(svg, projection, point, taken, 8 * Math.sqrt(point.properties.allegations.length / most));
  place.dataset.drawn = String(points.length);
}

// The mean longitude, round the globe.
function centre(points) {
  let x = 0, y = 0;
  for (const p of points) { const a = (p.geometry.coordinates[0] * Math.PI) / 180; x += Math.cos(a); y += Math.sin(a); }
  return points.length ? (Math.atan2(y, x) * 180) / Math.PI : 0;
}

// The scale may have been lowered: the middle of the points goes to the middle of the drawing.
function refit(projection, around, width, height) {
  const [[x0, y0], [x1, y1]] = geoPath(projection).bounds(around);
  const [x, y] = projection.translate();
  projection.translate([x + width / 2 - (x0 + x1) / 2, y + height / 2 - (y0 + y1) / 2]);
}

function drawPoint(svg, projection, point, taken, weight) {
  const { id, name, feature: kind, wide, allegations } = point.properties;
  const [x, y] = projection(point.geometry.coordinates);
  const radius = (taken.length > 80 ? 2 : 3.5) + weight * (taken.length > 80 ? 0.7 : 1) + (wide ? 6 : 0);
  const link = shape("a", { href: "/allegations?place=" + encodeURIComponent(id) }, svg);
  const circle = shape("circle", { class: wide ? "ring" : "point", cx: x, cy: y, r: radius }, link);
  shape("title", {}, circle).textContent = `${name} (${kind}): ${allegations.length} allegations`;
  const box = [x + radius + 3, y - 7, x + radius + 3 + 6.2 * name.length, y + 7];
  if (taken.some((t) => box[0] < t[2] && t[0] < box[2] && box[1] < t[3] && t[1] < box[3])) return; // no room: the title tells
  taken.push(box);
  shape("text", { x: box[0], y: y + 4 }, link).textContent = name;
}
