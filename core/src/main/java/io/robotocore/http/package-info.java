/**
 * The only package that knows of Undertow: sockets on one side, the values of {@code
 * io.robotocore.wire} on the other.
 */
@NullMarked
package io.robotocore.http;

import org.jspecify.annotations.NullMarked;
