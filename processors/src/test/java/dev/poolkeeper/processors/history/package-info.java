/** Tests of what is known of days that no night measured. */
@NullMarked
package dev.poolkeeper.processors.history;

import org.jspecify.annotations.NullMarked;
