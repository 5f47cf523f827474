@NullMarked
package dev.poolkeeper.processors.delivery;

import org.jspecify.annotations.NullMarked;
