/** Builders of inventories, and the night they are judged on. */
@NullMarked
package dev.poolkeeper.processors.support;

import org.jspecify.annotations.NullMarked;
