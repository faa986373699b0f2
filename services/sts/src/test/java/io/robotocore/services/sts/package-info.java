/** STS as its clients see it. */
@NullMarked
package io.robotocore.services.sts;

import org.jspecify.annotations.NullMarked;
