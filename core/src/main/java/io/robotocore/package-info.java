/** An AWS for tests: {@link io.robotocore.Emulator} and what a test sees of it. */
@NullMarked
package io.robotocore;

import org.jspecify.annotations.NullMarked;
