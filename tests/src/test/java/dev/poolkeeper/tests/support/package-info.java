/** What the tests of whole runs share: a small estate, a command in process, one of its own. */
@NullMarked
package dev.poolkeeper.tests.support;

import org.jspecify.annotations.NullMarked;
