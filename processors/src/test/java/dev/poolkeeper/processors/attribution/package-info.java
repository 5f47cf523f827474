@NullMarked
package dev.poolkeeper.processors.attribution;

import org.jspecify.annotations.NullMarked;
