/**
 * What happens to a request between the wire and a service: who calls, which operation, is the
 * input valid, and what becomes of the outcome. The one place where exceptions become answers.
 */
@NullMarked
package io.robotocore.gateway;

import org.jspecify.annotations.NullMarked;
