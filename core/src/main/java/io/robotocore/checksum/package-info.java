/** The checksums that AWS's clients send and its services keep. */
@NullMarked
package io.robotocore.checksum;

import org.jspecify.annotations.NullMarked;
