@NullMarked
package dev.poolkeeper.processors.protection;

import org.jspecify.annotations.NullMarked;
