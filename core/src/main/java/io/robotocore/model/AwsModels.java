package io.robotocore.model;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The models of all AWS services. */
public final class AwsModels {

  private final Map<String, ServiceModel> services = new ConcurrentHashMap<>();

  private AwsModels() {}

  /** The models on the class path. Nothing is read before it is asked for. */
  public static AwsModels load() {
    return new AwsModels();
  }

  /** The service of this name: {@code sqs}, {@code dynamodbstreams}, {@code apigatewayv2}. */
  public Optional<ServiceModel> service(String id) {
    @Nullable ServiceModel known = services.get(id);
    if (known != null) {
      return Optional.of(known);
    }
    return ids().contains(id) ? Optional.of(services.computeIfAbsent(id, AwsModels::read)) : Optional.empty();
  }

  /** The names of all services, sorted. */
  public List<String> ids() {
    return resource("index").lines().map(line -> line.substring(0, line.indexOf('\t'))).toList();
  }

  private static ServiceModel read(String id) {
    return new ServiceModel(id, new ModelText(resource(id + ".json")));
  }

  private static String resource(String name) {
    try (@Nullable InputStream in = AwsModels.class.getResourceAsStream("/aws-models/" + name)) {
      if (in == null) {
        throw new IllegalStateException("not on the class path: aws-models/" + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
