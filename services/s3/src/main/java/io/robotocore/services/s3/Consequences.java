package io.robotocore.services.s3;

/** What follows from changes of objects: others are told, and copies are made. */
interface Consequences extends Notifications, Replicating {

  @Override
  default void happened(Change change) {
    publish(change);
    replicate(change);
  }
}
