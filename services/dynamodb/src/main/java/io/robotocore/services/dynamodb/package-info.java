/**
 * Amazon DynamoDB and DynamoDB Streams, which are two views of one state.
 *
 * <p>As AWS has it: tables with their indexes, throughput, streams and lifetimes; items, numbers of
 * 38 digits, sizes and limits; condition, update, projection and key condition expressions, the
 * parameters that were there before them, and the words of their errors; queries, scans in
 * segments, pages and consumed capacity; batches; transactions with reasons, tokens and isolation;
 * PartiQL; backups, point-in-time recovery to the second, global tables of both versions, Kinesis
 * data streams as destinations, exports to S3 and imports from there, tags, resource policies,
 * contributor insights and auto scaling as settings.
 *
 * <p>More exactly than AWS: what is made, changed or restored is ready when the operation answers,
 * or when the emulator's transition time is over; the counts of {@code DescribeTable} are exact;
 * indexes are consistent; an item is deleted at the moment at which its time comes, by the
 * emulator's clock; sizes of item collections are always estimated as below one gigabyte.
 *
 * <p>An export is in its bucket, and an import in its table, when the operation answers, though the
 * answer says that they are in progress, as AWS's does; incremental exports are exact to the
 * second.
 *
 * <p>Not here: logs of what could not be imported. Nothing is throttled, no backup is made by
 * itself, resource policies are kept and not enforced, tables of other accounts cannot be reached,
 * contributor insights count nothing, auto scaling scales nothing, multi-Region strong consistency
 * and witnesses are not kept, and settings are not replicated between the replicas of a global
 * table.
 *
 * @see <a href="https://docs.aws.amazon.com/amazondynamodb/latest/APIReference/Welcome.html">API
 *     reference</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/amazondynamodb/latest/developerguide/Introduction.html">developer
 *     guide</a>
 */
@NullMarked
package io.robotocore.services.dynamodb;

import org.jspecify.annotations.NullMarked;
