package io.robotocore.services.s3;

import io.robotocore.RecordedCall;
import io.robotocore.service.Call;
import io.robotocore.service.CallLog;
import io.robotocore.service.Members;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import software.amazon.awssdk.core.SdkPojo;
import software.amazon.awssdk.services.s3.model.LoggingEnabled;
import software.amazon.awssdk.utils.http.SdkHttpUtils;

/**
 * Takes note of requests to buckets that want their requests logged.
 *
 * @see <a href="https://docs.aws.amazon.com/AmazonS3/latest/userguide/LogFormat.html">log
 *     format</a>
 */
final class AccessLog implements CallLog<S3State> {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("'['dd/MMM/yyyy:HH:mm:ss +0000']'", Locale.ENGLISH)
          .withZone(ZoneOffset.UTC);

  @Override
  public void made(Call call, S3State state, RecordedCall recorded) {
    recorded
        .input()
        .filter(SdkPojo.class::isInstance)
        .map(SdkPojo.class::cast)
        .ifPresent(
            request ->
                Members.find(request, "Bucket")
                    .flatMap(name -> state.buckets().get(name.toString()))
                    .filter(bucket -> bucket.find(LoggingEnabled.class).isPresent())
                    .ifPresent(
                        bucket ->
                            new S3(call, state)
                                .log(bucket, line(call, bucket, recorded, request))));
  }

  private static String line(Call call, Bucket bucket, RecordedCall recorded, SdkPojo request) {
    LoggedOperation operation = LoggedOperation.of(recorded.operation());
    Optional<String> key =
        Members.find(request, "Key")
            .map(text -> SdkHttpUtils.urlEncodeIgnoreSlashes(text.toString()));
    String path = "/" + bucket.name() + key.map(text -> "/" + text).orElse("");
    return String.join(
            " ",
            List.of(
                CanonicalUser.id(bucket.owner()),
                bucket.name(),
                TIME.format(recorded.start()),
                "127.0.0.1",
                requester(call),
                recorded.requestId(),
                operation.name(),
                key.orElse("-"),
                "\"%s %s%s HTTP/1.1\"".formatted(operation.method(), path, operation.query()),
                outcome(recorded),
                Long.toString(recorded.duration().toMillis()),
                "-",
                "\"-\"",
                "\"-\"",
                Members.find(request, "versionId").map(Object::toString).orElse("-"),
                Base64.getEncoder()
                    .encodeToString(recorded.requestId().getBytes(StandardCharsets.UTF_8)),
                "SigV4",
                "-",
                "AuthHeader",
                call.home().getAuthority(),
                "-",
                "-",
                "-"))
        + "\n";
  }

  /** Status, error, bytes sent and size of the object. */
  private static String requester(Call call) {
    String root = "arn:" + call.partition() + ":iam::" + call.account() + ":root";
    if (call.principal().isAnonymous()) {
      return "-";
    }
    return call.principal().arn().equals(root)
        ? CanonicalUser.id(call.account())
        : call.principal().arn();
  }

  private static String outcome(RecordedCall recorded) {
    if (recorded.outcome() instanceof RecordedCall.Failure failure) {
      return failure.status() + " " + failure.code() + " - -";
    }
    Object output = ((RecordedCall.Success) recorded.outcome()).output();
    Optional<Object> length =
        output instanceof SdkPojo response
            ? Members.find(response, "Content-Length")
            : Optional.empty();
    String size = length.map(Object::toString).orElse("-");
    String sent = recorded.operation().startsWith("Head") ? "-" : size;
    String status = recorded.operation().startsWith("Delete") ? "204" : "200";
    return status + " - " + sent + " " + size;
  }
}
