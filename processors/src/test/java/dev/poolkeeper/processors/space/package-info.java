@NullMarked
package dev.poolkeeper.processors.space;

import org.jspecify.annotations.NullMarked;
