/** Amazon DynamoDB and DynamoDB Streams. */
@NullMarked
package io.robotocore.services.dynamodb;

import org.jspecify.annotations.NullMarked;
