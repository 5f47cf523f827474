/** Findings as alerts of Alertmanager. */
@NullMarked
package dev.poolkeeper.writers.alert;

import org.jspecify.annotations.NullMarked;
