package io.robotocore.services.modeled;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import software.amazon.awssdk.core.SdkBytes;

/**
 * The records that a delivery stream has taken, and not delivered yet.
 *
 * @param state where they are
 * @param stream the stream's name
 */
record FirehoseBuffer(ModeledState state, String stream) {

  private static final String RECORD = "bufferedrecord";
  private static final String BUFFER = "buffer";
  private static final String DATA = "data";
  private static final String SIZE = "size";
  private static final String NEXT = "next";

  /** What is planned for the buffer is planned for this. */
  EntityKey key() {
    return new EntityKey(BUFFER, "", stream);
  }

  /** Takes a record in. */
  void add(SdkBytes data, Instant now) {
    long number = number(NEXT);
    keep(new EntityKey(RECORD, stream, "%019d".formatted(number)), Map.of(DATA, data), now);
    count(size() + data.asByteArrayUnsafe().length, number + 1, now);
  }

  /** Takes records in again that could not be delivered. */
  void putBack(List<Entity> records, Instant now) {
    records.forEach(state::put);
    long size = records.stream().mapToLong(record -> data(record).asByteArrayUnsafe().length).sum();
    count(size() + size, number(NEXT), now);
  }

  /** How many bytes there are. */
  long size() {
    return number(SIZE);
  }

  /** Takes all records out, the oldest first. */
  List<Entity> take() {
    return state.atomically(
        () -> {
          List<Entity> records = state.all(RECORD, stream).toList();
          records.forEach(state::remove);
          state.cancel(key());
          records.stream()
              .findFirst()
              .ifPresent(first -> count(0, number(NEXT), first.life().created()));
          return records;
        });
  }

  static SdkBytes data(Entity record) {
    return (SdkBytes) record.attribute(DATA).orElseThrow();
  }

  private long number(String name) {
    return state
        .get(key())
        .flatMap(buffer -> buffer.attribute(name))
        .map(Long.class::cast)
        .orElse(0L);
  }

  private void count(long size, long next, Instant now) {
    keep(key(), Map.of(SIZE, size, NEXT, next), now);
  }

  private void keep(EntityKey key, Map<String, Object> attributes, Instant now) {
    state.put(Entity.of(key, attributes, now));
  }
}
