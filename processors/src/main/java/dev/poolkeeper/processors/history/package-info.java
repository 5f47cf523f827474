/** Days that no night measured: what is known of them, and what is still to be asked. */
@NullMarked
package dev.poolkeeper.processors.history;

import org.jspecify.annotations.NullMarked;
