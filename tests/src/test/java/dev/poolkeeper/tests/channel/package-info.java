/** Channels beside mail, over real connections, with receivers that remember. */
@NullMarked
package dev.poolkeeper.tests.channel;

import org.jspecify.annotations.NullMarked;
