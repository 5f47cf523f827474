@NullMarked
package dev.poolkeeper.processors.retention;

import org.jspecify.annotations.NullMarked;
