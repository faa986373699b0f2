package io.robotocore.services.s3;

/**
 * What follows from changes of objects: here is where notifications, replication and lifecycle
 * learn of them.
 */
interface Consequences extends S3View {

  @Override
  default void happened(Change change) {}
}
