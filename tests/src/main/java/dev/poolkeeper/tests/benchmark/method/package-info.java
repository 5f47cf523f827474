/**
 * What one call of each method of forecasting and of finding oddities costs; run by hand with JMH.
 */
@NullMarked
package dev.poolkeeper.tests.benchmark.method;

import org.jspecify.annotations.NullMarked;
