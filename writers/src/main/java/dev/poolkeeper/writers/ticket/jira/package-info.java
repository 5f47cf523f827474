/**
 * Tickets in Jira Cloud and Jira Data Center, one for each matter, and what people decide in them.
 */
@NullMarked
package dev.poolkeeper.writers.ticket.jira;

import org.jspecify.annotations.NullMarked;
