@NullMarked
package dev.poolkeeper.processors.anomaly.watch;

import org.jspecify.annotations.NullMarked;
