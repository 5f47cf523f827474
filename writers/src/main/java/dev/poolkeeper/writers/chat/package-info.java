/** Reports as messages in a chat: one content, and what it becomes for each service. */
@NullMarked
package dev.poolkeeper.writers.chat;

import org.jspecify.annotations.NullMarked;
