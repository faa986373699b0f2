package io.robotocore.gateway;

import io.robotocore.model.OperationModel;
import io.robotocore.protocol.Binding;

/**
 * One operation of a typed service: its model, and how to invoke it on a view.
 *
 * @param model what the model says of it
 * @param input how its request is built
 * @param output how its response is taken apart
 * @param invocation how it is invoked
 * @param slow whether a call takes long, and so needs a thread of its own
 */
record Operation(
    OperationModel model, Binding input, Binding output, Invocation invocation, boolean slow) {}
