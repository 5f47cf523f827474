/** Tests of what others are told. */
@NullMarked
package dev.poolkeeper.writers.alert;

import org.jspecify.annotations.NullMarked;
