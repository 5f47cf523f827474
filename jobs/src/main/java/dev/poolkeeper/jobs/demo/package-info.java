/** The bundled estate: made up, replayed night by night, kept apart from any real ledger. */
@NullMarked
package dev.poolkeeper.jobs.demo;

import org.jspecify.annotations.NullMarked;
