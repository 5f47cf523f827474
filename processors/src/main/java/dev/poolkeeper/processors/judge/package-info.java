/** All rules of a night in one list, and what their silence means. */
@NullMarked
package dev.poolkeeper.processors.judge;

import org.jspecify.annotations.NullMarked;
