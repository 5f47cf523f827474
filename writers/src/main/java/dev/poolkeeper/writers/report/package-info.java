/** The nightly report as files: what a page says, and how it is rendered. */
@NullMarked
package dev.poolkeeper.writers.report;

import org.jspecify.annotations.NullMarked;
