/** What the stubs of ticket systems have in common. */
@NullMarked
package dev.poolkeeper.tests.channel.ticket;

import org.jspecify.annotations.NullMarked;
