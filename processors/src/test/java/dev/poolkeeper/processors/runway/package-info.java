@NullMarked
package dev.poolkeeper.processors.runway;

import org.jspecify.annotations.NullMarked;
