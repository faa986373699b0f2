package io.robotocore.services.s3;

import java.time.Instant;

/** One of the versions that a key has: an object, or a marker that says it was deleted. */
sealed interface Version permits StoredObject, DeleteMarker {

  /** The id of the one version that came about without versioning. */
  String NULL = "null";

  /** The version's id. */
  String id();

  /** When it came about. */
  Instant modified();

  /** The account that it belongs to: twelve digits. */
  String owner();
}
