/**
 * Queries over the content of an object: the SQL of {@code SelectObjectContent}.
 *
 * <p>{@code Selection} reads a request: {@code Statement} is its query, of which {@code Terms}
 * makes what is computed for each {@code Row}; {@code CsvRows} and {@code JsonRows} read them.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-select-sql-reference.html">SQL
 *     reference</a>
 */
@NullMarked
package io.robotocore.services.s3.select;

import org.jspecify.annotations.NullMarked;
