/**
 * The other side of AWS's request signatures: what a request says of its signature, and whether it
 * is right.
 *
 * <p>Version 4 and version 2 are verified, in headers and in query strings. Version 4a is
 * recognised but not verified: who sends it has to have a known access key, and is believed the
 * rest.
 *
 * @see <a href="https://docs.aws.amazon.com/IAM/latest/UserGuide/reference_sigv.html">AWS Signature
 *     Version 4 for API requests</a>
 */
@NullMarked
package io.robotocore.signature;

import org.jspecify.annotations.NullMarked;
