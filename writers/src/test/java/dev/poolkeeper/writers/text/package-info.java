@NullMarked
package dev.poolkeeper.writers.text;

import org.jspecify.annotations.NullMarked;
