/**
 * HTTP clients for the AWS SDK that hand requests to the emulator in the same JVM, without a
 * socket.
 */
@NullMarked
package io.robotocore.transport;

import org.jspecify.annotations.NullMarked;
