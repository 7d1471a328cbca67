// Bundles the drawings, the land outlines and the licences of both into the package; axe-core for the tests only.
import { build } from "esbuild";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const out = "../src/reportedly/workbench/static/built";
mkdirSync(out, { recursive: true });
const result = await build({
  entryPoints: ["src/explore.js"],
  bundle: true,
  minify: true,
  format: "iife",
  target: "es2020",
  outfile: join(out, "explore.js"),
  legalComments: "none", // all of them stand in THIRD_PARTY_LICENSES.txt
  metafile: true,
});
copyFileSync("node_modules/world-atlas/land-50m.json", join(out, "land.json"));

const names = new Set(
  Object.keys(result.metafile.inputs)
    .map((path) => /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1])
    .filter(Boolean),
);
names.add("world-atlas");
const texts = [...names].sort().map((name) => {
  const folder = join("node_modules", name);
  const about = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((entry) => /^licen[cs]e/i.test(entry));
  const text = file ? readFileSync(join(folder, file), "utf8") : "(the package has no licence file)";
  return `== ${name} ${about.version} (${about.license})\n${text}\n`;
});
writeFileSync(join(out, "THIRD_PARTY_LICENSES.txt"), texts.join("\n"));

// Beside the sources, not in the package: the accessibility tests inject it.
const axe = "node_modules/axe-core/axe.min.js";
if (existsSync(axe)) copyFileSync(axe, "axe.min.js");
