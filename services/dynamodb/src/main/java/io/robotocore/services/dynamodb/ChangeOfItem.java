package io.robotocore.services.dynamodb;

import io.robotocore.services.dynamodb.item.Document;
import java.util.Optional;

/**
 * What an incremental export says of an item.
 *
 * @param micros when it was last written, in microseconds since 1970
 * @param keys its key attributes
 * @param old what it was before, if that is wanted
 * @param item what it is now, if it still is
 */
record ChangeOfItem(long micros, Document keys, Optional<Document> old, Optional<Document> item) {}
