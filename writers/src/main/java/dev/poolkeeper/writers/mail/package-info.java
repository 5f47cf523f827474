/** Mails: what they say, how they are built, and how they are handed to a server. */
@NullMarked
package dev.poolkeeper.writers.mail;

import org.jspecify.annotations.NullMarked;
