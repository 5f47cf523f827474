/**
 * The dashboards and alert rules for Grafana, held to their descriptions and to a filled ledger.
 */
@NullMarked
package dev.poolkeeper.tests.grafana;

import org.jspecify.annotations.NullMarked;
