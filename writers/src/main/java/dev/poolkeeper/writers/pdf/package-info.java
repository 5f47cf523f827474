/**
 * Pages on paper: the same page as in a browser, as a PDF that archives and screen readers take.
 */
@NullMarked
package dev.poolkeeper.writers.pdf;

import org.jspecify.annotations.NullMarked;
