/** What is told to whom after a run: wanted with its results, made, sent, and accounted for. */
@NullMarked
package dev.poolkeeper.jobs.delivery;

import org.jspecify.annotations.NullMarked;
