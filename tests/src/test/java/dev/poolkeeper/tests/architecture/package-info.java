/** What holds for all code: directions, purity, sizes, and documents that follow the code. */
@NullMarked
package dev.poolkeeper.tests.architecture;

import org.jspecify.annotations.NullMarked;
