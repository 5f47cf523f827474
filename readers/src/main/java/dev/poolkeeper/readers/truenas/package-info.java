/**
 * Answers of TrueNAS methods, from CORE 13 to 27, to domain records: one mapper per kind. Secrets
 * (CHAP, ssh_credentials, encryption) are never taken over.
 */
@NullMarked
package dev.poolkeeper.readers.truenas;

import org.jspecify.annotations.NullMarked;
