/** What is in the artifact that users depend on. */
@NullMarked
package io.robotocore.packaging;

import org.jspecify.annotations.NullMarked;
