/** How records of the outward contract become JSON and YAML. */
@NullMarked
package dev.poolkeeper.writers.json;

import org.jspecify.annotations.NullMarked;
