/** A small ServiceNow, and how records are followed in it. */
@NullMarked
package dev.poolkeeper.tests.channel.servicenow;

import org.jspecify.annotations.NullMarked;
