/** Incidents and change requests in ServiceNow, one for each matter or plan. */
@NullMarked
package dev.poolkeeper.writers.ticket.servicenow;

import org.jspecify.annotations.NullMarked;
