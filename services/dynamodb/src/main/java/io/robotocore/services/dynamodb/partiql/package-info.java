/**
 * PartiQL, as far as DynamoDB speaks it.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/ql-reference.html">PartiQL
 *     for DynamoDB</a>
 */
@NullMarked
package io.robotocore.services.dynamodb.partiql;

import org.jspecify.annotations.NullMarked;
