package io.robotocore.model;

import java.util.Map;
import java.util.Optional;

/**
 * What a request asks for.
 *
 * @param operation the operation
 * @param protocol the protocol that the request speaks, which the answer must speak as well
 * @param path the path that the operation's {@link OperationModel#requestUri} was matched with,
 *     still percent-encoded: for S3 it begins with the bucket even if the request names the bucket
 *     in its host
 * @param labels the labels of the path by their names, still percent-encoded; empty when the path
 *     does not matter
 * @param scope who signed the request, and for what
 */
public record Route(
    OperationModel operation,
    ProtocolId protocol,
    String path,
    Map<String, String> labels,
    Optional<SigningScope> scope) {}
