/**
 * Charts as SVG that takes colours and fonts from the page around it. No machine fonts, no state.
 */
@NullMarked
package dev.poolkeeper.writers.chart;

import org.jspecify.annotations.NullMarked;
