/**
 * The Grafana dashboards: made from short descriptions in deploy/grafana/source, and what Grafana
 * does to their queries (docs/grafana.md).
 */
@NullMarked
package dev.poolkeeper.tests.grafana;

import org.jspecify.annotations.NullMarked;
