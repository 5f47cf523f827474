/**
 * Notices as texts: one template in Markdown for all channels, and what Markdown becomes for each.
 */
@NullMarked
package dev.poolkeeper.writers.notice;

import org.jspecify.annotations.NullMarked;
