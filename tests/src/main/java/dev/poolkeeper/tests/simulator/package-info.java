/**
 * A TrueNAS and a Kubernetes API server to talk to, for tests and for people without a spare one.
 *
 * <p>Both serve a recorded estate or rows given in code, over real sockets and TLS, with the limits
 * and oddities of the real ones and with faults on demand. See docs/simulator.md.
 */
@NullMarked
package dev.poolkeeper.tests.simulator;

import org.jspecify.annotations.NullMarked;
