/**
 * Amazon Simple Queue Service, all of its operations.
 *
 * <p>As AWS has it: standard and FIFO queues, message groups, deduplication, delays, visibility
 * timeouts, long polls, dead-letter queues and their redrive, message move tasks, retention, purge
 * and delete windows, attributes, permissions, tags, limits and the words of errors. Everything
 * that depends on time goes by the emulator's clock, and takes effect when somebody looks.
 *
 * <p>More exactly than AWS: the numbers of messages are exact, a receive finds every message that
 * is visible, standard queues deliver once and in the order in which messages became visible, and
 * changes of attributes take effect at once.
 *
 * <p>Where AWS leaves it open: a message is not deleted with the receipt handle of an earlier
 * receive, and whoever received it last can hide it again after its timeout; dead letters move when
 * a receive comes upon them; a message that a move task puts into a queue is not delayed there.
 *
 * <p>Not here: encryption keys are kept as an attribute and never used, tenants of fair queues are
 * not weighed against each other, there is no throttling, and throughput quotas of FIFO queues are
 * not enforced. Who belongs to the account may do everything in it. Another account may do what the
 * queue's policy lets it do; the policy's conditions are not evaluated.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/APIReference/Welcome.html">API
 *     reference</a>
 * @see <a
 *     href="https://docs.aws.amazon.com/AWSSimpleQueueService/latest/SQSDeveloperGuide/welcome.html">developer
 *     guide</a>
 */
@NullMarked
package io.robotocore.services.sqs;

import org.jspecify.annotations.NullMarked;
