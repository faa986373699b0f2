package io.robotocore.model;

import java.util.ArrayList;
import java.util.List;

/**
 * What the router must know of a service before it opens its model: one line of the index, in
 * columns between tabs.
 *
 * @param id the service
 * @param signingName the service in the scope of a signature
 * @param endpointPrefix the first part of the host name
 * @param targetPrefix what stands before the operation in {@code X-Amz-Target}; empty when nothing
 *     does
 * @param apiVersion the version, as query requests name it
 * @param protocols botocore's names of the protocols
 * @param unsigned method and path of the REST operations that clients do not sign
 */
record IndexEntry(
    String id,
    String signingName,
    String endpointPrefix,
    String targetPrefix,
    String apiVersion,
    List<String> protocols,
    List<String> unsigned) {

  static IndexEntry of(String id, JsonObject metadata, JsonObject model) {
    String endpointPrefix = metadata.text("endpointPrefix");
    List<String> protocols = metadata.texts("protocols");
    boolean rest = protocols.get(0).startsWith("rest-");
    return new IndexEntry(
        id,
        metadata.textOr("signingName", endpointPrefix),
        endpointPrefix,
        metadata.text("targetPrefix"),
        metadata.text("apiVersion"),
        protocols,
        rest ? unsigned(model.object("operations")) : List.of());
  }

  private static List<String> unsigned(JsonObject operations) {
    List<String> unsigned = new ArrayList<>();
    for (String name : operations.names()) {
      JsonObject operation = operations.object(name);
      if (operation.text("authtype").equals("none")) {
        JsonObject http = operation.object("http");
        unsigned.add(http.text("method") + " " + http.text("requestUri"));
      }
    }
    return unsigned;
  }

  static IndexEntry parse(String line) {
    String[] columns = line.split("\t", -1);
    return new IndexEntry(
        columns[0],
        columns[1],
        columns[2],
        columns[3],
        columns[4],
        words(columns[5]),
        words(columns[6]));
  }

  private static List<String> words(String column) {
    return column.isEmpty() ? List.of() : List.of(column.split(","));
  }

  /** Whether the operation is named in the form field {@code Action}. */
  boolean speaksQuery() {
    return protocols.contains("query") || protocols.contains("ec2");
  }

  /** Whether the operation may be named in the path after that of the service. */
  boolean speaksRpcV2() {
    return protocols.contains("smithy-rpc-v2-cbor");
  }

  /** Whether the operation is known by HTTP method and path. */
  boolean speaksRest() {
    return protocols.contains("rest-json") || protocols.contains("rest-xml");
  }

  String line() {
    return String.join(
        "\t",
        id,
        signingName,
        endpointPrefix,
        targetPrefix,
        apiVersion,
        String.join(",", protocols),
        String.join(",", unsigned));
  }
}
