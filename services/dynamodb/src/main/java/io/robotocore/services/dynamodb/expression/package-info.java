/**
 * The languages of condition, update, projection and key condition expressions.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Expressions.html">expressions</a>
 */
@NullMarked
package io.robotocore.services.dynamodb.expression;

import org.jspecify.annotations.NullMarked;
