package io.robotocore.roundtrip;

import io.robotocore.model.ListShape;
import io.robotocore.model.Location;
import io.robotocore.model.MapShape;
import io.robotocore.model.Member;
import io.robotocore.model.Shape;
import io.robotocore.model.ShapeType;
import io.robotocore.model.StructureShape;
import io.robotocore.protocol.Binding;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import software.amazon.awssdk.core.SdkBytes;
import software.amazon.awssdk.core.document.Document;

/** Makes values that a member of a model may have, the same ones for the same seed. */
public final class Samples {

  private static final int DEEPEST = 6;

  private final int deepest;

  /** What SDK clients do not simply pass on, and why. */
  private static final Set<String> OMITTED =
      Set.of(
          // Clients decode keys that come with it.
          "EncodingType",
          // Never sent: clients make a presigned URL of it.
          "SourceRegion",
          // Makes clients sign in another way, which needs native code.
          "EndpointId");

  /** Values that SDK clients look into. */
  private static final Map<String, String> PINNED =
      Map.of(
          "ChecksumAlgorithm", "CRC32",
          "StreamARN", "arn:aws:kinesis:us-east-1:123456789012:stream/s",
          "ConsumerARN", "arn:aws:kinesis:us-east-1:123456789012:stream/s/consumer/c:1",
          "ResourceARN", "arn:aws:kinesis:us-east-1:123456789012:stream/s");

  private final Random random;

  public Samples(long seed) {
    this(seed, DEEPEST);
  }

  /** Samples with structures within structures only up to a depth. */
  public Samples(long seed, int deepest) {
    this.deepest = deepest;
    random = new Random(seed);
  }

  /** A structure with every member that is not too deep, or with one if it is a union. */
  public Object structure(Binding binding) {
    return structure(binding, 0);
  }

  private Object structure(Binding binding, int depth) {
    Object builder = binding.builder();
    StructureShape shape = binding.shape();
    List<Member> members = shape.members();
    if (shape.union()) {
      List<Member> sampled =
          members.stream().filter(member -> isSampled(member, depth, deepest)).toList();
      members = List.of(sampled.get(random.nextInt(sampled.size())));
    }
    for (Member member : members) {
      if (isSampled(member, depth, deepest)) {
        binding.set(builder, member, value(member, binding.of(member), depth));
      }
    }
    return binding.build(builder);
  }

  /**
   * Nothing is sampled that has nothing inside, since most protocols do not tell it from nothing.
   */
  public static boolean isSampled(Member member, int depth, int deepest) {
    return !OMITTED.contains(member.name())
        && !member.streaming()
        && (isSimple(member) || (depth < deepest && hasSampledInside(member, depth + 1, deepest)));
  }

  private static boolean hasSampledInside(Member member, int depth, int deepest) {
    Shape target = member.target();
    if (target instanceof ListShape list) {
      return isSampled(list.member(), depth, deepest);
    }
    if (target instanceof MapShape map) {
      return isSampled(map.value(), depth, deepest);
    }
    StructureShape structure = (StructureShape) target;
    return !structure.eventStream()
        && structure.members().stream().anyMatch(inside -> isSampled(inside, depth, deepest));
  }

  private static boolean isSimple(Member member) {
    return switch (member.target().type()) {
      case STRUCTURE, LIST, MAP -> false;
      default -> true;
    };
  }

  private Object value(Member member, Binding inside, int depth) {
    boolean plain = member.location() != Location.BODY;
    return switch (member.target().type()) {
      case STRUCTURE -> structure(inside, depth + 1);
      case LIST -> list(((ListShape) member.target()).member(), inside, depth + 1);
      case MAP -> map((MapShape) member.target(), inside, depth + 1);
      case STRING -> member.jsonValue() ? "{\"a\":1}" : text(member, plain);
      case BOOLEAN -> random.nextBoolean();
      case BYTE -> (byte) random.nextInt(100);
      case SHORT -> (short) random.nextInt(10_000);
      case INTEGER -> member.location() == Location.STATUS_CODE ? 200 : random.nextInt(10_000);
      case LONG -> (long) random.nextInt();
      case FLOAT -> random.nextInt(1000) / 8.0f;
      case DOUBLE -> random.nextInt(1000) / 8.0;
      case TIMESTAMP -> Instant.ofEpochSecond(1_000_000_000L + random.nextInt(1_000_000_000));
      case BLOB -> SdkBytes.fromUtf8String("blob" + random.nextInt());
      case DOCUMENT -> Document.fromMap(Map.of("k", Document.fromString(text(member, false))));
    };
  }

  private List<Object> list(Member element, Binding inside, int depth) {
    List<Object> list = new ArrayList<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      list.add(value(element, inside, depth));
    }
    return list;
  }

  private Map<String, Object> map(MapShape shape, Binding inside, int depth) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = random.nextInt(2); i >= 0; i--) {
      map.put(text(shape.key(), true), value(shape.value(), inside, depth));
    }
    return map;
  }

  /** What a client or a header may not carry is left out: S3 has rules for the names of buckets. */
  private String text(Member member, boolean plain) {
    if (PINNED.containsKey(member.name())) {
      return PINNED.get(member.name());
    }
    List<String> allowed = member.enumValues();
    if (!allowed.isEmpty()) {
      return allowed.get(random.nextInt(allowed.size()));
    }
    boolean any = !plain && member.target().type() == ShapeType.STRING && !member.hostLabel();
    return "text" + random.nextInt(1000) + (any ? " é<&>\"'\u2028😀 %2F+" : "");
  }
}
