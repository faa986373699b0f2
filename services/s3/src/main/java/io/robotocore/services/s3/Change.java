package io.robotocore.services.s3;

/**
 * A change of an object, as those who wait for it are told.
 *
 * @param event what happened, as S3 names it in event notifications: {@code ObjectCreated:Put}
 * @param bucket the bucket as it was when the object was changed
 * @param key the object's key
 * @param version the version that came about, was changed or is gone
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/notification-how-to-event-types-and-destinations.html">event
 *     types</a>
 */
record Change(String event, Bucket bucket, String key, Version version) {}
