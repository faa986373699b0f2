/** SQS as its clients see it. */
@NullMarked
package io.robotocore.services.sqs;

import org.jspecify.annotations.NullMarked;
