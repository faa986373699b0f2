/** Which operations of which services there are, told by the code itself. */
package io.robotocore.coverage;
