@NullMarked
package dev.poolkeeper.writers.report;

import org.jspecify.annotations.NullMarked;
