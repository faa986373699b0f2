/**
 * Amazon Simple Storage Service.
 *
 * <p>Where things are: {@code S3State} has the buckets ({@code Bucket}: who owns it, and its
 * configurations, which are the SDK's own objects, one slot for each class) and what is in them
 * ({@code Contents}: keys, and the {@code Versions} of each). A theme of operations is an interface
 * in a file of its own that extends {@code S3View} and is named in {@code S3}. Whoever may do
 * something is decided in {@code Permissions.authorize}; whatever follows from a change of an
 * object starts in {@code Consequences.happened}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html">API reference</a>
 */
@NullMarked
package io.robotocore.services.s3;

import org.jspecify.annotations.NullMarked;
