package io.robotocore.model;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Which service is meant where several share a signing name and a request would do for more than
 * one of them. On AWS the host decides. A client with another endpoint has lost that, but SDKs also
 * say in {@code User-Agent} for which service they are made; where neither helps, the order of this
 * table does.
 */
final class SharedNames {

  private static final Map<String, List<String>> ORDER =
      Map.ofEntries(
          // Tags: the control planes before the data planes.
          Map.entry("bedrock", List.of("bedrock", "bedrock-agent")),
          // AWS split chime into parts; all have tags, and phone numbers went to chime-sdk-voice.
          Map.entry(
              "chime", List.of("chime-sdk-meetings", "chime-sdk-messaging", "chime-sdk-voice")),
          // Version 1 gets no new features.
          Map.entry("greengrass", List.of("greengrassv2", "greengrass")),
          // Tags: channels are older than stages.
          Map.entry("ivs", List.of("ivs", "ivs-realtime")),
          // Version 1 is closed to new bots.
          Map.entry("lex", List.of("lexv2-models", "lexv2-runtime")),
          // One endpoint and one control plane, of whose API Neptune and DocumentDB are parts.
          Map.entry("rds", List.of("rds", "neptune", "docdb")),
          // One operation, the same in both.
          Map.entry("signer", List.of("signer", "signer-data")),
          // Two models of one API.
          Map.entry("sms-voice", List.of("pinpoint-sms-voice", "sms-voice")),
          // Tags and endpoints: databases and tables are made by the one that writes.
          Map.entry("timestream", List.of("timestream-write", "timestream-query")),
          // Connect's Wisdom is now called Q in Connect.
          Map.entry("wisdom", List.of("qconnect", "wisdom")));

  /** Signing names under which services are also known that have another in their models. */
  private static final Map<String, String> ALIASES =
      Map.of(
          // https://docs.aws.amazon.com/AmazonS3/latest/userguide/s3-express-create-session.html
          "s3express", "s3",
          // https://docs.aws.amazon.com/AmazonS3/latest/userguide/transforming-objects.html
          "s3-object-lambda", "s3",
          // https://docs.aws.amazon.com/AmazonS3/latest/s3-outposts/S3OutpostsREST.html
          "s3-outposts", "s3");

  private SharedNames() {}

  /** The signing names under which requests may be meant for several services. */
  static Map<String, List<String>> order() {
    return ORDER;
  }

  /** The services that a request with this signing name may be for. */
  static List<IndexEntry> services(String signingName, ServiceIndex index) {
    List<IndexEntry> services = index.signedAs(signingName);
    @Nullable String alias = ALIASES.get(signingName);
    if (alias == null) {
      return services;
    }
    List<IndexEntry> all = new ArrayList<>(services);
    all.addAll(index.signedAs(alias));
    return all;
  }

  /** The one of several equally good operations, of different services, that is meant. */
  static OperationModel choose(List<OperationModel> operations, Clues clues) {
    if (operations.size() == 1) {
      return operations.get(0);
    }
    OperationModel best = operations.get(0);
    for (OperationModel operation : operations) {
      best = place(operation.service(), clues) < place(best.service(), clues) ? operation : best;
    }
    return best;
  }

  /** Less is better. */
  private static int place(ServiceModel service, Clues clues) {
    int place = ORDER.getOrDefault(service.signingName(), List.of()).indexOf(service.id());
    boolean client = clues.clientOf().equalsIgnoreCase(service.serviceId().replace(' ', '_'));
    return (clues.host().isOf(service.id()) ? 0 : 200)
        + (client ? 0 : 100)
        + (place < 0 ? 99 : place);
  }
}
