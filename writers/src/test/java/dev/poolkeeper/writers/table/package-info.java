@NullMarked
package dev.poolkeeper.writers.table;

import org.jspecify.annotations.NullMarked;
