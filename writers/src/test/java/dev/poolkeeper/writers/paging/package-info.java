/** Tests of what others are told. */
@NullMarked
package dev.poolkeeper.writers.paging;

import org.jspecify.annotations.NullMarked;
