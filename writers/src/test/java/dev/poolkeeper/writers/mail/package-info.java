@NullMarked
package dev.poolkeeper.writers.mail;

import org.jspecify.annotations.NullMarked;
