/** The laws of the house, each with its reason and its exceptions. */
@NullMarked
package io.robotocore.architecture;

import org.jspecify.annotations.NullMarked;
