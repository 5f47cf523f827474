/** Whole nights against a real Postgres: their results, reruns, kills and limits. */
@NullMarked
package dev.poolkeeper.tests.nightly;

import org.jspecify.annotations.NullMarked;
