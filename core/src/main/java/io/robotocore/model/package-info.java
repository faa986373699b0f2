/**
 * What AWS's API models say: services, operations, shapes, constraints, errors; and which of them a
 * request is meant for.
 *
 * <p>One file per service lies in {@code aws-models/} on the class path. It is read when the
 * service is first asked for, and of its shapes only those that are used are ever parsed.
 */
@NullMarked
package io.robotocore.model;

import org.jspecify.annotations.NullMarked;
