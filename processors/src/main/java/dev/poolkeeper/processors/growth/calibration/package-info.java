/** How wrong forecasts have been, over a whole fleet: the source of bands and probabilities. */
@NullMarked
package dev.poolkeeper.processors.growth.calibration;

import org.jspecify.annotations.NullMarked;
