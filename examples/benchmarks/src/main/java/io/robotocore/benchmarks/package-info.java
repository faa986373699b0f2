/**
 * How fast the emulator is, in the same run with its peers and with the least that any server could
 * do.
 */
@NullMarked
package io.robotocore.benchmarks;

import org.jspecify.annotations.NullMarked;
