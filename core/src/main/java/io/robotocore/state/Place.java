package io.robotocore.state;

/**
 * Where a state lives.
 *
 * @param service the service's id, {@code sqs}
 * @param account the account's twelve digits; empty for what a whole partition shares
 * @param region the region's name; empty for what is global
 */
public record Place(String service, String account, String region) {}
