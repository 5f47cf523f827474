/**
 * The domain: records and pure analysers.
 *
 * <p>The nouns live with the rules about them, so there is no separate model module. Nothing here
 * reads a file, a clock, the environment or a database, and nothing logs: data, policy and as-of go
 * in, values with their evidence come out.
 */
@NullMarked
package dev.poolkeeper.processors;

import org.jspecify.annotations.NullMarked;
