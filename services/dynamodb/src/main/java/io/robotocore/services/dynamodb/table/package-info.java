/** Tables: their keys and indexes, and the items in them. */
@NullMarked
package io.robotocore.services.dynamodb.table;

import org.jspecify.annotations.NullMarked;
