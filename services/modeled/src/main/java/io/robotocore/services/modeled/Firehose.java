package io.robotocore.services.modeled;

import io.robotocore.model.Member;
import io.robotocore.model.StructureShape;
import io.robotocore.service.Call;
import io.robotocore.service.DocumentError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Amazon Data Firehose: the destination of a stream, which is told of in other words than it is
 * asked for, and the records, which go there if it is in S3.
 *
 * @see <a
 *     href="https://docs.aws.amazon.com/firehose/latest/APIReference/API_DestinationDescription.html">
 *     DestinationDescription</a>
 */
final class Firehose implements Behaviour {

  private static final String ID = "destinationId-000000000001";
  private static final String DESCRIPTION = "Description";
  private static final Map<String, Object> S3_DEFAULTS =
      Map.of(
          "BufferingHints", Map.of("SizeInMBs", 5, "IntervalInSeconds", 300),
          "CompressionFormat", "UNCOMPRESSED",
          "EncryptionConfiguration", Map.of("NoEncryptionConfig", "NoEncryption"));

  @Override
  public Map<String, Answer> operations() {
    return Map.of(
        "CreateDeliveryStream",
        Firehose::create,
        "UpdateDestination",
        Firehose::update,
        "PutRecord",
        scene -> new FirehoseRecords(scene).put(),
        "PutRecordBatch",
        scene -> new FirehoseRecords(scene).putBatch());
  }

  @Override
  public void due(Call call, ModeledState state, EntityKey what) {
    new FirehoseDelivery(call, state, what.id()).run();
  }

  static Resource resource(Scene scene) {
    return scene.design().resource("deliverystream").orElseThrow();
  }

  private static Map<String, Object> create(Scene scene) {
    Creation creation = new Creation(scene, resource(scene));
    Entity stream = creation.create();
    new FirehoseBuffer(scene.state(), stream.key().id()).take();
    Map<String, Object> destination = described(scene, "Configuration", Map.of());
    destination.put("DestinationId", ID);
    return creation.shown(kept(scene, stream, Map.of("destinations", List.of(destination))));
  }

  private static Map<String, Object> update(Scene scene) {
    Entity stream = new Finder(scene).theOne(resource(scene));
    String version = String.valueOf(stream.attribute("versionid").orElse("1"));
    if (!version.equals(scene.input().get("CurrentDeliveryStreamVersionId"))) {
      throw new DocumentError(
          "ConcurrentModificationException",
          "Cannot update firehose: "
              + stream.key().id()
              + " since the current version id: "
              + version
              + " and specified version id: "
              + scene.input().get("CurrentDeliveryStreamVersionId")
              + " do not match",
          Map.of());
    }
    Map<?, ?> before =
        stream.attribute("destinations").orElse(List.of()) instanceof List<?> all
                && !all.isEmpty()
                && all.get(0) instanceof Map<?, ?> first
            ? first
            : Map.of();
    Map<String, Object> destination = described(scene, "Update", before);
    destination.put("DestinationId", ID);
    kept(
        scene,
        stream,
        Map.of(
            "destinations",
            List.of(destination),
            "versionid",
            Integer.toString(Integer.parseInt(version) + 1)));
    return Map.of();
  }

  private static Entity kept(Scene scene, Entity stream, Map<String, Object> changes) {
    Entity changed = stream.with(changes, scene.verb(), scene.call().now());
    scene.state().put(changed);
    return changed;
  }

  /** What a request says of a destination, as descriptions say it. */
  private static Map<String, Object> described(Scene scene, String ending, Map<?, ?> before) {
    Map<String, Object> destination = copy(before);
    StructureShape shape =
        (StructureShape) scene.operation().service().shape("DestinationDescription");
    for (Member member : shape.members()) {
      Object given = scene.input().get(member.name().replace(DESCRIPTION, ending));
      if (given instanceof Map<?, ?> some) {
        Map<String, Object> all = new LinkedHashMap<>();
        if (member.name().contains("S3Destination")) {
          all.putAll(S3_DEFAULTS);
        }
        all.putAll(before.get(member.name()) instanceof Map<?, ?> old ? copy(old) : Map.of());
        some.forEach((name, value) -> all.put(named((String) name), value));
        destination.put(member.name(), all);
      }
    }
    return destination;
  }

  /** {@code S3Configuration} is told of as {@code S3DestinationDescription}. */
  private static String named(String member) {
    return switch (member) {
      case "S3Configuration", "S3Update" -> "S3DestinationDescription";
      case "S3BackupConfiguration", "S3BackupUpdate" -> "S3BackupDescription";
      default -> member;
    };
  }

  private static Map<String, Object> copy(Map<?, ?> structure) {
    Map<String, Object> copy = new LinkedHashMap<>();
    structure.forEach((name, value) -> copy.put((String) name, value));
    return copy;
  }
}
