/** How each cluster and TrueNAS stands, as a number and a letter that can be explained. */
@NullMarked
package dev.poolkeeper.processors.score;

import org.jspecify.annotations.NullMarked;
