/** Whether space adds up, whatever the tree of datasets. */
@NullMarked
package dev.poolkeeper.tests.space;

import org.jspecify.annotations.NullMarked;
