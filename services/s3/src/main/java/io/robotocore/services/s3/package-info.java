/**
 * Amazon Simple Storage Service, and S3 Control as far as accounts and access points go.
 *
 * <p>As AWS has it: names and regions of buckets; objects of any size, with their headers,
 * metadata, storage classes, ranges and conditions; entity tags as AWS computes them; checksums of
 * five algorithms, of whole objects and of parts, sent or else computed; multipart uploads;
 * versions and delete markers; listings by UTF-8 order; copies; tags; access control lists and
 * object ownership; object lock; archived objects and their restores by the emulator's clock;
 * directory buckets with sessions, appends and renames; keys of the client's own for encryption.
 *
 * <p>Configurations of buckets, which act: policies with their conditions, what blocks public
 * access, ownership, default encryption, CORS with its preflights, web sites with their hosts,
 * lifecycles (every midnight of the emulator's clock), notifications to queues, topics, functions
 * and EventBridge, replication, access logs (five minutes after the first request that they tell
 * of), requester pays. Forms of browsers with their policies. Queries over CSV and JSON.
 *
 * <p>More exactly than AWS: everything takes effect at once and is seen by everybody; the last
 * writer wins in the order in which requests end.
 *
 * <p>Who signs a request is who the access key says; one without a signature is of the default
 * account. Only where signatures matter, as they do with {@code @AwsEmulator(signatures = VERIFY)},
 * are there anonymous callers, who may do what policies and grants allow everybody, seeing web
 * sites included; there, the signatures of forms are verified as well.
 *
 * <p>Not here: nothing is really encrypted, and keys of KMS are told but not looked up. Where MFA
 * delete is enabled, a device has to be shown, and any code will do. Email addresses are grantees
 * of nobody. The entity tags of objects in directory buckets are those of other buckets, and so is
 * the order of their listings; sessions are not bound to their bucket.
 *
 * <p>Kept and given back, without any effect: acceleration, inventories, analytics, metrics,
 * archive tiers, permissions by tags, scopes of access points; the tables of metadata stay in the
 * state {@code CREATING}, as nobody creates them. Policies: the address of who asks is 127.0.0.1,
 * and all requests count as sent through TLS. Access points of a VPC can be reached from
 * everywhere, and what they block of grants counts where grants are used, not where they are made.
 * Notifications to services that the emulator does not have go nowhere, and the policies of queues,
 * topics and functions are not asked. Queries do not know Parquet, and take a value in a CSV file
 * for a number where it is compared with one.
 *
 * <p>Not implemented (501): {@code GetObjectTorrent}, which AWS has given up; {@code
 * WriteGetObjectResponse}, which needs Object Lambda; {@code UpdateObjectEncryption}, which the SDK
 * does not have yet. The deprecated {@code GetBucketLifecycle}, {@code PutBucketLifecycle}, {@code
 * GetBucketNotification} and {@code PutBucketNotification} are the same requests as those of the
 * operations that have replaced them, and answered as these. Of S3 Control, batch jobs,
 * multi-region access points, Object Lambda, access grants, Storage Lens, Outposts and access
 * points of directory buckets are left to its model.
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
