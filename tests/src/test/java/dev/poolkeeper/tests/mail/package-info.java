/** Mails over real connections to mail servers that behave, and to some that do not. */
@NullMarked
package dev.poolkeeper.tests.mail;

import org.jspecify.annotations.NullMarked;
