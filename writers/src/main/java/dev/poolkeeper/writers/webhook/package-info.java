/** Signed JSON to any HTTP endpoint, after the conventions of Standard Webhooks. */
@NullMarked
package dev.poolkeeper.writers.webhook;

import org.jspecify.annotations.NullMarked;
