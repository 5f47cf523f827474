/** What is in {@code deploy/}: manifests and the image. */
@NullMarked
package dev.poolkeeper.tests.deploy;

import org.jspecify.annotations.NullMarked;
