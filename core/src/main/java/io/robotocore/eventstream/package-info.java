/**
 * Streams of events, {@code application/vnd.amazon.eventstream}: the events of an operation's
 * output as messages, each with headers, a payload and checksums. The framing is that of the SDK's
 * own library; what goes into a message follows from the model.
 *
 * @see <a href="https://smithy.io/2.0/aws/amazon-eventstream.html">Amazon event stream
 *     specification</a>
 */
@NullMarked
package io.robotocore.eventstream;

import org.jspecify.annotations.NullMarked;
