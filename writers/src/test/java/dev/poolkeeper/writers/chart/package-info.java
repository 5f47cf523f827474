@NullMarked
package dev.poolkeeper.writers.chart;

import org.jspecify.annotations.NullMarked;
