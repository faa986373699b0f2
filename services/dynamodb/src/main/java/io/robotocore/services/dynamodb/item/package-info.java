/** The values that items are made of, their sizes, their order and their keys. */
@NullMarked
package io.robotocore.services.dynamodb.item;

import org.jspecify.annotations.NullMarked;
