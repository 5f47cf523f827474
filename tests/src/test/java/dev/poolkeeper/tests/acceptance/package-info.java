/**
 * What the predecessor got wrong and users complain about, on recordings as the tools make them.
 */
@NullMarked
package dev.poolkeeper.tests.acceptance;

import org.jspecify.annotations.NullMarked;
