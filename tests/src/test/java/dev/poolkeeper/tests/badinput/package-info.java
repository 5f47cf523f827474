/** Broken and hostile recordings, end to end: nothing is lost, nothing is believed. */
@NullMarked
package dev.poolkeeper.tests.badinput;

import org.jspecify.annotations.NullMarked;
