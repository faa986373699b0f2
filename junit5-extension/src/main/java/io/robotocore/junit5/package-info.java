/**
 * The JUnit Jupiter extension: {@link io.robotocore.junit5.AwsEmulator} on a class gives its tests
 * an AWS of their own.
 */
@NullMarked
package io.robotocore.junit5;

import org.jspecify.annotations.NullMarked;
