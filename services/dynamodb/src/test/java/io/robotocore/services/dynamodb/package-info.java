/** DynamoDB as its clients see it. */
@NullMarked
package io.robotocore.services.dynamodb;

import org.jspecify.annotations.NullMarked;
