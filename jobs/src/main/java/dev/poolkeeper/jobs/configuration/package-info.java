/** What the user configures, read and checked in one go. */
@NullMarked
package dev.poolkeeper.jobs.configuration;

import org.jspecify.annotations.NullMarked;
