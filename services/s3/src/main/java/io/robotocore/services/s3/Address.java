package io.robotocore.services.s3;

/**
 * Where an object is or will be.
 *
 * @param bucket the bucket as it was when the call began
 * @param key the object's key
 */
record Address(Bucket bucket, String key) {}
