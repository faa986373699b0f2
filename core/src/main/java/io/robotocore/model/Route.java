package io.robotocore.model;

public record Route(OperationModel operation, ProtocolId protocol) {}
