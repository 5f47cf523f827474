/** Made-up storage fleets with a known future: what forecasts are calibrated and measured on. */
@NullMarked
package dev.poolkeeper.tests.fleet;

import org.jspecify.annotations.NullMarked;
