package io.robotocore.roundtrip;

import static org.assertj.core.api.Assertions.assertThat;

import io.robotocore.model.AwsModels;
import io.robotocore.model.Member;
import io.robotocore.model.OperationModel;
import io.robotocore.model.Route;
import io.robotocore.model.Router;
import io.robotocore.protocol.Binding;
import io.robotocore.protocol.Protocol;
import io.robotocore.protocol.SdkBinding;
import io.robotocore.wire.HttpRequest;
import io.robotocore.wire.HttpResponse;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import software.amazon.awssdk.core.SdkField;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.apigateway.ApiGatewayClient;
import software.amazon.awssdk.services.cloudfront.CloudFrontClient;
import software.amazon.awssdk.services.cloudwatch.CloudWatchClient;
import software.amazon.awssdk.services.dynamodb.DynamoDbClient;
import software.amazon.awssdk.services.ec2.Ec2Client;
import software.amazon.awssdk.services.ecs.EcsClient;
import software.amazon.awssdk.services.eventbridge.EventBridgeClient;
import software.amazon.awssdk.services.glue.GlueClient;
import software.amazon.awssdk.services.iam.IamClient;
import software.amazon.awssdk.services.kinesis.KinesisClient;
import software.amazon.awssdk.services.lambda.LambdaClient;
import software.amazon.awssdk.services.rds.RdsClient;
import software.amazon.awssdk.services.route53.Route53Client;
import software.amazon.awssdk.services.s3.S3Client;
import software.amazon.awssdk.services.secretsmanager.SecretsManagerClient;
import software.amazon.awssdk.services.sfn.SfnClient;
import software.amazon.awssdk.services.sns.SnsClient;
import software.amazon.awssdk.services.sqs.SqsClient;
import software.amazon.awssdk.services.ssm.SsmClient;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * What the SDK's own clients write is read, and what is written they read, unchanged: every
 * operation that does not stream, with every member set.
 */
class RoundTripTest {

  private static final Router ROUTER = new Router(AwsModels.load());

  /** Operations whose samples a client would not pass on, by reason. */
  private static final Map<String, String> JUDGED_BY_CLIENTS =
      Map.of(
          "sqs.SendMessage", "the client checks MD5 sums",
          "sqs.SendMessageBatch", "the client checks MD5 sums",
          "sqs.ReceiveMessage", "the client checks MD5 sums",
          "s3.HeadObject", "the client adds ExpiresString, which no model has",
          "apigateway.ImportRestApi", "a map of the whole query string holds its other fields, too",
          "apigateway.PutRestApi", "a map of the whole query string holds its other fields, too");

  /** Members that clients make of others, and no model has. */
  private static final Set<String> MADE_BY_CLIENTS =
      Set.of(
          "CopyObjectRequest.SourceBucket",
          "CopyObjectRequest.SourceKey",
          "CopyObjectRequest.SourceVersionId",
          "HeadObjectOutput.ExpiresString",
          "UploadPartCopyRequest.SourceBucket",
          "UploadPartCopyRequest.SourceKey",
          "UploadPartCopyRequest.SourceVersionId");

