// Holds the dashboards against the types that Grafana publishes, by hand (docs/grafana.md):
//   npm install --prefix /tmp/grafana-types @grafana/schema@13.2.3 typescript@5
//   node tests/grafana-types.mjs /tmp/grafana-types
// Prints what the TypeScript compiler says; nothing is good. Words that the types keep in enums are allowed as texts.
import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const home = process.argv[2];
const types = join(home, 'types');
rmSync(types, { recursive: true, force: true });
mkdirSync(types, { recursive: true });
cpSync(join(home, 'node_modules/@grafana/schema/dist/types'), types, { recursive: true });

// enum E { A = "a" } -> the texts are what JSON has
for (const file of readdirSync(types, { recursive: true }).filter((name) => name.endsWith('.d.ts'))) {
  const path = join(types, file);
  const text = readFileSync(path, 'utf8').replace(/export declare enum (\w+) \{([^}]*)\}/g, (all, name, body) => {
    const values = [...body.matchAll(/=\s*("[^"]*"|'[^']*'|-?\d+)/g)].map((found) => found[1]);
    return `export type ${name} = ${values.join(' | ')};`;
  }).replace(/(['"])@grafana\/schema\1/g, JSON.stringify(join(types, 'index')));
  writeFileSync(path, text);
}

const options = { stat: 'stat', table: 'table', timeseries: 'timeseries', 'state-timeline': 'statetimeline' };
const fields = { table: 'table', timeseries: 'timeseries', 'state-timeline': 'statetimeline' };
const panelcfg = (kind) => `import('./types/raw/composable/${kind}/panelcfg/x/types.gen')`;
const lines = ["import type { Dashboard } from './types/raw/dashboard/x/types.gen';"];
const folder = new URL('../deploy/grafana/dashboards/', import.meta.url);
let place = 0;
for (const file of readdirSync(folder)) {
  const dashboard = JSON.parse(readFileSync(new URL(file, folder), 'utf8'));
  lines.push(`export const d${place++}: Dashboard = ${JSON.stringify(dashboard, null, 1)};`);
  for (const panel of dashboard.panels.filter((one) => one.type !== 'row')) {
    lines.push(`export const o${place++}: ${panelcfg(options[panel.type])}.Options = ${JSON.stringify(panel.options)};`);
    if (fields[panel.type]) {
      const custom = JSON.stringify(panel.fieldConfig.defaults.custom);
      lines.push(`export const f${place++}: ${panelcfg(fields[panel.type])}.FieldConfig = ${custom};`);
    }
  }
}
writeFileSync(join(home, 'check.ts'), lines.join('\n'));
try {
  const tsc = join(home, 'node_modules/typescript/bin/tsc');
  execFileSync('node', [tsc, '--noEmit', '--strict', '--skipLibCheck', '--moduleResolution', 'node', '--target', 'es2020', 'check.ts'], { cwd: home });
  console.log(`${place} objects keep to the types`);
} catch (error) {
  console.log(String(error.stdout));
  process.exitCode = 1;
}
