/**
 * Reports for programs and pipelines: CSV, JUnit XML and Prometheus text, straight from the model.
 */
@NullMarked
package dev.poolkeeper.writers.form;

import org.jspecify.annotations.NullMarked;
