package io.robotocore.services.s3;

import java.time.Instant;

/**
 * A version that says that the object was deleted.
 *
 * @param id the version's id
 * @param modified when it came about
 * @param owner the account that it belongs to: twelve digits
 */
record DeleteMarker(String id, Instant modified, String owner) implements Version {}
