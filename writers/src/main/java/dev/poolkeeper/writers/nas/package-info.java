/**
 * Carries out single steps of a cleanup on a TrueNAS. What is asked and changed goes through {@link
 * dev.poolkeeper.writers.nas.NasPort}, so nothing here knows of connections or keys.
 */
@NullMarked
package dev.poolkeeper.writers.nas;

import org.jspecify.annotations.NullMarked;
