/**
 * What was seen on one night: the objects of every cluster and every TrueNAS, and how completely
 * they were read.
 */
@NullMarked
package dev.poolkeeper.processors.inventory;

import org.jspecify.annotations.NullMarked;
