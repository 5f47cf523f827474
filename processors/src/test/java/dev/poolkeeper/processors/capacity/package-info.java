@NullMarked
package dev.poolkeeper.processors.capacity;

import org.jspecify.annotations.NullMarked;
