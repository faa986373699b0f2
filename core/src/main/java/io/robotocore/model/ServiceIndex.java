package io.robotocore.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** By what of a request each service is known. Several services may answer to one name. */
final class ServiceIndex {

  private final List<IndexEntry> entries = new ArrayList<>();
  private final Map<String, List<IndexEntry>> bySigningName = new HashMap<>();
  private final Map<String, List<IndexEntry>> byEndpointPrefix = new HashMap<>();
  private final Map<String, List<IndexEntry>> byTargetPrefix = new HashMap<>();
  private final Map<String, List<IndexEntry>> byUnsigned = new HashMap<>();

  ServiceIndex(String text) {
    int end;
    for (int line = 0; line < text.length(); line = end + 1) {
      end = text.indexOf('\n', line);
      add(IndexEntry.parse(text.substring(line, end)));
    }
  }

  private void add(IndexEntry entry) {
    entries.add(entry);
    add(bySigningName, entry.signingName(), entry);
    add(byEndpointPrefix, entry.endpointPrefix(), entry);
    String prefix = entry.targetPrefix();
    if (!prefix.isEmpty()) {
      add(byTargetPrefix, prefix, entry);
    }
    // com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101 is also called by its last name.
    if (prefix.indexOf('.') >= 0) {
      add(byTargetPrefix, prefix.substring(prefix.lastIndexOf('.') + 1), entry);
    }
    for (String operation : entry.unsigned()) {
      add(byUnsigned, operation, entry);
    }
  }

  private static void add(Map<String, List<IndexEntry>> map, String name, IndexEntry entry) {
    List<IndexEntry> named = map.getOrDefault(name, List.of());
    if (named.isEmpty()) {
      map.put(name, List.of(entry));
    } else {
      List<IndexEntry> more = new ArrayList<>(named);
      more.add(entry);
      map.put(name, more);
    }
  }

  /** All services, sorted by id. */
  List<IndexEntry> entries() {
    return entries;
  }

  List<String> ids() {
    List<String> ids = new ArrayList<>(entries.size());
    for (IndexEntry entry : entries) {
      ids.add(entry.id());
    }
    return ids;
  }

  /** The services that are signed for by this name. */
  List<IndexEntry> signedAs(String name) {
    return bySigningName.getOrDefault(name, List.of());
  }

  /** The services whose host name begins so. */
  List<IndexEntry> hostedAs(String prefix) {
    return byEndpointPrefix.getOrDefault(prefix, List.of());
  }

  /** The services with an unsigned REST operation of this method and path. */
  List<IndexEntry> unsigned(String operation) {
    return byUnsigned.getOrDefault(operation, List.of());
  }

  /** The services whose {@code X-Amz-Target} begins so. */
  List<IndexEntry> targetedAs(String prefix) {
    return byTargetPrefix.getOrDefault(prefix, List.of());
  }
}
