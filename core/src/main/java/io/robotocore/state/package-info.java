/**
 * What the emulator remembers: tables of immutable values, per service, account and region.
 *
 * <p>A table's content is one reference to a persistent map, so a snapshot, a restore and a reset
 * copy references and cost the same for ten records and ten million.
 */
@NullMarked
package io.robotocore.state;

import org.jspecify.annotations.NullMarked;
