/** Guards that every module's test run carries. */
@NullMarked
package io.robotocore.laws;

import org.jspecify.annotations.NullMarked;
