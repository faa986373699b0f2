package io.robotocore.gateway;

import java.util.function.Supplier;
import software.amazon.awssdk.core.sync.RequestBody;

/**
 * What goes into a call.
 *
 * @param request gives the request, or throws what is wrong with it
 * @param content what streams in, if the operation takes that
 * @param size about how many bytes the request has without what streams in
 */
record Input(Supplier<Object> request, Supplier<RequestBody> content, long size) {}
