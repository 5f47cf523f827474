/** What is to be kept: the grammar, and which snapshots it keeps. */
@NullMarked
package dev.poolkeeper.processors.retention.policy;

import org.jspecify.annotations.NullMarked;
