/**
 * The values that cross the border between bytes and meaning: a request as it came, a response as
 * it goes.
 */
@NullMarked
package io.robotocore.wire;

import org.jspecify.annotations.NullMarked;
