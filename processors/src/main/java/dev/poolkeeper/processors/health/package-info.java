/** Verdicts about configuration and appliances: what works, but not as it should. */
@NullMarked
package dev.poolkeeper.processors.health;

import org.jspecify.annotations.NullMarked;
