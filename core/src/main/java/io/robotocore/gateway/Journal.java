package io.robotocore.gateway;

import io.robotocore.RecordedCall;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** The last calls, as many as fit into a number of calls and of bytes. */
public final class Journal {

  private static final int MOST_CALLS = 1_000;
  private static final long MOST_BYTES = 32L * 1024 * 1024;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private long bytes;

  /** Keeps a call whose messages had about so many bytes. */
  synchronized void add(RecordedCall call, long size) {
    entries.addLast(new Entry(call, size));
    bytes += size;
    while (entries.size() > MOST_CALLS || (bytes > MOST_BYTES && entries.size() > 1)) {
      bytes -= entries.removeFirst().size;
    }
  }

  /** The calls that are still kept, oldest first. */
  public synchronized List<RecordedCall> calls() {
    return entries.stream().map(Entry::call).toList();
  }

  /** Forgets all calls. */
  public synchronized void clear() {
    entries.clear();
    bytes = 0;
  }

  private record Entry(RecordedCall call, long size) {}
}
