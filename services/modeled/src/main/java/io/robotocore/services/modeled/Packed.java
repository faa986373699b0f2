package io.robotocore.services.modeled;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Maps, lists, texts, numbers and truth values as bytes: a letter that says what follows, the
 * number of elements where there are some, and the values one after the other.
 */
final class Packed {

  private Packed() {}

  /** Writes a value. */
  static void write(@Nullable Object value, DataOutput out) throws IOException {
    if (value instanceof Map<?, ?> map) {
      out.writeByte('M');
      out.writeInt(map.size());
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        out.writeUTF((String) entry.getKey());
        write(entry.getValue(), out);
      }
    } else if (value instanceof List<?> list) {
      out.writeByte('L');
      out.writeInt(list.size());
      for (Object element : list) {
        write(element, out);
      }
    } else {
      writeScalar(value, out);
    }
  }

  private static void writeScalar(@Nullable Object value, DataOutput out) throws IOException {
    if (value instanceof Boolean truth) {
      out.writeByte(truth ? 'T' : 'F');
    } else if (value instanceof Integer number) {
      out.writeByte('I');
      out.writeInt(number);
    } else if (value instanceof Long number) {
      out.writeByte('J');
      out.writeLong(number);
    } else if (value instanceof Double number) {
      out.writeByte('D');
      out.writeDouble(number);
    } else if (value instanceof String text) {
      byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
      out.writeByte('S');
      out.writeInt(bytes.length);
      out.write(bytes);
    } else if (value == null) {
      out.writeByte('N');
    } else {
      throw new IllegalArgumentException("cannot be packed: " + value.getClass());
    }
  }

  /** Reads a value that was written. */
  static @Nullable Object read(DataInput in) throws IOException {
    char kind = (char) in.readByte();
    return switch (kind) {
      case 'M' -> map(in);
      case 'L' -> list(in);
      case 'T' -> true;
      case 'F' -> false;
      case 'I' -> in.readInt();
      case 'J' -> in.readLong();
      case 'D' -> in.readDouble();
      case 'S' -> text(in);
      case 'N' -> null;
      default -> throw new IOException("not a packed value: " + kind);
    };
  }

  private static Map<String, @Nullable Object> map(DataInput in) throws IOException {
    Map<String, @Nullable Object> map = new LinkedHashMap<>();
    for (int left = in.readInt(); left > 0; left--) {
      map.put(in.readUTF(), read(in));
    }
    return map;
  }

  private static List<@Nullable Object> list(DataInput in) throws IOException {
    List<@Nullable Object> list = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      list.add(read(in));
    }
    return list;
  }

  private static String text(DataInput in) throws IOException {
    byte[] bytes = new byte[in.readInt()];
    in.readFully(bytes);
    return new String(bytes, StandardCharsets.UTF_8);
  }
}
