/** A small Jira of both editions, and how tickets are followed in it. */
@NullMarked
package dev.poolkeeper.tests.channel.jira;

import org.jspecify.annotations.NullMarked;
