/**
 * What is told to whom: which part of a night concerns somebody, whether it is worth telling, and
 * what becomes of what was to be told. Nothing is sent here.
 */
@NullMarked
package dev.poolkeeper.processors.delivery;

import org.jspecify.annotations.NullMarked;
