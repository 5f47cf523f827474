/**
 * The generator of the bundled demo estate: two clusters and two TrueNAS, recorded on ten
 * consecutive nights.
 *
 * <p>Read it in this order: {@link dev.poolkeeper.tests.demo.Workloads} (what runs), {@link
 * dev.poolkeeper.tests.demo.Stories} (what went wrong, night by night), {@link
 * dev.poolkeeper.tests.demo.NasModel} (what a TrueNAS holds on a night), then the renderers {@code
 * Kubectl*} and {@code Midclt*}, which write what {@code kubectl get -o json} and {@code midclt
 * call} would have printed. Everything is a function of the night: no clock, no random generator,
 * no state between nights.
 *
 * <p>The result is committed as {@code jobs/src/main/resources/demo/demo-estate.zip}. After a
 * change here, write it anew and commit it together with the change:
 *
 * <pre>
 * mvn -pl tests -am -Dtest=DemoEstateTest -Dsurefire.failIfNoSpecifiedTests=false -Ddemo.update=true test
 * </pre>
 */
@NullMarked
package dev.poolkeeper.tests.demo;

import org.jspecify.annotations.NullMarked;
