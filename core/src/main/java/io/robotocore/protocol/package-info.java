/**
 * From wire to typed values and back, one codec per AWS protocol, driven by the model.
 *
 * <p>A codec neither knows what a value is made of (a {@link io.robotocore.protocol.Binding} does)
 * nor what happens to it.
 */
@NullMarked
package io.robotocore.protocol;

import org.jspecify.annotations.NullMarked;
