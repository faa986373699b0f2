/** S3 as its clients see it. */
@NullMarked
package io.robotocore.services.s3;

import org.jspecify.annotations.NullMarked;
