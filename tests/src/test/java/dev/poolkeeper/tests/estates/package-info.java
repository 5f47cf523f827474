/**
 * Random estates with planted leaks, and what must hold of every one of them.
 *
 * <p>Read it in this order: {@link dev.poolkeeper.tests.estates.EstateGenerator} (what an estate is
 * made of), {@link dev.poolkeeper.tests.estates.Driver} and {@link
 * dev.poolkeeper.tests.estates.Volume} (how each driver leaves a volume on both sides), {@code
 * *Leaks} (what went wrong, with the verdict that is due), {@code *Oddities} (what only looks like
 * it), {@link dev.poolkeeper.tests.estates.Damage} (how an inventory falls short), then the tests.
 * docs/testing.md says how to run more of them.
 */
@NullMarked
package dev.poolkeeper.tests.estates;

import org.jspecify.annotations.NullMarked;
