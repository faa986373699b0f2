package io.robotocore.services.s3;

/**
 * The bytes of an object.
 *
 * @param blob the bytes
 * @param etag the entity tag, without quotes
 */
record Content(Blob blob, String etag) {

  long size() {
    return blob.length();
  }

  /** The entity tag as it stands in answers. */
  String quotedEtag() {
    return '"' + etag + '"';
  }
}
