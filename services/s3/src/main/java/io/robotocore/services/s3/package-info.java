/**
 * Amazon Simple Storage Service.
 *
 * <p>As AWS has it: names and regions of buckets; objects of any size, with their headers,
 * metadata, storage classes, ranges and conditions; entity tags as AWS computes them; checksums of
 * five algorithms, of whole objects and of parts, sent or else computed; multipart uploads;
 * versions and delete markers; listings by UTF-8 order; copies; tags; access control lists and
 * object ownership; object lock; archived objects and their restores by the emulator's clock;
 * directory buckets with sessions, appends and renames; keys of the client's own for encryption.
 *
 * <p>More exactly than AWS: everything takes effect at once and is seen by everybody; the last
 * writer wins in the order in which requests end.
 *
 * <p>Not here: nothing is really encrypted, and keys of KMS are told but not looked up. MFA delete
 * is not asked for. Email addresses are grantees of nobody. The entity tags of objects in directory
 * buckets are those of other buckets, and so is the order of their listings. Torrents have been
 * given up by AWS.
 *
 * <p>Where things are: {@code S3State} has the buckets ({@code Bucket}: who owns it, and its
 * configurations, which are the SDK's own objects, one slot for each class) and what is in them
 * ({@code Contents}: keys, and the {@code Versions} of each). A theme of operations is an interface
 * in a file of its own that extends {@code S3View} and is named in {@code S3}. Whoever may do
 * something is decided in {@code Permissions.authorize}; whatever follows from a change of an
 * object starts in {@code Consequences.happened}.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/API/Welcome.html">API reference</a>
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/Welcome.html">user guide</a>
 */
@NullMarked
package io.robotocore.services.s3;

import org.jspecify.annotations.NullMarked;