  static Stream<SdkService> services() {
    return Stream.of(
        new SdkService("apigateway", ApiGatewayClient.class),
        new SdkService("cloudfront", CloudFrontClient.class),
        new SdkService("cloudwatch", CloudWatchClient.class),
        new SdkService("dynamodb", DynamoDbClient.class),
        new SdkService("ec2", Ec2Client.class),
        new SdkService("ecs", EcsClient.class),
        new SdkService("events", EventBridgeClient.class),
        new SdkService("glue", GlueClient.class),
        new SdkService("iam", IamClient.class),
        new SdkService("kinesis", KinesisClient.class),
        new SdkService("lambda", LambdaClient.class),
        new SdkService("rds", RdsClient.class),
        new SdkService("route53", Route53Client.class),
        new SdkService("s3", S3Client.class),
        new SdkService("secretsmanager", SecretsManagerClient.class),
        new SdkService("stepfunctions", SfnClient.class),
        new SdkService("sns", SnsClient.class),
        new SdkService("sqs", SqsClient.class),
        new SdkService("ssm", SsmClient.class),
        new SdkService("sts", StsClient.class));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("services")
  void roundTrip_everyOperation_keepsInputAndOutput(SdkService service) throws Exception {
    List<String> failures = new ArrayList<>();
    int done = 0;
    for (OperationModel operation : service.operations()) {
      Optional<Method> method = service.method(operation);
      if (method.isPresent() && !JUDGED_BY_CLIENTS.containsKey(operation.toString())) {
        Trip trip = new Trip(service, operation, method.get());
        trip.failure().ifPresent(failures::add);
        done++;
      }
    }
    System.out.printf("Round trip through the SDK, %-15s %3d operations%n", service.id(), done);
    assertThat(failures).isEmpty();
    assertThat(done).isPositive();
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("services")
  void binding_everyFieldOfTheSdksClasses_isFilled(SdkService service) {
    Set<String> unfilled = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    for (OperationModel operation : service.operations()) {
      service
          .method(operation)
          .ifPresent(
              method -> {
                Trip trip = new Trip(service, operation, method);
                search(trip.input, seen, unfilled);
                search(trip.output, seen, unfilled);
              });
    }
    assertThat(seen).isNotEmpty();
    unfilled.removeAll(MADE_BY_CLIENTS);
    assertThat(unfilled).isEmpty();
  }

  /** Looks for fields of the SDK's classes that no member of the model fills. */
  private static void search(Binding binding, Set<String> seen, Set<String> unfilled) {
    if (!seen.add(binding.shape().name()) || binding.shape().union()) {
      return;
    }
    Object value = new Samples(0).structure(binding);
    for (SdkField<?> field : ((SdkPojo) value).sdkFields()) {
      boolean modelled = binding.shape().member(field.memberName()).isPresent();
      if (!modelled && field.getValueOrDefault(value) == null) {
        unfilled.add(binding.shape().name() + "." + field.memberName());
      }
    }
    for (Member member : binding.shape().members()) {
      if (Samples.isSampled(member, 0, 6) && binding.of(member) != binding) {
        search(binding.of(member), seen, unfilled);
      }
    }
  }

  /** One call of a client. */
  private static final class Trip {

    private final SdkService service;
    private final OperationModel operation;
    private final Method method;
    private final SdkBinding input;
    private final SdkBinding output;
    private final Object sent;
    private final Object answered;
    private Object read = "nothing was sent";

    Trip(SdkService service, OperationModel operation, Method method) {
      this.service = service;
      this.operation = operation;
      this.method = method;
      input = binding(operation.input(), method.getParameterTypes()[0]);
      output = binding(operation.output(), method.getReturnType());
      Samples samples = new Samples(operation.name().hashCode());
      sent = samples.structure(input);
      answered = samples.structure(output);
    }

    private static SdkBinding binding(io.robotocore.model.StructureShape shape, Class<?> type) {
      return SdkBinding.of(shape, () -> SdkService.newBuilder(type));
    }

    Optional<String> failure() throws Exception {
      try {
        Object client = service.client(new CapturingClient(this::answer));
        Object received = method.invoke(client, sent);
        assertThat(read).as("input").isEqualTo(sent);
        assertThat(((SdkPojo) received).equalsBySdkFields(answered))
            .as("output %s%n but %s", answered, received)
            .isTrue();
        return Optional.empty();
      } catch (InvocationTargetException e) {
        return Optional.of(operation + ": " + e.getCause());
      } catch (AssertionError e) {
        return Optional.of(operation + ": " + e.getMessage());
      }
    }

    private HttpResponse answer(HttpRequest request) {
      Route route = ROUTER.route(request);
      assertThat(route.operation()).isSameAs(operation);
      Protocol protocol = Protocol.of(route.protocol());
      read = protocol.read(route, request, input);
      return protocol.write(operation, "id", output, answered);
    }
  }
}
