package io.robotocore.model;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.wire.HttpRequest;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestReporter;

/**
 * A request for every operation of every service, in every protocol of the service, as an SDK would
 * send it.
 */
class EveryOperationTest {

  /**
   * Operations of one service that look alike on the wire, and the one to which a request for
   * either leads.
   */
  private static final Map<String, String> TWINS =
      Map.of(
          // Replaced in 2015 by operations with new names on the same path.
          "s3.GetBucketLifecycle", "s3.GetBucketLifecycleConfiguration",
          "s3.PutBucketLifecycle", "s3.PutBucketLifecycleConfiguration",
          "s3.GetBucketNotification", "s3.GetBucketNotificationConfiguration",
          "s3.PutBucketNotification", "s3.PutBucketNotificationConfiguration",
          // Told apart by the signing name s3express, which the model does not know.
          "s3.ListDirectoryBuckets", "s3.ListBuckets");

  /**
   * How many operations of a service look like operations of another one with the same signing
   * name, which is preferred. The reasons are those of {@link SharedNames}.
   */
  private static final Map<String, Integer> PREFERRED_ELSEWHERE =
      Map.ofEntries(
          entry("bedrock-agent-runtime", 3),
          entry("bedrock-data-automation", 3),
          entry("chime", 16),
          entry("chime-sdk-identity", 3),
          entry("chime-sdk-media-pipelines", 3),
          entry("chime-sdk-messaging", 3),
          entry("chime-sdk-voice", 3),
          entry("docdb", 55),
          entry("greengrass", 8),
          entry("ivs-realtime", 3),
          entry("lex-models", 4),
          entry("neptune", 70),
          entry("signer-data", 1),
          entry("sms-voice", 8),
          entry("timestream-query", 4),
          entry("wisdom", 41));

  private final AwsModels models = AwsModels.load();
  private final Router router = new Router(models);

  @Test
  void route_whenClientSaysForWhichServiceItIs_leadsBackToTheOperation(TestReporter reporter) {
    int requests = 0;
    Map<String, String> elsewhere = new TreeMap<>();
    for (OperationModel operation : operations()) {
      String agent =
          "aws-sdk-java/2.40.2 ua/2.1 api/"
              + operation.service().serviceId().replace(' ', '_')
              + "#2.40.x";
      for (ProtocolId protocol : operation.service().protocols()) {
        Route route = router.route(with(SampleRequest.of(operation, protocol), agent));
        requests++;
        ServiceModel service = route.operation().service();
        assertThat(route.protocol()).as(operation.toString()).isEqualTo(protocol);
        assertThat(service.serviceId())
            .as(operation.toString())
            .isEqualTo(operation.service().serviceId());
        if (!route.operation().name().equals(operation.name())) {
          elsewhere.put(operation.toString(), route.operation().toString());
        }
      }
    }
    reporter.publishEntry("requests", String.valueOf(requests));
    assertThat(requests).isEqualTo(18791);
    assertThat(elsewhere).isEqualTo(new TreeMap<>(TWINS));
  }

  @Test
  void route_whenClientDoesNotSay_leadsToThePreferredService() {
    Map<String, Integer> elsewhere = new TreeMap<>();
    Set<String> shared = new TreeSet<>();
    for (OperationModel operation : operations()) {
      for (ProtocolId protocol : operation.service().protocols()) {
        Route route = router.route(SampleRequest.of(operation, protocol));
        ServiceModel service = operation.service();
        assertThat(route.protocol()).as(operation.toString()).isEqualTo(protocol);
        assertThat(route.operation().service().signingName()).isEqualTo(service.signingName());
        if (route.operation().service() != service) {
          elsewhere.merge(service.id(), 1, Integer::sum);
          shared.add(service.signingName());
        }
      }
    }
    assertThat(elsewhere).isEqualTo(new TreeMap<>(PREFERRED_ELSEWHERE));
    assertThat(shared).isEqualTo(new TreeSet<>(SharedNames.order().keySet()));
  }

  @Test
  void route_atHostsOfAws_isForThePreferredServiceOnlyWhereTheHostIsShared() {
    Set<String> elsewhere = new HashSet<>();
    for (OperationModel operation : operations()) {
      ServiceModel service = operation.service();
      String host = service.endpointPrefix() + ".eu-west-1.amazonaws.com";
      for (ProtocolId protocol : service.protocols()) {
        Route route = router.route(SampleRequest.at(host, SampleRequest.of(operation, protocol)));
        if (route.operation().service() != service) {
          elsewhere.add(service.id());
        }
      }
    }
    assertThat(elsewhere)
        .containsExactlyInAnyOrder("docdb", "neptune", "greengrass", "sms-voice", "wisdom");
  }

  @Test
  void labels_ofEveryRestOperation_areThoseOfThePath() {
    for (OperationModel operation : operations()) {
      for (ProtocolId protocol : operation.service().protocols()) {
        if (protocol.isRest()) {
          Route route = router.route(SampleRequest.of(operation, protocol));
          assertThat(fill(route.operation().requestUri(), route.labels())).isEqualTo(route.path());
        }
      }
    }
  }

  private static String fill(String requestUri, Map<String, String> labels) {
    String path = requestUri.split("\\?", 2)[0];
    for (Map.Entry<String, String> label : labels.entrySet()) {
      path = path.replace("{" + label.getKey() + "}", label.getValue());
      path = path.replace("{" + label.getKey() + "+}", label.getValue());
    }
    return path;
  }

  private List<OperationModel> operations() {
    List<OperationModel> operations = new ArrayList<>();
    for (String id : models.ids()) {
      ServiceModel service = models.service(id).orElseThrow();
      for (String name : service.operationNames()) {
        operations.add(service.operation(name).orElseThrow());
      }
    }
    return operations;
  }

  private static HttpRequest with(HttpRequest request, String agent) {
    return new HttpRequest(
        request.method(),
        request.path(),
        request.query(),
        request.headers().with("User-Agent", agent),
        request.body());
  }
}
