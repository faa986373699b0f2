/** What tests of services have in common. */
@NullMarked
package io.robotocore.testing;

import org.jspecify.annotations.NullMarked;
